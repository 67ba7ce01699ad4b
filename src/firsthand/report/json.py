"""The report as `firsthand.report/1`."""

from __future__ import annotations

import json
from typing import Any

from firsthand.model import Report

from .neutral import escaped_json
from .plain import report_data


def as_json(report: Report) -> str:
    """One JSON object, two spaces deep, ending with a newline."""
    return encoded(report_data(report), indent=2)


def encoded(data: dict[str, Any], *, indent: int | None = None) -> str:
    """Data as JSON that ends with a newline; on one line unless indented."""
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)) + "\n"
