"""How the server is set up: one frozen value, made by the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from firsthand.desk.errors import Refused
from firsthand.pages.bounds import LARGEST

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
DAY = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much one request may bring, and how long it may take."""

    body: int = 1_000_000
    """Bytes of a request that is no upload."""
    upload: int = 10 * LARGEST
    """Bytes of one upload, all its files together."""
    file: int = LARGEST
    """Bytes of one file: what one page may have."""
    files: int = 100
    """Files of one upload."""
    fields: int = 50
    """Fields of a form besides its files."""
    text: int = 1_000_000
    """Bytes of one field of a form, a pasted article for instance."""
    url: int = 8_192
    """Bytes of a request's path and query."""
    silence: float = 20.0
    """Seconds that may pass between two pieces of a request's body."""
    arriving: float = 300.0
    """Seconds in which the whole body must be there."""
    answering: float = 60.0
    """Seconds from the whole request to the beginning of its answer."""
    aside: int = 4
    """Checks and fetches that run at once, apart from the pages that people read. A check waits for the one process
    that has the models."""
    waiting: int = 100
    """Who wait at once for pages that are being laid out."""
    streams: int = 200
    """Streams of events that are open at once; a tenth of them for one asker on a server with people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Requests a minute, for each person or token, or each address where nobody is known."""

    all: int = 600
    check: int = 60
    """Of these, what a model has to read."""
    add: int = 120
    """Of these, what brings pages."""
    sign_in: int = 10
    """Attempts to sign in from one address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the server listens and by what name it is known."""

    host: str = "127.0.0.1"
    port: int = 8000
    public: str | None = None
    """The address that people open it at, where a proxy stands before it: `https://desk.example.org`."""
    names: frozenset[str] = frozenset()
    """Further host names that it answers to."""
    bounds: Bounds = field(default_factory=Bounds)
    rates: Rates = field(default_factory=Rates)
    allow_private: bool = False
    """Whether pages are fetched from, and webhooks sent to, private addresses."""
    session: float = 30 * DAY
    """Seconds after which a session ends in any case."""
    idle: float = 3 * DAY
    """Seconds without a request after which it ends."""

    def __post_init__(self) -> None:
        if self.public is not None:
            parts = urlsplit(self.public)
            if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
                raise Refused("a public address is like https://desk.example.org, without a path")

    @property
    def secure(self) -> bool:
        """Whether people reach it by https."""
        return self.public is not None and self.public.lower().startswith("https:")

    @property
    def loopback(self) -> bool:
        """Whether nobody but this machine reaches it."""
        return self.public is None and is_loopback(self.host)

    @property
    def hosts(self) -> frozenset[str]:
        """The names, without ports, that a request may be addressed to."""
        own = urlsplit(self.public).hostname if self.public else None
        return LOOPBACK_NAMES | self.names | {name.lower() for name in (own, self.host) if name}


def is_loopback(host: str) -> bool:
    """Whether a host to listen on is this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
