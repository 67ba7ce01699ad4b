"""`firsthand report`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from firsthand.model import Judgement, Report
from firsthand.report import as_html, as_json, as_markdown, as_text
from firsthand.store.judgements import BadJudgementsError, read_judgements

from .failures import CannotReadError, tell, tell_nothing_found
from .output import Output, outputs_of
from .progress import Progress
from .web import paths_with_kept


def report(arguments: argparse.Namespace) -> int:
    """Run the pipeline and write the report wherever it is wanted."""
    outputs = outputs_of(arguments.output, arguments.format)
    for output in outputs:
        output.check()
    judgements = _judgements(arguments.judgements)
    paths = paths_with_kept(arguments)
    from firsthand import pipeline  # brings in the language tools

    with Progress(quiet=arguments.quiet) as progress:
        made = pipeline.run(paths, progress=progress, judgements=judgements, workers=arguments.workers)
    if not arguments.quiet:
        tell(made.failures)
    for output in outputs:
        output.write(_in_format(made, output))
        if output.path and not arguments.quiet:
            print(f"firsthand: wrote {output.path}", file=sys.stderr)
    if not made.articles:
        tell_nothing_found(len(made.pages))
        return 1
    return 0


def _judgements(file: str | None) -> dict[str, Judgement]:
    """What people have decided; nothing where the file that is named has yet to be written."""
    if file is None or not Path(file).exists():
        return {}
    try:
        return read_judgements(file)
    except (OSError, UnicodeDecodeError, BadJudgementsError) as error:
        raise CannotReadError(f"cannot read the judgements: {error}") from error


def _in_format(made: Report, output: Output) -> str:
    if output.format == "json":
        return as_json(made)
    if output.format == "html":
        return as_html(made)
    if output.format == "md":
        return as_markdown(made)
    return as_text(made, colour=output.path is None and _wants_colour())


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
