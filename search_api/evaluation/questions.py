"""How well were gold questions answered?

Takes a gold question and the line of RESULTS.jsonl that was written for it, and gives one number a measure, or none where
the question does not ask for it. The rules are those of gold/FORMAT.md: a result hits a judged place when it is of its
document and the text of its agenda item contains the quote. Never asks the archive: a results file can be scored again.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from typing import TypeVar

from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Place
from search_api.evaluation.metrics import gain
from search_api.evaluation.metrics import mean
from search_api.evaluation.metrics import ndcg
from search_api.evaluation.metrics import reciprocal_rank
from search_api.evaluation.wording import holds
from search_api.evaluation.wording import overlap
from search_api.evaluation.wording import same_path

DEPTH = 10
SHOWN = 5
"""Results that a person sees without scrolling: where an item counts as shown."""

UNDECIDED = ("lost", "withdrawn", "deferred", "not_put", "unclear")
REFUSED_KINDS = ("absent", "junk")

MEASURES = (
    "hit@1",
    "recall@10",
    "nDCG@10",
    "MRR@10",
    "cited",
    "must quote",
    "outcome",
    "tally",
    "refused",
    "not recorded",
)
"""Shares, better when higher."""

MISTAKES = ("must not quote", "lost as carried", "wrongly refused", "wrongly not recorded")
"""Counts, which should be 0."""

Scores = Mapping[str, float]
"""One number a measure; a measure that the question does not ask for is not there."""

Kept = TypeVar("Kept")
Group = Callable[[GoldQuestion], str | None]
"""Which line of a breakdown a question belongs to."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Words shown from a document: a whole agenda item, a quotation, or a decision with its outcome and tally."""

    document: str
    text: str
    outcome: str | None = None
    tally: Mapping[str, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A line of RESULTS.jsonl: the items found, best first, and what the answer quoted."""

    items: tuple[Shown, ...] = ()
    decisions: tuple[Shown, ...] = ()
    quotations: tuple[Shown, ...] = ()
    refused: bool = False
    not_recorded: bool = False

    @property
    def quoted(self) -> tuple[Shown, ...]:
        """Return all words the answer shows."""
        return self.quotations + self.decisions


def read_reply(row: Mapping[str, Any]) -> Reply:
    """Read a line of RESULTS.jsonl."""
    answer = row["answer"]
    results = sorted(row["results"], key=lambda result: int(result["rank"]))
    decisions = (Shown(one["document"], one["text"], one["outcome"], one["tally"]) for one in answer["decisions"])
    return Reply(
        items=tuple(Shown(result["document"], result["item_text"]) for result in results),
        decisions=tuple(decisions),
        quotations=tuple(Shown(one["document"], one["text"]) for one in answer["quotations"]),
        refused=answer["refused"],
        not_recorded=answer["not_recorded"],
    )


def score_question(question: GoldQuestion, reply: Reply) -> Scores:
    """Return every measure and mistake that the question asks for."""
    return {
        **score_ranking(question, reply.items),
        **_wording(question, reply),
        **_decided(question, reply),
        **_silence(question, reply),
    }


def by_kind(question: GoldQuestion) -> str | None:
    """Return what the question asks for."""
    return question.kind


def by_style(question: GoldQuestion) -> str | None:
    """Return how the question is put, where the gold file says so."""
    return question.style


def groups_of(rows: Iterable[tuple[GoldQuestion, Kept]], group: Group) -> dict[str, list[Kept]]:
    """Return what is kept of all questions, and of those of each group by its name; one without a group is only among all."""
    pairs = [(group(question), kept) for question, kept in rows]
    names = sorted({name for name, _ in pairs if name})
    return {"all": [kept for _, kept in pairs], **{name: [kept for of, kept in pairs if of == name] for name in names}}


def table_of(scored: Iterable[tuple[GoldQuestion, Scores]], group: Group = by_kind) -> dict[str, dict[str, float | None]]:
    """Return the mean of each measure and the count of each mistake, for all questions and for each group."""
    return {name: _summary(scores) for name, scores in groups_of(scored, group).items()}


def _summary(scores: Sequence[Scores]) -> dict[str, float | None]:
    shares = {name: mean(one.get(name) for one in scores) for name in MEASURES}
    counts = {name: int(sum(one.get(name, 0) for one in scores)) for name in MISTAKES}
    return {"questions": len(scores), **shares, **counts}


def score_ranking(question: GoldQuestion, items: Sequence[Shown]) -> Scores:
    """Return the measures of a ranking of agenda items, best first; none where no place is judged."""
    if not question.places:
        return {}
    first = {number: rank for number, rank in enumerate(ranks_of(question, items)) if rank is not None}
    earned = [0.0] * len(items)
    for number, rank in first.items():
        earned[rank - 1] += gain(question.places[number].grade)
    best = min((rank for number, rank in first.items() if question.places[number].grade > 1), default=None)
    return {
        "hit@1": float(best == 1),
        "recall@10": sum(rank <= DEPTH for rank in first.values()) / len(question.places),
        "nDCG@10": ndcg(earned, [gain(place.grade) for place in question.places], DEPTH) or 0.0,
        "MRR@10": reciprocal_rank(best, DEPTH),
    }


def ranks_of(question: GoldQuestion, items: Sequence[Shown]) -> tuple[int | None, ...]:
    """Return where each judged place stands first, ranks from 1; `None` where it was not found."""
    return tuple(next((rank for rank, item in enumerate(items, 1) if _at(item, place)), None) for place in question.places)


def _at(item: Shown, place: Place) -> bool:
    return same_path(item.document, place.document) and holds(item.text, place.quote)


def _wording(question: GoldQuestion, reply: Reply) -> Scores:
    found: dict[str, float] = {}
    if question.answerable:
        cited = any(_quotes(shown, place) for shown in reply.quoted for place in _answers(question))
        found["cited"] = float(cited and not reply.refused)
    if question.must_quote:
        quoted = [any(holds(shown.text, words) for shown in reply.quoted) for words in question.must_quote]
        found["must quote"] = sum(quoted) / len(quoted)
    if question.must_not_quote:
        decided = [shown.text for shown in reply.decisions if shown.outcome not in UNDECIDED]
        found["must not quote"] = float(any(holds(text, words) for text in decided for words in question.must_not_quote))
    return found


def _answers(question: GoldQuestion) -> tuple[Place, ...]:
    return tuple(place for place in question.places if place.grade > 1)


def _quotes(shown: Shown, place: Place) -> bool:
    return same_path(shown.document, place.document) and overlap(shown.text, place.quote)


def _decided(question: GoldQuestion, reply: Reply) -> Scores:
    there = [shown for shown in reply.decisions if any(_near(shown, place, question, reply) for place in _answers(question))]
    found: dict[str, float] = {}
    if question.outcome:
        right = any(shown.outcome == question.outcome for shown in there)
        found["outcome"] = float(right)
        if question.outcome in ("lost", "withdrawn", "not_put"):
            at_words = [shown for shown in there if any(_same_words(shown, place, question) for place in _answers(question))]
            found["lost as carried"] = float(not right and any(shown.outcome == "carried" for shown in at_words))
    if question.tally:
        found["tally"] = float(any(_same_figures(shown.tally or {}, question.tally) for shown in there))
    return found


def _near(shown: Shown, place: Place, question: GoldQuestion, reply: Reply) -> bool:
    return _same_words(shown, place, question) or _same_item(shown, place, reply)


def _same_words(shown: Shown, place: Place, question: GoldQuestion) -> bool:
    quoted = any(overlap(shown.text, words) for words in (place.quote, *question.must_quote))
    return quoted and same_path(shown.document, place.document)


def _same_item(shown: Shown, place: Place, reply: Reply) -> bool:
    if not same_path(shown.document, place.document):
        return False
    return any(_at(item, place) and holds(item.text, shown.text) for item in reply.items)


def _same_figures(found: Mapping[str, int | None], expected: Mapping[str, int]) -> bool:
    # Minutes that print "there were no abstentions" say 0, minutes that print nothing say None: neither is wrong.
    return all(found.get(side) == figure or (figure == 0 and found.get(side) is None) for side, figure in expected.items())


def _silence(question: GoldQuestion, reply: Reply) -> Scores:
    if question.kind in REFUSED_KINDS:
        return {"refused": float(reply.refused and not reply.quoted)}
    found = {"wrongly refused": float(reply.refused)}
    if question.answerable:
        found["wrongly not recorded"] = float(reply.not_recorded)
    if question.kind == "not_recorded":
        found["not recorded"] = float(reply.not_recorded and _shows(question, reply))
    return found


def _shows(question: GoldQuestion, reply: Reply) -> bool:
    answers = _answers(question)
    listed = any(_at(item, place) for item in reply.items[:SHOWN] for place in answers)
    return listed or any(_quotes(shown, place) or _same_item(shown, place, reply) for shown in reply.quoted for place in answers)
