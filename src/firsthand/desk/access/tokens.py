"""Tokens: what a program shows instead of a password."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from firsthand.store import people
from firsthand.store.clock import now
from firsthand.store.opening import Store

from ..errors import NotThere, Refused
from ..values import Listing
from .people import LONGEST_NAME, Person, role_of
from .roles import Role
from .secrets import TOKEN, digest, new_secret

_STEP = timedelta(minutes=10)
"""How exact `last_used` is: a busy program does not write with every request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token as a list shows it."""

    id: int
    name: str
    role: Role
    created: str
    created_by: str
    last_used: str | None
    revoked: str | None


def make_token(store: Store, name: str, role: str, *, who: str) -> tuple[Token, str]:
    """A new token, and its secret, which is told this once.

    Raises:
        Refused: the name or the role will not do.
    """
    name, given = " ".join(name.split()), role_of(role)
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise Refused(f"a token's name has 1 to {LONGEST_NAME} characters that can be seen")
    secret, created = TOKEN + new_secret(), now()
    with store.write() as connection:
        number = people.put_token(connection, digest(secret), name=name, role=given, created=created, created_by=who)
    made = Token(id=number, name=name, role=given, created=created, created_by=who, last_used=None, revoked=None)
    return made, secret


def token_of(store: Store, secret: str) -> Person | None:
    """Who shows this token, if it holds."""
    if not secret.startswith(TOKEN):
        return None
    with store.read() as connection:
        row = people.token(connection, digest(secret))
    if row is None:
        return None
    instant = datetime.now(UTC)
    if row.last_used is None or instant - datetime.fromisoformat(row.last_used) > _STEP:
        with store.write() as connection:
            people.use_token(connection, row.number, now())
    return Person(name=row.name, role=Role(row.role), token=row.number)


def tokens(store: Store, cursor: str | None = None, limit: int = 50) -> Listing[Token]:
    """Tokens, those that hold no longer too, the oldest first.

    Raises:
        Refused: the cursor is none of ours.
    """
    with store.read() as connection:
        rows = people.tokens(connection, after=_number(cursor), limit=limit + 1)
    more = str(rows[limit - 1].number) if len(rows) > limit else None
    return Listing(items=tuple(_token(row) for row in rows[:limit]), next=more)


def revoke(store: Store, number: int) -> Token:
    """Let a token hold no longer.

    Raises:
        NotThere: there is none of that number.
    """
    with store.write() as connection:
        row = people.revoke_token(connection, number, now())
    if row is None:
        raise NotThere("there is no such token")
    return _token(row)


def _number(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 16):
        raise Refused("that cursor is none that was given out here")
    return int(cursor)


def _token(row: people.TokenRow) -> Token:
    return Token(
        id=row.number,
        name=row.name,
        role=Role(row.role),
        created=row.created,
        created_by=row.created_by,
        last_used=row.last_used,
        revoked=row.revoked,
    )
