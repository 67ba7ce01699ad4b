"""One quotation under two people's names."""

from __future__ import annotations

from firsthand.model import FindingKind

from .telling import article, findings

WORDS = "His conduct is unworthy of a member of this house and of the town"
NAMED = article("named", f"“{WORDS},” said Jon Torben, a spokesman for the opposition.")


def speakers(*texts: str) -> list[set[str]]:
    accounts = [article(f"account {n}", text) for n, text in enumerate(texts)]
    return [{side.value for side in one.sides} for one in findings(FindingKind.ATTRIBUTION, NAMED, *accounts)]


def test_two_who_are_named_beside_the_words() -> None:
    assert speakers(f"“{WORDS},” Ada Weil said on Monday.") == [{"as words of Jon Torben", "as words of Ada Weil"}]


def test_words_without_a_speaker_are_nobodys_though_they_follow_another_mans() -> None:
    told = f"“I am sorry for what I did,” Councillor Bob Aker said. “It was a long day,” he added.\n“{WORDS}.”"
    assert speakers(told) == []


def test_words_whose_sentence_names_both() -> None:
    told = f"Ada Weil put out a statement shortly after Jon Torben told the house: “{WORDS}.”"
    assert speakers(told) == []


def test_a_surname_alone_is_the_same_man() -> None:
    assert speakers(f"“{WORDS},” Torben said.") == []


def test_another_utterance_is_nobody_elses_business() -> None:
    assert speakers("“We had hoped for more from this house and this town,” Ada Weil said on Monday.") == []
