"""Claims: statements on one point stand together, statements on two points do not."""

from __future__ import annotations

import pytest

from firsthand.claims import join_claims
from firsthand.claims.clearest import clearest
from firsthand.model import Article, Span, Stance, Statement
from firsthand.text.phrases import body_of, phrase_of, read_text
from firsthand.text.points import point_of

from ..findings.stories import ALL, BRIDGE, DAM, LANDSLIDE, SPEECH, TREATY
from ..findings.telling import article, claim_saying, claims, statements

STORIES = pytest.mark.parametrize("accounts", ALL.values(), ids=ALL.keys())


def together(left: str, right: str, *accounts: Article) -> bool:
    """Whether the statements that hold the two stretches of words stand in one claim."""
    told = claims(*accounts)
    return claim_saying(left, told) is claim_saying(right, told)


@pytest.mark.parametrize(
    ("left", "right", "accounts"),
    [
        pytest.param("Forty-three people were injured", "At least forty people", BRIDGE, id="a bound"),
        pytest.param("The bridge was 120 metres long", "The bridge was 394 feet long", BRIDGE, id="another unit"),
        pytest.param("spent 3.4 million crowns", "Repairs last autumn cost", BRIDGE, id="turned round"),
        pytest.param("17 people alive", "11 people alive", LANDSLIDE, id="another number"),
        pytest.param("closed for 12 kilometres", "closed for seven miles", LANDSLIDE, id="less said"),
        pytest.param("closed the port", "tried to close the port", TREATY, id="another status"),
        pytest.param("The government ordered", "The government has ordered", DAM, id="another tense"),
        pytest.param("without work before the winter", "without pay before the winter", SPEECH, id="a quotation"),
    ],
)  # fmt: skip
def test_statements_on_one_point_are_one_claim(left: str, right: str, accounts: tuple[Article, ...]) -> None:
    assert together(left, right, *accounts)


@pytest.mark.parametrize(
    ("left", "right", "accounts"),
    [
        pytest.param("killing 12 people", "Forty-three people were injured", BRIDGE, id="dead and hurt"),
        pytest.param("killing 12 people", "a smaller bridge at Ravnik", BRIDGE, id="two bridges"),
        pytest.param("17 people alive", "Around 300 people", LANDSLIDE, id="rescued and homeless"),
        pytest.param("Nine of the dead", "17 people alive", LANDSLIDE, id="a part and another count"),
        pytest.param("The minister closed", "The council repaired", TREATY, id="two deeds"),
        pytest.param("The dam was badly built", "400 houses", DAM, id="one speaker's two points"),
        pytest.param(
            "Fourteen people were killed", "two people were killed", BRIDGE, id="the dead of two bridges",
            marks=pytest.mark.xfail(strict=True, reason="a clause is joined without the event that its sentence names"),
        ),
        pytest.param(
            "26 villagers, nine", "a landslide at Moen", LANDSLIDE, id="the landslides of two months",
            marks=pytest.mark.xfail(strict=True, reason="neither another place nor another month keeps claims apart"),
        ),
    ],
)  # fmt: skip
def test_statements_on_two_points_are_two_claims(left: str, right: str, accounts: tuple[Article, ...]) -> None:
    assert not together(left, right, *accounts)


def test_a_statement_and_its_denial_are_one_claim() -> None:
    accounts = (
        article("One", "The rebels said that their drones had destroyed the radar station at Vik on Monday night."),
        article("Two", "The army denied that drones had destroyed the radar station at Vik on Monday night."),
    )
    (claim,) = [claim for claim in claims(*accounts) if len(claim.statements) > 1]
    assert {statement.stance for statement in claim.statements} == {Stance.REPORTS, Stance.DENIES}


@STORIES
def test_every_statement_is_in_exactly_one_claim(accounts: tuple[Article, ...]) -> None:
    joined = [statement.id for claim in claims(*accounts) for statement in claim.statements]
    assert sorted(joined) == sorted(statement.id for one in accounts for statement in statements(one))


@STORIES
def test_claims_do_not_depend_on_the_order_of_the_accounts(accounts: tuple[Article, ...]) -> None:
    turned = accounts[::-1]
    again = join_claims([s for one in turned for s in statements(one)], {one.id: one for one in turned})
    assert {claim.id for claim in again} == {claim.id for claim in claims(*accounts)}


def test_claims_stand_in_the_order_of_their_first_statement() -> None:
    order = [statement.id for one in BRIDGE for statement in statements(one)]
    first = [min(order.index(statement.id) for statement in claim.statements) for claim in claims(*BRIDGE)]
    assert first == sorted(first)


def test_a_lone_account_has_its_claims_too() -> None:
    alone = article("One", "The lighthouse at Vik went dark. Bread costs nine crowns in the market of Sund.")
    assert [claim.text for claim in claims(alone)] == [
        "The lighthouse at Vik went dark.",
        "Bread costs nine crowns in the market of Sund.",
    ]


def test_nothing_said_makes_no_claims() -> None:
    assert join_claims([], {}) == ()


def shown(*quotes: str, stances: tuple[Stance, ...] = ()) -> str:
    """The text of a claim whose statements are these quotes."""
    readings = [read_text(quote) for quote in quotes]
    body = body_of(readings)
    said = [
        Statement(
            id=str(i), span=Span(str(i), 0, len(quote)), quote=quote, sentence=Span(str(i), 0, len(quote)),
            stance=stances[i] if stances else Stance.ASSERTS, source=None, cue=None, pieces=(), quoted=(),
        )
        for i, quote in enumerate(quotes)
    ]  # fmt: skip
    points = [
        point_of(phrase_of(reading, [(0, len(quote))], body)) for reading, quote in zip(readings, quotes, strict=True)
    ]
    return clearest(said, points)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the dam holds, ", "The dam holds"),
        ("“the dam holds", "The dam holds"),
        ("he said “the dam holds", "He said “the dam holds”"),
        ("the dam holds”", "The dam holds"),
        ('"the dam holds', "The dam holds"),
        ('the dam holds"', "The dam holds"),
        ("“the dam holds”", "“the dam holds”"),
        ("the farmers’", "The farmers’"),
        ("the dam\nholds", "The dam holds"),
    ],
)
def test_a_claim_is_shown_in_one_line_without_half_a_pair_of_marks(quote: str, text: str) -> None:
    assert shown(quote) == text


def test_a_claim_is_shown_by_the_point_and_not_by_its_denial() -> None:
    point = "The Solmar plant dumped mercury into the Brenna river."
    denial = "The Solmar plant never dumped mercury into the Brenna river."
    assert shown(denial, point, stances=(Stance.DENIES, Stance.REPORTS)) == point


def test_a_claim_is_shown_by_a_sentence_and_not_by_a_fragment() -> None:
    whole = "The council of Sund closed the fish market on Tuesday."
    assert shown("closed the market", whole) == whole


@STORIES
def test_every_claim_is_shown_by_words_of_one_of_its_statements(accounts: tuple[Article, ...]) -> None:
    for claim in claims(*accounts):
        core = claim.text.strip("“”\"'")[1:]
        assert core and any(core.rstrip('”"') in " ".join(one.quote.split()) for one in claim.statements)
