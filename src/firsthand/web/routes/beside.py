"""Any two articles side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from firsthand.api.aside import aside
from firsthand.api.asking import Reader
from firsthand.api.state import Desk, TheDesk
from firsthand.desk import besides, reading
from firsthand.desk.apart import Calling
from firsthand.model import Overlap
from firsthand.report import wording
from firsthand.report.index import StoryIndex, index_of

from ..pages import Pages
from ..rendered import Rendered
from ..views.beside import columns, relation_words
from .doorway import ThePages, TheRendered
from .story import StoryId, page_of

router = APIRouter()
ArticleId = Annotated[str, Query(max_length=80)]


@router.get("/stories/{story}/beside")
async def side_by_side(
    request: Request,
    person: Reader,
    desk: TheDesk,
    pages: ThePages,
    rendered: TheRendered,
    story: StoryId,
    left: ArticleId = "",
    right: ArticleId = "",
) -> Response:
    """Two articles with what they share marked. Where none are named: the two of the story that share most."""
    return await aside(request, _answer, request, desk, pages, rendered, story, left, right)


def _answer(
    request: Request, desk: Desk, pages: Pages, rendered: Rendered, story: str, left: str, right: str
) -> Response:
    store = desk.store
    found = page_of(store, story)
    report = found.report
    index = index_of(report, report.stories[0])
    members = list(index.articles)
    if not left or not right:
        left, right = _pair(members, found.report.stories[0].lineage.overlaps, left, right)
    choices = [(article, f"{index.numbers[article]}  {index.label(article)}") for article in members]
    both, strangers = "", []
    if left and right:
        key = ("beside", found.row.id, found.row.version, left, right)
        both = rendered.get(key, lambda: _both(desk.apart, pages, index, left, right))
        strangers = [one for one in reading.article_rows(store, [left, right]) if one.id not in index.numbers]
    return pages.answer(
        request,
        "beside.html",
        story=found.row,
        choices=[*choices, *((one.id, one.publisher or one.title or one.path) for one in strangers)],
        left=left,
        right=right,
        both=Markup(both),  # noqa: S704 - made by our own template
    )


def _both(apart: Calling, pages: Pages, index: StoryIndex, left: str, right: str) -> str:
    beside = apart(besides.beside, left, right)
    return pages.engine.get_template("desk/both.html").render(
        columns=columns(beside), index=index, words=relation_words(beside), why=wording.sentence(beside.why)
    )


def _pair(members: Sequence[str], overlaps: Sequence[Overlap], left: str, right: str) -> tuple[str, str]:
    """Two articles to begin with: the one asked for and the one that shares most with it."""
    asked = left or right
    near = sorted(
        (one for one in overlaps if not asked or asked in (one.a, one.b)),
        key=lambda one: -max(one.share_a, one.share_b),
    )
    if near:
        a, b = near[0].a, near[0].b
        return (a, b) if not asked or asked == a else (b, a)
    others = [one for one in members if one != asked]
    first = asked or (others.pop(0) if others else "")
    return first, others[0] if others else ""
