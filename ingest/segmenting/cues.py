"""Which words in the minute of an item say that something was moved or decided?

Takes an item's text, gives cues in order: a lead ("RESOLVED", "c) Decision (8:2)"), a telling ("it was agreed that …", "The
minutes were approved"), a proposal ("X proposed that …"), a fate ("declared the Motion defeated"). A cue says where the clause is
and what it proves; decisions.py makes decisions of them. Discussion ("Members noted that …"), what another meeting agreed and
what an officer promised are not cues (gold NOTES-decisions, rules 3 and 7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum

from index.records import Outcome
from ingest.sentences import Sentence


class CueKind(StrEnum):
    """What a cue does: opens clauses, tells a decision in one sentence, proposes, or says what became of a proposal."""

    LEAD = "lead"
    TELLING = "telling"
    PROPOSAL = "proposal"
    FATE = "fate"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at `start` to `end`; its clause begins at `at`. `label` is a letter printed before a lead.

    `until` ends the clause of a proposal whose own sentence goes on to say what became of it.
    """

    kind: CueKind
    start: int
    end: int
    at: int
    label: str | None = None
    outcome: Outcome = Outcome.CARRIED
    amendment: bool = False
    until: int | None = None


_ADVERBS = (
    r"(?:(?:then|also|further|subsequently|therefore|accordingly|unanimously|duly|formally|agreed\s+and|"
    r"proposed,?\s+seconded\s+and)\s+)*"
)
_VOTE = r"\((?!\w{1,3}\))[^()\n]{1,60}\)"
_LEAD = re.compile(
    rf"(?P<label>(?:(?<=\n)|\A)[ \t]*\(?(?:[a-z]|\d{{1,2}})[.)]\s+)?"
    rf"(?P<word>\b(?:RESOLVED|RECOMMENDED|ORDERED|AGREED|DECIDED|NOTED)\b|(?:(?<=\n)|\A)[ \t]*(?:And\s+)?(?:Resolved|"
    rf"Recommended|Agreed|Adopted)\b(?=\s*[:(–-]|\s+(?:that|to|unanimously)\b|\s*\n)"
    rf"|(?:(?<=\n)|\A|(?<=[.):]\s))[ \t]*Decision\b(?=\s*(?:[:(])))"
    rf"\s*[:–-]?\s*(?P<vote>{_VOTE})?\s*(?:unanimously\b)?\s*[:–-]?\s*"
    rf"(?:(?i:to)\s+(?:the\s+|THE\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)*\s*[:,–-]?\s*)?(?P<that>(?:(?i:that)|"
    rf"to(?=\s+[a-z]))\b[\s:,–-]*)?(?P<body>(?:(?i:the)\s+)?(?:(?:[A-Z][\w&-]*|and|of|for)\s+){{0,8}}(?:Committee|Cabinet|"
    rf"Council|Panel|Board|Sub-Committee|Executive)\s*:?(?=\s*\n))?"
)
_BEFORE_LEAD = re.compile(
    r"(?:\bbe\s+|\bhad\s+(?:been\s+)?(?:already\s+|previously\s+)?|\bwas\s+previously\s+|\bas\s+)$", re.IGNORECASE
)
_TOLD = re.compile(
    rf"\b(?:it\s+was|was|and|were)\s+{_ADVERBS}(?P<verb>agreed|resolved|decided|recommended|voted)\b(?:\s+unanimously|"
    rf"\s+by\s+all(?:\s+present)?|\s+by\s+(?:a\s+)?majority[^,.;]{{0,30}}|\s+by\s+[^,.;]{{1,40}}?)?\s*,?\s*"
    rf"(?P<at>that|to(?!\s+\d))\b",
    re.IGNORECASE,
)
_TOLD_BARE = re.compile(
    rf"\bit\s+was\s+{_ADVERBS}(?:agreed|resolved|decided)\s+(?:unanimously\s+)?(?!at\b|in\b|by\b|earlier|previously|last|"
    rf"upon|on\b|and\b)(?P<at>[a-zA-Z])",
    re.IGNORECASE,
)
_BODY_TOLD = re.compile(
    r"\b(?:(?:the|this)\s+)?(?:(?:parish|community|town|city|county|joint|scrutiny|planning|full)\s+)?"
    r"(?:(?P<body>council|committee|cabinet|board|panel|sub-committee|meeting|executive|CC|BCC)|(?P<people>councillors|"
    r"members|the\s+remaining\s+councillors))\s+"
    r"(?:then\s+|also\s+|all\s+)?(?:unanimously\s+)?(?P<verb>resolved|decided|voted|approved|agreed|adopted|endorsed|"
    r"ratified|received\s+and\s+noted|noted(?!\s+that))\b(?:\s+unanimously)?\s*",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:minutes?|reports?|items?|motions?|application|recommendations?|polic(?:y|ies)|accounts?|budget|precept|co-?option|"
    r"standing\s+orders|matter|plan|scheme|strategy|"
    r"quotation|quote|estimate|proposals?|amendments?|grant|request|agenda|statement|payments?|cheques?|annual\s+\w+|rota|"
    r"expenditure|terms\s+of\s+reference|nominations?|appointment)"
)
_PASSIVE = re.compile(
    rf"\b{_SUBJECT}\b[^;!?]{{0,260}}?\b(?:was|were|is|are|be)\s+(?:[a-z]+ly\s+|then\s+|also\s+)*(?P<verb>approved|adopted|"
    rf"agreed|accepted|confirmed|endorsed|ratified|deferred|referred|suspended)\b",
    re.IGNORECASE,
)
_NOTING = re.compile(
    r"^(?:the\s+)?(?:[\w’'-]+\s+){0,9}?(?:reports?|updates?|minutes|correspondence|position|contents?|information|programme|"
    r"accounts?|statement|notes?|plans?|timetable|figures|terms\s+of\s+reference)\b[^;!?]{0,120}?\b(?:was|"
    r"were)\s+(?:[a-z]+ly\s+)*(?:received\s+and\s+)?noted\b",
    re.IGNORECASE,
)
_ENDS_AGREED = re.compile(r"\b(?:was|were)\s+(?:unanimously\s+)?agreed(?:\s+unanimously)?\s*\.?$", re.IGNORECASE)
_ELECTED = re.compile(
    r"\b(?:was|were)\s+(?:[a-z]+ly\s+)*(?:elected|appointed|co-opted|re-elected)\b(?!\s+(?:in|by\s+the\s+(?:government|public)))",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:item|matter|motion|report|application|this)\b[^.;]{0,80}\b(?:was|were|be)\s+(?:[a-z]+ly\s+)?(?:deferred|"
    r"adjourned|held\s+over)\b",
    re.IGNORECASE,
)
_SECONDED = r"(?:[,;]?\s+(?:and\s+)?(?:it\s+was\s+)?seconded\s+by\b[^.;:]{3,60}?)?"
_PUT_OFF_FIRST = re.compile(r"\W*deferred\b", re.IGNORECASE)
_RECORD_AGREED = re.compile(
    r"\W*(?:agreed|approved|confirmed|accepted|signed)\s+as\s+(?:a|an|the)\s+(?:correct|true|accurate)", re.IGNORECASE
)
_PROPOSES = re.compile(
    rf"\b(?:(?:proposed|moved|move)\b(?:\s+by\b[^.;:]{{3,120}}?)?{_SECONDED}(?:\s+at\s+(?:the|our|"
    rf"a)\s+[\w\s]{{0,30}}meeting(?:\s+of\b[^.;:]{{3,90}}?)?)?|"
    rf"(?:proposed|moved),?\s+and\b[^.;:]{{3,60}}\bseconded,?(?:\s+as\s+an\s+amendment)?|proposal\s+(?:was\s+made|"
    rf"of\b[^.;:]{{3,80}})|(?:following|an?)\s+amendment\b[^.;:]{{0,60}})\s*[,:;]?\s*"
    r"(?P<at>that\b|to\s+(?!the\b)[a-z]|[“\"](?:that|to)\b|acceptance\b|(?<=proposed )[a-z]+ing\s)",
    re.IGNORECASE,
)
# A motion printed below the words that announce it: "… proposed an Amendment to the Motion as follows: / “That, …”"
_ANNOUNCES = re.compile(r"\b(?:motion|amendment|proposal|moved|proposed|seconded)s?\b[^.]*:\s*$", re.IGNORECASE | re.DOTALL)
# "Proposed by Councillor Secas; / Seconded by Councillor Butler; / “To reduce the speed limit …”"
_SECONDED_LINE = re.compile(r"seconded\s+by\s+[^;:.\n]{3,60}[;:,.]?", re.IGNORECASE)
_SAID_BEFORE = 200
_ANNOUNCED = re.compile(r"\s*(?:[“\"]|That\b|To\s+[a-z])")
_FATE = re.compile(
    r"\b(?P<what>motion|amendment|proposal|proposition|counter[- ]?proposal|resolution|part\s*(?:8|viii)|recommendations?|"
    r"vote|it|this|option)\b(?:[^.;\n]|\n(?!\s*\n\s*[A-Z“])){0,110}?\b"
    r"(?P<fate>not\s+carried|carried|defeated|lost|(?-i:fell|FELL)|passed|withdrawn|withdrew|not\s+seconded|no\s+seconder|"
    r"rejected|agreed(?!\s+(?:that|to)\b)|adopted|approved)\b",
    re.IGNORECASE,
)
_SECONDED_AND = re.compile(
    r"\bseconded\s+by\b[^.;:]{3,80}?\band\s+(?:was\s+|were\s+)?(?:unanimously\s+)?(?P<fate>agreed|carried|adopted|approved|"
    r"passed)\b(?!\s*,?\s*(?:that|to)\b)",
    re.IGNORECASE,
)
_IN_FAVOUR = re.compile(r"\bvoted\s+unanimously\s+in\s+favour\s+of\s+(?:this|the)\s+(?:motion|proposal|amendment)", re.IGNORECASE)
_HOW_TO_VOTE = re.compile(
    r"\b(?:vote|voting)\b[^.]{0,50}\b(?:taken|take|held|form|show|ballot|put)\b|\bshow\s+of\s+hands\b|"
    r"\bdealt\s+with\s+(?:first|before)\b",
    re.IGNORECASE,
)
_FATE_ALONE = re.compile(
    r"^(?:(?:and\s+)?(?:unanimously\s+)?(?P<fate>carried|lost|defeated|agreed|approved)(?:\s+unanimously)?|"
    r"all\s+(?:were\s+)?(?:in\s+favour|agreed)|(?:there\s+was\s+|for\s+want\s+of\s+(?:a\s+)?|"
    r"with\s+)?(?P<none>no\s+seconder)[^.]{0,40})\s*\.?$",
    re.IGNORECASE,
)
_WITHDREW = re.compile(
    r"\b(?:withdrew|withdrawn|be\s+withdrawn|agreed\s+to\s+withdraw)\b[^.]{0,60}\b(?:motion|amendment|proposal)|\b(?:motion|"
    r"amendment|proposal)\b[^.]{0,120}\b(?:was|were|be)\s+withdrawn",
    re.IGNORECASE,
)
_NO_SECONDER = re.compile(
    r"\b(?:no\s+seconder|not\s+seconded|failed\s+to\s+(?:find|attract|receive)\s+a\s+seconder|(?:want|lack)\s+of\s+a\s+seconder)\b",
    re.IGNORECASE,
)
_NOT_HERE = re.compile(
    r"\b(?:when\s+(?:the|this|it)|had\s+been|has\s+been|have\s+been|was\s+previously|at\s+(?:the|its|a)\s+(?:last|"
    r"previous)\s+meeting\b[^.]{0,40}\bagreed|agreed\s+at\s+(?:the|its|a)\s+(?:last|previous))",
    re.IGNORECASE,
)
_UNDERTAKES = re.compile(
    r"\b(?:clerk|secretary|officers?|chairman|chair|director|(?:cllr|councillor)\s+[A-Z]\w+)\s+agreed\s+to\b", re.IGNORECASE
)
# "the process that would need to be undertaken if the motion was agreed" (Limerick, 10 October 2016; it was lost).
_SUPPOSES = re.compile(r"\b(?:if|whether|should|would|could|unless|until|before|were\s+to\s+be)\b", re.IGNORECASE)
# "Mr. Clements advised that the Part VIII was agreed" (Limerick, 16 February 2021) tells of another meeting.
_REPORTED = re.compile(
    r"\b(?:advised|stated|reported|explained|said|confirmed|informed|asked|replied|responded|clarified|queried|added|"
    r"outlined|pointed\s+out)\b"
    r"[^.;]{0,80}\bthat\b",
    re.IGNORECASE,
)
_WEAK_FATES = frozenset({"agreed", "adopted", "approved"})
_FATES = {
    "defeated": Outcome.LOST, "lost": Outcome.LOST, "fell": Outcome.LOST, "not carried": Outcome.LOST,
    "rejected": Outcome.LOST, "withdrawn": Outcome.WITHDRAWN, "withdrew": Outcome.WITHDRAWN, "not seconded": Outcome.NOT_PUT,
    "no seconder": Outcome.NOT_PUT,
}  # fmt: skip


def find_cues(text: str, found: list[Sentence]) -> Iterator[Cue]:
    """Yield the cues of an item, sentence by sentence; the strongest cue of a sentence speaks for it."""
    for sentence in found:
        words = text[sentence.start : sentence.end]
        yield from next((cues for read in _READERS if (cues := list(read(text, words, sentence)))), ())


def _leads(text: str, _words: str, sentence: Sentence) -> Iterator[Cue]:
    for match in _LEAD.finditer(text, sentence.start, min(len(text), sentence.end + 200)):
        if match.start("word") >= sentence.end or _BEFORE_LEAD.search(text, max(0, match.start() - 20), match.start("word")):
            continue
        label = (match["label"] or "").strip(" ().\n\t") or None
        at = match.end() if match["body"] else match.start("that") if match["that"] else match.end()
        yield Cue(CueKind.LEAD, match.start("word"), match.end(), at, label)


def _told(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    match = _TOLD.search(words) or _TOLD_BARE.search(words)
    if match and not _NOT_HERE.search(words) and not _UNDERTAKES.search(words) and not _HOW_TO_VOTE.search(words[match.start() :]):
        yield _cue(CueKind.TELLING, sentence, match, match.start("at"))


def _body_told(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    match = _BODY_TOLD.search(words)
    if match is None or _NOT_HERE.search(words) or _HOW_TO_VOTE.search(words[match.start() :]):
        return
    if _REPORTED.search(words, 0, match.end()):
        return
    verb, follows = match["verb"].lower(), words[match.end() : match.end() + 5].lower()
    if verb == "noted" and (match["people"] or words[: match.start()].strip()):
        return
    if not (match["people"] and verb == "agreed" and not follows.startswith("to ")):
        at = match.end() if follows.startswith(("that ", "to ")) else match.start()
        yield _cue(CueKind.TELLING, sentence, match, at)


def _passive(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    if _NOT_HERE.search(words):
        return
    put_off = _PUT_OFF.search(words) or _PUT_OFF_FIRST.match(words)
    match = (
        put_off
        or _RECORD_AGREED.match(words)
        or _PASSIVE.search(words)
        or _NOTING.search(words)
        or _ENDS_AGREED.search(words)
        or _ELECTED.search(words)
    )
    if match and not _SUPPOSES.search(words, 0, match.end()) and not _REPORTED.search(words, 0, match.end()):
        yield _cue(CueKind.TELLING, sentence, match, _subject_of(words, match), Outcome.DEFERRED if put_off else Outcome.CARRIED)


def _subject_of(words: str, match: re.Match[str]) -> int:
    """Where a sentence truly begins: a heading without a full stop may run into it (Ayton, 6 September 2016)."""
    if match.re is not _PASSIVE:
        return 0
    starts = list(_SUBJECT_STARTS.finditer(words, 0, match.start("verb")))
    return starts[-1].start() if starts else 0


def _fate(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    for outcome, pattern in _PLAIN_FATES:
        match = pattern.search(words)
        if match:
            yield from _proposed_here(words, sentence, match)
            yield _cue(CueKind.FATE, sentence, match, 0, outcome, amendment="amendment" in match.group().lower())
            return
    alone = _FATE_ALONE.match(words)
    matches = [alone] if alone else [match for match in _FATE.finditer(words) if _declares(words, match)]
    for match in matches:
        outcome = _FATES.get(re.sub(r"\s+", " ", (match["fate"] or "").lower()), Outcome.CARRIED)
        yield _cue(CueKind.FATE, sentence, match, 0, outcome, amendment=_of_amendment(match.group()))


def _of_amendment(words: str) -> bool:
    """Whether a fate is an amendment's: the word nearest to it says so ("put to the vote, the amendment was LOST")."""
    named = re.findall(r"amendment|motion|proposal|resolution", words.lower())
    return bool(named) and named[-1] == "amendment"


def _proposed_here(words: str, sentence: Sentence, fate: re.Match[str]) -> Iterator[Cue]:
    """A proposal whose own sentence says that it fell: "proposed that the precept be frozen; there was no seconder"."""
    match = _PROPOSES.search(words, 0, fate.start())
    if match:
        breaks = [words.rfind(mark, match.end(), fate.start()) for mark in ";,"]
        until = max(breaks) if max(breaks) > 0 else fate.start()
        yield replace(_cue(CueKind.PROPOSAL, sentence, match, match.start("at")), until=sentence.start + until)


def _declares(words: str, match: re.Match[str]) -> bool:
    """A fate is one when it is declared, put or voted: "works were carried out" and "the mobile signal was lost" are not."""
    if words[match.end("fate") : match.end("fate") + 5].strip().startswith("out"):
        return False
    if _SUPPOSES.search(words, max(0, match.start() - 40), match.end("fate")):
        return False
    if match["fate"].lower() in _WEAK_FATES:
        return bool(
            re.fullmatch(
                r"(?:motion|amendment|counter[- ]?proposal|proposition)\b.{0,70}", match.group(), re.IGNORECASE | re.DOTALL
            )
        )
    strong = match["what"].lower() not in {"it", "this", "option", "recommendations", "recommendation", "vote"}
    return strong or bool(
        re.search(r"\b(?:declared|motion|amendment|proposal|put\s+to\s+the\s+vote|voted|casting)\b", words, re.IGNORECASE)
    )


def _proposes(text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    announced = _ANNOUNCES.search(words) or _SECONDED_LINE.fullmatch(words)
    if announced and _ANNOUNCED.match(text, sentence.end):
        amendment = "amendment" in text[max(0, sentence.start - _SAID_BEFORE) : sentence.end].lower()
        yield _cue(CueKind.PROPOSAL, sentence, announced, len(words), amendment=amendment)
        return
    match = _PROPOSES.search(words)
    if match:
        amendment = bool(re.search(r"\bamendment\b", words[: match.end()], re.IGNORECASE))
        yield _cue(CueKind.PROPOSAL, sentence, match, match.start("at"), amendment=amendment)


def _cue(
    kind: CueKind, sentence: Sentence, match: re.Match[str], at: int, outcome: Outcome = Outcome.CARRIED, *, amendment: bool = False
) -> Cue:
    return Cue(kind, sentence.start + match.start(), sentence.start + match.end(), sentence.start + at, None, outcome, amendment)


_SUBJECT_STARTS = re.compile(
    rf"(?:\b(?:The|This|A|An)\s+|(?<=, )the\s+|\b(?=Standing\s))(?=(?:[\w’'()/-]+\s+){{0,4}}?{_SUBJECT}\b)"
)
_PLAIN_FATES = (
    (Outcome.NOT_PUT, _NO_SECONDER),
    (Outcome.WITHDRAWN, _WITHDREW),
    (Outcome.CARRIED, _SECONDED_AND),
    (Outcome.CARRIED, _IN_FAVOUR),
)
_READERS = (_leads, _fate, _told, _proposes, _body_told, _passive)
