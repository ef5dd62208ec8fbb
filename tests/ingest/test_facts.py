"""Facts are laid over each other, each with its origin, and written down so that any change shows."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.facts import canonical
from ingest.facts import merged

WORDS = st.one_of(st.just(Stated()), st.builds(Stated, st.text(max_size=5), st.sampled_from([Origin.SIDECAR, Origin.FLAG])))
DAYS = st.one_of(st.just(Stated()), st.builds(Stated, st.dates(), st.just(Origin.SIDECAR)))
KINDS = st.one_of(st.just(Stated()), st.builds(Stated, st.sampled_from(DocumentKind), st.just(Origin.FLAG)))
FACTS = st.builds(Facts, WORDS, WORDS, DAYS, KINDS, WORDS, DAYS, WORDS)


def test_the_last_to_state_a_fact_is_believed_and_named() -> None:
    page = Facts(council=Stated("from the page", Origin.PAGE_METADATA), title=Stated("Minutes", Origin.PAGE_METADATA))
    sidecar = Facts(council=Stated("from the sidecar", Origin.SIDECAR))
    both = merged(page, sidecar)
    assert both.council == Stated("from the sidecar", Origin.SIDECAR)
    assert both.title == Stated("Minutes", Origin.PAGE_METADATA)
    assert merged() == Facts()


def test_what_nobody_states_is_written_as_nothing() -> None:
    assert canonical(Facts()) == ""


def test_facts_are_written_with_their_origin() -> None:
    stated = Facts(date=Stated(date(2022, 6, 14), Origin.SIDECAR), kind=Stated(DocumentKind.MINUTES, Origin.FLAG))
    assert canonical(stated) == "date='2022-06-14' (sidecar)\nkind='minutes' (flag)"


@given(FACTS, FACTS)
def test_different_facts_are_written_differently(one: Facts, other: Facts) -> None:
    assert (canonical(one) == canonical(other)) == (one == other)


@given(FACTS, FACTS, FACTS)
def test_laying_facts_over_each_other_is_associative(one: Facts, two: Facts, three: Facts) -> None:
    assert merged(one, two, three) == merged(merged(one, two), three) == merged(one, merged(two, three))
    assert merged(one, Facts()) == one
