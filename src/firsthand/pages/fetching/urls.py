"""URLs that may be asked for, taken apart once: what is checked here is what is connected to later."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

LONGEST = 4096
"""Characters of a URL. Browsers and servers agree on about 2,000; trackers' tails reach twice that."""
PORTS = frozenset({80, 443, 8080, 8443})
"""Where news is served. Other ports belong to other protocols, which a request must not be smuggled into."""
_DEFAULT = {"http": 80, "https": 443}
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
_NAME = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?"
)
_SIX = re.compile(r"[0-9a-f:.]{2,45}")


class RefusedURLError(ValueError):
    """A URL that is not asked for. The message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes. `host` is in ASCII and lower case; an IPv6 address stands in it without brackets."""

    scheme: str
    host: str
    port: int
    path: str
    """Path and query, percent-encoded."""

    @property
    def authority(self) -> str:
        """Host and port as a URL or a Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Scheme and authority: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The URL in its one spelling."""
        return self.site + self.path


def target_of(url: str, *, any_port: bool = False) -> Target:
    """The URL taken apart and in one spelling.

    Raises:
        RefusedURLError: it is not http or https, names a user, a port that serves no pages, or no host that can be.
    """
    if len(url) > LONGEST:
        raise RefusedURLError(f"a URL of more than {LONGEST} characters")
    text = url.strip(" \t\r\n")
    if _CONTROLS.search(text) or "\\" in text:
        raise RefusedURLError("blanks, control characters or backslashes in the URL")
    try:
        parts = urlsplit(text)
        name, port, userinfo = parts.hostname, parts.port, "@" in parts.netloc
    except ValueError as error:
        raise RefusedURLError("not a URL that can be read") from error
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT:
        raise RefusedURLError("only http and https are fetched")
    if userinfo:
        raise RefusedURLError("a user name in the URL")
    if port is None:
        port = _DEFAULT[scheme]
    if port not in PORTS and not any_port:
        raise RefusedURLError(f"port {port} serves no pages")
    path = _encoded(parts.path or "/") + (f"?{_encoded(parts.query)}" if parts.query else "")
    return Target(scheme, _host(name or ""), port, path)


def joined(base: Target, location: str, *, any_port: bool = False) -> Target:
    """Where a redirect or a link on `base` leads.

    Raises:
        RefusedURLError: nowhere that may be asked for.
    """
    if len(location) > LONGEST:
        raise RefusedURLError(f"a URL of more than {LONGEST} characters")
    try:
        whole = urljoin(base.url, location.strip(" \t\r\n"))
    except ValueError as error:
        raise RefusedURLError("not a URL that can be read") from error
    return target_of(whole, any_port=any_port)


def _encoded(text: str) -> str:
    """Percent-encoded where it is not already; a stray percent sign becomes `%25`."""
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(text, errors="surrogateescape", safe="%/:?@!$&'()*+,;=-._~[]|^"))


def _host(name: str) -> str:
    import idna

    if ":" in name:
        if _SIX.fullmatch(name):
            return name
        raise RefusedURLError("not an address of a host")
    try:
        host = name if name.isascii() else idna.encode(name, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise RefusedURLError("not the name of a host") from error
    host = host.lower()
    if not _NAME.fullmatch(host):
        raise RefusedURLError("not the name of a host")
    return host.rstrip(".")
