"""What a run of fetching keeps to, and the clock it goes by."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

PRODUCT = "Firsthand"
"""The token that a robots.txt may name."""


class NotFetchedError(Exception):
    """A URL that did not yield a page. The message says why."""


class OutOfTimeError(NotFetchedError):
    """A URL whose time is used up, which says nothing of the host that was to be asked next."""


class NoConnectionError(NotFetchedError):
    """A host that was not connected to, so that nothing of it can be had. The message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Manners and bounds. The defaults are those of a polite reader, not of a crawler."""

    version: str
    contact: str | None = None
    """A mail address or URL under which an operator of a site reaches whoever runs this."""
    delay: float = 1.0
    """Seconds between two requests to one host."""
    longest_delay: float = 30.0
    """Seconds up to which a robots.txt may raise the delay."""
    longest_wait: float = 60.0
    """Seconds up to which a host that asks for patience (429, 503) is waited for; one that wants more is left alone."""
    retries: int = 2
    """After a 429 or 503. Nothing else is tried again."""
    redirects: int = 8
    """Browsers follow 20; news sites need three or four."""
    read_timeout: float = 20.0
    """Seconds of silence."""
    whole_timeout: float = 60.0
    """Seconds for one request with its answer, however it drips."""
    visit_timeout: float = 180.0
    """Seconds for all requests that one URL leads to, those for robots.txt with them; polite waiting aside."""
    largest: int = 20_000_000
    """Bytes of one page, packed and unpacked: the same bound that files have."""
    allow_private: bool = False
    """Whether hosts may lie at loopback, private or link-local addresses, and at any port."""

    @property
    def user_agent(self) -> str:
        """Who asks."""
        return f"{PRODUCT}/{self.version}" + (f" (+{self.contact})" if self.contact else "")


class Clock:
    """The time of day, the time that passes, and waiting. Tests put another one in its place."""

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def passed(self) -> float:
        """Seconds that only ever grow."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
