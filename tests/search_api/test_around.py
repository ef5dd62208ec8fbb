"""What stands around decisions, as it goes over the wire: quoted from the page, in printed order, by the names of the wire."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

from index.opening import open_archive
from index.opening import open_embedder
from index.passages import Filters
from index.records import AgendaItem
from index.records import Correction
from index.records import Exclusion
from index.records import Interest
from index.records import Left
from index.records import Outcome
from index.records import Reference
from index.records import ReferenceKind
from index.records import Referral
from index.records import Sending
from index.records import Undertaking
from index.sources import SourceSpan
from ingest.pipeline import run_ingest
from ingest.settings import IngestSettings
from search_api.around import around_of
from search_api.browsing import read_item
from search_api.present import present_item
from search_api.schemas import AroundOut


def at(start: int) -> tuple[SourceSpan, ...]:
    return (SourceSpan("d0", 1, start, start + 5),)


ITEM = AgendaItem(
    id="d0-m1-i01",
    ordinal=1,
    number="1",
    minute_number=None,
    title="Planning",
    spans=(SourceSpan("d0", 1, 0, 99),),
    interests=(Interest("Cllr Moor", at(40), "pecuniary", "item 6", Left.UNCLEAR),),
    undertakings=(Undertaking(at(30), "Clerk", "in May"),),
    references=(Reference(ReferenceKind.APPENDIX, "Appendix B", *at(20)),),
    referrals=(Referral(Sending.RECOMMENDATION, "Council", at(10)),),
    exclusions=(Exclusion(at(50), Outcome.CARRIED, ("3",), "Local Government Act 1972"),),
    corrections=(Correction(at(60), Outcome.UNCLEAR, dt.date(2020, 3, 2)),),
)


def test_all_kinds_come_in_printed_order() -> None:
    kinds = [one.facts["kind"] for one in around_of(ITEM)]
    assert kinds == ["recommendation", "appendix", "undertaking", "interest", "exclusion", "correction"]


def test_every_record_fits_the_wire_and_what_is_not_of_its_kind_is_null() -> None:
    wired = {one.facts["kind"]: AroundOut(**one.facts, quotation=[]) for one in around_of(ITEM)}
    interest = wired["interest"]
    assert (interest.who, interest.interest, interest.matter, interest.left) == ("Cllr Moor", "pecuniary", "item 6", "unclear")
    assert (interest.outcome, interest.when, interest.paragraphs) == (None, None, [])
    assert (wired["exclusion"].outcome, wired["exclusion"].paragraphs) == ("carried", ["3"])
    assert (wired["correction"].outcome, wired["correction"].meeting_date) == ("unclear", dt.date(2020, 3, 2))
    assert (wired["undertaking"].who, wired["undertaking"].when) == ("Clerk", "in May")


def test_leaving_told_behind_the_declaration_is_quoted_with_it() -> None:
    [left] = at(70)
    away = Interest("Cllr Moor", at(40), None, "item 6", Left.YES, left)
    within = Interest("Cllr Hale", (SourceSpan("d0", 1, 66, 90),), None, "item 6", Left.YES, left)
    [first, second] = around_of(
        replace(ITEM, interests=(away, within), references=(), undertakings=(), referrals=(), exclusions=(), corrections=())
    )
    assert first.spans == (*at(40), left)
    assert second.spans == (SourceSpan("d0", 1, 66, 90),)


def test_from_a_file_to_the_wire_each_record_quotes_its_page(tmp_path: Path) -> None:
    """End to end: read, stored, presented; nothing of the withheld item comes along."""
    text = (
        "MINUTES of the Harbour Committee held on 2 March 2020\nPresent: Cllr A Moor, Cllr B Hale\n1. Apologies\nNone.\n"
        "2. Planning\nCllr Moor declared a personal interest in this item and left the room.\nClerk to write to the owner.\n"
        "3. Land\nNOT FOR PUBLICATION by virtue of paragraph 3\nClerk to write to Quillonbrae.\n4. Close\nAt nine.\n"
    )
    folder = tmp_path / "minutes"
    folder.mkdir()
    (folder / "march.txt").write_text(text, encoding="utf-8")
    address = f"file:{tmp_path / 'archive'}"
    report = run_ingest(folder, address, open_embedder("hashing"), IngestSettings())
    assert (report.around.interests, report.around.undertakings, report.around.unclear) == (1, 1, 0)
    archive = open_archive(address)
    ids = archive.register.items(Filters(), 0, None, decided=False).item_ids
    shown = [present_item(read_item(archive, one)) for one in ids]
    said = [(one.kind, one.who, one.left, one.quotation[0].text) for item in shown for one in item.around]
    assert said == [
        ("interest", "Cllr Moor", "yes", "Cllr Moor declared a personal interest in this item and left the room."),
        ("undertaking", "Clerk", None, "Clerk to write to the owner."),
    ]
    assert all(text[one.start : one.end] == one.text for item in shown for each in item.around for one in each.quotation)
    assert [one.name for item in shown for one in item.attendance] == ["Cllr A Moor", "Cllr B Hale"]


def test_an_item_without_them_has_none() -> None:
    assert around_of(AgendaItem("d0-m1-i02", 2, None, None, None, ())) == ()
