"""What does the accessibility statement say, and can it be found from everywhere?"""

from __future__ import annotations

from importlib import metadata

import pytest
from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from tests.ui.web.fake_api import FakeApi
from ui.web.accessibility_view import foot
from ui.web.accessibility_view import statement
from ui.web.barriers import BARRIERS
from ui.web.links import Screen
from ui.web.settings import SCRIPT

EVIL = "<script>alert(1)</script> & the clerk"


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_the_statement_has_the_parts_that_the_regulations_ask_for() -> None:
    said = BeautifulSoup(statement(Screen(view="accessibility")), "html.parser")
    assert [heading.get_text() for heading in said.find_all("h2")] == [
        "How accessible this page is",
        "What is not accessible",
        "The documents",
        "Feedback and contact",
        "Enforcement",
        "How it was tested, and when",
    ]
    assert "partially compliant" in words(str(said))
    assert "22 November 2026" in words(str(said))


def test_what_the_tests_excuse_stands_in_the_statement() -> None:
    said = words(statement(Screen()))
    for barrier in BARRIERS:
        assert barrier.what in said
        assert barrier.done in said
        assert barrier.criterion in said


def test_a_barrier_that_excuses_a_rule_names_the_element() -> None:
    assert all(bool(barrier.rule) == bool(barrier.selector) for barrier in BARRIERS)


def test_whoever_runs_the_archive_is_asked_unless_the_settings_name_somebody() -> None:
    assert "Ask whoever runs this archive" in words(statement(Screen()))
    named = statement(Screen(), EVIL)
    assert EVIL in words(named)
    assert "<script>" not in named
    assert "Ask whoever runs" not in named


def test_the_foot_leads_to_the_statement_and_keeps_what_was_kept() -> None:
    link = BeautifulSoup(foot(Screen("grit", kept=("d1-m1-i01",))), "html.parser").find("a")
    assert link is not None
    assert link["href"] == "?view=accessibility&q=grit&keep=d1-m1-i01"
    assert metadata.version("minutebook") in words(foot(Screen()))


@pytest.mark.parametrize("view", ["ask", "accessibility", "votes", "kept"])
def test_every_screen_ends_with_the_foot_also_when_it_fails(view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", "http://127.0.0.1:9")
    page = AppTest.from_file(str(SCRIPT), default_timeout=60)
    page.query_params["view"] = view
    page.run()
    assert not page.exception
    assert "mb-colophon" in page.get("html")[-1].proto.body


def test_the_statement_names_whom_the_settings_name(fake_api: FakeApi, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_PAGE_API", fake_api.address)
    monkeypatch.setenv("MINUTEBOOK_PAGE_CONTACT", "Write to the clerk of Marlsham.")
    page = AppTest.from_file(str(SCRIPT), default_timeout=60)
    page.query_params["view"] = "accessibility"
    page.run()
    assert any("Write to the clerk of Marlsham." in part.proto.body for part in page.get("html"))
