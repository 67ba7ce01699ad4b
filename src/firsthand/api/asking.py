"""Who asks, and whether they may: the one dependency that every route has."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends
from fastapi.dependencies.models import Dependant
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from firsthand.desk.access import LOCAL, Action, Left, Pace, Person, anybody, may, session_of, token_of

from .forms import check_token, session_cookie
from .guards.addressed import SAFE, host_name
from .problems import Problem
from .settings import LOOPBACK_NAMES, is_loopback
from .state import Desk, desk_of

_PROXIED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


class Needs:
    """A dependency: knows the person, keeps the pace, checks form tokens, and lets through who may do the action."""

    def __init__(self, action: Action) -> None:
        self.action = action

    async def __call__(self, request: Request) -> Person | None:
        """The person who asks; None where nobody is known and nobody needs to be.

        Raises:
            Problem: 401 for nobody, 403 for somebody who may not, 429 for whoever asks too often.
        """
        desk = desk_of(request)
        person = await run_in_threadpool(person_of, request)
        request.state.person = person
        request.state.action = self.action
        self._keep_pace(request, desk, person)
        if not may(person.role if person else None, self.action):
            if person is None:
                raise Problem(
                    HTTPStatus.UNAUTHORIZED, "Sign in, or send a token.", headers={"WWW-Authenticate": "Bearer"}
                )
            raise Problem(HTTPStatus.FORBIDDEN, f"This is not for a {person.role}.")
        if request.method not in SAFE and _from_browser(request, person):
            await check_token(request)
        return person

    def _keep_pace(self, request: Request, desk: Desk, person: Person | None) -> None:
        if person is not None and person.local:
            return
        asker = person.key if person else f"at {address_of(request)}"
        left = _taken(desk.asking, asker)
        request.state.left = left
        for action, pace in ((Action.CHECK, desk.checking), (Action.ADD, desk.adding)):
            if self.action is action and request.method not in SAFE:
                _taken(pace, asker)


def person_of(request: Request) -> Person | None:
    """Who asks: by token, by session, or (on this machine, as long as nobody has been named) the local admin.

    Raises:
        Problem: a token that is not known, or a proxy before a desk without people.
    """
    desk = desk_of(request)
    header = request.headers.get("authorization")
    if header is not None:
        scheme, _, token = header.partition(" ")
        found = token_of(desk.store, token.strip()) if scheme.lower() == "bearer" else None
        if found is None:
            raise Problem(
                HTTPStatus.UNAUTHORIZED,
                "That token is not known here, or no longer.",
                headers={"WWW-Authenticate": 'Bearer error="invalid_token"'},
            )
        return found
    cookie = request.cookies.get(session_cookie(request))
    found = session_of(desk.store, cookie, idle=desk.settings.idle) if cookie else None
    if found is not None:
        return found
    return LOCAL if desk.settings.loopback and _is_local(request) and not anybody(desk.store) else None


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else "unknown"


def _is_local(request: Request) -> bool:
    if any(name in request.headers for name in _PROXIED):
        raise Problem(HTTPStatus.FORBIDDEN, "Behind a proxy the desk needs people: firsthand people add NAME.")
    here = request.client is None or is_loopback(request.client.host)
    return here and host_name(request.headers.get("host", "")) in LOOPBACK_NAMES


def _from_browser(request: Request, person: Person | None) -> bool:
    """Whether an unsafe request must show a form token. A token in the header never comes from a forged page; of the
    rest only what carries nothing that a browser carries, to the API, on the local machine, is a program."""
    if person is not None and person.token:
        return False
    program = not any(name in request.headers for name in ("origin", "referer", "cookie", "sec-fetch-site"))
    return not (program and person is not None and person.local and request.url.path.startswith("/api/"))


def _taken(pace: Pace, asker: str) -> Left:
    left = pace.take(asker)
    if not left.allowed:
        raise Problem(
            HTTPStatus.TOO_MANY_REQUESTS,
            "Too many requests. Wait a little.",
            headers={"Retry-After": str(1 + int(left.wait))},
        )
    return left


def needs_of(dependant: Dependant | None) -> Iterator[Needs]:
    """What a route declares, at any depth of its dependencies."""
    if dependant is None:
        return
    if isinstance(dependant.call, Needs):
        yield dependant.call
    for inner in dependant.dependencies:
        yield from needs_of(inner)


def needs(action: Action) -> Needs:
    """The dependency of a route for this action: `Depends(needs(Action.READ))`, or `Annotated[Person, ...]`."""
    return Needs(action)


Reader = Annotated[Person, Depends(needs(Action.READ))]
Checker = Annotated[Person, Depends(needs(Action.CHECK))]
Adder = Annotated[Person, Depends(needs(Action.ADD))]
Decider = Annotated[Person, Depends(needs(Action.DECIDE))]
Watcher = Annotated[Person, Depends(needs(Action.WATCH))]
Manager = Annotated[Person, Depends(needs(Action.MANAGE))]
Leaver = Annotated[Person, Depends(needs(Action.LEAVE))]
Anyone = Annotated[Person | None, Depends(needs(Action.ARRIVE))]
