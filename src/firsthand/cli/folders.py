"""A format of several files, written as a folder: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from firsthand.report.packing import File

from .failures import CannotWriteError

SEVERAL = frozenset({"ninjs", "tables", "bag"})
"""Formats of several files."""


def check_folder(path: Path) -> None:
    """Find out before the work begins whether a folder can be written: a new one, or one that is empty.

    Raises:
        CannotWriteError: it cannot.
    """
    parent = path.parent
    if path.exists() and not path.is_dir():
        raise CannotWriteError(f"cannot write {path}: it is a file, and this format is several")
    if path.is_dir() and any(path.iterdir()):
        raise CannotWriteError(f"cannot write {path}: the folder is not empty")
    if not parent.is_dir():
        raise CannotWriteError(f"cannot write {path}: there is no folder {parent}")
    if not os.access(parent, os.W_OK):
        raise CannotWriteError(f"cannot write {path}: permission denied")


def write_folder(path: Path, files: Iterable[File]) -> None:
    """Write the files into a folder of their own beside it, then give that its name.

    Raises:
        OSError: they could not be written; nothing is left of them.
        ValueError: the name of a file leads out of the folder.
    """
    target = path.resolve()
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for name, data in files:
            file = made / _inside(name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        made.chmod(0o777 & ~umask())
        made.rename(target)  # over an empty folder, too
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def umask() -> int:
    """What is taken off the rights of new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or {"..", "\\"} & set(path.parts):
        raise ValueError(f"{name} leads out of the folder")
    return path
