"""The head that tools put before a text in Markdown: a few plain fields between two lines of dashes."""

from __future__ import annotations

import re
from typing import Any

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w.-]{0,40})[ \t]*:(?:[ \t]+(\S.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(\S.*)$")


def fields_in_front(text: str) -> dict[str, Any]:
    """The fields of the head, strings and lists of strings; empty where there is none.

    Only the plain part of YAML is read: nothing that is nested, anchored or typed.
    """
    found = _FRONT.match(text)
    fields: dict[str, Any] = {}
    name = ""
    for line in found[1].splitlines() if found else ():
        field, item = _FIELD.match(line), _ITEM.match(line)
        if field:
            name = field[1]
            fields[name] = _value((field[2] or "").strip())
        elif item and not (isinstance(fields.get(name), str) and fields[name]):
            fields[name] = [*(fields.get(name) or ()), _plain(item[1])]
    return fields


def _value(written: str) -> str | list[str]:
    if written.startswith("[") and written.endswith("]"):
        return [_plain(one) for one in written[1:-1].split(",") if one.strip()]
    return _plain(written)


def _plain(written: str) -> str:
    written = written.strip()
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return written
