"""How much a request may bring and how long it may take: counted while it arrives, before anything is parsed."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..problems import Problem, answer
from ..settings import Bounds

UPLOADS = frozenset({"/api/v1/pages", "/add"})
"""Where a request may be as large as an upload."""


class Bounded:
    """Cuts off what is too large, what drips, and what takes too long to answer."""

    def __init__(self, app: ASGIApp, bounds: Bounds) -> None:
        self._app = app
        self._bounds = bounds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on within its bounds."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._bounds.upload if scope["path"].rstrip("/") in UPLOADS else self._bounds.body
        headers = Headers(scope=scope)
        declared = headers.get("content-length", "0")
        if not (declared.isascii() and declared.isdigit()) or int(declared[:20]) > most:
            refused = await answer(Request(scope), _too_large())
            refused.headers["Connection"] = "close"
            await refused(scope, receive, send)
            return
        arriving = self._bounds.arriving if int(declared) or "transfer-encoding" in headers else 0.0
        answering = _Answering(scope, send, arriving + self._bounds.answering)
        try:
            await self._app(scope, _Body(receive, self._bounds, most).receive, answering.send)
        finally:
            answering.over()


class _Body:
    """The body of one request, counted and timed."""

    def __init__(self, receive: Receive, bounds: Bounds, most: int) -> None:
        self._receive = receive
        self._bounds = bounds
        self._left = most
        self._ends = asyncio.get_running_loop().time() + bounds.arriving
        self._whole = False

    async def receive(self) -> Message:
        """The next piece.

        Raises:
            Problem: there is more than may be, or it does not come.
        """
        if self._whole:  # what is waited for now is that the client goes away
            return await self._receive()
        patience = min(self._bounds.silence, self._ends - asyncio.get_running_loop().time())
        try:
            message = await asyncio.wait_for(self._receive(), max(patience, 0))
        except TimeoutError:
            raise Problem(HTTPStatus.REQUEST_TIMEOUT, "The request did not arrive in time.") from None
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            self._whole = not message.get("more_body", False)
            if self._left < 0:
                raise _too_large()
        return message


class _Answering:
    """The answer to one request: when none has begun in time, one that says so is sent, and the late one dropped."""

    def __init__(self, scope: Scope, send: Send, seconds: float) -> None:
        self._scope = scope
        self._send = send
        self._begun = False
        self._late: asyncio.Task[None] | None = None
        self._timer = asyncio.get_running_loop().call_later(seconds, self._is_late)

    async def send(self, message: Message) -> None:
        """Pass a piece of the answer on, unless it comes too late."""
        if self._late is not None:
            return
        self._begun = True
        self._timer.cancel()
        await self._send(message)

    def over(self) -> None:
        """Nothing more is to come."""
        self._timer.cancel()

    def _is_late(self) -> None:
        if not self._begun:
            self._late = asyncio.ensure_future(self._tell())

    async def _tell(self) -> None:
        late = Problem(HTTPStatus.SERVICE_UNAVAILABLE, "The answer took too long.", headers={"Retry-After": "30"})

        async def nothing() -> Message:
            return {"type": "http.disconnect"}

        await (await answer(Request(self._scope), late))(self._scope, nothing, self._send)


def _too_large() -> Problem:
    return Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is larger than is taken.")
