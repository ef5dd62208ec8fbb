"""How much is held in all, how fresh is it, and what was left out?

Takes the reply of `/v1/archive`, gives two pieces of the screen: what is held in short, and what is not, file by file, each with
its reason and what to do about it. Where the archive does not know what was left out, that is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas_archive import ArchiveOut
from search_api.schemas_archive import LeftOutOut
from search_api.schemas_archive import ShortfallOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import joined
from ui.web.errors import sentence

_KINDS = {
    "minutes": ("set of minutes", "sets of minutes"),
    "agenda": ("agenda", "agendas"),
    "decision": ("decision page", "decision pages"),
    "pack": ("pack", "packs"),
    "other": ("other paper", "other papers"),
}
"""What one document of each kind is called, and several."""

SHOWN = 10
"""Files listed at once; the rest are behind a fold."""


def in_short(of: ArchiveOut) -> Markup:
    """Return how much is held and how fresh it is."""
    counts = of.counts
    rows = (
        ("Brought up to date", f"{wording.moment(of.committed)}, for the {_nth(of.generation)} time"),
        ("Newest meeting", wording.day(of.newest)),
        ("Documents", f"{counts.documents:,}: {_kinds(of)}" if of.kinds else "none"),
        ("Agenda items", f"{counts.items:,}, with {wording.plural(counts.limbs, 'clause')} of decisions"),
        ("Not open to the public", _withheld(of)),
        ("Not clear", f"{wording.plural(counts.unclear, 'fact')} that no rule was sure of, shown as unclear"),
    )
    listed = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(*row) for row in rows)
    return Markup('<div class="mb" lang="en-GB"><dl class="mb-facts">{}</dl></div>').format(listed)


def _nth(number: int) -> str:
    tail = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number:,}{tail}"


def _kinds(of: ArchiveOut) -> str:
    return ", ".join(wording.plural(one.documents, *_KINDS[one.kind]) for one in of.kinds)


def _withheld(of: ArchiveOut) -> str:
    items = wording.plural(of.counts.withheld, "agenda item")
    whole = of.left_out.withheld_documents if of.left_out else 0
    if not of.counts.withheld and not whole:
        return "nothing was marked so"
    documents = f" and {wording.plural(whole, 'whole document')}" if whole else ""
    return f"{items}{documents} left out; only their number is known here"


def left_out(of: ArchiveOut) -> Markup:
    """Return the files refused and those partly unread, each with its reason and its remedy."""
    return Markup(
        '<div class="mb" lang="en-GB"><section aria-labelledby="mb-left-out"><h2 id="mb-left-out">What could not be read</h2>{}'
        "</section></div>"
    ).format(_known(of.left_out) if of.left_out else _unknown())


def _unknown() -> Markup:
    return Markup(
        "<p>This is not known for this archive: it was made before that was noted. Run "
        "<code>minutebook ingest FOLDER</code> again, and what is refused will stand here.</p>"
    )


def _known(of: LeftOutOut) -> Markup:
    parts = (
        _list("Files refused", of.refused, "Nothing new of these files is in the archive."),
        _list("Pages not read", of.unread, "The rest of these files is in the archive."),
        NOTHING if of.whole else Markup("<p>{}</p>").format(_IN_PART),
    )
    shown = joined(parts)
    return shown or Markup("<p>Every file of the folder was read, and every page of it.</p>")


_IN_PART = (
    "For documents that were read before this was noted, pages that could not be read are not known; "
    "`minutebook ingest FOLDER --rebuild` reads them all again."
)


def _list(title: str, files: Sequence[ShortfallOut], lede: str) -> Markup:
    if not files:
        return NOTHING
    shown, more = files[:SHOWN], files[SHOWN:]
    rest = Markup("<details><summary>{} more</summary>{}</details>").format(len(more), _lines(more)) if more else NOTHING
    return Markup('<h3>{} ({:,})</h3><p class="mb-muted">{}</p>{}{}').format(title, len(files), lede, _lines(shown), rest)


def _lines(files: Sequence[ShortfallOut]) -> Markup:
    line = Markup('<li><strong>{}</strong> {}. <span class="mb-held-remedy">{}</span></li>')
    return Markup('<ul class="mb-held-shortfalls">{}</ul>').format(
        joined(line.format(one.path, one.reason.rstrip("."), sentence(one.remedy)) for one in files)
    )
