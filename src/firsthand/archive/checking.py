"""Every part of a run held against its hash."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .settings import ArchiveError

PIECE = 1 << 20


def broken_parts(out: Path) -> list[tuple[str, str]]:
    """The parts in the manifest that are gone or changed, and which.

    Raises:
        ArchiveError: there is no manifest: the run is not done, or there was none.
    """
    try:
        parts = json.loads((out / "manifest.json").read_bytes())["parts"]
        return [(part["path"], why) for part in parts if (why := _wrong(out / part["path"], part["sha256"]))]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{out} holds no finished run over an archive") from error


def _wrong(path: Path, sha256: str) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except FileNotFoundError:
        return "is gone"
    return None if digest.hexdigest() == sha256 else "is not what was written"
