"""`firsthand judge`: a person's decision on a finding of a report."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from firsthand.findings import words_of
from firsthand.model import Judgement, Verdict
from firsthand.store.judgements import add_judgement

from .failures import NoFindingError
from .output import CannotWriteError


def judge(arguments: argparse.Namespace) -> int:
    """Write one judgement into the file of judgements.

    Raises:
        NoFindingError: the report cannot be read, or does not hold the finding.
        CannotWriteError: the judgement could not be written.
    """
    finding = _finding(arguments.report, arguments.finding)
    judgement = Judgement(
        words=words_of(finding["kind"], (side["quote"] for side in finding["sides"])),
        verdict=None if arguments.verdict == "undo" else Verdict(arguments.verdict),
        by=arguments.by,
        when=datetime.now(UTC).isoformat(timespec="seconds"),
        note=arguments.note,
    )
    try:
        add_judgement(arguments.judgements, judgement)
    except OSError as error:
        raise CannotWriteError(f"cannot write {arguments.judgements}: {error.strerror or error}") from error
    if not arguments.quiet:
        print(f"firsthand: {finding['id']}: {arguments.verdict}", file=sys.stderr)
    return 0


def _finding(report: str, wanted: str) -> dict[str, Any]:
    """The finding of a JSON report whose id is, or begins with, what is wanted."""
    try:
        data = json.loads(Path(report).read_text(encoding="utf-8"))
        stories = data["stories"]
        every = [one for story in stories for one in [*story["findings"], *story.get("dismissed", [])]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoFindingError(f"{report} is no report in JSON ({error})") from error
    name = wanted if wanted.startswith("finding-") else f"finding-{wanted}"
    fitting = [one for one in every if one["id"].startswith(name)]
    if len(fitting) != 1:
        raise NoFindingError(f"{len(fitting) or 'no'} finding{'s' * (len(fitting) != 1)} of {report} begin with {name}")
    return dict(fitting[0])
