"""What may be typed after `minutebook`?

Every command, option, default and example in one place, built on argparse so that `--help` starts at once. Takes nothing and
loads nothing heavy; what a command does with its arguments is in `ui/commands/`.
"""

from __future__ import annotations

import argparse
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING
from typing import NoReturn

from index.records import Outcome
from index.sources import DocumentKind

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse has no public name for it

MODES = ("hybrid", "lexical", "dense")
ORDERS = ("best", "newest", "oldest")
MOST_RESULTS = 50
MOST_QUESTIONS = 10_000
MOST_ROWS = 100
HIGHEST_PORT = 65535
EXIT_CODES = """exit codes:
  0  all well (for `ask`: also when nothing was found, since that is an answer)
  1  failed: one sentence on the error stream says what to do
  2  wrong usage
  3  `ingest` only: done, but some files were refused; the report names them"""
SETTINGS = """settings: options come before the environment (MINUTEBOOK_*), which comes before minutebook.toml;
`minutebook status` prints those in force."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is; exit code 2."""
        self.exit(2, f"minutebook: {message}; see `{self.prog} --help`\n")


class _Version(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Print the version of the installed distribution."""
        parser.exit(0, f"minutebook {metadata.version('minutebook')}\n")


def command_parser() -> Parser:
    """Return the parser of the whole command line."""
    parser = Parser(
        prog="minutebook",
        description="An archive that answers from council minutes: every decision quoted, every vote as printed.",
        epilog=f"{EXIT_CODES}\n\n{SETTINGS}\n\n`minutebook COMMAND --help` gives an example of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands", parser_class=Parser)
    for add in (
        *(_ingest, _search, _ask, _compare, _brief, _timeline, _thread, _decisions, _votes, _person),
        *(_serve, _ui, _up, _status, _doctor, _evaluate),
    ):
        add(commands)
    return parser


def _command(commands: Commands, name: str, summary: str, *examples: str, more: str = "") -> Parser:
    shown = "\n".join(f"  minutebook {example}" for example in examples)
    parser = commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog="\n\n".join(part for part in (f"example:\n{shown}", more) if part),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--debug", action="store_true", help="show where an unforeseen error came from")
    return parser


def _ingest(commands: Commands) -> None:
    summary = "read a folder of minutes into an archive; only what is new or changed is read again"
    parser = _command(
        commands,
        "ingest",
        summary,
        "ingest tests/corpus/sample",
        "ingest tests/corpus/sample/marlsham-parish-council --archive file:var/marlsham --council 'Marlsham Parish Council'",
        more=EXIT_CODES,
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder with the minutes (PDF, DOCX, HTML, Markdown, text)")
    _archive(parser)
    parser.add_argument("--model", metavar="NAME", help="embedding model to build with: a built-in name or a local folder")
    parser.add_argument("--council", metavar="X", help="the council, for files that do not say")
    parser.add_argument("--body", metavar="Y", help="the body that met, for files that do not say")
    parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day of the meeting, for files that do not say")
    _choices(parser, "--kind", DocumentKind)
    parser.add_argument("--rebuild", action="store_true", help="start from nothing instead of reading what is new or changed")
    _json(parser)


def _search(commands: Commands) -> None:
    summary = "find agenda items, best first"
    parser = _command(commands, "search", summary, "search 'shared chief executive' --since 2020-01-01 -k 5")
    parser.add_argument("query", metavar="QUERY", help='words to look for; put a phrase in "double quotes"')
    words = "best match first, or what really matches by the day of its meeting, undated last"
    parser.add_argument("--order", choices=ORDERS, default=ORDERS[0], help=words)
    _without(parser)
    _archive(parser)
    _filters(parser)
    _retrieval(parser)
    _json(parser)


def _ask(commands: Commands) -> None:
    summary = "answer a question in quotations, decisions first, or say that these minutes do not record it"
    parser = _command(commands, "ask", summary, "ask 'what was decided on a shared Chief Executive'")
    parser.add_argument("query", metavar="QUESTION", help="the question, as you would say it")
    words = "also a line in plain English from the language model that is set up, shown only if the quotations bear it"
    parser.add_argument("--plain", action="store_true", help=words)
    _without(parser)
    _archive(parser)
    _filters(parser)
    _json(parser)


def _compare(commands: Commands) -> None:
    summary = "ask one question of two to six councils, or bodies, and show what each one's minutes say side by side"
    example = "compare 'shared Chief Executive' --council 'Aldermere Borough Council' --council 'Tarnbrook District Council'"
    parser = _command(commands, "compare", summary, example)
    parser.add_argument("query", metavar="QUESTION", help="the question, as you would say it")
    _archive(parser)
    group = parser.add_argument_group("columns", "Two to six councils, or two to six bodies, in the order to show.")
    group.add_argument("--council", action="append", default=[], metavar="X", help="a column for this council")
    group.add_argument("--body", action="append", default=[], metavar="Y", help="a column for this body")
    _days(parser.add_argument_group("filters", "They hold for every column."))
    parser.set_defaults(kind=[], outcome=[])
    _json(parser)


def _brief(commands: Commands) -> None:
    summary = "write a page of quotations with numbered citations, for Word, as Markdown or as a table"
    parser = _command(commands, "brief", summary, "brief 'shared Chief Executive' --title 'Shared services' --out briefing.docx")
    parser.add_argument("questions", metavar="QUESTION", nargs="*", help="questions, each as you would say it")
    _archive(parser)
    parser.add_argument("--item", action="append", default=[], metavar="ID", help="an agenda item to quote, by its id")
    parser.add_argument("--title", default="", metavar="T", help="the title to print")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="what to write: FILE.docx, FILE.md or FILE.csv")
    parser.add_argument("--force", action="store_true", help="write over a file that is there already")


def _timeline(commands: Commands) -> None:
    summary = "show how a matter went, meeting by meeting, decisions as printed, with the stretches on which nothing is held"
    parser = _command(commands, "timeline", summary, "timeline 'shared Chief Executive' --since 2019-01-01")
    parser.add_argument("query", metavar="QUESTION", help="the matter, or a question about it, as you would say it")
    _without(parser)
    _archive(parser)
    _filters(parser)
    words = "how many agenda items to show at most (16, unless set)"
    parser.add_argument("-k", "--top-k", type=_top_k, default=16, metavar="K", help=words)
    _json(parser)


def _thread(commands: Commands) -> None:
    summary = "show the items of other meetings that belong together with one, each with what shows it"
    parser = _command(commands, "thread", summary, "thread d0123456789ab-m1-i03")
    parser.add_argument("item_id", metavar="ITEM_ID", help="id of an agenda item, as `timeline` and `search --json` print it")
    _archive(parser)
    _json(parser)


def _decisions(commands: Commands) -> None:
    summary = "list every clause of every decision with its outcome and vote"
    parser = _command(commands, "decisions", summary, "decisions --body Cabinet --outcome lost --json")
    _archive(parser)
    _filters(parser)
    _json(parser, "one JSON object a line instead of text for people")


def _votes(commands: Commands) -> None:
    summary = "list every vote printed in the minutes, with the clause it was taken on and who voted how"
    parser = _command(commands, "votes", summary, "votes --member 'Cllr Treloar'", "votes --recorded --outcome lost --json")
    _archive(parser)
    words = "only recorded votes that print this name; titles and case do not count, an initial stands for a name"
    parser.add_argument("--member", metavar="NAME", help=words)
    parser.add_argument("--recorded", action="store_true", help="only votes that name the voters")
    _filters(parser)
    _json(parser, "one JSON object a line instead of text for people")


def _person(commands: Commands) -> None:
    summary = "list what one name, as printed, moved, seconded, said, voted, attended, declared and undertook"
    more = "A name that is not printed so lists the names printed that it may stand for."
    parser = _command(commands, "person", summary, "person 'Councillor Rosalind Treloar' --since 2020-01-01", more=more)
    parser.add_argument("name", metavar="NAME", help="the name, letter by letter as printed, or words of it")
    _archive(parser)
    _meetings(parser)
    parser.set_defaults(outcome=[])
    words = f"how many rows of each list to show, at most {MOST_ROWS} (10, unless set)"
    parser.add_argument("--count", type=_rows, default=10, metavar="N", help=words)
    _json(parser)


def _serve(commands: Commands) -> None:
    parser = _command(commands, "serve", "serve the API until stopped", "serve --port 8000")
    _archive(parser)
    parser.add_argument("--host", metavar="HOST", help="address to listen on; this machine only, unless set")
    _port(parser, "--port", "port to listen on; 0 takes a free one")
    words = "address under which others reach it, to be printed in citations and feeds; the one they asked at, unless set"
    parser.add_argument("--public", metavar="URL", help=words)
    _documents(parser)


def _ui(commands: Commands) -> None:
    summary = "serve the web page until stopped; it asks a running API"
    parser = _command(commands, "ui", summary, "ui --port 8501 --api http://127.0.0.1:8000")
    _port(parser, "--port", "port of the page")
    parser.add_argument("--api", metavar="URL", help="address of the API")


def _up(commands: Commands) -> None:
    summary = "start the API and the page, wait until both answer, print their addresses; Ctrl-C stops both"
    parser = _command(commands, "up", summary, "up --port 8000 --page-port 8501")
    _archive(parser)
    _port(parser, "--port", "port of the API; without it the usual one, or a free one where that is taken")
    _port(parser, "--page-port", "port of the page; likewise")
    _documents(parser)


def _status(commands: Commands) -> None:
    summary = "show what the archive holds and which settings are in force, with the source of each"
    parser = _command(commands, "status", summary, "status --json")
    _archive(parser)
    _json(parser)


def _doctor(commands: Commands) -> None:
    summary = "check Python, packages, model, archive and ports; exit code 1 where something must be mended"
    parser = _command(commands, "doctor", summary, "doctor")
    _archive(parser)
    _json(parser)


def _evaluate(commands: Commands) -> None:
    parser = _command(
        commands,
        "evaluate",
        "measure answers, decisions or retrieval against gold files",
        "evaluate questions tests/gold/sample-questions.jsonl --out results.jsonl",
        "evaluate decisions tests/gold/sample-decisions.jsonl --out predicted.jsonl",
        "evaluate beir path/to/cranfield",
    )
    kinds = parser.add_subparsers(dest="measure", metavar="MEASURE", required=True, title="measures", parser_class=Parser)
    for add in (_evaluate_questions, _evaluate_decisions, _evaluate_beir):
        add(kinds)


def _evaluate_questions(kinds: Commands) -> None:
    summary = "ask every gold question; by kind: ranking, refusals, quotations, outcomes, latency"
    parser = _command(kinds, "questions", summary, "evaluate questions tests/gold/sample-questions.jsonl --out results.jsonl")
    parser.add_argument("gold", metavar="GOLD", type=Path, help="questions, one JSON object a line")
    _archive(parser)
    parser.add_argument("--out", metavar="RESULTS.jsonl", type=Path, help="write what was found and answered, for the scorer")
    parser.add_argument("--against", metavar="RESULTS.jsonl", type=Path, help="compare with an earlier run, question by question")
    parser.add_argument("--legs", action="store_true", help="also search with each leg alone: what the two together gain")
    parser.add_argument("--ablate", action="store_true", help="also search without each part in turn: what the part gains")
    parser.add_argument("--curve", action="store_true", help="what would be refused at other thresholds")
    parser.add_argument("--worst", metavar="N", type=_count, default=0, help="show the N answerable questions that rank worst")
    _json(parser)


def _evaluate_decisions(kinds: Commands) -> None:
    summary = "compare the archive's decision clauses with labelled agenda items"
    parser = _command(kinds, "decisions", summary, "evaluate decisions tests/gold/sample-decisions.jsonl --out predicted.jsonl")
    parser.add_argument("gold", metavar="GOLD", type=Path, help="labelled items, one JSON object a line")
    _archive(parser)
    parser.add_argument("--out", metavar="PREDICTED.jsonl", type=Path, help="write every clause of the archive, for the scorer")
    _json(parser)


def _evaluate_beir(kinds: Commands) -> None:
    summary = "measure lexical, dense and hybrid search on a collection in the layout of BEIR"
    parser = _command(kinds, "beir", summary, "evaluate beir path/to/cranfield")
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="holds corpus.jsonl, queries.jsonl and qrels/test.tsv")
    parser.add_argument("--model", metavar="NAME", help="embedding model: a built-in name or a local folder")
    _json(parser)


def _archive(parser: Parser) -> None:
    parser.add_argument("--archive", metavar="ADDRESS", help="where the archive is (file:var/archive, unless set)")


def _documents(parser: Parser) -> None:
    words = "the folder that was ingested: pages of its PDFs are then shown as pictures"
    parser.add_argument("--documents", metavar="DIR", type=Path, help=words)


def _json(parser: Parser, words: str = "JSON for programs instead of text for people") -> None:
    parser.add_argument("--json", action="store_true", help=words)


def _without(parser: Parser) -> None:
    words = "words of the question from which no filter is to be read, such as 'in 2017'; may be given more than once"
    parser.add_argument("--without", action="append", default=[], metavar="WORDS", help=words)


def _filters(parser: Parser) -> None:
    _choices(_meetings(parser), "--outcome", Outcome, action="append", default=[])


def _meetings(parser: Parser) -> argparse._ArgumentGroup:
    group = parser.add_argument_group("filters", "An option given more than once allows any of its values.")
    group.add_argument("--council", action="append", default=[], metavar="X", help="only this council")
    group.add_argument("--body", action="append", default=[], metavar="Y", help="only this body")
    _days(group)
    _choices(group, "--kind", DocumentKind, action="append", default=[])
    return group


def _days(group: argparse._ActionsContainer) -> None:
    group.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="only meetings on or after this day")
    group.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="only meetings on or before this day")


def _choices(to: argparse._ActionsContainer, name: str, kind: type[DocumentKind | Outcome], **more: object) -> None:
    # `type=kind` would make argparse complain of an "invalid DocumentKind value" instead of listing what may be typed.
    values = [str(value) for value in kind]
    to.add_argument(name, choices=values, metavar=name[2:].upper(), help=f"one of {', '.join(values)}", **more)  # type: ignore[arg-type]


def _retrieval(parser: Parser) -> None:
    parser.add_argument("--mode", choices=MODES, default=MODES[0], help="which searches run (hybrid, unless set)")
    parser.add_argument("-k", "--top-k", type=_top_k, metavar="K", help="how many agenda items to show (10, unless set)")


def _port(parser: Parser, name: str, words: str) -> None:
    parser.add_argument(name, type=_port_number, metavar="PORT", help=words)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a day, write it as 2020-09-02") from error


def _top_k(typed: str) -> int:
    return _number(typed, 1, MOST_RESULTS)


def _count(typed: str) -> int:
    return _number(typed, 0, MOST_QUESTIONS)


def _rows(typed: str) -> int:
    return _number(typed, 1, MOST_ROWS)


def _port_number(typed: str) -> int:
    return _number(typed, 0, HIGHEST_PORT)


def _number(typed: str, low: int, high: int) -> int:
    if not typed.isascii() or not typed.isdigit() or not low <= int(typed) <= high:
        raise argparse.ArgumentTypeError(f"{typed!r} is not a whole number from {low} to {high}")
    return int(typed)
