"""Bodies as they travel, unpacked within a bound."""

from __future__ import annotations

import zlib

from .policy import NotFetchedError

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_RAW = -15


def unpacked(body: bytes, encoding: str, most: int, *, start: bool = False) -> bytes:
    """The body without its Content-Encoding; with `start`, as much of its beginning as there is within the bound.

    Raises:
        NotFetchedError: an encoding that was not asked for, a broken body, or one that grows beyond the bound.
    """
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return body
    if name not in _WINDOWS:
        raise NotFetchedError("packed in a way that was not asked for")
    try:
        return _inflated(body, _WINDOWS[name], most, start)
    except zlib.error as error:
        if name != "deflate":
            raise NotFetchedError("the packed body is broken") from error
    try:
        return _inflated(body, _RAW, most, start)  # what many servers mean by deflate
    except zlib.error as error:
        raise NotFetchedError("the packed body is broken") from error


def _inflated(body: bytes, window: int, most: int, start: bool) -> bytes:
    inflater = zlib.decompressobj(window)
    data = inflater.decompress(body, most + 1)
    if start:
        return data[:most]
    if len(data) > most:
        raise NotFetchedError(f"larger than {most // 1_000_000} MB when unpacked")
    if not inflater.eof:
        raise zlib.error("it breaks off")
    return data
