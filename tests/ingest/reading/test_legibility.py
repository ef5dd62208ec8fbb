"""What is language and what is not, whichever language of these islands it is; every text here is invented."""

from __future__ import annotations

import random
import string

import pytest

from ingest.reading.legibility import Legibility
from ingest.reading.legibility import legibility

MINUTES = """4. Clerk's Report
The Clerk presented her report. It was noted that the bench on Mill Lane had been mended and that the drains at Pound Corner
would be looked at by the district council in the spring. Councillor Ottershaw asked whether the insurers had been told.
RESOLVED: That the report be received and noted, and that a letter of thanks be sent to the volunteers."""

WELSH = """Penderfynwyd cymeradwyo cofnodion y cyfarfod blaenorol fel rhai cywir. Datganodd y Cynghorydd Llywarch fuddiant personol
yn eitem chwech ar y rhaglen, ac ymddiheurodd am ei habsenoldeb o'r bleidlais. Cynigiwyd ac eiliwyd bod y cyngor yn mabwysiadu'r
gyllideb ar gyfer y flwyddyn ariannol nesaf, a gofynnwyd i'r clerc ysgrifennu at yr awdurdod priffyrdd ynglŷn â'r llwybr."""

IRISH = """Moladh ag an gComhairleoir Ó Dubhagáin agus cuidíodh ag an gComhairleoir Ní Riordáin go nglacfaí leis na miontuairiscí.
D'fhiafraigh an Cathaoirleach den fheidhmeannach an mbeadh maoiniú ar fáil do na scéimeanna tithíochta sa cheantar bardasach."""

GAELIC = """Bha a' chomhairle a' beachdachadh air aithisg bhon stiùiriche mu sgoiltean. Dh'aontaich na buill gun deidheadh litir a
sgrìobhadh dhan riaghaltas mu dheidhinn nan rathaidean. Ghabh an neach-cathrach ri leisgeulan bho thriùir bhall."""

NAMES = """Present: Cllrs. P. Hrynkow, J. Szczepan, K. Wojcicka, R. Mbekwe, T. Nguyen, S. Krishnan, A. Dlugosz, Mrs. B. Ffoulkes,
Dr. Q. Zheng, Mr. V. Pfister, Ms. Y. Bhattal, W. Schwarz, N. O'Shea, H. Vlcek, L. Tkach, E. Rhys-Llwyd, F. Czerny, G. Mkrtchyan."""

FIGURES = "\n".join(f"{number:>4}  {number * 1_317:>9,}.00  ({number * 7:,}.50)  12.5%  A{number}" for number in range(40))


def in_glyph_numbers(text: str) -> str:
    return "".join(chr(ord(sign) - 29) if " " <= sign <= "z" else sign for sign in text)


@pytest.mark.parametrize("text", [MINUTES, WELSH, IRISH, GAELIC, NAMES, FIGURES, MINUTES.replace(" ", "\n"), "7", "Page 57"])
def test_what_people_wrote_is_readable(text: str) -> None:
    assert legibility(text) is Legibility.READABLE


@pytest.mark.parametrize("text", ["", " \n \n  ", "\n________\n", "•"])
def test_a_page_without_a_letter_or_a_figure_is_empty(text: str) -> None:
    assert legibility(text) is Legibility.EMPTY


@pytest.mark.parametrize("text", [MINUTES, MINUTES.replace(" ", "\n"), WELSH, MINUTES.upper()])
def test_a_page_in_the_numbers_of_its_glyphs_is_garbled(text: str) -> None:
    assert legibility(in_glyph_numbers(text)) is Legibility.GARBLED


@pytest.mark.parametrize("seed", range(20))
def test_a_page_with_its_letters_exchanged_is_garbled_wholly_or_in_part(seed: int) -> None:
    letters = list(string.ascii_lowercase)
    random.Random(seed).shuffle(letters)
    exchanged = (MINUTES * 3).lower().translate(str.maketrans(string.ascii_lowercase, "".join(letters)))
    assert legibility(exchanged) in {Legibility.GARBLED, Legibility.IN_PART}


def test_a_page_of_replacement_signs_is_garbled() -> None:
    assert legibility("\ufffd" * 30 + " 4 \ufffd\ufffd") is Legibility.GARBLED


def test_a_line_for_a_signature_that_became_replacement_signs_leaves_its_page_readable() -> None:
    assert legibility(MINUTES + "\nChairman " + "\ufffd" * 20 + " Date 3 June") is Legibility.READABLE


def test_a_list_with_the_bullets_of_a_symbol_font_is_readable() -> None:
    assert legibility("\uf0b7 Mill Lane\n\uf0b7 Pound Corner\n\uf0b7 Drains\n") is Legibility.READABLE


def test_a_page_with_a_few_garbled_headings_is_readable_and_one_that_is_garbled_by_a_third_is_so_in_part() -> None:
    heading = in_glyph_numbers("Consideration of the Clerk's salary and hours for the coming year")
    assert legibility(f"{MINUTES * 3}\n{heading}\n") is Legibility.READABLE
    assert legibility(f"{MINUTES * 2}\n{in_glyph_numbers(MINUTES)}") is Legibility.IN_PART
