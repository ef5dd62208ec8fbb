"""A whole briefing, read back from each format: every quotation is its page, every other word a label or a fact."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import fields
from dataclasses import is_dataclass
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from search_api.briefing.blocks import BETWEEN
from search_api.briefing.csv_rows import BOM
from search_api.briefing.csv_rows import COLUMNS
from search_api.briefing.exporting import Format
from search_api.briefing.exporting import export
from search_api.briefing.exporting import file_name
from search_api.briefing.gathering import Briefing
from search_api.briefing.gathering import Order
from search_api.briefing.gathering import gather
from search_api.briefing.wording import Ours
from search_api.labels import SENTENCES
from search_api.search import Searcher
from tests.search_api.briefing.conftest import MADE
from tests.search_api.briefing.conftest import QUESTIONS
from tests.search_api.briefing.conftest import TITLE
from tests.search_api.briefing.reading import blocks_in_markdown
from tests.search_api.briefing.reading import document_of
from tests.search_api.briefing.reading import ours_in_word
from tests.search_api.briefing.reading import quoted_in_word
from tests.search_api.briefing.reading import rows_in_csv

NUMBERED = re.compile(r"\u201c(.*)\u201d(?: \[(\d+)\])?", re.DOTALL)


def printed(searcher: Searcher, briefing: Briefing) -> list[str]:
    """What stands on the pages where the briefing says that it quotes, in order."""
    spans = [piece.span for one in briefing.quoted for piece in one.citation.pieces]
    pages = searcher.archive.catalogue.pages([(span.document_id, span.page) for span in spans])
    return [pages[span.document_id, span.page].text[span.start : span.end] for span in spans]


def test_every_quotation_in_word_is_its_page(searcher: Searcher, briefing: Briefing) -> None:
    # laid out sort by sort, so that an item's decisions stand together: the same quotations, perhaps in another order
    assert sorted(quoted_in_word(export(briefing, Format.DOCX))) == sorted(printed(searcher, briefing))


def test_every_quotation_in_markdown_is_its_page_and_has_its_number(searcher: Searcher, briefing: Briefing) -> None:
    shown = [words for quoted, words in blocks_in_markdown(export(briefing, Format.MARKDOWN)) if quoted]
    found = [NUMBERED.fullmatch(words) for words in shown]
    assert sorted(one[1] for one in found if one) == sorted(printed(searcher, briefing))
    assert all(found)
    assert {int(one[2]) for one in found if one and one[2]} == set(range(1, len(briefing.sources) + 1))


def test_every_quotation_in_the_table_is_its_page_at_its_offsets(searcher: Searcher, briefing: Briefing) -> None:
    rows = [row for row in rows_in_csv(export(briefing, Format.CSV)) if row["quotation"]]
    assert [row["quotation"] for row in rows] == printed(searcher, briefing)
    assert {len(row["quotation"]) == int(row["end"]) - int(row["start"]) for row in rows} == {True}


def leaves(found: object) -> Iterator[str]:
    """Every value in a briefing, as it may be printed."""
    if is_dataclass(found):
        for one in fields(found):
            yield from leaves(getattr(found, one.name))
    elif isinstance(found, tuple | list):
        yield ", ".join(str(one) for one in found)
        for one in found:
            yield from leaves(one)
    elif isinstance(found, dt.date) and not isinstance(found, dt.datetime):
        yield f"{found.day} {found:%B %Y}"
    elif found is not None:
        yield " ".join(str(found).split())


def allowed(briefing: Briefing) -> set[str]:
    """Every value that may stand in a line of ours."""
    places = [one.citation.place for one in briefing.quoted] + [
        place for one in briefing.questions for place in getattr(one.answered, "nearest", ())
    ]
    headings = {f"{place.item.number or place.item.minute_number}. {place.item.title}" for place in places}
    pages = {str(citation.page) for citation in briefing.sources}
    return {*leaves(briefing), *Ours, *SENTENCES.values(), *headings, *pages, "2026-11-22 08:30 UTC"}


def ours(line: str, known: set[str]) -> bool:
    """Whether each part of a line is a known value, alone or between a label and who states it."""
    labels = "|".join(re.escape(one) for one in sorted(Ours, key=len, reverse=True))
    shape = re.compile(rf"(?:(?:{labels}): )?(.*?)(?: \((?:{labels})\))?", re.DOTALL)
    parts = (shape.fullmatch(part) for part in line.split(BETWEEN))
    return line in known or all(part and part[1] in known for part in parts)


def test_every_word_that_is_no_quotation_is_a_label_or_a_fact(briefing: Briefing) -> None:
    known = allowed(briefing)
    in_word = ours_in_word(export(briefing, Format.DOCX))
    in_markdown = [words for quoted, words in blocks_in_markdown(export(briefing, Format.MARKDOWN)) if not quoted]
    assert in_word == in_markdown
    assert [line for line in in_word if not ours(line, known)] == []


def test_the_page_says_at_its_top_what_is_quoted_and_what_is_not(briefing: Briefing) -> None:
    title, notice, *_ = ours_in_word(export(briefing, Format.DOCX))
    assert (title, notice) == (TITLE, Ours.NOTICE)


def test_what_was_not_carried_stands_under_a_heading_of_its_own(briefing: Briefing) -> None:
    paragraphs = document_of(export(briefing, Format.DOCX)).paragraphs
    under = ""
    seen: dict[str, set[str]] = {}
    for one in paragraphs:
        style = one.style.name if one.style else ""
        under = one.text if style and style.startswith("Heading") else under
        if style == "Our Words":
            seen.setdefault(under, set()).add(one.text.split(BETWEEN)[0])
    assert {"Lost", "Withdrawn"} <= seen["Not carried"]
    assert not {"Lost", "Withdrawn"} & seen["Decided"]
    assert "Moved, and what became of it not stated" in seen


def test_the_verb_of_a_lost_motion_is_never_shown(briefing: Briefing) -> None:
    lost = [line for line in ours_in_word(export(briefing, Format.DOCX)) if line.startswith("Lost")]
    assert lost
    assert not any("Verb" in line for line in lost)
    assert {row["verb"] for row in rows_in_csv(export(briefing, Format.CSV)) if row["outcome"] == "Lost"} == {""}


def test_what_is_not_recorded_says_what_was_looked_at(briefing: Briefing) -> None:
    lines = ours_in_word(export(briefing, Format.DOCX))
    start = lines.index("Question: mermaids in Kent")
    section = lines[start : lines.index(f"Question: {QUESTIONS[4]}")]
    assert section[1:3] == ["Not recorded", "Nothing in these minutes answers this question."]
    assert section[-1] == "Meetings looked at: 5 · of them without a stated date: 1 · First: 3 April 2019 · Last: 17 May 2021"


def test_what_was_read_from_the_words_of_a_question_is_said(briefing: Briefing) -> None:
    lines = ours_in_word(export(briefing, Format.DOCX))
    assert lines[lines.index(f"Question: {QUESTIONS[4]}") + 1] == "Looked only at: since 1 January 2019"


def test_a_citation_states_every_part_or_that_it_is_not_stated(briefing: Briefing) -> None:
    lines = ours_in_word(export(briefing, Format.DOCX))
    sources = lines[lines.index("Citations") + 1 : -1]
    assert len(sources) == len(briefing.sources)
    castle = next(line for line in sources if "Castle Street" in line)
    assert castle == (
        "Council: Larkmere City Council (stated beside the minutes, not in them) · Body: Full Council (stated beside the minutes, "
        "not in them) · Date: 15 March 2021 (inferred from file name) · Item: 7 · Minute: not stated · Title: Speed limits on "
        "Castle Street · Page: 1 · Document: larkmere/2021-03-15 Minutes.txt · Web address: not stated · Record state: not stated"
    )
    assert any("Council: not stated · Body: not stated · Date: not stated" in line for line in sources)
    assert any("Record state: draft" in line for line in sources)


def test_the_last_line_says_when_it_was_made_and_from_which_generation(briefing: Briefing) -> None:
    manifest = briefing.manifest
    made = f"Made: 2026-11-22 08:30 UTC · From generation of the archive: {manifest.generation} · committed: {manifest.committed}"
    assert ours_in_word(export(briefing, Format.DOCX))[-1] == made


def test_word_gets_headings_a_numbered_list_a_title_and_a_language(briefing: Briefing) -> None:
    document = document_of(export(briefing, Format.DOCX))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "Heading 3", "Quote", "List Number"} <= set(styles)
    assert (document.core_properties.title, document.core_properties.language) == (TITLE, "en-GB")
    languages = document.styles.element.xpath(".//w:lang/@w:val")
    assert languages
    assert set(languages) == {"en-GB"}


def test_the_numbers_of_the_list_in_word_are_those_of_the_quotations(briefing: Briefing) -> None:
    """Word counts the list itself: it must be one list, counted from one, in the order of the numbers."""
    document = document_of(export(briefing, Format.DOCX))
    style = document.styles["List Number"].element
    (number,) = style.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    numbering = document.part.numbering_part.element
    (abstract,) = numbering.xpath(f"./w:num[@w:numId='{number}']/w:abstractNumId/@w:val")
    level = f"./w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[1]"
    assert numbering.xpath(f"{level}/w:start/@w:val") == ["1"]
    assert numbering.xpath(f"{level}/w:numFmt/@w:val") == ["decimal"]


@pytest.mark.parametrize("wanted", list(Format))
def test_the_same_briefing_at_the_same_time_is_the_same_bytes(searcher: Searcher, order: Order, wanted: Format) -> None:
    assert export(gather(searcher, order, MADE), wanted) == export(gather(searcher, order, MADE), wanted)


def test_only_the_stamp_differs_an_hour_later(briefing: Briefing) -> None:
    later = replace(briefing, made=MADE + dt.timedelta(hours=1))
    before, after = (export(one, Format.MARKDOWN).decode().splitlines() for one in (briefing, later))
    assert [new for old, new in zip(before, after, strict=True) if old != new] == [after[-1]]
    with ZipFile(BytesIO(export(briefing, Format.DOCX))) as old, ZipFile(BytesIO(export(later, Format.DOCX))) as new:
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {"word/document.xml", "docProps/core.xml"}


def test_the_table_has_a_row_for_each_question_without_an_answer_and_each_detail_not_recorded(briefing: Briefing) -> None:
    content = export(briefing, Format.CSV)
    assert content.startswith(BOM.encode())
    rows = rows_in_csv(content)
    assert tuple(rows[0]) == COLUMNS
    silent = [row for row in rows if row["as"] == "not recorded"]
    assert ("mermaids in Kent", "Nothing in these minutes answers this question.") in {
        (row["asked"], row["label"]) for row in silent
    }
    assert {row["meetings_looked_at"] for row in silent if row["asked"] == "mermaids in Kent"} == {"5"}
    assert {row["quotation"] for row in silent} == {""}


def test_a_quotation_over_two_pages_is_two_rows_that_say_so(briefing: Briefing) -> None:
    rows = [row for row in rows_in_csv(export(briefing, Format.CSV)) if row["part"].endswith("of 2")]
    assert [row["part"] for row in rows[:2]] == ["1 of 2", "2 of 2"]
    assert [row["page"] for row in rows[:2]] == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Shared services, since 2019", "shared-services-since-2019.docx"),
        ("Café “Größe”", "cafe-groe.docx"),
        ('../../etc"; rm -rf\r\nX-Evil: 1', "etc-rm-rf-x-evil-1.docx"),
        ("", "briefing.docx"),
        ("安全", "briefing.docx"),
        ("x" * 300, "x" * 60 + ".docx"),
    ],
)
def test_the_name_of_the_file_is_letters_digits_and_hyphens(title: str, name: str) -> None:
    assert file_name(title, Format.DOCX) == name
