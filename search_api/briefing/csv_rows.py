"""How is a briefing written as a table?

Takes a briefing, gives CSV for spreadsheets (RFC 4180, UTF-8 with a byte order mark): one row a piece of a quotation with all
that its citation says, and one row for each question without an answer, which would otherwise be missing without a word. A cell
that begins with = + - @, a tab, a line end or an apostrophe has one apostrophe in front, so that no spreadsheet takes printed
words for a formula; taking one apostrophe away gives the words as printed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from collections.abc import Mapping
from io import StringIO
from typing import TypeVar

from index.records import Outcome
from index.sources import Stated
from search_api.answering import NotRecorded
from search_api.briefing.blocks import text_of
from search_api.briefing.gathering import AskedQuestion
from search_api.briefing.gathering import Briefing
from search_api.briefing.gathering import Quoted
from search_api.briefing.gathering import Sort
from search_api.briefing.letters import printable
from search_api.briefing.wording import ORIGINS
from search_api.briefing.wording import OUTCOMES
from search_api.briefing.wording import Ours
from search_api.citations import Piece
from search_api.labels import SENTENCES

_RISKY = tuple("=+-@\t\r\n'")
BOM = "\ufeff"

COLUMNS = (
    *(
        "asked",
        "as",
        "citation",
        "part",
        "quotation",
        "label",
        "clause",
        "outcome",
        "verb",
        "vote_as_printed",
        "moved_by",
        "seconded_by",
    ),
    *("council", "council_from", "body", "body_from", "date", "date_from", "item_number", "minute_number", "title"),
    *("page", "start", "end", "document", "url", "record_state", "read_by_ocr", "meetings_looked_at", "made", "generation"),
)
NOT_RECORDED = "not recorded"

Row = Mapping[str, str]
T = TypeVar("T")


def csv_of(briefing: Briefing) -> bytes:
    """Return a file of CSV."""
    written = StringIO()
    table = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    table.writerows({name: guarded(value) for name, value in row.items()} for row in rows_of(briefing))
    return (BOM + written.getvalue()).encode()


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    cell = printable(text)
    return f"'{cell}" if cell.startswith(_RISKY) else cell


def rows_of(briefing: Briefing) -> Iterator[Row]:
    """Yield the rows in the order of the page, cells not yet guarded."""
    stamp = {"made": briefing.made.isoformat(timespec="seconds"), "generation": str(briefing.manifest.generation)}
    for question in briefing.questions:
        told = {"asked": question.typed, "meetings_looked_at": str(question.answered.coverage.meetings), **stamp}
        yield from _silent(question, told)
        yield from _quotations(question.quoted, told)
    for item in briefing.items:
        yield from _quotations(item.quoted, {"asked": item.record.place.item.id, **stamp})


def _silent(question: AskedQuestion, told: Row) -> Iterator[Row]:
    """Yield what is not recorded: all of a question, or details of it."""
    answered = question.answered
    missing = () if isinstance(answered, NotRecorded) else answered.missing
    for label in (*([answered.label] if answered.label else ()), *missing):
        yield {**told, "as": NOT_RECORDED, "label": SENTENCES[label]}


def _quotations(quoted: tuple[Quoted, ...], told: Row) -> Iterator[Row]:
    for one in (one for clause in quoted for one in (clause, clause.beside) if one):
        pieces = one.citation.pieces
        for number, piece in enumerate(pieces, start=1):
            yield {**told, **_facts(one), **_words(piece), "part": f"{number} of {len(pieces)}"}


def _words(piece: Piece) -> Row:
    span = piece.span
    read = "yes" if piece.ocr else "no"
    at = {"page": str(span.page), "start": str(span.start), "end": str(span.end)}
    return {"quotation": piece.text, "read_by_ocr": read, **at}


def _facts(one: Quoted) -> Row:
    place = one.citation.place
    meeting, item = place.meeting, place.item
    return {
        "as": one.sort.value,
        "citation": str(one.number),
        **_decided(one),
        **_stated("council", meeting.council),
        **_stated("body", meeting.body),
        **_stated("date", meeting.date),
        "item_number": _or_not(item.number),
        "minute_number": _or_not(item.minute_number),
        "title": _or_not(item.title),
        "document": place.document.path,
        "url": _or_not(place.url),
        "record_state": meeting.record_state.value,
    }


def _decided(one: Quoted) -> Row:
    """Return what the record says of a clause or motion; a passage has none of it."""
    moved = {"moved_by": _or_not(one.mover), "seconded_by": _or_not(one.seconder)}
    limb = one.limb
    if limb is None:
        return moved if one.sort is Sort.MOTION else {}
    vote = limb.vote.printed if limb.vote else None
    told = {"clause": limb.label or "", "outcome": text_of(OUTCOMES[limb.outcome]), "vote_as_printed": _or_not(vote), **moved}
    # the verb of a motion that was lost did nothing
    return {**told, "verb": limb.force.value} if limb.outcome is Outcome.CARRIED else told


def _stated(name: str, stated: Stated[T]) -> Row:
    """Return a fact and who states it."""
    note = ORIGINS.get(stated.origin)
    return {name: _or_not(stated.value), f"{name}_from": text_of(note) if note else stated.origin.value}


def _or_not(value: object) -> str:
    return Ours.NOT_STATED.value if value is None else str(value)
