"""One report as one file to hand over, in whichever format is asked for: what a download needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from firsthand.model import Report

from .addresses import safe_id
from .annotations import as_annotations
from .bag import Bytes, sealed
from .json import as_json
from .markdown import as_markdown
from .ninjs import as_ninjs
from .packing import File, within, zipped
from .prov import as_prov
from .tables import as_tables


class NoFormatError(Exception):
    """A format that there is not. The message says which there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file to hand over. Its name is safe anywhere."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a format is called where files have names and types, and how it is made."""

    suffix: str
    media_type: str
    make: Callable[[Report], bytes]


def _html(report: Report) -> bytes:
    from .html import as_html  # brings in the template engine

    return as_html(report).encode("utf-8")


def _text(make: Callable[[Report], str]) -> Callable[[Report], bytes]:
    return lambda report: make(report).encode("utf-8")


def _zip(make: Callable[[Report], Iterable[File]]) -> Callable[[Report], bytes]:
    return lambda report: zipped(make(report))


_PLAIN: dict[str, Form] = {
    "json": Form(suffix=".json", media_type="application/json", make=_text(as_json)),
    "html": Form(suffix=".html", media_type="text/html; charset=utf-8", make=_html),
    "md": Form(suffix=".md", media_type="text/markdown; charset=utf-8", make=_text(as_markdown)),
    "csv": Form(suffix="-csv.zip", media_type="application/zip", make=_zip(lambda one: as_tables(one, parquet=False))),
    "parquet": Form(
        suffix="-parquet.zip", media_type="application/zip", make=_zip(lambda one: as_tables(one, csv=False))
    ),
    "ninjs": Form(suffix="-ninjs.zip", media_type="application/zip", make=_zip(as_ninjs)),
    "prov": Form(suffix=".prov.json", media_type="application/json", make=_text(as_prov)),
    "annotations": Form(
        suffix=".jsonld",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        make=_text(as_annotations),
    ),
}
FORMATS = (*_PLAIN, "bag")
"""What a report can be handed over as."""


def handed_over(
    report: Report, format_: str, *, pages: Bytes | None = None, made: str | None = None, agent: str = "Firsthand"
) -> Handed:
    """The report as one file, named after its story. `pages`, `made` and `agent` are for the case folder: see `sealed`.

    Raises:
        NoFormatError: there is no such format.
    """
    name = safe_id(report.stories[0].story.id) if len(report.stories) == 1 else "firsthand"
    if format_ == "bag":
        files = within(name, sealed(report, pages or {}, made=made, agent=agent))
        return Handed(name=f"{name}-case.zip", media_type="application/zip", content=zipped(files))
    form = _PLAIN.get(format_)
    if form is None:
        raise NoFormatError(f"there is no format {format_}: choose {', '.join(FORMATS[:-1])} or {FORMATS[-1]}")
    return Handed(name=name + form.suffix, media_type=form.media_type, content=form.make(report))
