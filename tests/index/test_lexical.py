"""Does a wide selection find what a narrow one would?"""

from __future__ import annotations

from pathlib import Path

import pytest

from index.local import lexical
from index.local.lexical import LocalLexical
from index.passages import Selection

TEXTS = {
    number: "budget " * (number % 7 + 1) + "other " * (number % 11) + ("rare" if number % 97 == 0 else "")
    for number in range(1, 1600)
}
"""More chunks than the engine is given ids to look for."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> LocalLexical:
    folder: Path = tmp_path_factory.mktemp("keyword") / "lexical"
    lexical.build(folder, TEXTS.items(), "file:archive")
    return LocalLexical(folder, "file:archive")


@pytest.mark.parametrize("tokens", [["budget"], ["rare"], ["rare", "other"], ["nowhere"]])
@pytest.mark.parametrize("k", [1, 10, 400, 5000])
def test_a_wide_selection_has_the_order_and_the_scores_of_the_whole(index: LocalLexical, tokens: list[str], k: int) -> None:
    everywhere = index.search(tokens, len(TEXTS), None)
    for wide in (range(2, 1600), range(400, 1600), [number for number in TEXTS if number % 5]):
        allowed = set(wide)
        assert index.search(tokens, k, Selection(tuple(wide))) == tuple(one for one in everywhere if one.chunk_id in allowed)[:k]


def test_a_phrase_is_found_within_a_wide_selection(index: LocalLexical) -> None:
    wide = Selection(tuple(number for number in TEXTS if number % 5))
    found = {one.chunk_id for one in index.phrase(["other", "rare"], 50, wide)}
    assert found == {number for number in wide.chunk_ids if number % 97 == 0 and number % 11}
