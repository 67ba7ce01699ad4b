"""Leads to where something stands in a story today: a finding, a claim, an article, or some words of one."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response

from firsthand.api.asking import Reader
from firsthand.api.state import TheStore
from firsthand.desk.errors import NotThere
from firsthand.desk.values import StoryPage
from firsthand.model import Span
from firsthand.report.index import index_of
from firsthand.report.views.anchors import Anchors

from ..views.parts import places_of
from ..views.subjects import subject_of
from .doorway import see
from .story import StoryId, page_of

router = APIRouter()


@router.get("/stories/{story}/at/{kind}/{subject}")
def point(
    person: Reader, store: TheStore, story: StoryId, kind: Literal["finding", "claim", "article", "words"], subject: str
) -> Response:
    """The page and place; the story itself where what is asked for is no longer in it."""
    found = page_of(store, story)
    base = f"/stories/{found.row.id}"
    href = _place(found, kind, subject)
    return see(href if href.startswith("/") else base + href)


def _place(found: StoryPage, kind: str, subject: str) -> str:
    report = found.report
    if not report.stories:
        return ""
    if kind == "finding":
        try:
            shown = subject_of(found, "finding", subject)
        except NotThere:
            return ""
        return f"{shown.href}#{shown.anchor}"
    index = index_of(report, report.stories[0])
    anchors = Anchors(1, index, places_of(found.row.id))
    if kind == "claim":
        return anchors.to_claim(index.claims[subject]) if subject in index.claims else ""
    if kind == "article":
        return anchors.to_article(subject) if subject in index.numbers else ""
    article, start, end = (*subject.split("."), "", "", "")[:3]
    if article not in index.numbers or not (start.isdecimal() and end.isdecimal() and len(start + end) < 20):
        return ""
    return anchors.to(Span(article, int(start), int(end)), "statement")
