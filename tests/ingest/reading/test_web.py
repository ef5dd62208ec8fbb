"""Saved ModernGov pages, of an invented council: text without the site, marks with their offsets, facts about the page."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.sources import DocumentKind
from index.sources import Origin
from ingest.errors import RefusedError
from ingest.reading.pages import MarkKind
from ingest.reading.pages import PageText
from ingest.reading.web import MAX_BYTES
from ingest.reading.web import read_web

MEETING = """
<!DOCTYPE html>
<html><head>
<title>Agenda for Cabinet on Tuesday, 9th November, 2021 6.00 pm - Aldermere Borough Council</title>
<link rel="canonical" href="https://democracy.aldermere.example.org/ieListDocuments.aspx?CId=112&amp;MId=2208">
<script>var mediaPlayers = [];</script></head>
<body><a class="sr-only" href="#main">Skip to main content</a>
<div class="cookie-banner">We use cookies</div>
<header><img src="logo.png" alt="Aldermere Borough Council logo"><nav><ul><li>Councillors</li></ul></nav></header>
<form id="aspnetForm"><input type="text" value="search"><div role="main">
<nav class="breadcrumb"><ul><li>Home</li></ul></nav>
<div id="modgov"><div class="mgHeader"><h1 class="mgMainTitleTxt">Agenda and minutes</h1></div>
<div class="mgSubTitle"><h2 class="mgSubTitleTxt">
<a href="mgCommitteeDetails.aspx?ID=112">Cabinet - Tuesday, 9th November, 2021 6.00 pm</a></h2></div>
<div class="mgLinks"><ul class="mgActionList"><li><a href="x.pdf">Agenda frontsheet
<span class="mgFileSize">PDF 99 KB</span></a></li></ul></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>Guildhall</p>
<table class="mgItemTable" id="mgItemTable"><caption class="mgSectionTitle">Items</caption>
<tr><th class="mgHide">No.</th><th class="mgHide">Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI8801"></a>54.</p></td>
<td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s7312/Rents.pdf">Traders&amp;#39; Rents
<span class="mgFileSize">PDF 284 KB</span></a></p>
<div class="mgWordPara"><div class="WordSection1"><p class="MsoNormal">To consider the
report.</p></div></div>
<p class="mgSubItemTitleTxt">Additional documents:</p>
<ul class="mgBulletList"><li><a href="y.pdf">Annex 1<span class="mgHide">, item 54.</span></a></li></ul>
<p class="mgSubItemTitleTxt">Minutes:</p>
<div class="mgWordPara"><p>RESOLVED:&nbsp; That rents be increased by &pound;4.</p>
<table class="mgTableNoBorderFullWidth"><caption class="mgSectionTitle">Recorded Vote</caption>
<tr><th>Title</th><th>Result</th></tr><tr><td>Rents</td><td>Carried</td></tr></table>
<p>It was noted that ... <a href="mgAi.aspx?ID=8801">view the full minutes text for item 54.</a></p></div></td></tr></table></div>
<div class="mgFooter"><p>powered by</p></div></div></div></form>
<footer>&copy; 2024 Aldermere Borough Council</footer></body></html>
"""


def page_of(html: str) -> PageText:
    return read_web("a.html", textwrap.dedent(html).encode()).pages[0]


def marked(page: PageText) -> list[tuple[MarkKind, str, str | None]]:
    return [(mark.kind, page.text[mark.start : mark.end], mark.link) for mark in page.marks]


def test_the_page_of_a_meeting_is_its_record_without_the_site() -> None:
    assert page_of(MEETING).text.split("\n") == [
        "Agenda and minutes",
        "Cabinet - Tuesday, 9th November, 2021 6.00 pm",
        "Venue: Guildhall",
        "Items",
        "54. Traders' Rents",
        "To consider the report.",
        "Additional documents:",
        "• Annex 1",
        "Minutes:",
        "RESOLVED: That rents be increased by £4.",
        "Recorded Vote",
        "Title | Result",
        "Rents | Carried",
        "It was noted that ... view the full minutes text for item 54.",
    ]


def test_marks_say_what_the_classes_of_moderngov_say() -> None:
    base = "https://democracy.aldermere.example.org/"
    assert marked(page_of(MEETING)) == [
        (MarkKind.HEADING, "Agenda and minutes", None),
        (MarkKind.MEETING, "Cabinet - Tuesday, 9th November, 2021 6.00 pm", f"{base}mgCommitteeDetails.aspx?ID=112"),
        (MarkKind.LABEL, "Venue:", None),
        (MarkKind.LABEL, "Items", None),
        (MarkKind.ITEM_NUMBER, "54.", f"{base}ieListDocuments.aspx?CId=112&MId=2208#AI8801"),
        (MarkKind.ITEM_TITLE, "Traders' Rents", f"{base}documents/s7312/Rents.pdf"),
        (MarkKind.LABEL, "Additional documents:", None),
        (MarkKind.LABEL, "Minutes:", None),
        (MarkKind.LABEL, "Recorded Vote", None),
        (MarkKind.LABEL, "view the full minutes text for item 54.", f"{base}mgAi.aspx?ID=8801"),
    ]


def test_facts_come_from_the_page_and_say_so() -> None:
    facts = read_web("a.html", MEETING.encode()).facts
    assert facts.council.value == "Aldermere Borough Council"
    assert facts.title.value == "Agenda for Cabinet on Tuesday, 9th November, 2021 6.00 pm - Aldermere Borough Council"
    assert facts.url.value == "https://democracy.aldermere.example.org/ieListDocuments.aspx?CId=112&MId=2208"
    assert (facts.kind.value, facts.kind.origin) == (DocumentKind.MINUTES, Origin.PAGE_METADATA)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Agenda, decisions and minutes", DocumentKind.MINUTES),
        ("Agenda and draft minutes", DocumentKind.MINUTES),
        ("Printed minutes", DocumentKind.MINUTES),
        ("Issue - meetings", DocumentKind.MINUTES),
        ("Decision details", DocumentKind.DECISION),
        ("Agenda", DocumentKind.AGENDA),
        ("Agenda item", None),
        ("Browse meetings", None),
    ],
)
def test_the_kind_is_stated_only_where_the_heading_says_it(heading: str, kind: DocumentKind | None) -> None:
    page = f'<h1 class="mgMainTitleTxt">{heading}</h1><p>text</p>'
    assert read_web("a.html", page.encode()).facts.kind.value == kind


@pytest.mark.parametrize(
    ("markup", "council"),
    [
        ('<meta property="og:site_name" content="Tarnbrook District Council">', "Tarnbrook District Council"),
        ('<body><img alt="The Tarnbrook District Council crest and logo">', "Tarnbrook District Council"),
        ("<title>Decision - Rents, London Borough of Tarnbrook</title>", "London Borough of Tarnbrook"),
        ("<body><p>&copy; 2019-2024 Tarnbrook District Council. All rights reserved", "Tarnbrook District Council"),
        ("<title>Meeting - Modern Council</title>", None),
        ("<title>Minutes of the Parish Council</title>", None),
    ],
)
def test_a_council_is_taken_only_where_the_page_plainly_names_one(markup: str, council: str | None) -> None:
    assert read_web("a.html", f"<html><head>{markup}<p>text".encode()).facts.council.value == council


def test_the_address_that_a_browser_writes_into_a_saved_page_is_found() -> None:
    page = "<!DOCTYPE html>\n<!-- saved from url=(0044)https://democracy.aldermere.example.org/x -->\n<html><p>text"
    assert read_web("a.html", page.encode()).facts.url.value == "https://democracy.aldermere.example.org/x"


def test_the_page_of_an_item_has_its_title_and_names_its_meeting() -> None:
    page = page_of("""
        <div id="modgov"><h1 class="mgMainTitleTxt">Agenda item</h1><h2 class="mgSubTitleTxt">Hybrid Meetings</h2>
        <ul class="mgActionList"><li>
        <a href="ieListDocuments.aspx?MId=9">Meeting of Full Council, Thursday, 21st October, 2021 7.00 pm (Item 54.)</a></li>
        <li><a href="z">View the background</a></li></ul>
        <div class="mgContent"><h3 class="mgSubSubTitleTxt">Minutes:</h3>
        <div class="mgWordPara"><p>It was agreed.</p></div></div></div>""")
    assert marked(page) == [
        (MarkKind.HEADING, "Agenda item", None),
        (MarkKind.ITEM_TITLE, "Hybrid Meetings", None),
        (MarkKind.MEETING, "Meeting of Full Council, Thursday, 21st October, 2021 7.00 pm (Item 54.)", None),
        (MarkKind.LABEL, "Minutes:", None),
    ]
    assert page.text.endswith("Minutes:\nIt was agreed.")


def test_an_issue_page_names_each_meeting_and_parts_number_from_title() -> None:
    page = page_of("""
        <div id="modgov"><h1 class="mgMainTitleTxt">Issue - meetings</h1><h2 class="mgSubTitleTxt">Shared services</h2>
        <h3 class="mgSubSubTitleTxt"><a href="m">Meeting: 02/09/2020 - Joint Committee (Item 41)</a></h3>
        <p class="mgAiTitleTxt">41 Shared services: next steps</p><p class="mgSubItemTitleTxt">Minutes:</p><p>Agreed.</p></div>""")
    assert [(kind, words) for kind, words, _ in marked(page)][1:5] == [
        (MarkKind.HEADING, "Shared services"),
        (MarkKind.MEETING, "Meeting: 02/09/2020 - Joint Committee (Item 41)"),
        (MarkKind.ITEM_NUMBER, "41"),
        (MarkKind.ITEM_TITLE, "Shared services: next steps"),
    ]


def test_a_decision_page_says_where_it_was_decided() -> None:
    page = page_of("""
        <h1 class="mgMainTitleTxt">Decision details</h1><h2 class="mgSubTitleTxt">Rents</h2>
        <p><span class="mgLabel">Is Key decision?: </span>No</p>
        <p><span class="mgLabel">Decided at meeting: </span><a href="m">19&#47;10&#47;2015 - Policy Committee</a></p>""")
    assert marked(page)[-3:] == [
        (MarkKind.LABEL, "Is Key decision?:", None),
        (MarkKind.LABEL, "Decided at meeting:", None),
        (MarkKind.MEETING, "19/10/2015 - Policy Committee", None),
    ]


def test_a_minute_that_mentions_a_meeting_is_no_heading_of_one() -> None:
    assert marked(page_of("<p>It was deferred to Cabinet - Tuesday, 9th November, 2021.</p>")) == []


def test_a_form_around_the_whole_page_is_not_its_menu() -> None:
    """ASP.NET wraps whole pages in a form; CMIS puts the words "Committee:" into a label."""
    page = page_of("<form><input value=x><label>Committee:</label><div>Licensing</div><button>Go</button></form>")
    assert page.text == "Committee:\nLicensing"


def test_the_header_of_an_article_stays_and_the_header_of_the_site_goes() -> None:
    assert (
        page_of("<header>Menu</header><article><header><h1>Minutes</h1></header><p>Agreed.</p></article>").text
        == "Minutes\nAgreed."
    )


def test_an_address_that_is_none_is_kept_as_it_stands() -> None:
    page = '<link rel="canonical" href="https://x.org/"><p class="mgAiTitleTxt"><a href="//[x">Rents</a></p>'
    assert marked(page_of(page)) == [(MarkKind.ITEM_TITLE, "Rents", "//[x")]


def test_the_charset_can_be_seen() -> None:
    reading = read_web("a.html", b"<meta charset=utf-16><p>caf\xe9")
    assert (reading.media, reading.pages[0].text) == ("text/html; charset=windows-1252", "café")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><nav>Home</nav><script>x</script></html>", "holds no words outside its menus"),
        (b"<p>a" + b" " * MAX_BYTES, "is a web page of more than 10 MB"),
        (b"<p>a" + b"<div>" * 100_000 + b"deep", "nested more than"),
        (b"<p>a\x00b", "holds bytes that no text file holds"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        read_web("a.html", content)


PIECES = """<h1 class="mgMainTitleTxt">|Issue - meetings|<p class="mgAiTitleTxt">|41 x|<td class="mgItemNumberCell">
<tr>|<table>|</p>|</h1>|<span class="mgLabel">|Meeting: 02/09/2020 - Body|<a name=AI1>|<a href='//[x'>|Minutes:|<div id="modgov">
&amp;#39;|&#xD800;|<!--|<ul class=mgActionList><li>|Meeting of x 2020|</div>|é|<td>|</td>|<br>""".replace("\n", "|").split("|")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_marks_of_any_page_lie_inside_its_text_and_ascend(pieces: list[str]) -> None:
    try:
        page = read_web("a.html", ("<body>" + "".join(pieces)).encode()).pages[0]
    except RefusedError:
        return
    assert page.text.encode()
    assert [mark.start for mark in page.marks] == sorted(mark.start for mark in page.marks)
    assert all(0 <= mark.start < mark.end <= len(page.text) for mark in page.marks)
