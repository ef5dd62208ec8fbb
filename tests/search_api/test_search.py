from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.embedding.hashing import HashingEmbedder
from index.errors import WrongModelError
from index.manifest import ModelIdentity
from index.passages import Filters
from index.ports import Vectors
from index.records import Outcome
from index.sources import DocumentKind
from search_api.candidates import LegName
from search_api.errors import RerankError
from search_api.features import Features
from search_api.found import Found
from search_api.found import Mode
from search_api.ordering import Order
from search_api.query import parse_query
from search_api.rerank import RERANKERS
from search_api.rerank import FusedOrder
from search_api.rerank import Reranker
from search_api.search import Searcher
from search_api.settings import SearchSettings
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive


@pytest.fixture(scope="module")
def proposed_and_recorded() -> Searcher:
    """An agenda and minutes that have the very same words."""
    lamps = point("1", "Lamps", "That the lamps on the green be lit.")
    agenda = Minutes("a/agenda.txt", (lamps,), kind=DocumentKind.AGENDA)
    archive = write_archive("memory:lamps", (agenda, Minutes("b/minutes.txt", (lamps,))), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


def _titles(found: Found) -> list[str | None]:
    return [hit.place.item.title for hit in found.hits]


def _search(searcher: Searcher, question: str, filters: Filters | None = None, mode: Mode = Mode.HYBRID, k: int = 10) -> Found:
    return searcher.search(parse_query(question), filters or Filters(), mode, k)


@pytest.mark.parametrize("mode", list(Mode))
def test_an_item_is_found_once_by_its_best_passage(searcher: Searcher, mode: Mode) -> None:
    found = _search(searcher, "painting the harbour bridge", mode=mode)
    assert _titles(found)[0] == "Harbour bridge"
    assert len(set(_titles(found))) == len(found.hits)
    scores = [chunk.score for chunk in found.hits[0].chunks]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 4


def test_every_hit_says_which_leg_offered_it_and_how_it_scored(searcher: Searcher) -> None:
    hybrid = _search(searcher, "harbour bridge").hits[0].chunks[0]
    assert hybrid.offered == (LegName.LEXICAL, LegName.DENSE)
    assert hybrid.lexical is not None
    assert hybrid.dense is not None
    assert _search(searcher, "harbour bridge", mode=Mode.LEXICAL).hits[0].chunks[0].dense is None
    assert _search(searcher, "harbour bridge", mode=Mode.DENSE).hits[0].chunks[0].lexical is None


def test_a_chunk_that_one_leg_offers_is_scored_by_the_other_too(searcher: Searcher) -> None:
    found = _search(searcher, "mermaids and the harbour")
    only_dense = [chunk for hit in found.hits for chunk in hit.chunks if chunk.offered == (LegName.DENSE,)]
    assert only_dense
    assert all(chunk.lexical == 0.0 for chunk in only_dense)


@pytest.mark.parametrize("mode", list(Mode))
def test_what_holds_the_phrase_comes_first_in_every_mode(searcher: Searcher, mode: Mode) -> None:
    """ "summer" and "signs" make other words weigh more, yet only one item holds the phrase."""
    found = _search(searcher, 'shared Chief Executive approach strategy "talked of"', mode=mode)
    assert _titles(found)[0] == "Harbour bridge"
    assert found.hits[0].chunks[0].exact == ("talked of",)


def test_the_words_of_an_item_may_stand_in_several_passages_of_it(searcher: Searcher) -> None:
    """The leadership team stands in one clause and the help line in the discussion: no passage of another item has both."""
    item = _search(searcher, "leadership team help line", mode=Mode.LEXICAL).hits[0]
    assert item.place.item.title == "Shared Services Phase 2"
    alone = [chunk.lexical for chunk in item.chunks if chunk.lexical is not None]
    assert max(alone) < sum(alone)


def test_an_agenda_comes_after_minutes_of_the_same_words(proposed_and_recorded: Searcher) -> None:
    found = _search(proposed_and_recorded, "lamps on the green")
    assert [hit.place.document.kind for hit in found.hits] == [DocumentKind.MINUTES, DocumentKind.AGENDA]


def test_who_asks_what_became_of_a_matter_sees_agendas_farther_below_minutes(proposed_and_recorded: Searcher) -> None:
    def apart(question: str) -> float:
        minutes, agenda = _search(proposed_and_recorded, question).hits
        assert agenda.place.document.kind is DocumentKind.AGENDA
        return minutes.score - agenda.score

    assert apart("what became of the lamps on the green") > 2 + apart("the lamps on the green")


@pytest.mark.parametrize("mode", list(Mode))
def test_every_phrase_must_be_held_in_every_mode(searcher: Searcher, mode: Mode) -> None:
    found = _search(searcher, '"Mill Lane" "was discussed" hall', mode=mode)
    assert {hit.exact for hit in found.hits} == {("Mill Lane", "was discussed")}
    assert found.hits


@pytest.mark.parametrize("reference", ["07/00328/F", "P.P.S. 2017/A", "72/19"])
def test_a_reference_number_is_found_as_it_is_written(searcher: Searcher, reference: str) -> None:
    """The hall cost 19 pounds, on page 71: the parts of a reference are everywhere."""
    assert _titles(_search(searcher, reference))[0] == "Planning"


def test_filters_hold_in_both_legs_and_for_phrases(searcher: Searcher) -> None:
    for question in ("harbour bridge", '"harbour bridge"'):
        found = _search(searcher, question, Filters(councils=("Stoke Parish Council",)))
        assert {hit.place.meeting.council.value for hit in found.hits} <= {"Stoke Parish Council"}


def test_a_meeting_without_a_date_lies_in_no_range(searcher: Searcher) -> None:
    everything = _search(searcher, "shared Chief Executive")
    dated = _search(searcher, "shared Chief Executive", Filters(since=dt.date(1900, 1, 1)))
    assert _titles(everything)[0] == "Shared Services Phase 2"
    assert _titles(dated)[0] == "Shared Services Phase 2 - Approach and Next Steps"
    assert "Shared Services Phase 2" not in _titles(dated)


def test_an_outcome_filter_keeps_items_with_such_a_clause(searcher: Searcher) -> None:
    found = _search(searcher, "shared Chief Executive speed bridge", Filters(outcomes=(Outcome.LOST,)))
    assert sorted(filter(None, _titles(found))) == ["Shared Services Phase 2", "Speed limits on Castle Street"]


def test_filters_that_allow_nothing_find_nothing(searcher: Searcher) -> None:
    found = _search(searcher, "harbour bridge", Filters(kinds=(DocumentKind.AGENDA,)))
    assert (found.hits, found.total, found.weak) == ((), 0, True)


def test_k_bounds_the_hits_and_total_says_how_many_there_were(searcher: Searcher) -> None:
    found = _search(searcher, "the council", k=2)
    assert len(found.hits) == 2
    assert found.total > 2


def test_the_settings_say_how_many_hits_there_are_by_default(searcher: Searcher) -> None:
    few = Searcher(searcher.archive, HashingEmbedder(), SearchSettings(top_k=1))
    assert len(few.search(parse_query("harbour"), Filters()).hits) == 1


def test_a_question_of_unknown_words_is_weak(searcher: Searcher) -> None:
    assert _search(searcher, "mermaids in Kent").weak
    assert _search(searcher, "are there any mermaids in Larkmere?").weak
    assert not _search(searcher, "harbour bridge").weak


def test_an_exempt_item_is_nowhere_to_be_found(searcher: Searcher) -> None:
    for question in ("secret price of the old depot", '"400 groats"', "groats"):
        assert "Sale of the old depot" not in _titles(_search(searcher, question, k=50))


class _OtherModel(HashingEmbedder):
    """The hashing embedder under the identity of another model."""

    @property
    def identity(self) -> ModelIdentity:
        return ModelIdentity("other", "0" * 64, 256)


def test_another_model_than_the_archive_was_built_with_is_refused(searcher: Searcher) -> None:
    with pytest.raises(WrongModelError, match="built with the model hashing"):
        Searcher(searcher.archive, _OtherModel(), SearchSettings())


class _Backwards:
    """A reranker that turns the order of the legs round."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        assert {"words", "meaning", "agenda"} <= next(iter(features.values())).keys()
        return {item_id: -told["fused"] for item_id, told in features.items()}


class _Inventor:
    """A reranker that adds an item of its own."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        return {**dict.fromkeys(features, 1.0), "d000000000000-m1-i01": 7.0}


def _order(found: Found) -> list[str]:
    return [hit.place.item.id for hit in found.hits]


def _by(searcher: Searcher, reranker: Reranker) -> Searcher:
    return Searcher(searcher.archive, HashingEmbedder(), SearchSettings(), reranker)


def test_a_reranker_puts_the_candidates_in_order(searcher: Searcher) -> None:
    plain = {hit.place.item.id: hit.score for hit in _search(_by(searcher, FusedOrder()), "harbour bridge", k=50).hits}
    turned = {hit.place.item.id: hit.score for hit in _search(_by(searcher, _Backwards()), "harbour bridge", k=50).hits}
    assert turned.keys() == plain.keys()
    assert min(turned, key=turned.__getitem__) == max(plain, key=plain.__getitem__)


@pytest.mark.parametrize("name", list(RERANKERS))
def test_every_order_that_the_settings_know_finds_the_same_items(
    searcher: Searcher, name: Literal["record", "fusion", "ranks"]
) -> None:
    chosen = Searcher(searcher.archive, HashingEmbedder(), SearchSettings(rerank=name))
    assert set(_order(_search(chosen, "harbour bridge", k=50))) == set(_order(_search(searcher, "harbour bridge", k=50)))


def test_a_reranker_that_adds_a_candidate_is_refused(searcher: Searcher) -> None:
    with pytest.raises(RerankError, match="_Inventor"):
        _search(_by(searcher, _Inventor()), "harbour bridge")


class _Counting(HashingEmbedder):
    """Counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_query(self, text: str) -> NDArray[np.float32]:
        self.asked.append(text)
        return super().embed_query(text)

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        return np.stack([HashingEmbedder.embed_query(self, text) for text in texts])


def test_a_question_is_embedded_once_and_not_at_all_for_the_keyword_leg(searcher: Searcher) -> None:
    embedder = _Counting()
    counting = Searcher(searcher.archive, embedder, SearchSettings())
    _search(counting, "harbour bridge", mode=Mode.LEXICAL)
    assert embedder.asked == []
    _search(counting, "harbour bridge")
    assert embedder.asked == ["harbour bridge"]


_WORDS = st.lists(st.sampled_from(["harbour", "bridge", "shared", "71/19", "Mill", "Lane", "mermaid", "vote", "the"]), min_size=1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=_WORDS)
def test_the_same_question_gives_the_same_hits(searcher: Searcher, words: list[str]) -> None:
    question = " ".join(words[:20])
    again = Searcher(searcher.archive, HashingEmbedder(), SearchSettings())
    assert _search(searcher, question) == _search(again, question)


@pytest.mark.parametrize("mode", list(Mode))
def test_an_item_asked_for_whole_comes_with_every_chunk_also_those_that_were_no_candidates(mode: Mode) -> None:
    clauses = [Clause(f"That lamp {number} on the green be lit.") for number in range(60)]
    archive = write_archive("memory:many-lamps", (Minutes("a.txt", (point("1", "Lamps", *clauses),)),), rebuild=True)
    few = Searcher(archive, HashingEmbedder(), SearchSettings(candidates=10))
    query = parse_query("lamps on the green")
    (some,) = few.search(query, Filters(), mode, 1).hits
    (whole,) = few.search(query, Filters(), mode, 1, whole=1).hits
    assert len(some.chunks) < len(whole.chunks) == len(whole.place.item.limbs) + 1
    assert (some.place, some.score) == (whole.place, whole.score)
    added = [hit for hit in whole.chunks if hit.chunk.id not in {one.chunk.id for one in some.chunks}]
    assert all(hit.offered == () for hit in added)
    assert all((hit.lexical is None) == (mode is Mode.DENSE) for hit in added)
    assert all((hit.dense is None) == (mode is Mode.LEXICAL) for hit in added)


IN_2019 = Filters(since=dt.date(2019, 1, 1), until=dt.date(2019, 12, 31))
BRIDGE = parse_query("planning for the harbour bridge in 2019")


def test_what_matches_outside_of_the_filters_comes_after_what_matches_within(searcher: Searcher) -> None:
    found = searcher.search(parse_query("shared Chief Executive"), Filters(since=dt.date(1900, 1, 1)), beyond=Filters())
    ids = [hit.place.item.id for hit in found.hits]
    assert found.outside
    assert ids[: len(found.matching) + len(found.outside)] == [*found.matching, *found.outside]
    outside = [hit for hit in found.hits if hit.place.item.id in found.outside]
    assert {hit.place.meeting.date.value for hit in outside} == {None}
    within = searcher.search(parse_query("shared Chief Executive"), Filters(since=dt.date(1900, 1, 1)))
    assert set(within.matching) == set(found.matching)


def test_what_only_shares_a_word_is_not_listed_from_outside(searcher: Searcher) -> None:
    found = searcher.search(parse_query("the yew tree by the church"), IN_2019, beyond=Filters())
    assert (_titles(found)[0], found.outside) == ("Trees", ())


def test_where_nothing_lies_within_what_lies_outside_is_listed_and_called_weak(searcher: Searcher) -> None:
    nothing = Filters(since=dt.date(1950, 1, 1), until=dt.date(1950, 12, 31))
    found = searcher.search(BRIDGE, nothing, beyond=Filters())
    assert found.weak
    assert found.matching == ()
    assert "Harbour bridge" in _titles(found)


@pytest.mark.parametrize(("mode", "listed"), [(Mode.LEXICAL, Order.BEST), (Mode.DENSE, Order.BEST), (Mode.HYBRID, Order.NEWEST)])
def test_one_leg_alone_and_a_list_by_date_keep_to_the_filters(searcher: Searcher, mode: Mode, listed: Order) -> None:
    found = searcher.search(BRIDGE, IN_2019, mode, listed=listed, beyond=Filters())
    assert found.outside == ()
    assert {hit.place.meeting.date.value for hit in found.hits} == {dt.date(2019, 4, 3)}


def test_nothing_is_listed_from_beyond_the_filters_that_were_given(searcher: Searcher) -> None:
    stoke = Filters(councils=("Stoke Parish Council",))
    asked = parse_query("the extension at 19 Mill Lane")
    found = searcher.search(asked, Filters(councils=stoke.councils, since=dt.date(2021, 1, 1)), k=50, beyond=stoke)
    assert {hit.place.meeting.council.value for hit in found.hits} == {"Stoke Parish Council"}


def test_an_exempt_item_is_not_found_outside_of_what_was_understood(searcher: Searcher) -> None:
    found = searcher.search(parse_query("sale of the old depot for 400 groats in 2019"), IN_2019, k=50, beyond=Filters())
    assert "Sale of the old depot" not in _titles(found)
