"""Job 25 of the 25 as a feed reader does it: on the sample councils, over the API, with minutes that come later."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.ports import Embedder
from index.settings import ArchiveSettings
from ingest.pipeline import run_ingest
from ingest.settings import IngestSettings
from search_api.app import create_app
from search_api.feeds.atom import NAMESPACE
from search_api.settings import AppSettings

COUNCIL = Path(__file__).parents[1] / "corpus" / "sample" / "aldermere-borough-council"
NEW = Path("cabinet") / "2023-10-10 Cabinet Minutes.pdf"
OTHER = Path("planning-committee") / "2022-05-10 Planning Minutes.docx"
LEFT_OUT = ("licensing-sub-committee", "overview-and-scrutiny-committee", "mgAi-*")
ATOM = f"{{{NAMESPACE}}}"

pytestmark = pytest.mark.quality


class _Reader:
    """A feed reader: polls one feed with the name of what it has, and tells entries whose id or day it has not seen."""

    def __init__(self, api: TestClient, **asked: str) -> None:
        self._api = api
        self._asked = asked
        self._tag = ""
        self._seen: set[tuple[str | None, str | None]] = set()

    def poll(self) -> list[str]:
        """Return the titles of what is new, an empty list for 304."""
        reply = self._api.get("/v1/feeds/search", params=self._asked, headers={"If-None-Match": self._tag} if self._tag else {})
        if reply.status_code == 304:
            return []
        assert reply.status_code == 200, reply.text
        self._tag = reply.headers["etag"]
        shown = dict(_entries(reply.content))
        new = [title for key, title in shown.items() if key not in self._seen]
        self._seen |= shown.keys()
        return new


def _entries(document: bytes) -> Iterator[tuple[tuple[str | None, str | None], str]]:
    for entry in ET.fromstring(document).findall(f"{ATOM}entry"):
        yield (entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}updated")), entry.findtext(f"{ATOM}title") or ""


def test_job_25_tell_me_when_it_comes_up_again(tmp_path: Path, model: Embedder) -> None:
    """Alert: "shared Chief Executive" in my council: a new meeting is told of once, one on other matters not at all.

    Not done: no mail is sent; whoever wants mail gives the address of the feed to a service of their own.
    """
    folder, address = tmp_path / "minutes" / COUNCIL.name, f"file:{tmp_path / 'archive'}"
    shutil.copytree(COUNCIL, folder, ignore=shutil.ignore_patterns(NEW.name, OTHER.name, *LEFT_OUT))
    run_ingest(folder.parent, address, model, IngestSettings())
    with TestClient(create_app(AppSettings(archive=ArchiveSettings(address=address)))) as api:
        reader = _Reader(api, q="shared Chief Executive", council="Aldermere Borough Council")
        assert any("SHARED CHIEF EXECUTIVE" in title for title in reader.poll())
        assert reader.poll() == []
        shutil.copy(COUNCIL / OTHER, folder / OTHER)
        run_ingest(folder.parent, address, model, IngestSettings())
        assert reader.poll() == []
        shutil.copy(COUNCIL / NEW, folder / NEW)
        run_ingest(folder.parent, address, model, IngestSettings())
        assert reader.poll() == ["43. Response to scrutiny: review of the shared Chief Executive (Cabinet, 10 October 2023)"]
        run_ingest(folder.parent, address, model, IngestSettings(), rebuild=True)
        assert reader.poll() == []
