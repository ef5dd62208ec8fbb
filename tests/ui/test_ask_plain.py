"""`minutebook ask --plain`: the line stands last, under its label, and only where a model is set up and its line is borne out."""

from __future__ import annotations

from pathlib import Path

from search_api.labels import SENTENCES
from search_api.labels import Label
from tests.search_api.plain.liar import Liar
from tests.ui.conftest import Run

QUESTION = "did the joint committee agree none of the options for the Chief Executive post"
LABEL = SENTENCES[Label.PLAIN]
KEY = "sesame-opens"


def _configured(folder: Path, liar: Liar) -> None:
    (folder / "minutebook.toml").write_text(f'[plain]\nendpoint = "{liar.endpoint}"\nmodel = "liar"\nkey = "{KEY}"\n')


def test_a_line_is_printed_last_under_its_label(run: Run, sample: str, tmp_path: Path) -> None:
    with Liar() as liar:
        _configured(tmp_path, liar)
        before = run("ask", QUESTION, "--archive", sample)
        found = run("ask", QUESTION, "--archive", sample, "--json").json()
        assert liar.sent == []
        lost = len(found["decisions"]) + 1
        liar.writes(f"{found['not_carried'][0]['text'].strip(' .')} was lost, by 2 votes to 8 [{lost}].")
        said = run("ask", QUESTION, "--archive", sample, "--plain")
        row = run("ask", QUESTION, "--archive", sample, "--plain", "--json").json()
    assert said.code == 0
    assert said.out.startswith(before.out)
    added = " ".join(said.out.removeprefix(before.out).split())
    assert added.startswith(LABEL)
    assert "was lost, by 2 votes to 8" in added
    assert row["plain"]["label"] == LABEL
    assert {**row, "plain": None} == {**found, "plain": None}


def test_a_lie_costs_the_line_and_one_sentence_on_the_error_stream(run: Run, sample: str, tmp_path: Path) -> None:
    with Liar() as liar:
        _configured(tmp_path, liar)
        liar.writes("It was agreed to agree none of the options [1].")
        said = run("ask", QUESTION, "--archive", sample, "--plain")
    assert said.code == 0
    assert LABEL not in said.out
    assert said.out == run("ask", QUESTION, "--archive", sample).out


def test_without_an_endpoint_nothing_is_added(run: Run, sample: str) -> None:
    assert run("ask", QUESTION, "--archive", sample, "--plain").out == run("ask", QUESTION, "--archive", sample).out


def test_status_and_doctor_never_show_the_key(run: Run, sample: str, tmp_path: Path) -> None:
    with Liar() as liar:
        _configured(tmp_path, liar)
        for command in (("status",), ("status", "--json"), ("doctor",), ("doctor", "--json")):
            shown = run(*command, "--archive", sample)
            assert KEY not in shown.out + shown.err
        assert "plain.endpoint = http" in run("status", "--archive", sample).out
        assert liar.sent == []
