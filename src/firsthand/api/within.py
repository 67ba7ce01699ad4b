"""What lies within one story: found, tagged and walked through."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, TypeVar

from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from firsthand.desk import reading
from firsthand.desk.errors import NotThere
from firsthand.desk.values import StoryPage
from firsthand.desk.versions import state_of
from firsthand.model import StoryReport
from firsthand.store.opening import Store

from .answers import tag_of
from .problems import Problem

T = TypeVar("T")


class Moved(Exception):  # noqa: N818 - it is what happened
    """The story has gone into another one."""

    def __init__(self, story: str) -> None:
        super().__init__(story)
        self.story = story


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the things within a story."""

    items: Sequence[Any]
    next: str | None


def tag_of_story(request: Request, store: Store, story: str, *, whole: bool = False) -> str:
    """The tag of what this address shows of a story: of its report, or with `whole` of all that is known of it.

    Raises:
        NotThere: there is none of that id.
        Moved: it has gone into another one.
    """
    state = state_of(store, story)
    if state is None:
        raise NotThere("there is no such story")
    if state.id != story:
        raise Moved(state.id)
    return tag_of(request.url.path, request.url.query, state.report, state if whole else "")


def story_page(store: Store, story: str) -> StoryPage:
    """The story with its report.

    Raises:
        NotThere: there is none of that id.
        Moved: it has gone into another one.
    """
    page = reading.story(store, story)
    if page is None:
        raise NotThere("there is no such story")
    if page.row.id != story:
        raise Moved(page.row.id)
    return page


def report_of(page: StoryPage) -> StoryReport:
    """The one story of its report."""
    return page.report.stories[0]


def stretch(items: Sequence[T], ids: Sequence[str], version: int, cursor: str | None, limit: int) -> Stretch:
    """The next items. The cursor holds the report's version, so that no item is passed over or told twice.

    Raises:
        Problem: the cursor is none of ours, or the report has changed since.
    """
    begin = _begin(cursor, ids, version) if cursor is not None else 0
    end = begin + limit
    following = _cursor(version, end, ids[end - 1]) if end < len(items) else None
    return Stretch(items=items[begin:end], next=following)


async def moved(request: Request, error: Exception) -> Response:
    """Where the story is now: the same address with the other id."""
    story = error.story if isinstance(error, Moved) else ""
    old = request.path_params.get("story", "")
    path = request.url.path.replace(f"/stories/{old}", f"/stories/{story}", 1)
    where = URL(path=path, query=request.url.query)
    return RedirectResponse(str(where), HTTPStatus.PERMANENT_REDIRECT)


def _cursor(version: int, place: int, last: str) -> str:
    return base64.urlsafe_b64encode(json.dumps([version, place, last]).encode()).decode().rstrip("=")


def _begin(cursor: str, ids: Sequence[str], version: int) -> int:
    try:
        made, place, last = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        made, place, last = None, None, None
    if type(made) is not int or type(place) is not int or not isinstance(last, str) or place < 1:
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "That cursor is none that was given out here.")
    if made == version and place <= len(ids) and ids[place - 1] == last:
        return place
    raise Problem(HTTPStatus.CONFLICT, "The story has changed since. Begin again without a cursor.")
