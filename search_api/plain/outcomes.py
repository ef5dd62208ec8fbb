"""Does a sentence say of a clause what became of it, and nothing else?

Takes a sentence without its facts and a clause, gives the sentence without the words that say how the matter ended, or says that
they are not the clause's. A clause that was lost, withdrawn or not put is never told without saying so, and nothing else that is
said of it may sound like agreement; what has no clear outcome is not told at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from index.records import Outcome
from index.text import tokens
from search_api.plain.quoted import Quoted
from search_api.plain.reasons import NoLineError
from search_api.plain.reasons import Reason
from search_api.plain.vocabulary import CLASS_OF
from search_api.plain.vocabulary import may_say
from search_api.plain.vocabulary import must_say
from search_api.plain.words import Word
from search_api.plain.words import words_of

_FELL: Mapping[Outcome, re.Pattern[str]] = {
    Outcome.LOST: re.compile(
        r"\b(?:was|were|is)\s+(?:lost|defeated|rejected)\b|\b(?:fell|rejected|defeated|lost)(?=\s*(?:,|\.|$))|^\W*(?:lost|defeated|rejected)\b|"
        r"\b(?:rejected|defeated|voted\s+against|voted\s+down)\b|"
        r"\b(?:did\s+not\s+(?:agree|approve|adopt|support|pass|carry)|"
        r"(?:was|were|is)\s+not\s+(?:agreed|approved|adopted|supported|passed|carried))\b",
        re.IGNORECASE,
    ),
    Outcome.WITHDRAWN: re.compile(r"\b(?:(?:was|were|is)\s+)?(?:withdrawn|withdrew)\b", re.IGNORECASE),
    Outcome.NOT_PUT: re.compile(r"\b(?:was|were|is)\s+not\s+(?:put(?:\s+to\s+(?:the|a)\s+vote)?|voted\s+on)\b", re.IGNORECASE),
}
"""What has to be said of a clause that was not carried."""


def without_outcome(sentence: str, clause: Quoted) -> str:
    """Return the sentence without the words of its outcome; raises `NoLineError` where these are not the clause's."""
    if clause.outcome in _FELL:
        return _of_a_fall(sentence, clause)
    stems = [word.stem for word in words_of(sentence) if word.stem in CLASS_OF]
    own = [word.stem for word in words_of(clause.text) if word.stem in CLASS_OF]
    said = [CLASS_OF[stem] for stem in stems]
    allowed, required = _verdict(clause)
    unanimous = clause.unanimous or "unanim" in tokens(" ".join((clause.text, *clause.beside)))
    if "unanimous" in said and not unanimous:
        raise NoLineError(Reason.VOTE)
    telling = [one for one in said if one not in {"carried", "agreed", "unanimous"} or one not in allowed]
    if required and telling[:1] != [required]:
        raise NoLineError(Reason.OUTCOME)
    # "that the plan approved in May be refused": whoever says "approved" has to say "refused" too
    foreign = [stem for stem in stems if CLASS_OF[stem] not in allowed]
    if Counter(foreign) - Counter(own) or (foreign and Counter(own) - Counter(stems)):
        raise NoLineError(Reason.OUTCOME)
    return sentence


def _verdict(clause: Quoted) -> tuple[frozenset[str], str | None]:
    if clause.outcome is Outcome.DEFERRED:
        return frozenset({"deferred", "unanimous"}), "deferred"
    if clause.outcome is not Outcome.CARRIED:
        raise NoLineError(Reason.OUTCOME)
    return may_say(clause.force), must_say(clause.force)


def _of_a_fall(sentence: str, clause: Quoted) -> str:
    """Take the whole clause out where it is repeated word for word; in what is left the fall must be said, and no agreement."""
    whole = " ".join(clause.text.split()).rstrip(" .;,")
    rest = sentence.replace(whole, " ") if whole and whole in sentence else sentence
    fell = _FELL[clause.outcome] if clause.outcome else None
    if fell is None or not fell.search(rest):
        raise NoLineError(Reason.OUTCOME)
    left = fell.sub(" ", rest)
    if any(_agreeing(word) for word in words_of(left)):
        raise NoLineError(Reason.OUTCOME)
    return f"{whole}, {left}" if rest != sentence else left


def _agreeing(word: Word) -> bool:
    return word.stem in CLASS_OF and CLASS_OF[word.stem] != "unanimous"
