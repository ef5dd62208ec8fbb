from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from bs4 import Tag

from search_api.schemas import DecisionOut
from search_api.schemas import MissingOut
from search_api.schemas import OutcomeName
from search_api.schemas import PlainOut
from search_api.schemas import PlainSupportOut
from search_api.schemas import RecordedVoteOut
from tests.ui.web import canned
from ui.web import components
from ui.web.answer_card import answer
from ui.web.highlight import flowing
from ui.web.links import Screen

SCREEN = Screen(canned.QUESTION)


def section(html: str, title: str) -> Tag:
    """The section under a heading of the second level."""
    soup = BeautifulSoup(html, "html.parser")
    heading = next(heading for heading in soup.find_all("h2") if heading.get_text() == title)
    found = heading.find_parent("section")
    assert found is not None
    return found


def headings(html: str) -> list[str]:
    return [heading.get_text() for heading in BeautifulSoup(html, "html.parser").find_all("h2")]


def test_the_answer_comes_first_then_what_was_not_agreed_then_what_was_said() -> None:
    assert headings(answer(canned.answer(), SCREEN)) == ["What the minutes say", "Not agreed", "Also in these minutes"]


def test_what_answers_best_and_was_not_carried_stands_before_what_was_decided_elsewhere() -> None:
    shown = answer(canned.answer(not_carried_first=True), SCREEN)
    assert headings(shown) == ["What the minutes say", "Not agreed", "Decided in other items", "Also in these minutes"]
    assert section(shown, "What the minutes say").find("blockquote") is None
    assert "CARRIED (8:2)" in section(shown, "Decided in other items").get_text()


def test_whole_sentences_stand_folded_below_the_clauses_where_they_say_more() -> None:
    sentence = "Decision (8:2) to agree approach 3, a single Chief Executive employed by both councils."
    clause = canned.approach_three(minuted=[canned.piece(sentence)])
    folded = answer(canned.answer(decisions=[clause]), SCREEN)
    assert sentence in folded
    assert "<summary>As minuted</summary>" in folded
    same = canned.approach_three(minuted=list(canned.approach_three().citation.quotation), cue=None)
    assert "As minuted" not in answer(canned.answer(decisions=[same], not_carried=[]), SCREEN)


def test_the_words_from_which_the_outcome_was_read_are_in_the_fold_and_not_before_the_quotation() -> None:
    said = section(answer(canned.answer(), SCREEN), "What the minutes say")
    (fold,) = said.find_all("details")
    assert "The outcome was read from “Decision (8:2)”." in fold.get_text()
    verdict = said.select_one(".mb-verdict")
    assert verdict is not None
    assert "Decision" not in verdict.get_text()


def test_what_was_lost_is_counted_before_anybody_scrolls() -> None:
    said = section(answer(canned.answer(), SCREEN), "What the minutes say").get_text(" ")
    assert "Of what is quoted here: 1 carried and 1 lost. What was not agreed stands apart, below." in said
    assert "Of what is quoted here" not in answer(canned.answer(not_carried=[]), SCREEN)


def test_items_after_the_third_are_folded_with_their_number_and_a_timeline_never_is() -> None:
    clauses = [
        canned.decision(f"to do this {number}.", citation=canned.citation(canned.piece("to do"), item_id=f"d1-m{number}-i01"))
        for number in range(5)
    ]
    said = section(answer(canned.answer(decisions=clauses), SCREEN), "What the minutes say")
    fold = said.select_one("details.mb-more")
    assert fold is not None
    assert fold.find("summary", string="2 more agenda items") is not None
    assert [len(part.select(".mb-card")) for part in (said, fold)] == [5, 2]
    story = section(answer(canned.answer(decisions=clauses, asks_for="timeline"), SCREEN), "What the minutes say")
    assert story.select_one("details.mb-more") is None


def test_an_item_quoted_can_be_kept_and_says_so_when_it_is() -> None:
    said = section(answer(canned.answer(), SCREEN), "What the minutes say")
    assert [link["href"] for link in said.select(".mb-keep a")] == [SCREEN.keeping(canned.ITEM_ID)]
    kept = Screen(canned.QUESTION, kept=(canned.ITEM_ID,))
    assert "Kept" in section(answer(canned.answer(), kept), "What the minutes say").get_text()


def test_a_decision_is_quoted_word_for_word_with_its_vote_in_print_and_in_words() -> None:
    said = section(answer(canned.answer(), SCREEN), "What the minutes say")
    quotation = said.find("blockquote")
    assert quotation is not None
    assert quotation.get_text().removeprefix("b) ") == canned.approach_three().text
    assert "CARRIED (8:2)" in said.get_text()
    assert "8 for, 2 against" in said.get_text()


def test_a_citation_names_council_body_date_item_and_page_and_leads_to_the_words() -> None:
    said = section(answer(canned.answer(), SCREEN), "What the minutes say")
    words = said.get_text(" ")
    assert "Aldermere and Tarnbrook, Shared Services Joint Committee" in words
    assert "20 October 2020" in words
    assert "21. SHARED CHIEF EXECUTIVE" in words
    assert "page 2" in words
    links = [str(link["href"]) for link in said.find_all("a")]
    assert SCREEN.at_item(canned.ITEM_ID, canned.approach_three().citation.spans) in links
    assert "https://democracy.aldermere.example.org/mgAi.aspx?ID=31877" in links


@pytest.mark.parametrize("outcome", ["lost", "withdrawn", "not_put"])
def test_what_was_not_carried_never_stands_among_the_decisions(outcome: OutcomeName) -> None:
    """`Decision (2:8) to agree none of the approaches`: two for, eight against."""
    html = answer(canned.answer(not_carried=[canned.none_of_them(outcome=outcome)]), SCREEN)
    assert "agree none" not in section(html, "What the minutes say").get_text()
    assert "agree none" in section(html, "Not agreed").get_text()


def test_a_lost_motion_says_lost_and_how() -> None:
    assert "LOST (2:8)" in section(answer(canned.answer(), SCREEN), "Not agreed").get_text()


def test_what_has_no_clear_outcome_is_neither_decided_nor_refused() -> None:
    html = answer(canned.answer(not_carried=[canned.decision("that it be considered.", "unclear")]), SCREEN)
    assert headings(html)[:2] == ["What the minutes say", "Outcome not clear"]
    assert "OUTCOME NOT CLEAR" in section(html, "Outcome not clear").get_text()


def test_a_detail_that_the_minutes_do_not_record_is_said_before_the_quotations() -> None:
    missing = MissingOut(detail="names of those voting", label="The minutes do not record how each member voted.")
    said = section(answer(canned.answer(missing=[missing], asks_for="voters"), SCREEN), "What the minutes say").get_text()
    assert said.index("do not record how each member voted") < said.index("approach 3")


def test_a_date_that_is_not_stated_is_said_to_be_not_stated() -> None:
    undated = canned.citation(canned.piece("to agree approach 3"), date=None, date_origin="not stated", council=None, body=None)
    words = answer(canned.answer(decisions=[canned.approach_three(citation=undated)]), SCREEN)
    assert "date not stated" in words
    assert "council not stated, body not stated" in words


def test_a_date_that_is_not_printed_says_who_states_it() -> None:
    named = canned.citation(canned.piece("to agree approach 3"), date_origin="file name")
    assert "from the name of the file" in answer(canned.answer(decisions=[canned.approach_three(citation=named)]), SCREEN)


def clause(label: str, start: int, **changes: object) -> DecisionOut:
    """A clause of one resolution, at a place of page 2."""
    words = canned.citation(canned.piece(f"that {label} be done.", start=start))
    return canned.approach_three(**{"label": label, "citation": words} | changes)


def test_clauses_under_one_vote_share_its_verdict_and_stand_as_printed() -> None:
    """The API gives the best match first; a resolution reads in the order of its letters."""
    said = section(
        answer(canned.answer(decisions=[clause("c", 300), clause("a", 100), clause("b", 200)]), SCREEN), "What the minutes say"
    )
    assert len(said.find_all("h3")) == 1
    assert len(said.select(".mb-verdict")) == 1
    assert [words.get_text() for words in said.find_all("blockquote")] == [
        "a) that a be done.",
        "b) that b be done.",
        "c) that c be done.",
    ]


def test_one_link_marks_all_clauses_of_a_resolution() -> None:
    said = section(answer(canned.answer(decisions=[clause("a", 100), clause("b", 200)]), SCREEN), "What the minutes say")
    link = next(link for link in said.find_all("a") if "Read it as published" in link.get_text())
    assert "mark=2.100.115&mark=2.200.215" in str(link["href"])


def test_clauses_under_different_votes_have_their_own_verdicts() -> None:
    other = clause("b", 200, cue=canned.piece("Decision (9:1)", start=180), printed_vote="(9:1)", tally=None)
    said = section(answer(canned.answer(decisions=[clause("a", 100), other]), SCREEN), "What the minutes say")
    assert [badge.get_text(" ", strip=True) for badge in said.select(".mb-badge")] == ["✓ CARRIED (8:2)", "✓ CARRIED (9:1)"]


def test_verbs_that_differ_within_a_resolution_stand_with_their_clauses() -> None:
    """Herefordshire's Cabinet: (a) accepted, (b) noted, (c) agreed."""
    mixed = [clause("a", 100), clause("b", 200, force="noted")]
    said = section(answer(canned.answer(decisions=mixed), SCREEN), "What the minutes say")
    assert [note.get_text() for note in said.select(".mb-force")] == ["noted"]
    note = said.select_one(".mb-force")
    assert note is not None
    following = note.find_next("blockquote")
    assert following is not None
    assert following.get_text().startswith("b)")


def test_a_clause_over_two_pages_is_quoted_in_two_paragraphs() -> None:
    pieces = (canned.piece("to agree approach 3,", page=2), canned.piece("a single Chief Executive.", page=3, start=0))
    html = answer(canned.answer(decisions=[canned.approach_three(citation=canned.citation(*pieces))]), SCREEN)
    quotation = section(html, "What the minutes say").find("blockquote")
    assert quotation is not None
    assert [paragraph.get_text() for paragraph in quotation.find_all("p")] == [
        "b) to agree approach 3,",
        "a single Chief Executive.",
    ]


def test_a_recorded_vote_is_open_where_voters_were_asked_for_and_folded_elsewhere() -> None:
    names = RecordedVoteOut(in_favour=["Lomax", "Nandra"], against=["Crake"], abstained=[])
    voted = canned.approach_three(recorded_vote=names)
    asked = section(answer(canned.answer(decisions=[voted], asks_for="voters"), SCREEN), "What the minutes say")
    other = section(answer(canned.answer(decisions=[voted]), SCREEN), "What the minutes say")
    assert [tuple(row.get_text() for row in pair) for pair in zip(asked.find_all("dt"), asked.find_all("dd"), strict=True)] == [
        ("For", "Lomax, Nandra"),
        ("Against", "Crake"),
    ]
    assert asked.select_one("details[open]") is not None
    assert other.select_one("details[open]") is None


def test_a_vote_that_is_not_printed_is_said_to_be_missing_where_it_was_asked_for() -> None:
    silent = canned.decision("that it be agreed.")
    assert "Vote: not stated" in answer(canned.answer(decisions=[silent], asks_for="vote"), SCREEN)
    assert "Vote: not stated" not in answer(canned.answer(decisions=[silent]), SCREEN)


def test_noted_is_not_shown_as_agreed() -> None:
    noted = canned.decision("that the report be noted.", force="noted")
    said = section(answer(canned.answer(decisions=[noted]), SCREEN), "What the minutes say")
    verdict = said.select_one(".mb-verdict")
    assert verdict is not None
    assert verdict.get_text(" ", strip=True) == "✓ CARRIED noted"


def test_where_no_decision_was_found_what_was_said_comes_first_under_the_label() -> None:
    html = answer(canned.answer(decisions=[], not_carried=[], label="No decision on this was found."), SCREEN)
    assert headings(html) == ["What the minutes say"]
    said = section(html, "What the minutes say").get_text(" ", strip=True)
    assert said.index("No decision on this was found.") < said.index("were considered")


def test_where_all_that_was_found_was_lost_nothing_stands_as_said() -> None:
    html = answer(canned.answer(decisions=[], passages=[]), SCREEN)
    assert headings(html) == ["What the minutes say", "Not agreed"]
    assert "was not carried" in section(html, "What the minutes say").get_text()


@pytest.mark.parametrize(("asks_for", "folded"), [("decision", True), ("voters", True), ("undertaking", False), ("reason", False)])
def test_passages_are_folded_away_where_the_decision_is_the_answer(asks_for: str, *, folded: bool) -> None:
    said = section(answer(canned.answer(asks_for=asks_for), SCREEN), "Also in these minutes")
    assert (said.find("details") is not None) == folded


def test_nothing_found_says_so_with_what_was_looked_at() -> None:
    html = answer(canned.nothing(), SCREEN)
    assert headings(html)[0] == "Nothing found in these minutes"
    assert "31 meetings of 3 bodies, from 11 June 2019 to 12 December 2023" in html
    assert "Shared Services Joint Committee" in html
    assert "What the minutes say" not in html


def test_the_nearest_items_are_marked_as_no_answer() -> None:
    nearest = section(answer(canned.nothing(), SCREEN), "Nearest items").get_text()
    assert "They do not answer the question" in nearest
    assert "TOURISM STRATEGY" in nearest


def test_nothing_found_within_filters_offers_the_question_without_them() -> None:
    narrowed = Screen("mermaids in Kent", bodies=("Cabinet",))
    html = answer(canned.nothing(), narrowed)
    assert "Looked at within your filters" in html
    assert [link["href"] for link in BeautifulSoup(html, "html.parser").find_all("a") if "without filters" in link.get_text()] == [
        narrowed.unfiltered()
    ]
    assert "without filters" not in answer(canned.nothing(), SCREEN)


def test_a_quotation_stands_on_the_screen_as_it_stands_on_the_page() -> None:
    text = "that £148,000 (“the sum”) be spent on <Lot 2> & the Clerk's office;\nand that\n(i) it be noted"
    html = answer(canned.answer(passages=[canned.citation(canned.piece(text))]), SCREEN)
    quotation = section(html, "Also in these minutes").find("blockquote")
    assert quotation is not None
    assert quotation.get_text() == flowing(text)


def test_words_read_from_a_picture_say_so_beside_the_quotation() -> None:
    read = canned.piece("to agree approach 3, a single Chief Executive", ocr=True)
    assert components.quotation([read]).endswith('</blockquote><p class="mb-cite">Read by OCR: check against the original.</p>')
    assert "OCR" not in components.quotation([canned.piece("to agree approach 3, a single Chief Executive")])


def test_a_plain_line_stands_last_in_a_box_of_its_own_under_its_label_with_what_bears_it() -> None:
    label = "In plain English, written by a computer from the quotations; the quotations are the record."
    sentence = "The committee agreed approach 3 <i>"
    line = PlainOut(label=label, text=f"{sentence} [1].", supports=[PlainSupportOut(sentence=sentence, citations=[1])])
    soup = BeautifulSoup(answer(canned.answer(plain=line), SCREEN), "html.parser")
    box = soup.find_all("section")[-1]
    assert box["aria-label"] == "In plain English"
    assert [one.get_text() for one in box.find_all("p")] == [label, f"{sentence} [1]."]
    assert [link["href"] for link in box.find_all("a")] == [SCREEN.at_item(canned.ITEM_ID, canned.approach_three().citation.spans)]
    box.decompose()
    assert soup == BeautifulSoup(answer(canned.answer(), SCREEN), "html.parser")
