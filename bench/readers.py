"""Readers at the desk: how long pages take to answer while pages come in.

usage: python bench/readers.py [--readers 50] [--seconds 300] [--think 1] [--pages 300] [--store FILE]

A store is filled with made pages (`made_pages.py`) by the real stages, once; with --store it is kept and used again.
Then `firsthand desk` serves it on loopback with its worker running beside it, and made pages keep coming in so that the
queue is never empty. Each reader asks for a page, reads for `--think` seconds (drawn from an exponential with that
mean; 0: not at all) and asks for the next: six times in ten a story (the newest most often), three times a search, once
the list of stories. Nobody sends If-None-Match: every page is sent whole. Told are the median, the 95th and 99th
percentile and the longest, in milliseconds from the first byte sent to the last received, and every answer but 200.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from made_pages import made

from firsthand.desk.intake import take_text
from firsthand.desk.working import Worker, progress
from firsthand.store.opening import Store, open_store

Told = dict[str, list[tuple[float, int, float]]]
"""By kind of page: the milliseconds that each answer took, its status, and when it was asked for."""
SLOW = 1000.0
"""Milliseconds from which an answer is shown by when it was asked for: alone, or with others at one stall."""
WAITING = 6
"""Pages that are kept waiting for the worker."""
_DESK = "from firsthand.cli.main import run; run()"
WORDS = "fire mayor council court river market workers witnesses bridge tram"


def fill(store: Store, pages: int) -> None:
    """Made pages, read by the real stages."""
    for one in made(pages, seed=1):
        list(take_text(store, one.html(), one.url, "bench"))
    with Worker(store) as worker:
        while worker.step():
            pass


def feed(store: Store, stop: threading.Event) -> None:
    """Keep pages waiting."""
    coming = iter(made(5000, seed=2))
    while not stop.is_set():
        if progress(store).waiting < WAITING:
            one = next(coming)
            list(take_text(store, one.html(), one.url, "bench"))
        else:
            stop.wait(0.2)


class Reader:
    """One connection that asks for page after page."""

    def __init__(self, port: int, draw: random.Random) -> None:
        self.port = port
        self.draw = draw
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, onward: int = 3) -> tuple[int, bytes]:
        """Status and body of one page; where a story has gone into another one, of that, as a browser goes on to it."""
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port, limit=2**22)
        reader, writer = self._streams
        asked = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept: text/html\r\n\r\n"
        writer.write(asked.encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        length = re.search(r"content-length: (\d+)", head, re.IGNORECASE)
        body = await reader.readexactly(int(length[1]) if length else 0)
        status = int(head.split(" ", 2)[1])
        moved = re.search(r"^location: (\S+)", head, re.IGNORECASE | re.MULTILINE) if 300 <= status < 400 else None
        return await self.get(moved[1], onward - 1) if moved and onward else (status, body)


async def read(reader: Reader, stories: Sequence[str], ends: float, think: float, told: Told) -> None:
    """One reader until the end."""
    draw = reader.draw
    while time.monotonic() < ends:
        kind = draw.choices(("story", "search", "stories"), (6, 3, 1))[0]
        path = {
            "story": f"/stories/{stories[min(int(draw.expovariate(0.08)), len(stories) - 1)]}",
            "search": f"/search?q={draw.choice(WORDS.split())}",
            "stories": draw.choice(("/", "/?order=weight", "/?standing=disputed")),
        }[kind]
        begun = time.perf_counter()
        try:
            status, _ = await reader.get(path)
        except (OSError, asyncio.IncompleteReadError):
            status = 0
            reader._streams = None
        told[kind].append((1000 * (time.perf_counter() - begun), status, begun))
        if think:
            await asyncio.sleep(draw.expovariate(1 / think))


async def run(port: int, readers: int, seconds: float, think: float) -> Told:
    """All readers at once."""
    first = Reader(port, random.Random(0))
    _, body = await first.get("/stories.csv")
    stories = [line.split(",")[0] for line in body.decode("utf-8-sig").splitlines()[1:] if line.count(",") > 5]
    told: Told = defaultdict(list)
    ends = time.monotonic() + seconds
    everybody = (Reader(port, random.Random(at)) for at in range(1, readers + 1))
    await asyncio.gather(*(read(one, stories, ends, think, told) for one in everybody))
    return told


def show(told: Told) -> None:
    """A line for each kind of page."""
    print(f"{'page':8} {'asked':>7} {'p50':>7} {'p95':>7} {'p99':>7} {'longest':>8}  not 200")
    for kind, answers in [*sorted(told.items()), ("all", [one for all_ in told.values() for one in all_])]:
        times = sorted(took for took, _, _ in answers)
        wrong = Counter(status for _, status, _ in answers if status != 200)
        at = [times[min(len(times) - 1, int(share * len(times)))] for share in (0.5, 0.95, 0.99)]
        print(
            f"{kind:8} {len(times):7} "
            + " ".join(f"{one:7.0f}" for one in at)
            + f" {times[-1]:8.0f}  {dict(wrong) or 0}"
        )


def show_stalls(told: Told) -> None:
    """When slow answers were asked for, in seconds from the first, and how many in each."""
    everything = [one for answers in told.values() for one in answers]
    first = min(begun for _, _, begun in everything)
    stalls = Counter(int(begun - first) for took, _, begun in everything if took >= SLOW)
    if stalls:
        print(f"over {SLOW:.0f} ms, at second: " + ", ".join(f"{at} ({many})" for at, many in sorted(stalls.items())))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--readers", type=int, default=50)
    asked.add_argument("--seconds", type=float, default=300)
    asked.add_argument("--think", type=float, default=1.0)
    asked.add_argument("--pages", type=int, default=300)
    asked.add_argument("--store", type=Path)
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = arguments.store or Path(folder) / "desk.db"
        fresh = not file.exists()
        with open_store(file) as store:
            if fresh:
                fill(store, arguments.pages)
            serve(store, file, arguments)


def serve(store: Store, file: Path, arguments: argparse.Namespace) -> None:
    """Start the desk, let the readers loose, and say how it went."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    command = [sys.executable, "-c", _DESK, "desk", "--store", str(file), "--port", str(port), "--quiet"]
    running = subprocess.Popen(command, env=os.environ | {"OMP_NUM_THREADS": "1"})
    stop = threading.Event()
    try:
        await_port(port)
        threading.Thread(target=feed, args=(store, stop), daemon=True).start()
        before = await_worker(store)
        told = asyncio.run(run(port, arguments.readers, arguments.seconds, arguments.think))
        show(told)
        show_stalls(told)
        print(
            f"{progress(store).done - before} pages came in and were read meanwhile; milliseconds; "
            f"{arguments.readers} readers, {arguments.think} s between two pages, {arguments.seconds:.0f} s"
        )
    finally:
        stop.set()
        running.terminate()
        running.wait(20)


def await_worker(store: Store) -> int:
    """Until the worker has its models and reads; how many pages it has read by then."""
    before = progress(store).done
    for _ in range(3000):
        if progress(store).done > before:
            break
        time.sleep(0.1)
    return progress(store).done


def await_port(port: int) -> None:
    """Until somebody answers there."""
    for _ in range(3000):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the desk did not start")


if __name__ == "__main__":
    main()
