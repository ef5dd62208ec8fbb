"""Feeds as a feed reader gets them: the rules of Atom (RFC 4287), what is in them, and what never is."""

from __future__ import annotations

import datetime as dt
import logging
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from index.ports import Archive
from index.settings import ArchiveSettings
from search_api.app import create_app
from search_api.feeds.atom import NAMESPACE
from search_api.feeds.atom import Feed
from search_api.feeds.atom import FeedEntry
from search_api.feeds.atom import atom
from search_api.parameters_feeds import FeedParameters
from search_api.schemas_state import ProblemOut
from search_api.settings import AppSettings
from ui.web.permalinks import FEED_PARAMETERS
from ui.web.permalinks import decision_address
from ui.web.permalinks import feed_address
from ui.web.permalinks import item_address
from ui.web.permalinks import meeting_address

ATOM = f"{{{NAMESPACE}}}"
CANARIES = (Path(__file__).parents[1] / "gold" / "canaries.txt").read_text(encoding="utf-8").split()
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
PATH = "/v1/feeds/search"


def _texts(element: ET.Element, name: str) -> list[str]:
    return [one.text or "" for one in element.findall(ATOM + name)]


def _is_valid(document: bytes) -> ET.Element:
    """Hold a document to what RFC 4287 says a feed and an entry must be (sections 4.1.1, 4.1.2, 3.3, 4.2.6, 4.2.7)."""
    feed = ET.fromstring(document)
    assert feed.tag == f"{ATOM}feed"
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        assert [len(_texts(one, name)) for name in ("id", "title", "updated")] == [1, 1, 1]
        assert re.fullmatch(r"urn:[a-z]+:\S+", _texts(one, "id")[0])
        assert INSTANT.fullmatch(_texts(one, "updated")[0])
        dt.datetime.fromisoformat(_texts(one, "updated")[0])
        links = [(link.get("rel"), link.get("type")) for link in one.findall(f"{ATOM}link") if link.get("rel") != "via"]
        assert len(set(links)) == len(links)
        assert all(link.get("href", "").startswith(("http://", "https://")) for link in one.findall(f"{ATOM}link"))
        assert all(name.text for author in one.findall(f"{ATOM}author") for name in author.findall(f"{ATOM}name"))
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert len(feed.findall(f"{ATOM}author")) == 1
    ids = [_texts(entry, "id")[0] for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        (content,) = entry.findall(f"{ATOM}content")
        assert (content.get("type"), content.get("src"), list(content)) == ("html", None, [])
    return feed


def _feed(client: TestClient | httpx.Client, **asked: str | list[str]) -> ET.Element:
    reply = client.get(PATH, params=asked)
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    return _is_valid(reply.content)


def _titles(feed: ET.Element) -> list[str]:
    return [title for entry in feed.findall(f"{ATOM}entry") for title in _texts(entry, "title")]


def _contents(feed: ET.Element) -> list[str]:
    return [content for entry in feed.findall(f"{ATOM}entry") for content in _texts(entry, "content")]


def test_without_a_question_the_newest_decisions_are_listed(client: TestClient) -> None:
    titles = _titles(_feed(client))
    assert titles[:2] == [
        "3. Harbour bridge (Full Council, 17 May 2021)",
        "7. Speed limits on Castle Street (Full Council, 15 March 2021)",
    ]
    assert len(titles) == 5


def test_a_question_lists_what_speaks_to_it(client: TestClient) -> None:
    feed = _feed(client, q="speed limits on Castle Street")
    assert [title.partition(" (")[0] for title in _titles(feed)][:1] == ["7. Speed limits on Castle Street"]
    assert _texts(feed, "title") == ["“speed limits on Castle Street” in council minutes"]


def test_a_question_without_an_answer_gives_a_feed_without_entries_that_says_so(client: TestClient) -> None:
    feed = _feed(client, q="mermaids in Kent")
    assert _titles(feed) == []
    assert _texts(feed, "subtitle")[0].startswith("Nothing in these minutes answers this question.")


def test_what_was_lost_is_never_told_as_decided(client: TestClient) -> None:
    (content,) = _contents(_feed(client, q="speed limits on Castle Street"))[:1]
    decided, _, refused = content.partition("<h2>Not agreed</h2>")
    assert "<strong>Lost</strong>" in refused
    assert "<strong>Lost</strong>" not in decided
    assert "These are not decisions." in refused


def test_filters_hold_and_are_named(client: TestClient) -> None:
    feed = _feed(client, outcome="lost", council="Larkmere City Council")
    assert all("<strong>Lost</strong>" in content and "Carried" not in content for content in _contents(feed))
    assert "Only council Larkmere City Council; outcome lost." in _texts(feed, "subtitle")[0]
    dated = _feed(client, since="2021-04-01", until="2021-12-31")
    assert _titles(dated) == ["3. Harbour bridge (Full Council, 17 May 2021)"]


def test_meetings_without_a_date_are_left_out_and_counted(client: TestClient) -> None:
    feed = _feed(client)
    assert "1 meetings looked at state no date" in _texts(feed, "subtitle")[0]
    assert not any("date not stated" in title for title in _titles(feed))


def test_an_entry_keeps_its_day_whatever_is_committed_later(tmp_path: Path, commit: Callable[[str, int], Archive]) -> None:
    """So that a reader shows it once: its id and its `updated` belong to the minutes, not to the generation."""
    address = f"file:{tmp_path / 'archive'}"
    commit(address, 4)
    with TestClient(create_app(AppSettings(ArchiveSettings(address=address)))) as client:

        def seen() -> dict[str, str]:
            return {_texts(entry, "id")[0]: _texts(entry, "updated")[0] for entry in _feed(client).findall(f"{ATOM}entry")}

        before = seen()
        commit(address, 5)
        after = seen()
    assert before.items() < after.items()
    new = {after[one] for one in set(after) - set(before)}
    assert new
    assert "2026" not in " ".join(after.values()), "the day of the commit is not the day of an item"


def test_the_same_archive_gives_the_same_bytes_and_sends_them_once(client: TestClient) -> None:
    asked = {"q": "harbour bridge", "council": "Larkmere City Council"}
    first, again = (client.get(PATH, params=asked) for _ in range(2))
    assert first.content == again.content
    assert first.headers["cache-control"] == "private, no-cache"
    held = client.get(PATH, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (held.status_code, held.content, held.headers["etag"]) == (304, b"", first.headers["etag"])
    turned = dict(reversed(asked.items()))
    assert client.get(PATH, params=turned).content == first.content


def test_another_question_is_another_feed(client: TestClient) -> None:
    ids = {_texts(_feed(client, **asked), "id")[0] for asked in ({}, {"q": "bridge"}, {"q": "lane"}, {"outcome": "lost"})}
    assert len(ids) == 4


def test_every_entry_leads_to_a_page_that_opens(sample_api: str) -> None:
    with httpx.Client(base_url=sample_api, timeout=30) as http:
        links = [
            link.get("href", "")
            for asked in ({}, {"q": "shared Chief Executive"})
            for entry in _feed(http, **asked).findall(f"{ATOM}entry")
            for link in entry.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        assert links
        assert {http.get(link).status_code for link in links} == {200}


def test_no_canary_of_an_exempt_item_is_in_any_feed(sample_api: str) -> None:
    assert CANARIES
    with httpx.Client(base_url=sample_api, timeout=30) as http:
        questions = [{}, {"q": "exempt information"}, *({"q": canary} for canary in CANARIES)]
        feeds = [http.get(PATH, params=asked).text for asked in questions]
    inside = [re.sub(r"<title>.*?</title>|<subtitle>.*?</subtitle>|<link [^>]*>", "", feed, flags=re.DOTALL) for feed in feeds]
    assert [canary for canary in CANARIES for feed in inside if canary.lower() in feed.lower()] == []


@pytest.mark.parametrize(
    ("asked", "status", "name"),
    [
        ({"q": "?"}, 400, "empty-query"),
        ({"q": "a" * 501}, 400, "query-too-long"),
        ({"council": "Nowhere"}, 400, "unknown-value"),
        ({"outcome": "won"}, 422, "bad-parameters"),
        ({"colour": "red"}, 422, "bad-parameters"),
        ({"since": "2021-01-02", "until": "2021-01-01"}, 400, "date-range"),
    ],
)
def test_a_wrong_request_is_refused_as_on_every_path(client: TestClient, asked: dict[str, str], status: int, name: str) -> None:
    reply = client.get(PATH, params=asked)
    problem = ProblemOut.model_validate_json(reply.content)
    assert (reply.status_code, problem.type) == (status, f"urn:minutebook:problem:{name}")


def test_a_question_of_a_feed_is_not_written_down(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.get(PATH, params={"q": "canaryword"})
    lines = [record.getMessage() for record in caplog.records if not record.name.startswith("httpx")]
    assert any(PATH in line for line in lines)
    assert not any("canaryword" in line for line in lines)


def test_letters_that_xml_cannot_hold_are_replaced_and_the_rest_is_escaped() -> None:
    odd = "<b>&\"'</b>]]>\x00\x0b\x0c\ufffe\ud800é\U0001f41f"
    entry = FeedEntry("urn:minutebook:item:x", odd, f"http://x/{odd}", f"https://y/{odd}", odd, dt.date(2020, 9, 2), odd)
    written = atom(Feed("urn:minutebook:feed:x", odd, odd, "http://x/", "http://x/", odd, "2026-01-02T03:04:05+00:00", (entry,)))
    feed = _is_valid(written)
    shown = "<b>&\"'</b>]]>\ufffd\ufffd\ufffd\ufffd\ufffdé\U0001f41f"
    assert (_titles(feed), _contents(feed)) == ([shown], [shown])


def test_the_page_makes_addresses_that_the_api_answers(client: TestClient) -> None:
    base = "http://testserver"
    found = client.get("/v1/decisions").json()["items"][0]
    limb_id = found["decisions"][0]["limb_id"]
    made = (item_address(base, found["item_id"]), decision_address(f"{base}/", limb_id), meeting_address(base, found["meeting_id"]))
    assert [client.get(address).status_code for address in made] == [200, 200, 200]
    screen = (
        ("view", "timeline"),
        ("q", "harbour & bridge"),
        ("k", "25"),
        ("outcome", "carried"),
        ("keep", "x"),
        ("without", "lane"),
    )
    address = feed_address(base, screen)
    assert address == f"{base}/v1/feeds/search?q=harbour+%26+bridge&outcome=carried&without=lane"
    assert client.get(address).status_code == 200
    assert feed_address(f"{base}/") == f"{base}/v1/feeds/search"
    assert frozenset(FeedParameters.model_fields) == FEED_PARAMETERS
