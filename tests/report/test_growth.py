"""What is handed over grows as the report does, and no faster."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from firsthand.model import Report
from firsthand.report import as_annotations, as_json, as_ninjs, as_prov, as_provn, as_tables, sealed
from firsthand.report.packing import File

from .crowd import crowd_report

SMALL, LARGE = 40, 160


Form = Callable[[Report], str | Iterator[File]]


def _size(form: Form, report: Report) -> int:
    made = form(report)
    return len(made) if isinstance(made, str) else sum(len(data) for _, data in made)


@pytest.mark.parametrize(
    "form",
    [as_json, as_annotations, as_prov, as_provn, as_ninjs, as_tables, lambda report: sealed(report, {})],
    ids=["json", "annotations", "prov", "provn", "ninjs", "tables", "bag"],
)
def test_four_times_the_articles_are_four_times_the_bytes(form: Form) -> None:
    assert _size(form, crowd_report(LARGE)) <= 1.2 * LARGE / SMALL * _size(form, crowd_report(SMALL))
