from __future__ import annotations

from datetime import date

import pytest

from index.ids import document_of
from index.passages import Filters
from index.ports import Archive
from index.records import Outcome
from search_api.evaluation.rows import Row
from search_api.evaluation.rows import limb_rows
from search_api.search import Searcher

KEYS = {
    *("document", "page", "item_number", "item_title", "item_text", "text", "label", "force", "outcome", "printed_vote", "tally"),
    *("mover", "seconder", "recorded_vote", "span", "date", "council", "body"),
}


@pytest.fixture
def archive(searcher: Searcher) -> Archive:
    return searcher.archive


@pytest.fixture
def rows(archive: Archive) -> list[Row]:
    return list(limb_rows(archive, Filters()))


def test_every_row_has_the_keys_of_the_format_and_who_and_when(rows: list[Row]) -> None:
    assert {frozenset(row) for row in rows} == {frozenset(KEYS)}


def test_every_limb_of_the_archive_is_a_row(archive: Archive, rows: list[Row]) -> None:
    assert len(rows) == archive.manifest.counts.limbs


def test_the_newest_meeting_comes_first_and_the_undated_last(rows: list[Row]) -> None:
    days = [row["date"] for row in rows]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days == dated + [None] * (len(days) - len(dated))


def test_what_is_not_stated_is_null(rows: list[Row]) -> None:
    row = next(row for row in rows if row["document"] == "seeds/phase-2.txt")
    assert (row["date"], row["council"], row["body"], row["item_number"], row["mover"]) == (None, None, None, None, None)


def test_a_lost_motion_has_its_outcome_its_vote_and_its_label(rows: list[Row]) -> None:
    row = next(row for row in rows if row["text"].startswith("to agree none"))
    assert (row["outcome"], row["printed_vote"], row["label"]) == ("lost", "(2:8)", "d")
    assert row["tally"] == {"for": 2, "against": 8, "abstained": None}


def test_a_recorded_vote_has_the_names_as_printed(rows: list[Row]) -> None:
    row = next(row for row in rows if row["recorded_vote"])
    assert row["recorded_vote"] == {
        "for": ["Collins (M)", "Hartigan"],
        "against": ["O'Dea", "Ryan (E)", "Talukder"],
        "abstained": [],
    }
    assert (row["mover"], row["seconder"]) == ("Councillor Hartigan", "Councillor Collins (M)")


def test_a_minute_without_an_agenda_number_has_its_own(rows: list[Row]) -> None:
    assert {row["item_number"] for row in rows if row["document"].startswith("stoke/")} == {"71/19", "72/19"}


def test_a_clause_over_two_pages_is_two_lines_of_which_the_span_is_the_first(archive: Archive, rows: list[Row]) -> None:
    row = next(row for row in rows if "\n" in row["text"])
    assert row["text"].split("\n") == [
        "That the signs on Castle Street be renewed, at the cost of the road fund, before the",
        "beginning of the summer.",
    ]
    text = _page_text(archive, row)
    assert text[row["span"]["start"] : row["span"]["end"]] == row["text"].split("\n")[0]


def test_every_text_stands_in_the_text_of_its_item(rows: list[Row]) -> None:
    assert all(row["text"] in row["item_text"] or "\n" in row["text"] for row in rows)


def test_an_outcome_asked_for_leaves_the_other_limbs_of_an_item_out(archive: Archive) -> None:
    lost = list(limb_rows(archive, Filters(outcomes=(Outcome.LOST,))))
    assert {row["outcome"] for row in lost} == {"lost"}
    assert len(lost) == 2


def test_filters_choose_meetings(archive: Archive) -> None:
    rows = list(limb_rows(archive, Filters(bodies=("Full Council",), since=date(2021, 5, 1))))
    assert {row["date"] for row in rows} == {"2021-05-17"}


def _page_text(archive: Archive, row: Row) -> str:
    listing = archive.register.items(Filters(), 0, None, decided=True)
    documents = archive.catalogue.documents([document_of(item_id) for item_id in listing.item_ids])
    found = next(document.id for document in documents if document.path == row["document"])
    return archive.catalogue.pages([(found, row["span"]["page"])])[found, row["span"]["page"]].text
