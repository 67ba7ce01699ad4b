"""Stories, and what lies within one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Query, Request, Response

from firsthand.desk import reading
from firsthand.desk.values import StoryPage
from firsthand.model import Article, Claim, Finding
from firsthand.report.plain import article_data, claim_data, finding_data, origin_data, overlap_data, story_data
from firsthand.store.opening import Store

from ..answers import answered, listed, unchanged
from ..asking import Reader
from ..parameters import Cursor, Filter, Flag, Instant, Limit, StoryInPath
from ..shapes.articles import Articles
from ..shapes.base import Listed, shown
from ..shapes.claims import Claims
from ..shapes.decisions import Decision
from ..shapes.findings import Findings
from ..shapes.lineage import Lineage
from ..shapes.stories import Stories, Story, StoryInList
from ..state import TheStore
from ..within import report_of, story_page, stretch, tag_of_story

router = APIRouter(tags=["stories"])
T = TypeVar("T", Article, Claim, Finding)


@router.get("/stories", response_model=Stories)
def stories(
    request: Request,
    store: TheStore,
    who: Reader,
    order: Annotated[Literal["weight", "newest"], Query(description="Heaviest or newest first.")] = "weight",
    text: Annotated[Filter, Query(description="Words that a story holds.")] = None,
    disputed: Annotated[Flag, Query(description="Only stories with a dispute, or only those without.")] = None,
    single_origin: Annotated[Flag, Query(description="Only stories of one origin, or only others.")] = None,
    feed_group: Annotated[Filter, Query(description="Only stories with pages of these feeds.")] = None,
    since: Annotated[Instant | None, Query(description="Only stories that changed at or after this time.")] = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> Response:
    """Stories at a glance."""
    found = reading.stories(
        store,
        order=order,
        text=text,
        disputed=disputed,
        single_origin=single_origin,
        feed_group=feed_group,
        since=since,
        cursor=cursor,
        limit=limit,
    )
    return listed(request, Stories.model_validate(found), found.next)


@router.get("/stories/{story}", response_model=Story)
def story(request: Request, store: TheStore, who: Reader, story: StoryInPath) -> Response:
    """One story, with its timeline, its updates, what some accounts leave out, and what people said of it."""
    tag = tag_of_story(request, store, story, whole=True)
    if (known := unchanged(request, tag)) is not None:
        return known
    page = story_page(store, story)
    whole = story_data(report_of(page))
    shape = Story.model_validate(
        {
            **shown(StoryInList, page.row),
            **{
                key: whole[key]
                for key in ("event", "independent_origins", "timeline", "updates", "omissions", "dismissed")
            },
            "judgements": {key: shown(Decision, value) for key, value in page.judged.items()},
            "notes": [shown(Decision, one) for one in page.notes],
            "arrived": page.arrived,
        }
    )
    return answered(request, shape, tag=tag)


@router.get("/stories/{story}/claims", response_model=Claims)
def claims(
    request: Request, store: TheStore, who: Reader, story: StoryInPath, cursor: Cursor = None, limit: Limit = 30
) -> Response:
    """The claims of a story: who asserts, who reports whose words, who denies."""
    return _listed_within(request, store, story, Claims, lambda page: report_of(page).claims, claim_data, cursor, limit)


@router.get("/stories/{story}/findings", response_model=Findings)
def findings(
    request: Request, store: TheStore, who: Reader, story: StoryInPath, cursor: Cursor = None, limit: Limit = 30
) -> Response:
    """Where the accounts of a story differ, most serious first."""
    return _listed_within(
        request, store, story, Findings, lambda page: report_of(page).findings, finding_data, cursor, limit
    )


@router.get("/stories/{story}/articles", response_model=Articles)
def articles(
    request: Request, store: TheStore, who: Reader, story: StoryInPath, cursor: Cursor = None, limit: Limit = 10
) -> Response:
    """The articles of a story, with their text."""
    return _listed_within(
        request, store, story, Articles, lambda page: page.report.articles, article_data, cursor, limit
    )


def _listed_within(
    request: Request,
    store: Store,
    story: str,
    shape: type[Listed[Any]],
    within: Callable[[StoryPage], Sequence[T]],
    as_data: Callable[[T], dict[str, Any]],
    cursor: str | None,
    limit: int,
) -> Response:
    """A stretch of what lies within a story; 304 where the asker has it."""
    tag = tag_of_story(request, store, story)
    if (known := unchanged(request, tag)) is not None:
        return known
    page = story_page(store, story)
    found = within(page)
    part = stretch(found, [one.id for one in found], page.row.version, cursor, limit)
    answer = shape.model_validate({"items": [as_data(one) for one in part.items], "next": part.next})
    return listed(request, answer, part.next, tag=tag)


@router.get("/stories/{story}/lineage", response_model=Lineage)
def lineage(request: Request, store: TheStore, who: Reader, story: StoryInPath) -> Response:
    """Who took text from whom, and what stands behind it."""
    tag = tag_of_story(request, store, story)
    if (known := unchanged(request, tag)) is not None:
        return known
    page = story_page(store, story)
    traced, independence = report_of(page).lineage, report_of(page).lineage.independence
    shape = Lineage.model_validate(
        {
            "independent_origins": independence,
            "overlaps": [overlap_data(one) for one in traced.overlaps],
            "origins": [origin_data(one) for one in traced.origins],
        }
    )
    return answered(request, shape, tag=tag)
