from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources import Page
from search_api.evaluation.decisions import Placed
from search_api.evaluation.decisions import Totals
from search_api.evaluation.decisions import agreement
from search_api.evaluation.decisions import match
from search_api.evaluation.decisions import similarity
from search_api.evaluation.judgements import GoldItem
from search_api.evaluation.judgements import Limb
from search_api.evaluation.placing import Stretch
from search_api.evaluation.placing import WordIndex
from search_api.evaluation.placing import item_stretch

LOST = Limb("to agree none of the options", outcome="lost", printed_vote="(2:8)", tally=(2, 8, None))
CARRIED = Limb("to agree option 2 and recommend it to each council", outcome="carried", printed_vote="(8:2)", tally=(8, 2, None))
ITEM = GoldItem("i1", "town/a.md", "Chief Executive", "each council", (LOST, CARRIED))


def placed(limb: Limb, first: int = 0) -> Placed:
    return Placed(limb, Stretch(first, first + len(limb.text.split())))


def test_every_limb_found_is_a_pair() -> None:
    matching = match(ITEM, [placed(CARRIED, 20), placed(LOST, 10)])
    assert (matching.pairs, matching.extra) == (((LOST, LOST), (CARRIED, CARRIED)), ())


def test_a_text_cut_short_matches_while_four_fifths_of_the_words_are_shared() -> None:
    """Of 10 words 7 are left: 2 × 7 / (10 + 7) is over 0.8; with 6 left, 2 × 6 / (10 + 6) is under it."""
    words = CARRIED.text.split()
    assert similarity(CARRIED, Limb(" ".join(words[:7]))) == pytest.approx(14 / 17)
    assert match(ITEM, [placed(Limb(" ".join(words[:7])))]).extra == ()
    assert len(match(ITEM, [placed(Limb(" ".join(words[:6])))]).extra) == 1


def test_of_two_that_would_match_the_better_is_taken_and_the_other_is_wrong() -> None:
    close = replace(CARRIED, text="to agree option 2 and recommend it to each")
    matching = match(ITEM, [placed(close), placed(CARRIED, 20)])
    assert matching.pairs == ((CARRIED, CARRIED),)
    assert matching.extra == (close,)


def test_of_two_equal_texts_the_one_that_says_the_same_is_taken() -> None:
    wrong = replace(LOST, outcome="carried", tally=(8, 2, None))
    matching = match(ITEM, [placed(wrong), placed(LOST)])
    assert matching.pairs == ((LOST, LOST),)


def test_a_clause_that_the_document_prints_twice_is_counted_once() -> None:
    matching = match(ITEM, [placed(CARRIED, 20), placed(CARRIED, 90)])
    assert (len(matching.pairs), matching.extra) == (1, ())


def test_a_clause_that_is_predicted_twice_at_one_place_is_one_too_many() -> None:
    matching = match(ITEM, [placed(CARRIED, 20), placed(CARRIED, 20)])
    assert matching.extra == (CARRIED,)


def test_an_ignored_text_is_neither_right_nor_wrong() -> None:
    item = replace(ITEM, ignored=("Members received the report of the Clerk",))
    assert match(item, [placed(Limb("members received the report of the clerk"))]).extra == ()


def test_an_alternative_text_of_a_limb_matches_too() -> None:
    limb = replace(LOST, alternatives=("it was agreed to agree none of the options by eight votes to two",))
    item = replace(ITEM, limbs=(limb,))
    assert len(match(item, [placed(Limb("it was agreed to agree none of the options by eight votes to two"))]).pairs) == 1


def test_fields_agree_as_they_are_printed() -> None:
    gold = replace(CARRIED, mover="Councillor A. Lowe", force="approved")
    found = replace(gold, printed_vote="( 8 : 2 )", mover="Cllr Lowe", seconder="Cllr Coyle", force="agreed")
    assert agreement(gold, found) == {
        "outcome": True,
        "force": False,
        "printed vote": True,
        "tally": True,
        "mover": True,
        "seconder": False,
    }


def test_a_resolution_to_defer_is_right_as_carried_and_as_deferred() -> None:
    gold = Limb("that the item be deferred", force="deferred", outcome="deferred")
    assert agreement(gold, replace(gold, outcome="carried"))["outcome"]
    assert not agreement(replace(gold, force="agreed"), replace(gold, outcome="carried"))["outcome"]


def test_a_count_of_printed_names_is_a_right_tally() -> None:
    gold = Limb("x", names=(("Lowe", "Coyle"), (), ()))
    assert agreement(gold, Limb("x", tally=(2, None, None), printed_vote="For: 2"))["tally"]
    assert agreement(gold, Limb("x", tally=(2, None, None), printed_vote="For: 2"))["printed vote"]
    assert not agreement(gold, Limb("x", tally=(3, None, None)))["tally"]


def test_totals_are_sums_over_the_items() -> None:
    """Two items: 3 limbs, of which 2 are found, beside one that is wrong. Of the two pairs one has the right outcome."""
    totals = Totals()
    totals.add(ITEM, match(ITEM, [placed(replace(LOST, outcome="carried")), placed(CARRIED, 20)]))
    other = replace(ITEM, limbs=(Limb("that the minutes be signed", outcome="carried"),))
    totals.add(other, match(other, [placed(Limb("that nothing of this kind was said"))]))
    row = totals.row()
    assert (row["items"], row["limbs"]) == (2, 2 + 1)
    assert row["precision"] == pytest.approx(2 / (2 + 1))
    assert row["recall"] == pytest.approx(2 / 3)
    assert row["F1"] == pytest.approx(2 * 2 / (3 + 3))
    assert row["outcome"] == pytest.approx(1 / 2)
    assert row["tally"] == pytest.approx(2 / 2)
    assert row["lost as carried"] == 1
    assert row["names"] is None


def test_an_item_without_a_decision_counts_for_precision() -> None:
    totals = Totals()
    totals.add(replace(ITEM, limbs=()), match(replace(ITEM, limbs=()), [placed(CARRIED)]))
    assert totals.score.precision == 0.0
    assert totals.score.recall is None


@given(st.lists(st.sampled_from(["a b c", "a b d", "e f g", "a b c d"]), max_size=5), st.randoms())
def test_no_limb_is_paired_twice(texts: list[str], order: object) -> None:
    del order
    item = replace(ITEM, limbs=tuple(Limb(text) for text in texts))
    matching = match(item, [placed(Limb(text), 10 * number) for number, text in enumerate(reversed(texts))])
    assert len(matching.pairs) == len(texts)
    assert matching.extra == ()


def test_a_place_is_counted_in_words_over_pages() -> None:
    pages = [Page("d", 2, "to each council."), Page("d", 1, "**Chief** Executive:\nagree it and \u201crecommend")]
    index = WordIndex(pages)
    assert index.occurrences("recommend to each") == [Stretch(5, 8)]
    assert index.at(1, pages[1].text.index("recommend"), "recommend to each council") == Stretch(5, 9)
    assert index.at(2, 3, "each council") == Stretch(7, 9)


def test_an_item_reaches_from_its_first_words_to_the_nearest_last_words_that_hold_its_limbs() -> None:
    before = "Chief Executive of each council."
    item = "Chief Executive now to agree none of the options to agree option 2 and recommend it to each council."
    text = f"{before} {item}"
    index = WordIndex([Page("d", 1, f"{text} Later, each council agreed.")])
    assert item_stretch(ITEM, index) == Stretch(5, len(text.split()))


def test_an_item_that_the_document_does_not_hold_has_no_place() -> None:
    assert item_stretch(ITEM, WordIndex([Page("d", 1, "Something else")])) is None
    assert WordIndex([]).occurrences("") == []
