"""Words that several facets use in their reasons."""

from __future__ import annotations

from collections.abc import Sequence


def listed(parts: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c", each in quotation marks."""
    quoted = [f"“{part}”" for part in parts]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " and " + quoted[-1]
