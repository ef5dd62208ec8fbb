"""Who is noted on an agenda item, and is that who was asked for?

Takes an item and gives the names of those who moved, seconded, spoke or undertook something, as printed; takes a name as typed
and says which of these it may stand for. Names are compared, never told apart: two members of one surname are one here unless
the initial is typed too. Those who only attended, voted or declared an interest are not noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence
from functools import lru_cache

from index.records import AgendaItem
from index.text import normalise

_TITLES = frozenset(
    (  # noqa: SIM905 - one title a line would say no more
        "the cllr cllrs councillor councillors councilor concillor clir clirs clr cr crs comhairleoir chomhairleoir gcomhairleoir "
        "cmhlr cmhir cynghorydd cyng alderman aldermen ald bailie deputy senator mr mrs ms miss dr rev revd prof professor sir dame"
    ).split()
)
_APOSTROPHE = re.compile(r"[’'`]")
_WORD = re.compile(r"[^\W_]+")
_SEVERAL = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def noted_names(item: AgendaItem) -> tuple[str, ...]:
    """Return who moved, seconded, spoke or undertook something on an item, as printed, each once."""
    decided = [name for limb in item.limbs for name in (limb.mover, limb.seconder)]
    moved = [name for motion in item.motions for name in (motion.mover, motion.seconder)]
    promised = [one.who_as_printed for one in item.undertakings]
    spoke = [speaker.name_as_printed for speaker in item.speakers]
    printed = (name for name in (*decided, *moved, *promised, *spoke) if name is not None)
    return tuple(dict.fromkeys(part for name in printed for part in names_in(name)))


def names_in(printed: str) -> tuple[str, ...]:
    """Return the names of a list of them as printed: two of "Cllr Bell and Cllr Fox"."""
    return tuple(part for part in _SEVERAL.split(printed) if part)


def named(asked: Sequence[str], noted: Iterable[str]) -> tuple[str, ...]:
    """Return those of the noted names that any of the names asked for may stand for."""
    wanted = [words for name in asked if (words := _words(name))]
    return tuple(name for name in noted if any(_stands_for(words, _words(name)) for words in wanted))


def _stands_for(asked: frozenset[str], noted: frozenset[str]) -> bool:
    # A noted initial is taken for a name in full only beside a word that is the same: "S" alone is not Sheila Quilty.
    shared = any(len(word) > 1 for word in asked & noted)
    return all(word in noted or _by_initial(word, noted, either=shared) for word in asked)


def _by_initial(word: str, noted: frozenset[str], *, either: bool) -> bool:
    if len(word) == 1:
        return any(other.startswith(word) for other in noted)
    return either and word[0] in noted


@lru_cache(maxsize=1 << 16)
def _words(name: str) -> frozenset[str]:
    """The words of a name without its titles; full stops part words, apostrophes do not."""
    return frozenset(_WORD.findall(_APOSTROPHE.sub("", normalise(name)))) - _TITLES
