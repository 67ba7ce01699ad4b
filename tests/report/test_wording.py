import pytest

from firsthand.model import Independence
from firsthand.report.marking import differing, pieces_of
from firsthand.report.wording import coverage, moment, percent, single_origin


@pytest.mark.parametrize(
    ("articles", "low", "high", "line"),
    [
        (1, 1, 1, "One article. There is no second account to lay beside it."),
        (6, 2, 3, "6 articles repeat at most 3 origins; 2 are proven independent."),
        (6, 1, 3, "6 articles repeat at most 3 origins; one is proven independent."),
        (6, 0, 1, "6 articles repeat at most 1 origin; none is proven independent."),
        (5, 1, 1, "5 articles repeat 1 origin."),
        (3, 3, 3, "3 articles rest on 3 independent origins."),
        (3, 1, 3, "3 articles may rest on as many as 3 origins; independence is proven for 1."),
    ],
)
def test_coverage_says_what_the_articles_rest_on(articles: int, low: int, high: int, line: str) -> None:
    assert coverage(articles, Independence(min=low, max=high, why="")) == line


@pytest.mark.parametrize(
    ("most", "words"),
    [
        (1, "one origin"),
        (2, "one origin proven, two possible"),
        (6, "one origin proven, six possible"),
        (14, "one origin proven, 14 possible"),
    ],
)
def test_one_origin_is_not_said_alone_where_more_are_possible(most: int, words: str) -> None:
    assert single_origin(most) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-05-14", "14 May 2024"),
        ("2024-05", "May 2024"),
        ("2024", "2024"),
        ("2024-05-14T18:40", "14 May 2024, 18:40"),
        ("2024-05-14T18:40+05:30", "14 May 2024, 18:40 (+05:30)"),
        ("2024-13-40", "2024-13-40"),
        ("2024-W20", "2024-W20"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("2024-05-14TEV", "14 May 2024, evening"),
        ("2024-05-14TXX", "2024-05-14TXX"),
    ],
)
def test_a_moment_is_told_to_its_precision(value: str, words: str) -> None:
    assert moment(value) == words


def test_a_share_is_never_rounded_to_nothing_or_all() -> None:
    assert [percent(share) for share in (0.0, 0.001, 0.62, 0.999, 1.0)] == ["0%", "under 1%", "62%", "over 99%", "100%"]


def test_words_that_differ_are_found_without_their_commas_and_capitals() -> None:
    text = "All 321 passengers, they said"
    marks = differing(text, "all 312 passengers they said")
    assert [text[start:end] for start, end in marks] == ["321"]
    assert [piece.text for piece in pieces_of(text, marks) if piece.marked] == ["321"]
