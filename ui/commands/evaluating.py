"""`minutebook evaluate`: how good is it, in numbers that anybody can check?

Takes gold files and an archive, or a collection of its own, writes what the shared scorers read, and prints our own figures in a
table. Judges by the rules of `search_api/evaluation`; changes no archive. Gold questions are asked in `evaluating_questions.py`.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from tempfile import TemporaryDirectory

from index.opening import open_archive
from index.opening import open_embedder
from index.passages import Filters
from search_api.evaluation.beir import build_archive
from search_api.evaluation.judgements import read_collection
from search_api.evaluation.judgements import read_items
from search_api.evaluation.labelled import score_items
from search_api.evaluation.retrieval import compare
from search_api.evaluation.retrieval import run_collection
from search_api.evaluation.rows import limb_rows
from search_api.search import Searcher
from search_api.settings import SearchSettings
from ui.commands.evaluating_questions import evaluate_questions
from ui.opening import opened
from ui.output import print_json
from ui.output import write_lines
from ui.progress import bar
from ui.progress import spinner
from ui.settings import archive_settings
from ui.tables import Figures
from ui.tables import show_tables


def evaluate(given: Namespace) -> int:
    """Run the measure that was asked for."""
    return {"questions": evaluate_questions, "decisions": _decisions, "beir": _beir}[given.measure](given)


def _decisions(given: Namespace) -> int:
    items = read_items(given.gold)
    archive = opened(given)
    with spinner("Comparing"):
        rows = list(limb_rows(archive, Filters()))
        comparison = score_items(items, rows, archive)
    if given.out:
        write_lines(given.out, rows)
    _show(given, {"decisions": comparison.table()}, {"unplaced": list(comparison.unplaced)})
    return 0


def _beir(given: Namespace) -> int:
    collection = read_collection(given.folder)
    model = archive_settings(given).model
    with spinner("Opening the model"):
        embedder = open_embedder(model)
    with TemporaryDirectory(prefix="minutebook-") as folder:
        address = f"file:{folder}/archive"
        with bar("Embedding") as told:
            names = build_archive(collection, address, embedder, told)
        asked = Searcher(open_archive(address), embedder, SearchSettings(rerank="fusion"))  # a stranger's texts have no record
        with bar("Searching") as told:
            scores = run_collection(collection, asked, names, told)
    table = {mode.value: one.row() for mode, one in scores.items()}
    gains = {f"hybrid - {leg.value}": found.row() for leg, found in compare(scores).items() if found}
    _show(given, {collection.name: table, "nDCG@10 gained, 95 % interval": gains}, {"model": model, "texts": len(names)})
    return 0


def _show(given: Namespace, tables: Mapping[str, Mapping[str, Figures]], notes: Mapping[str, object]) -> None:
    if given.json:
        print_json({**tables, **notes})
    else:
        show_tables(tables, notes)
