from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_api.evaluation.naming import name_key
from search_api.evaluation.naming import names_f1
from search_api.evaluation.naming import same_name
from search_api.evaluation.wording import folded
from search_api.evaluation.wording import holds
from search_api.evaluation.wording import overlap
from search_api.evaluation.wording import same_path
from search_api.evaluation.wording import token_f1
from search_api.evaluation.wording import words


def test_marks_spaces_quotation_marks_and_dashes_are_no_wording() -> None:
    assert folded("**Resolved**:\n \u201cthat\u00a0the 2019\u201320\\ budget\u201d<br/>") == 'resolved: "that the 2019-20 budget"'


def test_words_have_no_accents_apostrophes_or_points() -> None:
    assert words("Cllr. O\u2019Brien, Cathaoirleach na Tr\u00e1 (71/19)") == (
        "cllr",
        "obrien",
        "cathaoirleach",
        "na",
        "tra",
        "71",
        "19",
    )


def test_token_f1_counts_repeats() -> None:
    """Shared: that once, be twice, agreed once, of 5 and 6 words."""
    assert token_f1(words("that it be be agreed"), words("that be be be agreed now")) == pytest.approx(2 * (1 + 2 + 1) / (5 + 6))


def test_an_empty_text_is_only_equal_to_an_empty_text() -> None:
    assert token_f1((), ()) == 1.0
    assert token_f1(("a",), ()) == 0.0


def test_a_quotation_inside_another_is_the_same_place_from_four_words_on() -> None:
    whole = "to support a review of the pay policy to ensure a consistent approach to senior salaries"
    assert overlap("the pay policy", whole) is False
    assert overlap("of the pay policy", whole) is True
    assert overlap("", "to support") is False


def test_half_the_words_are_the_same_quotation() -> None:
    assert overlap("alpha beta", "beta gamma")
    assert not overlap("alpha beta delta", "beta gamma epsilon")


def test_paths_are_the_same_whatever_their_spaces_and_accents_are_made_of() -> None:
    assert same_path("a/M\u00ednutes\u00a01.md", "./a/Mi\u0301nutes 1.md")
    assert not same_path("a/1.md", "b/1.md")


def test_holds_looks_past_a_line_end() -> None:
    assert holds("RESOLVED that the\nreport be noted", "the report be noted")


@given(st.text())
def test_folding_twice_folds_once_more_nothing(text: str) -> None:
    assert words(" ".join(words(text))) == words(text)


@given(st.lists(st.sampled_from("abcd"), max_size=9), st.lists(st.sampled_from("abcd"), max_size=9))
def test_token_f1_is_the_same_from_both_sides(first: list[str], second: list[str]) -> None:
    assert token_f1(first, second) == token_f1(second, first)
    assert 0 <= token_f1(first, second) <= 1


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Councillor Sheahan (J)", ("sheahan", "j")),
        ("Cllr. J. Sheahan", ("sheahan", "j")),
        ("Councillor Jerome Sheahan", ("sheahan", "j")),
        ("Sheahan", ("sheahan", "")),
        ("Councillor O'Brien", ("obrien", "")),
        ("Councillor Sadr-Hashemi", ("hashemi", "s")),
        ("The Chairman", ("chairman", "")),
        ("RB", ("rb", "")),
        ("", None),
    ],
)
def test_a_printed_name_is_a_surname_and_an_initial(printed: str, key: tuple[str, str] | None) -> None:
    assert name_key(printed) == key


def test_nobody_named_is_the_same_as_nobody_named() -> None:
    assert same_name(None, None)
    assert not same_name("Councillor Lowe", None)
    assert same_name("Councillor A. Lowe", "Cllr Lowe")


def test_a_vote_by_name_is_right_on_its_own_side_only() -> None:
    """Of three names printed and two predicted one stands on its side: 2 × 1 / (3 + 2)."""
    printed = (("Ashdown", "Ryan (E)"), ("Coyle",), ())
    assert names_f1(printed, (("Ashdown", "Coyle"), (), ())) == pytest.approx(2 * 1 / (3 + 2))
    assert names_f1(printed, printed) == 1.0
    assert names_f1(((), (), ()), ((), (), ())) == 1.0


def test_initials_tell_members_of_one_surname_apart_where_both_sides_print_them() -> None:
    assert names_f1((("Ryan (E)",), (), ()), (("Ryan (M)",), (), ())) == 0.0
    assert names_f1((("Ryan (E)",), (), ()), (("Ryan",), (), ())) == 1.0
