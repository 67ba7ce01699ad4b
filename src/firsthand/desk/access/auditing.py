"""The book of what was done: every change and every sign-in, with who and from where. Never a password or a token."""

from __future__ import annotations

from firsthand.store import people
from firsthand.store.clock import now
from firsthand.store.opening import Store

from ..values import Listing
from .tokens import _number

_LONGEST = 300


def audit(store: Store, who: str, action: str, subject: str, address: str | None = None) -> None:
    """Write a line. The store has no function that changes one."""
    with store.write() as connection:
        people.note_audit(
            connection,
            at=now(),
            who=who[:_LONGEST],
            action=action[:_LONGEST],
            subject=subject[:_LONGEST],
            address=address,
        )


def audit_trail(
    store: Store, *, who: str | None = None, action: str | None = None, cursor: str | None = None, limit: int = 50
) -> Listing[people.AuditRow]:
    """Lines, the newest first.

    Raises:
        Refused: the cursor is none of ours.
    """
    before = _number(cursor) if cursor is not None else None
    with store.read() as connection:
        rows = people.audit_rows(connection, before=before, who=who, action=action, limit=limit + 1)
    more = str(rows[limit - 1].number) if len(rows) > limit else None
    return Listing(items=rows[:limit], next=more)
