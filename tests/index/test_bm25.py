"""Is the keyword score that is worked out here the one that the engine gives, however long the chunk?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.local import lexical
from index.local.lexical import LocalLexical
from index.passages import word_places

LENGTHS = st.lists(st.integers(min_value=1, max_value=3000), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lengths=LENGTHS, times=st.integers(min_value=1, max_value=4))
def test_a_chunk_of_any_length_scores_what_the_engine_says(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], times: int
) -> None:
    texts = {number: " ".join(["budget"] * times + ["other"] * length) for number, length in enumerate(lengths, 1)}
    folder = tmp_path_factory.mktemp("keyword") / "lexical"
    lexical.build(folder, texts.items(), "file:archive")
    index = LocalLexical(Path(folder), "file:archive")
    for tokens in (["budget"], ["other"], ["budget", "other"]):
        worth = index.weigh(tokens, {number: word_places(tokens, text) for number, text in texts.items()})
        expected = {scored.chunk_id: pytest.approx(scored.score, rel=1e-5) for scored in index.search(tokens, len(texts), None)}
        assert {number: sum(worth[token][number] for token in tokens) for number in texts} == expected
