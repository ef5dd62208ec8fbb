"""Which body met, and of which council is it?

Takes the head of a record and what is stated outside it, gives names as printed, each with who stated it. A name is taken where a
head puts one: after "meeting of", at the start of a line, or as most of it; a council that somebody listed comes from, or that is
spoken of in a sentence, is not the body that met. Never completes a name: "Parish Council" of no named place stays that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Iterator
from itertools import chain
from itertools import islice
from pathlib import PurePosixPath

from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.segmenting.head import Head
from ingest.segmenting.names_of_bodies import NAME
from ingest.segmenting.names_of_bodies import is_generic
from ingest.segmenting.names_of_bodies import is_short
from ingest.segmenting.names_of_bodies import own_words
from ingest.segmenting.names_of_bodies import tidy_name
from ingest.segmenting.names_of_bodies import without_lead_in

Place = tuple[int, int]
Finder = Callable[[str, int, int], Iterator[Place]]

_COUNCIL = re.compile(r"\b(?:council|(?-i:PC|TC|CC))$|^cyngor\b|^(?:london|royal)\s+borough\b", re.IGNORECASE)
# "Minutes of Proceedings at Special Meeting of the …", "Minutes from the meeting of …", "to each member of the …".
_ANCHOR = re.compile(
    r"\b(?:minutes?|meetings?|proceedings|notes|record|agm|agenda|members?|cyfarfod|cofnodion)(?:\s+(?:of|for|at|from)\s+|[ \t]+)"
    r"(?:(?:a|an|the|each|proceedings|at|of|for|from|draft|first|full|ordinary|special|annual|general|monthly|quarterly|extraordinary|"
    r"adjourned|statutory|virtual|remote|budget|public|inaugural|meetings?|minutes|\d+\w{2})\s+)*",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\W*((?:full\s+)?(?:cabinet|executive|council))(?:\s+(?:minutes|meeting))?\W*", re.IGNORECASE)
_MEETING_OF_CABINET = re.compile(
    r"\b(?:meetings?|minutes)\s+of\s+(?:the\s+)?((?:full\s+)?(?:cabinet|executive|council))\b(?!\s+(?:member|committee|of|for))",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"\b(?:mrs?|ms|miss|cll?rs?|councillors?|dr|rev)\b\.?|[,(;]", re.IGNORECASE)
# "Meeting: 10/02/2026 - Audit Committee" (ModernGov's web service), "Group: Hall Steering Group".
_LABEL = re.compile(r"\W*(?:meeting|(?:name\s+of\s+)?(?:committee|body|group|council))\s*:[\s\d/.–-]*", re.IGNORECASE)
_WEEKDAY = re.compile(r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# "Westmoor District Council: Councillors Bell and Dale" lists people, in the head of a committee of two councils.
_LISTS = re.compile(r"\s*:\s*(?:councillors?|cll?rs?|members?|officers?)\b", re.IGNORECASE)
# What may follow a committee's name on its line under the council's; "Planning Committee has met since" is a sentence.
_STANDS = re.compile(
    r"[^\S\n]*(?:$|[^\w\s]|\d|(?:held|meetings?|minutes|agenda|notes|draft|on|at|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_COUNCIL_STANDS = re.compile(r"\W*?(?:(?:council\s+)?(?:minutes|meetings?|agenda)\b)?[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
_UNDER = 4
"""So many lines below its council's name a committee's may stand: "DRAFT", "MINUTES" or a motto come between."""
# ModernGov puts what became of a sitting beside its name: "CANCELLED, Licensing Sub-Committee".
_FATE = r"(?:cancell?ed|postponed|rescheduled|re-?arranged|abandoned)"
_FATE_BEFORE = re.compile(rf"\W*{_FATE}\W+(?=\w)", re.IGNORECASE)
_FATE_AFTER = re.compile(rf"\W+{_FATE}\W*\Z", re.IGNORECASE)
_OF_A_COUNCIL = re.compile(r"(?:[’']s)?[\s,–-]*")


def body_of(head: Head, facts: Facts, path: str) -> Stated[str]:
    """Return the body that met: as the head prints it, else as metadata or the file's name give it."""
    names = (list(_printed(head)), list(_beside(facts, path)))
    whole = [named for name in names for named in name if not is_generic(named.value or "")]
    printed = [named for named in whole if named.origin is Origin.PRINTED and not is_short(named.value or "")]
    stated = [facts.body] if facts.body.value is not None else []
    full = [named for named in whole if not is_short(named.value or "")]
    if printed and _COUNCIL.search(printed[0].value or ""):  # an editor's line above may name another council (Stoke Ferry 2010)
        titled = {named.value for named in names[1] if named.origin is Origin.PAGE_METADATA}
        title = (facts.title.value or "").casefold()
        printed.sort(key=lambda named: (named.value not in titled, own_words(named.value or "").casefold() not in title))
    generic = [named for name in names for named in name]
    return next(iter([*printed, *stated, *full, *whole, *generic]), Stated())


def _beside(facts: Facts, path: str) -> Iterator[Stated[str]]:
    """Names that a page's own title, or else the file's name, gives."""
    stem = PurePosixPath(path).stem.replace("_", " ")
    for origin, words in ((Origin.PAGE_METADATA, facts.title.value or ""), (Origin.FILE_NAME, stem)):
        for start, end in chain(_after_anchor(words, 0, len(words)), _in_line(words, 0, len(words))):
            yield Stated(tidy_name(words[start:end]), origin)


def council_of(head: Head, body: Stated[str], facts: Facts) -> Stated[str]:
    """Return the authority: the body itself where it is a council, else the first council that the head names, else as stated."""
    if body.value is not None and _COUNCIL.search(body.value) and not is_generic(body.value):
        return body
    text = head.running.text
    places = (*head.titles, *head.title_blocks)
    for start, end in (name for place in places for find in (_after_anchor, _in_line, _of_council) for name in find(text, *place)):
        if _COUNCIL.search(text[start:end]) and not is_generic(text[start:end]):
            return _stated(head, (start, end))
    return facts.council


def _printed(head: Head) -> Iterator[Stated[str]]:
    """Names in the head that may be the body's, surest first."""
    text = head.running.text
    ways: tuple[tuple[Finder, tuple[Place, ...]], ...] = (
        (_in_marked, head.titles[: len(head.marked)]),
        (_after_anchor, head.title_blocks),
        (_alone, head.titles),
        (_under_council, head.title_blocks),
        (_in_line, head.titles),
        (_in_line, head.title_blocks),
        (_of_council, head.title_blocks),
        (_after_anchor, head.blocks),
    )
    return (_stated(head, name) for find, places in ways for place in places for name in find(text, *place))


def _in_marked(text: str, start: int, end: int) -> Iterator[Place]:
    """What a ModernGov page prints before the date: "Licensing Sub-Committee - Tuesday 2 June 2020 10.00 am"."""
    parted = re.compile(r"\s+-\s+(?=\w+day\b)").search(text, start, end)
    if parted:
        yield _without_fate(text, start, parted.start())


def _without_fate(text: str, start: int, end: int) -> Place:
    before = _FATE_BEFORE.match(text, start, end)
    start = before.end() if before else start
    after = _FATE_AFTER.search(text[start:end])
    return start, start + after.start() if after else end


def _after_anchor(text: str, start: int, end: int) -> Iterator[Place]:
    """The name a meeting is said to be of; of a council's committee the committee ("… Council Home and Social SPC")."""
    cabinet = _MEETING_OF_CABINET.search(text, start, end)
    for anchor in _ANCHOR.finditer(text, start, end):
        match = NAME.match(text, anchor.end(), end)
        if match is None:
            continue
        found = without_lead_in(text, *match.span())
        if cabinet and cabinet.start(1) < found[0]:
            break
        yield _committee_after(text, found, end)
    if cabinet:
        yield cabinet.span(1)


def _committee_after(text: str, council: Place, end: int) -> Place:
    if not _COUNCIL.search(text[slice(*council)]):
        return council
    gap = _OF_A_COUNCIL.match(text, council[1], end)
    after = NAME.match(text, gap.end() if gap else council[1], end)
    if after is None or _COUNCIL.search(after[0]):
        return council
    return without_lead_in(text, *after.span())


def _of_council(text: str, start: int, end: int) -> Iterator[Place]:
    """The council that a body is said to be of: "the Finance Committee of Aldmoor Town Council"."""
    for match in re.compile(r"\b(?:council|committee|cabinet|panel|board|party|group)\s+of\s+(?:the\s+)?", re.IGNORECASE).finditer(
        text, start, end
    ):
        after = NAME.match(text, match.end(), end)
        if after and _COUNCIL.search(after[0]):
            yield without_lead_in(text, *after.span())


def _alone(text: str, start: int, end: int) -> Iterator[Place]:
    match = _ALONE.fullmatch(text, start, end)
    if match and match[1].lower() != "council":
        yield match.span(1)


def _under_council(text: str, start: int, end: int) -> Iterator[Place]:
    """The committee on a line of its own below its council's: a borough's head names the council first, then who met."""
    for council in NAME.finditer(text, start, end):
        before = text[max(start, text.rfind("\n", 0, council.start()) + 1) : council.start()]
        if not _COUNCIL.search(council[0]) or re.search(r"\w", before) or not _COUNCIL_STANDS.match(text, council.end(), end):
            continue
        lines = re.compile(r"(?<=\n)[^\n]*[^\s][^\n]*").finditer(text, council.end(), end)
        for line in islice(lines, _UNDER):
            yield from _committee_on(text, line.start(), end)


def _committee_on(text: str, start: int, end: int) -> Iterator[Place]:
    """The committee whose name the line that starts here begins with, and says nothing about."""
    before = _LABEL.match(text, start, end) or re.compile(r"[^\S\n]*[#*_|]*[^\S\n]*").match(text, start, end)
    name = NAME.match(text, before.end() if before else start, end)
    if name and not _COUNCIL.search(name[0]) and _STANDS.match(text, name.end(), end):
        yield without_lead_in(text, *name.span())


def _in_line(text: str, start: int, end: int) -> Iterator[Place]:
    """Names that a line begins with, or is mostly made of; committees before councils, since a head names both."""
    names = [without_lead_in(text, *_of_one_case(text, *match.span())) for match in NAME.finditer(text, start, end)]
    leading = [name for name in names if _leads(text, name, start, end)]
    yield from sorted(leading, key=lambda name: bool(_COUNCIL.search(text[slice(*name)])))


def _of_one_case(text: str, start: int, end: int) -> Place:
    """A name over lines, without lines above it in another case: a letterhead stands above "VILLAGE LIAISON MEETING" (2007)."""
    lines = text[start:end].split("\n")
    while len(lines) > 1 and "".join(lines[:-1]).strip() and lines[0].isupper() != lines[-1].isupper():
        start += len(lines.pop(0)) + 1
    return start, end


def _leads(text: str, name: Place, start: int, end: int) -> bool:
    line_start = max(start, text.rfind("\n", 0, name[0]) + 1)
    line_end = text.find("\n", name[1], end)
    before = text[line_start : name[0]]
    if _ENDS_SENTENCE.search(before) or _LISTS.match(text, name[1], end):
        return False
    if not re.search(r"[a-z]{2,}", before, re.IGNORECASE) or _LABEL.fullmatch(before) or _WEEKDAY.match(text, name[1], end):
        return True
    return 2 * (name[1] - name[0]) >= (line_end if line_end >= 0 else end) - line_start


def _stated(head: Head, place: Place) -> Stated[str]:
    return Stated(tidy_name(head.running.text[slice(*place)]), Origin.PRINTED, head.running.span(*place))
