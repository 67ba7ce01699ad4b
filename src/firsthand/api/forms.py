"""Forms, their bounds, and the token that shows that a form is one of ours (CSRF)."""

from __future__ import annotations

from http import HTTPStatus

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from firsthand.desk.access import Person, bound, new_secret, same

from .problems import Problem
from .state import desk_of

FIELD = "csrf"
"""The hidden field of every form."""
HEADER = "X-CSRF-Token"
"""The header that a script sends instead."""
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


async def form_of(request: Request) -> FormData:
    """The form that was sent, its files on disk where they are large.

    Raises:
        Problem: it has more files, more fields or longer ones than are taken, or is none.
    """
    bounds = desk_of(request).settings.bounds
    form = await request.form(max_files=bounds.files, max_fields=bounds.fields, max_part_size=bounds.text)
    if any(isinstance(value, UploadFile) and (value.size or 0) > bounds.file for value in form.values()):
        raise Problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A file is larger than {bounds.file // 1_000_000} MB.")
    return form


def is_form(request: Request) -> bool:
    """Whether a form was sent."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower() in _FORMS


def csrf_token(request: Request) -> str:
    """What the forms on this page carry in their field `csrf`. The cookie it is bound to goes out with the answer."""
    return _token(request, _browser(request))


async def check_token(request: Request) -> None:
    """Refuse what comes from a browser and is not from a form or script of ours.

    Raises:
        Problem: there is no token, or it is not that of this session and browser.
    """
    given = request.headers.get(HEADER)
    if given is None and is_form(request):
        field = (await form_of(request)).get(FIELD)
        given = field if isinstance(field, str) else None
    browser = request.cookies.get(browser_cookie(request))
    if given is None or browser is None or not same(given, _token(request, browser)):
        raise Problem(HTTPStatus.FORBIDDEN, "The form is too old, or not one of this desk. Load the page again.")


def session_cookie(request: Request) -> str:
    """The name of the cookie of a session; `__Host-` keeps other hosts of the domain from setting it."""
    return "__Host-firsthand" if _secure(request) else "firsthand"


def browser_cookie(request: Request) -> str:
    """The name of the cookie that forms are bound to."""
    return browser_cookie_name(_secure(request))


def browser_cookie_name(secure: bool) -> str:
    """The same, for whoever has no request at hand."""
    return "__Host-firsthand-form" if secure else "firsthand-form"


def _browser(request: Request) -> str:
    """The browser's secret: the one it has, or a new one that goes out with the answer."""
    known = request.cookies.get(browser_cookie(request)) or getattr(request.state, "browser", None)
    if not known:
        known = request.state.browser = new_secret()
    return str(known)


def _token(request: Request, browser: str) -> str:
    """Bound to the key of this store, to the browser and, where somebody is signed in, to the session."""
    person: Person | None = getattr(request.state, "person", None)
    return bound(desk_of(request).forms, browser, person.session if person else "")


def _secure(request: Request) -> bool:
    return desk_of(request).settings.secure
