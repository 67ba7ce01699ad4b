"""Which files stand behind the paths a caller gives."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from firsthand.model import Failure

NOT_PAGES = frozenset(
    f".{suffix}"
    for suffix in (
        *("json", "jsonl", "csv", "tsv", "xml", "yaml", "yml", "toml", "ini", "lock", "log", "sqlite", "db"),
        *("css", "js", "mjs", "map", "py", "sh", "woff", "woff2", "ttf", "eot", "pdf", "zip", "gz", "tar"),
        *("png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "bmp", "avif", "mp3", "mp4", "webm"),
    )
)
"""Suffixes of what lies beside pages in a folder (data, a saved page's own style sheets and pictures)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: the path as given or joined, and its place inside what was given (stable when that is moved)."""

    path: str
    place: str


def files_under(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Found | Failure]:
    """The files behind the paths, each once, in order of path, whatever the order given."""
    seen: set[str] = set()
    for given in sorted({os.fspath(path) for path in paths}):
        path = Path(given)
        if path.is_dir():
            yield from _unseen(_in_folder(path), seen)
        elif path.exists():
            yield from _unseen(iter((Found(given, path.name),)), seen)
        else:
            yield Failure(stage="pages", subject=given, reason="there is no such file or folder")


def _unseen(found: Iterator[Found | Failure], seen: set[str]) -> Iterator[Found | Failure]:
    for one in found:
        if isinstance(one, Found):
            real = os.path.realpath(one.path)
            if real in seen:
                continue
            seen.add(real)
        yield one


def _in_folder(folder: Path) -> Iterator[Found | Failure]:
    """Files of a folder and its subfolders. Hidden ones and known non-pages are passed over without a word."""
    root = os.path.realpath(folder)
    pages = 0
    for place in _places(folder):
        path = str(folder / place)
        if not os.path.realpath(path).startswith(root + os.sep):
            yield Failure(stage="pages", subject=path, reason="a symbolic link that leads out of the folder given")
        elif Path(path).is_file():
            yield Found(path, place)
        else:
            yield Failure(stage="pages", subject=path, reason="not a regular file")
        pages += 1
    if not pages:
        yield Failure(stage="pages", subject=str(folder), reason="no pages in this folder")


def _places(folder: Path) -> list[str]:
    places: list[str] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".") and not (Path(parent) / name).is_symlink()]
        places.extend(
            (Path(parent) / name).relative_to(folder).as_posix()
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() not in NOT_PAGES
        )
    return sorted(places)
