"""Which lines may be shown. The quotations are invented; each false line is one that a model might well write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st

from index.records import Force
from index.records import Outcome
from index.records import Tally
from search_api.plain.checking import check
from search_api.plain.checking import why_not
from search_api.plain.quoted import Quoted
from search_api.plain.quoted import as_sent
from search_api.plain.reasons import NoLineError
from search_api.plain.reasons import Reason

PURSUED = Quoted(
    "the option of a shared Chief Executive be pursued as part of the finalisation of phase 1.",
    outcome=Outcome.CARRIED,
    force=Force.AGREED,
    tally=Tally(7, 3),
    council="Chorlmere Council",
    body="Shared Services Joint Committee",
    day=date(2020, 9, 2),
)
LIMIT = Quoted(
    "That a speed limit of 15km/h be adopted on Castle Street.",
    outcome=Outcome.LOST,
    tally=Tally(2, 3),
    body="Full Council",
    council="Larkmere City Council",
    day=date(2021, 3, 15),
    mover="Councillor Hartigan",
    seconder="Councillor Collins (M)",
)
TEAM = Quoted(
    "to approve the development of a single shared leadership team for both councils, as set out in the report.",
    outcome=Outcome.CARRIED,
    force=Force.APPROVED,
    tally=Tally(8, 2),
)
NOTED = Quoted("to note the report that the hall will close on 3 May 2022.", outcome=Outcome.CARRIED, force=Force.NOTED)
DEFERRED = Quoted("That the harbour bridge be deferred to July.", outcome=Outcome.DEFERRED, force=Force.DEFERRED)
WITHDRAWN = Quoted("That the harbour bridge be painted.", outcome=Outcome.WITHDRAWN)
NOT_PUT = Quoted("That the harbour bridge be lit at night.", outcome=Outcome.NOT_PUT)
UNCLEAR = Quoted("That the harbour bridge be swept on Fridays.", outcome=Outcome.UNCLEAR)
GRANTS = Quoted(
    "to grant £3,000 for the hall roof and £5,000 for the library, subject to a valuation.",
    outcome=Outcome.CARRIED,
    force=Force.AGREED,
    unanimous=True,
)
LIBRARY = Quoted("that the library be kept open and the hall be closed.", outcome=Outcome.CARRIED, force=Force.AGREED)
REFUSED = Quoted("to refuse the extension at 19 Mill Lane.", outcome=Outcome.CARRIED, force=Force.REFUSED)
CHANGED = Quoted("to delete the words on parking charges.", outcome=Outcome.CARRIED, force=Force.AGREED, amendment=True)
UNDONE = Quoted("that the plan approved in May be withdrawn.", outcome=Outcome.CARRIED, force=Force.AGREED)
CUT = Quoted("to reduce the increase in garage rents.", outcome=Outcome.CARRIED, force=Force.AGREED)
SHARING = Quoted("that officers study the sharing of computers and customer services.", outcome=Outcome.CARRIED, force=Force.AGREED)
BARN = Quoted(
    "to demolish the barn and the village hall.",
    outcome=Outcome.CARRIED,
    force=Force.AGREED,
    body="Leisure Board",
    day=date(2022, 5, 3),
)
TALK = Quoted(
    "Cllr Smith praised Cllr Jones. Members expressed mixed views on the appointment of a shared Chief Executive. "
    "Cllr Smith said that the hall is unsafe. The revised strategy will be forwarded to Councillor Lomax following the meeting. "
    "The help line now answers within 1 minute, and £1.2 million was set aside for new computers. "
    "It was hoped that the motion to close the depot was agreed. A proposal to sell the depot was talked of."
)
TRUE = [
    (
        PURSUED,
        (
            "On 2 September 2020 the Shared Services Joint Committee agreed that the option of a shared Chief Executive be pursued"
            " as part of the finalisation of phase 1"
        ),
    ),
    (PURSUED, "The option of a shared Chief Executive will be pursued as part of the finalisation of phase 1 (7:3)"),
    (
        PURSUED,
        (
            "At its meeting on 2 September 2020, the Joint Committee agreed the option of a shared Chief Executive be pursued"
            " as part of the finalisation of phase 1, by 7 votes to 3"
        ),
    ),
    (LIMIT, "On 15 March 2021 the Full Council rejected a motion for a speed limit of 15km/h on Castle Street, by 2 votes to 3"),
    (LIMIT, "The motion for a speed limit of 15km/h on Castle Street was lost, two in favour and three against"),
    (LIMIT, "A speed limit of 15km/h on Castle Street, moved by Councillor Hartigan and seconded by Cllr Collins, was not adopted"),
    (LIMIT, "The motion That a speed limit of 15km/h be adopted on Castle Street was lost"),
    (TEAM, "The development of a single shared leadership team for both councils was approved"),
    (TEAM, "It was approved to develop a single shared leadership team for both councils, by 8 votes to 2"),
    (NOTED, "The report that the hall will close on 3 May 2022 was noted"),
    (DEFERRED, "The harbour bridge was deferred to July"),
    (WITHDRAWN, "The motion that the harbour bridge be painted was withdrawn"),
    (NOT_PUT, "That the harbour bridge be lit at night was not put to the vote"),
    (GRANTS, "It was unanimously agreed to give £3,000 for the hall roof and £5,000 for the library, subject to a valuation"),
    (LIBRARY, "It was agreed that the library be kept open"),
    (REFUSED, "The extension at 19 Mill Lane was refused"),
    (CHANGED, "An amendment to delete the words on parking charges was carried"),
    (TALK, "Members expressed mixed views on the appointment of a shared Chief Executive"),
    (TALK, "Cllr Smith said that the hall is unsafe"),
    (BARN, "On 3 May 2022 the Leisure Board agreed to demolish the barn and the village hall"),
    (BARN, "In May 2022 it was agreed to demolish the barn and the village hall"),
    (UNDONE, "It was agreed that the plan approved in May be withdrawn"),
    (TALK, "It was hoped that the motion to close the depot was agreed"),
]
DROPPED_ALL_THE_SAME = [
    (PURSUED, "It was agreed to pursue the option of a shared Chief Executive"),
    (TEAM, "The committee approved the development of a single shared leadership team for both councils"),
    (LIBRARY, "The hall will be closed"),
    (TALK, "£1.2 million was set aside for new computers"),
    (TALK, "Members had mixed views on a shared Chief Executive"),
]
"""True, more or less, and not shown: a figure or a condition left out, a body that is not named, other words."""

FALSE = [
    (PURSUED, "It was agreed by 3 votes to 7 that the option of a shared Chief Executive be pursued", Reason.VOTE),
    (PURSUED, "It was unanimously agreed that the option of a shared Chief Executive be pursued", Reason.VOTE),
    (PURSUED, "It was agreed that a shared Chief Executive be pursued", Reason.TURNED),
    (PURSUED, "The option of a shared Chief Executive was rejected", Reason.OUTCOME),
    (PURSUED, "The option of a shared Chief Executive be pursued as part of phase 2", Reason.NUMBER),
    (PURSUED, "On 3 September 2020 the option of a shared Chief Executive was agreed", Reason.NUMBER),
    (PURSUED, "The option of a shared Chief Executive was agreed for 2 September 2020", Reason.NUMBER),
    (PURSUED, "The Planning Committee agreed the option of a shared Chief Executive", Reason.NAME),
    (LIMIT, "A speed limit of 15km/h was adopted on Castle Street", Reason.OUTCOME),
    (LIMIT, "The Council agreed a speed limit of 15km/h on Castle Street", Reason.OUTCOME),
    (LIMIT, "There is a speed limit of 15km/h on Castle Street", Reason.OUTCOME),
    (LIMIT, "The motion for a speed limit of 15km/h on Castle Street was not lost", Reason.TURNED),
    (LIMIT, "The motion for a speed limit of 15km/h on Castle Street was lost but later agreed", Reason.OUTCOME),
    (LIMIT, "The motion That a speed limit of 15km/h be adopted on Castle Street was agreed", Reason.OUTCOME),
    (LIMIT, "The speed limit of 15km/h on Castle Street was lost, moved by Councillor Collins", Reason.NAME),
    (LIMIT, "The speed limit of 15km/h on Castle Street was lost by 3 votes to 2", Reason.VOTE),
    (TEAM, "A single shared leadership team for both councils was refused", Reason.OUTCOME),
    (NOTED, "The hall will close on 3 May 2022", Reason.OUTCOME),
    (NOTED, "It was agreed that the hall will close on 3 May 2022", Reason.OUTCOME),
    (NOTED, "The report that the hall will not close on 3 May 2022 was noted", Reason.TURNED),
    (NOTED, "The report that the hall will close was noted", Reason.REARRANGED),
    (DEFERRED, "The harbour bridge was agreed", Reason.OUTCOME),
    (DEFERRED, "The harbour bridge was agreed for July", Reason.OUTCOME),
    (WITHDRAWN, "The harbour bridge will be painted", Reason.OUTCOME),
    (UNCLEAR, "The harbour bridge will be swept on Fridays", Reason.OUTCOME),
    (GRANTS, "It was agreed to give £5,000 for the roof and £3,000 for the library, subject to a valuation", Reason.REARRANGED),
    (GRANTS, "It was agreed to give £3,000 for the hall roof", Reason.TURNED),
    (GRANTS, "It was agreed by 5 votes to 2 to give £3,000 for the hall roof, subject to a valuation", Reason.VOTE),
    (LIBRARY, "It was agreed that the library be closed", Reason.REARRANGED),
    (LIBRARY, "The library will not be kept open", Reason.TURNED),
    (REFUSED, "The extension at 19 Mill Lane was approved", Reason.OUTCOME),
    (REFUSED, "The extension at 19 Mill Lane was agreed", Reason.OUTCOME),
    (UNDONE, "The plan was approved in May", Reason.OUTCOME),
    (UNDONE, "It was agreed that the plan was approved in May", Reason.OUTCOME),
    (CUT, "It was agreed to reduce rents", Reason.TURNED),
    (CUT, "It was agreed to reduce garage rents", Reason.TURNED),
    (BARN, "The village hall was agreed", Reason.REARRANGED),
    (SHARING, "It was agreed that officers study the sharing and customer services", Reason.REARRANGED),
    (BARN, "It was agreed to keep the barn", Reason.WORDS),
    (BARN, "On 3 May 2022 the barn will be demolished", Reason.NUMBER),
    (BARN, "On 3 May 2022 the barn was demolished", Reason.NUMBER),
    (BARN, "The Leisure Board demolished the barn and the village hall", Reason.NAME),
    (LIMIT, "A vote against the speed limit of 15km/h on Castle Street was lost", Reason.TURNED),
    (LIMIT, "The motion to reject the speed limit of 15km/h on Castle Street was lost", Reason.OUTCOME),
    (TALK, "On 3 May 2022 the revised strategy will be forwarded to Councillor Lomax", Reason.NUMBER),
    (TALK, "Full Council praised Cllr Jones", Reason.NAME),
    (CHANGED, "The words on parking charges were agreed to be deleted", Reason.OUTCOME),
    (TALK, "The hall is unsafe", Reason.TURNED),
    (TALK, "Cllr Jones praised Cllr Smith", Reason.REARRANGED),
    (TALK, "Cllr Smith was praised by Cllr Jones", Reason.REARRANGED),
    (TALK, "The motion to close the depot was agreed", Reason.OUTCOME),
    (TALK, "The depot was sold", Reason.WORDS),
    (TALK, "The revised strategy will be forwarded to Councillor Hargreaves", Reason.NAME),
    (TALK, "£1.3 million was set aside for new computers", Reason.NUMBER),
    (TALK, "The strategy answers within 1 minute", Reason.WORDS),
]


@pytest.mark.parametrize(("quoted", "sentence"), TRUE)
def test_what_the_quotation_says_may_be_said(quoted: Quoted, sentence: str) -> None:
    assert why_not(sentence, quoted) is None
    (support,) = check(f"{sentence} [1].", [quoted])
    assert (support.sentence, support.citations) == (sentence, (1,))


@pytest.mark.parametrize(("quoted", "sentence"), DROPPED_ALL_THE_SAME)
def test_the_price_is_that_some_true_lines_are_dropped(quoted: Quoted, sentence: str) -> None:
    assert why_not(sentence, quoted)


@pytest.mark.parametrize(("quoted", "sentence", "reason"), FALSE)
def test_what_the_quotation_does_not_say_is_dropped_for_a_reason(quoted: Quoted, sentence: str, reason: Reason) -> None:
    assert why_not(sentence, quoted) is reason
    with pytest.raises(NoLineError):
        check(f"{sentence} [1].", [quoted])


def _reason(line: str, *quoted: Quoted) -> Reason:
    with pytest.raises(NoLineError) as caught:
        check(line, quoted)
    return caught.value.reason


GOOD = "The library will be kept open [1]."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("The hall will be closed.", Reason.NO_CITATION),
        (f"{GOOD} The library too.", Reason.NO_CITATION),
        ("The hall will be closed. The library will be kept open [1].", Reason.NO_CITATION),
        ("Will the hall be closed? [1]", Reason.NO_CITATION),
        ("[1]", Reason.NO_CITATION),
        ("The hall will be closed [2].", Reason.NO_SUCH_CITATION),
        ("The hall will be closed [0].", Reason.NO_SUCH_CITATION),
        ("The hall will be closed [999999].", Reason.NO_CITATION),
        ("", Reason.FORM),
        ("<b>The hall will be closed</b> [1].", Reason.FORM),
        ("* The hall will be closed [1].", Reason.FORM),
        ("The hall will be closed, see https://example.org [1].", Reason.FORM),
        ("The hall will be \u202eclosed [1].", Reason.FORM),
        (GOOD * 30, Reason.FORM),
        (f"{GOOD} {GOOD} {GOOD} {GOOD} {GOOD}", Reason.FORM),
    ],
)
def test_a_line_must_be_plain_sentences_each_with_a_citation(line: str, reason: Reason) -> None:
    assert check(GOOD, [LIBRARY])
    assert _reason(line, LIBRARY) is reason


def test_one_false_sentence_drops_the_whole_line() -> None:
    assert len(check("The library will be kept open [1]. The harbour bridge was deferred to July [2].", [LIBRARY, DEFERRED])) == 2
    assert (
        _reason("The library will be kept open [1]. The harbour bridge was not deferred to July [2].", LIBRARY, DEFERRED)
        is Reason.TURNED
    )


def test_every_quotation_that_is_cited_must_bear_the_sentence() -> None:
    assert _reason("The library will be kept open [1][2].", LIBRARY, TALK) is Reason.WORDS
    assert check("The library will be kept open [1] [2].", [LIBRARY, LIBRARY])[0].citations == (1, 2)


def test_two_quotations_do_not_bear_one_sentence_together() -> None:
    assert _reason("The library be kept open and the harbour bridge be deferred to July [1][2].", LIBRARY, DEFERRED)


def test_an_outcome_is_sent_with_its_quotation() -> None:
    assert as_sent(2, LIMIT).startswith(
        "[2] (body: Full Council; date: 15 March 2021; outcome: lost; votes for: 2; votes against: 3"
    )
    assert "outcome: carried (approved)" in as_sent(1, TEAM)


WORDS = "market tower bench footpath allotment lantern meadow grit orchard ferry kiosk paving hedge verge noticeboard"
PEOPLE = "Ashcombe Bellwether Crabtree Dunmore Eastlake Fenwick Garside Holloway"
AGREEING = "agreed approved adopted carried passed supported resolved decided endorsed accepted"
WORD = st.sampled_from(WORDS.split())
FIGURE = st.integers(13, 9999).map(str)
NAMES = st.sampled_from(PEOPLE.split())
MATTER = st.lists(WORD, min_size=3, max_size=8, unique=True)
AGREEMENT = st.sampled_from(AGREEING.split())


@given(MATTER, FIGURE, NAMES)
def test_a_quotation_in_its_own_words_is_borne_out(matter: list[str], figure: str, name: str) -> None:
    text = f"the {' '.join(matter)} of {name} be repaired for £{figure}"
    assert check(f"{text} [1].", [Quoted(f"{text}.", outcome=Outcome.CARRIED, force=Force.AGREED)])
    assert check(f"{text} [1].", [Quoted(f"{text}.")])
    assert check(f"It was agreed that {text} [1].", [Quoted(f"that {text}.", outcome=Outcome.CARRIED, force=Force.AGREED)])


@given(MATTER, FIGURE, FIGURE, st.integers(0, 20))
def test_a_figure_that_is_not_in_the_quotation_never_passes(matter: list[str], printed: str, told: str, at: int) -> None:
    assume(printed != told)
    words = ["the", *matter, "cost", f"£{printed}"]
    quoted = Quoted(" ".join(words), outcome=Outcome.CARRIED, force=Force.AGREED)
    where = at % (len(words) + 1)
    for figure in (told, f"£{told}", f"{told}%"):
        added = [*words[:where], figure, *words[where:]]
        replaced = [*words[:-1], figure]
        assert why_not(" ".join(added), quoted)
        assert why_not(" ".join(replaced), quoted)


@given(MATTER, NAMES, NAMES, st.integers(0, 20))
def test_a_name_that_is_not_in_the_quotation_never_passes(matter: list[str], printed: str, told: str, at: int) -> None:
    assume(printed != told)
    words = ["the", *matter, "of", printed]
    where = at % (len(words) + 1)
    for quoted in (Quoted(" ".join(words)), Quoted(" ".join(words), outcome=Outcome.CARRIED, force=Force.AGREED, mover=printed)):
        assert why_not(" ".join([*words[:where], told, *words[where:]]), quoted)
        assert why_not(" ".join([*words[:-1], told.lower()]), quoted)


@given(MATTER, AGREEMENT, st.sampled_from([Outcome.LOST, Outcome.WITHDRAWN, Outcome.NOT_PUT, Outcome.UNCLEAR]), st.data())
def test_a_line_that_says_agreed_of_what_was_not_never_passes(
    matter: list[str], agreed: str, outcome: Outcome, draw: st.DataObject
) -> None:
    text = " ".join(matter)
    quoted = Quoted(f"that the {text} be kept.", outcome=outcome, tally=Tally(2, 5))
    frames = (
        "The {0} was {1}",
        "It was {1} that the {0} be kept",
        "The {0} was {1}, the motion was lost",
        "The motion was withdrawn and {1}: that the {0} be kept",
        "that the {0} be kept was lost and then {1}",
        "The motion that the {0} be kept was not put to the vote but {1}",
        "By 5 votes to 2 it was {1} that the {0} be kept",
        "Members {1} the {0}",
    )
    assert why_not(draw.draw(st.sampled_from(frames)).format(text, agreed), quoted)


@given(MATTER)
def test_what_was_lost_is_never_told_without_saying_so(matter: list[str]) -> None:
    text = f"that the {' '.join(matter)} be kept"
    lost = Quoted(f"{text}.", outcome=Outcome.LOST)
    assert why_not(text, lost) is Reason.OUTCOME
    assert why_not(f"The motion {text} was lost", lost) is None
