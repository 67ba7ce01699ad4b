"""What a file of records already holds: its whole records, one gzip member each, and how far they reach."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_PIECE = 262_144
_GZIP = b"\x1f\x8b\x08"
_HEAD = 262_144
"""Bytes of a record that are looked at: its head and that of the HTTP answer in it."""


class NotRecordsError(Exception):
    """The file holds something else than gzip members of one WARC record each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecord:
    """The head of a whole record. Names of fields are in lower case."""

    start: int
    end: int
    """Where in the file the record begins, and the next one."""
    fields: dict[str, str]
    status: int
    """Of the HTTP answer; 0 where there is none."""
    inner: dict[str, str]
    """The fields inside: the headers of the HTTP answer, or what a warcinfo record says."""


def kept_records(file: BinaryIO) -> Iterator[KeptRecord]:
    """The whole records from the start of the file. A last one that breaks off is left out.

    Raises:
        NotRecordsError: at a member that is no record, or no gzip.
    """
    at, ahead = 0, b""
    while ahead := ahead or file.read(_PIECE):
        try:
            start, size, ahead = _member(file, ahead)
        except zlib.error as error:
            raise NotRecordsError(f"it is damaged, or no gzip file, at byte {at:,}") from error
        if size is None:
            return
        if not start.startswith(b"WARC/1."):
            raise NotRecordsError(f"at byte {at:,} there is no WARC record")
        yield _read(start, at, at + size)
        at += size


def begins_record(file: BinaryIO, after: int) -> bool:
    """Whether a record begins anywhere behind this place: then what stands at the place is damaged, not unfinished."""
    file.seek(after)
    tail = file.read()
    at = tail.find(_GZIP, 1)
    while at >= 0:
        try:
            if zlib.decompressobj(31).decompress(tail[at : at + 4096], 5) == b"WARC/":
                return True
        except zlib.error:
            pass
        at = tail.find(_GZIP, at + 1)
    return False


def kept_body(file: BinaryIO, at: int, most: int) -> bytes:
    """The body of the HTTP answer in the record that begins here, as it travelled; cut at the bound."""
    file.seek(at)
    inflater = zlib.decompressobj(31)
    data = bytearray()
    while not inflater.eof and len(data) < most and (piece := file.read(_PIECE)):
        data += inflater.decompress(piece, most)
    block = bytes(data).partition(b"\r\n\r\n")[2].removesuffix(b"\r\n\r\n")
    return block.partition(b"\r\n\r\n")[2]


def _member(file: BinaryIO, ahead: bytes) -> tuple[bytes, int | None, bytes]:
    """The start of what one gzip member unpacks to, its packed size, and what was read beyond it."""
    inflater = zlib.decompressobj(31)
    start, size = bytearray(), 0
    while ahead:
        piece = inflater.decompress(ahead, _PIECE)
        start += piece[: _HEAD - len(start)]
        rest = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
        size += len(ahead) - len(rest)
        if inflater.eof:
            return bytes(start), size, rest
        ahead = rest or file.read(_PIECE)
    return bytes(start), None, b""


def _read(unpacked: bytes, start: int, end: int) -> KeptRecord:
    head, _, block = unpacked.partition(b"\r\n\r\n")
    fields = _fields(head)
    kind, status = fields.get("content-type", ""), 0
    inner = block.partition(b"\r\n\r\n")[0]
    if kind.startswith("application/http") and inner.startswith(b"HTTP/"):
        code = inner[:16].split(b" ")[1:2]
        status = int(code[0]) if code and code[0].isdigit() else 0
    elif kind == "application/warc-fields":
        inner = b"\r\n" + inner
    else:
        inner = b""
    return KeptRecord(start=start, end=end, fields=fields, status=status, inner=_fields(inner))


def _fields(head: bytes) -> dict[str, str]:
    """The fields below the first line; the first of each name."""
    found: dict[str, str] = {}
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.decode("utf-8", "replace").partition(":")
        found.setdefault(name.strip().lower(), value.strip())
    return found
