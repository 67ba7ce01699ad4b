"""Signing in and out: sessions, their lifetime, and how often a password may be tried."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from firsthand.store import people
from firsthand.store.opening import Store

from ..errors import Refused
from .pace import Pace
from .passwords import hashed, matches, outdated
from .people import Person, name_of, told
from .roles import Role
from .secrets import digest, new_secret

LIFETIME = 30 * 86_400.0
"""Seconds after which a session ends in any case."""
IDLE = 3 * 86_400.0
"""Seconds without a request after which it ends."""
_STEP = 300.0
"""Seconds by which a session must have aged before it is prolonged: reading does not write on every page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A new session. `secret` goes into the cookie, and is nowhere else."""

    secret: str
    person: Person
    seconds: float
    """For which the cookie holds."""


class SignInPace:
    """How often a password may be tried: from one address, for one name from one address, and for one name at all.

    The last bound is wide, so that nobody can lock a colleague out by trying on her name, and narrow enough that a
    password of twelve characters is not found by many addresses together.
    """

    def __init__(self, attempts: int = 10) -> None:
        self._address = Pace(attempts, 60)
        self._pair = Pace(6, 300)
        self._name = Pace(60, 3600)

    def wait(self, name: str, address: str) -> float:
        """Seconds to wait before this attempt; 0 if it may be made, and is then counted."""
        asked = (
            (self._address, address),
            (self._pair, f"{address}\x1f{_folded(name)}"),
            (self._name, _folded(name)),
        )
        looked = [pace.take(key, 0) for pace, key in asked]
        slowest = max(left.wait for left in looked)
        if slowest > 0:
            return slowest
        for pace, key in asked:
            pace.take(key)
        return 0.0


def sign_in(
    store: Store,
    name: str,
    password: str,
    *,
    address: str | None = None,
    lifetime: float = LIFETIME,
    idle: float = IDLE,
) -> Session | None:
    """A new session if name and password are right, else None, after the same time whether the name is known or not.

    A session from before is never taken over: its secret is always new (no fixation).
    """
    with store.read() as connection:
        known = people.person(connection, _folded(name))
    usable = known.hash if known is not None and not known.disabled else None
    if not matches(password, usable) or known is None:
        return None
    fresh = hashed(password) if outdated(known.hash) else None
    secret, forms, instant = new_secret(), new_secret(), datetime.now(UTC)
    with store.write() as connection:
        if fresh is not None:
            people.change_person(connection, known.name, hash=fresh)
        people.sweep_sessions(connection, told(instant))
        people.put_session(
            connection,
            digest(secret),
            person=known.name,
            csrf=forms,
            created=told(instant),
            expires=told(instant + timedelta(seconds=min(idle, lifetime))),
            address=address,
        )
    person = Person(name=known.name, role=Role(known.role), session=forms)
    return Session(secret=secret, person=person, seconds=lifetime)


def session_of(store: Store, cookie: str, *, lifetime: float = LIFETIME, idle: float = IDLE) -> Person | None:
    """Whose session this is, if it holds; it is then prolonged."""
    instant = datetime.now(UTC)
    key = digest(cookie)
    with store.read() as connection:
        row = people.session(connection, key, told(instant))
    if row is None:
        return None
    ends = min(datetime.fromisoformat(row.created) + timedelta(seconds=lifetime), instant + timedelta(seconds=idle))
    if (ends - datetime.fromisoformat(row.expires)).total_seconds() > _STEP:
        with store.write() as connection:
            people.prolong_session(connection, key, told(ends))
    return Person(name=row.person, role=Role(row.role), session=row.csrf)


def sign_out(store: Store, cookie: str) -> None:
    """End the session of this cookie."""
    with store.write() as connection:
        people.end_session(connection, digest(cookie))


def change_password(store: Store, name: str, old: str, new: str, *, keep: str = "") -> None:
    """Change one's own password. All other sessions end; that of the cookie `keep` goes on.

    Raises:
        Refused: the old one is wrong, or the new one will not do.
    """
    with store.read() as connection:
        known = people.person(connection, name)
    if not matches(old, known.hash if known else None):
        raise Refused("the old password is not right")
    set_password(store, name, new, keep=keep)


def set_password(store: Store, name: str, new: str, *, keep: str = "") -> None:
    """Give a person a new password. Sessions end, save that of the cookie `keep`.

    Raises:
        Refused: there is no such person, or the password will not do.
    """
    made = hashed(new)
    with store.write() as connection:
        if not people.change_person(connection, name_of(name), hash=made):
            raise Refused("there is nobody of that name")
        people.end_sessions(connection, name_of(name), but=digest(keep) if keep else "")


def _folded(name: str) -> str:
    """The name as it is looked up; whatever cannot be one finds nobody."""
    try:
        return name_of(name)
    except Refused:
        return ""
