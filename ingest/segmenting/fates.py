"""What do these words say became of a motion?

Takes a sentence, gives the fates in it ("The Mayor declared the Amendment defeated and, therefore, the original Motion carried" is
two), and the ballots that say which motion is put ("a Vote was taken on the proposal to defer"). A fate is one only when it is
declared, put or voted: "works were carried out" is none.
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
from ingest.segmenting.declaring import DECLARED
from ingest.segmenting.elected import CHOSEN
from ingest.segmenting.proposals import GAP
from ingest.segmenting.proposals import clause_start
from ingest.segmenting.proposals import first_proposal
from ingest.segmenting.proposals import put_in_one
from ingest.segmenting.proposals import suggestion
from ingest.segmenting.supposing import reported
from ingest.segmenting.supposing import supposes
from ingest.segmenting.votes import find_vote
from ingest.segmenting.wording import OUTCOMES
from ingest.segmenting.wording import any_of

_NO_FATE = re.compile(
    r"\s+out\b|(?<=lost)\s+(?:his|her|their|its|our|my)\b|"
    r"(?<=withdrawn)\s+from\b(?!\s+(?:the\s+|this\s+)?(?:agenda|meeting|order))|"
    r"\s+by\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:department|minister|government|bord|planning\s+\w+|inspector\w*|"
    r"secretary\s+of\s+state|highways?|irish\s+water|anglian\s+water|court|ombudsman|oireachtas|d[áa]il|seanad|parliament|"
    r"developer|applicant|landowners?|residents?|owners?|police|garda[íi]?|treasury|auditors?|bank|insurers?)\b",
    re.IGNORECASE,
)
"""What follows a word that is no fate here: "carried out", "lost his life", "withdrawn from town", "refused by the Minister"."""
_EARLIER = re.compile(r"\bhad\s+(?:\w+\s+)?been\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# "During discussion of the motion it was noted that there were instances where blood donation was not accepted" (Limerick).
_TOLD_BETWEEN = re.compile(
    r"\b(?:noted|stated|said|felt|highlight(?:ed|ing)|explained|advised|reported|added|where)\b", re.IGNORECASE
)
_SAID = any_of(word for words in OUTCOMES.values() for word in words)
_FATE = re.compile(
    r"\b(?P<what>motions?|amendments?|proposals?|proposition|counter[- ]?proposal|resolution|part\s*(?:8|viii)|"
    r"recommendations?|adjournment|suggestion|reference\s+back|vote|it|this|option)\b[^.;]{0,110}?\b"
    rf"(?!agreed\s+(?:that|to)\b)(?P<fate>(?-i:(?!Fell\b))(?:{_SAID}))\b",
    re.IGNORECASE,
)
_ADOPTED = rf"(?:{any_of([*OUTCOMES['carried'], *OUTCOMES['adopted']])})"
_NOT_ADOPTED = rf"(?:{any_of(word for word in OUTCOMES['lost'] if word.startswith('not '))})"
_ALL_AGREED = (
    r"(?:(?:everyone|all|members|councillors)\s+(?:present\s+)?(?:was\s+|were\s+)?"
    r"(?:in\s+(?:agreement|favour)|agreed))"
)
SECONDED_AND = re.compile(
    rf"\b(?:seconded|sec\.|proposed\s+by)(?:\s+by\b)?(?:(?!\bthat\b){GAP}){{3,80}}?(?:\band\s+(?:(?:this|it)"
    rf"\s+)?(?:was\s+|were\s+)?(?:duly\s+)?(?:unanimously\s+)?|"
    rf"[,;.–-]\s*(?:and\s+)?(?:unanimously\s+|all\s+(?:present\s+|members\s+|councillors\s+|were\s+)*))"
    rf"(?P<fate>{_ADOPTED}|in\s+favour|{_ALL_AGREED})\b"
    r"(?!\s*,?\s*(?:that|to|as\s+an?\s+amendment|by\s+the\s+meeting\s+that)\b|[^.:]{0,40}:\s*that\b)",
    re.IGNORECASE,
)
_AND_AGREED = re.compile(
    rf"[,;]?\s+(?:and|which)\s+(?:this\s+|it\s+)?was\s+(?:then\s+|"
    rf"also\s+)?(?:unanimously\s+)?(?P<fate>{_ADOPTED}|{_NOT_ADOPTED}|lost|defeated|rejected)"
    r"(?:\s+(?:unanimously|with\s+acclamation|nem\.?\s*con\.?|by\s+[^.,;]{1,40}|\([^()]{1,30}\)))?\.?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[;,:–-]\s*(?P<fate>not\s+carried|carried|lost|defeated)\b[^.;]{0,60}\W*$", re.IGNORECASE)
# One sentence says it all: "A proposal from Councillor Aske to disband the panel was put and LOST (2 for; 7 against)."
_WAS = re.compile(
    rf"\b(?:motion|proposal|amendment|suggestion|proposition)\b(?=.*?\b(?:that|to)\b)[^;]{{10,400}}?\b(?:was|were)\s+"
    rf"(?:then\s+|also\s+)?(?:(?:put|voted\s+(?:on|upon))"
    rf"\s+(?:\w+\s+){{0,3}}?and\s+)?(?:declared\s+)?(?P<fate>{_ADOPTED}|{_NOT_ADOPTED}|lost|defeated|"
    rf"rejected|withdrawn|supported)\b(?!\s+(?:that|to)\b)(?!{_NO_FATE.pattern})",
    re.IGNORECASE | re.DOTALL,
)
_BUT_WITHDREW = re.compile(r"\bbut\s+(?:then\s+|later\s+|subsequently\s+)?(?:withdrew|(?:was\s+)?withdrawn)\b", re.IGNORECASE)
_SO_PASSED = re.compile(r"\bresolution\s+was\s+(?:so\s+|duly\s+|then\s+)?(?P<fate>passed|carried|approved)\b", re.IGNORECASE)
_IN_FAVOUR = re.compile(r"\bvoted\s+unanimously\s+in\s+favour\s+of\s+(?:this|the)\s+(?:motion|proposal|amendment)", re.IGNORECASE)
_FATE_ALONE = re.compile(
    rf"^\W*(?:(?:and\s+)?(?:(?:this|it|which|the\s+(?:motion|proposal|suggestion|recommendation|resolution))"
    rf"\s+was\s+)?(?:duly\s+|then\s+)?"
    rf"(?:unanimously\s+)?(?:put\s+to\s+the\s+vote\s+and\s+)?(?P<fate>lost|defeated|rejected|{_ADOPTED}|{_NOT_ADOPTED})"
    rf"(?:\s+unanimously|\s+by\s+(?:all|the)(?:\s+(?:present|members|councillors|meeting|council|committee)){{0,2}})?|"
    rf"(?:[\w’']+\s+){{0,5}}(?:was\s+)?{_ADOPTED}\s+(?:by|with)\s+(?:a\s+)?majority(?:\s+vote)?|"
    r"(?:the\s+)?(?:proposal|motion|amendment|resolution)\s+(?P<short>carried|lost|falls|fell|defeated|passed)|"
    r"(?P<first>carried|lost|defeated|rejected|passed)\s*(?:[–:,(-]|\d|by\b|on\b|with\b|unanimously\b|nem\b)[^.;]{0,80}\)?|"
    rf"(?:and\s+)?{_ALL_AGREED}|"
    r"[^.;]{0,90}?\b(?:for|against|favour|abstentions?|abstained|abstaining|votes?)"
    r"\b[^.;\n]{0,12}?[\s,–-]+(?P<after>carried|lost|defeated)|"
    r"(?:voting\s+was\s+)?unanimous(?:\s+in\s+favour)?|(?:this\s+was\s+)?unanimously\s+(?:in\s+favour|supported)|"
    r"all\s+(?:were\s+|voted\s+)?(?:in\s+favour|agreed)|(?:there\s+was\s+|for\s+want\s+of\s+(?:a\s+)?|"
    r"with\s+)?(?P<none>no\s+seconder)[^.]{0,40})\s*\.?$",
    re.IGNORECASE,
)
# "AGREED" or "Agreed:" alone opens clauses (leads.py); "Agreed." closes a proposal.
_BARE = re.compile(r"\W*(?:AGREED|APPROVED|ADOPTED|(?i:agreed|approved|adopted)(?=\W*$)(?!\.))\W*")
_WITHDREW = re.compile(
    r"\b(?:wished|happy|agreed|decided|content|prepared)\s+to\s+withdraw\b|\b(?:withdrew|withdrawn|agreed\s+to\s+withdraw)"
    r"\b[^.]{0,60}\b(?:motion|amendment|proposal)s?|\b(?:motion|"
    rf"amendment|proposal)s?\b[^.]{{0,120}}\b(?:was|were)\s+withdrawn(?!{_NO_FATE.pattern})|"
    r"\bagreed\s+that\b[^.]{0,60}\b(?:motion|amendment|proposal)\s+(?:would\s+|should\s+)?be\s+withdrawn",
    re.IGNORECASE,
)
_WAS_NOT = re.compile(
    r"\b(?:it|motion|proposal|amendment)\s+(?:wasn[’']t|was\s+not)\s+(?:carried|agreed|passed|approved|"
    r"supported|resolved)\b",
    re.IGNORECASE,
)
_CASTING_AGAINST = re.compile(r"\bcasting\s+vote\s+(?:was\s+)?(?:used\s+|given\s+|cast\s+)?against\b", re.IGNORECASE)
NO_SECONDER = re.compile(
    r"\b(?:no\s+seconder|not\s+(?:being\s+)?seconded|without\s+a\s+seconder|absence\s+of\s+a\s+seconder|(?:nobody|"
    r"no\s+one|no-one|none)"
    r"\s+(?:\w+\s+)?second(?:ed|ing)|"
    r"did\s+not\s+(?:find|attract|receive|get)\s+a\s+seconder|failed\s+to\s+(?:find|attract|receive)\s+a\s+seconder|"
    r"(?:want|lack)\s+of\s+a\s+seconder)\b",
    re.IGNORECASE,
)
_IN_QUOTES = re.compile(r"[“\"](?P<at>That\b[^”\"]{10,})(?=[”\"])")
_SUBJUNCTIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_WEAK_FATES = frozenset(OUTCOMES["adopted"])
_WEAK_WHATS = frozenset({"it", "this", "option", "recommendations", "recommendation", "vote"})
_SAYS_MOTION = re.compile(
    r"\b(?:declared|being\s+put|seconded|put\s+and|motion|amendment|proposal|put\s+to\s+the\s+vote|"
    r"voted|casting)\b",
    re.IGNORECASE,
)
_NAMES_MOTION = re.compile(
    r"\b(?:suggestion|reference\s+back|motions?|amendments?|counter[- ]?proposal|proposition|proposal|part\s*(?:8|viii))\b"
    r"(?:(?:[^,;]|,\s*(?:and\s+)?(?:as\s+)?(?:seconded|proposed|was|were)\b){0,90}?\b(?:was|were|being)\s+(?:\w+\s+){0,2}|\s+)"
    r"(?:agreed|adopted|approved|passed|accepted)$",
    re.IGNORECASE | re.DOTALL,
)
_OUTCOMES = {"lost": Outcome.LOST, "withdrawn": Outcome.WITHDRAWN, "not_put": Outcome.NOT_PUT}
_FATES = {word: outcome for table, outcome in _OUTCOMES.items() for word in OUTCOMES[table]}
_BALLOT = re.compile(
    r"\bvot(?:e|es|ing|ed)\b[^.;]{0,60}?\b(?:on|for|in\s+relation\s+to|in\s+respect\s+of|regarding)\s+(?:the\s+|this\s+|"
    r"that\s+|"
    rf"{GAP}{{3,40}}?[’']s\s+)?(?:proposed\s+|original\s+|substantive\s+|amended\s+|first\s+|second\s+|third\s+|above\s+)*"
    r"(?P<what>amendment|motion|proposal|counter-proposal|resolution)\b|"
    r"\bput\s+(?:the\s+|this\s+)?(?:\w+\s+)?(?P<put>amendment|motion|proposal)\s+to\s+(?:the|a)\s+vote|"
    r"^\W*(?:first|second|third|fourth|fifth|original|\d)\s+(?P<line>amendment|motion|proposal)\s*[–:-]",
    re.IGNORECASE,
)


_WAS_PUT = re.compile(
    rf",?\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:proposed\b|moved\b|(?:(?:put|voted\s+(?:on|upon))"
    rf"\s+(?:\w+\s+){{0,3}}?and\s+)?(?:declared\s+)?(?:{_ADOPTED}|{_NOT_ADOPTED}|lost|defeated|rejected|withdrawn|"
    rf"supported)\b)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\bfollowing\s+$", re.IGNORECASE)
_SAYS_WHAT = re.compile(r"\b(?:motion|amendment|proposal|resolution)\b", re.IGNORECASE)
_FAILED = re.compile(
    r"\b(?:rejected|lost|defeated|fell|falls|not\s+(?:carried|agreed|approved|supported|accepted))\b", re.IGNORECASE
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never)\b|n[’']t\b)\s+(?:\w+\s+){0,2}?(?:agreed|carried|adopted|approved|passed|accepted|supported|"
    r"upheld|resolved)\b",
    re.IGNORECASE,
)
_WENT_AGAINST = re.compile(r"\bvot(?:e|ing)\s+went\s+against\b", re.IGNORECASE)
_VOTED_AGAINST = re.compile(
    r"\b(?:council|committee|members|councillors|board|cabinet|panel|meeting)\s+(?:\w+\s+)?voted\s+against\s+(?:the|this|"
    r"it)\b",
    re.IGNORECASE,
)
_NEARLY = re.compile(r"\b(?:near(?:ly)?|almost)\s+unanimous|\bunanimous\s+support\b", re.IGNORECASE)
_VOTES = re.compile(r"\b(?:vot(?:e|es|ed|ing)|in\s+favour|against|unanimous(?:ly)?)\b", re.IGNORECASE)


def fates(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield each fate of a sentence, after the proposal that the same sentence puts, if any."""
    for outcome, pattern in _PLAIN_FATES:
        match = pattern.search(words)
        if match and (pattern is not _WAS or put_in_one(words, match.start("fate"))):
            yield from _proposed_here(words, sentence, match)
            said = _unless_negated(words, _said(match, outcome))
            yield cue_of(CueKind.FATE, sentence, match, 0, said, amendment=_of_amendment(words[: match.end()]))
            return
    matches = [match for match in _fates_of(words) if _declares(words, match)] or _declared(words)
    if matches and first_proposal(words, matches[0].start()):
        yield from _proposed_here(words, sentence, matches[0])
    from_ = 0
    for match in matches:
        outcome = _FATES.get(re.sub(r"\s+", " ", match["fate"].lower()), Outcome.CARRIED)
        outcome = _unless_negated(match.group(), outcome)
        yield cue_of(CueKind.FATE, sentence, match, 0, outcome, amendment=_of_amendment(words[from_ : match.end()]))
        from_ = match.end()


def _fates_of(words: str) -> Iterator[re.Match[str]]:
    """Yield what may say a fate in a sentence, from the motion to the fate; what is told between is of something else."""
    match = _FATE.search(words)
    while match:
        told = _TOLD_BETWEEN.search(words, match.end("what"), match.start("fate"))
        if not told:
            yield match
        match = _FATE.search(words, match.end("what") if told else match.end())


def fate_alone(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield the fate that is a sentence of its own: "Carried.", "This was AGREED.", "All in favour."."""
    match = _FATE_ALONE.match(words)
    if match and not _BARE.fullmatch(words):
        word = (match["fate"] or match["short"] or match["first"] or match["after"] or match["none"] or "").lower()
        outcome = _unless_negated(words, _FATES.get(re.sub(r"\s+", " ", word), Outcome.CARRIED))
        named = _SAYS_WHAT.search(words)
        yield cue_of(CueKind.FATE, sentence, match, 0, outcome, amendment=_of_amendment(words) if named else None)


def ballots(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield which motion is put: "a Vote was taken on the proposed amendment"."""
    match = _BALLOT.search(words)
    if match:
        what = (match["what"] or match["put"] or match["line"]).lower()
        yield cue_of(CueKind.BALLOT, sentence, match, match.end(), amendment=what == "amendment")


def voted(_text: str, words: str, sentence: Sentence) -> Iterator[Cue]:
    """Yield a vote that stands for a fate: "The Parish Council voted 4 to 1 in favour of option 1", "11 votes for, 3 against"."""
    vote = find_vote(words)
    match = _VOTES.search(words)
    if vote is None or vote.casting or match is None or _NEARLY.search(words):
        return
    if not supposes(words, 0, vote.end) and not reported(words, vote.end):
        outcome = Outcome.LOST if _FAILED.search(words) or _NEGATED.search(words) else Outcome.CARRIED
        yield Cue(CueKind.VOTED, sentence.start + vote.start, sentence.start + vote.end, sentence.start, outcome=outcome)


def _unless_negated(words: str, outcome: Outcome) -> Outcome:
    """A fate that is denied is the other one: the proposal "was not carried", so it was lost."""
    return Outcome.LOST if outcome is Outcome.CARRIED and _NEGATED.search(words) else outcome


def _of_amendment(words: str) -> bool:
    """Whether a fate is an amendment's: the word nearest to it says so ("put to the vote, the amendment was LOST")."""
    named = re.findall(r"amendment|amended motion|counter[- ]?proposal|motion|proposal|resolution", words.lower())
    return bool(named) and named[-1].startswith(("amend", "counter"))


def _proposed_here(words: str, sentence: Sentence, fate: re.Match[str]) -> Iterator[Cue]:
    """A proposal whose own sentence says what became of it: "proposed that the precept be frozen; there was no seconder"."""
    match = _put_before(words, fate)
    if match:
        until = match.end() if match.re is _IN_QUOTES else _until(words, match, fate)
        yield replace(cue_of(CueKind.PROPOSAL, sentence, match, clause_start(match)), until=sentence.start + until)


def _put_before(words: str, fate: re.Match[str]) -> re.Match[str] | None:
    """What the sentence of a fate proposes: in one breath, in its own clause, in quotation marks, or as a suggestion."""
    stop = fate.start("fate") if fate.re is _WAS else fate.start()
    match = put_in_one(words, stop) if fate.re in (_WAS, _BUT_WITHDREW) else None
    match = match or first_proposal(words, fate.start()) or _quoted(words)
    return match or (suggestion(words, fate.start()) if fate.re in (_AND_AGREED, NO_SECONDER) else None)


def _declared(words: str) -> list[re.Match[str]]:
    """A fate declared at the end of a proposal too long for the others: "the proposal to change the name …, as carried"."""
    match = DECLARED.search(words)
    return [match] if match and not supposes(words, max(0, match.start() - 40), match.end("fate")) else []


def _said(match: re.Match[str], outcome: Outcome) -> Outcome:
    """The outcome that a word of fate says, where its pattern takes in more than one."""
    if match.re not in (_ENDS, _AND_AGREED, _WAS):
        return outcome
    return _FATES.get(re.sub(r"\s+", " ", match["fate"].lower()), outcome)


def _until(words: str, match: re.Match[str], fate: re.Match[str]) -> int:
    """Where the proposed words end, in a sentence that goes on to their fate."""
    stop = _WAS_PUT.search(words, match.end(), fate.end()) if fate.re is _WAS else None
    if stop:
        return stop.start()
    parted = re.compile("[;:]").search(words, match.end(), fate.start())
    comma = words.rfind(",", match.end(), fate.start())
    return parted.start() if parted else comma if comma > 0 and fate.re is not _AND_AGREED else fate.start()


def _quoted(words: str) -> re.Match[str] | None:
    """A motion printed in quotation marks inside the sentence that says its fate: 'withdrew the motion in her name "That …"'."""
    return _IN_QUOTES.search(words)


def _declares(words: str, match: re.Match[str]) -> bool:
    """A fate is one when it is declared, put or voted: "works were carried out" and "the mobile signal was lost" are not, nor is
    what somebody lost ("a vote of sympathy to the family of …, who tragically lost his life", Limerick).
    """
    if _NO_FATE.match(words, match.end("fate")) or _FOLLOWING.search(words, 0, match.start()):
        return False
    if supposes(words, max(0, match.start() - 40), match.end("fate")) or _SUBJUNCTIVE.search(words, 0, match.start("fate")):
        return False
    if _EARLIER.search(words, 0, match.start("fate")):
        return False
    if match["fate"].lower() in _WEAK_FATES:
        return bool(_NAMES_MOTION.search(match.group()))
    return match["what"].lower() not in _WEAK_WHATS or bool(_SAYS_MOTION.search(words))


_PLAIN_FATES = (
    (Outcome.NOT_PUT, NO_SECONDER),
    (Outcome.WITHDRAWN, _BUT_WITHDREW),
    (Outcome.WITHDRAWN, _WITHDREW),
    (Outcome.LOST, _CASTING_AGAINST),
    (Outcome.LOST, _WAS_NOT),
    (Outcome.LOST, _VOTED_AGAINST),
    (Outcome.LOST, _WENT_AGAINST),
    (Outcome.CARRIED, SECONDED_AND),
    (Outcome.CARRIED, _AND_AGREED),
    (Outcome.CARRIED, _SO_PASSED),
    (Outcome.CARRIED, _ENDS),
    (Outcome.CARRIED, _WAS),
    (Outcome.CARRIED, CHOSEN),
    (Outcome.CARRIED, _IN_FAVOUR),
)
