"""What does a briefing look like in Word?

Takes an empty file of Word, gives it paper, styles and language: what is quoted is set in from the margin with a rule beside it and
letters of another kind; what is ours is small and grey, dark enough to be read. Writes no words.
"""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.shared import Length
from docx.shared import Pt
from docx.shared import RGBColor
from docx.styles.style import ParagraphStyle

OURS = "Our Words"
LEAD = "Whose Words"
SOURCE = "List Number"
QUOTED_WORDS = "Quoted Words"

_GREY = RGBColor(0x50, 0x50, 0x50)
_INK = RGBColor(0, 0, 0)
_SANS, _SERIF = "Calibri", "Cambria"
_LANGUAGE = "en-GB"
_BEFORE_TITLE = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl")
"""What must stand after the borders of a paragraph, as the schema of Word orders it."""


def prepare(file: WordFile) -> None:
    """Set paper, language and styles."""
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.6)
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)
    _drop_tables(file)
    _paragraphs(file)
    _headings(file)
    file.styles.add_style(QUOTED_WORDS, WD_STYLE_TYPE.CHARACTER)


def _drop_tables(file: WordFile) -> None:
    """Take out the hundred styles of tables: there are none here, and each name of a style is looked for among all of them."""
    for style in list(file.styles):
        if style.type is WD_STYLE_TYPE.TABLE and not style.element.default:
            style.delete()


def _paragraphs(file: WordFile) -> None:
    _style(file, "Normal", _SANS, Pt(10), colour=_INK, after=Pt(2))
    _style(file, OURS, _SANS, Pt(8.5), colour=_GREY, after=Pt(4))
    lead = _style(file, LEAD, _SANS, Pt(9), colour=_INK, after=Pt(1))
    lead.font.bold = True
    lead.paragraph_format.space_before = Pt(3)
    lead.paragraph_format.keep_with_next = True
    _style(file, SOURCE, _SANS, Pt(8), colour=_GREY, after=Pt(1))
    quote = _style(file, "Quote", _SERIF, Pt(10), colour=_INK, after=Pt(1))
    quote.font.italic = False
    quote.paragraph_format.left_indent = Cm(0.7)
    _rule_beside(quote)


def _headings(file: WordFile) -> None:
    for name, size, before in (("Title", Pt(16), Pt(0)), ("Heading 1", Pt(12), Pt(7)), ("Heading 2", Pt(10), Pt(5))):
        style = _style(file, name, _SANS, size, colour=_INK, after=Pt(2))
        style.paragraph_format.space_before = before
    _style(file, "Heading 3", _SANS, Pt(9.5), colour=_INK, after=Pt(1)).paragraph_format.space_before = Pt(3)


def _style(file: WordFile, name: str, face: str, size: Length, *, colour: RGBColor, after: Length) -> ParagraphStyle:
    """Return a paragraph style of this look, made where the file has none of this name."""
    held = {style.name for style in file.styles}
    style = file.styles[name] if name in held else file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.font.name, style.font.size = face, size
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        style.element.rPr.rFonts.attrib.pop(qn(f"w:{theme}"), None)
    style.font.color.rgb = colour
    style.paragraph_format.space_after = after
    style.paragraph_format.line_spacing = 1.0
    return style


def _rule_beside(style: ParagraphStyle) -> None:
    """Draw a rule at the left of every paragraph of this style."""
    borders, left = OxmlElement("w:pBdr"), OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "8"), ("color", "808080")):
        left.set(qn(f"w:{name}"), value)
    borders.append(left)
    style.element.get_or_add_pPr().insert_element_before(borders, *_BEFORE_TITLE)
