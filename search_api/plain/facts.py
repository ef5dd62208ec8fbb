"""What of a sentence is told by the facts beside a quotation, and not by its words?

Takes a sentence of a plain line and a quotation, gives the sentence without what the facts say: the day and the body in front, the
vote, the mover. A fact that is told wrongly is an error here and never left to be looked for among the quotation's words.
"""

from __future__ import annotations

import re
from datetime import date

from index.records import Tally
from index.text import tokens
from index.text import words
from search_api.plain.quoted import Quoted
from search_api.plain.reasons import NoLineError
from search_api.plain.reasons import Reason
from search_api.plain.vocabulary import CLASS_OF
from search_api.plain.vocabulary import NUMBERS
from search_api.plain.words import words_of

_N = rf"(\d+|{'|'.join(NUMBERS)})"
_WHO = r"(?:\s+(?:votes?|members?|councillors?))?(?:\s+(?:voted|voting|were))?"
_ABSTAINED = rf"{_N}{_WHO}\s+(?:abstentions?|abstained|abstaining)\b|\babst(?:entions?|ained)\s*:\s*{_N}"
_FOR = rf"{_N}{_WHO}\s+(?:in\s+favour|for)\b|\bfor\s*:\s*{_N}"
_AGAINST = rf"{_N}{_WHO}\s+against\b|\bagainst\s*:\s*{_N}"
_PAIR = rf"(?:\bby\s+)?(?:\b(?:a\s+)?vote\s+of\s+)?\(?\b{_N}(?:\s+votes?)?\s*(?:\bto\b|:|[-–])\s*{_N}\b(?:\s+votes?\b)?\)?"
_SIDES = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (_FOR, _AGAINST, _ABSTAINED))
_BOTH = re.compile(_PAIR, re.IGNORECASE)
_MEETING = r"(?:at|in)\s+(?:its|the|their|a)\s+meeting\s+(?:(?:held\s+)?on|of)\s+"
_TO_COME = re.compile(r"\b(?:will|would|shall|must|to)\b", re.IGNORECASE)
"""Words of what is to be done: the day in front of them would be its day, not the meeting's."""
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NAME_ENOUGH = 3
"""Letters of a surname, at the least."""


def without_facts(sentence: str, quoted: Quoted) -> str:
    """Return the sentence about a clause without what its facts say; raises `NoLineError` for a vote that is not the clause's."""
    sentence = _without_movers(_without_votes(sentence, quoted), quoted)
    return _without_place(_without_day(sentence, quoted.day), quoted)


def _without_votes(sentence: str, quoted: Quoted) -> str:
    votes = quoted.tally or Tally(None, None)
    printed = {tuple(words(match.group())) for match in _BOTH.finditer(quoted.text)}
    for match in list(_BOTH.finditer(sentence)):
        figures = [_figure(one) for one in match.groups()]
        if tuple(words(match.group())) in printed:
            continue
        if quoted.tally is None or figures != [votes.in_favour, votes.against]:
            raise NoLineError(Reason.VOTE)
        sentence = sentence.replace(match.group(), " ", 1)
    for pattern, counted in zip(_SIDES, (votes.in_favour, votes.against, votes.abstained), strict=True):
        sentence = _without_side(sentence, quoted, pattern, counted)
    return sentence


def _without_side(sentence: str, quoted: Quoted, pattern: re.Pattern[str], counted: int | None) -> str:
    for match in list(pattern.finditer(sentence)):
        if quoted.tally is None and " ".join(words(match.group())) in " ".join(words(quoted.text)):
            continue
        if counted is None or next(_figure(one) for one in match.groups() if one) != counted:
            raise NoLineError(Reason.VOTE)
        sentence = sentence.replace(match.group(), " ", 1)
    return sentence


def _figure(printed: str) -> int:
    return int(NUMBERS.get(printed.casefold(), printed))


def _without_movers(sentence: str, quoted: Quoted) -> str:
    for verb, name in (("moved|proposed", quoted.mover), ("seconded", quoted.seconder)):
        surnames = [word for word in _WORD.findall(name or "") if len(word) >= _NAME_ENOUGH]
        if name and surnames:
            named = rf"(?:(?:Councillor|Cllr\.?)\s+)?(?:{re.escape(name)}|{re.escape(surnames[-1])})(?!\w)"
            told = rf",?\s*\b(?:and\s+)?(?:was\s+)?(?:{verb})\s+by\s+{named}"
            sentence = re.sub(told, " ", sentence, count=1, flags=re.IGNORECASE)
    return sentence


def _without_day(sentence: str, day: date | None) -> str:
    """The day of the meeting counts in front, or where it is said to be the meeting's; elsewhere it would be another day."""
    if day is None:
        return sentence
    month = f"{day:%B}"
    written = (
        rf"(?:{day.day}(?:st|nd|rd|th)?(?:\s+of)?\s+{month},?\s+{day.year}|{month}\s+{day.day},?\s+{day.year}|{day.isoformat()})"
    )
    sentence = re.sub(rf",?\s*\b{_MEETING}{written}\s*,?", " ", sentence, count=1, flags=re.IGNORECASE)
    left = re.sub(rf"^\s*(?:On|In)\s+(?:{written}|{month}\s+{day.year})\s*,?", " ", sentence, count=1, flags=re.IGNORECASE)
    told = _before_the_outcome(left)
    return sentence if told is None or _TO_COME.search(told) else left


def _before_the_outcome(sentence: str) -> str | None:
    """Return what stands in front of the word that says how the matter ended; `None` where there is none."""
    ends = (match.start() for match in _WORD.finditer(sentence) if tokens(match.group())[0] in CLASS_OF)
    end = next(ends, None)
    return None if end is None else sentence[:end]


def _without_place(sentence: str, quoted: Quoted) -> str:
    """The body or the council in front of "agreed" is who decided; named anywhere else it has to stand in the quotation."""
    held = [" ".join(words(name)) for name in (quoted.body, quoted.council) if name]
    taken, run = 0, ""
    for match in _WORD.finditer(sentence):
        (word,) = words(match.group())[:1] or ("",)
        if word in {"the", "of"}:
            continue
        longer = f"{run} {word}".strip()
        if not any(f" {longer} " in f" {name} " for name in held):
            longer = word
        if not match.group()[0].isupper() or not any(f" {longer} " in f" {name} " for name in held):
            break
        taken, run = match.end(), longer
    follows = words_of(sentence[taken:])[:1]
    return sentence[taken:] if any(word.stem in CLASS_OF for word in follows) else sentence
