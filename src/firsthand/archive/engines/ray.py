"""A Ray cluster: one actor a worker, which loads what it needs once and takes one task after another.

Tasks and their receipts go through Ray; the parts go to the storage that all machines share, where a run that is begun
again finds them. So Ray holds nothing that its death could lose.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from firsthand.archive.settings import ArchiveError

from .protocol import Job, Result, Tries

BEGINNINGS = 3
"""Times that a cluster is started or asked for: Ray waits half a minute for its own processes, which is too short on a
machine that has much else to do."""


NICENESS = 0
"""Of the workers, beside the process that asks for them. Ray's own is 15: on a machine that has much else to do they
then hardly run."""


class Worker:
    """What an actor does."""

    def process(self) -> int:
        """The number of its process on its machine."""
        return os.getpid()

    def do(self, task: Callable[[Job], Result], job: Job) -> Result:
        """Run one task."""
        return task(job)


class Ray:
    """So many actors on the cluster at an address; without one, on a cluster of this machine made for the run."""

    def __init__(self, workers: int | None, address: str | None) -> None:
        try:
            import ray
        except ImportError as error:
            raise ArchiveError("the engine ray is not installed: pip install 'firsthand[cluster]'") from error
        self.workers = workers
        self._ray: Any = ray
        self._address = address
        self._actors: list[Any] = []
        self._ours = False

    def each(self, task: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[tuple[int, Result]]:
        """As `Engine.each`. A job whose actor died goes to the next that is free, and another actor takes its place."""
        ray = self._ray
        if not self._actors:
            self._actors = [self._actor() for _ in range(self.workers or int(ray.cluster_resources()["CPU"]))]
        waiting, tries = deque(range(len(jobs))), Tries(len(jobs))
        given = ray.put(task)
        idle = deque(range(len(self._actors)))
        running: dict[Any, tuple[int, int]] = {}
        while waiting or running:
            while waiting and idle:
                at, number = idle.popleft(), waiting.popleft()
                running[self._actors[at].do.remote(given, jobs[number])] = at, number
            done, _ = ray.wait(list(running), num_returns=1)
            at, number = running.pop(done[0])
            try:
                result = ray.get(done[0])
            except ray.exceptions.RayActorError:
                tries.died(number, jobs[number])
                self._actors[at] = self._actor()
                waiting.appendleft(number)
            else:
                yield number, result
            idle.append(at)

    def processes(self) -> list[int]:
        """The numbers of the workers' processes, each on its machine; an actor tells when its task is done."""
        return [int(number) for number in self._ray.get([actor.process.remote() for actor in self._actors])]

    def _actor(self) -> Any:
        return self._ray.remote(num_cpus=1)(Worker).remote()

    def __enter__(self) -> Self:
        if not self._ray.is_initialized():
            self._begin(BEGINNINGS)
            self._ours = True
        return self

    def _begin(self, times: int) -> None:
        """Connect, or start a cluster; what Ray raises where it comes to nothing is its own plain Exception."""
        here = self.workers or os.cpu_count() or 1
        own: dict[str, Any] = {}
        if self._address is None:
            own = {"num_cpus": here, "include_dashboard": False, "_system_config": {"worker_niceness": NICENESS}}
        try:
            self._ray.init(address=self._address or "local", log_to_driver=False, logging_level="ERROR", **own)
        except Exception as error:
            self._ray.shutdown()
            if times == 1:
                raise ArchiveError(f"no Ray cluster could be had: {error}") from error
            self._begin(times - 1)

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        for actor in self._actors:
            self._ray.kill(actor)
        self._actors = []
        if self._ours:
            self._ray.shutdown()
