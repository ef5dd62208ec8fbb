from __future__ import annotations

import pytest

from search_api.kinds import Detail
from search_api.kinds import QuestionKind
from search_api.kinds import asks_how_it_stands
from search_api.kinds import details_of
from search_api.kinds import kind_of
from search_api.query import parse_query


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("what was decided on a shared Chief Executive", QuestionKind.DECISION),
        ("did the council agree to paint the bridge?", QuestionKind.DECISION),
        ("motion on the harbour bridge - passed?", QuestionKind.DECISION),
        ("who voted against the leadership team", QuestionKind.VOTERS),
        ("which councillors voted for the bridge", QuestionKind.VOTERS),
        ("which six councillors were against the loan", QuestionKind.VOTERS),
        ("how did Councillor Hartigan vote on the speed limit", QuestionKind.VOTERS),
        ("how did they vote on the speed limit", QuestionKind.VOTE),
        ("how many councillors voted for the bridge", QuestionKind.VOTE),
        ("what was the vote on the speed limit", QuestionKind.VOTE),
        ("who proposed going through the appendices before voting", QuestionKind.WHO),
        ("was Gavin Hale present for the item", QuestionKind.WHO),
        ("how much did the painting cost", QuestionKind.FIGURE),
        ("what was the lowest quote for the painting", QuestionKind.FIGURE),
        ("why was the bridge put off", QuestionKind.REASON),
        ("what report was promised", QuestionKind.UNDERTAKING),
        ("timeline of the harbour bridge decisions", QuestionKind.TIMELINE),
        ("71/19", QuestionKind.EXACT),
        ('"signs on Castle Street"', QuestionKind.EXACT),
        ("authorise the Chief Executive to open negotiations", QuestionKind.PRECEDENT),
        ("to delegate the decision to the Chair", QuestionKind.PRECEDENT),
        ("wording for letting a green to a visiting fair", QuestionKind.PRECEDENT),
        ("noted objections to the bridge", QuestionKind.OTHER),
        ("harbour bridge", QuestionKind.OTHER),
    ],
)
def test_the_kind_is_read_from_the_words(question: str, kind: QuestionKind) -> None:
    assert kind_of(parse_query(question)) is kind


@pytest.mark.parametrize(
    ("question", "details"),
    [
        ("who voted against the bridge", (Detail.VOTERS,)),
        ("how many councillors voted for the bridge", (Detail.COUNT,)),
        ("what was the vote on the bridge", ()),
        ("who proposed the bridge", (Detail.MOVER,)),
        ("who seconded the bridge", (Detail.SECONDER,)),
        ("who proposed and seconded the bridge", (Detail.MOVER, Detail.SECONDER)),
        ("how many bridges are there", (Detail.FIGURE,)),
    ],
)
def test_a_detail_is_asked_for_by_name(question: str, details: tuple[Detail, ...]) -> None:
    query = parse_query(question)
    assert details_of(query, kind_of(query)) == details


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("were the solar panels ever taken down", True),
        ("why has the quay not been taken over yet", True),
        ("how long do callers wait now", True),
        ("what was agreed in the end", True),
        ("what was decided on the quay", False),
        ("the Everton Road junction", False),
    ],
)
def test_who_asks_how_a_matter_stands_says_so(question: str, *, asks: bool) -> None:
    assert asks_how_it_stands(parse_query(question)) is asks
