from __future__ import annotations

from datetime import date

from index.ports import FacetValue
from index.ports import Standing
from index.records import Outcome
from index.sources import DocumentKind
from search_api.facets_found import counted


def standing(body: str | None, day: date | None, *outcomes: Outcome) -> Standing:
    return Standing("Larkmere City Council", body, day, DocumentKind.MINUTES, outcomes)


def test_each_value_is_counted_most_first_ties_by_value_and_what_is_not_stated_is_not() -> None:
    facets = counted(
        [
            standing("Cabinet", date(2020, 1, 2), Outcome.CARRIED, Outcome.LOST),
            standing("Cabinet", None, Outcome.LOST),
            standing(None, date(2019, 1, 2)),
        ]
    )
    assert facets["council"] == (FacetValue("Larkmere City Council", 3),)
    assert facets["body"] == (FacetValue("Cabinet", 2),)
    assert facets["year"] == (FacetValue("2019", 1), FacetValue("2020", 1))
    assert facets["kind"] == (FacetValue("minutes", 3),)
    assert facets["outcome"] == (FacetValue("lost", 2), FacetValue("carried", 1))


def test_nothing_found_counts_nothing() -> None:
    assert counted([]) == {"council": (), "body": (), "year": (), "kind": (), "outcome": ()}
