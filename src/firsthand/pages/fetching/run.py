"""A run: many URLs, in an order that keeps no host busy and none of them waiting for nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .addresses import refusal
from .keeping import Keeper
from .network import Network
from .policy import Clock, Policy
from .urls import RefusedURLError, joined, target_of
from .visiting import Visit, Visitor

Links = Callable[[bytes, str], Iterable[str]]
"""The links of a feed or sitemap, from its bytes and its URL; none for anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Whether and how far the links of feeds and sitemaps are followed."""

    links: Links
    limit: int
    """Links that are fetched at most, over the whole run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of one URL of the run, after it has been written down."""

    url: str
    new: bool
    """Whether there is a page that was not kept before; neither new nor failed means unchanged."""
    failure: str | None


def fetch_urls(
    urls: Sequence[str],
    keeper: Keeper,
    policy: Policy,
    *,
    follow: Follow | None = None,
    network: Network | None = None,
    clock: Clock | None = None,
) -> Iterator[Fetched]:
    """Fetch each URL once, and what the feeds and sitemaps among them link to; all that comes goes to the keeper.

    Raises:
        CannotKeepError: the keeper cannot write.
    """
    clock = clock or Clock()
    visitor = Visitor(policy, network or Network(), clock, keeper.known)
    waiting = _Waiting(visitor, clock)
    waiting.add(urls, allow_private=policy.allow_private)
    followed = 0
    while (url := waiting.next()) is not None:
        visit = visitor.visit(url.text, allow_private=url.allow_private)
        new = keeper.keep(visit)
        yield Fetched(url=url.text, new=new, failure=visit.failure)
        if follow and followed < follow.limit:
            links = _links(visit, keeper, follow, policy)
            private = url.allow_private and _is_private(visit)
            followed += waiting.add(links, allow_private=private, most=follow.limit - followed)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A URL to visit, and whether it may lie in a private network."""

    text: str
    allow_private: bool


class _Waiting:
    """URLs that are still to be visited, each once in a run however it is spelt."""

    def __init__(self, visitor: Visitor, clock: Clock) -> None:
        self._visitor = visitor
        self._clock = clock
        self._seen: set[str] = set()
        self._hosts: dict[str, deque[_Wanted]] = {}

    def add(self, urls: Iterable[str], *, allow_private: bool, most: int | None = None) -> int:
        """Put new URLs at the end; how many there were."""
        added = 0
        for url in urls:
            if most is not None and added >= most:
                break
            try:
                target = target_of(url, any_port=allow_private)
                spelt, host = target.url, target.host
            except RefusedURLError:
                spelt, host = url, ""
            if spelt not in self._seen:
                self._seen.add(spelt)
                self._hosts.setdefault(host, deque()).append(_Wanted(url, allow_private))
                added += 1
        return added

    def next(self) -> _Wanted | None:
        """The first URL of the host that may be asked soonest, the first given among equals; None when all are done."""
        now = self._clock.passed()
        best = min(self._hosts, key=lambda host: max(self._visitor.pace.ready_at(host), now), default=None)
        if best is None:
            return None
        url = self._hosts[best].popleft()
        if not self._hosts[best]:
            del self._hosts[best]
        return url


def _is_private(visit: Visit) -> bool:
    """Whether the answer came from a private network; what came from a public one does not lead into it."""
    return bool(visit.exchanges) and refusal(visit.exchanges[-1].answer.address) is not None


def _links(visit: Visit, keeper: Keeper, follow: Follow, policy: Policy) -> Iterator[str]:
    """The links of a page that is a feed or sitemap, made absolute; what leads nowhere is left out.

    Read from what is kept, so that a feed that has not changed since a run that was killed is followed too.
    """
    if visit.failure is not None or not visit.exchanges:
        return
    at = visit.exchanges[-1].url
    base = target_of(at, any_port=True)
    for link in follow.links(keeper.page(at, policy.largest) or b"", at):
        try:
            yield joined(base, link, any_port=policy.allow_private).url
        except RefusedURLError:
            continue
