"""Every `Vocabulary`: words of the archive that are spelled nearly like one that is not in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.ports import Archive
from index.ports import Deposit

Invent = Callable[..., Deposit]

TEXTS = (
    "The library and the Libraries Committee.",
    "The library closes. Bollards, ballard; a ballad.",
    "Playing fields, well-being, Councillor O’Brien, application 1234/19, the tax, plan and plant and plane.",
    "Plane the plane, then plan it; the mayor's recommendation of the Café.",
)


def built(address: str, invent: Invent, *texts: str) -> Archive:
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    writer.put(invent("minutes.pdf", *texts, council="Aldermere Borough Council"))
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


@pytest.fixture(scope="module")
def archive(new_address: Callable[[], str], invent: Invent) -> Archive:
    return built(new_address(), invent, *TEXTS)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("libary", ("library",)),  # left out
        ("liibrary", ("library",)),  # put in; eight letters let two edits pass, and "libraries" is four away
        ("librayr", ("library",)),  # swapped: one edit
        ("Librarry", ("library",)),  # however written
        ("recomendatoin", ("recommendation",)),  # two
        ("recmendatoin", ()),  # three
        ("cafee", ("cafe",)),
        ("plamt", ("plant",)),
        ("plans", ("plan", "plane", "plant")),
        ("alderemre", ("aldermere",)),  # words of the context can be searched, so they stand in the archive
        ("o’brein", ("o'brien",)),
        ("mayer", ("mayor",)),  # not "mayor's"
        ("welbeing", ("well-being",)),
        ("plyaing", ("playing",)),
    ],
)
def test_words_spelled_nearly_so_are_found_nearest_first_then_commonest(
    archive: Archive, word: str, expected: tuple[str, ...]
) -> None:
    assert archive.vocabulary.similar(word, 5) == expected


@pytest.mark.parametrize("word", ["library", "LIBRARY", "libraries", "café", "aldermere", "being"])
def test_a_word_that_stands_in_the_archive_has_none_like_it(archive: Archive, word: str) -> None:
    assert archive.vocabulary.similar(word, 5) == ()


@pytest.mark.parametrize("word", ["", "tx", "txa", "plan7", "1234/18", "two words", "-", "xylophone"])
def test_what_is_short_or_holds_a_digit_or_is_no_word_has_none_like_it(archive: Archive, word: str) -> None:
    assert archive.vocabulary.similar(word, 5) == ()


def test_no_more_words_come_than_were_asked_for(archive: Archive) -> None:
    assert [len(archive.vocabulary.similar("plaxt", k)) for k in (2, 1, 0, -1)] == [1, 1, 0, 0]
    assert archive.vocabulary.similar("ballarde", 2) == ("ballard", "ballad")


def test_an_empty_archive_has_no_words(address: str) -> None:
    begin_archive(address, HashingEmbedder().identity, "1").commit("2024-01-02T03:04:05Z")
    assert open_archive(address).vocabulary.similar("library", 5) == ()


def test_words_that_were_taken_out_are_not_offered(address: str, invent: Invent) -> None:
    built(address, invent, "The library.")
    archive = built(address, invent, "The museum.")  # the same path
    assert archive.vocabulary.similar("libary", 5) == ()
    assert archive.vocabulary.similar("musuem", 5) == ("museum",)
