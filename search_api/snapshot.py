"""Which generation answers now?

Opens the archive and the model that it names, and keeps both until another generation is committed: before each question the
manifest, one small file, is read again. A request that is under way keeps the Searcher it was given, so a commit never moves the
ground under it. An archive that is not there yet is looked for again at the next question.
"""

from __future__ import annotations

import gc
from threading import Lock

from index.manifest import Manifest
from index.opening import committed_manifest
from index.opening import open_archive
from index.opening import open_embedder
from index.passages import Filters
from index.ports import Embedder
from index.settings import ArchiveSettings
from search_api.query import parse_query
from search_api.search import Searcher
from search_api.settings import SearchSettings

_FIRST, _MISSPELT = "what was decided on the budget", "budjet"


def open_searcher(archive: ArchiveSettings, search: SearchSettings, embedder: Embedder | None = None) -> Searcher:
    """Open the archive with the model it was built with; `embedder` is used again where it is that model.

    Raises `MissingArchiveError` and the other archive errors, `ModelFilesError`, and `WrongModelError` where the model of that name
    has other weights now.
    """
    opened = open_archive(archive.address)
    wanted = opened.manifest.model
    if embedder is None or embedder.identity != wanted:
        embedder = open_embedder(wanted.name)
    searcher = Searcher(opened, embedder, search)
    _ask_once(searcher)
    # what is loaded now stays: looked through again, it stops a search for a quarter of a second
    gc.collect()
    gc.freeze()
    return searcher


def _ask_once(searcher: Searcher) -> None:
    """Ask what nobody waits for: a first question makes the model ready, and a misspelt word has the words of the archive read."""
    searcher.search(parse_query(_FIRST), Filters())
    searcher.archive.vocabulary.similar(_MISSPELT, 1)


class Snapshot:
    """Gives every request the Searcher of the newest generation; may be shared between threads."""

    def __init__(self, archive: ArchiveSettings, search: SearchSettings) -> None:
        self._archive = archive
        self._search = search
        self._searcher: Searcher | None = None
        self._opening = Lock()

    @property
    def address(self) -> str:
        """Return where the archive is."""
        return self._archive.address

    def current(self) -> Searcher:
        """Return the Searcher of the committed generation, opened now if it is a new one; raises the archive errors."""
        committed = committed_manifest(self._archive.address)
        held = self._searcher
        if held is not None and held.archive.manifest == committed:
            return held
        # while one request opens the new generation, the others go on with the one before
        if not self._opening.acquire(blocking=held is None) and held is not None:
            return held
        try:
            return self._opened(committed)
        finally:
            self._opening.release()

    def _opened(self, committed: Manifest) -> Searcher:
        held = self._searcher
        if held is None or held.archive.manifest != committed:
            held = open_searcher(self._archive, self._search, held.embedder if held else None)
            self._searcher = held
        return held
