"""Which letters are the glyph numbers of a font without a map?

Takes an open PDF, gives fonts that name glyphs by number and lack the map to letters (ISO 32000-1, 9.10.3) the map that
their text proves. Touches no font that has a map of its own, and none whose text does not become words by it; never guesses a
single letter. With `pdf.py` the only file that imports pypdf.

A producer that does not renumber glyphs leaves them in the font's own order, and the fonts that council offices write in share one:
Apple's standard order without its no-break space, so that glyph 3 is the space, 36 is A, 68 is a, and 182 the apostrophe. Without a
map pypdf takes the numbers for letters, 29 places too low: "Clerk’s" is read `&OHUN¶V`. In five of 22 minutes of one parish every
line with an apostrophe was like this, headings among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field

from pypdf import PageObject
from pypdf import PdfReader
from pypdf.generic import DecodedStreamObject
from pypdf.generic import DictionaryObject
from pypdf.generic import NameObject
from pypdf.generic import PdfObject
from pypdf.generic import StreamObject

from ingest.reading.legibility import FAMILIAR
from ingest.reading.legibility import familiar_pairs

_ASCII = range(3, 98)
_ASCII_OFFSET = 29
_MAC_BEFORE_THE_SPACE = range(98, 172)
_MAC_AFTER_THE_SPACE = range(172, 190)
_BULLET = 120
_SYMBOL_FONTS = ("Symbol", "SymbolMT")
_FEWEST_PAIRS = 8
_HEX = "<{:04X}> <{}>"
_MAP = "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{} beginbfchar\n{}\nendbfchar"


@dataclass(slots=True)
class _Mute:
    """The fonts of one document that lack a map, and all that is written in them, as pypdf reads it."""

    letters: list[DictionaryObject] = field(default_factory=list)
    symbols: list[DictionaryObject] = field(default_factory=list)
    written: list[str] = field(default_factory=list)


def give_maps(reader: PdfReader) -> None:
    """Give every font without a map the common order of glyphs, if what is written in these fonts is words by it and is not now."""
    mute = _Mute()
    for page in reader.pages:
        fonts = [font for font in _fonts(page) if _lacks_map(font)]
        for font in fonts:
            _remember(font, mute)
        if any(font in mute.letters for font in fonts):
            _listen(page, mute)
    if spelt(written := "".join(mute.written)) != written:
        for font in mute.letters:
            _set_map(font, {glyph: letter for glyph in range(3, 190) if (letter := letter_of(glyph))})
        for font in mute.symbols:
            _set_map(font, {_BULLET: "\uf0b7"})


def placed(page: PageObject) -> Iterator[DictionaryObject]:
    """Yield the pictures and drawings placed on a page, those within drawings included."""
    waiting, seen = [_at(page, "/Resources")], set[int]()
    while waiting:
        resources = waiting.pop()
        for drawing in _values(_at(resources, "/XObject")) if isinstance(resources, DictionaryObject) else ():
            if id(drawing) not in seen:  # drawings may hold each other
                seen.add(id(drawing))
                waiting.append(_at(drawing, "/Resources"))
                yield drawing


def letter_of(glyph: int) -> str | None:
    """Return what a glyph number stands for in the common order; `None` where fonts differ."""
    if glyph in _ASCII:
        return chr(glyph + _ASCII_OFFSET)
    if glyph in _MAC_BEFORE_THE_SPACE:
        return bytes((glyph + 30,)).decode("mac_roman")
    return bytes((glyph + 31,)).decode("mac_roman") if glyph in _MAC_AFTER_THE_SPACE else None


def spelt(written: str) -> str:
    """Return text in glyph numbers as the letters they stand for; the text itself where that does not make it words."""
    spelling = "".join(letter_of(ord(sign)) or sign for sign in written)
    pairs, known = familiar_pairs(spelling)
    before, known_before = familiar_pairs(written)
    is_language = pairs >= _FEWEST_PAIRS and known >= FAMILIAR * pairs
    was_language = known_before * pairs >= known * before if before else False
    return spelling if is_language and not was_language else written


def _fonts(page: PageObject) -> Iterator[DictionaryObject]:
    """Yield the fonts of a page, those of the drawings placed on it included."""
    for holder in (page, *placed(page)):
        resources = _at(holder, "/Resources")
        if isinstance(resources, DictionaryObject):
            yield from _values(_at(resources, "/Font"))


def _at(holder: DictionaryObject, name: str) -> PdfObject | None:
    value = holder.get(name)
    return value.get_object() if isinstance(value, PdfObject) else None


def _values(named: object) -> Iterator[DictionaryObject]:
    if isinstance(named, DictionaryObject):
        resolved = (_at(named, name) for name in named)
        yield from (value for value in resolved if isinstance(value, DictionaryObject))


def _lacks_map(font: DictionaryObject) -> bool:
    is_numbered = (str(_at(font, "/Subtype")), str(_at(font, "/Encoding"))) == ("/Type0", "/Identity-H")
    return is_numbered and not isinstance(_at(font, "/ToUnicode"), StreamObject)


def _remember(font: DictionaryObject, mute: _Mute) -> None:
    is_symbol = str(_at(font, "/BaseFont")).lstrip("/").rpartition("+")[2] in _SYMBOL_FONTS
    kept = mute.symbols if is_symbol else mute.letters
    if not any(font is one for one in kept):
        kept.append(font)


def _listen(page: PageObject, mute: _Mute) -> None:
    names = {str(_at(font, "/BaseFont")) for font in mute.letters}

    def heard(text: str, _matrix: object, _text_matrix: object, font: object, _size: object) -> None:
        if isinstance(font, DictionaryObject) and _lacks_map(font) and str(_at(font, "/BaseFont")) in names:
            mute.written.append(text)

    page.extract_text(visitor_text=heard)


def _set_map(font: DictionaryObject, letters: dict[int, str]) -> None:
    lines = "\n".join(_HEX.format(glyph, letter.encode("utf-16-be").hex().upper()) for glyph, letter in letters.items())
    made = DecodedStreamObject()
    made.set_data(
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{len(letters)} beginbfchar\n{lines}\nendbfchar".encode()
    )
    font[NameObject("/ToUnicode")] = made
