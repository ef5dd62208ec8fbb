"""Here are tokens: which chunks hold them?

The keyword leg as a tantivy index of our own tokens, joined by spaces and split at spaces, so that building and asking cannot
differ. Takes tokens and ids; never sees a person's string, since tantivy's query parser reaches other fields and can crash the
process. The index is always built anew from the catalogue: tantivy's BM25 counts deleted chunks until segments happen to merge,
and an archive must answer the same whether a document was removed or never there (30,000 chunks a second, measured).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from typing import cast

import tantivy
from tantivy import Occur
from tantivy import Query

from index.errors import DamagedArchiveError
from index.errors import UnwritableArchiveError
from index.local import bm25
from index.local.ties import best
from index.passages import Ranking
from index.passages import Scored
from index.passages import Selection
from index.passages import WordPlaces

_ID = "id"
_WORDS = "words"
_SPLITTER = "minutebook_spaces"
_HEAP = 128_000_000
_MANY = 1000
"""Ids that the engine is given to look for: at 5 µs each, more of them cost more than passing over what is not wanted."""

_LOCKS = (".tantivy-writer.lock", ".tantivy-meta.lock")


def build(folder: Path, chunks: Iterable[tuple[int, str]], where: str) -> None:
    """Write the index of these chunks, each an id and its tokens joined by spaces, ids ascending.

    Raises `UnwritableArchiveError` naming the archive at `where`.
    """
    folder.mkdir()
    try:
        _write(folder, chunks)
    except ValueError as error:
        raise UnwritableArchiveError(where, f"keyword index: {error}") from error
    for name in _LOCKS:
        (folder / name).unlink(missing_ok=True)
    for path in folder.iterdir():
        # tantivy keeps some files to their owner; whoever may read the archive may read all of it.
        path.chmod(folder.stat().st_mode & 0o666)


def _write(folder: Path, chunks: Iterable[tuple[int, str]]) -> None:
    fields = (
        tantivy.SchemaBuilder().add_integer_field(_ID, indexed=True, fast=True).add_text_field(_WORDS, tokenizer_name=_SPLITTER)
    )
    index = tantivy.Index(fields.build(), str(folder))
    _register(index)
    # One thread keeps the chunks in the order given, so that equal scores come in the order of ids.
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for chunk_id, words in chunks:
        writer.add_document(tantivy.Document(**{_ID: chunk_id, _WORDS: words}))
    writer.commit()
    writer.wait_merging_threads()


def _register(index: tantivy.Index) -> None:
    # A tokenizer is not stored with the index: it must be named again at every opening.
    index.register_tokenizer(_SPLITTER, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())


def _opened(folder: Path) -> tuple[tantivy.Schema, tantivy.Searcher]:
    # tantivy puts a lock file beside what it opens, which a reader of a folder that is not its own may not do. It opens links to
    # the files instead, in a folder that can go again at once: by then it has mapped them into memory. Its own thread may still be
    # letting go of the lock then, and a folder of dead links left behind harms nobody.
    with TemporaryDirectory(prefix="minutebook-", ignore_cleanup_errors=True) as aside:
        for path in folder.iterdir():
            (Path(aside) / path.name).symlink_to(path.resolve())
        index = tantivy.Index.open(aside)
        _register(index)
        # A generation never changes, so nothing need watch it.
        index.config_reader("manual")
        index.reload()
        return index.schema, index.searcher()


class LocalLexical:
    """A `LexicalIndex` over one folder."""

    def __init__(self, folder: Path, where: str) -> None:
        try:
            self._schema, self._searcher = _opened(folder)
        except ValueError as error:
            raise DamagedArchiveError(where, f"its keyword index cannot be opened: {error}") from error
        self._usual: float | None = None

    def search(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return the chunks that hold any token."""
        return self._ranking(self._any(tokens), k, within) if tokens else ()

    def phrase(self, tokens: Sequence[str], k: int, within: Selection | None) -> Ranking:
        """Return the chunks that hold the tokens in a row; a phrase of one token is that token."""
        if len(tokens) <= 1:
            return self.search(tokens, k, within)
        return self._ranking(Query.phrase_query(self._schema, _WORDS, list(tokens)), k, within)

    def weigh(self, tokens: Sequence[str], held: Mapping[int, WordPlaces]) -> Mapping[str, Mapping[int, float]]:
        """Return what each token adds to the score of each chunk; a token that stands nowhere adds nothing."""
        everything = self._searcher.num_docs
        rarity = {token: bm25.rarity(count, everything) for token, count in self.frequencies(tokens).items() if count}
        worth: dict[str, dict[int, float]] = {token: dict.fromkeys(held, 0.0) for token in tokens}
        mean = self._mean_length(next(iter(rarity))) if rarity else 0.0
        for chunk_id, one in held.items():
            for token, stands in one.places.items():
                if token in rarity:
                    worth[token][chunk_id] = rarity[token] * bm25.weight(len(stands), one.length, mean)
        return worth

    def frequencies(self, tokens: Sequence[str]) -> Mapping[str, int]:
        """Return how many chunks hold each token."""
        return {token: self._searcher.doc_freq(_WORDS, token) for token in tokens}

    def _mean_length(self, token: str) -> float:
        """Return how many tokens a chunk has on average, which the engine tells only by explaining a score: here, of this token."""
        if self._usual is None:
            query = Query.term_query(self._schema, _WORDS, token)
            [(_, address)] = self._searcher.search(query, 1, count=False).hits
            score = json.loads(query.explain(self._searcher, address).to_json())
            self._usual = next(part["value"] for part in _parts_of(score) if part["description"].startswith("avgdl"))
        return self._usual

    def _any(self, tokens: Sequence[str]) -> Query:
        return Query.boolean_query([(Occur.Should, Query.term_query(self._schema, _WORDS, token)) for token in tokens])

    def _ranking(self, query: Query, k: int, within: Selection | None) -> Ranking:
        if within is None:
            return best(lambda wanted: self._hits(query, wanted), k, self._searcher.num_docs)
        held = min(len(within.chunk_ids), self._searcher.num_docs)
        if held > _MANY:
            return best(partial(self._hits_within, query, frozenset(within.chunk_ids)), k, held)
        # The ids are a filter: they must not add to the score.
        allowed = Query.const_score_query(Query.term_set_query(self._schema, _ID, list(within.chunk_ids)), 0.0)
        both = Query.boolean_query([(Occur.Must, query), (Occur.Must, allowed)])
        return best(lambda wanted: self._hits(both, wanted), k, held)

    def _hits_within(self, query: Query, allowed: frozenset[int], wanted: int) -> list[Scored]:
        """Return the best `wanted` that are allowed, by asking for more of all until enough of them are."""
        everything = self._searcher.num_docs
        asked = wanted * everything // len(allowed)
        while True:
            asked = min(2 * asked, everything)
            hits = [hit for hit in self._hits(query, asked) if hit.chunk_id in allowed]
            if len(hits) >= wanted or asked == everything:
                return hits[:wanted]

    def _hits(self, query: Query, wanted: int) -> list[Scored]:
        hits = self._searcher.search(query, wanted, count=False).hits
        chunk_ids = cast("list[int]", self._searcher.fast_field_values(_ID, [address for _, address in hits]))
        return [Scored(chunk_id, score) for chunk_id, (score, _) in zip(chunk_ids, hits, strict=True)]


def _parts_of(score: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the parts of an explained score, and theirs."""
    for part in score.get("details", ()):
        yield part
        yield from _parts_of(part)
