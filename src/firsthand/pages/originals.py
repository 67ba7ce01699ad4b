"""Pages together with the bytes that they were made of: for who keeps them, and makes the same page again later."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.model import Failure, Hints, Page

from .building import Builder, decoded
from .members import Member
from .reading import bounded, list_files, read_found, read_open, read_part
from .walking import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """Bytes as they were found, and what was known of them before they were read."""

    path: str
    place: str
    """Inside what was given; the page's id depends on it."""
    part: str
    """Where in a container, in plain words; empty for a page of its own."""
    data: bytes
    as_text: bool
    """Whether a record held them as text: then they are UTF-8, whatever they look like."""
    url: str | None
    media_type: str | None
    charset: str | None
    """Both as they were declared."""
    fetched: str | None
    hints: Hints | None


def originals_of_files(paths: Sequence[str | os.PathLike[str]]) -> Iterator[tuple[Page, Original] | Failure]:
    """Each page of files and folders with its original. The pages are those of `read_paths`."""
    builder = Builder()
    for found in list_files(paths):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _with_originals(found, bounded(found, read_found(found, builder)), builder)


def originals_of_bytes(name: str, data: bytes) -> Iterator[tuple[Page, Original] | Failure]:
    """The pages of what was handed over under a name: a page, or a container of pages."""
    found, builder = Found(name, name, True), Builder()
    made = read_open(found, io.BytesIO(data), len(data), builder)
    yield from _with_originals(found, bounded(found, made), builder)


def originals_of_answer(
    url: str,
    data: bytes,
    *,
    media_type: str | None,
    charset: str | None,
    fetched: str | None,
    hints: Hints | None = None,
) -> Iterator[tuple[Page, Original] | Failure]:
    """The page of a web server's answer (the full texts of a feed, if it is one)."""
    member = Member(place="", data=data, url=url, charset=charset, media_type=media_type, fetched=fetched, hints=hints)
    found, builder = Found(url, url, True), Builder()
    yield from _with_originals(found, bounded(found, read_part(found, member, builder, [])), builder)


def page_again(original: Original, name: str) -> Page:
    """The page of an original, under the id that it was given when it came.

    Raises:
        ValueError: it has no text, as when it was no page in the first place.
    """
    data = original.data
    member = Member(
        place=original.part,
        data=data.decode("utf-8", "surrogatepass") if original.as_text else data,
        url=original.url,
        charset=original.charset,
        media_type=original.media_type,
        fetched=original.fetched,
        hints=original.hints,
    )
    text, charset = decoded(member)
    made = Builder().page(Found(original.path, original.place, True), member, text, charset)
    if isinstance(made, Failure):
        raise ValueError(made.reason)
    return replace(made, id=name)


def _with_originals(
    found: Found, made: Iterable[Page | Failure], builder: Builder
) -> Iterator[tuple[Page, Original] | Failure]:
    for one in made:
        if isinstance(one, Failure):
            yield one
            continue
        member = builder.last
        assert member is not None  # a page was made, of this
        yield (
            one,
            Original(
                path=found.path,
                place=found.place,
                part=member.place,
                data=member.data.encode("utf-8", "surrogatepass") if isinstance(member.data, str) else member.data,
                as_text=isinstance(member.data, str),
                url=member.url,
                media_type=member.media_type,
                charset=member.charset,
                fetched=member.fetched,
                hints=member.hints,
            ),
        )
