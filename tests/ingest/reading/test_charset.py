"""No byte of a text is lost, and which charset it was read in can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import RefusedError
from ingest.reading.charset import decoded
from ingest.reading.charset import media_type


def test_utf_8_is_read_whatever_the_page_declares() -> None:
    assert decoded("a.html", "Cyngor Sir Gâr: £3 – ŵ".encode(), "iso-8859-1") == ("Cyngor Sir Gâr: £3 – ŵ", "utf-8")


def test_windows_quotation_marks_and_pounds_are_read() -> None:
    text, charset = decoded("a.txt", b"the \x93fund\x94 stood at \xa3412.50 \x96 and rose")
    assert (text, charset) == ("the “fund” stood at £412.50 – and rose", "windows-1252")
    assert media_type("text/plain", charset) == "text/plain; charset=windows-1252"


def test_a_declared_charset_is_tried_before_windows() -> None:
    assert decoded("a.html", "Ŷ ŵ".encode("iso-8859-14"), "iso-8859-14") == ("Ŷ ŵ", "iso-8859-14")


def test_an_unknown_declared_charset_is_passed_over() -> None:
    assert decoded("a.html", b"caf\xe9", "klingon") == ("café", "windows-1252")


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_charset(charset: str) -> None:
    text, name = decoded("a.txt", "Cllr O’Brien\r\n".encode(charset))
    assert text == "Cllr O’Brien\n"
    assert charset.startswith(name)


@pytest.mark.parametrize("content", [b"a\x00b", b"\x01\x02\x03 minutes", b"\xff\xfea", b"\xff\xfe\x00\x00a"])
def test_what_is_not_text_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError, match=r"^a\.txt: "):
        decoded("a.txt", content)


def test_a_stray_control_character_is_kept() -> None:
    """Minutes of Limerick, made from PDFs, hold \\x01 where the PDF had a bullet."""
    text = "\x01 " + "Proposed by Councillor Teefy; " * 10
    assert decoded("a.md", text.encode()) == (text, "utf-8")


def test_a_charset_that_is_neither_is_guessed_and_named() -> None:
    text, charset = decoded("a.txt", "Proposed by Cllr Müller and seconded by Cllr Lüdtke; à ï".encode("cp850"))
    assert text.encode(charset) == "Proposed by Cllr Müller and seconded by Cllr Lüdtke; à ï".encode("cp850")
    assert charset not in {"utf-8", "windows-1252"}


@pytest.mark.parametrize("declared", ["utf-16", "utf-7", "unicode_escape", "rot13"])
def test_a_declared_charset_that_cannot_be_meant_is_not_believed(declared: str) -> None:
    assert decoded("a.html", b"caf\xe9 \\d", declared) == ("café \\d", "windows-1252")


def test_every_line_end_becomes_the_same() -> None:
    assert decoded("a.txt", b"a\r\nb\rc\n")[0] == "a\nb\nc\n"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_without_loss_or_refused(content: bytes) -> None:
    try:
        text, charset = decoded("a.txt", content)
    except RefusedError:
        return
    text.encode("utf-8")
    plain = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    assert charset not in {"utf-8", "windows-1252"} or text.encode(charset) == plain.removeprefix(b"\xef\xbb\xbf")
