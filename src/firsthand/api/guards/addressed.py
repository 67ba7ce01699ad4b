"""Who a request is addressed to and where it comes from: against DNS rebinding and requests that other sites forge."""

from __future__ import annotations

from http import HTTPStatus
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from ..problems import Problem, answer
from ..settings import Settings

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})
"""Sec-Fetch-Site of a page of ours, and of what a person typed. Another port of this machine is `same-site`."""


class Addressed:
    """Lets through what is addressed to us by a name of ours and, from a browser, what our own pages send.

    A request with a bearer token is not asked where it comes from: no site can make a browser send one.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if scope["type"] == "http":
            reason = self._refusal(scope)
            if reason is not None:
                await (await answer(Request(scope), reason))(scope, receive, send)
                return
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})  # there are none here
            return
        await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> Problem | None:
        headers = Headers(scope=scope)
        if len(scope["raw_path"] or b"") + len(scope["query_string"]) > self._settings.bounds.url:
            return Problem(HTTPStatus.REQUEST_URI_TOO_LONG, "The address is longer than is taken.")
        if not self._is_ours(headers.getlist("host")):
            return Problem(HTTPStatus.MISDIRECTED_REQUEST, "This server does not answer to that name.")
        if headers.get("authorization", "")[:7].lower() == "bearer ":
            return None
        if not self._from_us(scope, headers):
            return Problem(HTTPStatus.FORBIDDEN, "A request of another site is not answered.")
        return None

    def _is_ours(self, hosts: list[str]) -> bool:
        name = host_name(hosts[0]) if len(hosts) == 1 else None
        if name is None:
            return False
        return name in self._settings.hosts or (not self._settings.loopback and _is_address(name))

    def _from_us(self, scope: Scope, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site", "")
        if scope["method"] in SAFE:
            # a link from anywhere may lead here; what another site embeds or fetches is none of its business
            opens = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
            return not site or site in _OURS or opens
        if site and site not in _OURS:
            return False
        origin = headers.get("origin")
        return origin is None or origin.lower() in self._origins(scope, headers)

    def _origins(self, scope: Scope, headers: Headers) -> set[str]:
        origins = {f"{scope['scheme']}://{headers['host']}".lower()}
        if self._settings.public:
            parts = urlsplit(self._settings.public.lower())
            origins.add(f"{parts.scheme}://{parts.netloc}")
        return origins


def host_name(host: str) -> str | None:
    """The name in a Host header, in lower case and without its port; None if it is none."""
    if any(sign in host for sign in "@/\\?# ,"):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
        return parts.hostname
    except ValueError:
        return None


def _is_address(name: str) -> bool:
    """Whether the name is an address: such a name cannot be made to mean another one."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
