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
from enum import StrEnum

from index.records import Outcome
from ingest.segmenting.sentences import Sentence


class CueKind(StrEnum):
    """What a cue does: opens clauses, tells a decision in one sentence, proposes, or says what became of a proposal."""

    LEAD = "lead"
    TELLING = "telling"
    PROPOSAL = "proposal"
    FATE = "fate"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue at `start` to `end`; its clause begins at `at`. `label` is a letter printed before a lead."""

    kind: CueKind
    start: int
    end: int
    at: int
    label: str | None = None
    outcome: Outcome = Outcome.CARRIED
    amendment: bool = False


_ADVERBS = r"(?:(?:then|also|further|subsequently|therefore|accordingly|unanimously|duly|formally|agreed\s+and|proposed,?\s+seconded\s+and)\s+)*"
_VOTE = r"\([^()\n]{1,60}\)"
_LEAD = re.compile(
    rf"(?P<label>(?:(?<=\n)|\A)[ \t]*\(?(?:[a-z]|\d{{1,2}})[.)]\s+)?"
    rf"(?P<word>\b(?:RESOLVED|RECOMMENDED|ORDERED|AGREED|DECIDED|NOTED)\b|(?:(?<=\n)|\A)[ \t]*(?:And\s+)?(?:Resolved|Recommended|Agreed)\b(?=\s*[:(–-]|\s+(?:that|to|unanimously)\b|\s*\n)"
    rf"|(?:(?<=\n)|\A|(?<=[.):]\s))[ \t]*Decision\b(?=\s*(?:[:(])))"
    rf"\s*[:–-]?\s*(?P<vote>{_VOTE})?\s*(?:unanimously\b)?\s*[:–-]?\s*"
    rf"(?P<that>(?i:that|to)\b[\s:,–-]*)?(?P<body>(?:(?i:the)\s+)?(?:[A-Z][\w&-]*\s+){{0,6}}(?:Committee|Cabinet|Council|Panel|Board|Sub-Committee|Executive)\s*:?(?=\s*\n))?"
)
_BEFORE_LEAD = re.compile(r"(?:\bhad\s+(?:been\s+)?(?:already\s+|previously\s+)?|\bwas\s+previously\s+|\bas\s+)$", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b(?:it\s+was|was|and|were)\s+{_ADVERBS}(?P<verb>agreed|resolved|decided|recommended|voted)\b(?:\s+unanimously|\s+by\s+all(?:\s+present)?|\s+by\s+(?:a\s+)?majority[^,.;]{{0,30}}|\s+by\s+[^,.;]{{1,40}}?)?\s*,?\s*"
    rf"(?P<at>that|to)\b",
    re.IGNORECASE,
)
_TOLD_BARE = re.compile(rf"\bit\s+was\s+{_ADVERBS}(?:agreed|resolved|decided)\s+(?:unanimously\s+)?(?!at\b|in\b|by\b|earlier|previously|last|upon|on\b|and\b)(?P<at>[a-zA-Z])", re.IGNORECASE)
_BODY_TOLD = re.compile(
    r"\b(?:(?:the|this)\s+)?(?:(?:parish|community|town|city|county|joint|scrutiny|planning|full)\s+)?"
    r"(?:(?P<body>council|committee|cabinet|board|panel|sub-committee|meeting|executive|CC|BCC)|(?P<people>councillors|members|the\s+remaining\s+councillors))\s+"
    r"(?:then\s+|also\s+|all\s+)?(?:unanimously\s+)?(?P<verb>resolved|decided|voted|approved|agreed|adopted|endorsed|ratified|received\s+and\s+noted)\b(?:\s+unanimously)?\s*",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:minutes?|reports?|items?|motions?|application|recommendations?|polic(?:y|ies)|accounts?|budget|precept|co-?option|standing\s+orders|matter|plan|scheme|strategy|"
    r"quotation|quote|estimate|proposals?|amendments?|grant|request|agenda|statement|payments?|cheques?|annual\s+\w+|rota|expenditure|terms\s+of\s+reference|nominations?|appointment)"
)
_PASSIVE = re.compile(
    rf"\b{_SUBJECT}\b[^;!?]{{0,260}}?\b(?:was|were|is|are|be)\s+(?:[a-z]+ly\s+|then\s+|also\s+)*(?P<verb>approved|adopted|agreed|accepted|confirmed|endorsed|ratified|deferred|referred|suspended)\b",
    re.IGNORECASE,
)
_NOTING = re.compile(
    r"^(?:the\s+)?(?:[\w’'-]+\s+){0,9}?(?:reports?|updates?|minutes|correspondence|position|contents?|information|programme|accounts?|statement|notes?)\b[^;!?]{0,120}?\b(?:was|were)\s+(?:[a-z]+ly\s+)*(?:received\s+and\s+)?noted\b",
    re.IGNORECASE,
)
_ENDS_AGREED = re.compile(r"\b(?:was|were)\s+(?:unanimously\s+)?agreed(?:\s+unanimously)?\s*\.?$", re.IGNORECASE)
_ELECTED = re.compile(r"\b(?:was|were)\s+(?:[a-z]+ly\s+)*(?:elected|appointed|co-opted|re-elected)\b(?!\s+(?:in|by\s+the\s+(?:government|public)))", re.IGNORECASE)
_PUT_OFF = re.compile(r"\b(?:item|matter|motion|report|application|this)\b[^.;]{0,80}\b(?:was|were|be)\s+(?:[a-z]+ly\s+)?(?:deferred|adjourned|held\s+over)\b", re.IGNORECASE)
_PROPOSES = re.compile(
    r"\b(?:(?:proposed|moved|move)\b(?:\s+by\b[^.;:]{3,120}?)?(?:[,;]?\s+(?:and\s+)?(?:it\s+was\s+)?seconded\s+by\b[^.;:]{3,60}?)?(?:\s+at\s+(?:the|our)\s+next\s+meeting(?:\s+of\b[^.;:]{3,80}?)?)?|proposal\s+(?:was\s+made|of\b[^.;:]{3,80})|"
    r"(?:following|an?)\s+(?P<amend>amendment)\b[^.;:]{0,60})\s*[,:;]?\s*(?P<at>that\b|to\s+(?!the\b)[a-z]|[“\"](?:that|to)\b|acceptance\b)",
    re.IGNORECASE,
)
_FATE = re.compile(
    r"\b(?P<what>motion|amendment|proposal|proposition|counter[- ]?proposal|resolution|part\s*(?:8|viii)|recommendations?|vote|it|this|option)\b(?:[^.;\n]|\n(?!\s*\n\s*[A-Z“])){0,110}?\b"
    r"(?P<fate>carried|defeated|lost|fell|falls|passed|not\s+carried|withdrawn|withdrew|not\s+seconded|no\s+seconder|rejected)\b",
    re.IGNORECASE,
)
_FATE_ALONE = re.compile(
    r"^(?:(?:and\s+)?(?:unanimously\s+)?(?P<fate>carried|lost|defeated|agreed|approved)(?:\s+unanimously)?|all\s+(?:were\s+)?(?:in\s+favour|agreed)|(?:there\s+was\s+|for\s+want\s+of\s+(?:a\s+)?|with\s+)?(?P<none>no\s+seconder)[^.]{0,40})\s*\.?$",
    re.IGNORECASE,
)
_WITHDREW = re.compile(r"\b(?:withdrew|withdrawn|be\s+withdrawn|agreed\s+to\s+withdraw)\b[^.]{0,60}\b(?:motion|amendment|proposal)|\b(?:motion|amendment|proposal)\b[^.]{0,120}\b(?:was|were|be)\s+withdrawn", re.IGNORECASE)
_NO_SECONDER = re.compile(r"\b(?:no\s+seconder|not\s+seconded|failed\s+to\s+(?:find|attract|receive)\s+a\s+seconder|(?:want|lack)\s+of\s+a\s+seconder)\b", re.IGNORECASE)
_NOT_HERE = re.compile(r"\b(?:had\s+been|has\s+been|have\s+been|was\s+previously|at\s+(?:the|its|a)\s+(?:last|previous)\s+meeting\b[^.]{0,40}\bagreed|agreed\s+at\s+(?:the|its|a)\s+(?:last|previous))", re.IGNORECASE)
_UNDERTAKES = re.compile(r"\b(?:clerk|secretary|officers?|chairman|chair|director|(?:cllr|councillor)\s+[A-Z]\w+)\s+agreed\s+to\b", re.IGNORECASE)
_FATES = {
    "defeated": Outcome.LOST, "lost": Outcome.LOST, "fell": Outcome.LOST, "falls": Outcome.LOST, "not carried": Outcome.LOST,
    "rejected": Outcome.LOST, "withdrawn": Outcome.WITHDRAWN, "withdrew": Outcome.WITHDRAWN, "not seconded": Outcome.NOT_PUT,
    "no seconder": Outcome.NOT_PUT,
}  # fmt: skip


def find_cues(text: str, found: list[Sentence]) -> Iterator[Cue]:
    """Yield the cues of an item, sentence by sentence; the strongest cue of a sentence speaks for it."""
    for place, sentence in enumerate(found):
        leads = list(_leads(text, sentence))
        if leads:
            yield from leads
            continue
        words = text[sentence.start : sentence.end]
        cue = next((cue for read in _READERS if (cue := read(words, sentence, place))), None)
        if cue is not None:
            yield cue


def _leads(text: str, sentence: Sentence) -> Iterator[Cue]:
    for match in _LEAD.finditer(text, sentence.start, min(len(text), sentence.end + 200)):
        if match.start("word") >= sentence.end or _BEFORE_LEAD.search(text, max(0, match.start() - 20), match.start("word")):
            continue
        label = (match["label"] or "").strip(" ().\n\t") or None
        at = match.end() if match["body"] else match.start("that") if match["that"] else match.end()
        yield Cue(CueKind.LEAD, match.start("word"), match.end(), at, label)


def _told(words: str, sentence: Sentence, _place: int) -> Cue | None:
    if _NOT_HERE.search(words) or _UNDERTAKES.search(words):
        return None
    match = _TOLD.search(words) or _TOLD_BARE.search(words)
    return _cue(CueKind.TELLING, sentence, match, match.start("at")) if match else None


def _body_told(words: str, sentence: Sentence, _place: int) -> Cue | None:
    match = _BODY_TOLD.search(words)
    if match is None or _NOT_HERE.search(words):
        return None
    verb, follows = match["verb"].lower(), words[match.end() : match.end() + 5].lower()
    if match["people"] and verb == "agreed" and not follows.startswith("to "):
        return None
    at = match.end() if follows.startswith(("that ", "to ")) else match.start()
    return _cue(CueKind.TELLING, sentence, match, at)


def _passive(words: str, sentence: Sentence, _place: int) -> Cue | None:
    if _NOT_HERE.search(words):
        return None
    match = _PUT_OFF.search(words)
    if match:
        return _cue(CueKind.TELLING, sentence, match, 0, Outcome.DEFERRED)
    match = _PASSIVE.search(words) or _NOTING.search(words) or _ENDS_AGREED.search(words) or _ELECTED.search(words)
    return _cue(CueKind.TELLING, sentence, match, 0) if match else None


def _fate(words: str, sentence: Sentence, _place: int) -> Cue | None:
    if _NO_SECONDER.search(words):
        return _cue(CueKind.FATE, sentence, _NO_SECONDER.search(words), 0, Outcome.NOT_PUT)
    if _WITHDREW.search(words):
        return _cue(CueKind.FATE, sentence, _WITHDREW.search(words), 0, Outcome.WITHDRAWN)
    match = _FATE_ALONE.match(words) or _FATE.search(words)
    if match is None or (match.re is _FATE and not _declares(words, match)):
        return None
    outcome = _FATES.get(re.sub(r"\s+", " ", (match["fate"] or "").lower()), Outcome.CARRIED)
    return _cue(CueKind.FATE, sentence, match, 0, outcome, amendment="amendment" in match.group().lower())


def _declares(words: str, match: re.Match[str]) -> bool:
    """A fate is one when it is declared, put or voted: "works were carried out" and "the mobile signal was lost" are not."""
    if words[match.end("fate") : match.end("fate") + 5].strip().startswith("out"):
        return False
    strong = match["what"].lower() not in {"it", "this", "option", "recommendations", "recommendation", "vote"}
    return strong or bool(re.search(r"\b(?:declared|motion|amendment|proposal|put\s+to\s+the\s+vote|voted|casting)\b", words, re.IGNORECASE))


def _proposes(words: str, sentence: Sentence, _place: int) -> Cue | None:
    match = _PROPOSES.search(words)
    if match is None:
        return None
    amendment = bool(re.search(r"\bamendment\b", words[: match.end()], re.IGNORECASE))
    return _cue(CueKind.PROPOSAL, sentence, match, match.start("at"), amendment=amendment)


def _cue(
    kind: CueKind, sentence: Sentence, match: re.Match[str] | None, at: int, outcome: Outcome = Outcome.CARRIED, *, amendment: bool = False
) -> Cue | None:
    if match is None:
        return None
    return Cue(kind, sentence.start + match.start(), sentence.start + match.end(), sentence.start + at, None, outcome, amendment)


_READERS = (_fate, _told, _proposes, _body_told, _passive)
