"""What an answer may and may not show. The documents are those of `MEETINGS` in conftest.py."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import Filters
from index.records import Force
from index.records import Outcome
from index.records import Tally
from search_api.answering import RULES
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.answering import alike
from search_api.answering import answer
from search_api.decisions import QuotedDecision
from search_api.evidence import NO_EVIDENCE
from search_api.features import Features
from search_api.found import ChunkHit
from search_api.kinds import Detail
from search_api.kinds import QuestionKind
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.search import Searcher
from search_api.settings import SearchSettings
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive

PRECEDENT = "authorise the Chief Executive to negotiate the lease of the harbour"
SHARED_CHIEF = "what was decided on a shared Chief Executive"


@pytest.fixture(scope="module")
def nothing_but_thanks() -> Searcher:
    """An item whose one resolution gives thanks."""
    thanks = Clause("thanks the volunteers of the hall.", cue="Resolved:", force=Force.THANKED)
    archive = write_archive("memory:thanks", (Minutes("thanks.txt", (point("1", "The hall", thanks),)),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


@pytest.fixture(scope="module")
def leases() -> Searcher:
    """The harbour, of which much is said and little resolved, and a clause on another matter in the very words asked for."""
    said = "The Chief Executive spoke of the lease of the harbour, and of how the lease of the harbour was to be negotiated."
    harbour = point("1", "Lease of the harbour", said, Clause("that the report on the harbour be noted.", cue="Resolved:"))
    market = point(
        "1", "Market", Clause("authorised the Chief Executive to negotiate the lease of the market.", cue="RESOLVED THAT Cabinet:")
    )
    meetings = (Minutes("harbour.txt", (harbour,)), Minutes("market.txt", (market,)))
    archive = write_archive("memory:leases", meetings, rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


@pytest.fixture(scope="module")
def a_long_budget() -> Searcher:
    """An item with more clauses than an answer shows, the last of which fell."""
    carried = [Clause(f"that the leisure budget of ward {number} be kept.", cue="Resolved:") for number in range(1, 10)]
    fallen = Clause("that the leisure budget of no ward be kept.", Outcome.LOST, "Amendment lost", tally=(3, 9))
    archive = write_archive(
        "memory:budget", (Minutes("budget.txt", (point("1", "Leisure budget", *carried, fallen),)),), rebuild=True
    )
    return Searcher(archive, HashingEmbedder(), SearchSettings())


class _Level:
    """Finds all candidates equally good, so that they come by id."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        return dict.fromkeys(features, 1.0)


@pytest.fixture(scope="module")
def roofs() -> Searcher:
    """An item that holds the words of a question, one that holds one of them and a motion that fell, and more that hold none."""
    fallen = Clause("That slates be bought at once.", Outcome.LOST, "The Motion was defeated")
    others = [point(str(number), f"Ward {number}", "The swings were mended.") for number in range(3, 9)]
    items = (
        point("1", "Roof repairs of the library", "Members discussed at length the cost of the roof repairs."),
        point("2", "Slates", "The roof was looked at and the slates were priced again.", fallen),
        *others,
    )
    archive = write_archive("memory:roofs", (Minutes("roofs.txt", items),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings(), _Level())


@pytest.fixture(scope="module")
def rejected() -> Searcher:
    """A motion that fell because its rejection was carried by a vote that stands at the rejection."""
    fallen = Clause("that ferries be closed to cruise ships.", Outcome.LOST, "The motion fell")
    refusal = Clause("reject this.", printed="(12:8)", tally=(12, 8), force=Force.REFUSED)
    other = Clause("that the clock be wound.", printed="(5:1)", tally=(5, 1))
    items = (
        point("1", "Notices", "Members spoke at length.", fallen, "There was a roll call.", refusal, other),
        point("2", "Roads", "The lane was mended."),
    )
    archive = write_archive("memory:ferries", (Minutes("ferries.txt", items),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings(), _Level())


@pytest.fixture(scope="module")
def levies() -> Searcher:
    """A motion on gum without a fate, and a report of other matters in which a levy on gum was decided."""
    asked = Clause("that the Minister be asked for a levy on gum.", cue="It was agreed")
    items = (
        point("1", "Notice of motion: tax on gum", "Members spoke of a tax on gum to pay for cleaning gum off the pavements."),
        point("2", "Committee reports", "The litter plan was received.", asked),
        point("3", "Roads", "The lane was mended."),
    )
    archive = write_archive("memory:levies", (Minutes("levies.txt", items),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings(), _Level())


@pytest.fixture(scope="module")
def two_towns() -> Searcher:
    """Two towns that settled the same matter, the second in more of the words that are asked for."""
    here = Clause("that the proposed joint arrangement be declined.", cue="RESOLVED:")
    there = Clause("that a Chief Executive be shared with the neighbouring council.", cue="RESOLVED:")
    items = (
        point("1", "Chief Executive of Westmere", "Westmere was asked to share its Chief Executive.", here),
        point("2", "Chief Executive of Northby", "Northby was asked to share its Chief Executive.", there),
    )
    archive = write_archive("memory:towns", (Minutes("towns.txt", items),), rebuild=True)
    return Searcher(archive, HashingEmbedder(), SearchSettings())


def _answer(searcher: Searcher, question: str, filters: Filters | None = None) -> Answer:
    given_answer = answer(searcher, question, filters or Filters())
    assert isinstance(given_answer, Answer)
    return given_answer


def _printed(decisions: tuple[QuotedDecision, ...]) -> list[tuple[str, str | None]]:
    return [(one.citation.text, one.limb.vote.printed if one.limb.vote else None) for one in decisions]


def test_a_decision_is_quoted_verbatim_with_its_vote_and_from_both_meetings(searcher: Searcher) -> None:
    decided = _printed(_answer(searcher, SHARED_CHIEF).decisions)
    assert ("to agree approach 3 within the report for a shared Chief Executive.", "(8:2)") in decided
    assert (
        "the option of a shared Chief Executive be pursued as part of the finalisation of phase 1.",
        "(For: 7 Against: 3)",
    ) in decided


def test_a_motion_that_fell_without_a_vote_is_shown_with_the_vote_on_refusing_it(rejected: Searcher) -> None:
    found = _answer(rejected, "were ferries closed to cruise ships")
    assert [one.limb.outcome for one in found.not_carried] == [Outcome.LOST]
    assert [one.citation.text for one in found.decisions] == ["reject this."]
    assert found.decisions[0].limb.vote is not None
    assert found.decisions[0].limb.vote.tally == Tally(12, 8)


def test_a_lost_motion_is_shown_but_never_as_decided(searcher: Searcher) -> None:
    found = _answer(searcher, SHARED_CHIEF)
    assert _printed(found.not_carried) == [
        ("to agree none of the proposals within the report for a shared Chief Executive.", "(2:8)")
    ]
    assert found.not_carried[0].limb.outcome is Outcome.LOST
    assert not any("none of the proposals" in one.citation.text for one in found.decisions)


def test_what_answers_best_says_whether_it_was_carried(searcher: Searcher) -> None:
    assert not _answer(searcher, SHARED_CHIEF).not_carried_first
    lost = _answer(searcher, "was a speed limit of 15km/h adopted on Castle Street")
    assert lost.best == lost.not_carried[0].citation.place.item.id
    assert lost.not_carried_first == all(one.citation.place.item.id != lost.best for one in lost.decisions)


def test_a_motion_that_fell_is_shown_however_much_of_its_item_was_carried(a_long_budget: Searcher) -> None:
    found = _answer(a_long_budget, "what was decided on the leisure budget")
    assert len(found.decisions) < 9
    assert [one.citation.text for one in found.not_carried] == ["that the leisure budget of no ward be kept."]


def test_a_passage_of_each_of_the_first_items_is_shown_and_with_it_what_fell_there(roofs: Searcher) -> None:
    found = _answer(roofs, "library roof repairs cost")
    assert [one.place.item.number for one in found.passages] == ["1", "2", "3", "4"]
    assert [one.citation.text for one in found.not_carried] == ["That slates be bought at once."]
    assert found.decisions == ()


def test_where_nothing_else_was_decided_the_clause_that_a_first_item_says_best_is_quoted(levies: Searcher) -> None:
    found = _answer(levies, "has the council agreed to ask for a tax on gum to pay for cleaning gum off the pavements")
    assert [one.citation.text for one in found.decisions] == ["that the Minister be asked for a levy on gum."]
    assert found.label is None


def test_where_a_place_is_named_nothing_is_quoted_as_decided_that_another_place_decided(two_towns: Searcher) -> None:
    either = _answer(two_towns, "has it been agreed to share its Chief Executive")
    assert "that a Chief Executive be shared with the neighbouring council." in [one.citation.text for one in either.decisions]
    one = _answer(two_towns, "has Westmere agreed to share its Chief Executive")
    assert [decision.citation.text for decision in one.decisions] == ["that the proposed joint arrangement be declined."]


def _hits(*scores: float) -> list[ChunkHit]:
    chunks = [Chunk(number, "d0-m1-i1", ChunkKind.PASSAGE, (), "") for number, _ in enumerate(scores)]
    return [ChunkHit(chunk, score, score, score, (), (), NO_EVIDENCE) for chunk, score in zip(chunks, scores, strict=True)]


@pytest.mark.parametrize(
    ("scores", "shown"),
    [((), []), ((1.0,), [0]), ((1.0, 0.97, 0.96), [0, 1]), ((1.0, 0.8), [0]), ((-0.2, -0.2), [0]), ((0.0, 0.0), [0])],
)
def test_two_passages_between_which_a_hair_decides_are_both_shown(scores: tuple[float, ...], shown: list[int]) -> None:
    assert [hit.chunk.id for hit in alike(_hits(*scores), RULES)] == shown


@pytest.mark.parametrize("question", ["harbour bridge", "what was decided on the harbour bridge", '"harbour bridge"'])
def test_deferred_is_decided_and_withdrawn_is_not(searcher: Searcher, question: str) -> None:
    found = _answer(searcher, question)
    assert [one.limb.outcome for one in found.decisions] == [Outcome.DEFERRED]
    assert [one.limb.outcome for one in found.not_carried] == [Outcome.WITHDRAWN]


def test_the_words_from_which_the_outcome_was_read_are_quoted_too(searcher: Searcher) -> None:
    (lost,) = _answer(searcher, SHARED_CHIEF).not_carried
    assert lost.cue is not None
    assert lost.cue.text == "Decision (2:8)"


def test_names_are_asked_for_where_only_a_count_is_printed(searcher: Searcher) -> None:
    found = _answer(searcher, "who voted for the shared leadership team")
    assert _printed(found.decisions)[0][1] == "(8:2)"
    assert found.missing == (Detail.VOTERS,)
    assert SENTENCES[Detail.VOTERS] == "The minutes do not record how each member voted."


def test_recorded_names_are_given_as_printed(searcher: Searcher) -> None:
    found = _answer(searcher, "which councillors voted against the speed limit on Castle Street")
    vote = found.not_carried[0].limb.vote
    assert vote is not None
    assert vote.recorded is not None
    assert vote.recorded.against == ("O'Dea", "Ryan (E)", "Talukder")
    assert found.missing == ()


def test_a_mover_that_is_printed_is_not_missing_and_one_that_is_not_is(searcher: Searcher) -> None:
    known = _answer(searcher, "who proposed and seconded the speed limit on Castle Street")
    assert known.missing == ()
    unknown = _answer(searcher, "who seconded renewing the signs on Castle Street")
    assert unknown.kind is QuestionKind.WHO
    assert Detail.SECONDER not in unknown.missing or not unknown.decisions[0].limb.seconder


def test_reasons_that_were_given_and_not_written_down_are_missing(searcher: Searcher) -> None:
    found = _answer(searcher, "why was the harbour bridge not closed")
    assert found.kind is QuestionKind.REASON
    assert found.missing == (Detail.REASONS,)
    assert _answer(searcher, "why did some members want a delay of the shared Chief Executive").missing == ()


def test_thanks_are_not_what_was_decided_where_something_was(searcher: Searcher, nothing_but_thanks: Searcher) -> None:
    found = _answer(searcher, "what was decided on the harbour bridge")
    assert not any("thanks" in one.citation.text for one in found.decisions)
    only_thanks = _answer(nothing_but_thanks, "what was decided on the volunteers of the hall")
    assert [one.citation.text for one in only_thanks.decisions] == ["thanks the volunteers of the hall."]


def test_a_figure_is_answered_by_the_passage_that_has_it(searcher: Searcher) -> None:
    found = _answer(searcher, "how much money was set aside for new computers and the help line")
    assert found.kind is QuestionKind.FIGURE
    assert "£1.2 million" in found.passages[0].text
    assert found.decisions == ()


def test_a_clause_that_runs_over_a_page_is_quoted_in_two_pieces(searcher: Searcher) -> None:
    found = _answer(searcher, "what was agreed on the signs on Castle Street")
    (signs,) = found.decisions
    assert [(piece.span.page, piece.text) for piece in signs.citation.pieces] == [
        (1, "That the signs on Castle Street be renewed, at the cost of the road fund, before the"),
        (2, "beginning of the summer."),
    ]


def test_who_looks_for_a_precedent_sees_the_clause_with_most_of_its_words_first(leases: Searcher) -> None:
    answered = _answer(leases, PRECEDENT)
    assert answered.kind is QuestionKind.PRECEDENT
    assert answered.decisions[0].citation.text == "authorised the Chief Executive to negotiate the lease of the market."
    asked_plainly = _answer(leases, "negotiations over the lease of the harbour by the Chief Executive")
    assert asked_plainly.decisions[0].citation.text != answered.decisions[0].citation.text


def test_a_timeline_is_in_the_order_of_the_meetings_with_undated_ones_last(searcher: Searcher) -> None:
    found = _answer(searcher, "timeline of the shared Chief Executive decisions")
    days = [one.citation.place.meeting.date.value for one in found.decisions]
    assert days[0] == dt.date(2020, 9, 2)
    assert days[-1] is None


@pytest.mark.parametrize(
    "question",
    [
        "mermaids in Kent",
        "are there any mermaids in Larkmere?",
        "110/19",
        '"secret price"',
        "how do I reset the password on my phone",
    ],
)
def test_what_is_not_there_is_not_answered(searcher: Searcher, question: str) -> None:
    found = answer(searcher, question, Filters())
    assert isinstance(found, NotRecorded)
    assert found.label is Label.NOTHING_FOUND
    assert found.coverage.meetings == 5
    assert found.coverage.earliest == dt.date(2019, 4, 3)


def test_a_refusal_says_what_was_nearest(searcher: Searcher) -> None:
    found = answer(searcher, "are there any mermaids in Larkmere?", Filters())
    assert isinstance(found, NotRecorded)
    assert len(found.nearest) == 3


def test_a_refusal_within_filters_says_what_lay_within_them(searcher: Searcher) -> None:
    found = answer(searcher, SHARED_CHIEF, Filters(councils=("Stoke Parish Council",)))
    assert isinstance(found, NotRecorded)
    assert (found.coverage.meetings, found.coverage.councils) == (1, ("Stoke Parish Council",))


def test_a_phrase_is_answered_only_from_items_that_hold_it(searcher: Searcher) -> None:
    found = _answer(searcher, '"signs on Castle Street"')
    assert found.kind is QuestionKind.EXACT
    quoted = [*found.decisions, *found.not_carried]
    assert {one.citation.place.item.title for one in quoted} == {"Speed limits on Castle Street"}


def test_a_matter_discussed_and_not_decided_is_labelled_so(searcher: Searcher) -> None:
    found = _answer(searcher, "what was decided on the yew tree")
    assert found.decisions == found.not_carried == ()
    assert found.label is Label.NO_DECISION
    assert "74/19 Trees" in found.passages[0].text


_QUESTIONS = st.lists(
    st.sampled_from(
        ["shared", "Chief", "Executive", "harbour", "bridge", "who", "voted", "decided", "Mill", "Lane", "71/19", '"', "why", "not"]
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=_QUESTIONS)
def test_every_piece_of_every_quotation_is_the_slice_of_its_stored_page(searcher: Searcher, question: str) -> None:
    found = answer(searcher, f"Larkmere {question}", Filters())
    if isinstance(found, NotRecorded):
        return
    quoted = [*found.decisions, *found.not_carried]
    pieces = [piece for citation in (*(one.citation for one in quoted), *found.passages) for piece in citation.pieces]
    pieces += [one.cue for one in quoted if one.cue]
    assert pieces
    for piece in pieces:
        key = (piece.span.document_id, piece.span.page)
        page = searcher.archive.catalogue.pages([key])[key]
        assert piece.text == page.text[piece.span.start : piece.span.end]
    assert not any(one.limb.outcome not in (Outcome.CARRIED, Outcome.DEFERRED) for one in found.decisions)
    assert not any(one.limb.outcome in (Outcome.CARRIED, Outcome.DEFERRED) for one in found.not_carried)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(question=_QUESTIONS)
def test_the_same_question_gives_an_equal_answer(searcher: Searcher, question: str) -> None:
    assert answer(searcher, f"Larkmere {question}", Filters()) == answer(searcher, f"Larkmere {question}", Filters())
