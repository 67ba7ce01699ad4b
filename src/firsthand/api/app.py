"""The application: the API's routes, the pages, and the guards before both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from starlette.middleware import Middleware
from starlette.routing import Mount

from firsthand import __version__
from firsthand.desk import telling
from firsthand.desk.access import Action, Pace, SignInPace, guarded, prepare
from firsthand.desk.apart import Calling, Here
from firsthand.desk.errors import Refused
from firsthand.pages.fetching import Policy
from firsthand.store.opening import Store

from .aside import places
from .asking import needs_of
from .description import described
from .guards.addressed import Addressed
from .guards.bounded import Bounded
from .guards.headers import Headers
from .guards.recorded import Recorded
from .problems import HANDLED, answer
from .routes import ROUTERS
from .settings import Settings
from .state import Desk, forms_key
from .tail import Tail
from .within import Moved, moved

_IMPATIENT: dict[str, Any] = {
    "delay": 0.5, "longest_delay": 2.0, "longest_wait": 0.0, "retries": 0,
    "read_timeout": 10.0, "whole_timeout": 15.0, "visit_timeout": 20.0,
}  # fmt: skip
"""How pages are fetched while somebody waits for the answer."""
OPEN_MOUNTS = frozenset({"/static"})
"""Folders of files of our own that anybody may have."""


class UndeclaredRouteError(Exception):
    """A route whose action nobody has thought of. The message says which."""


def application(
    store: Store, settings: Settings | None = None, apart: Calling | None = None, drawing: Calling | None = None
) -> FastAPI:
    """The server as an ASGI application. `apart` is where models are, and `drawing` where stories are laid out; without
    them, both are in this process.

    Raises:
        Refused: others than this machine could reach it, and nobody could show who they are.
    """
    settings = settings or Settings()
    check_reach(store, settings)
    app = FastAPI(
        title="Firsthand",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        form_limits={"max_files": settings.bounds.files, "max_fields": settings.bounds.fields},
        middleware=[
            Middleware(Headers, settings=settings),
            Middleware(Addressed, settings=settings),
            Middleware(Bounded, bounds=settings.bounds),
            Middleware(Recorded),
        ],
    )
    app.state.desk = _desk(store, settings, apart or Here(store), drawing or Here(store))
    prepare()
    for kind in HANDLED:
        app.add_exception_handler(kind, answer)
    app.add_exception_handler(Moved, moved)
    for router in ROUTERS:
        app.include_router(router, prefix="/api/v1")
    _add_pages(app)
    check_routes(app)
    app.state.description = described(app)
    return app


def check_reach(store: Store, settings: Settings) -> None:
    """Refuse to serve others than this machine without people.

    Raises:
        Refused: the message says what to do.
    """
    if not settings.loopback and not guarded(store):
        raise Refused(
            "others could reach this desk, and it knows nobody: name a person first (firsthand people add NAME), or a "
            "token (firsthand people token NAME)"
        )


def check_routes(app: FastAPI) -> None:
    """See to it that no route is open by oversight.

    Raises:
        UndeclaredRouteError: a route does not say which action it is, or says several.
    """
    for path, action in declared(app):
        if action is None:
            raise UndeclaredRouteError(f"{path} does not say which one action it is: Depends(needs(Action. ...))")


def declared(app: FastAPI) -> Iterator[tuple[str, Action | None]]:
    """Every route with the action that it declares; None where it declares none, or more than one."""
    for context in iter_route_contexts(app.routes):
        route = context.route
        if isinstance(route, Mount) and route.path in OPEN_MOUNTS:
            yield route.path, Action.ARRIVE
        elif isinstance(route, APIRoute):
            methods = ",".join(sorted(context.methods or ()))
            found = {need.action for need in needs_of(context.dependant)}
            yield f"{methods} {context.path}", found.pop() if len(found) == 1 else None
        else:
            yield str(getattr(route, "path", route)), None


def _desk(store: Store, settings: Settings, apart: Calling, drawing: Calling) -> Desk:
    rates = settings.rates
    return Desk(
        store=store,
        settings=settings,
        forms=forms_key(store),
        asking=Pace(rates.all, 60),
        checking=Pace(rates.check, 60),
        adding=Pace(rates.add, 60),
        signing_in=SignInPace(rates.sign_in),
        policy=Policy(version=__version__, allow_private=settings.allow_private, **_IMPATIENT),
        aside=places(settings.bounds.aside),
        apart=apart,
        drawing=drawing,
        waiting=places(settings.bounds.waiting),
        tail=Tail(lambda: telling.latest(store), settings.bounds.streams),
    )


def _add_pages(app: FastAPI) -> None:
    """The pages for people, where this installation has them."""
    if find_spec("firsthand.web") is not None:
        from firsthand.web.routes import add_pages

        add: Callable[[FastAPI], None] = add_pages
        add(app)
