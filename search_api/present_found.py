"""How does what was searched for become what goes over the wire?

The only place that fills `schemas_found.py`; each item found, and what was understood, come from `present.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence

from index.ports import Coverage
from index.ports import FacetValue
from search_api.applied import Applied
from search_api.citations import Citation
from search_api.found import Found
from search_api.present import present_coverage
from search_api.present import present_facets
from search_api.present import present_filters
from search_api.present import present_result
from search_api.present import present_understood
from search_api.schemas import QueryOut
from search_api.schemas_found import SearchOut


def present_search(
    found: Found,
    passages: Sequence[Citation],
    facets: Mapping[str, Sequence[FacetValue]],
    coverage: Coverage,
    applied: Applied,
    *,
    took_ms: float,
) -> SearchOut:
    """Present what was found; `passages` are the best passages of the hits, one a hit, `facets` count what matches."""
    query = QueryOut(
        text=found.query.text,
        phrases=[exact.printed for exact in found.query.phrases],
        references=[exact.printed for exact in found.query.references],
        mode=found.mode.value,
        filters=present_filters(found.filters),
    )
    ranked = enumerate(zip(found.hits, passages, strict=True), start=1)
    return SearchOut(
        **present_understood(applied),
        query=query,
        results=[present_result(rank, hit, passage, found) for rank, (hit, passage) in ranked],
        order=found.order.value,
        total=found.total,
        matching=len(found.matching),
        facets=present_facets(facets),
        weak=found.weak,
        coverage=present_coverage(coverage),
        took_ms=round(took_ms, 3),
    )
