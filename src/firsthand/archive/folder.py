"""The folder of a run: begun once, and found again only by a run over the same files with the same settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from firsthand.pages import Found

from .parts import Receipt, read_receipt, sweep, write_whole
from .settings import ArchiveError, Settings

SCHEMA = "firsthand.archive/1"


def begin(root: Path, source: Path, files: Sequence[Found], settings: Settings) -> None:
    """Make the folder, or make sure that it holds this very run.

    Raises:
        ArchiveError: it holds anything else, or there is nothing to read.
    """
    if not files:
        raise ArchiveError(f"there is no file to read under {source}")
    listed = [[one.place, Path(one.path).stat().st_size] for one in files]
    plan = {"schema": SCHEMA, "settings": asdict(settings), "files": listed}
    path = root / "run.json"
    if not root.exists() or not any(root.iterdir()):
        write_whole(path, (json.dumps(plan, indent=1) + "\n").encode())
        return
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise ArchiveError(f"{root} is not empty and holds no run over an archive") from error
    if held != plan:
        raise ArchiveError(f"{root} holds a run over other files or with other settings: give another folder")
    sweep(root)


def had(root: Path, task: str, *, used_up: bool = False) -> Receipt:
    """The receipt of a task whose step is done.

    Raises:
        ArchiveError: it is not there, or not all of its parts.
    """
    receipt = read_receipt(root, task, used_up=used_up)
    if receipt is None:
        raise ArchiveError(f"parts of {task} are gone: remove {root / 'receipts' / 'steps'} and they are made again")
    return receipt
