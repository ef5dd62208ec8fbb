"""The head of a post gives facts; what is no front matter stays text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sources import DocumentKind
from index.sources import Origin
from ingest.facts import Facts
from ingest.reading.front_matter import without_front_matter

POST = """---
title: "Marlsham's \\"Parish\\" Council"
date: 2019-03-25T10:00:00Z
categories:
  - "parish-councils"
tags: ["Monthly meeting"]
type: minutes
council: 'Marlsham Parish Council'
body: Parish Council  # the full one
url: https://marlsham.example.org/march
nested:
    title: "Agenda"
empty:
---

Minutes of the meeting
"""


def test_the_facts_of_a_post_are_read_and_its_head_is_taken_off() -> None:
    facts, text = without_front_matter(POST)
    assert text == "Minutes of the meeting\n"
    assert facts.title.value == 'Marlsham\'s "Parish" Council'
    assert (facts.published.value, facts.date.value) == (date(2019, 3, 25), None)
    assert (facts.council.value, facts.body.value) == ("Marlsham Parish Council", "Parish Council")
    assert (facts.kind.value, facts.kind.origin) == (DocumentKind.MINUTES, Origin.PAGE_METADATA)
    assert facts.url.value == "https://marlsham.example.org/march"


def test_the_date_of_a_post_is_not_the_date_of_the_meeting() -> None:
    facts, _ = without_front_matter("---\ndate: '2025-01-07'\n---\nx")
    assert facts == Facts(published=facts.published)
    assert facts.published.value == date(2025, 1, 7)


@pytest.mark.parametrize("head", ["date: soon", "date: 2025-13-01", "type: page", "url: /april23/", "title: ''", "title:", "- a"])
def test_what_is_no_fact_is_not_stated(head: str) -> None:
    assert without_front_matter(f"---\nauthor: x\n{head}\n---\ntext") == (Facts(), "text")


@pytest.mark.parametrize(
    "text", ["---\ntitle: x\n", "---\n\n---\nMinutes", "Minutes\n---\ntitle: x\n---\n", "----\na: b\n----\n", ""]
)
def test_a_rule_is_not_front_matter(text: str) -> None:
    assert without_front_matter(text) == (Facts(), text)


@given(st.text(st.sampled_from("-: \n\"'ab#[]\\"), max_size=80))
def test_what_follows_is_always_the_end_of_the_text(text: str) -> None:
    _, rest = without_front_matter("---\n" + text)
    assert ("---\n" + text).endswith(rest)
