"""`minutebook evaluate questions`: how well are gold questions answered, against what, and which went wrong?

Takes a gold file and an archive, asks every question, and prints tables: by kind and style, latency, refusals; on request the
gains over an earlier run, over each leg and over the search without each part, the thresholds of refusing, and the worst
questions. Composes what `search_api/evaluation` measures; computes nothing itself.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence

from search_api.applied import today
from search_api.evaluation.ablation import LEGS
from search_api.evaluation.ablation import PARTS
from search_api.evaluation.ablation import Way
from search_api.evaluation.comparing import gains
from search_api.evaluation.comparing import read_scores
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import read_questions
from search_api.evaluation.metrics import latency
from search_api.evaluation.questions import Group
from search_api.evaluation.questions import Scores
from search_api.evaluation.questions import by_kind
from search_api.evaluation.questions import by_style
from search_api.evaluation.questions import groups_of
from search_api.evaluation.questions import read_reply
from search_api.evaluation.questions import score_question
from search_api.evaluation.questions import table_of
from search_api.evaluation.rankings import gains_table
from search_api.evaluation.rankings import rank_questions
from search_api.evaluation.rankings import ways_table
from search_api.evaluation.refusing import curve
from search_api.evaluation.refusing import judged
from search_api.evaluation.refusing import refusal_row
from search_api.evaluation.rows import Row
from search_api.evaluation.run import run_questions
from search_api.evaluation.worst import Failure
from search_api.evaluation.worst import worst
from search_api.search import Searcher
from ui.opening import searcher
from ui.output import print_json
from ui.output import write_lines
from ui.progress import Told
from ui.progress import bar
from ui.tables import Figures
from ui.tables import show_tables

EXACT_KINDS = ("exact", "precedent")
"""Kinds of question for which the keyword leg alone is hard to beat, so they are also compared by themselves."""

INTERVAL = "gained, 95 % interval"

Asked = Sequence[tuple[GoldQuestion, Row]]
Tables = dict[str, Mapping[str, Figures]]


def evaluate_questions(given: Namespace) -> int:
    """Ask every question, write the results where wanted, and print the figures."""
    questions = read_questions(given.gold)
    earlier = read_scores(given.against, questions) if given.against else None
    opened = searcher(given)
    with bar("Asking") as told:
        rows = list(_counted(run_questions(questions, opened, today()), len(questions), told))
    if given.out:
        write_lines(given.out, rows)
    asked = list(zip(questions, rows, strict=True))
    failures = worst(asked, given.worst)
    tables = {**_tables(asked, earlier), **_refusals(asked, with_curve=given.curve)}
    if given.legs:
        tables |= _ways("legs", questions, opened, LEGS, EXACT_KINDS)
    if given.ablate:
        tables |= _ways("parts", questions, opened, PARTS)
    _show(given, tables, failures)
    return 0


def _tables(asked: Asked, earlier: Mapping[str, Scores] | None) -> Tables:
    scored = [(question, score_question(question, read_reply(row))) for question, row in asked]
    tables: Tables = {"questions": _breakdown(asked, scored, by_kind)}
    if any(question.style for question, _ in asked):
        tables["styles"] = _breakdown(asked, scored, by_style)
    tables["latency"] = {
        "search": latency(row["search_ms"] for _, row in asked),
        "search and answer": _whole(row for _, row in asked),
    }
    if earlier is not None:
        tables[f"against the earlier run: {INTERVAL}"] = gains({question.id: scores for question, scores in scored}, earlier)
    return tables


def _breakdown(asked: Asked, scored: Iterable[tuple[GoldQuestion, Scores]], group: Group) -> Mapping[str, Figures]:
    groups = groups_of(asked, group)
    return {name: {**figures, **_whole(groups[name])} for name, figures in table_of(scored, group).items()}


def _whole(rows: Iterable[Row]) -> Figures:
    return latency(row["latency_ms"] for row in rows)


def _refusals(asked: Asked, *, with_curve: bool) -> Tables:
    rows = [judged(question, row) for question, row in asked]
    return {"refusals": {"all": refusal_row(rows)}, **({"thresholds": curve(rows)} if with_curve else {})}


def _ways(
    title: str, questions: Sequence[GoldQuestion], opened: Searcher, ways: Mapping[str, Way], apart: Sequence[str] = ()
) -> Tables:
    searches = {name: way(opened) for name, way in ways.items()}
    with bar("Searching") as told:
        ranked = rank_questions(questions, searches, opened.archive.catalogue, told)
    kinds = groups_of(((question, question.id) for question in questions), by_kind)
    groups = {kind: kinds[kind] for kind in apart if kind in kinds}
    return {title: ways_table(ranked, groups), f"{title}: {INTERVAL}": gains_table(ranked, groups)}


def _counted(rows: Iterable[Row], total: int, told: Told) -> Iterator[Row]:
    for number, row in enumerate(rows, 1):
        told(number, total)
        yield row


def _show(given: Namespace, tables: Tables, failures: Sequence[Failure]) -> None:
    if given.json:
        print_json({**tables, **({"worst": [one.row() for one in failures]} if given.worst else {})})
        return
    show_tables(tables, {})
    for number, failure in enumerate(failures, 1):
        _show_failure(number, failure)


def _show_failure(number: int, failure: Failure) -> None:
    question = failure.question
    print(f"\n{number}. {question.id} ({question.kind}), nDCG@10 {failure.score:.3f}: {question.text}")
    for place, rank in failure.places:
        print(f"   {f'rank {rank}' if rank else 'not found'}: {place.document} (grade {place.grade})")
    first = failure.first
    print(f"   first: {first['document']}, {first['item_title'] or 'no title'}" if first else "   nothing was found")
    if failure.result["answer"]["refused"]:
        print("   refused")
