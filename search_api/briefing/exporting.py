"""As which file does a briefing go out?

Takes a briefing and a format, gives the bytes, the media type and a file name that every system takes: ASCII letters, digits and
hyphens. One writer a format; none of them knows another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from search_api.briefing.csv_rows import csv_of
from search_api.briefing.gathering import Briefing
from search_api.briefing.laying_out import lay_out
from search_api.briefing.markdown import markdown_of
from search_api.briefing.word import word_of

LONGEST_NAME = 60


class Format(StrEnum):
    """The files that a briefing is written as."""

    DOCX = "docx"
    MARKDOWN = "markdown"
    CSV = "csv"


MEDIA: Mapping[Format, str] = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.MARKDOWN: "text/markdown; charset=utf-8",
    Format.CSV: "text/csv; charset=utf-8",
}
ENDINGS: Mapping[Format, str] = {Format.DOCX: ".docx", Format.MARKDOWN: ".md", Format.CSV: ".csv"}


def export(briefing: Briefing, wanted: Format) -> bytes:
    """Return the file; equal briefings made at the same time give equal bytes."""
    if wanted is Format.DOCX:
        return word_of(lay_out(briefing), briefing.made)
    if wanted is Format.MARKDOWN:
        return markdown_of(lay_out(briefing))
    return csv_of(briefing)


def file_name(title: str, wanted: Format) -> str:
    """Return `shared-services.docx` for "Shared services": nothing that a shell, a header or a file system could trip over."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-")
    return f"{stem or 'briefing'}{ENDINGS[wanted]}"
