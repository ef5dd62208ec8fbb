"""Our figures are those of the shared scorers, which stay the judges: the same gold and the same results, both ways."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from index.embedding.hashing import HashingEmbedder
from index.ids import document_id
from index.ids import fingerprint
from index.ids import item_id
from index.ids import meeting_id
from index.opening import begin_archive
from index.opening import open_archive
from index.ports import Archive
from index.ports import Deposit
from index.records import AgendaItem
from index.records import Meeting
from index.records import RecordState
from index.sources import DocumentKind
from index.sources import Page
from index.sources import SourceDocument
from index.sources import SourceSpan
from index.sources import Stated
from search_api.evaluation.judgements import read_items
from search_api.evaluation.judgements import read_questions
from search_api.evaluation.labelled import score_items
from search_api.evaluation.questions import read_reply
from search_api.evaluation.questions import score_question
from search_api.evaluation.questions import table_of

SHARED = Path(__file__).parents[3].parent / "shared"
GOLD = SHARED / "gold"
NAMES = {
    "hit@1": "hit@1",
    "recall@10": "rec@10",
    "nDCG@10": "nDCG@10",
    "MRR@10": "MRR@10",
    "cited": "ans",
    "must quote": "mustQ",
    "outcome": "outcome",
    "tally": "tally",
    "refused": "refused",
    "not recorded": "not_rec",
}
COUNTED = {
    "must not quote": "notQ",
    "lost as carried": "lost>carr",
    "wrongly refused": "wrongRef",
    "wrongly not recorded": "falseNR",
}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the shared scorers are not beside this checkout (../shared)")


def scorer(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def judge() -> ModuleType:
    return scorer("score_questions")


def results(judge: ModuleType, kind: str, gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Right answers, wrong ones, and right ones for every other question with the results upside down."""
    right: list[dict[str, Any]] = judge.perfect(gold)
    wrong: list[dict[str, Any]] = judge.bad(gold)
    if kind != "mixed":
        return {"right": right, "wrong": wrong}[kind]
    for row in right:
        row["results"] = [{**result, "rank": len(row["results"]) - at} for at, result in enumerate(row["results"])]
    return [good if number % 2 else poor for number, (good, poor) in enumerate(zip(right, wrong, strict=True))]


@pytest.mark.parametrize("kind", ["right", "wrong", "mixed"])
def test_figures_of_questions_are_those_of_the_shared_scorer(judge: ModuleType, kind: str) -> None:
    path = GOLD / "questions-dev.jsonl"
    rows = results(judge, kind, judge.load(path))
    _, summary, _ = judge.score(judge.load(path), rows)
    questions = read_questions(path)
    replies = {row["id"]: read_reply(complete(row)) for row in rows}
    table = table_of((question, score_question(question, replies[question.id])) for question in questions)
    for group, figures in table.items():
        theirs = summary["ALL" if group == "all" else f"kind {group}"]
        for ours, name in NAMES.items():
            assert figures[ours] == pytest.approx(theirs[name], abs=0.01), (group, ours)
        for ours, name in COUNTED.items():
            assert figures[ours] == (theirs[name] or (0, 0))[0], (group, ours)


def complete(row: dict[str, Any]) -> dict[str, Any]:
    """Their inventions leave out fields that a line of ours always has."""
    decisions = [{"outcome": None, "tally": None, **decision} for decision in row["answer"]["decisions"]]
    return {**row, "answer": {**row["answer"], "decisions": decisions}}


@pytest.mark.parametrize("kind", ["right", "short", "wrong"])
def test_figures_of_decisions_are_those_of_the_shared_scorer(tmp_path: Path, kind: str) -> None:
    """The labelled documents that are plain text are stored as they are, and predictions are made of the gold limbs."""
    judge = scorer("score_decisions")
    path = tmp_path / "gold.jsonl"
    gold = [entry for entry in judge.load(GOLD / "decisions-dev.jsonl") if entry["document"].endswith((".txt", ".md"))]
    path.write_text("".join(f"{json.dumps(entry)}\n" for entry in gold), encoding="utf-8")
    archive = stored(sorted({entry["document"] for entry in gold}), f"file:{tmp_path}/archive")
    rows = spoilt(predictions(gold), kind)
    total, _ = judge.score(gold, rows, judge.Corpus(str(SHARED / "corpus")))
    theirs = judge.summary(total)
    comparison = score_items(read_items(path), rows, archive)
    ours = comparison.table()["all"]
    assert comparison.unplaced == ()
    for name, figure in (
        *(("precision", theirs["precision"]), ("recall", theirs["recall"]), ("F1", theirs["f1"])),
        *(("outcome", theirs["outcome"]), ("printed vote", theirs["printed_vote"]), ("tally", theirs["tally"])),
        *(("mover", theirs["mover"]), ("seconder", theirs["seconder"]), ("names", theirs["recorded_vote"])),
    ):
        assert ours[name] == pytest.approx(figure, abs=0.01), name
    assert ours["lost as carried"] == theirs["lost_reported_as_carried"]


def predictions(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Every gold limb as a prediction, with the span at which its words stand in its item."""
    rows = []
    for entry in gold:
        text = (SHARED / "corpus" / entry["document"]).read_text(encoding="utf-8")
        begin = place(entry["item"]["start"], text, 0)
        item = {"document": entry["document"], "item_number": entry["item"]["number"], "item_title": entry["item"]["title"]}
        for limb in entry["decisions"]:
            start = place(limb["text"], text, begin)
            rows.append({**item, **limb, "page": 1, "span": {"page": 1, "start": start, "end": start + len(limb["text"])}})
    return rows


def place(words: str, text: str, begin: int) -> int:
    """Where words stand in a text, whatever marks and spaces are between them."""
    wanted = r"[\W_]+".join(re.findall(r"[^\W_]+", words))
    found = re.compile(wanted, re.IGNORECASE).search(text, begin)
    assert found is not None, words
    return found.start()


def spoilt(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    if kind == "short":
        return [{**row, "text": " ".join(row["text"].split()[: 4 if number % 3 else None])} for number, row in enumerate(rows)]
    if kind == "wrong":
        return [{**row, "outcome": "carried", "mover": "Councillor Nobody", "tally": None} for row in rows]
    return rows


def stored(paths: list[str], address: str) -> Archive:
    embedder = HashingEmbedder()
    writer = begin_archive(address, embedder.identity, "whole files", rebuild=True)
    for path in paths:
        writer.put(deposit(path, (SHARED / "corpus" / path).read_text(encoding="utf-8")))
    writer.commit("2026-01-02T03:04:05+00:00")
    return open_archive(address)


def deposit(path: str, text: str) -> Deposit:
    """A file as one page and one agenda item."""
    name = document_id(path, fingerprint(text.encode()))
    meeting = meeting_id(name, 1)
    item = AgendaItem(item_id(meeting, 1), 1, None, None, None, (SourceSpan(name, 1, 0, len(text)),))
    record = Meeting(meeting, name, Stated(), Stated(), Stated(), RecordState.NOT_STATED, (item,))
    document = SourceDocument(name, path, fingerprint(text.encode()), "text/plain", DocumentKind.MINUTES, 1)
    return Deposit(document, (Page(name, 1, text),), (record,), (), ())
