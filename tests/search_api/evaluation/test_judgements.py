from __future__ import annotations

from pathlib import Path

import pytest

from search_api.evaluation.judgements import GoldError
from search_api.evaluation.judgements import Place
from search_api.evaluation.judgements import read_collection
from search_api.evaluation.judgements import read_items
from search_api.evaluation.judgements import read_questions

QUESTION = (
    '{"id": "q1", "kind": "vote", "question": "how close was it?", "answerable": true,'
    ' "relevant": [{"document": "a.md", "quote": "be adopted", "grade": 1}],'
    ' "expect": {"outcome": "lost", "for": 2, "against": 8, "abstained": null}}'
)
ITEM = (
    '{"id": "i1", "document": "town/a.md", "item": {"number": null, "title": "X", "start": "X", "end": "carried."},'
    ' "decisions": [{"text": "be adopted", "outcome": "carried", "tally": {"for": 8, "against": null, "abstained": null},'
    ' "recorded_vote": {"for": ["Lowe"], "against": [], "abstained": []}, "alt": ["it was adopted"]}],'
    ' "ignore": ["adopted twice"]}'
)


def test_a_question_is_read_with_what_it_expects(tmp_path: Path) -> None:
    (question,) = read_questions(written(tmp_path, f"{QUESTION}\n\n"))
    assert question.places == (Place("a.md", "be adopted", 1),)
    assert (question.outcome, question.tally) == ("lost", {"for": 2, "against": 8})


def test_a_question_says_how_it_is_put_where_the_file_does(tmp_path: Path) -> None:
    styled = QUESTION.replace('"kind"', '"style": "paraphrase", "kind"')
    assert [question.style for question in read_questions(written(tmp_path, f"{QUESTION}\n{styled}"))] == [None, "paraphrase"]


def test_an_item_is_read_with_its_limbs(tmp_path: Path) -> None:
    (item,) = read_items(written(tmp_path, ITEM))
    assert (item.corpus, item.ignored) == ("town", ("adopted twice",))
    (limb,) = item.limbs
    assert (limb.tally, limb.names, limb.alternatives) == ((8, None, None), (("Lowe",), (), ()), ("it was adopted",))


@pytest.mark.parametrize(("line", "said"), [("{", "line 2 is not JSON"), ('{"id": "q2"}', "line 2 lacks or misuses a field")])
def test_a_line_that_cannot_be_understood_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(GoldError, match=said):
        read_questions(written(tmp_path, f"{QUESTION}\n{line}"))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"none\.jsonl: cannot be read"):
        read_items(tmp_path / "none.jsonl")


def test_a_collection_is_read_with_its_titles_and_grades(tmp_path: Path) -> None:
    folder = collection(tmp_path, "query-id\tcorpus-id\tscore\nq\tt1\t2\nq\tt2\t0\n")
    found = read_collection(folder)
    assert found.texts == {"t1": ("A title", "some words"), "t2": ("", "other words")}
    assert (found.queries, found.grades) == ({"q": "which words"}, {"q": {"t1": 2, "t2": 0}})


@pytest.mark.parametrize(
    ("qrels", "said"),
    [
        ("query-id\tcorpus-id\tscore\nq9\tt1\t1\n", "judges queries that queries.jsonl does not hold: q9"),
        ("query-id\tcorpus-id\tscore\nq\tt1\tyes\n", "not a table"),
        ("q\tt1\t1\nq\tt2\t1\n", "not a table"),
    ],
)
def test_judgements_that_make_no_sense_are_refused(tmp_path: Path, qrels: str, said: str) -> None:
    with pytest.raises(GoldError, match=said):
        read_collection(collection(tmp_path, qrels))


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


def collection(folder: Path, qrels: str) -> Path:
    texts = '{"_id": "t1", "title": "A title", "text": "some words"}\n{"_id": "t2", "text": "other words"}\n'
    (folder / "corpus.jsonl").write_text(texts, encoding="utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q", "text": "which words"}\n', encoding="utf-8")
    (folder / "qrels").mkdir()
    (folder / "qrels" / "test.tsv").write_text(qrels, encoding="utf-8")
    return folder
