from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import SettingsError
from index.settings import read_table
from search_api.settings import ApiSettings
from search_api.settings import AppSettings
from search_api.settings import SearchSettings


def test_the_api_listens_to_this_machine_only_unless_told_otherwise(tmp_path: Path) -> None:
    api, sources = read_table("api", ApiSettings, tmp_path / "minutebook.toml", {}, {})
    assert (api.host, api.port, set(sources.values())) == ("127.0.0.1", 8000, {"default"})
    assert AppSettings().api == api


def test_numbers_are_read_from_the_environment(tmp_path: Path) -> None:
    found, _ = read_table("search", SearchSettings, tmp_path / "none.toml", {"MINUTEBOOK_SEARCH_TOP_K": "20"}, {})
    assert (found.top_k, found.candidates) == (20, 100)


@pytest.mark.parametrize(
    "line", ["top_k = 0", "top_k = 51", "candidates = 5", "candidates = 5000", "dense_weight = 0.5", 'top_k = "many"']
)
def test_what_is_out_of_bounds_or_unknown_is_refused(tmp_path: Path, line: str) -> None:
    """The weight of the legs is fixed when the archive is built, so it is no setting."""
    file = tmp_path / "minutebook.toml"
    file.write_text(f"[search]\n{line}\n")
    with pytest.raises(SettingsError, match=line.split(maxsplit=1)[0]):
        read_table("search", SearchSettings, file, {}, {})


def test_the_public_address_is_kept_without_a_stroke_at_its_end(tmp_path: Path) -> None:
    environ = {"MINUTEBOOK_API_PUBLIC": "https://minutes.example.org/archive/"}
    assert read_table("api", ApiSettings, tmp_path / "none.toml", environ, {})[0].public == "https://minutes.example.org/archive"
    assert ApiSettings().public == ""


@pytest.mark.parametrize(
    "given",
    ["minutes.example.org", "ftp://x", "https://", "https://a:b@x", "https://x/?q=1", "https://x/#a", "https://é", "https://a b"],
)
def test_a_public_address_that_must_not_be_printed_is_refused(tmp_path: Path, given: str) -> None:
    with pytest.raises(SettingsError, match="public"):
        read_table("api", ApiSettings, tmp_path / "none.toml", {"MINUTEBOOK_API_PUBLIC": given}, {})
