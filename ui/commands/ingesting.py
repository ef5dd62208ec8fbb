"""`minutebook ingest`: read a folder into an archive, and say what became of each file.

Takes the folder and what was stated about its files, shows a bar while it reads, prints a report at the end. Refused files are
named with what is wrong and what to do, and make the exit code 3; the rest of the folder is in the archive all the same.
"""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import asdict
from typing import TypeVar

from index.opening import open_embedder
from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts
from ingest.pipeline import run_ingest
from ingest.report import IngestReport
from ingest.report import Progress
from ui.output import print_json
from ui.progress import bar
from ui.progress import spinner
from ui.sentences import safe
from ui.settings import archive_settings
from ui.settings import ingest_settings

T = TypeVar("T")
SOME_REFUSED = 3


_FEW_KERNELS = ("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "32")
"""torch keeps a kernel for each shape of a batch, a thousand of them: over 45,000 passages that was 2 GB and no quicker."""


def ingest(given: Namespace) -> int:
    """Ingest the folder; 0 when every file is in, 3 when some were refused."""
    archive, settings = archive_settings(given), ingest_settings(given)
    with spinner("Opening the model"):
        os.environ.setdefault(*_FEW_KERNELS)
        embedder = open_embedder(archive.model)
    with bar("Starting") as told:

        def show(progress: Progress) -> None:
            told(progress.done, progress.total, progress.stage)

        report = run_ingest(
            given.folder, archive.address, embedder, settings, stated=_facts(given), rebuild=given.rebuild, progress=show
        )
    if given.json:
        print_json({"archive": archive.address, **asdict(report)})
    else:
        _show(report, archive.address)
    return 0 if report.complete else SOME_REFUSED


def _facts(given: Namespace) -> Facts:
    kind = DocumentKind(given.kind) if given.kind else None
    return Facts(_stated(given.council), _stated(given.body), _stated(given.date), _stated(kind))


def _stated(value: T | None) -> Stated[T]:
    return Stated() if value is None else Stated(value, Origin.FLAG)


def _show(report: IngestReport, address: str) -> None:
    kept = f"{report.new} new, {report.changed} changed, {report.gone} gone, {report.unchanged} unchanged"
    print(f"{kept}, {len(report.refused)} refused")
    for refusal in (*report.refused, *report.unread):
        print(safe(f"  {refusal.path}: {refusal.reason}; {refusal.remedy}"))
    if report.withheld_items or report.withheld_documents:
        print(f"Withheld because they are not open: {report.withheld_items} items, {report.withheld_documents} documents")
    around = ", ".join(f"{count} {name}" for name, count in asdict(report.around).items() if count)
    if around:
        print(f"Read around the decisions: {around}")
    counts = report.counts
    print(f"Embedded {report.embedded} passages, {report.reused} known from before; {report.seconds:.1f} seconds")
    print(
        f"The archive {address} holds {counts.documents} documents, {counts.meetings} meetings, {counts.items} agenda items, "
        f"{counts.limbs} clauses of decisions (generation {report.generation})"
    )
