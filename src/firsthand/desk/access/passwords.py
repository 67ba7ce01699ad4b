"""Passwords: hashed with Argon2id, checked at one pace whether the person exists or not."""

from __future__ import annotations

import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from ..errors import Refused

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST = 12
"""Characters. NIST SP 800-63B-4 asks for 15 where a password stands alone and 8 beside a second factor; here attempts
are slowed down by name and address."""
LONGEST = 256
_AT_ONCE = threading.BoundedSemaphore(2)
"""Each hash takes 64 MiB for its while: a crowd at the sign-in page must not take all the memory there is."""


def hashed(password: str) -> str:
    """The password's Argon2id hash, with salt and parameters (RFC 9106, second recommendation).

    Raises:
        Refused: it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused(f"a password has {SHORTEST} to {LONGEST} characters")
    with _AT_ONCE:
        return _hasher().hash(_one_form(password))


def matches(password: str, known: str | None) -> bool:
    """Whether this is the password of the hash. Without a hash (nobody of that name) it takes as long, and is not."""
    from argon2.exceptions import Argon2Error, InvalidHashError

    with _AT_ONCE:
        try:
            found = _hasher().verify(known or _nobodys(), _one_form(password[: LONGEST + 1]))
        except (Argon2Error, InvalidHashError):
            return False
    return found and known is not None


def prepare() -> None:
    """Make what the first attempt would else wait for, and tell by its time that nobody has that name."""
    _nobodys()


def outdated(known: str) -> bool:
    """Whether a hash was made with weaker parameters than those of today."""
    return _hasher().check_needs_rehash(known)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher, profiles

    return PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


@cache
def _nobodys() -> str:
    """A hash that no password is known for."""
    from .secrets import new_secret

    return _hasher().hash(new_secret())


def _one_form(password: str) -> str:
    """One spelling, whichever way a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "replace").decode("utf-8")
