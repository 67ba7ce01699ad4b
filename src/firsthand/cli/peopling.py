"""The arguments of `firsthand people` and `firsthand mcp`."""

from __future__ import annotations

import argparse
from typing import TypeAlias

_Actions: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
ROLES = ("reader", "editor", "admin")
STORE = "firsthand.db"
_EXITS = """\
exit status:
  0    done
  1    refused; standard error says why
  2    the command line was wrong
"""
_ROLES = """\
roles:
  reader   reads, searches, checks, exports
  editor   also adds pages, decides on findings, watches feeds, sets webhooks
  admin    also manages people and tokens, and reads the audit log
"""
_MCP = """\
an assistant's configuration:
  {"mcpServers": {"firsthand": {"command": "firsthand", "args": ["mcp", "--store", "/place/of/it.db"]}}}
"""


def add_commands(commands: _Actions) -> None:
    """The arguments of both commands."""
    people = commands.add_parser(
        "people",
        help="who may use the desk: people and tokens",
        description="Name people and tokens. As long as there are none, the desk serves this machine alone, and "
        "whoever sits at it is its admin.",
        epilog=f"{_ROLES}\n{_EXITS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = people.add_subparsers(dest="people", metavar="ACTION", required=True)
    _add(actions)
    _one(actions, "list", "list people and tokens")
    _named(actions, "password", "give a person a new password; open sessions end")
    role = _named(actions, "role", "give a person another role")
    role.add_argument("role", choices=ROLES, metavar="ROLE", help=", ".join(ROLES))
    token = _named(actions, "token", "make a token for a program, and print it, this once")
    token.add_argument("--role", choices=ROLES, default="reader", help="what the program may do (reader)")
    revoke = _one(actions, "revoke", "let a token, or a person, in no more")
    revoke.add_argument("who", metavar="TOKEN|NAME", help="a token's number as `list` shows it, or a person's name")
    mcp = commands.add_parser(
        "mcp",
        help="tools for an assistant (Model Context Protocol), over standard input and output",
        description="Let an assistant search the store, read stories, check sentences and look up sources. It can "
        "change nothing.",
        epilog=f"{_MCP}\n{_EXITS}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _store(mcp)


def _add(actions: _Actions) -> None:
    command = _named(actions, "add", "name a person; the password is asked for, or read from standard input")
    command.add_argument(
        "--role", choices=ROLES, help="what the person may do (the first is an admin, the others readers)"
    )


def _named(actions: _Actions, name: str, what: str) -> argparse.ArgumentParser:
    command = _one(actions, name, what)
    command.add_argument("name", metavar="NAME", help="of 1 to 60 characters")
    return command


def _one(actions: _Actions, name: str, what: str) -> argparse.ArgumentParser:
    command = actions.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    _store(command)
    return command


def _store(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--store", metavar="PATH|URL", default=STORE, help=f"a SQLite file, or postgresql://… ({STORE})"
    )
