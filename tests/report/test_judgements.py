"""Updates, omissions and judgements, as every format shows them."""

from __future__ import annotations

import json
from dataclasses import replace

from firsthand.model import Finding, Judgement, Omission, Report, Verdict
from firsthand.report import as_html, as_json, as_markdown, as_text

from .ferry import ferry_report


def with_judgement(finding: Finding, verdict: Verdict, note: str) -> Finding:
    given = Judgement(words="words-1", verdict=verdict, by="Ana", when="2025-03-02T23:04:00+00:00", note=note)
    return replace(finding, judgement=given)


def judged() -> Report:
    """The ferry report: its second finding judged right, its last wrong; one update, one omission."""
    report = ferry_report()
    told = report.stories[0]
    first, second, *rest, last = told.findings
    story = replace(
        told,
        findings=(first, with_judgement(second, Verdict.RIGHT, "asked the line <script>"), *rest),
        dismissed=(with_judgement(last, Verdict.WRONG, "another day"),),
        updates=(replace(first, id="finding-ffffffffffff", why="The figure rises as time goes on."),),
        omissions=(
            Omission(
                claim=told.claims[0].id,
                carried_by=told.story.articles[:2],
                left_out_by=told.story.articles[2:],
                why="2 of 6 accounts have it.",
            ),
        ),
    )
    return replace(report, stories=(story, *report.stories[1:]))


def test_a_finding_judged_right_says_by_whom_and_when() -> None:
    for words in (as_text(judged()), as_markdown(judged())):
        assert "Judged right by Ana on 2 March 2025, 23:04" in " ".join(words.split())


def test_a_finding_judged_wrong_is_shown_apart() -> None:
    page = as_html(judged())
    assert "1 finding that a person has judged wrong" in page
    assert page.index("that a person has judged wrong") < page.index("another day")
    assert "1 finding judged wrong by a person" in as_text(judged())
    assert "another day" not in as_markdown(judged())


def test_a_note_is_escaped() -> None:
    assert "asked the line &lt;script&gt;" in as_html(judged())


def test_updates_and_omissions_stand_in_every_format() -> None:
    for words in (as_html(judged()), as_text(judged()), as_markdown(judged())):
        assert "The figure rises as time goes on." in words
        assert "Left out by some accounts" in words
    data = json.loads(as_json(judged()))["stories"][0]
    assert [one["judgement"]["verdict"] for one in data["dismissed"]] == ["wrong"]
    assert len(data["updates"]) == len(data["omissions"]) == 1
