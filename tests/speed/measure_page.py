"""How long does a person wait, from Enter to the answer on the screen?

Takes the address of a running page (`minutebook up`) and a file of questions (JSONL; default: those of the sample), types each into
the box of a fresh first screen in Chromium, presses Enter, and prints rows for a table of BENCHMARKS.md: first load, answer, list;
medians and 95th percentiles. The browser's own clock is read inside the page, so that driving it costs nothing.
Measures and never judges; nothing is asked of any machine but this one.

    python tests/speed/measure_page.py http://127.0.0.1:8501 --questions questions.jsonl --count 40
"""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from rich.progress import track

from search_api.evaluation.judgements import read_questions
from search_api.evaluation.metrics import percentile

SAMPLE = Path(__file__).parents[1] / "gold" / "sample-questions.jsonl"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
BOX = "Ask the minutes, or search"

WATCH = """() => {
  const seen = window.minutebook = {};
  const look = () => {
    if (!seen.enter) return;
    if (!seen.answer && document.querySelector('#mb-answer')) seen.answer = performance.now();
    if (!seen.found && document.querySelector('#mb-found')) seen.found = performance.now();
  };
  document.addEventListener('keydown', event => { if (event.key === 'Enter') seen.enter ||= performance.now(); }, true);
  new MutationObserver(look).observe(document.body, {childList: true, subtree: true});
}"""
"""Notes when Enter goes down, and when the answer and the list are first in the document."""

LOADED = "performance.now()"
ANSWERED = "window.minutebook.answer - window.minutebook.enter"
LISTED = "window.minutebook.found ? window.minutebook.found - window.minutebook.enter : null"
DRAWN = "!document.querySelector('[data-testid=stSpinner]') && !document.querySelector('[data-test-script-state=running]')"


@dataclass(frozen=True, slots=True)
class Waited:
    """Milliseconds that a person waits: for the first screen, for the answer, and for the list (`None` where there is none)."""

    first: float
    answer: float
    listed: float | None


def waited(page: Page, address: str, question: str) -> Waited:
    """Ask one question on a fresh first screen."""
    page.goto(address)
    page.get_by_role("heading", name="What is held").wait_for()
    first = float(page.evaluate(LOADED))
    page.wait_for_function(DRAWN)
    page.evaluate(WATCH)
    box = page.get_by_role("textbox", name=BOX)
    box.fill(question)
    box.press("Enter")
    page.wait_for_selector("#mb-answer")
    page.wait_for_function(DRAWN)
    listed = page.evaluate(LISTED)
    return Waited(first, float(page.evaluate(ANSWERED)), None if listed is None else float(listed))


def row(what: str, times: Sequence[float]) -> str:
    """Return one row of the table."""
    return f"| {what} | {percentile(times, 0.5):,.0f} ms | {percentile(times, 0.95):,.0f} ms | {max(times):,.0f} ms |"


def main(arguments: Sequence[str]) -> None:
    """Measure one page."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("page", nargs="?", default="http://127.0.0.1:8501", help="address of the page")
    parser.add_argument("--questions", type=Path, default=SAMPLE)
    parser.add_argument("--count", type=int, default=40)
    given = parser.parse_args(arguments)
    questions = [one.text for one in read_questions(given.questions)][: given.count]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-GB")
        waited(page, given.page, questions[0])  # the first of all starts what starts on demand; nobody's figure
        times = [waited(page, given.page, question) for question in track(questions, "asking", transient=True)]
        browser.close()
    print(f"| {len(questions)} questions, in Chromium | median | 95th percentile | longest |\n|---|--:|--:|--:|")
    print(row("first load, until what is held is shown", [one.first for one in times]))
    print(row("from Enter to the answer", [one.answer for one in times]))
    print(row("from Enter to the list of items", [one.listed for one in times if one.listed is not None]))


if __name__ == "__main__":
    main(sys.argv[1:])
