from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firsthand.desk import reading
from firsthand.desk.arranging import arrangers
from firsthand.desk.deciding import decide, decisions, undo
from firsthand.desk.errors import NotThere, Refused
from firsthand.desk.intake import take_paths
from firsthand.desk.rebuilding import rebuild
from firsthand.desk.values import Decision, StoryPage
from firsthand.desk.working import Worker, stream_path_of
from firsthand.model import Claim
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


def test_a_note_on_a_finding_leaves_its_judgement_and_the_worker_alone(store: Store, tmp_path: Path) -> None:
    one = largest(store)
    finding, claim = one.report.stories[0].findings[0].id, one.report.stories[0].claims[0].id
    for kind, subject in (("finding", finding), ("claim", claim)):
        said = {"who": "ada", "subject_kind": kind, "subject": subject, "story": one.row.id}
        decide(store, **said, verdict="right")  # type: ignore[arg-type]
        decide(store, **said, verdict="note", note="ask again")  # type: ignore[arg-type]
    work(store, tmp_path)
    after = page(store, one.row.id)
    assert not after.row.pending
    assert {after.judged[finding].verdict, after.judged[claim].verdict} == {"right"}
    assert len(after.notes) == 2


def claims_of(found: StoryPage) -> dict[str, set[str]]:
    """The articles and quotes of each claim, by its text."""
    return {one.text: {f"{s.span.article} {s.quote}" for s in one.statements} for one in found.report.stories[0].claims}


def two_claims(found: StoryPage) -> tuple[Claim, Claim]:
    """Two claims that differ in a figure: a finding of the light stages."""
    finding = found.report.stories[0].findings[0]
    by_id = {one.id: one for one in found.report.stories[0].claims}
    return by_id[finding.claims[0]], by_id[finding.claims[1]]


def put_together(store: Store, story: str, one: Claim, other: Claim) -> Decision:
    return decide(
        store,
        who="ada",
        subject_kind="claim",
        subject=one.id,
        story=story,
        verdict="merge",
        note="one count",
        detail={"into": other.id},
    )


def arrive(store: Store, folder: Path, title: str, lines: list[str]) -> None:
    """One more page of an event, and all that follows from it."""
    late = folder / "late"
    late.mkdir()
    (late / "late.txt").write_text("\n".join([title, "[Late Edition]", *dict.fromkeys(lines)]), encoding="utf-8")
    list(take_paths(store, [str(late)], "ben"))
    work(store, folder)


def test_two_claims_put_together_are_one_until_it_is_taken_back(store: Store, tmp_path: Path) -> None:
    before, calm = largest(store), whole(store)
    one, other = two_claims(before)
    made = put_together(store, before.row.id, one, other)
    assert page(store, before.row.id).row.pending
    work(store, tmp_path)
    after = page(store, before.row.id)
    joined = claims_of(before)[one.text] | claims_of(before)[other.text]
    assert claims_of(after)[other.text] == joined
    assert one.text not in claims_of(after)
    assert after.row.claims == before.row.claims - 1
    assert after.row.findings < before.row.findings, "one claim does not differ from itself"
    (claim,) = (claim for claim in after.report.stories[0].claims if claim.text == other.text)
    assert "Put together by ada on 2" in claim.why
    assert "one count" in claim.why
    assert [line.id for line in arrangers(claim, [made])] == [made.id]
    undo(store, made.id, "ben")
    work(store, tmp_path)
    assert whole(store) == calm


def test_claims_put_together_stay_so_while_the_story_grows(store: Store, tmp_path: Path) -> None:
    before = largest(store)
    one, other = two_claims(before)
    put_together(store, before.row.id, one, other)
    work(store, tmp_path)
    first = before.report.articles[0]
    arrive(store, tmp_path, first.title or "", [first.text.split("\n")[0], one.text])
    after = page(store, before.row.id)
    assert len(after.report.articles) == len(before.report.articles) + 1
    late = {article.id for article in after.report.articles if article.publisher == "Late Edition"}
    assert any(saying.split(" ")[0] in late and saying.endswith(one.text) for saying in claims_of(after)[other.text])


def test_a_statement_put_apart_is_a_claim_of_its_own_until_it_is_taken_back(store: Store, tmp_path: Path) -> None:
    before, calm = largest(store), whole(store)
    claim = max(before.report.stories[0].claims, key=lambda one: (len(one.statements), one.id))
    apart = claim.statements[0]
    made = decide(
        store,
        who="ada",
        subject_kind="claim",
        subject=claim.id,
        story=before.row.id,
        verdict="split",
        detail={"statements": [apart.id]},
    )
    work(store, tmp_path)
    after = page(store, before.row.id)
    sizes = sorted(len(one.statements) for one in after.report.stories[0].claims if one.text == claim.text)
    assert sizes == [1, len(claim.statements) - 1]
    (own,) = (one for one in after.report.stories[0].claims if one.statements == (apart,))
    assert "Parted from others by ada" in own.why
    assert after.row.claims == before.row.claims + 1
    first = before.report.articles[0]
    arrive(store, tmp_path, first.title or "", [first.text.split("\n")[0], claim.text])
    grown = page(store, before.row.id)
    assert (apart,) in {one.statements for one in grown.report.stories[0].claims}, "what comes later joins the rest"
    undo(store, made.id, "ada")
    work(store, tmp_path)
    again = page(store, before.row.id)
    (one,) = (one for one in again.report.stories[0].claims if one.text == claim.text)
    assert len(one.statements) == len(claim.statements) + 1
    assert len(whole(store)["stories"]) == len(calm["stories"])


def test_claims_are_arranged_alike_when_all_is_made_anew(store: Store, tmp_path: Path) -> None:
    before = largest(store)
    one, other = two_claims(before)
    put_together(store, before.row.id, one, other)
    claim = max(
        (c for c in before.report.stories[0].claims if c.id not in (one.id, other.id)), key=lambda c: len(c.statements)
    )
    apart = {"statements": [claim.statements[-1].id]}
    said = {"who": "ben", "subject_kind": "claim", "subject": claim.id, "story": before.row.id}
    decide(store, **said, verdict="split", detail=apart)  # type: ignore[arg-type]
    work(store, tmp_path)
    arranged = whole(store)
    assert claims_of(page(store, before.row.id)) != claims_of(before)
    rebuild(store, tmp_path / "stream")
    work(store, tmp_path)
    after = whole(store)
    assert {name: rows for name, rows in after.items() if name != "told"} == {
        name: rows for name, rows in arranged.items() if name != "told"
    }


def test_claims_are_arranged_in_whichever_story_their_words_are(store: Store, tmp_path: Path) -> None:
    """A merger of stories by a person brings the claims of both into one; taken back, what was decided has nothing to
    hold together, and does no harm."""
    one, two, *_ = reading.stories(store).items
    into = {"into": one.id}
    both = decide(store, who="a", subject_kind="story", subject=two.id, story=two.id, verdict="merge", detail=into)
    work(store, tmp_path)
    merged = page(store, one.id)
    claims = [claim for claim in merged.report.stories[0].claims if len(claim.statements) == 1]
    first = claims[0]
    second = next(c for c in claims if c.statements[0].span.article != first.statements[0].span.article)
    put_together(store, one.id, first, second)
    work(store, tmp_path)
    assert page(store, one.id).row.claims == merged.row.claims - 1
    undo(store, both.id, "a")
    work(store, tmp_path)
    assert {row.id for row in reading.stories(store).items} >= {one.id, two.id}
    assert not any(row.pending for row in reading.stories(store).items)


def test_what_makes_no_sense_of_claims_is_refused(store: Store) -> None:
    one = largest(store)
    claim = one.report.stories[0].claims[0]
    said = {"who": "ada", "subject_kind": "claim", "subject": claim.id, "story": one.row.id}
    with pytest.raises(Refused, match="itself"):
        decide(store, **said, verdict="merge", detail={"into": claim.id})  # type: ignore[arg-type]
    with pytest.raises(NotThere, match="put it together"):
        decide(store, **said, verdict="merge", detail={"into": "claim-x"})  # type: ignore[arg-type]
    every = [statement.id for statement in claim.statements]
    with pytest.raises(Refused, match="must stay"):
        decide(store, **said, verdict="split", detail={"statements": every})  # type: ignore[arg-type]
    slips: tuple[dict[str, Any], ...] = ({}, {"statements": []}, {"statements": "all"}, {"statements": [*every, "x"]})
    for wrong in (*slips, {"statements": [[1]]}):
        with pytest.raises(NotThere, match="name statements"):
            decide(store, **said, verdict="split", detail=wrong)  # type: ignore[arg-type]
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
