"""Which texts are embedded for a passage?"""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.views import embed_views
from index.views import views_of

CONTEXT = "Matters Arising. Ayton Community Council. 4 September 2018"
MATTERS = (
    "Footpath at the Crofts: to be pursued with the new council; " + "The owner was written to again. " * 12,
    "Solar panels: these had been removed from 3 Old Town. ",
    "Defibrillator: dates for training were under negotiation. " * 8,
)


def test_a_short_passage_is_embedded_once_with_its_context() -> None:
    text = f"{CONTEXT}\nThe panels had been removed."
    assert views_of(text) == (text,)


def test_a_long_passage_is_embedded_whole_and_in_parts_under_its_title() -> None:
    text = f"{CONTEXT}\n{''.join(MATTERS)}"
    whole, *parts = views_of(text)
    assert whole == text
    assert len(parts) > 2
    assert all(part.startswith("Matters Arising\n") for part in parts)


def test_a_sentence_is_not_cut_where_it_fits() -> None:
    _, *parts = views_of(f"{CONTEXT}\n{''.join(MATTERS)}")
    assert sum("these had been removed from 3 Old Town." in part for part in parts) == 1
    assert all(part.endswith((".", ";")) for part in parts)


def test_a_line_that_breaks_inside_a_sentence_does_not_end_it() -> None:
    sentence = "The clerk would write to\nScottish Borders Council about the lamp. "
    _, *parts = views_of(f"{CONTEXT}\n{sentence * 10}")
    assert all(part.endswith("lamp.") for part in parts)


@given(st.lists(st.text(alphabet="abcXYZ.;: \n1", max_size=90), max_size=30))
def test_the_parts_have_all_the_words_in_order_and_none_is_too_long(pieces: list[str]) -> None:
    words = " ".join(pieces)
    _, *parts = views_of(f"{CONTEXT}\n{words}")
    bodies = [part.partition("\n")[2] for part in parts]
    if parts:
        assert " ".join(bodies).split() == words.split()
    else:
        assert len(words.split()) <= 50
    assert all(0 < len(body.split()) <= 50 for body in bodies)


def test_the_rows_of_each_text_are_its_views_in_order() -> None:
    embedder = HashingEmbedder()
    texts = [f"{CONTEXT}\n{''.join(MATTERS)}", f"{CONTEXT}\nShort."]
    for text, matrix in zip(texts, embed_views(embedder, texts), strict=True):
        np.testing.assert_array_equal(matrix, embedder.embed_passages(views_of(text)))
    assert embed_views(embedder, []) == []
