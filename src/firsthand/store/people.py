"""People, their sessions and tokens, and the book of what was done: rows in, values out. Times are ISO 8601 in UTC.

Secrets never come here: only their SHA-256, and of passwords the Argon2id hash.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, insert, select, update

from .tables import AUDIT, META, PEOPLE, SESSIONS, TOKENS


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody with a password. `disabled` people stay, so that what they did keeps its name."""

    name: str
    role: str
    hash: str
    added_at: str
    added_by: str
    disabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One sign-in of one person."""

    person: str
    role: str
    csrf: str
    created: str
    expires: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRow:
    """What a program shows. `revoked` is when it ceased to hold."""

    number: int
    name: str
    role: str
    created: str
    created_by: str
    last_used: str | None
    revoked: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """One line of the book. There is no function that changes or takes away one."""

    number: int
    at: str
    who: str
    action: str
    subject: str
    address: str | None


def somebody(connection: Connection) -> bool:
    """Whether there is a person who may sign in."""
    return bool(connection.scalar(select(exists().where(PEOPLE.c.disabled.is_(False)))))


def something(connection: Connection) -> bool:
    """Whether there is a token that holds."""
    return bool(connection.scalar(select(exists().where(TOKENS.c.revoked.is_(None)))))


def person(connection: Connection, name: str) -> PersonRow | None:
    """The person of this name."""
    row = connection.execute(select(PEOPLE).where(PEOPLE.c.name == name)).one_or_none()
    return _person(row) if row else None


def people(connection: Connection) -> tuple[PersonRow, ...]:
    """All people, by name."""
    return tuple(_person(row) for row in connection.execute(select(PEOPLE).order_by(PEOPLE.c.name)))


def put_person(connection: Connection, row: PersonRow) -> None:
    """Add a person, or one who was there before anew."""
    connection.execute(delete(PEOPLE).where(PEOPLE.c.name == row.name))
    connection.execute(
        insert(PEOPLE).values(
            name=row.name,
            role=row.role,
            hash=row.hash,
            added_at=row.added_at,
            added_by=row.added_by,
            disabled=row.disabled,
        )
    )


def change_person(connection: Connection, name: str, **values: Any) -> bool:
    """Change what is known of a person (`role`, `hash`, `disabled`); False if there is none of that name."""
    return connection.execute(update(PEOPLE).where(PEOPLE.c.name == name).values(**values)).rowcount == 1


def put_session(
    connection: Connection, digest: str, *, person: str, csrf: str, created: str, expires: str, address: str | None
) -> None:
    """Add a session."""
    connection.execute(
        insert(SESSIONS).values(
            hash=digest, person=person, csrf=csrf, created=created, expires=expires, address=address
        )
    )


def session(connection: Connection, digest: str, now: str) -> SessionRow | None:
    """The session that holds now, with its person's role as it is now."""
    row = connection.execute(
        select(SESSIONS, PEOPLE.c.role)
        .join(PEOPLE, PEOPLE.c.name == SESSIONS.c.person)
        .where(SESSIONS.c.hash == digest, SESSIONS.c.expires > now, PEOPLE.c.disabled.is_(False))
    ).one_or_none()
    if row is None:
        return None
    return SessionRow(person=row.person, role=row.role, csrf=row.csrf, created=row.created, expires=row.expires)


def prolong_session(connection: Connection, digest: str, expires: str) -> None:
    """Let a session hold longer."""
    connection.execute(update(SESSIONS).where(SESSIONS.c.hash == digest).values(expires=expires))


def end_session(connection: Connection, digest: str) -> None:
    """Forget one session."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.hash == digest))


def end_sessions(connection: Connection, person: str, *, but: str = "") -> None:
    """Forget all sessions of a person, save one."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.person == person, SESSIONS.c.hash != but))


def sweep_sessions(connection: Connection, now: str) -> None:
    """Forget what holds no longer."""
    connection.execute(delete(SESSIONS).where(SESSIONS.c.expires <= now))


def put_token(connection: Connection, digest: str, *, name: str, role: str, created: str, created_by: str) -> int:
    """Add a token; its number."""
    made = connection.execute(
        insert(TOKENS)
        .values(name=name, hash=digest, role=role, created=created, created_by=created_by)
        .returning(TOKENS.c.number)
    )
    return int(made.scalar_one())


def token(connection: Connection, digest: str) -> TokenRow | None:
    """The token of this digest, if it holds."""
    row = connection.execute(select(TOKENS).where(TOKENS.c.hash == digest, TOKENS.c.revoked.is_(None))).one_or_none()
    return _token(row) if row else None


def tokens(connection: Connection, *, after: int = 0, limit: int = 1000) -> tuple[TokenRow, ...]:
    """Tokens, those revoked too, by number."""
    asked = select(TOKENS).where(TOKENS.c.number > after).order_by(TOKENS.c.number).limit(limit)
    return tuple(_token(row) for row in connection.execute(asked))


def use_token(connection: Connection, number: int, now: str) -> None:
    """Note when a token was last used."""
    connection.execute(update(TOKENS).where(TOKENS.c.number == number).values(last_used=now))


def revoke_token(connection: Connection, number: int, now: str) -> TokenRow | None:
    """Let a token hold no longer; None if there is none of that number. One revoked before keeps its time."""
    connection.execute(update(TOKENS).where(TOKENS.c.number == number, TOKENS.c.revoked.is_(None)).values(revoked=now))
    row = connection.execute(select(TOKENS).where(TOKENS.c.number == number)).one_or_none()
    return _token(row) if row else None


def revoke_tokens_of(connection: Connection, person: str, now: str) -> None:
    """Let all tokens that a person made hold no longer."""
    connection.execute(
        update(TOKENS).where(TOKENS.c.created_by == person, TOKENS.c.revoked.is_(None)).values(revoked=now)
    )


def note_audit(connection: Connection, *, at: str, who: str, action: str, subject: str, address: str | None) -> None:
    """Write a line into the book."""
    connection.execute(insert(AUDIT).values(at=at, who=who, action=action, subject=subject, address=address))


def audit_rows(
    connection: Connection, *, before: int | None, who: str | None, action: str | None, limit: int
) -> tuple[AuditRow, ...]:
    """Lines of the book, the newest first."""
    asked = select(AUDIT).order_by(AUDIT.c.number.desc()).limit(limit)
    if before is not None:
        asked = asked.where(AUDIT.c.number < before)
    if who is not None:
        asked = asked.where(AUDIT.c.who == who)
    if action is not None:
        asked = asked.where(AUDIT.c.action == action)
    rows = connection.execute(asked)
    return tuple(
        AuditRow(number=row.number, at=row.at, who=row.who, action=row.action, subject=row.subject, address=row.address)
        for row in rows
    )


def kept(connection: Connection, key: str) -> str | None:
    """A value of the table of single values."""
    found: str | None = connection.scalar(select(META.c.value).where(META.c.key == key))
    return found


def keep(connection: Connection, key: str, value: str) -> str:
    """Keep a single value, unless there is one; the one that is kept."""
    known = kept(connection, key)
    if known is None:
        connection.execute(insert(META).values(key=key, value=value))
    return value if known is None else known


def _person(row: Row[Any]) -> PersonRow:
    return PersonRow(
        name=row.name,
        role=row.role,
        hash=row.hash,
        added_at=row.added_at,
        added_by=row.added_by,
        disabled=row.disabled,
    )


def _token(row: Row[Any]) -> TokenRow:
    return TokenRow(
        number=row.number,
        name=row.name,
        role=row.role,
        created=row.created,
        created_by=row.created_by,
        last_used=row.last_used,
        revoked=row.revoked,
    )
