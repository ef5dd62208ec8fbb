"""What was promised to be done, by whom, and by when?

Takes the sentences of an item and the spans of what it decided, gives promises: "Clerk to write to Highways", "JS agreed to
contact the owner", "All proposals will be brought back to the Joint Committee", "Action: SJ". What others plan ("the road will be
closed by the water company"), what a motion asks for and what was resolved are no undertakings; the last is a decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence

from index.records import Undertaking
from index.sentences import Sentence
from index.sources import SourceSpan
from ingest.segmenting.people import NAMED
from ingest.segmenting.people import TITLED
from ingest.segmenting.running import RunningText

_VERBS = (
    r"(?:write|contact|chase|report|investigate|arrange|obtain|check|follow|send|e-?mail|speak|request|look|circulate|liaise|"
    r"draft|prepare|order|get|"
    r"find|advise|inform|respond|reply|raise|submit|add|put|bring|update|monitor|remind|purchase|buy|seek|forward|organise|"
    r"pass|complete|produce|publish|collect|confirm|pursue|progress|ask|revert|provide|distribute|notify|telephone|phone|ring|"
    r"clarify|invite|approach|source|issue|re-?send|research|enquire|inquire|feed\s+back|discuss|meet|apply|register|place|"
    r"review|attend\s+to|"
    r"let|give|take|make|draw|compile|install|remove|repair|deal|share|display|post|convey|acknowledge|thank|inspect|ensure|"
    r"re-?contact|try|talk|visit|set\s+up|action)"
)
_CAP = r"[A-Z][\w’'/&-]*"
_HOLDS = (
    r"(?:Head|Director|Manager|Officer|Leader|Mayor|Provost|Conven[eo]r|President|Chair(?:man|person|woman)?|Clerk|Secretary|"
    r"Treasurer|Solicitor|Accountant|Surveyor|Planner|Architect|Registrar|Engineer|Chief\s+Executive|Portfolio\s+Holder|"
    r"(?:Cabinet|Executive|Lead)\s+Member|Co-?ordinator|Librarian|Warden|Administrator)"
)
# "The Head of Customer Services", "The A/Senior Engineer", "The Leader, Councillor Vane": an office is who, as printed.
_OFFICE = (
    rf"[Tt]he\s+(?:{_CAP}\s+){{0,5}}?{_HOLDS}(?:\s+(?:of|for)\s+(?:the\s+)?{_CAP}(?:,?\s+(?:(?:and|of|the|for|&)\s+){{0,2}}"
    rf"{_CAP}){{0,6}})?(?:,?\s+\(?{TITLED}(?:[A-Z]\.?\s?)*{_CAP}(?:\s+{_CAP}){{0,2}}\)?)?"
)
_PERSON = (
    rf"{_OFFICE}|(?:[Tt]he\s+)?(?:(?:Parish|Town|Assistant|Deputy|Acting|Community|Footpath|Tree|Senior|Executive|Chief|"
    rf"Meetings?)\s+)*(?:Clerk|Chair(?:man|person|woman)?|Vice[-\s]Chair(?:man)?|"
    r"Secretary|Treasurer|Administrator|Engineer|Warden|RFO|Officer)(?:\s+and\s+(?:the\s+)?(?:Clerk|Chair\w*))?"
    rf"|{TITLED}(?:[A-Z]\.?\s?)*[A-Z][\w’'À-ÿ-]+(?:\s+[A-Z][\w’'À-ÿ-]+){{0,2}}(?:\s*(?:,|and|"
    rf"&)\s*{TITLED}(?:[A-Z]\.?\s?)*[A-Z][\w’'À-ÿ-]+)?"
    r"|(?<![\w.])[A-Z]{2,3}[a-z]?(?:\s*(?:/|,|and|&)\s*[A-Z]{2,3}[a-z]?)*"
)
# Initials that are a body's, not a person's: "NCC will arrange". Some are also somebody's; then the promise is left out.
_NOT_PEOPLE = re.compile(
    r"(?:\b[A-Z]{0,3}(?:CC|BC|DC|PC|TC)|BT|UK|EU|NHS|HSE|AGM|TV|IT|HR|AOB|SPC|MEP|MSP|MP|TD|GP|FP|RAF|LED|PTA|CIL|VAT|SAS|OPW|"
    r"TII|NTA|MD|BHA|MOT)$"
)
_PROMISES = re.compile(
    rf"\s+(?:(?:also|then|both|all|kindly|therefore|each)\s+)*(?P<how>(?:has\s+)?(?:agreed|undertook|offered|volunteered|"
    rf"promised|undertaken)\s+to|is\s+to|"
    rf"was\s+to|will|would|to)\s+(?:(?:also|then|again|further|therefore|now|try\s+(?:to|and)|"
    rf"be\s+able\s+to)\s+)*(?P<verb>{_VERBS})\b"
)
# A promise in so many words may be to do anything: "undertook to customise the form", "promised a report by March".
_GAVE_WORD = re.compile(
    r",?\s+(?:(?:also|then|both|all|therefore|each|again|has|have)\s+)*(?P<how>(?:undertook|promised|volunteered)\s+(?:to\s+(?!"
    r"(?:be|stand|serve)\b)|that\s+)|promised\s+(?:a|an|the|him|her|them|members|councillors)\s+|gave\s+an\s+undertaking\s+(?:to|"
    r"that)\s+)(?P<verb>\w+)"
)
# Who replied promises, where the promise is the end of the reply: "The Leader replied that it was so, and promised a report".
_REPLIED = re.compile(
    rf"^\W*(?:\w{{0,3}}[.)]\s+)?(?:[Ii]n\s+(?:reply|response|"
    rf"answer)[^,]{{0,40}},\s+)?(?P<who>{_PERSON}),?\s+(?:also\s+)?(?:replied|said|"
    rf"answered|reported|stated|explained|responded|confirmed|advised|apologised|thanked|agreed|acknowledged)\b.*?,?\s+and\Z",
    re.DOTALL,
)
_BY = re.compile(rf"(?P<who>{_PERSON})\Z")
_REACH = 120
_BROUGHT = re.compile(
    r"\b(?:will|would|to)\s+be\s+(?:brought\s+(?:back|forward|to)|reported\s+(?:back|to)|(?:placed|put|added|included)\s+(?:on|"
    r"to|in)\s+(?:\w+\s+){0,4}agenda|"
    r"forwarded\s+to|circulated|sent\s+to|(?:considered|discussed|reviewed)\s+(?:further\s+|again\s+)?at\s+(?:\w+\s+){0,4}meeting|"
    r"carried\s+(?:over|forward)\s+to|submitted\s+to|presented\s+(?:to|at)|followed\s+up|provided\s+to)\b",
    re.IGNORECASE,
)
_BACK_TO_US = re.compile(
    r"\b(?:next|following|future|later|forthcoming|subsequent|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December))\b[^.]{0,30}\b(?:meeting|agenda)\b|"
    r"\bagenda\b|\b(?:committee|council|cabinet|members|councillors?|cllrs?|meeting|panel|board)\b|\bbrought\s+back\b|"
    r"\breported\s+back\b",
    re.IGNORECASE,
)
_ACTION = re.compile(r"^\W*(?:\(?\s*)?(?:ACTIONS?|Actions?)\s*(?:by)?\s*[:–-]\s*(?P<who>[^\n]{2,200})", re.DOTALL)
_ACTION_END = re.compile(r"\b(?:ACTION|Action)S?\s*(?:by)?\s*[:–-]\s*(?P<who>[A-Z][\w./&,’' -]{1,40}?)\s*[).]*\s*$")
_BARE = re.compile(rf"(?:{_PERSON}|{NAMED}|All(?:\s+\w+)?|[A-Z][\w’']+(?:\s*(?:,|/|&|and)\s*[A-Z][\w’']*)*)\s*\Z")
_NOT_A_PROMISE = re.compile(
    r"^\W*(?:\(?\w{1,4}[.)]\s*)?(?:I\b|RESOLVED|Resolved|RECOMMENDED|It\s+was\s+(?:proposed|resolved|agreed|recommended)|"
    r"To\s+(?:consider|receive|approve|agree|discuss|note)|That\b|“That|DECISION|Decision\b|Proposed)|"
    r"\b(?:proposed|resolved|moved|recommended)\s+that\b|\?\s*$|\bif\b[^.]{0,60}\b(?:would|will)\b|\b(?:asked|requested|hoped|"
    r"suggested|felt|wished|believed|thought|queried|questioned)\s+(?:if|that|whether|for)\b|"
    r"\bit\s+was\s+(?:\w+\s+){0,2}agreed\s+that\b|\bcould\s+the\b|\bwhether\b|\bcalls?\s+on\b",
)
_RELATIVE = re.compile(
    r"\b(?:who|which|that|if|when|until|unless|once|asked|requested|for|whether|as)\s*(?:the\s*)?\Z", re.IGNORECASE
)
_WHEN = re.compile(
    r"\b(?:(?:at|to|for|before|by|on|in|until|prior\s+to)\s+)(?:(?:the|our|a|its|their|this)\s+)?(?:(?:end\s+of\s+)?(?:(?:early|"
    r"late|"
    r"mid)[-\s])?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+(?:\d{4}|meeting|"
    r"agenda))?"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?:\s+\d{4})?"
    r"|next\s+(?:\w+\s+){0,2}(?:meeting|agenda|month|week|year)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\d{1,2}(?:st|nd|"
    r"rd|th)?\s+"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d{4})?)?|(?:new\s+year|"
    r"near\s+future|due\s+course|autumn|spring|summer|"
    r"winter|coming\s+weeks))\b|\b(?:by|before|at)\s+(?:Christmas|Easter|(?:the\s+)?end\s+of\s+(?:the\s+)?(?:week|month|year))\b|"
    r"\bwithin\s+(?:the\s+next\s+)?\w+\s+(?:working\s+)?(?:days?|weeks?|months?)\b",
    re.IGNORECASE,
)


def read_undertakings(running: RunningText, found: Sequence[Sentence], decided: Sequence[SourceSpan]) -> tuple[Undertaking, ...]:
    """Return what these sentences promise, in order; sentences that hold any of the spans `decided` are decisions instead."""
    return tuple(
        promised
        for place, sentence in enumerate(found)
        if (promised := _promised(running, found, place, sentence)) and not _overlap(promised.spans, decided)
    )


def _promised(running: RunningText, found: Sequence[Sentence], place: int, sentence: Sentence) -> Undertaking | None:
    words = running.text[sentence.start : sentence.end]
    action = _ACTION.match(words)
    if action:
        return _of_action(running, found, place, sentence, action["who"])
    word = next(_words_given(words), None)
    if word is None and _NOT_A_PROMISE.search(words):
        return None
    promise = word or next(_promises(words), None)
    ending = _ACTION_END.search(words)
    brought = None if promise else _BROUGHT.search(words)
    if promise is None and ending is None and not (brought and _BACK_TO_US.search(words, brought.start())):
        return None
    who = promise[0] if promise else ending["who"] if ending else None
    # Behind the verb that promises: "on 1 December the number was 214, and promised a report by the end of February".
    when = _WHEN.search(words, promise[1] if promise else brought.start() if brought else 0)
    return Undertaking(running.spans(sentence.start, sentence.end), _tidy(who), _tidy(when.group()) if when else None)


def _of_action(running: RunningText, found: Sequence[Sentence], place: int, sentence: Sentence, said: str) -> Undertaking | None:
    """Read a line of action: "Action: SJ" belongs to the sentence above, "Action: Clerk to write" says itself what."""
    bare = _BARE.fullmatch(said.strip(" .)\n"))
    start = found[place - 1].start if bare and place else sentence.start
    if bare and not place:
        return None
    promise = None if bare else next(_promises(said), None)
    who = said.strip(" .)\n") if bare else promise[0] if promise else None
    when = _WHEN.search(running.text, start, sentence.end)
    return Undertaking(running.spans(start, sentence.end), _tidy(who), _tidy(when.group()) if when else None)


def _words_given(words: str) -> Iterator[tuple[str, int]]:
    """Who gave their word, and where what they promise begins."""
    for match in _GAVE_WORD.finditer(words):
        replied = _REPLIED.match(words[: match.start()])
        who = replied or _who(words, match)
        told_of = who is not None and (
            _RELATIVE.search(words, 0, who.start("who")) or _NOT_A_PROMISE.search(words[: match.start()])
        )
        if who is not None and not told_of:
            yield who["who"], match.start("how")


def _promises(words: str) -> Iterator[tuple[str, int]]:
    """Who promises in these words, and where the promise begins: not one of whom it is asked, nor one told of in passing."""
    for match in _PROMISES.finditer(words):
        who = _who(words, match)
        if who is None or _RELATIVE.search(words, 0, who.start()):
            continue
        before = words[: who.start()]
        # "Clerk to write" promises only where it begins: "the office of the Clerk to post" and "asked JS to ring" do not.
        if (
            match["how"] != "to"
            or not re.search(r"[\w,’'][^.;:–•-]*\Z", before)
            or re.search(r"agreed\s+(?:for|that)\s*\Z", before)
        ):
            yield who["who"], match.start("how")


def _who(words: str, match: re.Match[str]) -> re.Match[str] | None:
    """The person or office that stands right before these words; initials that are a body's are nobody's."""
    begin = max(0, match.start() - _REACH)
    who = _BY.search(words, begin, match.start() + 1) or _BY.search(words, begin, match.start())
    return None if who is None or _NOT_PEOPLE.search(who["who"].strip()) else who


def _overlap(spans: Sequence[SourceSpan], decided: Sequence[SourceSpan]) -> bool:
    return any(one.page == other.page and one.start < other.end and other.start < one.end for one in spans for other in decided)


def _tidy(words: str | None) -> str | None:
    return re.sub(r"\s+", " ", words).strip(" .,;:") or None if words else None
