"""Where tasks run: in this process, in a pool of processes, or on a Ray cluster; what they write is the same."""

from __future__ import annotations

import os

from .local import Local
from .protocol import Engine, WorkerDiedError

__all__ = ["Engine", "Local", "WorkerDiedError", "engine_of"]


def engine_of(name: str, workers: int | None = None) -> Engine:
    """The engine of this name: `local`, `ray` (a cluster of this machine), or the address `ray://host:port` of one.
    Without a number of workers there are as many as processors: this machine's, or the cluster's.

    Raises:
        ArchiveError: there is no such engine, or it is not installed.
    """
    from firsthand.archive.settings import ArchiveError

    if name == "local":
        return Local(workers or os.cpu_count() or 1)
    if name == "ray" or name.startswith("ray://"):
        from .ray import Ray

        return Ray(workers, name if name != "ray" else None)
    raise ArchiveError(f"there is no engine “{name}”: local, ray, or ray://HOST:PORT")
