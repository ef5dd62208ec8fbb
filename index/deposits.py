"""May this be stored?

The last gate before any store, the same for every backend: a deposit must hang together, and no chunk may belong to an item that
is not open. Takes a deposit, raises when it is unfit, never repairs it: what reaches this gate wrongly is a fault further up.
"""

from __future__ import annotations

from index.errors import UnfitDepositError
from index.ports import Deposit
from index.restriction import may_be_indexed


def require_fit(deposit: Deposit, dimension: int) -> None:
    """Raise `UnfitDepositError` unless each chunk has vectors of `dimension`, every page is text that can be stored, and
    every chunk is of an open item here.
    """
    path = deposit.document.path
    if len(deposit.vectors) != len(deposit.chunks):
        raise UnfitDepositError(path, f"it has {len(deposit.chunks)} chunks and vectors for {len(deposit.vectors)}")
    for matrix in deposit.vectors:
        if not len(matrix) or matrix.shape != (len(matrix), dimension):
            raise UnfitDepositError(path, f"the vectors of a chunk have the shape {matrix.shape}, wanted (1 or more, {dimension})")
    for page in deposit.pages:
        if not _is_text(page.text):
            raise UnfitDepositError(path, f"page {page.number} holds half of a character, which is no text")
    open_items = {item.id for meeting in deposit.meetings for item in meeting.items if may_be_indexed(item.restriction)}
    for chunk in deposit.chunks:
        if chunk.item_id not in open_items:
            raise UnfitDepositError(path, f"a chunk belongs to {chunk.item_id}, which is not an open item of it")


def _is_text(words: str) -> bool:
    # Some PDF fonts map to a lone half of a surrogate pair; no encoding holds it, and neither does SQLite.
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True
