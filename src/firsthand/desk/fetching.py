"""Pages of the web for the desk: one visitor with its manners, kept between pages so that hosts get their rest."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.pages.answers import content_type
from firsthand.pages.fetching import Clock, Network, Policy
from firsthand.pages.fetching.addresses import refusal
from firsthand.pages.fetching.policy import NotFetchedError
from firsthand.pages.fetching.urls import RefusedURLError, target_of
from firsthand.pages.fetching.visiting import Validators, Visitor


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What a URL answered with, or why it gave nothing (`failure`), or that it has not changed."""

    url: str
    """Where the answer came from, after redirects."""
    data: bytes = b""
    media_type: str | None = None
    charset: str | None = None
    fetched: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False
    private: bool = False
    """Whether the answer came from a private network."""
    failure: str | None = None


class Fetcher:
    """Asks for one URL at a time; each host rests between two."""

    def __init__(self, policy: Policy, network: Network | None = None, clock: Clock | None = None) -> None:
        self._policy = policy
        self._known: dict[str, Validators] = {}
        self._clock = clock or Clock()
        self._visitor = Visitor(policy, network or Network(), self._clock, self._known.get)

    def get(self, url: str, known: Validators | None = None, *, private: bool = True) -> Got:
        """The page at a URL; with `known`, only if it is another than that version. `private`: whether it may lie in a
        private network where the policy allows that at all."""
        self._known.clear()
        if known is not None:
            self._known[_spelt(url, self._policy)] = known
        visit = self._visitor.visit(url, allow_private=private and self._policy.allow_private)
        if visit.failure is not None:
            return Got(url=url, failure=visit.failure)
        last = visit.exchanges[-1]
        answer = last.answer
        try:
            data = b"" if answer.status == 304 else answer.unpacked(self._policy.largest)
        except NotFetchedError as error:
            return Got(url=url, failure=str(error))
        media_type, charset = content_type(answer.header("content-type"))
        return Got(
            url=last.url,
            data=data,
            media_type=media_type,
            charset=charset,
            fetched=last.date,
            etag=answer.header("etag"),
            modified=answer.header("last-modified"),
            unchanged=answer.status == 304,
            private=refusal(answer.address) is not None,
        )

    def is_ready(self, url: str) -> bool:
        """Whether the host of a URL has had its rest since it was last asked."""
        try:
            host = target_of(url, any_port=True).host
        except RefusedURLError:
            return True
        return self._visitor.pace.ready_at(host) <= self._clock.passed()


def _spelt(url: str, policy: Policy) -> str:
    try:
        return target_of(url, any_port=policy.allow_private).url
    except RefusedURLError:
        return url
