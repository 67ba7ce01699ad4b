"""People: who may sign in, and with what role."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection

from firsthand.store import people
from firsthand.store.clock import now
from firsthand.store.opening import Store

from ..errors import NotThere, Refused
from .passwords import hashed
from .roles import Role

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who asks: somebody signed in, a program with a token, or whoever sits at this machine."""

    name: str
    role: Role
    local: bool = False
    """Whether it is whoever sits at this machine, on a desk without people."""
    token: int | None = None
    """The number of the token that was shown."""
    session: str = ""
    """What forms are bound to, of somebody signed in."""

    @property
    def key(self) -> str:
        """What tells this asker from others when requests are counted."""
        return f"token {self.token}" if self.token is not None else f"person {self.name}"


LOCAL = Person(name="you", role=Role.ADMIN, local=True)
"""Whoever sits at this machine, as long as nobody has been named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person as a list shows one."""

    name: str
    role: Role
    added_at: str
    added_by: str
    disabled: bool


def told(instant: datetime) -> str:
    """A time as rows have it: ISO 8601 in UTC, to the millisecond, so that the text sorts as the time does."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def name_of(text: str) -> str:
    """A person's name in its one spelling: "Anna " and "anna" are one person.

    Raises:
        Refused: it cannot be a name.
    """
    name = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
        raise Refused(f"a name has 1 to {LONGEST_NAME} characters that can be seen")
    if name == LOCAL.name:
        raise Refused(f"“{LOCAL.name}” is what the desk calls whoever sits at the machine")
    return name


def role_of(text: str) -> Role:
    """A role by its name.

    Raises:
        Refused: there is none of that name.
    """
    try:
        return Role(text)
    except ValueError:
        raise Refused(f"a role is one of {', '.join(Role)}") from None


def anybody(store: Store) -> bool:
    """Whether there is a person who may sign in."""
    with store.read() as connection:
        return people.somebody(connection)


def guarded(store: Store) -> bool:
    """Whether somebody can show who they are: what a server needs that others than this machine can reach."""
    with store.read() as connection:
        return people.somebody(connection) or people.something(connection)


def members(store: Store) -> tuple[Member, ...]:
    """All people, by name."""
    with store.read() as connection:
        return tuple(
            Member(
                name=row.name,
                role=Role(row.role),
                added_at=row.added_at,
                added_by=row.added_by,
                disabled=row.disabled,
            )
            for row in people.people(connection)
        )


def add_person(store: Store, name: str, role: str, password: str, *, who: str) -> str:
    """Add a person, or let one back in who was shut out; the name in its one spelling.

    Raises:
        Refused: there is one of that name, or name, role or password will not do.
    """
    name, role = name_of(name), role_of(role)
    row = people.PersonRow(name=name, role=role, hash=hashed(password), added_at=now(), added_by=who, disabled=False)
    with store.write() as connection:
        known = people.person(connection, name)
        if known is not None and not known.disabled:
            raise Refused(f"there is a {name} already")
        if role is not Role.ADMIN and not _admins(connection):
            raise Refused("the first person is an admin: somebody has to manage the desk")
        people.end_sessions(connection, name)
        people.put_person(connection, row)
    return name


def change_role(store: Store, name: str, role: str) -> None:
    """Give a person another role. It holds at once, in open sessions too.

    Raises:
        NotThere: there is no such person.
        Refused: it is no role, or nobody would be left to manage the desk.
    """
    name, role = name_of(name), role_of(role)
    with store.write() as connection:
        if role is not Role.ADMIN:
            _keep_an_admin(connection, name)
        if not people.change_person(connection, name, role=role):
            raise NotThere(f"there is no {name}")


def shut_out(store: Store, name: str) -> None:
    """Let a person in no more: sessions end, and tokens that the person made cease to hold.

    Raises:
        NotThere: there is no such person.
        Refused: nobody would be left to manage the desk.
    """
    name = name_of(name)
    with store.write() as connection:
        _keep_an_admin(connection, name)
        if not people.change_person(connection, name, disabled=True):
            raise NotThere(f"there is no {name}")
        people.end_sessions(connection, name)
        people.revoke_tokens_of(connection, name, now())


def _keep_an_admin(connection: Connection, name: str) -> None:
    if _admins(connection) == {name}:
        raise Refused("nobody would be left to manage the desk: make somebody else admin first")


def _admins(connection: Connection) -> set[str]:
    return {row.name for row in people.people(connection) if row.role == Role.ADMIN and not row.disabled}
