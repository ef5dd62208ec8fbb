"""Which letters can every file hold?

A page read from a damaged file may hold control characters, which neither XML nor a spreadsheet takes. Each is shown as its picture
(Unicode's Control Pictures, U+2400), so that nothing of a quotation is dropped and every one can be told. Changes nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping

_KEPT = "\n\t"
_FIRST_PICTURE = 0x2400
_DELETE, _DELETE_PICTURE = 0x7F, 0x2421

PICTURES: Mapping[int, int] = {
    **{code: _FIRST_PICTURE + code for code in range(0x20) if chr(code) not in _KEPT},
    _DELETE: _DELETE_PICTURE,
    # not printable either, and without pictures of their own: NEXT LINE as "newline", the non-characters as "substitute"
    0x85: 0x2424,
    0xFFFE: 0x2426,
    0xFFFF: 0x2426,
}
"""What each letter that no file can hold is shown as."""


def printable(text: str) -> str:
    """Return text with every control character but tab and line end shown as its picture."""
    return text.translate(PICTURES)
