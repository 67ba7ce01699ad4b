"""A process that takes pages in and works until nothing is left, to be killed at any moment.

usage: python -m tests.desk.being_killed STORE STREAM FOLDER light|real
"""

from __future__ import annotations

import sys
from pathlib import Path

from firsthand.desk.intake import take_paths
from firsthand.desk.stages import real_stages
from firsthand.desk.working import Worker
from firsthand.store.opening import open_store

from .light import light_stages


def main(place: str, stream: str, folder: str, kind: str) -> None:
    stages = light_stages() if kind == "light" else real_stages()
    with open_store(place) as store:
        print("begun", flush=True)
        for _ in take_paths(store, [folder], "ada"):
            pass
        with Worker(store, Path(stream), stages) as worker:
            while worker.step():
                pass
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
