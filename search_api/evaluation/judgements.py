"""Who judged what to be right?

Reads gold files: questions with the places that answer them, agenda items with their decision limbs, and collections in the
layout of BEIR (Thakur et al. 2021). A predicted limb has the same shape as a gold one, so both are read here. A line that
cannot be understood stops the reading and says which line it is; nothing is skipped.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from typing import TypeVar

from index.errors import ArchiveError

Row = TypeVar("Row")
SIDES = ("for", "against", "abstained")


class GoldError(ArchiveError):
    """A gold file that cannot be read or understood."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}; FORMAT.md beside the gold files says what a line must hold")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that answers a question (grade 2) or is useful context (grade 1)."""

    document: str
    quote: str
    grade: int = 2


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, the places that answer it, and what its answer must and must not hold. `None` is not scored.

    `style` is how it is put (paraphrase, exact, plain), for the breakdown; older gold files do not say.
    """

    id: str
    kind: str
    text: str
    answerable: bool
    places: tuple[Place, ...] = ()
    outcome: str | None = None
    tally: Mapping[str, int] | None = None
    must_quote: tuple[str, ...] = ()
    must_not_quote: tuple[str, ...] = ()
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Limb:
    """A decision limb, gold or predicted. `names` are the voters on each side; `alternatives` other texts of the same."""

    text: str
    force: str | None = None
    outcome: str | None = None
    printed_vote: str | None = None
    tally: tuple[int | None, ...] = (None, None, None)
    mover: str | None = None
    seconder: str | None = None
    names: tuple[tuple[str, ...], ...] = ((), (), ())
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldItem:
    """A labelled agenda item: from its first words to its last, and what was decided in it."""

    id: str
    document: str
    start: str
    end: str
    limbs: tuple[Limb, ...]
    ignored: tuple[str, ...] = ()

    @property
    def corpus(self) -> str:
        """Return the top folder of its document, by which figures are broken down."""
        return self.document.split("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Collection:
    """A test collection: texts by id with their titles, queries by id, and the graded ids of each judged query."""

    name: str
    texts: Mapping[str, tuple[str, str]]
    queries: Mapping[str, str]
    grades: Mapping[str, Mapping[str, int]]


def read_questions(path: Path) -> tuple[GoldQuestion, ...]:
    """Read questions-*.jsonl; raises `GoldError`."""
    return tuple(read_lines(path, _question))


def read_items(path: Path) -> tuple[GoldItem, ...]:
    """Read decisions-*.jsonl; raises `GoldError`."""
    return tuple(read_lines(path, _item))


def read_collection(folder: Path) -> Collection:
    """Read corpus.jsonl, queries.jsonl and qrels/test.tsv of a folder; raises `GoldError`."""
    texts = dict(read_lines(folder / "corpus.jsonl", lambda row: (row["_id"], (row.get("title") or "", row["text"]))))
    queries = dict(read_lines(folder / "queries.jsonl", lambda row: (row["_id"], row["text"])))
    grades = _qrels(folder / "qrels" / "test.tsv")
    unknown = sorted({*grades}.difference(queries))
    if unknown:
        raise GoldError(folder, f"qrels/test.tsv judges queries that queries.jsonl does not hold: {', '.join(unknown[:5])}")
    return Collection(folder.name, texts, queries, grades)


def read_limb(row: Mapping[str, Any]) -> Limb:
    """Read a limb in the shape that gold files and `decisions --json` share."""
    tally, voters = row.get("tally") or {}, row.get("recorded_vote") or {}
    return Limb(
        text=row["text"],
        force=row.get("force"),
        outcome=row.get("outcome"),
        printed_vote=row.get("printed_vote"),
        tally=tuple(tally.get(side) for side in SIDES),
        mover=row.get("mover"),
        seconder=row.get("seconder"),
        names=tuple(tuple(voters.get(side) or ()) for side in SIDES),
        alternatives=tuple(row.get("alt") or ()),
    )


def read_lines(path: Path, kind: Callable[[Mapping[str, Any]], Row]) -> Iterator[Row]:
    """Give what `kind` makes of each line that is not empty; raises `GoldError`, which says which line it is."""
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            yield kind(json.loads(line))
        except ValueError as error:
            raise GoldError(path, f"line {number} is not JSON ({error})") from error
        except (KeyError, TypeError, AttributeError) as error:
            raise GoldError(path, f"line {number} lacks or misuses a field ({error})") from error


def _question(row: Mapping[str, Any]) -> GoldQuestion:
    expected = row.get("expect") or {}
    figures = {side: expected[side] for side in SIDES if expected.get(side) is not None}
    places = (Place(place["document"], place["quote"], place.get("grade", 2)) for place in row.get("relevant") or ())
    return GoldQuestion(
        id=row["id"],
        kind=row["kind"],
        text=row["question"],
        answerable=row["answerable"],
        places=tuple(places),
        outcome=expected.get("outcome"),
        tally=figures or None,
        must_quote=tuple(expected.get("must_quote") or ()),
        must_not_quote=tuple(expected.get("must_not_quote") or ()),
        style=row.get("style"),
    )


def _item(row: Mapping[str, Any]) -> GoldItem:
    limbs = tuple(read_limb(limb) for limb in row["decisions"])
    edges = row["item"]
    return GoldItem(row["id"], row["document"], edges["start"], edges["end"], limbs, tuple(row.get("ignore") or ()))


def _qrels(path: Path) -> Mapping[str, Mapping[str, int]]:
    grades: dict[str, dict[str, int]] = {}
    for row in csv.DictReader(_lines(path), delimiter="\t"):
        try:
            grades.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
        except (KeyError, TypeError, ValueError) as error:
            raise GoldError(path, f"not a table of query-id, corpus-id and score ({error})") from error
    return grades


def _lines(path: Path) -> Sequence[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(path, f"cannot be read ({error})") from error
