"""Which agenda items may answer at all?

Takes an archive, a `Query` and `Filters`, gives the one `Selection` that both legs search: what the filters and the operators
allow, what holds every phrase and one of each of the alternatives, and nothing that holds what is excluded. Words are looked for
in the whole agenda item: one passage of it may hold the phrase and another the vote, so an item is in or out with all its chunks.
`None` where nothing narrows. Ranks nothing; reference numbers exclude nothing, they only come first.

    selection_of(archive, query, filters) -> Selection | None          asked_of(archive, query) -> Filters
"""

from __future__ import annotations

from collections.abc import Sequence

from index.passages import Filters
from index.passages import Selection
from index.ports import Archive
from search_api.operators import held_filters
from search_api.query import Exact
from search_api.query import Query


def asked_of(archive: Archive, query: Query) -> Filters:
    """Return what the operators ask for, by the names held; raises `UnknownValueError` for a name that matches none."""
    if not (query.asked.councils or query.asked.bodies):
        return query.asked
    return held_filters(query.asked, archive.register.coverage(Filters()))


def selection_of(archive: Archive, query: Query, filters: Filters) -> Selection | None:
    """Return the chunks that may be found, ids ascending, or `None` for all of them; raises `UnknownValueError`."""
    within: Selection | None = None
    for wanted in (filters, asked_of(archive, query)):
        if wanted:
            within = _both(within, archive.catalogue.select(wanted))
    for group in (*((phrase,) for phrase in query.phrases), *query.alternatives):
        within = _both(within, _holding(archive, group, within))
    if query.excluded:
        allowed = archive.catalogue.select(Filters()) if within is None else within
        barred = frozenset(_holding(archive, query.excluded, within).chunk_ids)
        within = Selection(tuple(chunk_id for chunk_id in allowed.chunk_ids if chunk_id not in barred))
    return within


def _holding(archive: Archive, any_of: Sequence[Exact], within: Selection | None) -> Selection:
    """Return the chunks of the agenda items that hold at least one of these."""
    everything = archive.manifest.counts.chunks
    found = {hit.chunk_id for exact in any_of for hit in archive.lexical.phrase(exact.tokens, everything, within)}
    return archive.catalogue.beside(sorted(found))


def _both(first: Selection | None, second: Selection) -> Selection:
    if first is None:
        return second
    allowed = frozenset(second.chunk_ids)
    return Selection(tuple(chunk_id for chunk_id in first.chunk_ids if chunk_id in allowed))
