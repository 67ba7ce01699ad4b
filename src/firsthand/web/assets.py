"""The style sheets and scripts, held in memory and named by their content, so that browsers keep them for good."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from firsthand.report.rendering import TEMPLATES

_STATIC = Path(__file__).parent / "static"
_FILES = {
    "report.css": TEMPLATES / "page.css",
    "report.js": TEMPLATES / "page.js",
    "desk.css": _STATIC / "desk.css",
    "desk.js": _STATIC / "desk.js",
    "beside.js": _STATIC / "beside.js",
    "add.js": _STATIC / "add.js",
    "icon.svg": _STATIC / "icon.svg",
}
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file as it is served."""

    content: bytes
    media_type: str
    digest: str


@cache
def assets() -> dict[str, Asset]:
    """All files by name."""
    found = {}
    for name, path in _FILES.items():
        content = path.read_bytes()
        found[name] = Asset(
            content=content, media_type=_TYPES[path.suffix], digest=hashlib.sha256(content).hexdigest()[:16]
        )
    return found


def address(name: str) -> str:
    """The address of a file: another one whenever its content changes."""
    return f"/static/{name}?{assets()[name].digest}"


def edition() -> str:
    """Changes whenever any file does: pages that a browser keeps are of one edition."""
    return hashlib.sha256("".join(one.digest for one in assets().values()).encode()).hexdigest()[:12]
