"""Is a country named by its people, or the people by their country?

"Was the motion on Palestine carried" was answered with "nothing found" above a motion on Palestinian land: a name that is not
printed counts against an item, and no stemmer joins the two. Takes tokens of a question, says which tokens of minutes name the
same; `peoples.txt` has a country and its adjective a line. Nations whose names are in the names of councils and offices (Irish
Water, the Scottish Borders) are left out. Finds nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from index.text import tokens

_LIST = Path(__file__).with_name("peoples.txt")


def named_otherwise(asked: Iterable[str]) -> Mapping[str, str]:
    """Return which token of minutes names the same as which token of a question; never one that is asked for itself."""
    wanted = frozenset(asked)
    return {_other()[token]: token for token in sorted(wanted & _other().keys()) if _other()[token] not in wanted}


@cache
def _other() -> Mapping[str, str]:
    """Return the list by token, both ways."""
    pairs = [tokens(line) for line in _LIST.read_text(encoding="utf-8").splitlines()]
    return {one: other for pair in pairs for one, other in (pair, reversed(pair))}
