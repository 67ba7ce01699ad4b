"""A claim is shown by one plain sentence: a clause that says by itself what it is about, else its whole sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from firsthand.claims.clearest import Worded, clearest
from firsthand.claims.points import points_of
from firsthand.model import Source, SourceKind, Span, Stance, Statement
from firsthand.text.wording import CLAUSE, FRAGMENT, Wording, tidy, wordings

from ..findings.telling import article


def told(quote: str, text: str | None = None, **changed: object) -> Statement:
    """A statement of some words of a text."""
    start = (text or quote).index(quote)
    span = Span("1", start, start + len(quote))
    made = Statement(
        id=quote, span=span, quote=quote, sentence=span, stance=Stance.ASSERTS, source=None, cue=None, pieces=(),
        quoted=(),
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def worded(text: str, quote: str) -> tuple[Wording, ...]:
    """The wordings of the points that some words of a text make; of those words as they are, where they make none."""
    account = replace(article("1", text), id="1")
    statement = told(quote, text)
    inside = range(statement.span.start, statement.span.end)
    every = points_of([told(text)], {"1": account})
    own = [point for point in every if all(word.idx in inside for word in point.part.words)]
    points = own or points_of([statement], {"1": account})
    return wordings([point.part for point in points], statement.quote, text)


def shown(text: str, quote: str) -> str:
    """What the claim of some words of a text is shown by, where no other account tells it."""
    return clearest([Worded(told(quote, text), worded(text, quote))])


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("the dam holds, ", "The dam holds"),
        ("“the dam holds", "The dam holds"),
        ("he said “the dam holds", "He said “the dam holds”"),
        ("the dam holds”", "The dam holds"),
        ('"the dam holds', "The dam holds"),
        ('the dam holds"', "The dam holds"),
        ('he said "the dam holds', 'He said "the dam holds"'),
        ("“the dam holds”", "“the dam holds”"),
        ("the farmers’", "The farmers’"),
        ("the dam\nholds", "The dam holds"),
        ("The plank was 6'2\" long", "The plank was 6'2\" long"),
    ],
)
def test_a_claim_is_shown_in_one_line_without_half_a_pair_of_marks(quote: str, text: str) -> None:
    assert tidy(quote) == text


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        pytest.param(
            "Police found Karl Holm, who was charged with murder, in a barn near Vik.", "who was charged with murder",
            "Karl Holm was charged with murder", id="who",
        ),
        pytest.param(
            "Several hundred fishermen of Vik blocked the port and burned two boats.", "burned two boats",
            "Several hundred fishermen of Vik burned two boats", id="another predicate",
        ),
        pytest.param(
            "The council fears the Dike Act, which was passed in May and allows new quays.", "allows new quays",
            "The Dike Act allows new quays", id="what goes on from which",
        ),
    ],
)  # fmt: skip
def test_a_clause_is_shown_with_the_whole_subject_that_it_lacks(text: str, quote: str, expected: str) -> None:
    assert shown(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("The council objected to the plan on Friday.", "The council objected to", id="no object"),
        pytest.param("Vik faces a bill on loans it says it cannot repay.", "Vik faces a bill on loans it",
                     id="a scrap"),
        pytest.param("The mayor of Vik will decide whether to sign or veto the treaty.",
                     "The mayor of Vik will decide whether to sign", id="half a pair"),
        pytest.param("Ada Berg praised Karl Holm, a nurse who saved ten people.", "a nurse who saved ten people",
                     id="an apposition"),
        pytest.param("The ferry sank near Vik when it struck a wreck.", "when it struck a wreck",
                     id="a clause that hangs"),
        pytest.param("Ada Berg read the letter in which the mayor of Vik praised the crew.",
                     "in which the mayor of Vik praised the crew", id="in which"),
        pytest.param("The council of Vik sold the old ferry (which had sunk twice) to Sund.",
                     "The council of Vik sold the old ferry (which had", id="an open bracket"),
        pytest.param("The port is calm, with the ferry set to sail at noon.", "the ferry set to sail at noon",
                     id="a participle"),
    ],
)  # fmt: skip
def test_what_says_nothing_by_itself_is_shown_by_its_sentence(text: str, quote: str) -> None:
    assert shown(text, quote) == text


def test_a_sentence_is_shown_without_the_conjunction_that_joins_it_to_the_one_before() -> None:
    text = "But the council of Vik deferred any decision on the harbour."
    assert shown(text, "any decision on the harbour") == "The council of Vik deferred any decision on the harbour."


def test_a_sentence_is_shown_without_the_adverb_that_links_it_to_the_one_before() -> None:
    text = "However, the council of Vik deferred any decision on the harbour."
    assert shown(text, "any decision on the harbour") == "The council of Vik deferred any decision on the harbour."


def test_a_named_subject_is_plainer_than_a_pronoun() -> None:
    named = worded("Karl Holm became mayor in May.", "Karl Holm became mayor in May.")
    he = worded("He became mayor in May.", "He became mayor in May.")
    theirs = worded("His staff left the town in May.", "His staff left the town in May.")
    assert named[0].plainness > theirs[0].plainness > he[0].plainness


def test_a_claim_is_shown_by_the_point_and_not_by_its_denial() -> None:
    point = "The Solmar plant dumped mercury into the Brenna river."
    denial = "The Solmar plant never dumped mercury into the Brenna river."
    both = [told(denial, stance=Stance.DENIES), told(point, stance=Stance.REPORTS)]
    assert clearest([Worded(one, (Wording(one.quote, CLAUSE),)) for one in both]) == point


def test_a_claim_is_not_shown_by_what_an_account_takes_back() -> None:
    itself = Source(name="This article", kind=SourceKind.DOCUMENT, key="it", span=None)
    taken_back = told("The ferry is to sail from Tarn harbour.", source=itself)
    right = told("The ferry is to sail from Vik harbour.")
    assert clearest([Worded(one, (Wording(one.quote, CLAUSE),)) for one in (taken_back, right)]) == right.quote


def test_a_claim_is_shown_by_other_words_than_another_claim_where_there_are_such() -> None:
    first, second = "The miners want new talks in Vik.", "The union of Vik has called for new talks."
    both = [Worded(told(text), (Wording(text, CLAUSE),)) for text in (first, second)]
    assert clearest(both) == first
    assert clearest(both, {first}) == second
    assert clearest(both[:1], {first}) == first


def test_a_sentence_is_shown_and_not_a_fragment_of_another_account() -> None:
    fragment, whole = "closed the market", "The council of Sund closed the fish market on Tuesday."
    both = [Worded(told(fragment), (Wording(fragment, FRAGMENT),)), Worded(told(whole), (Wording(whole, CLAUSE),))]
    assert clearest(both) == whole


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The port closed after the ferry Alma struck a wreck.", "after the ferry Alma struck a wreck",
         "The ferry Alma struck a wreck"),
        ("The port is closed because the ferry Alma lies across it.", "because the ferry Alma lies across it",
         "The ferry Alma lies across it"),
        ("While Ada Berg agreed early on, the others refused.", "While Ada Berg agreed early on",
         "Ada Berg agreed early on"),
        ("The port closed when the ferry Alma struck a wreck.", "when the ferry Alma struck a wreck",
         "The ferry Alma struck a wreck"),
    ],
)  # fmt: skip
def test_what_a_sentence_takes_for_a_fact_is_shown_by_itself(text: str, quote: str, expected: str) -> None:
    assert shown(text, quote) == expected


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The port closes when the ferry Alma comes in.", "when the ferry Alma comes in"),
        ("The port closes if the ferry Alma strikes a wreck.", "if the ferry Alma strikes a wreck"),
        ("The port closed until the ferry Alma had left.", "until the ferry Alma had left"),
        ("The town was glad when it came to the vote on the quay.", "when it came to the vote on the quay"),
        ("Ada Berg asked when the ferry Alma struck a wreck.", "when the ferry Alma struck a wreck"),
        ("If the port closed after the ferry Alma struck a wreck, nobody told.", "after the ferry Alma struck a wreck"),
        ("When did the ferry Alma leave the port of Vik?", "When did the ferry Alma leave the port of Vik"),
        ("After the vote, Ada Berg left the hall in anger.", "Ada Berg left the hall in anger"),
    ],
)
def test_what_may_not_be_so_is_shown_by_its_sentence(text: str, quote: str) -> None:
    assert shown(text, quote) in (text, "Ada Berg left the hall in anger")


BERG = Source(name="Ada Berg", kind=SourceKind.PERSON, key="berg", span=None)
HOLM = Source(name="Karl Holm", kind=SourceKind.PERSON, key="holm", span=None)


def by_sources(*statements: Statement) -> str:
    return clearest([Worded(one, (Wording(one.quote, CLAUSE),)) for one in statements])


def test_what_no_account_tells_in_its_own_voice_is_shown_with_who_is_cited() -> None:
    said = told("The dam has never been safe.", stance=Stance.REPORTS, source=BERG)
    other = told("the dam was unsafe", stance=Stance.REPORTS, source=HOLM)
    assert by_sources(said) == "The dam has never been safe (according to Ada Berg)"
    assert by_sources(said, other) == "The dam has never been safe (according to Ada Berg)"
    assert by_sources(said, told("the dam is unsafe")) == "The dam has never been safe."


def test_a_quotation_is_shown_behind_the_name_of_who_said_it() -> None:
    words = "“We take it very seriously,”"
    said = told(words, stance=Stance.REPORTS, source=BERG, quoted=(Span("1", 0, len(words)),))
    assert by_sources(said) == "Ada Berg: “We take it very seriously”"


def test_who_is_named_in_the_words_is_not_named_again() -> None:
    said = told("Berg said that the dam holds.", stance=Stance.REPORTS, source=BERG)
    assert by_sources(said) == "Berg said that the dam holds."


def test_a_denial_is_not_shown_as_what_its_source_says() -> None:
    assert by_sources(told("The dam was unsafe.", stance=Stance.DENIES, source=BERG)) == "The dam was unsafe."


def test_a_long_description_of_a_source_is_left_out() -> None:
    long = replace(BERG, name="the woman who lives across the street from the mill", kind=SourceKind.UNNAMED)
    assert by_sources(told("The dam was unsafe.", stance=Stance.REPORTS, source=long)) == "The dam was unsafe."


def test_a_question_is_shown_last() -> None:
    asked, answered = told("Is the dam safe in winter?"), told("Many of Vik ask whether the dam is safe.")
    assert by_sources(asked, answered) == answered.quote


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("U.S. officials", "The dam is unsafe (according to U.S. officials)"),
        ("Israeli officials", "The dam is unsafe (according to Israeli officials)"),
        ("Witnesses", "The dam is unsafe (according to witnesses)"),
        ("The mill", "The dam is unsafe (according to the mill)"),
        ("They", "The dam is unsafe."),
        (" , ", "The dam is unsafe."),
    ],
)
def test_a_source_is_named_as_a_sentence_has_it(name: str, expected: str) -> None:
    source = Source(name=name, kind=SourceKind.UNNAMED, key="k", span=None)
    assert by_sources(told("The dam is unsafe.", stance=Stance.REPORTS, source=source)) == expected


def test_the_stop_of_an_abbreviation_stays() -> None:
    said = told("The ship left the U.S.", stance=Stance.REPORTS, source=BERG)
    assert by_sources(said) == "The ship left the U.S. (according to Ada Berg)"
