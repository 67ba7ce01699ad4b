"""`firsthand people` and `firsthand mcp`."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from firsthand.report.neutral import one_line

from .output import print_out

if TYPE_CHECKING:
    from firsthand.store.opening import Store

WHO = "the command line"


def people(arguments: argparse.Namespace) -> int:
    """Name people and tokens, and write down in the audit log that it was done here."""
    from firsthand.desk.errors import DeskError
    from firsthand.store.opening import StoreError, open_store

    try:
        with open_store(arguments.store) as store:
            return _ACTIONS[arguments.people](store, arguments)
    except (DeskError, StoreError) as error:
        print(f"firsthand: {one_line(str(error))}", file=sys.stderr)
        return 1


def mcp(arguments: argparse.Namespace) -> int:
    """Serve an assistant until it goes away."""
    from firsthand.api.assistants.server import serve_assistants
    from firsthand.store.opening import StoreError, open_store

    try:
        with open_store(arguments.store) as store:
            serve_assistants(store)
    except StoreError as error:
        print(f"firsthand: {one_line(str(error))}", file=sys.stderr)
        return 1
    return 0


def _add(store: Store, arguments: argparse.Namespace) -> int:
    from firsthand.desk.access import add_person, anybody, audit

    role = arguments.role or ("reader" if anybody(store) else "admin")
    name = add_person(store, arguments.name, role, _password(), who=WHO)
    audit(store, WHO, "person added", f"{name} ({role})")
    print_out(f"{one_line(name)} is {role}\n")
    return 0


def _list(store: Store, arguments: argparse.Namespace) -> int:
    from firsthand.desk.access import members, tokens

    rows = [
        f"{one_line(one.name)}\t{one.role}\tadded {one.added_at[:10]}{' (shut out)' if one.disabled else ''}"
        for one in members(store)
    ]
    cursor = None
    while True:
        found = tokens(store, cursor, 1000)
        rows += [
            f"token {one.id}\t{one_line(one.name)}\t{one.role}\tmade {one.created[:10]}, "
            + (f"revoked {one.revoked[:10]}" if one.revoked else f"last used {(one.last_used or 'never')[:10]}")
            for one in found.items
        ]
        cursor = found.next
        if cursor is None:
            break
    print_out("".join(f"{row}\n" for row in rows) or "nobody yet: the desk serves this machine alone\n")
    return 0


def _set_password(store: Store, arguments: argparse.Namespace) -> int:
    from firsthand.desk.access import audit, set_password

    set_password(store, arguments.name, _password())
    audit(store, WHO, "password set", arguments.name)
    print_out("done; open sessions have ended\n")
    return 0


def _role(store: Store, arguments: argparse.Namespace) -> int:
    from firsthand.desk.access import audit, change_role

    change_role(store, arguments.name, arguments.role)
    audit(store, WHO, "role changed", f"{arguments.name} ({arguments.role})")
    print_out(f"{one_line(arguments.name)} is {arguments.role}\n")
    return 0


def _token(store: Store, arguments: argparse.Namespace) -> int:
    from firsthand.desk.access import audit, make_token

    made, secret = make_token(store, arguments.name, arguments.role, who=WHO)
    audit(store, WHO, "token made", f"token {made.id} ({made.name}, {made.role})")
    print(f"firsthand: token {made.id}, {made.role}; it is shown this once", file=sys.stderr)
    print_out(f"{secret}\n")
    return 0


def _revoke(store: Store, arguments: argparse.Namespace) -> int:
    from firsthand.desk.access import audit, revoke, shut_out

    who: str = arguments.who
    if who.isascii() and who.isdigit() and len(who) < 16:
        made = revoke(store, int(who))
        audit(store, WHO, "token revoked", f"token {made.id} ({made.name})")
        print_out(f"token {made.id} ({one_line(made.name)}) holds no longer\n")
        return 0
    shut_out(store, who)
    audit(store, WHO, "person shut out", who)
    print_out(f"{one_line(who)} is let in no more\n")
    return 0


_ACTIONS = {
    "add": _add,
    "list": _list,
    "password": _set_password,
    "role": _role,
    "token": _token,
    "revoke": _revoke,
}


def _password() -> str:
    """Asked for twice where somebody sits there, else the first line of standard input. Never an argument: other
    programs can see those.

    Raises:
        Refused: the two are not the same, or there is none.
    """
    from firsthand.desk.errors import Refused

    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    try:
        first, second = getpass.getpass("Password: "), getpass.getpass("Once more: ")
    except EOFError:
        raise Refused("no password was given") from None
    if first != second:
        raise Refused("the two are not the same")
    return first
