"""An archive of made pages to stories: pages/s, where the time goes, memory, bytes; Ray beside the pool.

    python bench/archive.py [--pages N] [--one-process] [--engines local,ray] [--workers N] [--together]

The pages are made from a seed (`made_pages.py`) and lie in WARC files of a thousand. `--one-process` runs in this
process and gives the processor's time of each step (on a busy machine the clock on the wall measures the others);
the engines are run one after the other with so many workers and their bytes compared; what starting an engine takes is
told apart. With `--together` they run at the same time, each in a process of its own: on a machine that has much else
to do this is the fairer way, as both get the same share of it. While a run goes on, what it says it will still take is
held against what it took.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from made_pages import Made, made, write_warc

from firsthand.archive import Settings
from firsthand.archive.engines import Local, engine_of
from firsthand.archive.estimate import Estimate, Progress
from firsthand.archive.parts import read_part
from firsthand.archive.run import Outcome, run_archive

IN_ONE_FILE = 1_000


class Watch:
    """What a run tells, with the time of some clock."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock, self.start = clock, clock()
        self.begun: dict[str, float] = {}
        self.estimate, self.told = Estimate(), list[tuple[float, float]]()

    def __call__(self, at: Progress) -> None:
        now = self.clock() - self.start
        self.begun.setdefault(at.step, now)
        left = self.estimate.left(at, now)
        if left is not None:
            self.told.append((now, left))

    def steps(self, end: float) -> dict[str, float]:
        ends = [*list(self.begun.values())[1:], end]
        return {step: last - first for (step, first), last in zip(self.begun.items(), ends, strict=True)}

    def estimates(self, end: float) -> str:
        """The whole time as foretold when a share of it had passed, over what it was."""
        shares = []
        for share in (0.1, 0.25, 0.5, 0.75):
            at, left = min(self.told, key=lambda one: abs(one[0] - share * end))
            shares.append(f"at {at / end:.0%} {(at + left) / end:.2f}")
        return ", ".join(shares)


def tree(out: Path) -> str:
    """One hash over all bytes of a run."""
    digest = hashlib.sha256()
    for path in sorted(path for path in out.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(out)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def sizes(out: Path) -> str:
    """Bytes an article of each kind of part."""
    held: Counter[str] = Counter()
    for path in out.rglob("*.parquet"):
        held[path.relative_to(out).parts[0]] += path.stat().st_size
    return ", ".join(f"{name} {size:,}" for name, size in sorted(held.items()))


def agreement(out: Path, pages: list[Made]) -> str:
    """Pairs of articles in one story against pairs of one event."""
    events = {page.url: page.event for page in pages}
    told, stories = {}, []
    for path in sorted((out / "articles").glob("*.parquet")):
        table = read_part(out, str(path), ["id", "page_url"])
        told.update(zip(*(table.column(name).to_pylist() for name in ("id", "page_url")), strict=True))
    for path in sorted((out / "stories").glob("*.parquet")):
        stories += read_part(out, str(path), ["articles"]).column("articles").to_pylist()
    got = [(number, events[told[one]]) for number, story in enumerate(stories) for one in story]
    right, ours, theirs = (pairs(Counter(labels)) for labels in (got, [n for n, _ in got], [e for _, e in got]))
    return f"pairs of one event found {right / theirs:.3f}, pairs of one story right {right / ours:.3f}"


def pairs(counts: Counter[object]) -> int:
    return sum(size * (size - 1) // 2 for size in counts.values())


def peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


def in_one_process(source: Path, out: Path, pages: list[Made]) -> None:
    watch = Watch(time.process_time)
    outcome: Outcome = run_archive(source, out, Local(1), told=watch)
    spent = time.process_time() - watch.start
    print(outcome)
    size = peak(resource.RUSAGE_SELF)
    print(f"one process: {spent:.1f} s of a processor, {outcome.pages / spent:.1f} pages/s, {size:.0f} MB at most")
    for step, took in watch.steps(spent).items():
        print(f"  {step:11} {took:8.1f} s {took / spent:6.1%} {1000 * took / outcome.articles:8.2f} ms an article")
    print(f"  said it would take, over what it took: {watch.estimates(spent)}")
    print(f"  bytes of the parts: {sizes(out)}")
    print(f"  {agreement(out, pages)}")


def by_engines(source: Path, folder: Path, engines: list[str], workers: int, settings: Settings) -> None:
    first = None
    for name in engines:
        watch = Watch(time.perf_counter)
        outcome = run_archive(source, folder / name, engine_of(name, workers), settings, watch)
        spent = time.perf_counter() - watch.start
        working = spent - watch.begun["pages"]
        first = first or working
        size = max(peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN))
        print(
            f"{name}, {workers} workers: start {spent - working:.1f} s, then {working:.1f} s, "
            f"{outcome.pages / working:.1f} pages/s, {first / working:.2f} of the first; "
            f"largest process {size:.0f} MB; bytes {tree(folder / name)[:12]}"
        )
        print(f"  said it would take, over what it took: {watch.estimates(spent)}")


def at_once(given: argparse.Namespace) -> None:
    shared = [f"--pages={given.pages}", f"--workers={given.workers}", f"--part={given.part}"]
    command = [sys.executable, __file__, *shared]
    runs = [subprocess.Popen([*command, f"--engines={name}"]) for name in given.engines.split(",")]
    for run in runs:
        run.wait()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--pages", type=int, default=2_000)
    options.add_argument("--one-process", action="store_true")
    options.add_argument("--engines", default="")
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--part", type=int, default=64, help="pages of a part, for the engines")
    options.add_argument("--together", action="store_true", help="the engines at the same time")
    given = options.parse_args()
    if given.together:
        at_once(given)
        return
    folder = Path(tempfile.mkdtemp(prefix="archive-"))
    try:
        source = folder / "source"
        source.mkdir()
        pages = made(given.pages)
        for at in range(0, len(pages), IN_ONE_FILE):
            write_warc(pages[at : at + IN_ONE_FILE], source / f"{at // IN_ONE_FILE:05}.warc.gz")
        events, reprints = len({page.event for page in pages}), sum(page.reprint for page in pages)
        print(f"{len(pages)} pages, {events} events, {reprints} reprints")
        if given.one_process or not given.engines:
            in_one_process(source, folder / "one", pages)
        by_engines(
            source,
            folder,
            [name for name in given.engines.split(",") if name],
            given.workers,
            Settings(part=given.part),
        )
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
