"""Which sentences tell a decision in one breath?

Takes a sentence, gives its telling: "it was agreed that …", "The Committee resolved to …", "The minutes were approved", "Cllr Vane
was elected Chairman", "support was given to …". The clause is the part that means something alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.records import Outcome
from index.sentences import Sentence
from ingest.segmenting.cue import Cue
from ingest.segmenting.cue import CueKind
from ingest.segmenting.cue import cue_of
from ingest.segmenting.limbs import below
from ingest.segmenting.proposals import GAP
from ingest.segmenting.supposing import how_to_vote
from ingest.segmenting.supposing import in_reasons
from ingest.segmenting.supposing import not_here
from ingest.segmenting.supposing import reported
from ingest.segmenting.supposing import supposes
from ingest.segmenting.supposing import undertakes

_ADVERBS = (
    r"(?:(?:then|also|further|subsequently|therefore|accordingly|unanimously|duly|formally|finally|generally|again|"
    r"agreed\s+and|proposed,?\s+seconded\s+and)\s+)*"
)
_TOLD = re.compile(
    rf"\b(?P<lead>it\s+was|and|(?:all|everyone)(?=\s+agreed\s+(?:to|that)\b))\s+{_ADVERBS}(?P<verb>agreed|resolved|"
    rf"decided|recommended|"
    rf"voted|ordered)\b(?:\s+unanimously|"
    rf"\s+by\s+all(?:\s+present)?|\s+by\s+(?:a\s+)?majority[^,.;]{{0,30}}|\s+by\s+[^,.;]{{1,40}}?|\s*\([^()]{{1,40}}\)|"
    rf"\s*,\s*(?:as\s+)?(?:proposed|moved)\b{GAP}{{3,110}}?|,?\s+on\s+the\s+propos(?:al|ition)\s+of\b{GAP}{{3,110}}?)?"
    rf"\s*[,:]?[–-]?\s*(?P<at>(?:that|(?:not\s+)?to(?!\s+\d|\s+be\s+an?\s+(?:true|correct|accurate)))\b|[“\"](?=(?:That|"
    rf"To)\b))",
    re.IGNORECASE,
)
# The fate before the words: "seconded Councillor Poole and carried with no-one against: that the thanks be conveyed".
# Welsh: "Cynigiwyd gan y Cyng. P. Harries, eiliwyd gan y Cyng. J. Davies a chytunwyd yn unfrydol bod …".
_RESOLVED_BELOW = re.compile(
    r"\band\s+(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed|carried|adopted)"
    r"\s*[:–-]*\s*$",
    re.IGNORECASE,
)
# "the Chair took the casting vote and determined that two dates per year would be agreed" (Boughton).
_CASTING = re.compile(
    r"\b(?P<lead>casting\s+)vote\s+and\s+(?:determined|decided|ruled|resolved)\s+(?P<at>that|to)\b", re.IGNORECASE
)
_WELSH = re.compile(
    r"\b(?P<lead>)(?:chytunwyd|cytunwyd|penderfynwyd)\b(?:\s+yn\s+unfrydol)?,?\s+(?P<at>bod|fod|i|y|rhoi|ymaelodi|derbyn)"
    r"\b",
    re.IGNORECASE,
)
_CARRIED_THAT = re.compile(
    r"\b(?P<lead>seconded)\b[^:]{3,120}?\b(?:carried|agreed|approved|resolved)\b[^.:]{0,40}:\s*(?P<at>that)\b", re.IGNORECASE
)
_FOLLOWING = re.compile(
    r"\b(?P<lead>the\s+)following\s+(?!resolutions?\b)(?:[\w-]+\s+){0,4}(?:was|were)\s+(?:[a-z]+ly\s+)?(?:agreed|approved|"
    r"resolved|adopted|appointed)\b(?P<at>)",
    re.IGNORECASE,
)
_TOLD_BARE = re.compile(
    rf"\b(?P<lead>it\s+was)\s+{_ADVERBS}(?:agreed|resolved|decided)\s+(?:unanimously\s+)?(?!at\b|in\b|by\b|earlier|"
    rf"previously|last|"
    rf"upon|on\b|and\b|not\b|with\b|between\b)(?P<at>[a-zA-Z])",
    re.IGNORECASE,
)
# "Resolution taken to exclude the public" (Stoke Ferry), "a resolution was unanimously adopted calling on" (Limerick).
_A_RESOLUTION = re.compile(
    r"\b(?P<lead>a\s+)?resolution\s+(?:(?:was|is)\s+)?(?:[a-z]+ly\s+)?(?:taken|passed|adopted|made)\s+(?P<at>to\b|that\b|"
    r"[a-z]+ing\b)",
    re.IGNORECASE,
)
# "… it was agreed that the following resolution be adopted by the same voting:" opens the resolution below it.
# "It was agreed that the use of reserves was prudent" is what members thought, not what they decided.
_MOVERS_BELOW = re.compile(r"\s*(?:proposed|moved)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"that\b(?!.*\b(?:would|should|shall|will|must|can|could|may|be|to\s+be|is|are|minutes|correct|accurate)\b)[^.]*?\b(?:was|"
    r"were|had)\b",
    re.IGNORECASE | re.DOTALL,
)
_WRITTEN_BELOW = re.compile(r"that\s+the\s+following\s+resolution\s+be\s+adopted", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:they|(?:the\s+)?(?:elected\s+)?(?:members|councillors))\s+(?:also\s+|then\s+|further\s+)?(?:agreed|requested)"
    r"\s+(?P<at>that)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(r"\b(?:(?:proposed|moved)\s+by|seconded|propos(?:al|ition)\s+of)\b", re.IGNORECASE)
_A_BODY = re.compile(r"\b(?:council|committee|cabinet|board|panel|meeting|executive|CC)\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"\b(?:members|councillors|they|he|she|director|officer|chief\s+executive|clerk|cllr|councillor)\b", re.IGNORECASE
)
_BODY = (
    r"(?:(?:the|this)\s+)?(?:(?:parish|community|town|city|county|joint|scrutiny|planning|full|district|borough|annual|"
    r"elected|remaining|sub)[\s-]+)*"
    r"(?:(?P<body>council|committee|cabinet|board|panel|sub-committee|meeting|(?<!hief\s)executive|CC|BCC|PC|commission|forum)|"
    r"(?P<people>councillors|members))"
)
_BODY_TOLD = re.compile(
    rf"\b{_BODY}\s+(?:ha(?:ve|s)\s+(?=(?:\w+ly\s+)?(?:agreed|resolved|decided)\b))?(?:then\s+|also\s+|all\s+|therefore\s+|"
    rf"duly\s+|formally\s+|subsequently\s+)*(?:unanimously\s+)?"
    r"(?P<verb>resolved|decided|voted|approved|confirmed|agreed|adopted|endorsed|gave\s+(?:its|their)\s+(?:permission|"
    r"consent|approval)|"
    r"accepted|ratified|(?:received|considered)\s+and\s+noted|noted\s+and\s+(?:approved|agreed|accepted)|noted(?!\s+that)|"
    r"received(?=\s+the\s+(?:report|update|minutes|accounts)\s*\.?$))\b(?:\s+unanimously|\s+therefore)?"
    r"(?:,?\s*(?:\([^()]{3,80}\)|(?:by|with|on)\s+[^.;,]{3,60}),?(?=\s+(?:to|that)\b))?\s*",
    re.IGNORECASE,
)
_NOTED_THING = re.compile(
    r"(?:the\s+|this\s+)?(?:[\w’'&-]+\s+){0,6}?(?:reports?|updates?|minutes|correspondence|contents|position|information|"
    r"recommendations?|programme|accounts|statement|plan)\b",
    re.IGNORECASE,
)
# "In January 2010 Norfolk County Council agreed a policy" (Stoke Ferry) is no decision of the parish.
_ANOTHER_COUNCIL = re.compile(r"\b[A-Z][a-z]+\s*(?:County|Borough|District|Regional)\s+Council\s+(?:\w+\s+){0,2}\w+\s*$")
_NOT_SAID = re.compile(r"on\s+(?:the|a|an|this)\b", re.IGNORECASE)
_REFUSED = re.compile(r"\bwas\s+(?:refused|lost|rejected|defeated|declined|not\s+\w+)", re.IGNORECASE)
_LATER = re.compile(r"\b(?:will|shall|to|can|must)\s+be\s+(?:[a-z]+ly\s+|\w+\s+and\s+)?$", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:asked|requested|suggested|wished|wanted|wishing|hoped|felt|proposed)\s+(?:for\s+|that\s+)?(?:the|this)\b", re.IGNORECASE
)
_WITH_PROPOSAL = re.compile(r"with\s+(?:the\s+|this\s+)?(?:proposal|recommendation|request)s?\b", re.IGNORECASE)
_SHORT = 14
"""Words up to which a sentence that notes something is the whole minute of it."""
_BEGINS = 40
"""Characters before the body in a sentence that are of its decision: "With that change the Board agreed the minutes"."""
_SOON = 40
"""Characters past a verb in which "at the last meeting" is of it."""
_SUBJECT = (
    r"(?:minutes?|reports?|items?|motions?|applications?|recommendations?|polic(?:y|ies)|accounts?|budgets?|precept|co-?option|"
    r"standing\s+orders|matter|plan|scheme|strategy|regulations|assessments?|insurance|tender|contracts?|donations?|register|"
    r"quotations?|quotes?|estimates?|proposals?|amendments?|grants?|requests?|agenda|statements?|payments?|cheques?|"
    r"annual\s+\w+|"
    r"rota|invoices?|expenses|dates?|fees?|charges|costs?|purchase|return|audit|constitution|delegations?|appointments|"
    r"expenditure|terms\s+of\s+reference|nominations?|appointment)"
)
_PASSIVE = re.compile(
    rf"\b{_SUBJECT}\b[^;!?]{{0,260}}?\b(?:was|were|be)\s+(?:taken\s+as\s+read,?\s+(?:and\s+)?)?(?:[a-z]+ly\s+|then\s+|"
    rf"also\s+|all\s+)*"
    rf"(?:re-?)?(?:(?:considered|discussed|reviewed|received|read|checked|noted)\s+and\s+)?(?P<verb>approved|adopted|"
    rf"agreed|accepted|confirmed|endorsed|ratified|deferred|referred|suspended|authorised|passed(?!\s+(?:to|on)\b))\b"
    r"(?!\s+by\s+(?:the\s+)?(?:\w+\s+){0,2}(?:borough|district|county|planning\s+(?:authority|inspect\w+)|inspector|"
    r"government|BCKLWN))",
    re.IGNORECASE,
)
_NOTING = re.compile(
    r"^(?:\(?\w{1,2}[.)]\s+)?(?:the\s+)?(?:[\w’'-]+\s+){0,9}?(?:reconciliation|payments|receipts|balances|audit|reports?|"
    r"updates?|minutes|correspondence|position|contents?|information|programme|"
    r"accounts?|statement|notes?|plans?|timetable|figures|terms\s+of\s+reference)\b[^;!?]{0,120}?\b(?:was|"
    r"were)\s+(?:[a-z]+ly\s+)*(?:received\s+and\s+)?noted\b",
    re.IGNORECASE,
)
_ENDS_AGREED = re.compile(r"\b(?:was|were)\s+(?:unanimously\s+)?(?:agreed|approved)(?:\s+unanimously)?\s*\.?$", re.IGNORECASE)
# "Payments approved, prop. Cllr Eckley", "Accounts agreed": the verb without its "were".
_SHORT_OF = re.compile(
    rf"^\W*(?:the\s+)?(?:[\w&’'/-]+\s+){{0,4}}?{_SUBJECT}\s+(?:all\s+|unanimously\s+)?(?:approved|agreed|adopted|accepted)"
    rf"\b(?!\s+by\s+the\s+(?:borough|district|county))",
    re.IGNORECASE,
)
_MINUTES_SIGNED = re.compile(r"\bminutes\b[^.]{0,200}\b(?:were|was)\s+(?:\w+,?\s+){0,6}signed\b", re.IGNORECASE)
_ADOPTED_ON = re.compile(r"^\W*(?:adopted|approved|agreed)\s+on\s+the\s+propos(?:al|ition)\s+of\b", re.IGNORECASE)
_STOOD_REFERRED = re.compile(r"\bstood\s+(?:referred|adjourned|deferred)\b", re.IGNORECASE)
_NOTED_ALONE = re.compile(
    r"^\W*(?:[^.]{3,80}[–:-]\s*)?(?:received\s+and\s+)?noted(?:\s+with\s+\w+)?\W*$|"
    r"\b(?:was|were)\s+received\s+and\s+[^.]{0,40}\bnoted\b",
    re.IGNORECASE,
)
_SUPPORT = re.compile(r"\b(?:support|approval|permission|consent)\s+was\s+(?:[a-z]+ly\s+)?given\s+to\b", re.IGNORECASE)
_ELECTED = re.compile(
    r"\b(?:was|were|therefore|duly|and)\s+(?:[a-z]+ly\s+)*(?:elected|appointed|co-opted|re-elected|re-appointed)\b"
    r"(?!\s+(?:in|by\s+the\s+(?:government|public)|members?\b|councillors?\b|representatives?\b|officers?\b))",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:item|matter|motion|report|application|this|decision|discussion)\b[^.;]{0,80}(?<!\bto)\s(?:was|were|be|"
    r"will\s+be)\s+(?:[a-z]+ly\s+)?"
    r"(?:deferred|adjourned|held\s+over|postponed)\b",
    re.IGNORECASE,
)
_PUT_OFF_FIRST = re.compile(
    r"\W*(?:deferred|held\s+over|(?:adjourned|postponed)(?=\s+(?:to|until|till)\b))"
    r"\b(?!\s+(?:from|by|payment))",
    re.IGNORECASE,
)
_RECORD_AGREED = re.compile(
    r"\W*(?:(?:were|was)\s+)?(?:agreed|approved|confirmed|accepted|signed|adopted)\s+(?:\w+ly\s+)?as\s+(?:a|an|the)\s+"
    r"(?:correct|true|accurate)|\W*(?:agreed|approved|confirmed|accepted)\b[^.]{0,60}\bsigned\s+by\s+the\s+chair",
    re.IGNORECASE,
)
# Below "Minutes:" or "Decision:" on a published page the resolution may stand as an infinitive: "To approve the minutes …".
_INFINITIVE = re.compile(r"To\s+(?:approve|agree|note|adopt|endorse|receive|accept|confirm|recommend|grant|refuse)\b")
_PUBLISHED = re.compile(r"(?:Minutes|Decisions?)\s*:\s*\Z")
_SUBJECT_STARTS = re.compile(
    rf"(?:\b(?:The|This|A|An)\s+|(?<=, )the\s+|\b(?=Standing\s))(?=(?:[\w’'()/-]+\s+){{0,4}}?(?i:{_SUBJECT})\b)"
)


def told(text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield "it was agreed that" and its like."""
    resolved = _RESOLVED_BELOW.search(words)
    if resolved and below(text, sentence.end) and _MOVED.search(words):
        yield cue_of(CueKind.TELLING, sentence, resolved, len(words))
        return
    match = _first_told(text, words, sentence)
    if match is None or _tells_nothing(text, words, sentence, match):
        yield from _they_also(words, sentence)
        return
    if match["lead"] and match["lead"].lower() == "and" and not _body_acts(words, match):
        return
    said = words[max(0, match.start() - 5) : match.start("at")].lower()
    if match.re is not _A_RESOLUTION and "and it was" not in said and reported(words, match.start()):
        return
    if not _WRITTEN_BELOW.match(words, match.start("at")) and not _OPINION.match(words, match.start("at")):
        yield cue_of(CueKind.TELLING, sentence, match, match.start("at"))


def _first_told(text: str, words: str, sentence: Sentence) -> re.Match[str] | None:
    """The first form of telling that a sentence has; "the following were agreed" only where something follows."""
    follows = below(text, sentence.end) or _MOVERS_BELOW.match(text, sentence.end)
    return next(
        (hit for one in (_FOLLOWING, *_TOLD_FORMS) if (one is not _FOLLOWING or follows) and (hit := one.search(words))), None
    )


def _tells_nothing(text: str, words: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it was told of elsewhere, is one person's promise, only how to vote, or a reason."""
    if not_here(words[: match.start("at")]) or undertakes(words):
        return True
    return how_to_vote(words, match.start()) or in_reasons(text, sentence.start)


def _body_acts(words: str, match: re.Match[str]) -> bool:
    """Whether "and agreed" is the body's act: "seconded by Y and agreed that", not "Members discussed it and agreed that"."""
    before = words[: match.start("at")]
    return bool(_MOVED.search(before) or (_A_BODY.search(before) and not _OF_PEOPLE.search(before)))


def _they_also(words: str, sentence: Sentence) -> Iterator[Cue]:
    """What members go on to ask or agree, right after they decided: "They also agreed that …" (Cappamore-Kilmallock)."""
    match = _GOES_ON.match(words)
    if match and not _OPINION.match(words, match.start("at")):
        yield replace(cue_of(CueKind.TELLING, sentence, match, match.start("at")), passing=True)


def body_told(text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield what the body itself did: "The Committee resolved to …", "Councillors agreed to …"."""
    match = _BODY_TOLD.search(words)
    if match is None or not_here(words[: match.end() + _SOON]) or how_to_vote(words, match.start()) or reported(words, match.end()):
        return
    if in_reasons(text, sentence.start):
        return
    verb, follows = match["verb"].lower(), words[match.end() : match.end() + 5].lower()
    if (
        verb == "noted"
        and (match["people"] or words[: match.start()].strip() or not _NOTED_THING.match(words, match.end()))
        and (verb != "noted" or len(words.split()) > _SHORT or match["people"])
    ):
        return
    if _ANOTHER_COUNCIL.search(words, 0, match.end()) or _NOT_SAID.match(words, match.end()):
        return
    if match["people"] and verb == "agreed" and not follows.startswith("to ") and not _WITH_PROPOSAL.match(words, match.end()):
        return
    told = follows.startswith(("that ", "to ")) and not (match["people"] or "gave" in verb)
    at = match.end() if told else 0 if match.start() <= _BEGINS else match.start()
    yield cue_of(CueKind.TELLING, sentence, match, at)


def passive(text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield what was done to a thing: "The minutes were approved", "the item was deferred", "Cllr Vane was elected"."""
    published = _INFINITIVE.match(words) if _PUBLISHED.search(text, max(0, sentence.start - 20), sentence.start) else None
    if published:
        yield cue_of(CueKind.TELLING, sentence, published, 0)
    if published:
        return
    put_off = _PUT_OFF.search(words) or _PUT_OFF_FIRST.match(words)
    match = put_off or _RECORD_AGREED.match(words) or next((hit for one in _DONE if (hit := one.search(words))), None)
    if match is None or not_here(words[: match.end() + _SOON]):
        return
    if (match.re is _PASSIVE and _LATER.search(words, 0, match.start("verb"))) or _ASKED.search(words, 0, match.end()):
        return
    if put_off and _REFUSED.search(words, match.end()):
        return
    if not supposes(words, 0, match.end()) and not reported(words, match.end()):
        outcome = Outcome.DEFERRED if put_off else Outcome.CARRIED
        yield cue_of(CueKind.TELLING, sentence, match, _subject_of(words, match), outcome)


def _subject_of(words: str, match: re.Match[str]) -> int:
    """Where a sentence truly begins: a heading without a full stop may run into it (Ayton, 6 September 2016)."""
    if match.re is not _PASSIVE:
        return 0
    starts = list(_SUBJECT_STARTS.finditer(words, 0, match.start("verb")))
    return starts[-1].start() if starts else 0


_DONE = (
    _PASSIVE,
    _NOTING,
    _ENDS_AGREED,
    _SUPPORT,
    _ELECTED,
    _STOOD_REFERRED,
    _NOTED_ALONE,
    _MINUTES_SIGNED,
    _ADOPTED_ON,
    _SHORT_OF,
)
_TOLD_FORMS = (_CARRIED_THAT, _A_RESOLUTION, _TOLD, _TOLD_BARE, _WELSH, _CASTING)
