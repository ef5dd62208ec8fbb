"""The plain pages as anyone opens them: over real HTTP, every record of the sample archive, and hostile text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from index.ids import meeting_of
from index.passages import Filters
from index.ports import Archive
from index.settings import ArchiveSettings
from search_api.app import create_app
from search_api.browsing import read_item
from search_api.browsing import read_meeting
from search_api.permalinks.decision_page import decision_page
from search_api.permalinks.frame import framed
from search_api.permalinks.item_page import Beside
from search_api.permalinks.item_page import item_page
from search_api.permalinks.meeting_page import meeting_page
from search_api.present import present_item
from search_api.present import present_meeting
from search_api.schemas import AroundOut
from search_api.schemas import AttendanceOut
from search_api.schemas import CitationOut
from search_api.schemas import DecisionOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import ItemOut
from search_api.schemas import LimbPreviewOut
from search_api.schemas import MeetingOut
from search_api.schemas import MotionOut
from search_api.schemas import PieceOut
from search_api.schemas import RecordedVoteOut
from search_api.settings import ApiSettings
from search_api.settings import AppSettings

CANARIES = (Path(__file__).parents[1] / "gold" / "canaries.txt").read_text(encoding="utf-8").split()
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&<a href='javascript:alert(1)'>x</a>\x00\x0b"
BASE = "https://minutes.example.org"


class _Outline(HTMLParser):
    """Collects of a page what a browser would act on: elements, addresses, headings, ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name in {"href", "src"} and value]

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag in self.tags if re.fullmatch(r"h[1-6]", tag)]


@pytest.fixture(scope="module")
def addresses(sample_archive: Archive) -> list[str]:
    """The address of every item, decision and meeting of the sample."""
    listed = sample_archive.register.items(Filters(), 0, None, decided=False)
    items = {item.id: item for one in {*map(meeting_of, listed.item_ids)} for item in read_meeting(sample_archive, one).items}
    limbs = [limb.id for item in items.values() for limb in item.limbs]
    return [
        *(f"/items/{item_id}" for item_id in items),
        *(f"/decisions/{limb_id}" for limb_id in limbs),
        *(f"/meetings/{meeting_id}" for meeting_id in sorted({*map(meeting_of, items)})),
    ]


@pytest.fixture(scope="module")
def pages(addresses: list[str], sample_api: str) -> dict[str, httpx.Response]:
    """Every page of the sample, asked of the real server."""
    with httpx.Client(base_url=sample_api, timeout=30) as http:
        return {address: http.get(address) for address in addresses}


def test_every_record_of_the_sample_opens(pages: dict[str, httpx.Response]) -> None:
    assert {reply.status_code for reply in pages.values()} == {200}
    assert {reply.headers["content-type"] for reply in pages.values()} == {"text/html; charset=utf-8"}
    assert {address.split("/")[1] for address in pages} == {"items", "decisions", "meetings"}
    assert len(pages) > 100


def test_no_page_holds_a_script_or_asks_for_anything(pages: dict[str, httpx.Response]) -> None:
    for reply in pages.values():
        outline = _Outline(reply.text)
        assert not {"script", "img", "iframe", "form", "object", "embed", "video"} & set(outline.tags)
        assert not any(name.startswith("on") or name in {"src", "style"} for name in outline.attributes)
        assert not any(link.startswith(("javascript:", "//", "data:")) for link in outline.links)


def test_every_page_has_landmarks_a_way_past_the_head_and_headings_in_order(pages: dict[str, httpx.Response]) -> None:
    for address, reply in pages.items():
        outline = _Outline(reply.text)
        assert '<html lang="en-GB">' in reply.text
        assert [outline.tags.count(tag) for tag in ("header", "main", "footer", "h1", "title", "style")] == [1] * 6, address
        assert "#main" in outline.links
        assert all(after <= before + 1 for before, after in pairwise([0, *outline.headings])), address


def test_every_link_between_pages_leads_to_a_page_that_is_held(pages: dict[str, httpx.Response]) -> None:
    linked = {link for reply in pages.values() for link in _Outline(reply.text).links if link.startswith("../")}
    inside = {link.removeprefix("..") for link in linked if link.split("/")[1] in {"items", "decisions", "meetings"}}
    assert inside <= set(pages)
    assert {address for address in pages if address.startswith("/items")} <= inside
    assert {address for address in pages if address.startswith("/decisions")} <= inside


def test_the_headers_forbid_scripts_and_allow_this_style_sheet_only(pages: dict[str, httpx.Response]) -> None:
    for reply in pages.values():
        policy = dict(part.strip().split(" ", 1) for part in reply.headers["content-security-policy"].split(";"))
        assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == "'none'"
        assert policy["style-src"].startswith("'sha256-")
        assert "script-src" not in policy
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert reply.headers["referrer-policy"] == "no-referrer"
        assert reply.headers["cache-control"] == "no-cache"


def test_no_canary_of_an_exempt_item_is_on_any_page(pages: dict[str, httpx.Response]) -> None:
    assert CANARIES
    assert [canary for canary in CANARIES for reply in pages.values() if canary.lower() in reply.text.lower()] == []


def test_a_page_shows_every_word_of_its_item(pages: dict[str, httpx.Response], sample_archive: Archive) -> None:
    for address in (one for one in pages if one.startswith("/items/")):
        shown = " ".join(_Outline(pages[address].text).text.split())
        for piece in read_item(sample_archive, address.split("/")[2]).text.pieces:
            assert " ".join(piece.text.split()) in shown


def test_a_lost_motion_says_so_in_title_heading_sign_and_citation(pages: dict[str, httpx.Response], sample_api: str) -> None:
    listed = httpx.get(f"{sample_api}/v1/decisions", params={"outcome": "lost", "count": 100}).json()["items"]
    lost = [one for item in listed for one in item["decisions"]]
    assert lost
    for one in lost:
        html = pages[f"/decisions/{one['limb_id']}"].text
        assert re.search(r"<title>Not agreed: ", html)
        assert re.search(r'<h1 itemprop="name">Not agreed: ', html)
        assert '<span aria-hidden="true">✕</span> <span>Lost</span>' in html
        assert re.search(r'<p class="citation">[^<]*outcome: lost', html)
        whole = pages[f"/items/{one['citation']['item_id']}"].text
        decided = whole.partition("<h2>Decisions</h2>")[2].partition("</section>")[0]
        assert one["limb_id"] not in decided
        assert one["limb_id"] in whole.partition("<h2>Not agreed</h2>")[2].partition("</section>")[0]


def test_items_of_a_meeting_are_linked_in_order(pages: dict[str, httpx.Response], sample_archive: Archive) -> None:
    meeting_id = next(one for one in pages if one.startswith("/meetings/")).split("/")[2]
    ids = [item.id for item in read_meeting(sample_archive, meeting_id).items]
    for before, after in pairwise(ids):
        assert f'<a href="../items/{after}" rel="next">' in pages[f"/items/{before}"].text
        assert f'<a href="../items/{before}" rel="prev">' in pages[f"/items/{after}"].text
    assert 'rel="prev"' not in pages[f"/items/{ids[0]}"].text
    assert 'rel="next"' not in pages[f"/items/{ids[-1]}"].text


def test_the_same_page_is_sent_once(sample_api: str, addresses: list[str]) -> None:
    first = httpx.get(sample_api + addresses[0])
    for named in (first.headers["etag"], f"W/{first.headers['etag']}", f'"other", {first.headers["etag"]}', "*"):
        again = httpx.get(sample_api + addresses[0], headers={"If-None-Match": named})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert httpx.get(sample_api + addresses[0], headers={"If-None-Match": '"other"'}).content == first.content


def test_a_page_answers_head_without_a_body(sample_api: str, addresses: list[str]) -> None:
    for address in (addresses[0], addresses[-1], "/", "/items/unknown"):
        reply = httpx.head(sample_api + address)
        assert reply.content == b""
        whole = httpx.get(sample_api + address)
        assert (reply.status_code, reply.headers.get("etag")) == (whole.status_code, whole.headers.get("etag"))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/items/d0-m1-i01", "agenda item"),
        ("/decisions/d0-m1-i01-l01", "decision"),
        ("/decisions/x", "decision"),
        ("/meetings/d0-m1", "meeting"),
        ("/meetings/" + "x" * 61, "meeting"),
        ("/items/%3Cscript%3E", "agenda item"),
    ],
)
def test_an_id_that_is_not_held_opens_a_page_that_says_so(client: TestClient, path: str, kind: str) -> None:
    reply = client.get(path)
    assert (reply.status_code, reply.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "<h1>This record is not held here</h1>" in reply.text
    assert f"No {kind} of this archive" in reply.text
    assert "<script" not in reply.text
    assert reply.headers["cache-control"] == "no-store"


def test_an_unknown_clause_of_a_known_item_is_not_held(client: TestClient) -> None:
    item_id = client.get("/v1/decisions").json()["items"][0]["item_id"]
    assert client.get(f"/decisions/{item_id}").status_code == 404
    assert client.get(f"/decisions/{item_id}-l99").status_code == 404


def test_without_an_archive_a_page_says_to_come_again_and_nothing_of_the_machine(empty_place: str) -> None:
    with TestClient(create_app(AppSettings(ArchiveSettings(address=empty_place)))) as client:
        reply = client.get("/items/d0-m1-i01")
        assert (reply.status_code, reply.headers["content-type"]) == (503, "text/html; charset=utf-8")
        assert "<h1>The archive cannot be read at the moment</h1>" in reply.text
        assert empty_place not in reply.text
        assert client.get("/").status_code == 200


def test_parameters_that_a_mail_program_adds_are_passed_over(client: TestClient) -> None:
    item_id = client.get("/v1/decisions").json()["items"][0]["item_id"]
    assert client.get(f"/items/{item_id}", params={"utm_source": "mail"}).status_code == 200


def test_an_item_that_is_not_open_has_no_page_and_no_neighbour(client: TestClient) -> None:
    found = client.get("/v1/search", params={"q": "harbour bridge"}).json()["results"][0]
    assert client.get(f"/items/{found['meeting_id']}-i02").status_code == 404
    assert "-i02" not in client.get(f"/items/{found['item_id']}").text
    assert "-i02" not in client.get(f"/meetings/{found['meeting_id']}").text


def test_the_citation_names_the_address_of_the_settings_or_else_of_the_request(address: str, client: TestClient) -> None:
    item_id = client.get("/v1/decisions").json()["items"][0]["item_id"]
    assert f". http://testserver/items/{item_id}</p>" in client.get(f"/items/{item_id}").text
    settings = AppSettings(ArchiveSettings(address=address), api=ApiSettings(public=f"{BASE}/archive/"))
    with TestClient(create_app(settings)) as public:
        assert f". {BASE}/archive/items/{item_id}</p>" in public.get(f"/items/{item_id}").text


@pytest.mark.parametrize("host", ["[", "a b", "<script>", "x:y", "a/b", "user@host"])
def test_a_host_name_that_is_none_is_not_repeated(client: TestClient, host: str) -> None:
    item_id = client.get("/v1/decisions").json()["items"][0]["item_id"]
    reply = client.get(f"/items/{item_id}", headers={"Host": host})
    assert reply.status_code == 200
    assert f"http://testserver:80/items/{item_id}" in reply.text


def test_what_is_not_printed_is_not_stated(client: TestClient) -> None:
    item_id = client.get("/v1/search", params={"q": "shared Chief Executive"}).json()["results"][0]["item_id"]
    html = client.get(f"/items/{item_id}").text
    for name in ("Council", "Body", "Date", "Minute number"):
        assert f"<dt>{name}</dt><dd>not stated" in html
    assert "council not stated, body not stated, date not stated" in html
    assert "startDate" not in html
    assert "organizer" not in html


def test_what_is_inferred_from_a_file_name_is_not_said_to_machines(client: TestClient) -> None:
    item_id = client.get("/v1/search", params={"q": "harbour bridge"}).json()["results"][0]["item_id"]
    html = client.get(f"/items/{item_id}").text
    assert '<time datetime="2021-05-17">17 May 2021</time> <span class="muted">(inferred from file name)</span>' in html
    assert 'itemprop="startDate"' not in html


def test_each_vote_and_voter_is_shown_as_printed(client: TestClient) -> None:
    asked = client.get("/v1/answer", params={"q": "who voted against the speed limit on Castle Street"}).json()
    html = client.get(f"/decisions/{asked['not_carried'][0]['limb_id']}").text
    assert "2 for, 3 against, abstentions not stated" in html
    assert "<dt>For</dt><dd>Collins (M), Hartigan</dd>" in html
    assert "<dt>Against</dt><dd>O&#39;Dea, Ryan (E), Talukder</dd>" in html
    assert "<dt>Moved by</dt><dd>Councillor Hartigan</dd>" in html


def _hostile_head() -> dict[str, object]:
    text = ("document", "council", "body", "number", "minute_number", "title", "url")
    origin = {"council_origin": "printed", "body_origin": "printed", "date_origin": "printed", "record_state": "draft"}
    ids = {"meeting_id": HOSTILE, "document_id": HOSTILE, "item_id": HOSTILE, "link": "/v1/items/x", "page": 1, "date": None}
    return {**dict.fromkeys(text, HOSTILE), **origin, **ids}


def _hostile() -> Iterator[str]:
    piece = PieceOut(page=1, start=0, end=1, text=HOSTILE, highlights=[], ocr=True)
    head = _hostile_head()
    decision = DecisionOut.model_validate(
        {
            "limb_id": HOSTILE,
            "label": HOSTILE,
            "text": HOSTILE,
            "force": "noted",
            "outcome": "carried",
            "motion_kind": "amendment",
            "cue": piece,
            "minuted": [piece, piece.model_copy(update={"start": 1})],
            "printed_vote": HOSTILE,
            "tally": None,
            "unanimous": True,
            "casting": True,
            "mover": HOSTILE,
            "seconder": HOSTILE,
            "recorded_vote": RecordedVoteOut(in_favour=[HOSTILE], against=[HOSTILE], abstained=[HOSTILE]),
            "citation": CitationOut.model_validate({**head, "spans": [], "quotation": [piece]}),
        }
    )
    person = AttendanceOut(name=HOSTILE, presence="left", when=HOSTILE, instead_of=HOSTILE, quotation=piece)
    around = AroundOut(
        kind="exclusion",
        who=HOSTILE,
        matter=HOSTILE,
        interest=HOSTILE,
        left="yes",
        when=HOSTILE,
        outcome="lost",
        paragraphs=[HOSTILE],
        act=HOSTILE,
        meeting_date=None,
        quotation=[piece],
    )
    motion = MotionOut(mover=HOSTILE, seconder=None, quotation=[piece])
    lists = {"text": [piece, piece], "decisions": [decision], "motions": [motion], "attendance": [person], "around": [around]}
    item = ItemOut.model_validate({**head, **lists})
    beside = Beside(ItemHeadOut.model_validate(head), ItemHeadOut.model_validate(head))
    base = f"http://{HOSTILE}"
    yield framed(item_page(item, beside, base)).decode()
    yield framed(decision_page(decision, [decision, decision.model_copy(update={"limb_id": "x"})], base)).decode()
    sitting = {name: head[name] for name in MeetingOut.model_fields if name in head}
    meeting = MeetingOut.model_validate({**sitting, "cancelled": True, "attendance": [person], "items": [beside.before]})
    limb = LimbPreviewOut(limb_id=HOSTILE, label=None, force="agreed", outcome="lost", printed_vote=HOSTILE)
    yield framed(meeting_page(meeting, {HOSTILE: [limb]}, HOSTILE, base)).decode()


def test_hostile_text_becomes_neither_an_element_nor_a_link() -> None:
    ours = {
        "html",
        "head",
        "meta",
        "title",
        "link",
        "style",
        "body",
        "a",
        "header",
        "p",
        "main",
        "nav",
        "ul",
        "ol",
        "li",
        "article",
    }
    ours |= {"h1", "h2", "h3", "dl", "div", "dt", "dd", "span", "section", "blockquote", "strong", "footer", "time"}
    for html in _hostile():
        outline = _Outline(html)
        assert set(outline.tags) <= ours
        assert outline.text.count("<script>alert(1)</script>") > 5
        assert not any(link.startswith("javascript:") for link in outline.links)
        assert not any(name.startswith("on") for name in outline.attributes)


def test_the_plain_pages_show_the_facts_of_the_wire(sample_archive: Archive, pages: dict[str, httpx.Response]) -> None:
    for address in (one for one in pages if one.startswith("/items/")):
        item = present_item(read_item(sample_archive, address.split("/")[2]))
        shown = " ".join(_Outline(pages[address].text).text.split())
        for one in item.decisions:
            assert " ".join(one.citation.quotation[0].text.split()) in shown
            assert one.printed_vote is None or " ".join(one.printed_vote.split()) in shown
            assert one.mover is None or one.mover in shown
    for address in (one for one in pages if one.startswith("/meetings/")):
        meeting = present_meeting(read_meeting(sample_archive, address.split("/")[2]))
        shown = " ".join(_Outline(pages[address].text).text.split())
        assert all(" ".join(person.name.split()) in shown for person in meeting.attendance)


def test_the_first_page_says_what_this_is_and_where_programs_look(client: TestClient) -> None:
    reply = client.get("/")
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    links = [link for link in _Outline(reply.text).links if not link.startswith(("#", "./"))]
    assert {client.get(f"/{link}").status_code for link in links} == {200}
    assert "openapi.json" in links
