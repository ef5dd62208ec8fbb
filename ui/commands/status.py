"""`minutebook status`: what does the archive hold, and which settings are in force?

Takes the arguments typed, prints the committed state, whose meetings it covers, and every setting with who set it. Where there is
no archive to open, that is said in one line, the settings are shown all the same, and the exit code is 1.
"""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from index.errors import ArchiveError
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Coverage
from search_api.evaluation.rows import Row
from ui.output import print_json
from ui.sentences import looked_at
from ui.sentences import safe
from ui.settings import Table
from ui.settings import all_tables
from ui.settings import archive_settings


def status(given: Namespace) -> int:
    """Print the state of the archive and the settings."""
    address, tables = archive_settings(given).address, all_tables(given)
    archive, problem = _opened(address)
    coverage = archive.register.coverage(Filters()) if archive else None
    if given.json:
        holds = _row(archive, coverage) if archive and coverage else None
        print_json({"archive": address, "problem": problem, "holds": holds, "settings": _settings_row(tables)})
    else:
        print(safe(problem if archive is None or coverage is None else _held(address, archive, coverage)))
        print("\n".join(["", "Settings in force", *_settings_lines(tables)]))
    return 0 if archive else 1


def _opened(address: str) -> tuple[Archive | None, str]:
    try:
        return open_archive(address), ""
    except ArchiveError as error:
        return None, str(error)


def _row(archive: Archive, coverage: Coverage) -> Row:
    manifest = archive.manifest
    dates = (coverage.earliest, coverage.latest)
    return {
        "generation": manifest.generation,
        "committed": manifest.committed,
        "format": manifest.format,
        "reading": manifest.reading,
        "model": asdict(manifest.model),
        "counts": asdict(manifest.counts),
        "councils": list(coverage.councils),
        "bodies": list(coverage.bodies),
        "undated_meetings": coverage.undated,
        "earliest": dates[0].isoformat() if dates[0] else None,
        "latest": dates[1].isoformat() if dates[1] else None,
    }


def _held(address: str, archive: Archive, coverage: Coverage) -> str:
    manifest = archive.manifest
    counts = ", ".join(f"{count} {name}" for name, count in asdict(manifest.counts).items())
    lines = (
        f"Archive {address}, generation {manifest.generation}, committed {manifest.committed}",
        f"Model {manifest.model.name}, reading rules {manifest.reading}",
        f"Holds {counts}",
        f"Covers {looked_at(coverage)}",
        *("Councils:", *(f"  {council}" for council in coverage.councils)),
        *("Bodies:", *(f"  {body}" for body in coverage.bodies)),
    )
    return "\n".join(lines)


def _settings_row(tables: tuple[Table, ...]) -> Row:
    return {
        table.name: {
            key: {"value": value, "source": table.sources[key]} for key, value in table.values.model_dump(mode="json").items()
        }
        for table in tables
    }


def _settings_lines(tables: tuple[Table, ...]) -> list[str]:
    rows = ((table, key, value) for table in tables for key, value in table.values.model_dump(mode="json").items())
    return [f"  {table.name}.{key} = {value} ({table.sources[key]})" for table, key, value in rows]
