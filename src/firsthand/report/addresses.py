"""What things are called in files that leave the house: identifiers, names of files, addresses of pages."""

from __future__ import annotations

import re
from urllib.parse import quote

from firsthand.model import content_id

NAMESPACE = "urn:firsthand:"
"""Before every id that is handed over. It is not registered: it says where an id comes from, and leads nowhere."""
_SAFE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}")
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_KEPT = "!#$%&'()*+,/:;=?@[]~"  # what a URI may hold besides letters, digits and `_.-` (RFC 3986)
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_BRACKET = re.compile(r"[\[\]]")
_HOST_END = re.compile(r"[/?#]")


def safe_id(name: str) -> str:
    """An id that may stand in a file's name, a URI and a qualified name: itself, as all that we make are, else one
    made from it."""
    return name if _SAFE.fullmatch(name) else content_id("id", name)


def uri_of(name: str) -> str:
    """The URI of what has an id: equal in every format and every run."""
    return NAMESPACE + safe_id(name)


def web_uri(address: str | None) -> str | None:
    """A web address as a URI (RFC 3986): characters that may not stand in one are percent-encoded. None for what is no
    address of the web (`javascript:`, `file:`)."""
    found = (address or "").strip()
    if not _WEB.match(found) or len(found) > LONGEST:
        return None
    plain = _BAD_PERCENT.sub("%25", quote(found.encode("utf-8", "replace"), safe=_KEPT))
    head, sep, fragment = plain.partition("#")
    scheme, _, rest = head.partition("://")
    end = _HOST_END.search(rest)
    host, path = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    path, fragment = (_BRACKET.sub(_encoded, part) for part in (path, fragment.replace("#", "%23")))
    return f"{scheme}://{host}{path}{sep}{fragment}" if _HOST.fullmatch(host) else None


LONGEST = 4_000
"""Characters of a web address that are believed to be one; the same as where pages are read."""
_HOST = re.compile(
    r"(?:[\w.~!$&'()*+,;=:%-]*@)?"  # who asks
    r"(?:\[[0-9A-Fa-f:.]+\]|[\w.~!$&'()*+,;=%-]+)(?::\d*)?",  # where, and the port
    re.ASCII,
)


def _encoded(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
