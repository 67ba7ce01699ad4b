"""`firsthand report`."""

from __future__ import annotations

import argparse
import os
import sys

from firsthand.model import Report
from firsthand.report import as_html, as_json, as_markdown, as_text

from .failures import tell, tell_nothing_found
from .output import Output, outputs_of
from .progress import Progress
from .web import paths_with_kept


def report(arguments: argparse.Namespace) -> int:
    """Run the pipeline and write the report wherever it is wanted."""
    outputs = outputs_of(arguments.output, arguments.format)
    for output in outputs:
        output.check()
    paths = paths_with_kept(arguments)
    from firsthand import pipeline  # brings in the language tools

    with Progress(quiet=arguments.quiet) as progress:
        made = pipeline.run(paths, progress=progress)
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
