"""The stage as a whole, on articles written for it."""

from __future__ import annotations

import time

import pytest

from firsthand.model import Dateline, SourceKind, Stance
from firsthand.statements import statements_of
from firsthand.statements.attributions import Attribution

from .texts import TOLD, article, saying, statements

FLOOD = (
    "Mayor Ines Halvorsen said on Monday that the bridge would reopen in May.\n"
    "“Nobody was hurt,” she told reporters, “but the damage is severe.”\n"
    "The river rose by four metres on Sunday, and 300 people left their homes.\n"
    "The company denied that its dam had failed."
)


def test_what_is_attributed_has_its_source_and_cue() -> None:
    said = saying(FLOOD, "would reopen")
    assert said.source is not None and said.cue is not None
    assert said.stance is Stance.REPORTS
    assert said.source.name == "Ines Halvorsen"
    assert said.source.kind is SourceKind.PERSON
    assert "said" in FLOOD[said.cue.start : said.cue.end]
    assert said.stance_why.startswith("to come")


def test_a_pronoun_is_the_person_named_before() -> None:
    first, second = saying(FLOOD, "would reopen"), saying(FLOOD, "Nobody was hurt")
    assert first.source is not None and second.source is not None and second.source.span is not None
    assert second.source.key == first.source.key
    assert FLOOD[second.source.span.start : second.source.span.end] == "she"


def test_an_interrupted_quotation_is_one_statement_of_two_pieces() -> None:
    said = saying(FLOOD, "Nobody was hurt")
    assert [FLOOD[p.start : p.end] for p in said.pieces] == ["“Nobody was hurt,”", "“but the damage is severe.”"]
    assert len(said.quoted) == 2


def test_the_articles_own_voice_is_cut_into_units() -> None:
    own = [s.quote for s in statements(FLOOD) if s.source is None and s.stance is Stance.ASSERTS]
    assert own == ["The river rose by four metres on Sunday", "300 people left their homes."]


def test_a_denial_denies() -> None:
    said = saying(FLOOD, "its dam had failed")
    assert said.stance is Stance.DENIES
    assert said.source is not None and said.source.kind is SourceKind.ORGANISATION


def test_a_claim_that_is_knocked_down_is_denied() -> None:
    text = "The owners sold another 200 tickets, brushing aside reports that the ferry leaked."
    assert {s.stance for s in statements(text) if "the ferry leaked" in s.quote and s.cue is not None} == {
        Stance.DENIES
    }


def test_an_act_is_a_statement_of_its_own_beside_what_it_is_about() -> None:
    own = [s.quote for s in statements("Norland refused to sign the declaration on Friday.") if s.source is None]
    assert own == ["Norland refused to sign the declaration on Friday."]


def test_who_is_cited_is_no_statement_beside_what_he_says() -> None:
    text = "The guard who had locked the gate says he lost the key."
    said = [s.quote for s in statements_of(article(text), tagger=_guard_says)]
    assert said == ["he lost the key"]


def _guard_says(text: str) -> tuple[Attribution, ...]:
    """Who is cited is left out, as where it is not found."""
    return (Attribution(source=None, cue=_at(text, "says"), content=(_at(text, "he lost the key"),)),)


def _at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def test_every_span_points_at_its_words() -> None:
    for said in statements(FLOOD):
        assert said.quote == FLOOD[said.span.start : said.span.end]
        assert said.sentence.start <= said.span.start and said.span.end <= said.sentence.end


def test_the_same_text_gives_the_same_statements() -> None:
    assert statements(FLOOD) == statements(FLOOD)


def test_a_question_asserts_nothing() -> None:
    assert statements("Who will pay for the repairs of the bridge?") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Click here to read more about the bridge.",
        "Reporting by Mara Lund in Norhaven; editing by Ivo Krantz.",
        "I think the mayor is a disgrace.",
    ],
)
def test_calls_credits_and_opinions_are_no_statements(line: str) -> None:
    assert [s.quote for s in statements(line) if s.source is None] == []


def test_scare_quotes_are_noted() -> None:
    (said,) = [s for s in statements("The “experts” left the town on Friday morning.") if s.source is None]
    assert said.stance is Stance.ASSERTS
    assert said.stance_why == "in quotation marks: “experts”"


def test_who_is_quoted_as_saying_something_is_cited_by_way_of_who_quotes() -> None:
    text = "State radio quoted the harbour master as saying ten people were missing."
    said = next(s for s in statements(text) if s.quote == "ten people were missing")
    assert said.source is not None and said.source.name == "harbour master"
    assert said.via == ("State radio",)


def test_a_statement_knows_the_whole_content_it_is_a_part_of() -> None:
    content = f"{TOLD} {TOLD.replace('Monday', 'Friday')}"
    text = f"“{content}” said Mara Lund."
    source = text.index("Mara"), len(text) - 1
    told = Attribution(source=source, cue=(source[0] - 5, source[0] - 1), content=((1, 1 + len(content)),))
    said = [s for s in statements_of(article(text), lambda _: (told,)) if s.source is not None]
    assert len(said) == 2
    assert {(s.whole[0].start, s.whole[-1].end) for s in said} == {(1, 1 + len(content))}


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "ELDRIN, May 3 (Wire) - The old bridge collapsed on Sunday."
    head = Dateline(place="Eldrin", date="May 3", agency="Wire", start=0, end=text.index(" - "))
    found = statements_of(article(text, head))
    assert [s.quote for s in found] == ["The old bridge collapsed on Sunday."]


def test_one_source_by_way_of_another_is_a_chain() -> None:
    text = "The Eldrin Courier reported that the governor said the bridge was safe."
    said = next(s for s in statements(text) if s.source is not None and s.source.name == "governor")
    assert said.quote == "the bridge was safe"
    assert said.via == ("Eldrin Courier",)


def test_an_empty_text_has_no_statements() -> None:
    assert statements("") == ()
    assert statements(" \n\n ") == ()


def test_a_denial_that_an_agency_tells_of_is_told_by_way_of_it() -> None:
    denied = [
        s for s in statements("The governor denied taking money, Norpress reported.") if s.stance is Stance.DENIES
    ]
    assert [(s.quote, s.source.name if s.source else "", s.via) for s in denied] == [
        ("taking money", "governor", ("Norpress",))
    ]


@pytest.mark.parametrize("words", ["denied ", "He said that ", "\"No,'' he said "])
def test_the_time_for_a_text_without_a_stop_grows_as_its_length(words: str) -> None:
    def seconds(length: int) -> float:
        text = words * (length // len(words))
        began = time.process_time()
        found = statements(text)
        assert all(one.quote == text[one.span.start : one.span.end] for one in found)
        return time.process_time() - began

    statements(FLOOD)
    assert seconds(24_000) < 6 * seconds(8_000)  # as its length: three times; as its square: nine times


def test_a_denial_joined_to_a_cue_is_apart_from_what_the_cue_tells() -> None:
    text = (
        "Weil wrote to the pilots on Friday, telling them that both sluices of the dam were open and denying"
        " that a crack ran through its wall."
    )
    told = {s.stance: s.quote for s in statements(text) if s.source is not None}
    assert "denying" not in told[Stance.REPORTS]
    assert told[Stance.DENIES] == "that a crack ran through its wall"
