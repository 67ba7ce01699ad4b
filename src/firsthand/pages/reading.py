"""Files and folders to pages."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from firsthand.model import Failure, Page, content_id

from .decoding import decode
from .sniffing import is_feed, media_type, not_text
from .walking import NOT_PAGES, Found, files_under

LARGEST = 20_000_000
"""Bytes of one page. Real article pages with all their scripts stay below 5 MB."""


def read_paths(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Page | Failure]:
    """Pages of the files and folders given, in order of path; what cannot be read is a `Failure` in its place.

    An id is made from the bytes and the file's place inside the folder given (its name, for a file given itself), so
    it stays when the folder is moved; two identical files at different places are two pages.
    """
    used: Counter[str] = Counter()
    for found in files_under(paths):
        yield found if isinstance(found, Failure) else _read(found, used)


def _read(found: Found, used: Counter[str]) -> Page | Failure:
    data = _bytes_of(Path(found.path))
    if isinstance(data, str):
        return Failure(stage="pages", subject=found.path, reason=data)
    text, charset = decode(data)
    if not text.strip("\x00 \t\r\n\ufeff"):
        return Failure(stage="pages", subject=found.path, reason="the file has no text")
    if is_feed(text):
        return Failure(stage="pages", subject=found.path, reason="a feed or sitemap, not a page")
    digest = hashlib.sha256(data).hexdigest()
    name = content_id("page", digest, found.place)
    used[name] += 1
    return Page(
        id=name if used[name] == 1 else content_id("page", digest, found.place, used[name]),
        path=found.path,
        url=None,
        sha256=digest,
        media_type=media_type(text),
        charset=charset,
        text=text,
    )


def _bytes_of(path: Path) -> bytes | str:
    """The file's bytes, or why there are none to be had."""
    try:
        if not path.is_file():
            return "not a regular file"
        if path.stat().st_size > LARGEST:
            return f"larger than {LARGEST // 1_000_000} MB"
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as problem:
        return f"cannot be read: {problem.strerror or 'input error'}"
    reason = not_text(data)
    if reason is None and path.suffix.lower() in NOT_PAGES:
        reason = f"a {path.suffix.lower()} file, not a page"
    return reason or data
