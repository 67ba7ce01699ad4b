"""Which files stand behind the paths a caller gives."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from firsthand.model import Failure

CONTAINERS = frozenset(
    f".{suffix}" for suffix in ("warc", "jsonl", "ndjson", "json", "xml", "rss", "atom", "rdf", "gz", "md", "markdown")
)
"""Suffixes of what may hold pages and may hold anything else."""
NOT_PAGES = frozenset(
    f".{suffix}"
    for suffix in (
        *("csv", "tsv", "yaml", "yml", "toml", "ini", "lock", "log", "sqlite", "db"),
        *("css", "js", "mjs", "map", "py", "sh", "woff", "woff2", "ttf", "eot", "pdf", "zip", "tar", "tgz"),
        *("png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "bmp", "avif", "mp3", "mp4", "webm"),
    )
)
"""Suffixes of what lies beside pages in a folder (data, a saved page's own style sheets and pictures)."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: the path as given or joined, and its place inside what was given (stable when that is moved)."""

    path: str
    place: str
    asked: bool
    """Whether the file itself was given, not a folder that it is in."""

    @property
    def suffix(self) -> str:
        """What the name ends with, `.gz` aside."""
        return Path(self.place.lower().removesuffix(".gz")).suffix


def files_under(given: str, asked: Container[str]) -> Iterator[Found | Failure]:
    """The files behind one path, in order; `asked` holds the real paths of the files that were given themselves."""
    path = Path(given)
    if path.is_dir():
        yield from _in_folder(path, asked)
    elif path.exists():
        yield Found(given, path.name, True)
    else:
        yield Failure(stage="pages", subject=given, reason="there is no such file or folder")


def files_given(paths: Iterable[str]) -> frozenset[str]:
    """The real paths of those that are files."""
    return frozenset(os.path.realpath(path) for path in paths if Path(path).is_file())


def _in_folder(folder: Path, asked: Container[str]) -> Iterator[Found | Failure]:
    """Files of a folder and its subfolders. Hidden ones and known non-pages are passed over without a word."""
    root = os.path.realpath(folder)
    for place in _places(folder):
        path = str(folder / place)
        if not os.path.realpath(path).startswith(root.rstrip(os.sep) + os.sep):
            yield Failure(stage="pages", subject=path, reason="a symbolic link that leads out of the folder given")
        elif Path(path).is_file():
            yield Found(path, place, os.path.realpath(path) in asked)
        else:
            yield Failure(stage="pages", subject=path, reason="not a regular file")


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
