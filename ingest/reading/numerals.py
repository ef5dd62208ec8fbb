"""How are list entries counted in letters and in Roman numerals?

Takes a number from 1 on, gives what browsers and Word print for it. Never counts: layout.py and word_numbers.py do.
"""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LETTERS = 26
ROMAN_ENDS = 4_000


def letters_of(number: int) -> str:
    """Return `a` for 1, `z` for 26, `aa` for 27, as browsers count lists."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + letter) + letters
    return letters


def roman_of(number: int) -> str:
    """Return `iv` for 4; a number from `ROMAN_ENDS` on has no numeral and stays in figures."""
    if number >= ROMAN_ENDS:
        return str(number)
    sign = ""
    for value, letters in _ROMAN:
        sign += letters * (number // value)
        number %= value
    return sign
