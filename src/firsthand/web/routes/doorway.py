"""What every endpoint here begins or ends with."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse

from firsthand.api.sessions import path_here
from firsthand.desk import deciding
from firsthand.desk.values import Decision
from firsthand.store.opening import Store

from ..pages import Notice, Pages, pages_of
from ..receipts import Receipts
from ..rendered import Rendered
from ..views.decided import told

ThePages = Annotated[Pages, Depends(pages_of)]
LONGEST_QUERY = 300


def see(path: str) -> RedirectResponse:
    """After a form: go and look there. Nothing is sent twice by loading again."""
    return RedirectResponse(path, HTTPStatus.SEE_OTHER)


def back_to(path: str, done: int | None = None, otherwise: str = "/") -> RedirectResponse:
    """After a decision: to where it was taken, with the decision's number so that it can be undone."""
    path, hash_, anchor = path_here(path, otherwise).partition("#")
    path = path.partition("?done=")[0].partition("&done=")[0]
    if done is not None:
        path += f"{'&' if '?' in path else '?'}done={done}"
    return see(path + hash_ + anchor)


def notice_of(store: Store, done: int | None, back: str) -> Notice | None:
    """What to say of the decision that was just taken; nothing where there is none of that number."""
    if done is None:
        return None
    decision = decision_of(store, done)
    if decision is None:
        return None
    return Notice(
        text=told(decision), undo=None if decision.verdict == "undo" or decision.undone else decision.id, back=back
    )


def decision_of(store: Store, number: int) -> Decision | None:
    """A decision that was taken lately: one of the last fifty."""
    return next((one for one in deciding.decisions(store).items if one.id == number), None)


def rendered_of(request: Request) -> Rendered:
    """The stories of this server that are kept as HTML."""
    kept: Rendered = request.app.state.rendered
    return kept


def receipts_of(request: Request) -> Receipts[object]:
    """What came of forms that this server was sent."""
    kept: Receipts[object] = request.app.state.receipts
    return kept


TheRendered = Annotated[Rendered, Depends(rendered_of)]
TheReceipts = Annotated[Receipts[object], Depends(receipts_of)]
