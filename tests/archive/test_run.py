"""A run over an archive: the stories of the batch, each article once, and the same bytes however it came about."""

from __future__ import annotations

import hashlib
import json
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("rensa")

from bench.made_pages import Made, made, write_warc

from firsthand.archive import ArchiveError, Settings
from firsthand.archive.checking import broken_parts
from firsthand.archive.engines import Engine, Local, WorkerDiedError, engine_of
from firsthand.archive.parts import read_part
from firsthand.archive.run import Outcome, run_archive
from firsthand.pipeline import articles_of
from firsthand.stories import group_articles

SMALL = Settings(part=8, bundle=3, slab=16, postings=1_000, bands=300)
"""Sizes that cut forty pages into as many parts, partitions and slabs as a real archive has."""


def pages() -> list[Made]:
    return made(40, seed=3)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in two files, and a page that holds nothing."""
    folder = tmp_path_factory.mktemp("source")
    write_warc(pages()[:30], folder / "crawl.warc.gz")
    with (folder / "rest.jsonl").open("w", encoding="utf-8") as file:
        for page in pages()[30:]:
            record = {"url": page.url, "title": page.title, "text": page.text, "published": page.day.isoformat()}
            file.write(json.dumps(record) + "\n")
    (folder / "empty.html").write_text("<html><body></body></html>")
    return folder


@pytest.fixture(scope="module")
def done(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """A run in one process, never stopped."""
    out = tmp_path_factory.mktemp("done") / "out"
    return out, run_archive(source, out, Local(1), SMALL)


def tree(out: Path) -> dict[str, str]:
    """Every file with its hash."""
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def rows(out: Path, folder: str) -> list[dict[str, Any]]:
    return [row for path in sorted((out / folder).rglob("*.parquet")) for row in read_part(out, str(path)).to_pylist()]


def test_every_article_is_in_one_story(done: tuple[Path, Outcome]) -> None:
    out, outcome = done
    articles = [row["id"] for row in rows(out, "articles")]
    placed = [row["article"] for row in rows(out, "placements")]
    told = [article for row in rows(out, "stories") for article in row["articles"]]
    assert sorted(articles) == sorted(placed) == sorted(told)
    assert len(set(articles)) == len(articles) == outcome.articles == 40
    assert outcome.failures == 1
    assert outcome.copies == sum(row["copy_of"] is not None for row in rows(out, "placements")) > 0


def test_stories_are_those_of_the_batch(source: Path, done: tuple[Path, Outcome]) -> None:
    """The batch is given what is nobody's near-copy: in it, copies are compared like everything else."""
    out, _ = done
    alone = {row["article"] for row in rows(out, "placements") if row["copy_of"] is None}
    _, articles, _ = articles_of([source])
    batch = {frozenset(story.articles) for story in group_articles([one for one in articles if one.id in alone])}
    assert {frozenset(alone.intersection(row["articles"])) for row in rows(out, "stories")} == batch


def test_a_near_copy_is_in_the_story_of_what_it_copies(done: tuple[Path, Outcome]) -> None:
    out, _ = done
    events = {page.url: page.event for page in pages()}
    told = {row["id"]: events[row["page_url"]] for row in rows(out, "articles")}
    stories = {row["article"]: row["story"] for row in rows(out, "placements")}
    for row in rows(out, "placements"):
        if row["copy_of"] is not None:
            assert stories[row["copy_of"]] == row["story"]
            assert told[row["copy_of"]] == told[row["article"]]


class Stopping(Local):
    """An engine that is killed after so many tasks."""

    def __init__(self, tasks: int) -> None:
        super().__init__(1)
        self.left = tasks

    def each(self, task: Callable[[Any], Any], jobs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        for found in super().each(task, jobs):
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            yield found


@pytest.mark.parametrize("tasks", [1, 9, 20])
def test_a_run_that_was_stopped_goes_on_to_the_same_bytes(
    tasks: int, source: Path, done: tuple[Path, Outcome], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run_archive(source, out, Stopping(tasks), SMALL)
    (out / "receipts" / ".unfinished-x").write_text("half a")
    assert run_archive(source, out, Local(1), SMALL) == done[1]
    assert tree(out) == tree(done[0])


def test_a_run_that_is_done_does_nothing_again(source: Path, done: tuple[Path, Outcome]) -> None:
    assert run_archive(source, done[0], Stopping(0), SMALL) == done[1]


def test_other_files_or_settings_are_refused(source: Path, done: tuple[Path, Outcome], tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="other settings"):
        run_archive(source, done[0], Local(1), Settings())
    (tmp_path / "mine.txt").write_text("not a run")
    with pytest.raises(ArchiveError, match="holds no run"):
        run_archive(source, tmp_path, Local(1), SMALL)
    with pytest.raises(ArchiveError, match="no file to read"):
        run_archive(tmp_path / "nothing", tmp_path / "out", Local(1), SMALL)


def test_a_changed_part_is_found(source: Path, tmp_path: Path) -> None:
    run_archive(source, tmp_path / "out", Local(1), SMALL)
    assert broken_parts(tmp_path / "out") == []
    changed = tmp_path / "out" / "stories" / "0000000.parquet"
    changed.write_bytes(changed.read_bytes()[:-1] + b"?")
    assert [path for path, _ in broken_parts(tmp_path / "out")] == ["stories/0000000.parquet"]


def dies_once(marker: Path) -> str:
    """A task whose worker is killed the first time."""
    if not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return marker.name


def always_dies(job: int) -> int:
    if job == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return job


def test_a_killed_process_of_the_pool_costs_nothing(tmp_path: Path) -> None:
    with Local(2) as engine:
        found = dict(engine.each(dies_once, [tmp_path / str(number) for number in range(3)]))
    assert found == {0: "0", 1: "1", 2: "2"}


def test_a_task_that_kills_every_worker_is_named() -> None:
    with Local(2) as engine, pytest.raises(WorkerDiedError, match=r"3 times at 1$"):
        list(engine.each(always_dies, [0, 1, 2]))


class Killing:
    """An engine one of whose workers is killed when the first task of a step is done."""

    def __init__(self, engine: Any, pids: Callable[[], list[int]]) -> None:
        self.engine, self.pids, self.killed = engine, pids, 0

    def each(self, task: Callable[[Any], Any], jobs: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        for number, found in enumerate(self.engine.each(task, jobs)):
            if number == 0 and len(jobs) > 3 and not self.killed:
                os.kill(self.pids()[0], signal.SIGKILL)
                self.killed += 1
            yield found

    def __enter__(self) -> Engine:
        self.engine.__enter__()
        return self  # type: ignore[return-value]

    def __exit__(self, *error: Any) -> None:
        self.engine.__exit__(*error)


def test_a_pool_of_which_one_is_killed_writes_the_same_bytes(
    source: Path, done: tuple[Path, Outcome], tmp_path: Path
) -> None:
    engine = Local(2)
    killing = Killing(engine, lambda: sorted(engine._pool._processes) if engine._pool else [])
    assert run_archive(source, tmp_path / "out", killing, SMALL) == done[1]  # type: ignore[arg-type]
    assert killing.killed == 1
    assert tree(tmp_path / "out") == tree(done[0])


def test_a_ray_cluster_of_which_one_actor_is_killed_writes_the_same_bytes(
    source: Path, done: tuple[Path, Outcome], tmp_path: Path
) -> None:
    pytest.importorskip("ray")
    engine: Any = engine_of("ray", 2)
    killing = Killing(engine, lambda: engine.processes())
    assert run_archive(source, tmp_path / "out", killing, SMALL) == done[1]  # type: ignore[arg-type]
    assert killing.killed == 1
    assert tree(tmp_path / "out") == tree(done[0])


def test_an_engine_that_is_none_is_named() -> None:
    with pytest.raises(ArchiveError, match="no engine “spark”"):
        engine_of("spark", 2)
