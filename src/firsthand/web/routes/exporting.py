"""A story handed on: in the formats of the desk, or one finding as a citation."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore
from firsthand.desk import exporting
from firsthand.desk.errors import NotThere

from ..views.citation import citation
from .story import StoryId, page_of

router = APIRouter()


@router.get("/stories/{story}/export/{format_}")
def export(person: Reader, store: TheStore, story: StoryId, format_: str) -> Response:
    """The story as a file."""
    name, media_type, content = exporting.export(store, story, format_)
    return Response(content, media_type=media_type, headers={"Content-Disposition": attachment(name)})


@router.get("/stories/{story}/citation/{finding}")
def one_citation(person: Reader, store: TheStore, story: StoryId, finding: str) -> Response:
    """One finding with both sides' words, publishers and addresses, as plain text."""
    found = page_of(store, story)
    report = found.report.stories[0]
    for one in (*report.findings, *report.updates, *report.dismissed):
        if one.id == finding:
            text = citation(found.report, report, one)
            return Response(text, media_type="text/plain; charset=utf-8")
    raise NotThere("The story has no such finding any more.")


def attachment(name: str) -> str:
    """A file's name as the header of a download wants it."""
    plain = "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "-" for sign in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
