"""What an engine does for a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Protocol, Self, TypeVar

from firsthand.archive.settings import ArchiveError

Job = TypeVar("Job")
Result = TypeVar("Result")

TRIES = 3
"""Times that a task is begun at most: a worker may be killed for reasons of its machine, but not thrice by one task."""


class WorkerDiedError(ArchiveError):
    """A task whose workers died each time. The message says which."""


class Engine(Protocol):
    """Runs tasks somewhere. Use it as a context: workers start with the first tasks and stay until it is left."""

    def each(self, task: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[tuple[int, Result]]:
        """The task's result for each job, with the job's number, as they are done. The task is a function of a module,
        and does the same when it is done twice: a job whose worker died is given to another.

        Raises:
            WorkerDiedError: a job's workers died time after time.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None
    ) -> None: ...


class Tries:
    """How often each job was begun."""

    def __init__(self, count: int) -> None:
        self._left = [TRIES] * count

    def died(self, number: int, job: object) -> None:
        """Take note that a job's worker died.

        Raises:
            WorkerDiedError: too often.
        """
        self._left[number] -= 1
        if not self._left[number]:
            raise WorkerDiedError(f"the worker died {TRIES} times at {getattr(job, 'name', job)}")
