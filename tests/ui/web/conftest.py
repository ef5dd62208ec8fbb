"""What do the tests of the page stand on?

A fake API for single tests, and for the browser tests the real page run by Streamlit in a process of its own, with Chromium where
this machine has one.
"""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.chromium import chromium
from tests.ui.web.fake_api import FakeApi
from ui.web.settings import streamlit_arguments

ROOT = Path(__file__).parents[3]
START_SECONDS = 60.0
PATIENCE = 20_000
"""Milliseconds until a browser test gives up; it never waits longer than it must."""

PHONE = (360, 740)


@pytest.fixture
def fake_api() -> Iterator[FakeApi]:
    """A fake API of this test's own."""
    with FakeApi() as api:
        yield api


@pytest.fixture(scope="session")
def window() -> Iterator[BrowserContext]:
    """One window of the browser, as wide as a desk's."""
    with chromium() as browser:
        yield browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")


@pytest.fixture
def screen(window: BrowserContext) -> Iterator[Page]:
    """A fresh tab; anything that the page would load from another machine fails the test."""
    expect.set_options(timeout=PATIENCE)
    asked: list[str] = []
    with window.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.set_default_timeout(PATIENCE)
        yield page
    assert {urlsplit(url).hostname for url in asked if url.startswith(("http", "ws"))} <= {"127.0.0.1"}


@pytest.fixture(scope="session")
def staged_api() -> Iterator[FakeApi]:
    """The fake API behind `staged_page`."""
    with FakeApi() as api:
        yield api


@pytest.fixture(scope="session")
def staged_page(staged_api: FakeApi) -> Iterator[str]:
    """The address of the real page, before the fake API."""
    with running_page(staged_api.address) as address:
        yield address


@pytest.fixture(scope="session")
def page_without_api() -> Iterator[str]:
    """The address of the real page, with nothing where the API should be."""
    with running_page(f"http://127.0.0.1:{free_port()}") as address:
        yield address


@pytest.fixture(scope="session")
def sample_page(sample_api: str) -> Iterator[str]:
    """The address of the real page, before the real API over the sample archive."""
    with running_page(sample_api) as address:
        yield address


@contextmanager
def running_page(api: str) -> Iterator[str]:
    """Start the page as `minutebook ui` does, wait until it is well, and end it."""
    port = free_port()
    command = [sys.executable, *streamlit_arguments(port, api)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_until_well(process, f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def _wait_until_well(process: subprocess.Popen[bytes], health: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(health, timeout=5):
                return
        except urllib.error.URLError:
            assert _alive(process), "the page ended while starting"
    pytest.fail(f"the page was not well after {START_SECONDS:.0f} seconds")


def _alive(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(timeout=0.1)
    except subprocess.TimeoutExpired:
        return True
    return False
