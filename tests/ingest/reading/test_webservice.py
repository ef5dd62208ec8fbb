"""Replies of ModernGov's web service: a meeting is read, lists are refused, what is restricted never becomes text."""

from __future__ import annotations

import pytest

from index.sources import DocumentKind
from ingest.errors import RefusedError
from ingest.reading.pages import MarkKind
from ingest.reading.webservice import read_webservice


def item(title: str, minutes: str = "", *, number: str = "1.", restricted: str = "False", displayed: str = "True") -> str:
    escaped = minutes.replace("&", "&amp;").replace("<", "&lt;")
    return f"""<agendaitem><agendaitemtitle>{title}</agendaitemtitle><agendatext>&lt;p&gt;To consider.&lt;/p&gt;</agendatext>
        <fulldisplaynumberformat>{number}</fulldisplaynumberformat><minutesnonemptyhtmlbody>{escaped}</minutesnonemptyhtmlbody>
        <isrestricted>{restricted}</isrestricted><isdisplayallowed>{displayed}</isdisplayallowed>
        <refertocommittee>Audit Committee</refertocommittee></agendaitem>"""


def reply(*items: str, status: str = "Confirmed") -> bytes:
    return f"""<?xml version="1.0" encoding="utf-8"?><meeting><meetingdate>10/02/2026</meetingdate>
        <meetingstatus>{status}</meetingstatus><agendaitems>{"".join(items)}</agendaitems>
        <attendees><attendee name="Councillor Pell" roledescription="Chair" attendance="Present"/></attendees></meeting>""".encode()


def test_a_meeting_is_read_as_its_page_would_be() -> None:
    reading = read_webservice(
        "a.xml", reply(item("Chair&amp;#39;s report", "<p>It was <b>noted</b>.</p><p>RESOLVED&nbsp;that</p>"))
    )
    page = reading.pages[0]
    assert page.text.split("\n") == [
        "Meeting: 10/02/2026 - Audit Committee",
        "Councillor Pell | Chair | Present",
        "1. Chair's report",
        "To consider.",
        "Minutes:",
        "It was noted.",
        "RESOLVED that",
    ]
    assert [(mark.kind, page.text[mark.start : mark.end]) for mark in page.marks] == [
        (MarkKind.MEETING, "Meeting: 10/02/2026 - Audit Committee"),
        (MarkKind.ITEM_NUMBER, "1."),
        (MarkKind.ITEM_TITLE, "Chair's report"),
        (MarkKind.LABEL, "Minutes:"),
    ]
    assert (reading.media, reading.facts.kind.value) == ("text/xml", DocumentKind.MINUTES)


def test_a_body_that_is_not_escaped_is_read_as_well() -> None:
    raw = reply(item("Rents")).replace(b"<minutesnonemptyhtmlbody>", b"<minutesnonemptyhtmlbody><div>Agreed.</div>")
    assert read_webservice("a.xml", raw).pages[0].text.endswith("Minutes:\nAgreed.")


def test_a_heading_without_number_and_a_number_without_title_are_marked_as_they_are() -> None:
    page = read_webservice("a.xml", reply(item("Reports for decision", number=""), item("", number="2."))).pages[0]
    assert [(mark.kind, page.text[mark.start : mark.end]) for mark in page.marks[1:]] == [
        (MarkKind.ITEM_TITLE, "Reports for decision"),
        (MarkKind.ITEM_NUMBER, "2."),
    ]


@pytest.mark.parametrize(("restricted", "displayed"), [("True", "True"), ("", "True"), ("Perhaps", "True"), ("False", "False")])
def test_an_item_that_is_not_plainly_open_never_becomes_text(restricted: str, displayed: str) -> None:
    secret = item("Sale of the depot", "<p>canary</p>", restricted=restricted, displayed=displayed)
    text = read_webservice("a.xml", reply(item("Rents"), secret)).pages[0].text
    assert "canary" not in text
    assert "depot" not in text


def test_an_agenda_without_minutes_is_an_agenda_and_a_cancelled_meeting_says_so() -> None:
    reading = read_webservice("a.xml", reply(item("Rents"), status="Cancelled"))
    assert reading.facts.kind.value is DocumentKind.AGENDA
    assert reading.pages[0].text.startswith("Meeting: 10/02/2026 - Audit Committee - CANCELLED\n")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<committees><committee/></committees>", "the root <committees>, of which only ModernGov's GetMeeting is read"),
        (b"<meeting><agendaitems> </agendaitems></meeting>", "is a meeting without agenda items"),
        (reply(item("Secret", restricted="True")), "is a meeting without agenda items"),
        (b"RESOLVED that this is no XML", "is no XML"),
        (b"<meeting>" + b"x" * 10_000_001, "of more than 10 MB"),
    ],
)
def test_other_xml_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        read_webservice("a.xml", content)


def test_entities_of_the_file_are_never_expanded() -> None:
    declared = b'<!DOCTYPE meeting [<!ENTITY a "canary"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    with pytest.raises(RefusedError, match="is no XML that can be parsed"):
        read_webservice("a.xml", declared + reply(item("&b;&f;Rents")).split(b"?>", 1)[1])
