"""What `minutes.toml` may say, for which files it holds, and how it is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.errors import SidecarError
from ingest.facts import Facts
from ingest.sidecar import Sidecars
from ingest.sidecar import facts_for
from ingest.sidecar import flag_facts
from ingest.sidecar import names_without_file
from ingest.sidecar import parse_sidecar

WHOLE = """
[folder]
council = "Aldermere  Borough Council"
body = "Cabinet"
kind = "minutes"
url = "https://example.org/cabinet"

[files."shared-services-strategy.txt"]
date = 2022-06-14
body = "Joint Committee"
title = "Strategy"
published = 2022-07-01
"""


def sidecars(**folders: str) -> Sidecars:
    """Sidecars by folder: `root` is the ingested folder, `a_b` the folder a/b."""
    names = {name: "." if name == "root" else name.replace("_", "/") for name in folders}
    return {
        names[name]: parse_sidecar("minutes.toml" if name == "root" else f"{names[name]}/minutes.toml", text.encode())
        for name, text in folders.items()
    }


def test_a_sidecar_states_facts_about_its_folder_and_about_one_file() -> None:
    facts = facts_for("shared-services-strategy.txt", sidecars(root=WHOLE), Facts())
    assert facts.council == Stated("Aldermere Borough Council", Origin.SIDECAR)
    assert (facts.body.value, facts.title.value) == ("Joint Committee", "Strategy")
    assert (facts.date.value, facts.published.value) == (date(2022, 6, 14), date(2022, 7, 1))
    assert (facts.kind.value, facts.url.value) == (DocumentKind.MINUTES, "https://example.org/cabinet")


def test_other_files_of_the_folder_get_the_facts_of_the_folder_only() -> None:
    facts = facts_for("other.txt", sidecars(root=WHOLE), Facts())
    assert (facts.body.value, facts.date) == ("Cabinet", Stated())


def test_a_sidecar_holds_for_the_folders_below_and_the_nearest_wins() -> None:
    given_sidecars = sidecars(root='[folder]\ncouncil = "A"\nbody = "B"', a_b='[folder]\nbody = "C"')
    assert facts_for("a/b/c/x.txt", given_sidecars, Facts()).council.value == "A"
    assert facts_for("a/b/c/x.txt", given_sidecars, Facts()).body.value == "C"
    assert facts_for("a/x.txt", given_sidecars, Facts()).body.value == "B"
    assert facts_for("ab/x.txt", given_sidecars, Facts()).body.value == "B"


def test_what_is_said_of_a_file_wins_over_what_is_said_of_any_folder() -> None:
    given_sidecars = sidecars(root='[files."a/b/x.txt"]\nbody = "file"', a_b='[folder]\nbody = "folder"')
    assert facts_for("a/b/x.txt", given_sidecars, Facts()).body.value == "file"


def test_flags_win_over_sidecars_and_sidecars_over_the_file_itself() -> None:
    page = Facts(council=Stated("page", Origin.PAGE_METADATA), body=Stated("page", Origin.PAGE_METADATA))
    flags = flag_facts(council="flag", kind=DocumentKind.AGENDA)
    facts = facts_for("x.txt", sidecars(root='[folder]\ncouncil = "sidecar"\nbody = "sidecar"'), flags, page)
    assert facts.council == Stated("flag", Origin.FLAG)
    assert facts.body == Stated("sidecar", Origin.SIDECAR)
    assert facts.kind == Stated(DocumentKind.AGENDA, Origin.FLAG)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (
            "[folder]\ncouncl = 'A'",
            r"\[folder\] has the unknown key 'councl', allowed are council, body, date, kind, title, published, url",
        ),
        ("[folders]\n", "the file has the unknown key 'folders', allowed are folder, files"),
        ("council = 'A'", "the file has the unknown key 'council'"),
        ("[files.'a.txt']\nday = 2022-06-14", r"\[files\.\"a\.txt\"\] has the unknown key 'day'"),
        ("[folder]\nkind = 'minute'", "kind is 'minute', allowed are minutes, agenda, decision, pack, other"),
        ("[folder]\nkind = 3", "kind is 3, allowed are"),
        ("[folder]\ndate = '2022-06-14'", "date is not a day, write it as date = 2022-06-14, without quotes"),
        ("[folder]\ndate = 2022-06-14T10:00:00", "date is not a day"),
        ("[folder]\ncouncil = ' '", "council is not text in quotes"),
        ("[folder]\nurl = 3", "url is not text in quotes"),
        ("folder = 'A'", r"\[folder\] is not a table"),
        ("[files]\n'a.txt' = 'minutes'", r'\[files\."a\.txt"\] is not a table'),
        ("[folder", "is not TOML"),
    ],
)
def test_what_a_sidecar_may_not_say_is_refused_by_name(toml: str, message: str) -> None:
    with pytest.raises(SidecarError, match=rf"^a/minutes\.toml: .*{message}"):
        parse_sidecar("a/minutes.toml", toml.encode())


def test_a_sidecar_that_is_not_utf_8_is_refused() -> None:
    with pytest.raises(SidecarError, match="is not TOML"):
        parse_sidecar("minutes.toml", b"[folder]\ncouncil = '\xa3'")


def test_a_byte_order_mark_and_an_empty_file_do_no_harm() -> None:
    assert parse_sidecar("minutes.toml", b"\xef\xbb\xbf[folder]\nbody = 'A'").folder.body.value == "A"
    assert parse_sidecar("minutes.toml", b"").folder == Facts()


def test_names_are_kept_byte_for_byte() -> None:
    """Real names hold hard spaces, and composed and decomposed accents are different files."""
    given_sidecars = sidecars(root='[files."Minutes -\u00a018th Caf\u00e9.md"]\nbody = "A"')
    assert facts_for("Minutes -\u00a018th Caf\u00e9.md", given_sidecars, Facts()).body.value == "A"
    assert facts_for("Minutes - 18th Caf\u00e9.md", given_sidecars, Facts()).body.value is None
    assert facts_for("Minutes -\u00a018th Cafe\u0301.md", given_sidecars, Facts()).body.value is None


def test_a_section_for_a_file_that_is_not_there_is_told() -> None:
    given_sidecars = sidecars(root=WHOLE, a='[files."x.txt"]\nbody = "B"')
    told = list(names_without_file(given_sidecars, frozenset({"a/x.txt"})))
    assert told == [
        'minutes.toml: [files."shared-services-strategy.txt"] names no file that is there; correct the name or take the section out'
    ]


@given(st.binary(max_size=120))
def test_any_bytes_are_a_sidecar_or_are_refused(content: bytes) -> None:
    try:
        sidecar = parse_sidecar("minutes.toml", b"[folder]\n" + content)
    except SidecarError:
        return
    assert isinstance(sidecar.folder, Facts)
