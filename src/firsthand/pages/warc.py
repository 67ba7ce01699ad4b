"""WARC archives (ISO 28500), packed or not, record by record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .answers import BrokenAnswer, body_of, content_type, read_answer
from .bounds import LARGEST, LARGEST_HEAD, LONGEST_LINE, MOST_RECORDS, BeyondBounds, megabytes
from .dates import iso
from .members import Member, Trouble, address
from .source import BROKEN, Source

MAGIC = b"WARC/"
_PASSED = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript",
           "application/x-javascript", "application/json", "application/wasm", "application/font")  # fmt: skip
"""What a browser fetches beside a page. It is passed over without a word."""
_PAGES = frozenset({"response", "resource", "conversion", "revisit", "metadata"})
_NOT_HAD = re.compile(rb"^fetch-failure: ?([^\r\n]{1,500})", re.MULTILINE)
"""What our own fetching writes of an address that gave no page."""
_VERSIONS = ["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The head of a record."""

    kind: str
    length: int
    url: str | None
    date: str | None
    media_type: str | None
    cut: bool
    """Whether it says that the block is not whole."""


class _Broken(Exception):  # noqa: N818  # as `BeyondBounds`
    """The archive cannot be read on. The message says why."""


def read_warc(source: Source) -> Iterator[Member | Trouble]:
    """The pages of an archive, in order; what comes before a break is given, and the break is told.

    After a break nothing is looked for further on: what looks like a record inside a damaged one may be text of a page
    that someone wrote to look like a record of another.
    """
    number, seen, not_had = 1, set[int](), dict[str, Trouble]()
    try:
        while (line := _first_line(source)) is not None:
            if number > MOST_RECORDS:
                yield Trouble(reason=f"more than {MOST_RECORDS:,} records; the rest was not read")
                break
            head = _head(source, line)
            for part in _in_record(source, head, f"record {number}", seen):
                if head.kind == "metadata" and isinstance(part, Trouble):
                    not_had[part.url or f"record {number}"] = part
                else:
                    yield part
            if head.kind in _PAGES - {"metadata"} and head.url:
                not_had.pop(head.url, None)  # it was had later
            _past_end(source)
            number += 1
    except (_Broken, BeyondBounds, *BROKEN) as error:
        why = str(error) if isinstance(error, _Broken | BeyondBounds) else "the file breaks off or is damaged"
        yield Trouble(place=f"record {number}", reason=f"{why} at byte {source.at:,}; what came before was read")
    yield from not_had.values()


def _first_line(source: Source) -> bytes | None:
    """The first line of the next record; None at the end of the archive."""
    source.allow(LARGEST_HEAD)
    while line := source.readline():
        if line.strip():
            return line
    return None


def _head(source: Source, line: bytes) -> _Head:
    from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

    if not line.startswith(MAGIC):
        raise _Broken("no record where one should begin")
    try:
        head = StatusAndHeadersParser(_VERSIONS).parse(source, line)
    except (StatusAndHeadersParserException, ValueError, IndexError) as error:
        raise _Broken("a record without a head that can be read") from error
    length = (head.get_header("Content-Length") or "").strip()
    if not (length.isascii() and length.isdigit()) or len(length) > 15:
        raise _Broken("a record that does not say how long it is")
    return _Head(
        kind=(head.get_header("WARC-Type") or "").lower(),
        length=int(length),
        url=address(head.get_header("WARC-Target-URI")),
        date=iso(head.get_header("WARC-Date")),
        media_type=head.get_header("Content-Type"),
        cut=head.get_header("WARC-Truncated") is not None or head.get_header("WARC-Segment-Number") is not None,
    )


def _in_record(source: Source, head: _Head, place: str, seen: set[int]) -> Iterator[Member | Trouble]:
    """The page of one record, or why there is none; the source is left at the end of the block."""
    source.allow(None)
    if head.kind not in _PAGES or head.length > LARGEST + LARGEST_HEAD:
        if source.skip(head.length) < head.length:
            raise _Broken("the file breaks off inside a record")
        if head.kind in _PAGES - {"metadata"}:
            yield Trouble(place=place, url=head.url, reason=f"larger than {megabytes(LARGEST)}")
        return
    block = source.read(head.length)
    if len(block) < head.length:
        raise _Broken("the file breaks off inside a record")
    try:
        member = _member(head, block, place)
    except (BrokenAnswer, BeyondBounds) as error:
        member = Trouble(place=place, url=head.url, reason=str(error))
    if isinstance(member, Member):
        same = hash((member.url, member.data))
        if same not in seen:  # fetched twice and the same: one page
            seen.update((same, hash(member.url)))
            yield member
    elif member is not None and not (head.kind == "revisit" and hash(head.url) in seen):
        if head.kind != "metadata":
            seen.add(hash(head.url))
        yield member


def _member(head: _Head, block: bytes, place: str) -> Member | Trouble | None:
    """The page of a record; None for what is passed over."""
    if head.kind == "metadata":
        why = _NOT_HAD.search(block[:LONGEST_LINE])
        return Trouble(place=place, url=head.url, reason=why[1].decode("utf-8", "replace")) if why else None
    cut = Trouble(place=place, url=head.url, reason="the page was not fetched whole") if head.cut else None
    if cut is not None and head.kind != "response":
        return cut
    if head.kind == "revisit":
        return Trouble(place=place, url=head.url, reason="fetched again and unchanged; its text is in another record")
    if head.kind != "response":
        media_type, charset = content_type(head.media_type)
        return _page(head, block, place, media_type, charset)
    if head.url is None and not block.startswith(b"HTTP/"):
        return None  # an answer of another kind of server: a name looked up, a file fetched by FTP
    answer = read_answer(block)
    if 300 <= answer.status < 400 or answer.status == 204:
        return None
    if not 200 <= answer.status < 300 or answer.status == 206:
        said = f"{answer.status} {answer.reason}".strip()
        return Trouble(place=place, url=head.url, reason=f"the server answered {said}")
    if cut is not None:
        return cut
    if (answer.media_type or "").startswith(_PASSED):
        return None
    return _page(head, body_of(answer), place, answer.media_type, answer.charset)


def _page(head: _Head, data: bytes, place: str, media_type: str | None, charset: str | None) -> Member | None:
    if (media_type or "").startswith(_PASSED) or (not data and media_type != "text/html"):
        return None
    return Member(place=place, data=data, url=head.url, charset=charset, media_type=media_type, fetched=head.date)


def _past_end(source: Source) -> None:
    """Past the line end that stands behind a block."""
    source.allow(LARGEST_HEAD)
    if source.readline().strip():
        raise _Broken("a record is longer than it says")
