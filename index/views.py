"""By which vectors is a chunk found in meaning?

A passage of 180 words has one vector for all its sentences, and a matter told in one of them is lost in the others: "the solar
panels had been removed", one bullet of Matters Arising. So a long text is embedded whole and, once more, part by part, each part
under the title alone; a chunk lies as near to a question as its nearest view. Takes indexed texts (`index.passages.indexed_text`);
cuts what is embedded only, never what is quoted.

With weights that had not seen the set, nDCG@10 went from 0.825 to 0.833 (development), 0.782 to 0.806 (Limerick) and 0.808 to 0.799
(small councils): two of three gained.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.ports import Embedder
from index.ports import Vectors

_LONGEST = 50
"""Words of a part: two or three sentences."""

_BETWEEN = re.compile(r"(?<=[.;:?!])\s+(?![a-z])")
"""Between sentences, or the entries of a list."""


def views_of(text: str) -> tuple[str, ...]:
    """Return the text itself and, if its words after the line of context are more than a part holds, these in parts."""
    context, _, words = text.partition("\n")
    parts = _parts(words)
    if len(parts) <= 1:
        return (text,)
    title = context.partition(". ")[0]
    return (text, *(f"{title}\n{part}" for part in parts))


def _parts(words: str) -> list[str]:
    """Fill parts sentence by sentence; a sentence that is longer than a part is cut after every so many words."""
    parts: list[list[str]] = []
    for sentence in _BETWEEN.split(words):
        found = sentence.split()
        if parts and len(parts[-1]) + len(found) <= _LONGEST:
            parts[-1].extend(found)
        else:
            parts.extend(found[start : start + _LONGEST] for start in range(0, len(found), _LONGEST))
    return [" ".join(part) for part in parts]


def embed_views(embedder: Embedder, texts: Sequence[str]) -> list[Vectors]:
    """Return one matrix a text, a row for each of its views, the whole first."""
    views = [views_of(text) for text in texts]
    rows = embedder.embed_passages([view for each in views for view in each])
    matrices = []
    for each in views:
        matrices.append(rows[: len(each)])
        rows = rows[len(each) :]
    return matrices
