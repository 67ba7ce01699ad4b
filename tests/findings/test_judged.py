"""Judgements, updates and omissions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.findings import compare_claims, words_of
from firsthand.model import FindingKind, Judgement, Precision, Published, Standing, Verdict
from firsthand.store.judgements import BadJudgementsError, add_judgement, read_judgements

from .telling import article, report

FIRE = (
    article("One", "The fire at the Brandt mill killed 14 workers on Monday. The mill made paper."),
    article("Two", "The fire at the Brandt mill killed 19 workers on Monday. The owner lives abroad."),
)


def judgement(words: str, verdict: Verdict | None) -> Judgement:
    return Judgement(words=words, verdict=verdict, by="night desk", when="2025-03-02T23:04:00+00:00")


def judged(verdict: Verdict | None) -> tuple[int, int]:
    told = report(*FIRE)
    (found,) = [one for one in told.findings if one.kind is FindingKind.NUMBER]
    words = words_of(found.kind, [side.quote for side in found.sides])
    articles = {one.id: one for one in FIRE}
    again = compare_claims(told.story, articles, told.lineage, told.claims, {words: judgement(words, verdict)})
    return len(again.findings), len(again.dismissed)


def test_a_finding_judged_wrong_is_set_apart() -> None:
    stood, dismissed = judged(Verdict.WRONG)
    assert (stood, dismissed) == (judged(Verdict.RIGHT)[0] - 1, 1)


def test_a_claim_is_not_discrepant_by_a_finding_judged_wrong() -> None:
    told = report(*FIRE)
    (found,) = told.findings
    words = words_of(found.kind, [side.quote for side in found.sides])
    articles = {one.id: one for one in FIRE}
    again = compare_claims(told.story, articles, told.lineage, told.claims, {words: judgement(words, Verdict.WRONG)})
    assert Standing.DISCREPANT in {claim.standing for claim in told.claims}
    assert Standing.DISCREPANT not in {claim.standing for claim in again.claims}


def test_words_are_the_same_in_any_order_and_spacing() -> None:
    assert words_of("number", ["14 workers", "19  workers"]) == words_of("number", ["19 workers", "14\nworkers"])


def test_the_last_judgement_holds_and_can_be_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "judgements.jsonl"
    for verdict in (Verdict.WRONG, Verdict.RIGHT):
        add_judgement(file, judgement("words-1", verdict))
    add_judgement(file, judgement("words-2", Verdict.WRONG))
    add_judgement(file, judgement("words-2", None))
    assert {words: one.verdict for words, one in read_judgements(file).items()} == {"words-1": Verdict.RIGHT}


def test_a_line_that_was_cut_off_costs_no_other(tmp_path: Path) -> None:
    file = tmp_path / "judgements.jsonl"
    add_judgement(file, judgement("words-1", Verdict.WRONG))
    file.write_text(file.read_text() + '{"words": "wo', encoding="utf-8")
    assert set(read_judgements(file)) == {"words-1"}
    add_judgement(file, judgement("words-2", Verdict.WRONG))
    assert set(read_judgements(file)) == {"words-1", "words-2"}


def test_another_file_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_text('{"stories": []}\n', encoding="utf-8")
    with pytest.raises(BadJudgementsError, match="line 1"):
        read_judgements(file)


def published(day: str) -> Published:
    return Published(value=day, precision=Precision.DAY, basis="visible")


def test_a_toll_that_rises_from_day_to_day_is_an_update() -> None:
    told = report(
        *(replace(one, published=published(day)) for one, day in zip(FIRE, ("2025-03-02", "2025-03-04"), strict=True))
    )
    assert [one.kind for one in told.findings] == []
    assert [one.kind for one in told.updates] == [FindingKind.NUMBER]


def test_a_toll_that_falls_or_differs_on_one_day_is_a_difference() -> None:
    for days in (("2025-03-04", "2025-03-02"), ("2025-03-02", "2025-03-02")):
        told = report(*(replace(one, published=published(day)) for one, day in zip(FIRE, days, strict=True)))
        assert (len(told.findings), len(told.updates)) == (1, 0)


def test_what_most_accounts_have_and_one_leaves_out_is_an_omission() -> None:
    told = report(*FIRE, article("Three", "The Brandt mill made paper for a hundred years. Its owner lives abroad."))
    (fire,) = [one for one in told.omissions if "Three" in one.left_out_by and len(one.carried_by) == 2][:1]
    assert fire.carried_by == ("One", "Two")
