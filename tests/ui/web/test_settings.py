from __future__ import annotations

import subprocess
import sys

import pytest

from ui.web.errors import PageSettingsError
from ui.web.settings import SCRIPT
from ui.web.settings import page_settings
from ui.web.settings import streamlit_arguments


def test_without_any_setting_the_api_is_on_this_machine() -> None:
    assert page_settings([], {}).address == "http://127.0.0.1:8000"


def test_a_flag_comes_before_the_environment() -> None:
    environ = {"MINUTEBOOK_PAGE_API": "http://10.0.0.5:8000/", "PATH": "/bin"}
    assert page_settings([], environ).address == "http://10.0.0.5:8000"
    assert page_settings(["--api", "https://minutes.example.org/api"], environ).address == "https://minutes.example.org/api"


@pytest.mark.parametrize("api", ["127.0.0.1:8000", "ftp://127.0.0.1", "", "http://"])
def test_an_address_that_is_none_is_refused_by_name(api: str) -> None:
    with pytest.raises(PageSettingsError, match="MINUTEBOOK_PAGE_API"):
        page_settings([], {"MINUTEBOOK_PAGE_API": api})


def test_a_misspelt_setting_is_refused_by_name() -> None:
    with pytest.raises(PageSettingsError, match="MINUTEBOOK_PAGE_APPI"):
        page_settings([], {"MINUTEBOOK_PAGE_APPI": "http://127.0.0.1:8000"})


def test_the_arguments_of_another_program_are_let_through() -> None:
    assert page_settings(["tests", "-q", "--apis", "x"], {}).address == "http://127.0.0.1:8000"


def test_the_page_is_started_as_streamlit_wants_it() -> None:
    arguments = streamlit_arguments(8501, "http://127.0.0.1:8000")
    assert arguments[:4] == ["-m", "streamlit", "run", str(SCRIPT)]
    assert arguments[-3:] == ["--", "--api", "http://127.0.0.1:8000"]
    flags = dict(zip(arguments[4:-3:2], arguments[5:-3:2], strict=True))
    assert flags["--server.port"] == "8501"
    assert flags["--server.address"] == "127.0.0.1"
    assert flags["--server.headless"] == "true"
    assert flags["--browser.gatherUsageStats"] == "false"
    assert flags["--client.showErrorDetails"] == "none"


def test_asking_how_the_page_is_started_does_not_load_streamlit() -> None:
    asked = "import sys, ui.web.settings; print('streamlit' in sys.modules or 'httpx' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"


def test_the_address_for_people_elsewhere_is_that_of_the_api_unless_set() -> None:
    assert page_settings([], {"MINUTEBOOK_PAGE_API": "http://10.0.0.5:8000/"}).public == "http://10.0.0.5:8000"
    environ = {"MINUTEBOOK_PAGE_PUBLIC_API": "https://minutes.example.org/archive/"}
    found = page_settings([], environ)
    assert (found.address, found.public) == ("http://127.0.0.1:8000", "https://minutes.example.org/archive")
    assert page_settings(["--public-api", "https://other.example.org"], environ).public == "https://other.example.org"
    assert streamlit_arguments(8501, "http://127.0.0.1:8000", public="https://x")[-2:] == ["--public-api", "https://x"]
