"""The backends against each other, and against themselves without what was removed again."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.passages import Ranking
from index.ports import Archive
from index.ports import Deposit
from index.records import Outcome
from index.sources import DocumentKind

Invent = Callable[..., Deposit]

EMBEDDER = HashingEmbedder()
WORDS = ["budget", "library", "pool", "ward", "lease", "agreed", "noted", "71/19"]
MISSPELT = ["bugdet", "libary", "agred", "leese", "borrough"]
COUNCILS = ["Aldermere Borough Council", "Marlsham Parish Council", None]
MOVERS = ["Councillor Stephen Keary", "Councillor J. Quilty", "S. Keary and Joan Quilty", None]
BODIES = ["Cabinet", "Full Council", None]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
items = st.lists(st.tuples(words, st.lists(st.sampled_from(Outcome), max_size=2).map(tuple)), max_size=3)
documents = st.fixed_dictionaries(
    {
        "items": items,
        "council": st.sampled_from(COUNCILS),
        "body": st.sampled_from(BODIES),
        "day": st.none() | st.dates(date(2019, 1, 1), date(2019, 2, 1)),
        "kind": st.sampled_from(DocumentKind),
        "sittings": st.integers(0, 2),
        "mover": st.sampled_from(MOVERS),
    }
)
some_filters = st.builds(
    Filters,
    councils=st.lists(st.sampled_from([*filter(None, COUNCILS), "Nowhere"]), max_size=2).map(tuple),
    bodies=st.lists(st.sampled_from([*filter(None, BODIES)]), max_size=1).map(tuple),
    since=st.none() | st.dates(date(2019, 1, 1), date(2019, 2, 1)),
    until=st.none() | st.dates(date(2019, 1, 1), date(2019, 2, 1)),
    kinds=st.lists(st.sampled_from(DocumentKind), max_size=2).map(tuple),
    outcomes=st.lists(st.sampled_from(Outcome), max_size=2).map(tuple),
    people=st.lists(st.sampled_from(["keary", "Cllr S Keary", "J. Quilty", "Nobody"]), max_size=2).map(tuple),
)


def deposited(invent: Invent, made_up: Iterable[dict[str, Any]], folder: str = "") -> list[Deposit]:
    return [
        invent(f"{folder}{number}.pdf", *made["items"], **{key: value for key, value in made.items() if key != "items"})
        for number, made in enumerate(made_up)
    ]


def built(address: str, kept: Iterable[Deposit], passing: Iterable[Deposit] = (), *, at_once: bool = True) -> Archive:
    """Build an archive of `kept`, into which `passing` was put and from which it was removed again."""
    passing = list(passing)
    writer = begin_archive(address, EMBEDDER.identity, "1")
    for deposit in [*passing, *kept]:
        writer.put(deposit)
    if not at_once:
        writer.commit("2024-01-02T03:04:05Z")
        writer = begin_archive(address, EMBEDDER.identity, "1")
    for deposit in passing:
        writer.remove(deposit.document.id)
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


def browsed(archive: Archive, filters: Filters) -> list[object]:
    """Return all that can be seen without a question."""
    register = archive.register
    listings = [register.items(filters, 0, None, decided=decided) for decided in (False, True)]
    selection = archive.catalogue.select(filters)
    counted = [register.facets(filters), register.coverage(filters), archive.manifest.counts, archive.lexical.frequencies(WORDS)]
    return [selection, *listings, *counted, *(archive.vocabulary.similar(word, 5) for word in MISSPELT)]


def searched(archive: Archive, question: str, filters: Filters) -> list[Ranking]:
    """Return both legs' whole answers, with and without the filters."""
    tokens, vector = question.split(), EMBEDDER.embed_query(question)
    within = archive.catalogue.select(filters)
    return [
        *(archive.lexical.search(tokens, 1000, selection) for selection in (None, within)),
        *(archive.lexical.phrase(tokens[:2], 1000, selection) for selection in (None, within)),
        *(archive.dense.search(vector, 1000, selection) for selection in (None, within)),
    ]


def scores(ranking: Ranking) -> Mapping[int, float]:
    return {scored.chunk_id: scored.score for scored in ranking}


@settings(max_examples=12, deadline=None)
@given(
    made_up=st.tuples(st.lists(documents, max_size=3), st.lists(documents, min_size=1, max_size=3)),
    at_once=st.booleans(),
    asked=st.tuples(words, some_filters),
)
def test_put_and_removed_again_is_as_if_never_put(
    new_address: Callable[[], str],
    invent: Invent,
    *,
    made_up: tuple[list[dict[str, Any]], list[dict[str, Any]]],
    at_once: bool,
    asked: tuple[str, Filters],
) -> None:
    """Exact equality, scores included: an archive's answers depend on what it holds and not on how that came about."""
    kept, passing = deposited(invent, made_up[0]), deposited(invent, made_up[1], "passing/")
    never, removed = built(new_address(), kept), built(new_address(), kept, passing, at_once=at_once)
    question, filters = asked
    assert browsed(removed, filters) == browsed(never, filters)
    assert searched(removed, question, filters) == searched(never, question, filters)


@settings(max_examples=15, deadline=None)
@given(made_up=st.lists(documents, max_size=5), question=words, filters=some_filters)
def test_the_archive_on_disk_answers_as_the_reference_does(
    invent: Invent, made_up: list[dict[str, Any]], question: str, filters: Filters
) -> None:
    """Lists, counts and selections are equal; scores differ in the last places only, since one keeps half-precision rows."""
    deposits = deposited(invent, made_up)
    with TemporaryDirectory() as folder:
        reference, local = built(f"memory:{uuid.uuid4()}", deposits), built(f"file:{folder}/archive", deposits)
        assert browsed(local, filters) == browsed(reference, filters)
        for ours, theirs in zip(searched(local, question, filters), searched(reference, question, filters), strict=True):
            assert scores(ours) == pytest.approx(scores(theirs), abs=2e-3, rel=1e-4)


def test_both_backends_rank_by_bm25_alike(invent: Invent, tmp_path_factory: pytest.TempPathFactory) -> None:
    texts = [
        "The budget of the library was agreed",
        "The library closes on Mondays and the library opens on Tuesdays",
        "Budget budget budget",
        "The leisure centre and its budget, a long report on the leisure centre that was noted by all who were there",
        "Apologies were received",
    ]
    deposits = [invent(f"{number}.pdf", text, council=None, body=None) for number, text in enumerate(texts)]
    local = built(f"file:{tmp_path_factory.mktemp('place') / 'archive'}", deposits)
    reference = built(f"memory:{uuid.uuid4()}", deposits)
    for question in (["budget"], ["librari"], ["budget", "librari"], ["leisur", "centr", "budget"], ["the", "agre"], ["apolog"]):
        order = [scored.chunk_id for scored in reference.lexical.search(question, 10, None)]
        assert [scored.chunk_id for scored in local.lexical.search(question, 10, None)] == order
        assert order
