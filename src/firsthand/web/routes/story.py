"""A story: the report's own page of it, kept by version, and told when there is a newer one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool

from firsthand.api.aside import drawn
from firsthand.api.asking import Reader
from firsthand.api.state import desk_of
from firsthand.api.streams import follow
from firsthand.desk import deciding, reading, telling
from firsthand.desk.access import Action
from firsthand.desk.errors import NotThere
from firsthand.desk.rows import shown_row
from firsthand.desk.values import ArticleRow, Decision, StoryPage, StoryRow
from firsthand.report.views.places import Part
from firsthand.report.views.story import story_view
from firsthand.store.opening import Store
from firsthand.store.stories import root_of

from ..assets import edition
from ..pages import Pages, engine, visit_of
from ..rendered import Rendered
from ..views.decided import told
from ..views.formats import FORMATS
from ..views.parts import places_of
from ..words import link
from .doorway import ThePages, TheRendered, notice_of, see

if TYPE_CHECKING:
    from jinja2 import Environment

router = APIRouter()
_DECISIONS = 50  # the last ones, of which the notes are shown
StoryId = Annotated[str, Path(max_length=80)]
Done = Annotated[int | None, Query(ge=0, le=2**53)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A story before its report is laid out."""

    row: StoryRow
    lines: Sequence[Decision]
    after: int
    arrived: Sequence[ArticleRow]
    headers: Mapping[str, str]
    may_edit: bool


@router.get("/stories/{story}")
async def one_story(
    request: Request, person: Reader, pages: ThePages, rendered: TheRendered, story: StoryId, done: Done = None
) -> Response:
    """The story's first page."""
    return await _answer(request, pages, rendered, story, Part.STORY, 1, done)


@router.get("/stories/{story}/live")
async def live(
    request: Request, person: Reader, story: StoryId, after: Annotated[int | None, Query(ge=0, le=2**53)] = None
) -> Response:
    """What happens in this story, as it happens."""
    return await follow(request, person, story=story, after=after)


@router.get("/stories/{story}/{part}/{number}")
async def one_part(
    request: Request,
    person: Reader,
    pages: ThePages,
    rendered: TheRendered,
    story: StoryId,
    part: Part,
    number: Annotated[int, Path(ge=1, le=100_000)],
    done: Done = None,
) -> Response:
    """A further page of a part of the story."""
    return await _answer(request, pages, rendered, story, part, number, done)


async def _answer(
    request: Request, pages: Pages, rendered: Rendered, story: str, part: Part, number: int, done: int | None
) -> Response:
    """A page of a story. Laying out a large report takes long: it is done apart, and holds up only who asks for it."""
    desk = desk_of(request)
    seen = await run_in_threadpool(_seen, request, desk.store, story, part, number, done)
    if isinstance(seen, Response):
        return seen
    key = (seen.row.id, seen.row.version, part, number, seen.may_edit)
    body = rendered.held(key)
    if body is None:
        make = partial(desk.drawing, body_of, seen.row.id, part, number, seen.may_edit)
        body = await drawn(request, rendered.get, key, make)
    return await run_in_threadpool(_shown, request, desk.store, pages, seen, body, done)


def _seen(request: Request, store: Store, story: str, part: Part, number: int, done: int | None) -> _Seen | Response:
    """The story as lists know it; an answer where nothing is to be laid out."""
    after = telling.latest(store)  # before the row: what happens in between is told twice rather than never
    row = row_of(store, story)
    if row.id != story:
        moved = request.url.path.replace(f"/stories/{story}", f"/stories/{row.id}", 1)
        return see(link(moved, request.query_params.items()))
    visit = visit_of(request)
    lines = deciding.decisions(store, row.id, limit=_DECISIONS).items
    arrived = reading.arrived(store, row.id) if row.pending else ()
    decided = [(line.id, line.undone) for line in lines]
    tag = _tag(row, part, number, visit, edition(), done, decided, [one.id for one in arrived])
    headers = {"ETag": tag, "Vary": "Cookie", "Cache-Control": "private, no-cache"}
    if done is None and request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    may_edit = visit.may(Action.DECIDE)
    return _Seen(row=row, lines=lines, after=after, arrived=arrived, headers=headers, may_edit=may_edit)


def _shown(request: Request, store: Store, pages: Pages, seen: _Seen, body: str, done: int | None) -> Response:
    """The page around the report."""
    row = seen.row
    answer = pages.answer(
        request,
        "story.html",
        body=Markup(body),  # noqa: S704 - made by our own templates
        key=row.id,
        title=row.title,
        version=row.version,
        updated=row.updated,
        after=seen.after,
        waiting=waiting_words(row, seen.lines),
        notes=[line for line in seen.lines if line.verdict == "note" and not line.undone],
        pending=row.pending,
        arrived=seen.arrived,
        here_path=request.url.path,
        notice=notice_of(store, done, request.url.path),
    )
    answer.headers.update(seen.headers)
    return answer


def row_of(store: Store, story: str) -> StoryRow:
    """The story's row; of what it has gone into, where it has been merged.

    Raises:
        NotThere: there never was such a story.
    """
    row = shown(store, story)
    if row is None:
        raise NotThere("There is no such story. It may have been taken apart.")
    return row


def shown(store: Store, story: str) -> StoryRow | None:
    """The row of a story without its report, followed to where the story has gone; None where there is none."""
    with store.read() as connection:
        return shown_row(connection, root_of(connection, story))


def page_of(store: Store, story: str) -> StoryPage:
    """The story with all that was made of it.

    Raises:
        NotThere: there never was such a story.
    """
    found = reading.story(store, story)
    if found is None:
        raise NotThere("There is no such story. It may have been taken apart.")
    return found


def body_of(store: Store, story: str, part: Part, number: int, may_edit: bool) -> str:
    """The report's own HTML of one page of a story, with what a person may do where it stands."""
    made = _engine()
    found = page_of(store, story)
    view = story_view(found.report, found.report.stories[0], 1, places_of(story, part, number))
    if part is not Part.STORY and number > (len(view.more[part].links) if part in view.more else 0):
        raise NotThere("The story does not go on that far.")
    desk = made.get_template("desk/actions.html").make_module({"may_edit": may_edit, "formats": FORMATS})
    template = "story.html" if part is Part.STORY else "desk/part.html"
    return made.get_template(template).render(story=view, desk=desk)


def lay_out_one(store: Store) -> None:
    """Lay out the newest story, so that templates and what they need are there for the next."""
    for row in reading.stories(store, order="newest", limit=1).items:
        body_of(store, row.id, Part.STORY, 1, may_edit=False)


@cache
def _engine() -> Environment:
    """The templates of the process that lays out."""
    return engine()


def waiting_words(row: StoryRow, lines: Sequence[Decision]) -> tuple[tuple[str, str], ...]:
    """The decisions that the story's report does not show yet."""
    if not row.pending:
        return ()
    return tuple((one.who, told(one)) for one in lines if one.at >= row.updated and one.verdict != "note")


def _tag(*parts: object) -> str:
    return f'W/"{sha256(repr(parts).encode()).hexdigest()[:24]}"'
