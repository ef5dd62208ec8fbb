"""Do two texts say the same, for the purpose of a score?

Folds away what a reader would not see as a difference: white space, case, kinds of quotation mark and dash, marks of
Markdown and HTML. Only gold texts and copies of answers pass through here; nothing that is shown to a person does.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_TAG = re.compile(r"</?(?:br|p|div|small|h\d|li|ol|ul|b|i|em|strong|span)\b[^>]*>", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00ad\u200b\ufeff*\\`", None),
        "\u00a0": " ",
    }
)
OVERLAP = 0.5
"""Token F1 from which two quotations of one place are the same quotation."""

SHORTEST_PART = 4
"""Words that a quotation must have to count as a part of a longer one."""


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Return the text with everything dropped that is not wording."""
    seen = _TAG.sub(" ", html.unescape(text))
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", seen).translate(_UNSEEN)).strip().lower()


@lru_cache(maxsize=100_000)
def words(text: str) -> tuple[str, ...]:
    """Return the words in order, without accents, apostrophes or punctuation: `"Cllr. O'Brien"` gives `cllr obrien`."""
    bare = (letter for letter in unicodedata.normalize("NFKD", folded(text)) if not unicodedata.combining(letter))
    return tuple(_WORD.findall("".join(bare).replace("'", "").casefold()))


def token_f1(first: Sequence[str], second: Sequence[str]) -> float:
    """Return twice the words in common over the words of both, repeats counted (Rajpurkar et al. 2016); equal if both are empty."""
    if not first or not second:
        return 1.0 if first == second else 0.0
    shared = (Counter(first) & Counter(second)).total()
    return 2 * shared / (len(first) + len(second))


def holds(text: str, quotation: str) -> bool:
    """Return whether the text contains the quotation."""
    return folded(quotation) in folded(text)


def overlap(text: str, quotation: str) -> bool:
    """Return whether two texts quote the same place: one holds the other, or half their words are the same."""
    if not folded(text) or not folded(quotation):
        return False
    if holds(text, quotation) or (holds(quotation, text) and len(words(text)) >= SHORTEST_PART):
        return True
    return token_f1(words(text), words(quotation)) >= OVERLAP


def same_path(first: str, second: str) -> bool:
    """Return whether two paths below the ingested folder are one."""
    return path_key(first) == path_key(second)


def path_key(path: str) -> str:
    """Return a path without differences nobody sees: kinds of space, ways to write an accent, `./` in front."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", path)).removeprefix("./")
