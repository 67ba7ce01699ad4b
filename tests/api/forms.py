"""A small site with forms, as the pages have them, over the real application."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from firsthand.api.app import application, check_routes
from firsthand.api.asking import needs
from firsthand.api.forms import csrf_token, form_of
from firsthand.api.sessions import keep_session, path_here, sign_in_here, sign_out_here
from firsthand.api.settings import Settings
from firsthand.desk.access import Action
from firsthand.store.opening import Store


def site(store: Store, settings: Settings | None = None) -> FastAPI:
    """The application with `/test/form`, `/test/change`, `/test/sign-in` and `/test/sign-out`."""
    app = application(store, settings)

    def form(request: Request) -> Response:
        return HTMLResponse(csrf_token(request))

    async def change(request: Request) -> Response:
        given = await form_of(request)
        return PlainTextResponse(str(given.get("word")))

    async def begin(request: Request) -> Response:
        given = await form_of(request)
        session = sign_in_here(request, str(given["name"]), str(given["password"]))
        if session is None:
            return PlainTextResponse("name or password is wrong", 403)
        response = RedirectResponse(path_here(str(given.get("next", ""))), 303)
        keep_session(request, response, session)
        return response

    async def end(request: Request) -> Response:
        response = RedirectResponse("/", 303)
        sign_out_here(request, response)
        return response

    def add(path: str, endpoint: Any, method: str, action: Action) -> None:
        app.add_api_route(path, endpoint, methods=[method], dependencies=[Depends(needs(action))])

    add("/test/form", form, "GET", Action.ARRIVE)
    add("/test/change", change, "POST", Action.ADD)
    add("/test/sign-in", begin, "POST", Action.ARRIVE)
    add("/test/sign-out", end, "POST", Action.LEAVE)
    check_routes(app)
    return app
