"""What does the block at the head of a Markdown file state?

Takes the text of a file, gives the facts of its front matter and the text without it. Reads the small part of YAML that posts
use (`key: value`, quotes, nested and listed values skipped), since the words wanted are never deeper. `date` is when the post was
published, not when the meeting was. A block that is not closed is not front matter, and nothing of it is taken off.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar

from index.sources import DocumentKind
from index.sources import Origin
from index.sources import Stated
from ingest.facts import Facts

T = TypeVar("T")

_BLOCK = re.compile(r"---[ \t]*\n(?P<body>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_LONGEST = 20_000
"""Front matter longer than this is text that happens to begin with a rule."""


def without_front_matter(text: str) -> tuple[Facts, str]:
    """Return the facts of the front matter and the text that follows it."""
    block = _BLOCK.match(text, 0, _LONGEST)
    entries = _entries(block["body"]) if block else {}
    if block is None or not entries:
        return Facts(), text
    address = entries.get("url", "")
    facts = Facts(
        council=_stated(entries.get("council")),
        body=_stated(entries.get("body")),
        kind=_stated(_kind_of(entries.get("type", ""))),
        title=_stated(entries.get("title")),
        published=_stated(_day_of(entries.get("date", ""))),
        url=_stated(address if address.startswith(("https://", "http://")) else None),
    )
    return facts, text[block.end() :].lstrip("\n")


def _entries(body: str) -> dict[str, str]:
    """Return the top-level keys that have a value on their own line."""
    found = (_ENTRY.fullmatch(line.rstrip()) for line in body.split("\n"))
    entries = {entry["key"].casefold(): _unquoted(entry["value"] or "") for entry in found if entry}
    return {key: value for key, value in entries.items() if value}


def _unquoted(value: str) -> str:
    """Return a scalar without its quotes; inside double quotes a backslash protects, inside single quotes a second quote."""
    bare = value.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        return re.sub(r"\\(.)", r"\1", bare[1:-1]).strip()
    if len(bare) > 1 and bare[0] == bare[-1] == "'":
        return bare[1:-1].replace("''", "'").strip()
    return re.sub(r"(?:^|\s)#.*", "", bare).strip()


def _day_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _kind_of(value: str) -> DocumentKind | None:
    known = {kind.value: kind for kind in DocumentKind}
    return known.get(value.casefold())


def _stated(value: T | None) -> Stated[T]:
    return Stated() if value is None else Stated(value, Origin.PAGE_METADATA)
