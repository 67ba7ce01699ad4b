"""Work that takes long, beside what people read: on threads of its own, so that it never holds up a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request

from .state import desk_of

P = ParamSpec("P")
R = TypeVar("R")


async def aside(request: Request, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What a long function returns; as many run at once as the settings allow, the others wait their turn."""
    return await to_thread.run_sync(partial(work, *args, **kwargs), limiter=desk_of(request).aside)


async def drawn(request: Request, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The same for pages that are laid out apart: who waits for one holds up nobody who asks for what is ready."""
    return await to_thread.run_sync(partial(work, *args, **kwargs), limiter=desk_of(request).waiting)


def places(most: int) -> CapacityLimiter:
    """Room for so many."""
    return CapacityLimiter(most)
