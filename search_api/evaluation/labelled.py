"""How do the archive's decision clauses compare with the labelled agenda items?

Takes labelled items and the rows of `minutebook decisions`, places both in the stored pages of their document, and adds the
comparison up, for all and for each corpus. Predictions outside the labelled items are not looked at: nobody has judged them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.ids import document_of
from index.passages import Filters
from index.ports import Archive
from index.sources import SourceDocument
from search_api.evaluation.decisions import Placed
from search_api.evaluation.decisions import Totals
from search_api.evaluation.decisions import match
from search_api.evaluation.judgements import GoldItem
from search_api.evaluation.judgements import read_limb
from search_api.evaluation.placing import Stretch
from search_api.evaluation.placing import WordIndex
from search_api.evaluation.placing import item_stretch
from search_api.evaluation.rows import Row
from search_api.evaluation.wording import path_key
from search_api.places import find_documents

SLACK = 2
"""Words by which a clause may pass the end of its item: a full stop's worth of difference in where a label ends."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The totals of all items and of each corpus, and the items whose document or place the archive does not hold."""

    totals: Mapping[str, Totals]
    unplaced: tuple[str, ...]

    def table(self) -> dict[str, dict[str, float | None]]:
        """Return one line a corpus, all of them first."""
        return {name: totals.row() for name, totals in self.totals.items()}


def score_items(items: Iterable[GoldItem], rows: Iterable[Row], archive: Archive) -> Comparison:
    """Compare every labelled item with the rows that lie in it; an item that cannot be placed counts as missed."""
    documents = _documents(archive)
    rows_of: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        rows_of[path_key(row["document"])].append(row)
    totals: dict[str, Totals] = {"all": Totals()}
    unplaced: list[str] = []
    for path, group in groupby(sorted(items, key=_by_document), key=lambda item: path_key(item.document)):
        index = _word_index(archive, documents.get(path))
        placed = [_placed(row, index) for row in rows_of[path]]
        for item in group:
            stretch = item_stretch(item, index)
            inside = _inside(placed, stretch) if stretch else []
            unplaced.extend([] if stretch else [item.id])
            for name in ("all", item.corpus):
                totals.setdefault(name, Totals()).add(item, match(item, inside))
    return Comparison(totals, tuple(unplaced))


def _by_document(item: GoldItem) -> tuple[str, str]:
    return path_key(item.document), item.id


def _documents(archive: Archive) -> Mapping[str, SourceDocument]:
    listing = archive.register.items(Filters(), 0, None, decided=False)
    found = find_documents(archive.catalogue, list(dict.fromkeys(map(document_of, listing.item_ids))))
    return {path_key(document.path): document for document in found}


def _word_index(archive: Archive, document: SourceDocument | None) -> WordIndex:
    if document is None:
        return WordIndex(())
    keys = [(document.id, number) for number in range(1, document.page_count + 1)]
    return WordIndex(archive.catalogue.pages(keys).values())


def _placed(row: Row, index: WordIndex) -> Placed:
    return Placed(read_limb(row), index.at(row["span"]["page"], row["span"]["start"], row["text"]))


def _inside(placed: Sequence[Placed], stretch: Stretch) -> list[Placed]:
    item = Stretch(stretch.first, stretch.last + SLACK)
    return [one for one in placed if one.stretch in item]
