"""What does the page draw, run by Streamlit's own test runner?

Opens the page at an address given by its parameters, and gives the words on it and what it asked of the fake API.
"""

from __future__ import annotations

from bs4 import BeautifulSoup
from streamlit.testing.v1 import AppTest

from tests.ui.web.fake_api import FakeApi


def opened(page: AppTest, **parameters: str | list[str]) -> AppTest:
    """Run the page with these parameters in its address."""
    for name, value in parameters.items():
        page.query_params[name] = value
    ran = page.run()
    assert not ran.exception
    return ran


def words(page: AppTest) -> str:
    """Return the words of all our HTML on the page."""
    html = " ".join(element.proto.body for element in page.get("html"))
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def asked(api: FakeApi, path: str) -> list[list[tuple[str, str]]]:
    """Return the parameters of each call of a path."""
    return [parameters for called, parameters in api.asked if called == path]
