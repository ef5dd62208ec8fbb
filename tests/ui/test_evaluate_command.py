from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import GOLD
from tests.ui.conftest import SAMPLE
from tests.ui.conftest import SHARED
from tests.ui.conftest import Run
from tests.ui.conftest import written

QUESTIONS = GOLD / "sample-questions.jsonl"
DECISIONS = GOLD / "sample-decisions.jsonl"
SCORERS = SHARED / "gold"
needs_scorers = pytest.mark.skipif(not SCORERS.is_dir(), reason="the shared scorers are not beside this checkout (../shared)")


def test_questions_give_a_table_by_kind_and_latency(run: Run, sample: str) -> None:
    ended = run("evaluate", "questions", QUESTIONS, "--archive", sample)
    asked = len(QUESTIONS.read_text(encoding="utf-8").splitlines())
    assert (ended.code, ended.err) == (0, "")
    header, total = (line.split() for line in ended.out.splitlines()[2:4])
    assert header[:3] == ["questions", "hit@1", "recall@10"]
    assert total[:2] == ["all", str(asked)]
    assert "p50 ms" in ended.out
    assert "p95 ms" in ended.out


def test_results_are_written_one_line_a_question(run: Run, sample: str, tmp_path: Path) -> None:
    run("evaluate", "questions", QUESTIONS, "--archive", sample, "--out", tmp_path / "results.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    asked = [json.loads(line)["id"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == asked
    assert {len(row["results"]) <= 20 for row in rows} == {True}
    assert all(
        result["quotation"] in result["item_text"] for row in rows for result in row["results"] if "\n" not in result["quotation"]
    )


def test_every_line_has_its_latency_and_the_search_alone_has_its_own(run: Run, sample: str) -> None:
    found = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--json").json()
    assert all(row["p50 ms"] <= row["p95 ms"] for row in found["questions"].values())
    assert found["latency"]["search"]["p50 ms"] <= found["latency"]["search and answer"]["p50 ms"]
    assert set(found) == {"questions", "styles", "latency", "refusals"}


def test_questions_that_say_how_they_are_put_give_a_table_by_style(run: Run, sample: str, tmp_path: Path) -> None:
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    table = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--json").json()["styles"]
    assert {name: row["questions"] for name, row in table.items()} == {
        "all": len(questions),
        **{style: sum(one.get("style") == style for one in questions) for style in ("exact", "paraphrase", "plain")},
    }
    unstyled = [{**question, "style": None} for question in questions]
    folder = written(tmp_path, {"unstyled.jsonl": "\n".join(json.dumps(question) for question in unstyled)})
    assert "styles" not in run("evaluate", "questions", folder / "unstyled.jsonl", "--archive", sample, "--json").json()


def test_a_run_compared_with_its_own_results_gains_nothing(run: Run, sample: str, tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    run("evaluate", "questions", QUESTIONS, "--archive", sample, "--out", results)
    found = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--against", results, "--json").json()
    gained = found["against the earlier run: gained, 95 % interval"]
    assert set(gained) == {"nDCG@10", "hit@1", "recall@10"}
    assert {(row["gain"], row["low"], row["high"], row["certain"]) for row in gained.values()} == {(0, 0, 0, 0)}


def test_an_earlier_run_that_is_not_there_is_one_sentence_before_any_question_is_asked(run: Run, sample: str) -> None:
    ended = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--against", "nowhere.jsonl")
    assert (ended.code, ended.out) == (1, "")
    assert "nowhere.jsonl: cannot be read" in ended.err


def test_legs_and_parts_are_compared_with_the_whole(run: Run, sample: str) -> None:
    found = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--legs", "--ablate", "--json").json()
    whole = found["questions"]["all"]
    for name in ("nDCG@10", "hit@1", "recall@10"):
        assert found["legs"]["hybrid"][name] == found["parts"]["whole"][name] == pytest.approx(whole[name])
    assert found["legs"]["dense"]["nDCG@10"] == found["parts"]["no lexical leg"]["nDCG@10"]
    gained = found["legs: gained, 95 % interval"]["hybrid - dense: nDCG@10"]
    assert gained["gain"] == pytest.approx(whole["nDCG@10"] - found["legs"]["dense"]["nDCG@10"])
    assert "whole - no dense leg: hit@1" in found["parts: gained, 95 % interval"]


def test_the_worst_questions_and_the_thresholds_are_shown_on_request(run: Run, sample: str) -> None:
    ended = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--worst", "2", "--curve")
    assert "absent and junk refused" in ended.out
    assert [line[:2] for line in ended.out.splitlines() if ", nDCG@10 " in line] == ["1.", "2."]
    assert "   first: " in ended.out
    found = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--worst", "2", "--json").json()
    assert len(found["worst"]) == 2
    assert found["worst"][0]["nDCG@10"] <= found["worst"][1]["nDCG@10"]


def test_no_lost_motion_of_the_sample_is_presented_as_carried(run: Run, sample: str) -> None:
    figures = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--json").json()["questions"]["all"]
    assert (figures["must not quote"], figures["lost as carried"]) == (0, 0)


def test_decisions_give_a_table_by_corpus_and_the_file_of_predictions(run: Run, sample: str, tmp_path: Path) -> None:
    ended = run("evaluate", "decisions", DECISIONS, "--archive", sample, "--out", tmp_path / "predicted.jsonl", "--json")
    table = ended.json()["decisions"]
    assert set(table) == {"all", *(folder.name for folder in SAMPLE.iterdir() if folder.is_dir())}
    assert table["all"]["lost as carried"] == 0
    assert table["all"]["F1"] > 0.5
    assert (tmp_path / "predicted.jsonl").read_text(encoding="utf-8") == run("decisions", "--json", "--archive", sample).out


@needs_scorers
def test_our_figures_of_questions_are_those_of_the_shared_scorer(run: Run, sample: str, tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    ours = run("evaluate", "questions", QUESTIONS, "--archive", sample, "--out", results, "--json").json()["questions"]["all"]
    theirs = scored("score_questions.py", tmp_path, QUESTIONS, results)["summary"]["ALL"]
    names = {
        "hit@1": "hit@1",
        "recall@10": "rec@10",
        "nDCG@10": "nDCG@10",
        "MRR@10": "MRR@10",
        "cited": "ans",
        "outcome": "outcome",
    }
    assert {name: ours[name] for name in names} == pytest.approx({name: theirs[other] for name, other in names.items()}, abs=0.01)
    assert ours["must quote"] == pytest.approx(theirs["mustQ"], abs=0.01)
    assert ours["wrongly refused"] == theirs["wrongRef"][0]


@needs_scorers
def test_our_figures_of_decisions_are_those_of_the_shared_scorer(run: Run, sample: str, tmp_path: Path) -> None:
    predicted = tmp_path / "predicted.jsonl"
    ours = run("evaluate", "decisions", DECISIONS, "--archive", sample, "--out", predicted, "--json").json()["decisions"]["all"]
    theirs = scored("score_decisions.py", tmp_path, DECISIONS, predicted, "--corpus", SAMPLE)["all"]
    names = {"precision": "precision", "recall": "recall", "F1": "f1", "outcome": "outcome", "tally": "tally", "mover": "mover"}
    assert {name: ours[name] for name in names} == pytest.approx({name: theirs[other] for name, other in names.items()}, abs=0.01)


def scored(scorer: str, folder: Path, *arguments: Path | str) -> dict[str, Any]:
    """What the shared scorer finds, run as people run it."""
    out = folder / "scored.json"
    command = [sys.executable, str(SCORERS / scorer), *map(str, arguments), "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def test_a_collection_gives_three_modes_and_what_the_fusion_gains(run: Run, tmp_path: Path) -> None:
    subjects = ("harbour bridge", "village hall roof", "car park charges", "library opening hours")
    texts = [{"_id": f"t{number}", "title": subject, "text": "The council talked."} for number, subject in enumerate(subjects)]
    folder = written(
        tmp_path / "collection",
        {
            "corpus.jsonl": "\n".join(json.dumps(text) for text in texts),
            "queries.jsonl": '{"_id": "q1", "text": "the roof of the hall"}\n{"_id": "q2", "text": "opening the library"}\n',
            "qrels/test.tsv": "query-id\tcorpus-id\tscore\nq1\tt1\t1\nq2\tt3\t1\n",
        },
    )
    found = run("evaluate", "beir", folder, "--model", "hashing", "--json").json()
    assert {mode: row["queries"] for mode, row in found["collection"].items()} == {"lexical": 2, "dense": 2, "hybrid": 2}
    assert found["collection"]["lexical"]["nDCG@10"] == 1.0
    assert all(row["p50 ms"] <= row["p95 ms"] for row in found["collection"].values())
    assert (found["model"], found["texts"]) == ("hashing", 4)
    shown = run("evaluate", "beir", folder, "--model", "hashing")
    assert shown.code == 0
    assert "hybrid - lexical" in shown.out


@pytest.mark.parametrize("measure", ["questions", "decisions", "beir"])
def test_gold_that_is_not_there_is_one_sentence(run: Run, sample: str, measure: str) -> None:
    archive = () if measure == "beir" else ("--archive", sample)
    ended = run("evaluate", measure, "nowhere", *archive)
    assert (ended.code, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 1
    assert "cannot be read" in ended.err


def test_results_that_cannot_be_written_are_one_sentence(run: Run, sample: str, tmp_path: Path) -> None:
    ended = run("evaluate", "decisions", DECISIONS, "--archive", sample, "--out", tmp_path / "none" / "predicted.jsonl")
    assert ended.code == 1
    assert "predicted.jsonl cannot be written (No such file or directory): name another file with --out" in ended.err
