from __future__ import annotations

from urllib.parse import parse_qs

from bs4 import BeautifulSoup

from search_api.schemas_state import FacetOut
from tests.ui.web import canned
from ui.web.facets_view import SHOWN
from ui.web.facets_view import narrowing
from ui.web.links import Screen

SCREEN = Screen("grit", councils=("Aldermere and Tarnbrook",), count=25)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def links(html: str) -> dict[str, dict[str, list[str]]]:
    return {link.get_text(): parse_qs(str(link["href"]).removeprefix("?")) for link in soup(html).find_all("a")}


def test_each_value_is_a_link_that_narrows_within_the_filters_in_force_with_its_number_of_items() -> None:
    html = narrowing(canned.search(), SCREEN)
    asked = {"q": ["grit"], "council": ["Aldermere and Tarnbrook"]}
    assert links(html)["Cabinet"] == asked | {"body": ["Cabinet"]}
    assert links(html)["Lost"] == asked | {"outcome": ["lost"]}
    assert "Cabinet 1 item" in soup(html).get_text()


def test_a_year_narrows_to_its_days_and_the_newest_comes_first() -> None:
    html = narrowing(canned.search(), SCREEN)
    year = links(html)["2020"]
    assert (year["since"], year["until"]) == (["2020-01-01"], ["2020-12-31"])
    assert [label for label in links(html) if label.isdigit()] == ["2021", "2020"]


def test_a_value_that_all_items_have_narrows_nothing_and_is_left_out() -> None:
    headings = [heading.get_text() for heading in soup(narrowing(canned.search(), SCREEN)).find_all("h3")]
    assert headings == ["Body", "Year", "Outcome"]
    facets = canned.facets_found().model_copy(update={"body": [], "year": [], "outcome": []})
    assert not narrowing(canned.search(facets=facets), SCREEN)


def test_where_the_body_is_the_council_one_list_says_it() -> None:
    same = [FacetOut(value="Marlsham Parish Council", items=1)]
    facets = canned.facets_found().model_copy(update={"council": same, "body": same})
    headings = [heading.get_text() for heading in soup(narrowing(canned.search(facets=facets), SCREEN)).find_all("h3")]
    assert headings == ["Council", "Year", "Outcome"]


def test_many_values_are_folded_after_the_first_few() -> None:
    many = [FacetOut(value=f"Panel {number}", items=1) for number in range(10)]
    html = narrowing(canned.search(facets=canned.facets_found().model_copy(update={"body": many})), SCREEN)
    folded = soup(html).select("details details")
    assert [len(fold.find_all("a")) for fold in folded] == [10 - SHOWN]
    assert folded[0].summary is not None
    assert folded[0].summary.get_text() == f"{10 - SHOWN} more in Body"
