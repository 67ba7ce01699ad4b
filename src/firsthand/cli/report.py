"""`firsthand report`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from firsthand import __version__
from firsthand.model import Failure, Judgement, Report
from firsthand.report import (
    as_annotations,
    as_html,
    as_json,
    as_markdown,
    as_ninjs,
    as_prov,
    as_provn,
    as_tables,
    as_text,
    only,
    sealed,
)
from firsthand.report.packing import File
from firsthand.store.judgements import BadJudgementsError, read_judgements

from .failures import CannotReadError, tell, tell_nothing_found
from .folders import SEVERAL
from .output import Output, UnknownFormatError, outputs_of
from .progress import Progress
from .web import paths_with_kept


def report(arguments: argparse.Namespace) -> int:
    """Run the pipeline and write the report wherever it is wanted."""
    outputs = outputs_of(arguments.output, arguments.format)
    if arguments.made and arguments.format != "bag":
        raise UnknownFormatError("--made goes with --format bag")
    for output in outputs:
        output.check()
    judgements = _judgements(arguments.judgements)
    paths = paths_with_kept(arguments)
    from firsthand import pipeline  # brings in the language tools

    with Progress(quiet=arguments.quiet) as progress:
        made = pipeline.run(paths, progress=progress, judgements=judgements, workers=arguments.workers)
    if not arguments.quiet:
        tell(made.failures)
    shown = only(made, arguments.story) if arguments.story else made
    for output in outputs:
        if output.format in SEVERAL:
            output.write_files(_files(shown, output.format, paths, arguments.made))
        else:
            output.write(_in_format(shown, output))
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
    """The report in a format that is one text."""
    write = _TEXTS.get(output.format)
    return write(made) if write else as_text(made, colour=output.path is None and _wants_colour())


_TEXTS: dict[str, Callable[[Report], str]] = {
    "json": as_json,
    "html": as_html,
    "md": as_markdown,
    "annotations": as_annotations,
    "prov": as_prov,
    "provn": as_provn,
}


def _files(made: Report, format_: str, paths: Sequence[str], day: date | None) -> Iterator[File]:
    """The report in a format that is several files."""
    if format_ == "ninjs":
        return as_ninjs(made)
    if format_ == "tables":
        return as_tables(made)
    sealing = day or datetime.now(UTC).date()
    return sealed(made, _bytes_of(made, paths), made=sealing.isoformat(), agent=f"Firsthand/{__version__}")


def _bytes_of(made: Report, paths: Sequence[str]) -> dict[str, bytes]:
    """The bytes of the report's pages by id, read again from where they came from."""
    from firsthand.pages.originals import originals_of_files

    wanted = {page.id for page in made.pages}
    found = (one for one in originals_of_files(paths) if not isinstance(one, Failure))
    return {page.id: original.data for page, original in found if page.id in wanted}


def _wants_colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
