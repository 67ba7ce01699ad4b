"""Events as a stream that a browser or a program reads while it goes on (server-sent events)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from http import HTTPStatus
from time import monotonic

from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from firsthand.desk import telling
from firsthand.desk.access import Action, Person, may
from firsthand.desk.values import Event
from firsthand.report.neutral import escaped_json

from .asking import person_of
from .problems import Problem
from .state import Desk, desk_of

MEDIA_TYPE = "text/event-stream"
BEAT = 15.0
"""Seconds after which a silent stream says that it is alive, and it is asked whether the listener still may."""
LONGEST = 3600.0
"""Seconds after which a stream ends. Browsers come back by themselves and go on where they were."""
_AT_ONCE = 200
_LAST = 2**53 - 1


async def follow(
    request: Request, person: Person, *, story: str | None = None, after: int | None = None
) -> StreamingResponse:
    """The events of a story, or of all, from the one after `after` (or after the header Last-Event-ID; else from now).

    Raises:
        Problem: the header holds no number of an event, or too many streams are open.
    """
    desk = desk_of(request)
    begin = _last_seen(request) if "last-event-id" in request.headers else after
    if begin is None:
        begin = await desk.tail.number()
    most = None if person.local else max(2, desk.settings.bounds.streams // 10)
    listening = desk.tail.listening(person.key, most)
    listening.__enter__()  # now, so that one too many is told as a problem and not as a stream that breaks off

    async def lines() -> AsyncIterator[bytes]:
        try:
            async for line in _lines(request, desk, story, begin):
                yield line
        finally:
            listening.__exit__(None, None, None)

    return StreamingResponse(
        lines(), media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    )


async def _lines(request: Request, desk: Desk, story: str | None, after: int) -> AsyncIterator[bytes]:
    ends = monotonic() + LONGEST
    yield b"retry: 3000\n\n"
    while monotonic() < ends and not desk.tail.closed:
        events = await run_in_threadpool(telling.events, desk.store, after, story, _AT_ONCE)
        for event in events:
            after = event.id
            yield line_of(event)
        if len(events) == _AT_ONCE or await desk.tail.newer(after, BEAT):
            continue
        if not await run_in_threadpool(_still_may, request):
            return
        yield b": still here\n\n"


def line_of(event: Event) -> bytes:
    """One event as it travels. JSON has no line breaks, so nothing in an event can begin another."""
    data = json.dumps(
        {"id": event.id, "at": event.at, "kind": event.kind, "story": event.story, "data": dict(event.data)},
        ensure_ascii=False,
    )
    return f"id: {event.id}\nevent: {event.kind}\ndata: {escaped_json(data)}\n\n".encode()


def _still_may(request: Request) -> bool:
    try:
        person = person_of(request)
    except Problem:
        return False
    return may(person.role if person else None, Action.READ)


def _last_seen(request: Request) -> int:
    text = request.headers["last-event-id"]
    if not (text.isascii() and text.isdigit() and len(text) <= 16 and int(text) <= _LAST):
        raise Problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Last-Event-ID is no number of an event.")
    return int(text)
