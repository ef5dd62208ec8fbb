"""`minutebook brief` as a person meets it: a file to take to a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.opening import open_archive
from index.passages import Filters
from tests.search_api.briefing.reading import blocks_in_markdown
from tests.search_api.briefing.reading import ours_in_word
from tests.search_api.briefing.reading import quoted_in_word
from tests.search_api.briefing.reading import rows_in_csv
from tests.ui.conftest import Run

CHIEF = "did the joint committee agree none of the options for the Chief Executive post"
LOST = "to agree none of the options for the post of Chief Executive"


def test_the_ending_of_the_file_says_what_is_written(run: Run, sample: str, tmp_path: Path) -> None:
    for name in ("briefing.docx", "briefing.md", "BRIEFING.CSV"):
        ended = run("brief", CHIEF, "--title", "Shared services", "--out", name, "--archive", sample)
        assert (ended.code, ended.err) == (0, "")
        assert ended.out.startswith(f"{name}: ")
    word = (tmp_path / "briefing.docx").read_bytes()
    assert ours_in_word(word)[0] == "Shared services"
    assert any(LOST in words for words in quoted_in_word(word))
    assert any(quoted and LOST in words for quoted, words in blocks_in_markdown((tmp_path / "briefing.md").read_bytes()))
    lost = [row for row in rows_in_csv((tmp_path / "BRIEFING.CSV").read_bytes()) if LOST in row["quotation"]]
    assert {(row["as"], row["outcome"], row["vote_as_printed"]) for row in lost if row["outcome"]} == {
        ("not carried", "Lost", "(2:8)")
    }


def test_several_questions_and_items_make_one_file(run: Run, sample: str, tmp_path: Path) -> None:
    item = open_archive(sample).register.items(Filters(), 0, 1, decided=True).item_ids[0]
    ended = run("brief", CHIEF, "mermaids in Kent", "--item", item, "--out", "two.md", "--archive", sample)
    assert ended.code == 0
    assert "1 question without an answer in these minutes" in ended.out
    shown = [words for _, words in blocks_in_markdown((tmp_path / "two.md").read_bytes())]
    assert shown[0] == "Briefing from council minutes"
    assert shown.index(f"Question: {CHIEF}") < shown.index("Question: mermaids in Kent") < shown.index("Items asked for")


def test_a_file_that_is_there_is_kept_unless_it_may_be_written_over(run: Run, sample: str, tmp_path: Path) -> None:
    there = tmp_path / "kept.md"
    there.write_text("mine")
    ended = run("brief", CHIEF, "--out", there, "--archive", sample)
    assert (ended.code, there.read_text()) == (1, "mine")
    assert "is there already: name another file, or add --force" in ended.err
    assert run("brief", CHIEF, "--out", there, "--force", "--archive", sample).code == 0
    assert there.read_text() != "mine"


@pytest.mark.parametrize("name", ["briefing", "briefing.pdf", "briefing.doc", ".docx"])
def test_a_wrong_ending_is_one_sentence_and_nothing_is_opened(run: Run, name: str, tmp_path: Path) -> None:
    ended = run("brief", CHIEF, "--out", name, "--archive", "file:nowhere")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == f"minutebook: {name} ends with nothing that a briefing is written as: name it with .docx, .md, .csv\n"
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_brief_on_is_refused_before_anything_is_opened(run: Run) -> None:
    ended = run("brief", "--out", "a.md", "--archive", "file:nowhere")
    assert ended.code == 1
    assert "give at least one question or one item" in ended.err


def test_a_folder_that_is_not_there_is_said_in_one_sentence(run: Run, sample: str) -> None:
    ended = run("brief", CHIEF, "--out", "no/such/folder.md", "--archive", sample)
    assert ended.code == 1
    assert "no/such/folder.md cannot be written" in ended.err


def test_an_item_not_held_leaves_no_file(run: Run, sample: str, tmp_path: Path) -> None:
    ended = run("brief", "--item", "d0-m1-i01", "--out", "a.md", "--archive", sample)
    assert ended.code == 1
    assert not (tmp_path / "a.md").exists()
