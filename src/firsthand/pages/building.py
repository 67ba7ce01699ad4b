"""Bytes and texts that were found, to pages."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from firsthand.model import Failure, Page, content_id

from .decoding import decode
from .fields import hints_of, named, url_of
from .frontmatter import fields_in_front
from .members import Member, Trouble
from .mending import mend
from .sniffing import ANY_TAG, LOOK, media_type, starts_as_html
from .walking import Found

MARKDOWN = frozenset({".md", ".markdown"})
_BLANK = "\x00 \t\r\n\ufeff"


class Builder:
    """Makes the pages of one run, so that no two have one id."""

    def __init__(self) -> None:
        self.addresses: set[str] = set()
        """Of the pages made so far."""
        self.last: Member | None = None
        """What the last page was made of."""
        self._used: Counter[str] = Counter()

    def page(self, found: Found, member: Member, text: str, charset: str) -> Page | Failure:
        """A page of a file (a member without a place), or of a container.

        An id is made from the bytes and the file's place inside the folder given (its name, for a file given itself),
        for a container with the page's address: it stays when the folder is moved or the container grows. Two
        identical files at different places are two pages.
        """
        if not text.strip(_BLANK):
            return failure(found, Trouble(place=member.place or None, url=member.url, reason="it has no text"))
        self.last = member
        text, repairs = mend(text)
        if member.url:
            self.addresses.add(member.url)
        kind, digest = _media_type(text, member), _digest(member.data)
        page = Page(
            id=self._id(found, member, digest),
            path=found.path,
            url=member.url,
            sha256=digest,
            media_type=kind,
            charset=charset,
            text=text,
            fetched=member.fetched,
            hints=member.hints,
            repairs=repairs,
        )
        return _with_front(page) if kind == "text/markdown" else page

    def _id(self, found: Found, member: Member, digest: str) -> str:
        place = f"{found.place}#{member.url or ''}" if member.place else found.place
        name = content_id("page", digest, place)
        self._used[name] += 1
        return name if self._used[name] == 1 else content_id("page", digest, place, self._used[name])


def decoded(member: Member) -> tuple[str, str]:
    """The text of a member and its encoding; what a record gives as text has been decoded by whoever wrote it."""
    return decode(member.data, member.charset) if isinstance(member.data, bytes) else (member.data, "utf-8")


def failure(found: Found, trouble: Trouble) -> Failure:
    """What could not be read, named so that it can be found: file, place in it, address."""
    subject = ", ".join(one for one in (found.path, trouble.place, trouble.url) if one)
    return Failure(stage="pages", subject=subject, reason=trouble.reason)


def _digest(data: bytes | str) -> str:
    return hashlib.sha256(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")).hexdigest()


def _media_type(text: str, member: Member) -> str:
    """By the text's own look; what is declared decides where a few tags or marks could be either."""
    if member.media_type == "text/markdown" and not starts_as_html(text):
        return "text/markdown"
    if member.media_type in {"text/html", "application/xhtml+xml"} and ANY_TAG.search(text[:LOOK]):
        return "text/html"
    return media_type(text)


def _with_front(page: Page) -> Page:
    """The page with what the fields before a text in Markdown say, where nothing else does."""
    fields = named(fields_in_front(page.text))
    said = hints_of(fields)
    if said is None or page.hints is not None:
        said = page.hints
    return replace(page, hints=said, url=page.url or url_of(fields))
