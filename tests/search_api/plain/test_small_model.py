"""A real language model, small enough to be wrong most of the time, behind a real server: nothing unchecked is shown.

Skipped, and said so, where `make plain-model` was not run. A line that is shown is held against the quotations once more, figure by
figure.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from search_api.answering import Answer
from search_api.answering import answer
from search_api.plain.lines import PlainLines
from search_api.plain.quoted import as_sent
from search_api.plain.quoted import quotations_of
from search_api.plain.reasons import Reason
from search_api.search import Searcher
from search_api.settings import PlainSettings
from search_api.settings import SearchSettings
from tests.search_api.conftest import MEETINGS
from tests.search_api.conftest import write_archive

PYTHON = Path(__file__).parents[3] / ".venv-plain" / "bin" / "python"
QUESTIONS = ("what was decided on a shared Chief Executive", "what was agreed on the signs on Castle Street")
UNREACHED = {Reason.UNREACHABLE, Reason.REDIRECT, Reason.STATUS, Reason.STRANGE, Reason.TOO_LARGE}

pytestmark = pytest.mark.skipif(not PYTHON.is_file(), reason="no small language model is installed (`make plain-model`)")


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """The address of the model's server, as it prints it."""
    with subprocess.Popen(
        [PYTHON, Path(__file__).with_name("model_server.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        yield f"{server.stdout.readline().strip()}/v1"
        server.stdin.close()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_small_model_is_asked_and_nothing_it_makes_up_is_shown(endpoint: str, question: str) -> None:
    searcher = Searcher(write_archive("memory:small-model", MEETINGS, rebuild=True), HashingEmbedder(), SearchSettings())
    answered = answer(searcher, question, Filters())
    assert isinstance(answered, Answer)
    lines = PlainLines(PlainSettings(endpoint=endpoint, model="SmolLM2-135M", timeout=25))
    line = lines.line_of(answered)
    counts = lines.counts()
    assert counts.shown + sum(counts.dropped.values()) == 1
    assert not UNREACHED & counts.dropped.keys()
    if line is not None:
        quoted = " ".join(as_sent(number, one) for number, one in enumerate(quotations_of(answered), start=1))
        assert set(re.findall(r"\d+", line.text)) <= set(re.findall(r"\d+", quoted))
