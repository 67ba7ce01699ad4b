"""A URL, from the first request to the page at the end of its redirects."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus

from .addresses import refusal
from .asking import REDIRECTS, Answer, Asker
from .network import Network
from .pace import Pace
from .policy import Clock, NotFetchedError, Policy
from .robots import Robots
from .urls import RefusedURLError, Target, joined, target_of

_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{1,500}"')
_DATE = re.compile(r"[A-Za-z0-9 :,+-]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a host said of the version of a page that is kept, to ask whether it has changed."""

    etag: str = ""
    modified: str = ""

    def conditions(self) -> dict[str, str]:
        """The headers to ask with. Only what is well formed goes back to where it came from."""
        found = {}
        if _ETAG.fullmatch(self.etag):
            found["If-None-Match"] = self.etag
        if _DATE.fullmatch(self.modified):
            found["If-Modified-Since"] = self.modified
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One answer that is worth keeping: a redirect, a page, or that a page has not changed."""

    url: str
    date: str
    """When it was asked for, ISO 8601 in UTC."""
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What became of one URL."""

    url: str
    """As given."""
    exchanges: tuple[Exchange, ...]
    failure: str | None
    """Why there is no page; None if there is one."""


class Visitor:
    """Visits URLs one after the other, with the manners of its policy."""

    def __init__(
        self, policy: Policy, network: Network, clock: Clock, known: Callable[[str], Validators | None]
    ) -> None:
        self.pace = Pace(policy, clock)
        self._policy = policy
        self._clock = clock
        self._known = known
        self._asker = Asker(policy, network)
        self._robots = Robots(self._asker, self.pace)

    def visit(self, url: str, *, allow_private: bool) -> Visit:
        """Fetch the page at a URL, or find out why it cannot be had. Never raises for what the world does."""
        exchanges: list[Exchange] = []
        self._asker.begin()
        try:
            self._follow(target_of(url, any_port=allow_private), exchanges, allow_private)
        except (RefusedURLError, NotFetchedError) as reason:
            return Visit(url=url, exchanges=tuple(exchanges), failure=_told(str(reason), url, exchanges))
        return Visit(url=url, exchanges=tuple(exchanges), failure=None)

    def _follow(self, target: Target, exchanges: list[Exchange], private: bool) -> None:
        """Ask and follow redirects, each of which is checked as if it had been given."""
        seen: set[str] = set()
        while target.url not in seen:
            if len(seen) > self._policy.redirects:
                raise NotFetchedError(f"more than {self._policy.redirects} redirects")
            seen.add(target.url)
            self._robots.check(target, allow_private=private)
            exchange = self._ask(target, private)
            answer = exchange.answer
            if answer.status not in REDIRECTS:
                _check_status(answer.status)
                exchanges.append(exchange)
                return
            exchanges.append(exchange)
            # who speaks from the public internet does not send us into a private network, even where that is allowed
            private = private and refusal(answer.address) is not None
            target = joined(target, answer.header("location"), any_port=private)
        raise NotFetchedError("the redirects go in a circle")

    def _ask(self, target: Target, private: bool) -> Exchange:
        """One answer; a host that is busy is given time and asked again."""
        known = self._known(target.url)
        conditions = known.conditions() if known else {}
        attempt = 0
        while True:
            self.pace.wait(target.host)
            date = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
            try:
                answer = self._asker.ask(target, allow_private=private, extra=conditions)
            finally:
                self.pace.asked(target.host)
            if answer.status not in _BUSY:
                break
            self.pace.back_off(target.host, answer.header("retry-after"), attempt)
            attempt += 1
        if answer.status == HTTPStatus.NOT_MODIFIED and not conditions:
            raise NotFetchedError("the answer is 304 (not modified) to an unconditional request")
        return Exchange(url=target.url, date=date, answer=answer)


def _check_status(status: int) -> None:
    if status in (HTTPStatus.OK, HTTPStatus.NOT_MODIFIED):
        return
    try:
        phrase = f" ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        phrase = ""
    raise NotFetchedError(f"the answer is {status}{phrase}")


def _told(reason: str, url: str, exchanges: list[Exchange]) -> str:
    """The reason, with where it struck if a redirect had led elsewhere."""
    if not exchanges:
        return reason
    return f"after a redirect by {exchanges[-1].url}: {reason}" if exchanges[-1].url != url else f"redirected: {reason}"
