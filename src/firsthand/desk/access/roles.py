"""Who may do what: one table from action to the least role that may."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person or a token is trusted with. Each may do all that the ones before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


class Action(StrEnum):
    """What somebody asks to do. Every route of the server declares one of these."""

    ARRIVE = "arrive"
    """What must work before anybody is known: the sign-in page, the style sheets, the API's description."""
    READ = "read"
    """Stories, articles, sources, search, exports, events, progress."""
    CHECK = "check"
    """Lay a sentence or an article beside the store. Nothing is kept of it."""
    LEAVE = "leave"
    """Sign out, and change one's own password."""
    ADD = "add"
    """Pages, by upload, text or URL."""
    DECIDE = "decide"
    """Judge, merge, split, note, undo."""
    WATCH = "watch"
    """Feeds and webhooks."""
    MANAGE = "manage"
    """People, tokens, the audit log."""


NEEDS: dict[Action, Role | None] = {
    Action.ARRIVE: None,
    Action.READ: Role.READER,
    Action.CHECK: Role.READER,
    Action.LEAVE: Role.READER,
    Action.ADD: Role.EDITOR,
    Action.DECIDE: Role.EDITOR,
    Action.WATCH: Role.EDITOR,
    Action.MANAGE: Role.ADMIN,
}
"""The least role that may; None is anybody, known or not."""
_RANK = {role: rank for rank, role in enumerate(Role)}


def may(role: Role | None, action: Action) -> bool:
    """Whether somebody of this role may do this; `role` is None for somebody unknown."""
    least = NEEDS[action]
    return least is None or (role is not None and _RANK[role] >= _RANK[least])
