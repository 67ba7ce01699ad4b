"""Signing in and out by a browser: the pace of attempts, the cookie, and where to go afterwards."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from firsthand.desk.access import Session, audit, sign_in, sign_out

from .asking import address_of
from .forms import session_cookie
from .problems import Problem
from .state import desk_of

_LONGEST_PATH = 2_000


def sign_in_here(request: Request, name: str, password: str) -> Session | None:
    """A new session, or None where name or password are wrong. Both are written into the book.

    Raises:
        Problem: too many attempts.
    """
    desk, address = desk_of(request), address_of(request)
    wait = desk.signing_in.wait(name, address)
    if wait > 0:
        raise Problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            "Too many attempts to sign in. Wait a little.",
            headers={"Retry-After": str(1 + int(wait))},
        )
    settings = desk.settings
    session = sign_in(desk.store, name, password, address=address, lifetime=settings.session, idle=settings.idle)
    if session is None:
        # what was typed as a name may be a password: it is not written down
        audit(desk.store, "", "sign-in refused", "", address)
        return None
    audit(desk.store, session.person.name, "sign-in", session.person.name, address)
    return session


def keep_session(request: Request, response: Response, session: Session) -> None:
    """Put the session into the browser's cookie: not for scripts, not for forms of other sites."""
    response.set_cookie(
        session_cookie(request),
        session.secret,
        max_age=int(session.seconds),
        path="/",
        httponly=True,
        samesite="lax",
        secure=desk_of(request).settings.secure,
    )


def sign_out_here(request: Request, response: Response) -> None:
    """End the session, in the store and in the browser."""
    desk = desk_of(request)
    cookie = request.cookies.get(session_cookie(request))
    if cookie:
        sign_out(desk.store, cookie)
    response.delete_cookie(
        session_cookie(request), path="/", httponly=True, samesite="lax", secure=desk.settings.secure
    )


def path_here(text: str | None, otherwise: str = "/") -> str:
    """A path of this desk to go on to, from what a form or an address says; anything else leads to `otherwise`."""
    if not text or len(text) > _LONGEST_PATH or text[0] != "/" or not text.isascii() or not text.isprintable():
        return otherwise
    if text.startswith("//") or "\\" in text or " " in text:
        return otherwise
    try:
        parts = urlsplit(text)
    except ValueError:
        return otherwise
    ours = not parts.scheme and not parts.netloc and not parts.path.startswith("//")
    return text if ours else otherwise
