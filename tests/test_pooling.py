"""Work over several processes: the same results, in the same order."""

from __future__ import annotations

from pathlib import Path

from firsthand import pipeline
from firsthand.pooling import BATCH, MANY, each, workers_for


def test_few_subjects_are_read_in_one_process_unless_more_are_asked_for() -> None:
    assert workers_for(MANY - 1, None) == 1
    assert workers_for(MANY, None) >= 1
    assert workers_for(MANY, 2) == 2
    assert workers_for(BATCH, 8) == 1
    assert workers_for(0, 4) == 1


def test_results_come_in_the_order_of_the_subjects() -> None:
    subjects = [str(number) for number in range(3 * BATCH)]
    assert list(each(int, subjects, workers=2)) == list(each(int, subjects))


def test_two_workers_read_what_one_reads(tmp_path: Path) -> None:
    for number in range(2 * BATCH):
        text = f"The council closed bridge number {number} on Monday after divers found a crack in its pier, it said."
        (tmp_path / f"{number}.html").write_text(f"<html><body><p>{text}</p><p>{text} Twice.</p></body></html>")
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    alone, together = (pipeline.articles_of([tmp_path], workers=workers) for workers in (1, 2))
    assert together == alone
    assert len(alone[1]) == 2 * BATCH
    assert len(alone[2]) == 1
