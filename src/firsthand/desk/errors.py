"""What goes wrong at the desk because of what was asked. Each face has one table from these to its own answers."""

from __future__ import annotations


class DeskError(Exception):
    """The message is for the person who asked, in plain words."""


class NotThere(DeskError, KeyError):  # noqa: N818 - read aloud: raise NotThere("no such story")
    """What was asked for is not in the store."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else "not there"


class Refused(DeskError, ValueError):  # noqa: N818 - read aloud: raise Refused("…")
    """What was asked for is not done. The message says why."""


class Busy(DeskError):  # noqa: N818
    """Another worker has the store. The message says so."""
