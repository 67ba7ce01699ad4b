"""Whose a cited statement, post or interview is, and what only looks like one."""

from __future__ import annotations

import pytest

from firsthand.lineage import trace_lineage

from .build import article

LEAD = "Ada Holm, the mayor of Callow, opened the weir on Friday. Mr. Jorin Vael, who runs the mill, stayed away. "


def names(text: str) -> list[str]:
    """What the named origins of one account are called."""
    return [origin.name for origin in trace_lineage([article("one", text)]).origins if origin.evidence]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Vael praised Holm in a short statement on Monday.", "statement of Jorin Vael"),
        ("She said in a statement that the weir would hold.", "statement of Ada Holm"),
        ("The council dismissed a statement by Jorin Vael that the wheel stands still.", "statement of Jorin Vael"),
        ("In a statement issued on Monday, Vael said that the wheel stands still.", "statement of Jorin Vael"),
        ("Police said in a statement that nobody was hurt.", "statement of police"),
        ("Edda Lorn, a spokeswoman for the Tarn Water Board, said in a statement that it rained.",
         "statement of the Tarn Water Board"),
        ("Vael tweeted that the wheel stands still.", "post by Jorin Vael"),
        ("Holm wrote in a Sunday post on her page that the wheel stands still.", "post by Ada Holm"),
        ("His brother posted a picture of the wheel on Facebook.", "post by Jorin Vael’s brother"),
        ("“The wheel stands still,” Vael said at a crowded news conference.", "public remarks of Jorin Vael"),
        ("A second miller testified that the wheel stood still.", "testimony of a second miller"),
        ("In an interview on Wednesday, Vael said that the wheel stands still.", "interview with Jorin Vael"),
        ("Vael told the Tarn Herald that the wheel stands still.", "Tarn Herald interview with Jorin Vael"),
        ("“We were wrong not to ask the miller from the start,” Lorn, 58, told the Tarn Herald.",
         "Tarn Herald interview with Lorn"),
        ("In his interview with the Tarn Herald, Vael also attacked Holm.", "Tarn Herald interview with Jorin Vael"),
        ("The Associated Press reported that the wheel stands still.", "AP copy"),
        ("As the Tarn Herald first reported, the wheel stands still.", "report by Tarn Herald"),
        ("The family of Jorin Vael said in a statement that he was at home.", "statement of the family of Jorin Vael"),
        ("In an interview with the Tarn Herald, Vael did not rule out a sale.",
         "Tarn Herald interview with Jorin Vael"),
        ("In an interview with Ivo Krantz, Vael said that the wheel stands still.", "interview with Jorin Vael"),
        ("In a statement on Monday, Vael said that the wheel stands still.", "statement of Jorin Vael"),
        ("At a news conference on Monday, Vael said that the wheel stands still.", "public remarks of Jorin Vael"),
        ("Court records show that Vael owes the town a year's rent.", "court records"),
    ],
)  # fmt: skip
def test_whose_it_is(sentence: str, name: str) -> None:
    assert names(LEAD + sentence) == [name]


@pytest.mark.parametrize(
    "sentence",
    [
        "Vael posted 15 points and eight rebounds in the last game of the season.",
        "Vael posted bail of two thousand crowns and was let go.",
        "“We were lucky,” Vael said in a post-game talk with his men.",
        "Holm will be introduced at a news conference on Tuesday.",
        "Holm is to speak at a news conference later today.",
        "Lawyers for Vael said that the indictment would be a surprise.",
        "No further damage was reported by Callow on Monday.",
        "Holm did not say in a statement why the weir broke.",
        "Nobody posted on Facebook that the wheel stands still.",
        "The board has no filings or reports of its own.",
    ],
)
def test_what_cites_nothing(sentence: str) -> None:
    assert names(LEAD + sentence) == []


def test_two_interviews_of_one_outlet_are_two_by_who_speaks() -> None:
    told = "Holm told the Tarn Herald that the weir holds. Vael told the Tarn Herald that the wheel stands still."
    assert names(LEAD + told) == ["Tarn Herald interview with Ada Holm", "Tarn Herald interview with Jorin Vael"]


def test_an_interview_of_the_outlet_whose_page_it_is_is_among_the_pages() -> None:
    text = LEAD + "Vael told the Tarn Herald that the wheel stands still."
    absent = [
        next(origin for origin in trace_lineage([one]).origins if origin.evidence).absent
        for one in (article("x", text, publisher="Tarn Herald"), article("y", text, publisher="Callow Echo"))
    ]
    assert absent == [False, True]


def test_his_brother_is_no_brother_of_his_brother() -> None:
    told = "His brother posted a picture on Facebook. His brother posted a second picture on Facebook."
    assert "’s brother’s" not in "".join(names(LEAD + told)).replace("His", "his")
    assert not any(name.startswith("post by His") for name in names(LEAD + told))


def test_a_cue_at_the_very_beginning_has_no_author() -> None:
    assert names("told Reuters") == ["Reuters interview"]


def test_an_outlet_that_interviews_somebody_is_not_who_speaks() -> None:
    told = "In an exclusive interview with Vael, the Tarn Herald reported that the wheel stands still."
    assert "Tarn Herald interview with Jorin Vael" in names(LEAD + told)
