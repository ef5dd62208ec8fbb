"""What somebody promised to do, in the ways minutes print it; not plans of others, not what was resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def promised(read: Reader, text: str) -> list[tuple[str | None, str | None, str]]:
    found = read(f"1. Apologies\nNone.\n2. Matters arising\n{text}\n3. Close\nAt nine.\n")
    return [
        (
            one.who_as_printed,
            one.when_as_printed,
            " ".join(" ".join(found.pages[span.page].quote(span) for span in one.spans).split()),
        )
        for item in found.meeting.items
        for one in item.undertakings
    ]


@pytest.mark.parametrize(
    ("text", "who", "when"),
    [
        ("Clerk to write to Highways about the pot hole.", "Clerk", None),
        ("The Clerk will contact the owner again.", "The Clerk", None),
        ("AM agreed to chase the quotation and report back to the next meeting.", "AM", "to the next meeting"),
        ("Cllr Moor undertook to report any further developments in due course.", "Cllr Moor", "in due course"),
        ("The A/Senior Engineer undertook to inspect this footpath.", "The A/Senior Engineer", None),
        ("All proposals will be brought back to the Joint Committee in November.", None, "in November"),
        ("The Head of Customer Services undertook to check whether the desk was open.", "The Head of Customer Services", None),
        ("The Leader undertook to customise the form within two weeks.", "The Leader", "within two weeks"),
        ("The Leader, Councillor Vane, promised a reply by Friday.", "The Leader, Councillor Vane", "by Friday"),
        (
            "The Head of Parks and Open Spaces will report at its next meeting.",
            "The Head of Parks and Open Spaces",
            "at its next meeting",
        ),
        (
            "The Leader replied that on 1 December the number was 214, and promised a report by the end of February 2024.",
            "The Leader",
            "by the end of February 2024",
        ),
        ("In May the lamp had failed; the Clerk will contact the owner.", "the Clerk", None),
        ("BH would circulate the list.", "BH", None),
        ("ACTION: Clerk to get two more estimates.", "Clerk", None),
    ],
)
def test_a_promise_has_who_and_when_as_printed(read: Reader, text: str, who: str | None, when: str | None) -> None:
    assert promised(read, text) == [(who, when, text)]


def test_a_bare_action_belongs_to_the_sentence_above_it(read: Reader) -> None:
    [(who, _, words)] = promised(read, "The flag is torn.\nA new one was asked for.\nAction: AM")
    assert who == "AM"
    assert words.startswith("A new one")


@pytest.mark.parametrize(
    "text",
    [
        "The road will be closed by the water company in May.",
        "RESOLVED that the Clerk write to the owner.",
        "Councillor Moor proposed that the Clerk would write to the owner.",
        "I will move at the next Meeting that the Council repair the pier.",
        "BT will remove the kiosk.",
        "Mrs Moor asked whether the Leader undertook to publish it.",
        "Cllr Moor volunteered to be the tree warden.",
        "The owner, who agreed to contact the builder, has died.",
        "Mrs Moor asked the Clerk to write less.",
        "The Clerk reported that the letter had been sent.",
    ],
)
def test_plans_of_others_and_what_was_resolved_are_no_promise(read: Reader, text: str) -> None:
    assert promised(read, text) == []
