"""Where a list goes on: opaque to who hands it back, checked when it comes."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from firsthand.store.packing import storable

from .errors import Refused

LONGEST = 2000


def cursor(*values: Any) -> str:
    """The place after a row, by the values that the list is ordered by."""
    return base64.urlsafe_b64encode(json.dumps(values, separators=(",", ":")).encode()).decode().rstrip("=")


def after(text: str | None, *kinds: type) -> tuple[Any, ...] | None:
    """The values of a cursor; None without one.

    Raises:
        Refused: it is none of this list's.
    """
    if text is None or text == "":
        return None
    try:
        data = base64.urlsafe_b64decode(text[:LONGEST].encode("ascii") + b"=" * (-len(text) % 4))
        values = json.loads(data)
    except (ValueError, binascii.Error, RecursionError) as error:
        raise Refused("not a cursor of this list") from error
    if not isinstance(values, list) or len(values) != len(kinds) or not all(map(_fits, values, kinds)):
        raise Refused("not a cursor of this list")
    return tuple(float(one) if kind is float else one for one, kind in zip(values, kinds, strict=True))


def _fits(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 62
    return isinstance(value, kind) and (not isinstance(value, str) or storable(value) == value)
