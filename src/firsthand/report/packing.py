"""Formats of several files: what each is called and holds, and all of them in one archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

File = tuple[str, bytes]
"""A file's name inside the folder (parts divided by `/`, never taken from page text), and its bytes."""
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: it must not depend on the clock
_UNIX, _PLAIN_FILE = 3, 0o100644 << 16


def zipped(files: Iterable[File]) -> bytes:
    """One zip archive of the files, in their order. The same files give the same bytes with one version of zlib."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return packed.getvalue()


def within(folder: str, files: Iterable[File]) -> Iterator[File]:
    """The same files, in a folder."""
    return ((f"{folder}/{name}", data) for name, data in files)
