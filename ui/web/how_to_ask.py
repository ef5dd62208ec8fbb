"""How may a question be put?

Gives the fold below the box: that plain words will do, and what each operator asks for, in plain English with an example. Knows no
archive; a test holds the examples to what the API reads.
"""

from __future__ import annotations

from markupsafe import Markup

from ui.web.components import joined

OPERATORS = (
    ('"shared services"', "These words must stand together, just so."),
    ("-parking", "No item that has this word."),
    ("pool OR baths", "Either word will do; OR in capitals."),
    ("body:planning", "Only bodies with this word in their name."),
    ('council:"West Dereham"', "Only this council. Put a name of several words in double quotes."),
    ("by:Treloar", "Only items that this person moved, seconded, spoke on or undertook something in."),
    ("2015..2018", "Only meetings from 2015 to 2018. Also 2015.. and ..2018, or days: 2018-04-01..2018-06-30."),
    ("outcome:lost", "Only items with a motion that was lost. Also carried, deferred, withdrawn, unclear."),
    ("kind:minutes", "Only minutes. Also agenda, decision, pack."),
    ("71/19", "A reference number: items that have it come first."),
)
"""What to type, and what it asks for."""


def how_to_ask() -> Markup:
    """Return the fold."""
    rows = joined(Markup("<dt><code>{}</code></dt><dd>{}</dd>").format(*row) for row in OPERATORS)
    return Markup(
        '<div class="mb" lang="en-GB"><details class="mb-how"><summary>How to ask</summary>'
        "<p>Ask as you would ask the clerk: “what was decided on parking charges last year”, “who voted against the budget”. "
        "A year, a body or a council that you name is understood, shown above the answer, and can be taken away again. "
        'To be exact, add any of these:</p><dl class="mb-facts">{}</dl></details></div>'
    ).format(rows)
