"""Quotation marks of every style, and broken ones."""

from __future__ import annotations

import pytest

from firsthand.statements.quotes import quoted_stretches


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_stretches(text)]


@pytest.mark.parametrize(
    "quote",
    [
        "“the dam holds”",
        '"the dam holds"',
        "‘the dam holds’",
        "'the dam holds'",
        "''the dam holds''",
        "«the dam holds»",
    ],
)
def test_every_style_of_marks_is_read(quote: str) -> None:
    assert quoted(f"The engineer said {quote} and left.") == [quote]


def test_an_apostrophe_opens_no_quotation() -> None:
    assert quoted("The ministers' plan isn't the mayor's; it dates from the '90s.") == []


def test_an_apostrophe_closes_no_quotation() -> None:
    assert quoted("He called it ‘the farmers’ own fault’ again.") == ["‘the farmers’ own fault’"]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    assert quoted("\"She told me 'go home' twice,\" he said.") == ["\"She told me 'go home' twice,\""]


def test_a_quotation_that_opens_a_paragraph_and_is_not_closed_runs_to_its_end() -> None:
    assert quoted("“We shall rebuild. It will take time.\nThe mayor left.") == ["“We shall rebuild. It will take time."]


def test_a_quotation_not_closed_within_a_sentence_ends_with_it() -> None:
    assert quoted('The mayor said "we shall rebuild. Work began in May.') == ['"we shall rebuild.']


def test_an_inch_mark_opens_no_quotation() -> None:
    assert quoted('The plank was 6" wide and 12" long.') == []


def test_a_line_of_opening_marks_is_read_in_good_time() -> None:
    assert len(quoted_stretches("“ ' \" " * 20_000)) >= 1


def test_a_quotation_broken_over_lines_runs_on_to_the_mark_that_closes_it() -> None:
    text = 'He left.\n"We shall rebuild.\nIt will take time.\nMoney, too," he said.\nHe called it "hard".'
    assert quoted(text) == ['"We shall rebuild.\nIt will take time.\nMoney, too,"', '"hard"']


def test_a_quotation_left_open_does_not_run_into_the_next_one() -> None:
    text = "“We shall rebuild.\n“It will take time,” he said."
    assert quoted(text) == ["“We shall rebuild.", "“It will take time,”"]


def test_a_quotation_left_open_does_not_run_over_an_empty_line() -> None:
    assert quoted('"We shall rebuild.\n\nIt will take time," he said.') == ['"We shall rebuild.']


def test_single_marks_are_closed_lines_later_behind_a_stop() -> None:
    text = "A friend said: 'He idolised his mum.\nThey didn't quarrel.\nHe was a good kid. '\nHe left."
    assert quoted(text) == ["'He idolised his mum.\nThey didn't quarrel.\nHe was a good kid. '"]


def test_a_mark_between_a_comma_and_the_speaker_closes() -> None:
    assert quoted('"We take part in our community, "Smith added. "We always did."') == [
        '"We take part in our community, "',
        '"We always did."',
    ]


def test_a_single_mark_after_a_comma_and_a_space_closes() -> None:
    assert quoted("'It sounded like a dog, ' said the neighbour. 'Then nothing. '") == [
        "'It sounded like a dog, '",
        "'Then nothing. '",
    ]
