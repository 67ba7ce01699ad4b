"""A case folder: a report sealed with the pages it rests on, as a BagIt bag (RFC 8493) that an archive can take in.

The bag holds the report in every form that a person or program can read without us, and the pages as found. Names of
files come from ids, never from pages. Nothing in it depends on a clock: the date is the caller's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

from firsthand.model import Page, Report, content_id

from .addresses import NAMESPACE, safe_id, uri_of
from .json import as_json
from .markdown import as_markdown
from .neutral import one_line
from .packing import File, within
from .tables import as_csv, as_tables

Bytes = Mapping[str, bytes] | Callable[[str], bytes | None]
"""The bytes of pages as found, by page id."""
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LONGEST = 300  # characters of a title in the bag's own description
_SUFFIXES = {"text/html": ".html", "text/markdown": ".md"}
_INDEX = ("file", "state", "page", "path", "url", "sha256", "media_type", "fetched")


def sealed(report: Report, pages: Bytes, *, made: str | None = None, agent: str = "Firsthand") -> Iterator[File]:
    """The files of the bag, the payload first, one page's bytes at a time.

    `pages` gives each page's bytes as found. Where it has none, or others than those that were read (their SHA-256
    differs), the page's decoded text is kept in their place, and `pages/index.csv` says so. `made` is the day of
    sealing (YYYY-MM-DD); without it the bag has no date. `agent` names the program.
    """
    manifest: dict[str, str] = {}
    size = 0
    for name, data in within("data", _payload(report, pages)):
        manifest[name] = hashlib.sha256(data).hexdigest()
        size += len(data)
        yield name, data
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": _information(report, f"{size}.{len(manifest)}", made, agent),
        "manifest-sha256.txt": _manifest(manifest),
    }
    yield from tags.items()
    yield "tagmanifest-sha256.txt", _manifest({name: hashlib.sha256(data).hexdigest() for name, data in tags.items()})


def _payload(report: Report, pages: Bytes) -> Iterator[File]:
    from .html import as_html  # brings in the template engine

    yield "README.txt", _README.encode("utf-8")
    yield "report.json", as_json(report).encode("utf-8")
    yield "report.html", as_html(report).encode("utf-8")
    yield "report.md", as_markdown(report).encode("utf-8")
    yield from within("tables", as_tables(report, parquet=False))
    bytes_of = pages if callable(pages) else pages.get
    index = []
    for page in report.pages:
        name, state, data = _kept(page, bytes_of(page.id))
        index.append((name, state, page.id, page.path, page.url, page.sha256, page.media_type, page.fetched))
        yield f"pages/{name}", data
    yield "pages/index.csv", as_csv(_INDEX, index)


def _kept(page: Page, data: bytes | None) -> tuple[str, str, bytes]:
    """Name, state and bytes of one page. Every name ends with `.txt`: nothing in a page runs when it is opened."""
    if data is not None and hashlib.sha256(data).hexdigest() == page.sha256:
        return f"{safe_id(page.id)}{_SUFFIXES.get(page.media_type, '')}.txt", AS_FOUND, data
    why = "its bytes were not to be had" if data is None else "its bytes have changed since it was read"
    return f"{safe_id(page.id)}.decoded.txt", f"decoded text: {why}", page.text.encode("utf-8", "surrogatepass")


AS_FOUND = "as found"
"""The state of a page whose very bytes are in the bag."""


def _information(report: Report, oxum: str, made: str | None, agent: str) -> bytes:
    if len(report.stories) == 1:
        story = report.stories[0].story
        name, about = uri_of(story.id), one_line(story.title)
    else:
        name = NAMESPACE + content_id("report", *(one.story.id for one in report.stories))
        about = f"Firsthand's report on {len(report.stories)} stories"
    lines = [
        ("Bag-Software-Agent", agent),
        ("Bagging-Date", made),
        ("External-Description", about[:_LONGEST]),
        ("External-Identifier", name),
        ("Payload-Oxum", oxum),
    ]
    return "".join(f"{label}: {one_line(value)}\n" for label, value in lines if value).encode("utf-8")


def _manifest(hashes: Mapping[str, str]) -> bytes:
    return "".join(f"{hashes[name]}  {name}\n" for name in sorted(hashes)).encode("utf-8")


_README = """\
A case folder made by Firsthand: a report on what several accounts of an event say, and the pages that it rests on.

report.html   the report, to read in a browser; it loads nothing from elsewhere
report.md     the same in short
report.json   the same as data (firsthand.report/1)
tables/       the same as tables; tables/dictionary.md says what stands in every column
pages/        the pages, byte by byte as they were found; pages/index.csv says which is which. Their names end with
              .txt so that nothing in them runs when they are opened.

The folder above this one is a BagIt bag (RFC 8493): any program that knows BagIt can tell whether a file was changed,
added or lost, for example `bagit.py --validate FOLDER`, or, with tools that every Unix has, `sha256sum -c
manifest-sha256.txt` in that folder. It cannot tell who made the bag: for that, sign tagmanifest-sha256.txt.
"""
