"""What the command line understands."""

from __future__ import annotations

import argparse
from datetime import date

from firsthand import __version__

from . import archiving, desking, fetching, peopling

FORMATS = ("text", "json", "html", "md", "annotations", "prov", "provn", "ninjs", "tables", "bag")
SUFFIXES = {".json": "json", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".txt": "text",
            ".jsonld": "annotations", ".provn": "provn"}  # fmt: skip
STAGES = ("articles", "stories", "lineage", "statements", "claims", "findings", "times", "quantities")

_EXITS = """\
exit status:
  0    a report was made; pages that could not be read are listed in it and on standard error
  1    nothing could be read, no page holds an article, or the output could not be written
  2    the command line was wrong
  130  interrupted
"""
_EXAMPLES = """\
examples:
  firsthand report pages/                       a summary in the terminal
  firsthand report pages/ -o report.html        one HTML file, readable offline
  firsthand report a.html b.txt --format json   everything, as data
  firsthand report pages/ -f bag -o case/       the report sealed with its pages
  firsthand inspect pages/ --stage claims       what one stage made of the pages
  firsthand judge report.json 3f2a wrong        what a person says of a finding; see --judgements
"""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="firsthand",
        description="What stands behind the news: lineage, claims and differences over many reports of one event.",
        epilog=f"{_EXAMPLES}\n{_EXITS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"firsthand {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _report(commands)
    _inspect(commands)
    fetching.add_command(commands)
    archiving.add_command(commands)
    _judge(commands)
    desking.add_commands(commands)
    peopling.add_commands(commands)
    return top


def _report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "report",
        help="read pages and report on their stories",
        description="Read pages (files, folders or URLs) and report on the stories that they tell.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("paths", metavar="PATH", nargs="+", help="a page, a folder, an archive, a feed, or a URL")
    command.add_argument(
        "-f",
        "--format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]} (docs/handover.md); else told by the name of FILE, or text. "
        "ninjs, tables and bag are several files: FILE is then a folder, or a .zip",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        action="append",
        default=[],
        help="write to FILE, not to standard output; give it again for a second format of the same run",
    )
    command.add_argument("--story", metavar="STORY", help="only this story: its id, or as much of it as tells it apart")
    command.add_argument(
        "--made", type=_day, metavar="DATE", help="with --format bag: the day of sealing (YYYY-MM-DD; today)"
    )
    command.add_argument(
        "--judgements",
        metavar="FILE",
        help="honour what people have decided on findings (see firsthand judge): those judged wrong are set apart",
    )
    fetching.add_options(command, keep=True)
    _workers(command)
    _quiet(command)


def _inspect(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "inspect",
        help="print what one stage made of the pages",
        description="Print what one stage made, as JSON lines. Spans count code points of the article's text. The "
        "stages times and quantities read a plain text as it stands, and count its own characters.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _paths(command)
    command.add_argument("--stage", choices=STAGES, required=True, help=", ".join(STAGES), metavar="STAGE")
    command.add_argument(
        "--published",
        type=_day,
        metavar="DATE",
        help="with --stage times: the day (YYYY-MM-DD) that “yesterday” is counted from",
    )
    _workers(command)
    _quiet(command)


def _judge(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser(
        "judge",
        help="mark a finding right or wrong",
        description="Mark a finding of a report right or wrong. The decision is added to a file of its own, and holds "
        "in later runs over the same words.",
        epilog=_EXITS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("report", metavar="REPORT", help="a report in JSON")
    command.add_argument("finding", metavar="FINDING", help="the finding's id, or as much of it as tells it apart")
    command.add_argument("verdict", choices=("right", "wrong", "undo"), help="undo takes an earlier decision back")
    command.add_argument(
        "--judgements", metavar="FILE", default="judgements.jsonl", help="where to add it (judgements.jsonl)"
    )
    command.add_argument("--by", metavar="NAME", default="", help="who decides")
    command.add_argument("--note", metavar="TEXT", default="", help="why")
    _quiet(command)


def _paths(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", metavar="PATH", nargs="+", help="a page, or a folder, archive or feed of pages")


def _workers(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--workers",
        type=_count,
        metavar="N",
        help="processes that read pages (by default one, and as many as there are processors from 100 pages up); the "
        "result is the same",
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from 1 to {MOST_WORKERS}")
    return int(text)


MOST_WORKERS = 64


def _quiet(command: argparse.ArgumentParser) -> None:
    command.add_argument("-q", "--quiet", action="store_true", help="no progress and no list of failures")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date: write YYYY-MM-DD") from None
