"""Kills: a worker is killed (SIGKILL) at random moments of intake, started again, and must come to what an undisturbed
one comes to: no page lost, none twice, every table and report the same.

usage: python bench/desk_kills.py [KILLS] [--real] [--postgresql]

Pages are made (tests/desk/made.py). The stages are light ones without a model, so that many kills strike between and
inside transactions; with --real those of the pipeline, on the pages of bench/made_pages.py. After every few kills the
store is complete, is held against the undisturbed one, and another is begun.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.made_pages import made
from tests.databases import new_place
from tests.desk.killing import Task, run_with_kills, work_on
from tests.desk.light import light_stages
from tests.desk.made import made_pages
from tests.desk.whole import whole

from firsthand.desk.stages import Stages, real_stages
from firsthand.store.opening import open_store

SEED = 11
PAGES = {False: 18, True: 12}
REACH = 0.7
"""Of the time of an undisturbed run, how late a kill may come: most strike, and the store still comes forward."""
EACH = 10
"""Kills of one store at most."""


def main() -> int:
    named = [one for one in sys.argv[1:] if not one.startswith("--")]
    wanted, real = int(named[0]) if named else 200, "--real" in sys.argv
    kind = "postgresql" if "--postgresql" in sys.argv else "sqlite"
    stages = real_stages() if real else light_stages()
    draw = random.Random(SEED)
    with tempfile.TemporaryDirectory(prefix="firsthand-kills-") as name:
        return _run(wanted, kind, real, stages, draw, Path(name))


def _run(wanted: int, kind: str, real: bool, stages: Stages, draw: random.Random, room: Path) -> int:
    folder = room / "pages"
    folder.mkdir()
    _write(folder, PAGES[real], real)
    work_on(Task(str(room / "warm.db"), room / "warm.stream", folder, stages))  # models and imports, once for all
    began = time.monotonic()
    work_on(Task(str(room / "calm.db"), room / "calm.stream", folder, stages))
    seconds = time.monotonic() - began
    with open_store(room / "calm.db") as store:
        calm = whole(store)
    kills, stores, wrong = 0, 0, Counter[str]()
    while kills < wanted:
        place = room / f"{stores}"
        place.mkdir()
        task = Task(new_place(kind, place), place / "stream", folder, stages)
        kills += run_with_kills(task, most=min(EACH, wanted - kills), longest=REACH * seconds, draw=draw)
        stores += 1
        with open_store(task.place) as store:
            wrong.update(name for name, rows in whole(store).items() if rows != calm[name])
        print(f"  {kills} kills, {stores} stores, otherwise: {dict(wrong) or 'none'}", file=sys.stderr, flush=True)
    print(f"{kind}, {'real' if real else 'light'} stages: {kills} kills over {stores} stores of {PAGES[real]} pages")
    print(
        f"  an undisturbed run takes {seconds:.1f} s; {len(calm['articles'])} articles, {len(calm['stories'])} stories"
    )
    print(f"  tables that came out otherwise: {dict(wrong) or 'none'}")
    return 1 if wrong else 0


def _write(folder: Path, count: int, real: bool) -> None:
    if not real:
        made_pages(folder, count)
        return
    for number, one in enumerate(made(count)):
        (folder / f"{number:03}.html").write_text(one.html(), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
