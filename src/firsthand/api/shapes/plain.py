"""Values of the desk as plain data, where they hold findings, which travel as the report has them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from firsthand.desk.values import Check, Match
from firsthand.report.plain import finding_data


def check_data(check: Check) -> dict[str, Any]:
    """A check, ready for its shape."""
    return {**_flat(check), "matches": [_match(match) for match in check.matches]}


def _match(match: Match) -> dict[str, Any]:
    return {**_flat(match), "differing": [finding_data(one) for one in match.differing]}


def _flat(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}
