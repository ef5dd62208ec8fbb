"""What kind of answer does a question ask for?

Takes the words of a question, gives a `QuestionKind` and the details that it asks for by name (who moved it, how many voted).
A table of patterns in order, first match wins: a wrong guess only changes what stands first, never what is quoted as decided.
"""

from __future__ import annotations

import re
from enum import StrEnum

from index.text import normalise
from search_api.query import Query


class QuestionKind(StrEnum):
    """What is asked for; `VOTERS` are the names of those who voted, `VOTE` is the count, `PRECEDENT` a form of words."""

    DECISION = "decision"
    VOTE = "vote"
    VOTERS = "voters"
    WHO = "who"
    FIGURE = "figure"
    REASON = "reason"
    UNDERTAKING = "undertaking"
    TIMELINE = "timeline"
    PRECEDENT = "precedent"
    EXACT = "exact"
    OTHER = "other"


class Detail(StrEnum):
    """A single fact asked for by name, which the minutes may not record."""

    VOTERS = "names of those voting"
    COUNT = "number of votes"
    MOVER = "mover"
    SECONDER = "seconder"
    REASONS = "reasons"
    LIST = "which they are"
    FIGURE = "figure"


_MEMBERS = r"(?:\w+ ){0,3}(?:councill?ors?|cllrs?|members?|tds?|people)"
_SIDE = r"(?:for|against|in favou?r|oppos\w+|abstain\w*)"

_OPERATIVE = r"(?:authori[sz]e|delegate|instruct|approve|adopt|endorse|recommend|appoint|accept|refuse|note|defer)"
"""Words with which a resolution begins; who types one first gives a form of words, as it might stand in a report."""

_KINDS: tuple[tuple[QuestionKind, str], ...] = (
    (
        QuestionKind.TIMELINE,
        r"\b(timeline|history of|chronology|over the years|year by year|each year|what became of|from first)\b",
    ),
    (QuestionKind.TIMELINE, r"\bwhat happened (with|to)\b.*\b(idea|plan|proposal|since|until|to full)\b|\bupdates since\b"),
    # "how many voted" asks for a count, though it speaks of councillors voting
    (QuestionKind.VOTE, r"\bhow many\b.*\b(vot(?:e|es|ed|ing)|were (for|against)|in favou?r|oppos\w+|abstain\w*|tried to stop)\b"),
    (QuestionKind.VOTERS, rf"\b(who|which|whose|name|names)\b(?: of)?(?: the)? ?{_MEMBERS} (?:\w+ ){{0,2}}(?:vot\w+|{_SIDE})\b"),
    (QuestionKind.VOTERS, rf"\bwho (?:all )?(?:vot\w+|was {_SIDE}|were {_SIDE}|oppos\w+|abstain\w+|supported)\b"),
    # "how did they vote" asks for the count, "how did Councillor Lomax vote" for a name
    (QuestionKind.VOTERS, r"\bhow did (?!(?:the|they|we|members|councillors|council)\b)(?:\w+ ){1,4}vote\b"),
    (QuestionKind.VOTERS, r"\bnames? of (?:those|the members) vot\w+|\broll call\b"),
    (QuestionKind.WHO, r"^who (?:\w+ )?(?:suggested|proposed|moved|seconded|asked|said|chaired|left)\b"),
    (QuestionKind.VOTE, r"\b(vote|votes|voting|tally|show of hands|tied|casting|how close|unanimous(ly)?)\b"),
    (QuestionKind.WHO, r"\b(mover|seconder|moved by|proposed by|seconded by|in attendance|apologies)\b"),
    (QuestionKind.WHO, r"^(?:and )?(?:who|whom|whose)\b|^which (?:mp|td|councill?or|cllr|member|officer|\w+ council)\b"),
    (QuestionKind.WHO, r"\bwas (?:\w+ ){1,4}(?:present|there|absent)\b"),
    (
        QuestionKind.UNDERTAKING,
        r"\b(promis\w*|undertak\w*|undertook|will the|will (?:\w+ ){1,3}be|write to|writing to|action point|due)\b",
    ),
    (QuestionKind.PRECEDENT, rf"^(?:to )?{_OPERATIVE}\b|\b(?:form of words|wordings?|precedents?)\b"),
    (QuestionKind.REASON, r"\b(why|reasons?|what for|grounds|problems? with)\b"),
    (
        QuestionKind.FIGURE,
        r"\b(how (?:much|many|long|far|big)|cost|costs|price|rent|figure|amount|sum|budget of|per cent|percent(?:age)?)\b",
    ),
    (QuestionKind.FIGURE, r"[£€$]\s?\d"),
    (QuestionKind.FIGURE, r"\b(?:lowest|highest|cheapest|dearest|winning) (?:quot(?:e|ation)|tender|bid|offer)s?\b"),
    (
        QuestionKind.DECISION,
        r"\b(decid\w*|decision\w*|resol\w+|agree\w*|approv\w*|adopt\w*|refus\w*|reject\w*|pass(?:ed)?|carried|lost)\b",
    ),
    (
        QuestionKind.DECISION,
        r"^(?:did|has|have|was|were|is|are)\b|\b(go through|came? out against|motion|deferr\w*|back(?:ed)?|ban)\b",
    ),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)

_DETAILS: tuple[tuple[Detail, re.Pattern[str]], ...] = (
    (
        Detail.MOVER,
        re.compile(
            r"\bwho (?:\w+ ){0,2}(?:proposed|moved|mover)\b|\b(?:mover|proposer|proposed and seconded|moved and seconded)\b"
        ),
    ),
    (Detail.SECONDER, re.compile(r"\bwho (?:\w+ ){0,3}seconded\b|\b(?:seconder|proposed and seconded|moved and seconded)\b")),
    (Detail.COUNT, re.compile(r"\bhow many\b|\bhow close\b|\btally\b|\b(?:exact )?(?:numbers|figures) (?:for|against|voting)\b")),
)


def kind_of(query: Query) -> QuestionKind:
    """Return what a question asks for: `EXACT` where nothing was typed but phrases and reference numbers."""
    if query.exact_only:
        return QuestionKind.EXACT
    words = normalise(query.text)
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), QuestionKind.OTHER)


_LATELY = re.compile(r"\b(ever|now|nowadays|currently|still|yet|in the end|eventually|finally|to date|so far)\b")


def asks_how_it_stands(query: Query) -> bool:
    """Return whether a question asks how a matter stands or ended ("were they ever taken down"): the last that is told of it."""
    return _LATELY.search(normalise(query.text)) is not None


def details_of(query: Query, kind: QuestionKind) -> tuple[Detail, ...]:
    """Return the single facts that a question of this kind asks for by name."""
    words = normalise(query.text)
    if kind is QuestionKind.VOTERS:
        return (Detail.VOTERS,)
    if kind is QuestionKind.REASON:
        return (Detail.REASONS,)
    if kind is QuestionKind.FIGURE:
        return (Detail.FIGURE,)
    asked = tuple(detail for detail, pattern in _DETAILS if pattern.search(words))
    return tuple(detail for detail in asked if (detail is Detail.COUNT) == (kind is QuestionKind.VOTE))
