"""Claims: statements on one point stand together, statements on two points do not."""

from __future__ import annotations

import re

import pytest

from firsthand.claims import join_claims
from firsthand.claims.parting import part_of
from firsthand.claims.points import points_of
from firsthand.model import Article, Span, Stance, Statement

from ..findings.stories import ALL, BRIDGE, DAM, LANDSLIDE, SPEECH, TREATY
from ..findings.telling import article, claim_saying, claims, points, statements

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
        pytest.param("Fourteen people were killed", "two people were killed", BRIDGE, id="the dead of two bridges"),
        pytest.param("26 villagers, nine", "a landslide at Moen", LANDSLIDE, id="the landslides of two months"),
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
def test_every_statement_is_in_one_claim_or_in_several_by_its_points(accounts: tuple[Article, ...]) -> None:
    told = [one for claim in claims(*accounts) for one in claim.statements]
    given = {one.id: one for account in accounts for one in statements(account)}
    wholes = [one.id for one in told if one.id in given and given[one.id].source is None and given[one.id].cue is None]
    assert len(wholes) == len(set(wholes))
    for statement in given.values():
        parts = [one for one in told if one.id == statement.id or (one.id not in given and _is_within(one, statement))]
        said = {at for one in parts for piece in one.pieces or (one.span,) for at in range(piece.start, piece.end)}
        pieces = statement.pieces or (statement.span,)
        left = [at for piece in pieces for at in range(piece.start, piece.end) if at not in said]
        words = "".join(statement.quote[at - statement.span.start] for at in left).split()
        assert {word.strip(",;.") for word in words} <= {"", "and", "but", "or"}


def _is_within(part: Statement, whole: Statement) -> bool:
    inside = whole.span.start <= part.span.start and part.span.end <= whole.span.end
    return inside and (part.span.article, part.source, part.cue) == (whole.span.article, whole.source, whole.cue)


@STORIES
def test_claims_do_not_depend_on_the_order_of_the_accounts(accounts: tuple[Article, ...]) -> None:
    turned = accounts[::-1]
    again = join_claims([s for one in turned for s in statements(one)], {one.id: one for one in turned})
    assert {claim.id for claim in again} == {claim.id for claim in claims(*accounts)}


def test_claims_stand_in_the_order_of_their_first_statement() -> None:
    order = [one.id for one in BRIDGE]
    spans = [min((order.index(s.span.article), s.span.start) for s in claim.statements) for claim in claims(*BRIDGE)]
    assert spans == sorted(spans)


def test_a_lone_account_has_its_claims_too() -> None:
    alone = article("One", "The lighthouse at Vik went dark. Bread costs nine crowns in the market of Sund.")
    assert [claim.text for claim in claims(alone)] == [
        "The lighthouse at Vik went dark.",
        "Bread costs nine crowns in the market of Sund.",
    ]


def test_nothing_said_makes_no_claims() -> None:
    assert join_claims([], {}) == ()


@STORIES
def test_every_claim_is_shown_by_words_of_the_accounts(accounts: tuple[Article, ...]) -> None:
    told = [" ".join(account.text.lower().split()) for account in accounts]
    for claim in claims(*accounts):
        shown = re.sub(r" \(according to [^()]+\)$|^[^“”:]+: (?=“)", "", claim.text)
        core = shown.strip("“”\"'").rstrip('”"').split()
        assert core and any(" ".join(core[-2:]).lower() in text for text in told)


@pytest.mark.parametrize(
    ("accounts", "fragment", "text"),
    [
        pytest.param(
            ("The mayor of Vik denied any suggestion of haste.", "Any suggestion of haste is wrong, the board said."),
            "any suggestion of haste", "The mayor of Vik denied any suggestion of haste.", id="no verb",
        ),
        pytest.param(
            ("The ferry sank off Vik when it struck the wreck of a trawler.",
             "When it struck the wreck of a trawler, the ferry sank off Vik."),
            "when it struck", "The ferry sank off Vik when it struck the wreck of a trawler.", id="a clause that hangs",
        ),
    ],
)  # fmt: skip
def test_no_claim_is_shown_by_a_fragment_where_a_sentence_holds_it(
    accounts: tuple[str, ...], fragment: str, text: str
) -> None:
    told = claims(*(article(str(number), account) for number, account in enumerate(accounts)))
    assert fragment.lower() not in [claim.text.lower() for claim in told]
    assert text in [claim.text for claim in told]


ARREST = (
    article("One", "Police arrested Karl Holm on Monday night, and he was moved to the prison in Vik on Friday."),
    article("Two", "Karl Holm was moved to the prison in Vik on Friday. The harbour of Vik was closed for a week."),
)


def test_a_statement_of_two_points_stands_by_a_part_where_another_account_tells_that_part() -> None:
    told = [one for claim in claims(*ARREST) if len(claim.statements) > 1 for one in claim.statements]
    assert [one.quote for one in told] == [
        "he was moved to the prison in Vik on Friday.",
        "Karl Holm was moved to the prison in Vik on Friday.",
    ]


def test_what_no_other_account_tells_is_never_cut() -> None:
    alone = article("One", "Police arrested Karl Holm, who was charged with murder, and searched his house in Vik.")
    assert [one.quote for claim in claims(alone) for one in claim.statements] == [
        one.quote for one in statements(alone)
    ]


def test_what_somebody_is_cited_for_stays_a_sentence_and_its_point_is_told() -> None:
    accounts = (
        article("One", "The mayor said the bridge at Ravnik fell at dawn and the ferry carried 300 people to Sund."),
        article("Two", "The ferry carried 300 people to Sund. Bread costs nine crowns in the market of Vik."),
    )
    (shared,) = [claim for claim in claims(*accounts) if len(claim.statements) > 1]
    (cited,) = [one for one in shared.statements if one.source is not None]
    assert cited.quote == "the bridge at Ravnik fell at dawn and the ferry carried 300 people to Sund"
    assert cited.source is not None and "mayor" in cited.source.name
    assert "the ferry carried 300 people to Sund" in points(shared)


QUOTED = article("One", "“The bridge at Ravnik fell at dawn,” the mayor said. “The ferry carried 300 people to Sund.”")
FERRY = article("Two", "The ferry carried 300 people to Sund. Bread costs nine crowns in the market of Vik.")
FALL = article("Three", "The bridge at Ravnik fell at dawn on Monday. A cow was found in the river near the mill.")


def test_what_others_speak_to_in_one_claim_only_stands_whole_there_and_in_the_claim_of_its_rest() -> None:
    told = [(claim, one) for claim in claims(QUOTED, FERRY) for one in claim.statements if one.source is not None]
    assert [one.quote for _, one in told] == [QUOTED.text, QUOTED.text]
    (shared,) = [claim for claim, _ in told if len(claim.statements) > 1]
    (rest,) = [claim for claim, _ in told if len(claim.statements) == 1]
    assert "“The ferry carried 300 people to Sund.”" in points(shared)
    assert points(rest) == ["“The bridge at Ravnik fell at dawn,”"]


def test_what_others_speak_to_in_two_claims_stands_by_its_sentences() -> None:
    told = [one.quote for c in claims(QUOTED, FERRY, FALL) for one in c.statements if one.source is not None]
    assert told == ["“The bridge at Ravnik fell at dawn,”", "“The ferry carried 300 people to Sund.”"]


def test_a_part_of_a_quotation_doubts_only_where_its_words_do() -> None:
    text = "“The dam held. I do not believe that the pump was old,” Weil said."
    doubt = "“do not believe”"
    whole = Statement(id="s", span=Span("a", 0, 55), quote=text[:55], sentence=Span("a", 0, len(text)),
                      stance=Stance.DOUBTS, source=None, cue=Span("a", 61, 65), pieces=(Span("a", 0, 55),), quoted=(),
                      stance_why=doubt)  # fmt: skip
    first, second = (part_of(whole, [point], text) for point in points_of([whole], {"a": article("a", text)}))
    assert (first.stance, first.stance_why) == (Stance.REPORTS, "")
    assert (second.stance, second.stance_why) == (Stance.DOUBTS, doubt)
