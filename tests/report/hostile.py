"""A report whose every string is an attack: on the browser, on the terminal, on the reader's eye."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, cast

from firsthand.model import Report

from .ferry import ferry_report

ATTACK = (
    "</script><script>alert(1)</script><svg onload=alert(1)><img src=x onerror=alert(1)>"
    "<a href='javascript:alert(1)'>\"><iframe src=https://evil.example/>{{ 7 * 7 }}"
    "\x1b[2J\x1b]0;owned\x07\x9b31m\u202egnp.exe\u2066\ud800 [x](javascript:alert(1)) ![y](http://evil.example/p.png)"
)
_LEFT_ALONE = {"id", "article", "articles", "a", "b", "page", "key", "claims", "sha256"}
"""Ids, which tie the report together and are never page text."""


def hostile_report(attack: str = ATTACK) -> Report:
    """The ferry report with the attack added to every text in it."""
    return cast(Report, _attacked(ferry_report(), "", attack))


def _attacked(value: object, name: str, attack: str) -> object:
    if isinstance(value, Enum) or (name in _LEFT_ALONE and not _nested(value)):
        return value
    if isinstance(value, str):
        return value + attack
    if isinstance(value, tuple):
        return tuple(_attacked(one, name if isinstance(one, str) else "", attack) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {
            one.name: _attacked(getattr(value, one.name), one.name, attack) for one in fields(value)
        }
        return replace(value, **{key: new for key, new in changed.items() if key != "origins" or _nested(new)})
    return value


def _nested(value: object) -> bool:
    return (isinstance(value, tuple) and any(is_dataclass(one) for one in value)) or is_dataclass(value)
