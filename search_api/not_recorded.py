"""Which of the details asked for by name do the minutes not print?

Takes the question, what was quoted in answer, and the text of the item that answers best; gives the details that are missing there.
A total without the names behind it, "three models" listed only in a report, reasons that were "outlined": the honest answer shows
the words and says that the minutes stop there. Quotes nothing and claims nothing of other items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import DecisionLimb
from index.records import Tally
from index.text import normalise
from index.text import tokens
from search_api.decisions import QuotedDecision
from search_api.evidence import ASKING
from search_api.kinds import Detail
from search_api.query import Query

_OF_LIMBS = frozenset({Detail.VOTERS, Detail.COUNT, Detail.MOVER, Detail.SECONDER})
_REASONS_GIVEN = re.compile(r"\b(?:outlined|explained|gave|set out|stated)\b[^.;]{0,40}\breasons\b[^.;]*", re.IGNORECASE)

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 2)}
_NUMBER = rf"(?:{'|'.join(_NUMBERS)}|[2-9]|1\d|20)"
_SO_MANY = re.compile(rf"\b(?:which|what|names? of)(?: of)?(?: the)? ({_NUMBER}) ([a-z]+)")
_LISTED = re.compile(r":|\bnamely\b|\bas follows\b|\bi\.e\.|\n\s*(?:[•·*–-]|\(?[a-z0-9]{1,3}[.)])\s")
_SAME = (frozenset(tokens("councillor councillors cllr cllrs member members")), frozenset(tokens("people persons residents")))
_ANY_FIGURE = re.compile(rf"[£€$]\s?\d|\b\d|\b{_NUMBER}\b|\b(?:one|once|twice|dozen|half|hundred|thousand)\b")
_NO_FIGURE = re.compile(
    r"^\s*\(?\d{1,3}(?:[.)/]\d*)*|\b\d{1,2}(?:st|nd|rd|th)?\s+(?=[a-z]+,?\s+\d{4})|\b(?:19|20)\d\d\b", re.MULTILINE
)
_MONEY_ASKED = re.compile(
    r"\b(?:costs?|prices?|quot(?:e|ation)s?|tenders?|bids?|rents?|fees?|charges?|grants?|money|paid|pay|payments?|spen[dt]|spending|donat\w+|"
    r"rais(?:e|ed|ing)|fund\w*|budgets?|salar(?:y|ies)|wages?|fines?|loans?|precept)\b"
)
_MONEY = re.compile(
    r"[£€$]\s?\d|\b\d[\d,.]*\s?(?:k|m|p|c|euros?|pounds?|pence|cents?|million|thousand)\b|\b\d+\.\d\d\b|\b\d{1,3}(?:,\d{3})+\b|"
    r"\d\s?(?:%|per\s?cent)|\bfree\b|\bno (?:cost|charge|fee)\b"
)


def missing_details(
    query: Query, asked: Sequence[Detail], quoted: Sequence[QuotedDecision], item_text: str, besides: Sequence[str] = ()
) -> tuple[Detail, ...]:
    """Return the details asked for that are missing; `item_text` is the whole text of the item that answers best, `besides` are
    the passages quoted, also from other items.
    """
    same = [one.limb for one in quoted if one.citation.place.item.id == quoted[0].citation.place.item.id]
    voted = _with_number_asked(query, same)
    missing = [detail for detail in asked if detail in _OF_LIMBS and voted and not any(_records(limb, detail) for limb in voted)]
    if Detail.REASONS in asked and _reasons_only_outlined(query, item_text):
        missing.append(Detail.REASONS)
    if Detail.VOTERS not in asked and _names_no_list(query, item_text):
        missing.append(Detail.LIST)
    if Detail.FIGURE in asked and not any(_holds_a_figure(query, text) for text in (item_text, *besides)):
        missing.append(Detail.FIGURE)
    return tuple(missing)


def _with_number_asked(query: Query, limbs: Sequence[DecisionLimb]) -> Sequence[DecisionLimb]:
    """Return the clauses that the question means: for "which six were against", those voted on with a six, if there are any."""
    found = _SO_MANY.search(normalise(query.text))
    wanted = _value(found[1]) if found else None
    return [limb for limb in limbs if limb.vote and wanted in _counted(limb.vote.tally)] or limbs


def _counted(tally: Tally | None) -> tuple[int | None, ...]:
    return (tally.in_favour, tally.against, tally.abstained) if tally else ()


def _records(limb: DecisionLimb, detail: Detail) -> bool:
    vote = limb.vote
    return {
        Detail.VOTERS: vote is not None and vote.recorded is not None,
        Detail.COUNT: vote is not None and (vote.tally is not None or vote.unanimous),
        Detail.MOVER: limb.mover is not None,
        Detail.SECONDER: limb.seconder is not None,
    }[detail]


def _holds_a_figure(query: Query, text: str) -> bool:
    """Return whether any figure stands there, and where money is asked for, one of money: "in 3 months" is no price."""
    wanted = _MONEY if _MONEY_ASKED.search(normalise(query.text)) else _ANY_FIGURE
    return bool(wanted.search(_NO_FIGURE.sub(" ", text.lower())))


def _reasons_only_outlined(query: Query, item_text: str) -> bool:
    """Return whether a sentence says that reasons were given, and is about what was asked."""
    asked = set(query.tokens) - ASKING
    return any(2 * len(asked & set(tokens(found[0]))) >= len(asked) for found in _REASONS_GIVEN.finditer(item_text))


def _names_no_list(query: Query, item_text: str) -> bool:
    """Return whether the item prints the number of things asked for ("three models") and nowhere a list after it."""
    found = _SO_MANY.search(normalise(query.text))
    if not found:
        return False
    number, thing = _value(found[1]), set(tokens(found[2]))
    things = thing.union(*(same for same in _SAME if same & thing))
    printed = list(_stretches(number, things, item_text))
    return bool(printed) and not any(_lists(number, after) for after in printed)


def _stretches(number: int, things: set[str], item_text: str) -> list[str]:
    """Return what follows each place where the number stands right before the thing, up to two sentences."""
    words = [word for word, value in _NUMBERS.items() if value == number]
    pattern = re.compile(rf"\b(?:{'|'.join([str(number), *words])})\s+(?:[\w-]+\s+){{0,2}}?([\w-]+)", re.IGNORECASE)
    return [item_text[found.end() : found.end() + 200] for found in pattern.finditer(item_text) if set(tokens(found[1])) & things]


def _lists(number: int, after: str) -> bool:
    sentence = re.split(r"[.;](?=\s)", after)[0]
    return bool(_LISTED.search(after[:60])) or sentence.count(",") + sentence.count(" and ") >= number - 1


def _value(number: str) -> int:
    return _NUMBERS.get(number) or int(number)
