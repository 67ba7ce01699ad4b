"""Events, as a stream and as a list."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.responses import StreamingResponse

from firsthand.desk import telling

from ..answers import answered
from ..asking import Reader
from ..parameters import LAST, Filter, Limit
from ..shapes.events import Events
from ..state import TheStore
from ..streams import follow

router = APIRouter(tags=["events"])
STREAM: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A stream without end: a line `id`, `event` and `data` (an event as JSON) for each.",
        "content": {"text/event-stream": {"schema": {"type": "string"}}},
    }
}
After = Annotated[int | None, Query(ge=0, le=LAST, description="Events after this one; from now on, if not given.")]
OfStory = Annotated[Filter, Query(description="Only those of this story.")]


@router.get("/events", response_class=StreamingResponse, responses=STREAM)
async def events(
    request: Request,
    who: Reader,
    story: OfStory = None,
    after: After = None,
    last_event_id: Annotated[
        int | None, Header(ge=0, le=LAST, description="What a browser sends when it comes back: goes before `after`.")
    ] = None,
) -> StreamingResponse:
    """Events as they happen (server-sent events)."""
    return await follow(request, who, story=story, after=after if last_event_id is None else last_event_id)


@router.get("/events/past", response_model=Events)
def past(
    request: Request,
    store: TheStore,
    who: Reader,
    story: OfStory = None,
    after: Annotated[int, Query(ge=0, le=LAST, description="Events after this one.")] = 0,
    limit: Limit = 100,
) -> Response:
    """Events that have happened, the oldest first."""
    found = telling.events(store, after, story, limit)
    return answered(request, Events.model_validate({"items": found, "next": found[-1].id if found else after}))
