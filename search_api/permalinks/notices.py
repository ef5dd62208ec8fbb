"""What does a plain page say where there is no record to show?

The page for an id that is not held, the page for an archive that cannot be read, and the first page. They say what to do next and
nothing of the machine they run on.
"""

from __future__ import annotations

from markupsafe import Markup

from search_api.permalinks.frame import Leaf

_NOT_HELD = Markup("""<h1>This record is not held here</h1>
<p>No {kind} of this archive has the address that you opened.</p>
<ul>
<li>Look whether the whole address arrived: some programs break long ones.</li>
<li>The file may have been published anew since. A changed file gets new addresses: look for its meeting anew.</li>
<li>It may be in another archive, or not open to the public: what is not open is not held here.</li>
</ul>
<p><a href="../">What this archive is</a></p>
""")

_NOT_READY = Markup("""<h1>The archive cannot be read at the moment</h1>
<p>Nothing is wrong with the address that you opened. Please try again in some minutes.</p>
<p>Whoever runs this archive finds the reason at <a href="../health/ready">the state of the archive</a>.</p>
""")

_FIRST = Markup("""<h1>An archive that answers from council minutes</h1>
<p>This address serves records of council minutes: every decision quoted, every vote as printed, nothing invented.</p>
<h2>For people</h2>
<p>Each agenda item, each decision and each meeting has a page of its own, to which citations in reports lead:
<code>items/ID</code>, <code>decisions/ID</code>, <code>meetings/ID</code>.</p>
<p>To be told of new decisions, give a feed reader the address of <a href="v1/feeds/search">the feed of the newest decisions</a>,
or of a question: <code>v1/feeds/search?q=cycle+lane</code>.</p>
<h2>For programs</h2>
<p><a href="openapi.json">The description of the API (OpenAPI)</a> lists every path; <a href="v1/status">its state</a> says what is
held.</p>
""")


def not_held(kind: str) -> Leaf:
    """Return the page for an id that names no such record here; `kind` is `agenda item`, `decision` or `meeting`."""
    return Leaf("Not held here", _NOT_HELD.format(kind=kind))


def not_ready() -> Leaf:
    """Return the page for an archive that is not there or cannot be read."""
    return Leaf("The archive cannot be read", _NOT_READY)


def first() -> Leaf:
    """Return the first page of the API."""
    return Leaf("Council minutes, quoted", _FIRST)
