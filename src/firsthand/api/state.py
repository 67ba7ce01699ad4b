"""What one running server has at hand, for its endpoints: the store, the settings, and who asks how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from anyio import CapacityLimiter
from fastapi import Depends
from starlette.requests import HTTPConnection

from firsthand.desk.access import Pace, SignInPace, kept_secret
from firsthand.desk.apart import Calling
from firsthand.pages.fetching import Policy
from firsthand.store.opening import Store

from .settings import Settings
from .tail import Tail


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One server's own things: `app.state.desk`."""

    store: Store
    settings: Settings
    forms: str
    """The key that forms are signed with."""
    asking: Pace
    checking: Pace
    adding: Pace
    signing_in: SignInPace
    policy: Policy
    """How pages are fetched while somebody waits for the answer."""
    aside: CapacityLimiter
    """Room for what takes long (see `aside`)."""
    apart: Calling
    """What needs a model (see `desk.apart`)."""
    drawing: Calling
    """What lays out pages."""
    waiting: CapacityLimiter
    """Room for who waits for a page to be laid out."""
    tail: Tail


def forms_key(store: Store) -> str:
    """The key of this store that forms are signed with, made at first use: forms outlive a restart of the server."""
    return kept_secret(store, "forms")


def desk_of(request: HTTPConnection) -> Desk:
    """The server's things, for an endpoint."""
    desk: Desk = request.app.state.desk
    return desk


def _store(request: HTTPConnection) -> Store:
    return desk_of(request).store


TheDesk = Annotated[Desk, Depends(desk_of)]
TheStore = Annotated[Store, Depends(_store)]
