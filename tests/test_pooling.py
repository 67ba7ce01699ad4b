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


def test_stories_made_in_two_processes_are_those_made_in_one(tmp_path: Path) -> None:
    accounts = (
        "Fire destroys mill in Orme\n\nFire destroyed the paper mill of Orme on Monday and killed two workers, Captain "
        "Nora Hale said.\nThe captain said the fire began in the boiler house.\n",
        "Singer Ada Lund cancels tour\n\nThe singer Ada Lund has cancelled her tour of Velden after losing her voice, "
        "her manager said.\nTickets for all eleven concerts will be paid back.\n",
        "Court frees treasurer of Hest\n\nJudges in Hest on Friday freed the town's former treasurer, Piet Aarden, 63, "
        "for want of evidence.\nProsecutors said they would appeal.\n",
    )
    for number, account in enumerate(accounts):
        (tmp_path / f"{number}.txt").write_text(account)
    alone, together = (pipeline.run([tmp_path], workers=workers) for workers in (1, 2))
    assert len(alone.stories) == len(accounts)
    assert together == alone
