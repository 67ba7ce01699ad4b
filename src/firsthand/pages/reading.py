"""Files and folders to pages: the single door, and the choice of the reader."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BufferedIOBase
from pathlib import Path

from firsthand.model import Failure, Page

from .bounds import LARGEST, MOST_FAILURES, BeyondBounds, megabytes
from .building import MARKDOWN, Builder, decoded, failure
from .feeds import read_feed
from .members import Member, Trouble
from .records import is_record, parsed, read_document, read_lines, starts_as_json
from .sitemaps import read_sitemap
from .sniffing import LOOK, feed_root, not_text
from .source import BROKEN, Source
from .walking import CONTAINERS, NOT_PAGES, Found, files_given, files_under
from .warc import MAGIC, read_warc

Parts = Iterator[Member | Trouble]


def read_paths(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Page | Failure]:
    """Pages of the files and folders given, in order of path; what cannot be read is a `Failure` in its place.

    A file may be a page or hold many (an archive, a file of records, a feed): docs/formats.md. It is known by what is
    in it, not by its name.
    """
    given = sorted({os.fspath(path) for path in paths})
    asked = files_given(given)
    builder = Builder()
    seen: set[str] = set()
    for path in given:
        silent = True
        for found in files_under(path, asked):
            if isinstance(found, Failure):
                silent = False
                yield found
                continue
            real = os.path.realpath(found.path)
            fresh = real not in seen
            seen.add(real)
            silent = silent and fresh
            for one in bounded(found, read_found(found, builder)) if fresh else ():
                silent = False
                yield one
        if silent:
            what = "folder" if Path(path).is_dir() else "file"
            yield Failure(stage="pages", subject=path, reason=f"no pages in this {what}")


def list_files(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Found | Failure]:
    """The files behind the paths given, each once, in order of path: for who reads them one by one (`read_file`)."""
    given = sorted({os.fspath(path) for path in paths})
    asked = files_given(given)
    seen: set[str] = set()
    for path in given:
        for found in files_under(path, asked):
            real = os.path.realpath(found.path) if isinstance(found, Found) else None
            if real is None or real not in seen:
                yield found
            if real is not None:
                seen.add(real)


def read_file(found: Found) -> Iterator[Page | Failure]:
    """The pages of one file that `list_files` found; ids are those that `read_paths` gives."""
    return bounded(found, read_found(found, Builder()))


def bounded(found: Found, made: Iterable[Page | Failure]) -> Iterator[Page | Failure]:
    """What a file holds, with so many failures told one by one, and the rest counted."""
    failures = 0
    for one in made:
        failures += isinstance(one, Failure)
        if isinstance(one, Page) or failures <= MOST_FAILURES:
            yield one
    if failures > MOST_FAILURES:
        yield failure(found, Trouble(reason=f"{failures - MOST_FAILURES:,} more of its parts could not be read"))


def read_found(found: Found, builder: Builder) -> Iterator[Page | Failure]:
    """All pages of one file, and why others of its parts are none."""
    path = Path(found.path)
    try:
        if not path.is_file():
            yield failure(found, Trouble(reason="not a regular file"))
            return
        with path.open("rb") as file:
            yield from read_open(found, file, os.fstat(file.fileno()).st_size, builder)
    except OSError as problem:
        yield failure(found, Trouble(reason=f"cannot be read: {problem.strerror or 'input error'}"))


def read_open(found: Found, file: BufferedIOBase, size: int, builder: Builder) -> Iterator[Page | Failure]:
    """The pages of an open file, whose parts a builder makes them of."""
    listed: list[Trouble] = []
    for part in _parts(found, Source(file), size):
        yield from read_part(found, part, builder, listed)
    yield from (failure(found, one) for one in listed if one.url not in builder.addresses)


def read_part(
    found: Found, part: Member | Trouble, builder: Builder, listed: list[Trouble]
) -> Iterator[Page | Failure]:
    """The page of a part, or those of a feed that an archive holds, or why there is none.

    What a feed only lists is put with `listed`: its pages may be in the archive, too.
    """
    if isinstance(part, Trouble):
        yield failure(found, part)
        return
    reason = not_text(part.data) if isinstance(part.data, bytes) else None
    if reason is not None:
        yield failure(found, Trouble(place=part.place or None, url=part.url, reason=reason))
        return
    text, charset = decoded(part)
    listing = _listed(text, part.url) if isinstance(part.data, bytes) else None
    if listing is None:
        yield builder.page(found, part, text, charset)
        return
    for inner in listing:
        place = ", ".join(one for one in (part.place, inner.place) if one)
        if isinstance(inner, Member):
            yield from read_part(found, replace(inner, place=place, fetched=part.fetched), builder, listed)
        elif inner.url:
            listed.append(replace(inner, place=place or None))
        else:
            yield failure(found, replace(inner, place=place or None, url=part.url))


def _listed(text: str, base: str | None) -> Parts | None:
    """The parts of a feed or sitemap; None for a page."""
    root = feed_root(text)
    if root is None:
        return None
    return read_feed(text, base) if root == "feed" else read_sitemap(text)


def _parts(found: Found, source: Source, size: int) -> Parts:
    """What a file holds: the parts of a container, or itself."""
    head = source.peek(LOOK)
    if head.startswith(MAGIC):
        return read_warc(source)
    if not source.packed and size > LARGEST and not starts_as_json(head):
        return iter((Trouble(reason=f"larger than {megabytes(LARGEST)}"),))
    return _quietly(found, _json_parts(found, source) if starts_as_json(head) else _page_parts(found, source))


def _quietly(found: Found, parts: Parts) -> Parts:
    """The parts; nothing for a file of data that lies in a folder beside the pages."""
    data = found.suffix in CONTAINERS - MARKDOWN or found.path.lower().endswith(".gz")
    for number, part in enumerate(parts):
        if number == 0 and data and not found.asked and isinstance(part, Trouble) and part.foreign:
            return
        yield part


def _page_parts(found: Found, source: Source) -> Parts:
    data = _whole(source)
    if isinstance(data, Trouble):
        yield data
    else:
        yield _page(found, data)


def _page(found: Found, data: bytes) -> Member | Trouble:
    """The file as a page, or why it is none."""
    reason = not_text(data)
    if reason is None and found.suffix in (CONTAINERS - MARKDOWN) | NOT_PAGES and not _may_list(data):
        reason = f"a {found.suffix} file, not a page"
    if reason is not None:
        return Trouble(reason=reason, foreign=True)
    return Member(place="", data=data, media_type="text/markdown" if found.suffix in MARKDOWN else None)


def _may_list(data: bytes) -> bool:
    """Whether bytes with the name of data are a feed or sitemap all the same, or a page of XHTML."""
    text, _ = decoded(Member(place="", data=data[:LOOK]))
    return feed_root(text) is not None or "<html" in text[:2000].lower()


def _json_parts(found: Found, source: Source) -> Parts:
    """The records of JSON lines or of a JSON document; a text that only begins like one is a page."""
    try:
        line = source.readline(LARGEST + 1)
        value = parsed(line)
        if value is None:
            data = _whole(source, line)
            value = parsed(data) if isinstance(data, bytes) else None
        else:
            data = line
    except (*BROKEN, BeyondBounds) as error:
        yield _unreadable(error)
        return
    lines = found.suffix in {".jsonl", ".ndjson"}
    if not found.asked and value is not None and not is_record(value, lines=lines):
        yield Trouble(reason="no record of a page", foreign=True)
    elif (isinstance(value, dict) and data is line) or (lines and value is None and isinstance(data, bytes)):
        rest = source if data is line else Source(io.BytesIO(data))
        try:
            yield from read_lines(line if data is line else rest.readline(LARGEST + 1), rest)
        except (*BROKEN, BeyondBounds) as error:
            yield _unreadable(error)
    elif value is not None:
        yield from read_document(value)
    elif isinstance(data, bytes):
        yield _page(found, data)
    else:
        yield data


def _whole(source: Source, before: bytes = b"") -> bytes | Trouble:
    """All bytes of a file, those already read before them."""
    try:
        data = before + source.read(max(0, LARGEST + 1 - len(before)))
    except (*BROKEN, BeyondBounds) as error:
        return _unreadable(error)
    return data if len(data) <= LARGEST else Trouble(reason=f"larger than {megabytes(LARGEST)}")


def _unreadable(error: Exception) -> Trouble:
    if isinstance(error, BeyondBounds):
        return Trouble(reason=str(error))
    return Trouble(reason="the file breaks off or is damaged; what came before was read")
