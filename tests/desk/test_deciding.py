from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from firsthand.desk import reading
from firsthand.desk.deciding import decide, decisions, undo
from firsthand.desk.errors import NotThere, Refused
from firsthand.desk.intake import take_paths
from firsthand.desk.rebuilding import rebuild
from firsthand.desk.values import StoryPage
from firsthand.desk.working import Worker, stream_path_of
from firsthand.store.opening import Store

from ..databases import KINDS, new_store
from .light import light_stages
from .made import made_pages
from .whole import whole


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Twelve made pages of four events, read by light stages."""
    folder = tmp_path / "pages"
    folder.mkdir()
    made_pages(folder, 12)
    with new_store(request.param, tmp_path) as made:
        list(take_paths(made, [str(folder)], "ada"))
        work(made, tmp_path)
        yield made


def work(store: Store, folder: Path) -> None:
    with Worker(store, folder / "stream", light_stages()) as worker:
        while worker.step():
            pass


def largest(store: Store) -> StoryPage:
    return page(store, max(reading.stories(store).items, key=lambda row: (row.articles, row.id)).id)


def page(store: Store, name: str) -> StoryPage:
    found = reading.story(store, name)
    assert found is not None
    return found


def test_a_finding_judged_wrong_is_set_apart_and_comes_back_with_undo(store: Store, tmp_path: Path) -> None:
    before = largest(store)
    finding = before.report.stories[0].findings[0]
    made = decide(
        store,
        who="ada",
        subject_kind="finding",
        subject=finding.id,
        story=before.row.id,
        verdict="wrong",
        note="a typo",
    )
    assert page(store, before.row.id).row.pending
    work(store, tmp_path)
    after = page(store, before.row.id)
    assert finding.id not in {one.id for one in after.report.stories[0].findings}
    assert [one.id for one in after.report.stories[0].dismissed] == [finding.id]
    assert after.judged[finding.id].note == "a typo"
    assert after.row.findings == before.row.findings - 1
    assert after.row.version == before.row.version + 1
    undo(store, made.id, "ben")
    work(store, tmp_path)
    again = page(store, before.row.id)
    assert again.report.stories[0].findings == before.report.stories[0].findings
    assert [(line.verdict, line.undone) for line in decisions(store).items] == [("undo", False), ("wrong", True)]


def test_a_judgement_on_a_claim_holds_when_more_accounts_join_it(store: Store, tmp_path: Path) -> None:
    before = largest(store)
    claim = max(before.report.stories[0].claims, key=lambda one: (len(one.statements), one.id))
    decide(store, who="ada", subject_kind="claim", subject=claim.id, story=before.row.id, verdict="right")
    late = tmp_path / "late"
    late.mkdir()
    first = before.report.articles[0]
    (late / "late.txt").write_text(f"{first.title}\n[Late Edition]\n{first.text}", encoding="utf-8")
    list(take_paths(store, [str(late)], "ben"))
    work(store, tmp_path)
    after = page(store, before.row.id)
    grown = next(one for one in after.report.stories[0].claims if one.text == claim.text)
    assert len(after.report.articles) == len(before.report.articles) + 1
    assert after.judged[grown.id].verdict == "right"


def test_stories_put_together_by_a_person_stay_together_and_part_with_undo(store: Store, tmp_path: Path) -> None:
    calm = whole(store)
    one, two, *_ = reading.stories(store).items
    made = decide(
        store, who="ada", subject_kind="story", subject=two.id, story=two.id, verdict="merge", detail={"into": one.id}
    )
    work(store, tmp_path)
    both = page(store, one.id)
    assert both.row.articles == one.articles + two.articles == len(both.report.articles)
    assert reading.moved(store, two.id) == one.id
    assert page(store, two.id).row.id == one.id
    assert two.id not in {row.id for row in reading.stories(store).items}
    undo(store, made.id, "ada")
    work(store, tmp_path)
    assert reading.moved(store, two.id) is None
    assert whole(store) == calm


def test_articles_parted_from_a_story_make_one_that_takes_its_kind_along(store: Store, tmp_path: Path) -> None:
    calm, before = whole(store), largest(store)
    parted = before.report.stories[0].story.articles[-1]
    made = decide(
        store,
        who="ada",
        subject_kind="story",
        subject=before.row.id,
        story=before.row.id,
        verdict="split",
        detail={"articles": [parted]},
    )
    work(store, tmp_path)
    other = page(store, made.detail["to"])
    assert other.report.stories[0].story.articles == (parted,)
    assert page(store, before.row.id).row.articles == before.row.articles - 1
    late = tmp_path / "late"
    late.mkdir()
    own = other.report.articles[0]
    (late / "late.txt").write_text(f"{own.title}\n[Late Edition]\n{own.text}", encoding="utf-8")
    list(take_paths(store, [str(late)], "ben"))
    work(store, tmp_path)
    assert page(store, made.detail["to"]).row.articles == 2
    undo(store, made.id, "ada")
    work(store, tmp_path)
    assert page(store, before.row.id).row.articles == before.row.articles + 1
    assert page(store, made.detail["to"]).row.id == before.row.id
    assert len(whole(store)["stories"]) == len(calm["stories"])


def test_everything_made_anew_from_the_pages_is_what_it_was(store: Store, tmp_path: Path) -> None:
    one, two, *_ = reading.stories(store).items
    story = largest(store)
    finding = story.report.stories[0].findings[0].id
    decide(store, who="ada", subject_kind="finding", subject=finding, story=story.row.id, verdict="wrong")
    parted = [story.report.stories[0].story.articles[0]]
    name = story.row.id
    split = {"articles": parted}
    decide(store, who="ada", subject_kind="story", subject=name, story=name, verdict="split", detail=split)
    if name not in (one.id, two.id):
        merge = {"into": one.id}
        decide(store, who="b", subject_kind="story", subject=two.id, story=two.id, verdict="merge", detail=merge)
    work(store, tmp_path)
    before = whole(store)
    rebuild(store, tmp_path / "stream")
    assert not reading.stories(store).items
    work(store, tmp_path)
    after = whole(store)
    assert {name: rows for name, rows in after.items() if name != "told"} == {
        name: rows for name, rows in before.items() if name != "told"
    }


def test_what_makes_no_sense_is_refused(store: Store) -> None:
    one = largest(store)
    every = {"articles": list(one.report.stories[0].story.articles)}
    said = {"who": "ada", "subject_kind": "story", "subject": one.row.id, "story": one.row.id}
    with pytest.raises(Refused, match="itself"):
        decide(store, **said, verdict="merge", detail={"into": one.row.id})  # type: ignore[arg-type]
    with pytest.raises(Refused, match="must stay"):
        decide(store, **said, verdict="split", detail=every)  # type: ignore[arg-type]
    with pytest.raises(NotThere):
        decide(store, **said, verdict="split", detail={"articles": ["art-x"]})  # type: ignore[arg-type]
    with pytest.raises(NotThere):
        decide(store, who="ada", subject_kind="finding", subject="finding-x", story=one.row.id, verdict="wrong")
    with pytest.raises(NotThere):
        decide(store, who="ada", subject_kind="story", subject="x", story="x", verdict="right")
    with pytest.raises(Refused, match="cannot be said"):
        decide(store, who="ada", subject_kind="finding", subject="x", story=one.row.id, verdict="merge")
    with pytest.raises(NotThere):
        undo(store, 999, "ada")
    assert not decisions(store).items


def test_a_note_is_kept_with_who_and_when(store: Store) -> None:
    one = largest(store)
    made = decide(
        store,
        who="ada",
        subject_kind="note",
        subject=one.row.id,
        story=one.row.id,
        verdict="note",
        note="ask the harbour",
    )
    (note,) = page(store, one.row.id).notes
    assert (note.note, note.who, note.id) == ("ask the harbour", "ada", made.id)
    assert stream_path_of(store).name.endswith(".stream")
