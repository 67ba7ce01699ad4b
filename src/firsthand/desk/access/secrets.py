"""Secrets: 256 random bits each, of which the store keeps the SHA-256 alone."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from firsthand.store import people
from firsthand.store.opening import Store

TOKEN = "fh_"  # noqa: S105 - how every token begins, so that scanners of leaked secrets can know one
_LONGEST = 128


def new_secret() -> str:
    """A new secret, of 43 characters that are safe in a header, a cookie and a URL."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What the store keeps of a secret: SHA-256 in hex. Secrets of 256 bits need no salt and no slow hash.

    Looked up by this, a secret is never compared character by character with a known one.
    """
    return hashlib.sha256(secret[:_LONGEST].encode("utf-8", "replace")).hexdigest()


def same(left: str, right: str) -> bool:
    """Whether two secrets are one, in a time that does not tell how far they agree."""
    return hmac.compare_digest(left.encode("utf-8", "replace"), right.encode("utf-8", "replace"))


def bound(key: str, *parts: str) -> str:
    """A value that only somebody who has the key can make for these parts: HMAC-SHA256 in hex."""
    return hmac.new(key.encode(), "\x1f".join(parts).encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def kept_secret(store: Store, name: str) -> str:
    """A secret of this store, made when it is first asked for. Processes that ask at once get the same."""
    with store.read() as connection:
        known = people.kept(connection, f"secret {name}")
    if known is not None:
        return known
    with store.write() as connection:
        return people.keep(connection, f"secret {name}", new_secret())
