"""The outermost guard: headers on every answer, and an answer for whatever nobody foresaw."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..forms import browser_cookie_name
from ..problems import answer
from ..settings import Settings

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For pages: files of our own, nothing inline, nothing from elsewhere, no frame around it."""
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""For data and for what is handed on: should a browser ever show it as a page, it can do nothing."""
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # stricter ones make browsers send `Origin: null` with our own forms
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
_TRANSPORT = "max-age=31536000"


class Headers:
    """Adds the headers of safety to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._secure = settings.secure
        self._fixed = dict(_ALWAYS)
        if settings.secure:
            self._fixed["Strict-Transport-Security"] = _TRANSPORT

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and see to it that there is an answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                self._add(scope, MutableHeaders(scope=message))
            await send(message)

        try:
            await self._app(scope, receive, with_headers)
        except ClientDisconnect:
            return
        except Exception as error:
            if started:
                raise  # too late for an answer: the connection is cut, which the client can see
            request = Request(scope, receive)
            await (await answer(request, error))(scope, receive, with_headers)

    def _add(self, scope: Scope, headers: MutableHeaders) -> None:
        for name, value in self._fixed.items():
            headers.setdefault(name, value)
        data = scope["path"].startswith("/api/") or "content-disposition" in headers
        headers.setdefault("Content-Security-Policy", DATA_POLICY if data else PAGE_POLICY)
        headers.setdefault("Cache-Control", "private, no-cache")
        browser = scope.get("state", {}).get("browser")
        if browser is not None:  # a form was made for a browser that had no secret to bind it to
            flags = "; Path=/; HttpOnly; SameSite=Strict" + ("; Secure" if self._secure else "")
            headers.append("Set-Cookie", f"{browser_cookie_name(self._secure)}={browser}{flags}")
        left = scope.get("state", {}).get("left")
        if left is not None:
            headers["RateLimit-Policy"] = f'"requests";q={left.limit};w={left.window}'
            headers["RateLimit"] = f'"requests";r={left.remaining};t={round(left.wait)}'
