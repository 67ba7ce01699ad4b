"""The book of what was done: no change is answered without a line in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import State
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from firsthand.desk.access import Action, Person, audit

from .addressed import SAFE

if TYPE_CHECKING:
    from ..state import Desk

_NO_CHANGE = frozenset({Action.ARRIVE, Action.CHECK})
"""Actions that change nothing. Signing in is written down where it is done, with those who failed."""


class Recorded:
    """Writes who changed what, as soon as the change is done and before it is answered.

    A route may name what it changed in `request.state.subject`; else method and path stand for it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and write its line."""
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self._app(scope, receive, send)
            return

        async def recorded(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] < 400:
                await run_in_threadpool(_write, scope)
            await send(message)

        await self._app(scope, receive, recorded)


def _write(scope: Scope) -> None:
    state = State(scope.setdefault("state", {}))
    action: Action | None = getattr(state, "action", None)
    if action is None or action in _NO_CHANGE:
        return
    desk: Desk = scope["app"].state.desk
    person: Person | None = getattr(state, "person", None)
    client = scope.get("client")
    subject = getattr(state, "subject", None) or f"{scope['method']} {scope['path']}"
    audit(desk.store, person.name if person else "", action, subject, client[0] if client else None)
