"""Access: people, sessions, tokens and roles, how often somebody may ask, and the book of what was done."""

from .auditing import audit, audit_trail
from .pace import Left, Pace
from .passwords import prepare
from .people import (
    LOCAL,
    Member,
    Person,
    add_person,
    anybody,
    change_role,
    guarded,
    members,
    name_of,
    shut_out,
    told,
)
from .roles import NEEDS, Action, Role, may
from .secrets import bound, digest, kept_secret, new_secret, same
from .signing_in import (
    Session,
    SignInPace,
    change_password,
    session_of,
    set_password,
    sign_in,
    sign_out,
)
from .tokens import Token, make_token, revoke, token_of, tokens

__all__ = [
    "LOCAL",
    "NEEDS",
    "Action",
    "Left",
    "Member",
    "Pace",
    "Person",
    "Role",
    "Session",
    "SignInPace",
    "Token",
    "add_person",
    "anybody",
    "audit",
    "audit_trail",
    "bound",
    "change_password",
    "change_role",
    "digest",
    "guarded",
    "kept_secret",
    "make_token",
    "may",
    "members",
    "name_of",
    "new_secret",
    "prepare",
    "revoke",
    "same",
    "session_of",
    "set_password",
    "shut_out",
    "sign_in",
    "sign_out",
    "token_of",
    "tokens",
    "told",
]
