"""Articles, and any two beside each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import besides, reading
from firsthand.report.plain import article_data, page_data

from ..answers import answered
from ..aside import aside
from ..asking import Reader
from ..parameters import ArticleInPath
from ..shapes.articles import Article, SideBySide
from ..state import TheDesk, TheStore

router = APIRouter(tags=["articles"])
Side = Annotated[
    str,
    Query(
        description="An article's id.",
        min_length=1,
        max_length=100,
        pattern=r"^[A-Za-z0-9._:~-]+$",
        examples=["article-0c9d7a51e2f4"],
    ),
]


@router.get("/articles/{article}", response_model=Article)
def article(request: Request, store: TheStore, who: Reader, article: ArticleInPath) -> Response:
    """One article with its text, and its page without its bytes."""
    found, page = reading.article(store, article)
    rows = reading.article_rows(store, [article])
    story = rows[0].story if rows else None
    shape = Article.model_validate({"story": story, "article": article_data(found), "page": page_data(page)})
    return answered(request, shape)


@router.get("/beside", response_model=SideBySide)
async def beside(request: Request, desk: TheDesk, who: Reader, left: Side, right: Side) -> Response:
    """Two articles beside each other: which words both have, which differ, which only one has."""
    found = await aside(request, desk.apart, besides.beside, left, right)
    shape = SideBySide.model_validate(
        {
            **{name: getattr(found, name) for name in SideBySide.model_fields},
            "left": found.left.id,
            "right": found.right.id,
        }
    )
    return answered(request, shape)
