"""How many origins stand behind a claim: never more proven than the words prove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from firsthand.lineage import independence_of, trace_lineage
from firsthand.model import Article, Independence, Lineage, SourceKind, Span, Stance, Statement

from . import build
from .build import article, statement

A = article("a", "The crane fell at noon, Constable Ros Tell of the harbour police said. Nobody was hurt at the quay.")
B = article("b", "The crane fell at twelve o'clock, according to crane driver Pim Asker, who stood beside the track.")
C = article(
    "c", "The crane toppled over around midday. Dock work will not start again before next week at the earliest."
)
D = article(
    "d", "Witnesses spoke of a loud crack, and the crane collapsed at twelve, Sheriff Dana Oake said on Monday."
)


def rests(statements: Sequence[Statement], articles: Sequence[Article] = (A, B, C, D)) -> Independence:
    return build.rests(statements, articles)


def test_a_witness_and_the_police_prove_two_origins() -> None:
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(B, "The crane fell at twelve o'clock", "Pim Asker")])  # fmt: skip
    assert (found.min, found.max) == (2, 2)
    assert "Pim Asker" in found.why


def test_two_officers_are_one_authority() -> None:
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(D, "the crane collapsed at twelve", "Sheriff Dana Oake")])  # fmt: skip
    assert found.min == 1


def test_an_account_without_a_source_is_never_proof() -> None:
    found = rests([statement(B, "The crane fell at twelve o'clock", "Pim Asker"),
                   statement(C, "The crane toppled over around midday")])  # fmt: skip
    assert (found.min, found.max) == (1, 2)


def test_the_same_person_by_surname_is_one_origin() -> None:
    other = article(
        "e", "It happened at noon sharp, driver Asker told reporters, and the dust hung over the quay for an hour."
    )
    found = rests([statement(B, "The crane fell at twelve o'clock", "Pim Asker"),
                   statement(other, "It happened at noon sharp", "Asker")], [A, B, C, D, other])  # fmt: skip
    assert (found.min, found.max) == (1, 1)


def test_words_that_came_through_the_police_are_the_police() -> None:
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(B, "The crane fell at twelve o'clock", "Pim Asker", via=("Ros Tell",))])  # fmt: skip
    assert found.min == 1


def test_unnamed_sources_prove_nothing() -> None:
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(B, "The crane fell at twelve o'clock", "a dock worker", SourceKind.UNNAMED)])  # fmt: skip
    assert (found.min, found.max) == (1, 2)


def test_who_denies_a_claim_is_no_origin_of_it() -> None:
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(B, "The crane fell at twelve o'clock", "Pim Asker", stance=Stance.DENIES)])  # fmt: skip
    assert (found.min, found.max) == (1, 1)


def test_text_taken_over_is_one_origin_however_it_is_credited() -> None:
    line = (
        "Harbour master Odo Krenn ordered all traffic to stop until divers have searched the basin for the broken jib."
    )
    one = article("one", f"Work stops. {line}")
    two = article("two", f"{line} The sea was calm.")
    found = rests([statement(one, line, "Odo Krenn"), statement(two, line, "Lisa Brandt")], [one, two])
    assert found.max == 1


def test_statements_that_cite_one_release_share_its_origin() -> None:
    one = article("one", "The port stays shut until Friday, the Harbour Office said in a statement on Monday evening.")
    two = article(
        "two", "In a press release, the Harbour Office said that ships cannot call before Friday of this week."
    )
    lineage = trace_lineage([one, two])
    said = [statement(one, "The port stays shut until Friday", "the Harbour Office", SourceKind.ORGANISATION),
            statement(two, "ships cannot call", "the Harbour Office", SourceKind.ORGANISATION)]  # fmt: skip
    origins, found = independence_of(said, {"one": one, "two": two}, lineage)
    assert origins[0] is not None
    assert origins[0] == origins[1]
    assert (found.min, found.max) == (1, 1)


def test_what_a_witness_told_the_police_does_not_bear_the_police_out() -> None:
    told = article("e", "Crane driver Pim Asker told harbour police the crane fell at twelve, and went home to sleep.")
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(told, "the crane fell at twelve", "Pim Asker")], [A, told])  # fmt: skip
    assert found.min == 1


def test_a_union_official_is_no_authority_that_proves_a_second_origin() -> None:
    union = article("e", "The crane fell at midday, union officials said, before anybody could warn the men below.")
    officials = statement(union, "The crane fell at midday", "union officials", SourceKind.UNNAMED)
    found = rests([statement(B, "The crane fell at twelve o'clock", "Pim Asker"), officials], [B, union])
    assert (found.min, found.max) == (1, 2)


def test_who_once_held_an_office_speaks_for_himself() -> None:
    past = article(
        "e", "Nils Ovar, a former police chief who lives by the quay, said he watched the crane fall over at noon."
    )
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(past, "he watched the crane fall over at noon", "Nils Ovar")], [A, past])  # fmt: skip
    assert found.min == 2


def test_what_somebody_believes_has_one_origin_whoever_passes_it_on() -> None:
    officer = article("e", "“He believed the crane driver had been drinking,” Constable Ros Tell said on Monday night.")
    himself = article("f", "The crane driver had been drinking, dock worker Bo Raske said on the quay.")
    said = [statement(officer, "He believed the crane driver had been drinking", "Constable Ros Tell"),
            statement(himself, "The crane driver had been drinking", "Bo Raske")]  # fmt: skip
    found = rests(said, [officer, himself])
    assert found.min == 1


def test_figures_that_differ_bear_nothing_out() -> None:
    one = article("e", "Workers counted 14 broken boxes on the quay, harbour clerk Edda Lorn said in the evening.")
    two = article("f", "Workers counted 40 broken boxes on the quay, crane driver Pim Asker said in the morning.")
    found = rests([statement(one, "Workers counted 14 broken boxes on the quay", "Edda Lorn"),
                   statement(two, "Workers counted 40 broken boxes on the quay", "Pim Asker")], [one, two])  # fmt: skip
    assert found.min == 1


def test_a_towns_name_in_a_dateline_is_no_source() -> None:
    line = article("e", "ROTTERDAM said in its report that the crane fell at noon and lay across the track all day.")
    found = rests([statement(B, "The crane fell at twelve o'clock", "Pim Asker"),
                   statement(line, "the crane fell at noon", "ROTTERDAM", SourceKind.ORGANISATION)],
                  [B, line])  # fmt: skip
    assert found.min == 1


def test_what_an_article_says_itself_rests_on_whom_it_cites_for_the_same_point() -> None:
    text = "The crane fell at noon. It came down at twelve o'clock, Constable Ros Tell said as the cordon went up."
    one = article("e", text)
    found = rests([statement(one, "The crane fell at noon"),
                   statement(one, "It came down at twelve o'clock", "Constable Ros Tell")], [one])  # fmt: skip
    assert (found.min, found.max) == (1, 1)


def test_a_companys_spokeswoman_speaks_for_the_company() -> None:
    firm = article("e", "The crane fell over at noon, a Hask Cranes spokeswoman said by telephone from the works.")
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(firm, "The crane fell over at noon", "Hask Cranes spokeswoman", SourceKind.UNNAMED)],
                  [A, firm])  # fmt: skip
    assert found.min == 2


def test_governor_and_minister_who_each_say_it_are_two_where_no_police_is_cited() -> None:
    one = article("e", "The dam at Tarn has held, Governor Edda Lorn said after she had walked along its crest.")
    two = article("f", "“This dam at Tarn held all night,” Water Minister Odo Krenn told a crowd in the square.")
    said = [statement(one, "The dam at Tarn has held", "Edda Lorn"),
            statement(two, "This dam at Tarn held all night", "Odo Krenn")]  # fmt: skip
    assert rests(said, [one, two]).min == 2


def test_a_body_named_before_a_comma_is_no_office_of_who_speaks() -> None:
    witness = article(
        "e", "The woman ran in at noon to call police, Mr. Bo Raske said. The crane fell at noon, he said."
    )
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(witness, "The crane fell at noon", "Bo Raske")], [A, witness])  # fmt: skip
    assert "Bo Raske" in found.why


def test_who_says_that_it_did_not_happen_bears_nothing_out() -> None:
    denial = article("e", "The crane did not fall at twelve o'clock, crane driver Pim Asker said, and he should know.")
    said = [statement(A, "The crane fell at noon", "Constable Ros Tell"),
            statement(denial, "The crane did not fall at twelve o'clock", "Pim Asker")]  # fmt: skip
    found = rests(said, [A, denial])
    assert found.min == 1


def test_two_guesses_are_no_proof() -> None:
    one = article("e", "The crane could have fallen at noon, Constable Ros Tell said when reporters asked on the quay.")
    two = article("f", "The crane might have fallen at twelve, crane driver Pim Asker said by telephone on Monday.")
    found = rests([statement(one, "The crane could have fallen at noon", "Constable Ros Tell"),
                   statement(two, "The crane might have fallen at twelve", "Pim Asker")], [one, two])  # fmt: skip
    assert found.min == 1


def test_a_paper_that_is_cited_proves_nothing() -> None:
    says = article("f", "The crane fell at twelve o'clock, according to the Tarn Examiner, which spoke with the crew.")
    found = rests([statement(A, "The crane fell at noon", "Constable Ros Tell"),
                   statement(says, "The crane fell at twelve o'clock", "the Tarn Examiner", SourceKind.ORGANISATION)],
                  [A, says])  # fmt: skip
    assert found.min == 1


def test_an_articles_own_words_make_the_two_whom_it_cites_no_one_source() -> None:
    one = article("e", "The crane fell at noon. It fell at noon, Constable Ros Tell said. “It fell at noon,” said the "
                       "crane driver Pim Asker, who had run from the cabin when the first bolt gave.")  # fmt: skip
    two = article("f", "“The whole crane fell at noon,” Constable Ros Tell told reporters who stood along the quay.")
    said = [statement(one, "The crane fell at noon"), statement(one, "It fell at noon", "Ros Tell"),
            statement(one, "“It fell at noon,”", "Pim Asker"),
            statement(two, "The whole crane fell at noon", "Ros Tell")]  # fmt: skip
    found = rests(said, [one, two])
    assert (found.min, found.max) == (2, 2)


def test_whom_the_police_speak_of_is_not_whom_they_have_it_from() -> None:
    police = article("e", "Pim Asker left the cabin at noon, Constable Ros Tell said when the cordon had been put up.")
    himself = article("f", "“I left the cabin at noon,” said crane driver Pim Asker, his hands black with grease.")
    said = [statement(police, "Pim Asker left the cabin at noon", "Constable Ros Tell"),
            statement(himself, "I left the cabin at noon", "Pim Asker")]  # fmt: skip
    assert rests(said, [police, himself]).min == 2


def test_whom_the_police_cite_is_whom_they_have_it_from() -> None:
    police = article("e", "The cabin was empty at noon, Constable Ros Tell said, citing the crane driver Pim Asker.")
    himself = article("f", "“The cabin was empty at noon,” said crane driver Pim Asker, his hands black with grease.")
    said = [statement(police, "The cabin was empty at noon", "Constable Ros Tell"),
            statement(himself, "The cabin was empty at noon", "Pim Asker")]  # fmt: skip
    assert rests(said, [police, himself]).min == 1


def test_two_say_the_same_if_the_words_on_the_point_do() -> None:
    long = article("e", "The crane had been painted twice, its cables were new, and it fell at noon with a crack that "
                        "the ferry heard, Constable Ros Tell said.")  # fmt: skip
    short = article("f", "It came down at noon, said crane driver Pim Asker, who stood beside the track.")
    said = [statement(long, long.text[: long.text.index(", Constable")], "Constable Ros Tell"),
            statement(short, "It came down at noon", "Pim Asker")]  # fmt: skip
    of = {a.id: a for a in (long, short)}
    at = long.text.index("it fell at noon")
    points = [Span("e", at, at + len("it fell at noon")), said[1].span]
    lineage = trace_lineage([long, short])
    assert independence_of(said, of, lineage)[1].min == 1
    assert independence_of(said, of, lineage, points)[1].min == 2


def test_undersea_denies_nothing() -> None:
    one = article("e", "Three undersea cables were cut off Tarn on Friday, Hask Telecom said as its ships went out.")
    two = article("f", "Three cables were cut off the coast of Tarn on Friday, said Pim Asker, who mends such lines.")
    said = [statement(one, "Three undersea cables were cut off Tarn on Friday", "Hask Telecom",
                      SourceKind.ORGANISATION),
            statement(two, "Three cables were cut off the coast of Tarn on Friday", "Pim Asker")]  # fmt: skip
    assert rests(said, [one, two]).min == 2


def test_a_thing_that_two_speak_of_is_no_fact_that_they_tell() -> None:
    one = article("e", "Edda Lorn, who runs the mill, opposed the sale of the old harbour crane at noon on Monday.")
    two = article("f", "Pim Asker, who has driven it for ten years, praised any sale of that crane in the harbour.")
    said = [statement(one, "the sale of the old harbour crane", "Edda Lorn"),
            statement(two, "any sale of that crane in the harbour", "Pim Asker")]  # fmt: skip
    assert rests(said, [one, two]).min == 1


def test_what_two_call_for_is_no_fact() -> None:
    one = article("e", "Edda Lorn, who runs the mill, called on the port to sell off its old crane before the autumn.")
    two = article("f", "The port should sell the old harbour crane this summer, Pim Asker said, who has driven it.")
    wish = [statement(one, "to sell off its old crane before the autumn", "Edda Lorn"),
            statement(two, "The port should sell the old harbour crane this summer", "Pim Asker")]  # fmt: skip
    assert rests(wish, [one, two]).min == 1


def test_what_two_say_has_been_done_is_a_fact() -> None:
    one = article("e", "“They have sold off the port’s old crane,” said Edda Lorn, who runs the mill by the quay.")
    two = article("f", "The port sold the old harbour crane this summer, Pim Asker said, who has driven it.")
    fact = [statement(one, "They have sold off the port’s old crane", "Edda Lorn"),
            statement(two, "The port sold the old harbour crane this summer", "Pim Asker")]  # fmt: skip
    assert rests(fact, [one, two]).min == 2


def test_what_an_article_says_itself_proves_nothing_for_whom_it_cites() -> None:
    one = article("e", "The crane fell at noon. The men were eating, Constable Ros Tell said when the cordon went up.")
    said = [statement(one, "The crane fell at noon"), statement(one, "The men were eating", "Ros Tell"),
            statement(B, "The crane fell at twelve o'clock", "Pim Asker")]  # fmt: skip
    assert rests(said, [one, B]).min == 1


def test_one_wording_on_the_point_is_one_origin_whatever_else_either_says() -> None:
    one = article(
        "e", "“Krenn has had his day. He left the harbour office without a lamp lit,” Bo Raske, a baker, said."
    )
    two = article(
        "f", "“He left the harbour office without a lamp lit,” Lisa Brandt said, and shut the door behind her."
    )
    said = [statement(one, "Krenn has had his day. He left the harbour office without a lamp lit", "Bo Raske"),
            statement(two, "He left the harbour office without a lamp lit", "Lisa Brandt")]  # fmt: skip
    at = one.text.index("He left")
    points = [Span("e", at, one.text.index(",”")), said[1].span]
    of = {a.id: a for a in (one, two)}
    bare = Lineage(overlaps=(), origins=(), independence=Independence(min=1, max=1, why=""))
    assert independence_of(said, of, bare)[1].min == 2
    assert independence_of(said, of, bare, points)[1].max == 1


def test_a_statement_cut_by_sentences_is_whose_it_is_said_to_be() -> None:
    firm = article("e", "Tarn Cranes Ltd issued a statement on Monday.\n“Our colleague Pim Asker died at the quay "
                        "at noon. He had been with us for ten years,” the statement said.")  # fmt: skip
    police = article("f", "Crane driver Pim Asker died at the quay, Constable Ros Tell said when the cordon went up.")
    lineage = trace_lineage([firm, police])
    at = firm.text.index("statement said")
    said = [statement(firm, "Our colleague Pim Asker died at the quay at noon", "statement", SourceKind.DOCUMENT),
            statement(police, "Crane driver Pim Asker died at the quay", "Constable Ros Tell")]  # fmt: skip
    assert said[0].source is not None
    source = replace(said[0].source, span=Span("e", at, at + 9))
    said[0] = replace(said[0], source=source)
    found = independence_of(said, {"e": firm, "f": police}, lineage)[1]
    assert found.min == 2
    assert "Tarn Cranes" in found.why


def test_a_public_body_beside_an_official_proves_nothing() -> None:
    one = article("e", "The flood took forty houses in the valley, Governor Edda Lorn said as boats went out at dawn.")
    two = article(
        "f", "Forty houses were washed away by the flood, the Tarn Relief Agency said, and the roads are out."
    )
    official = statement(one, "The flood took forty houses in the valley", "Edda Lorn")
    body = statement(
        two, "Forty houses were washed away by the flood", "the Tarn Relief Agency", SourceKind.ORGANISATION
    )
    assert rests([official, body], [one, two]).min == 1


def test_the_head_of_a_companys_centre_holds_no_public_office() -> None:
    one = article("e", "The lines went dead at noon, said Pim Asker, head of the company's global operations center.")
    found = rests([statement(one, "The lines went dead at noon", "Pim Asker")], [one])
    assert "authorities" not in found.why


def test_the_reason_names_whom_a_row_names() -> None:
    said = [statement(C, "The crane toppled over around midday"),
            statement(B, "The crane fell at twelve o'clock", "a dock worker", SourceKind.UNNAMED)]  # fmt: skip
    found = rests(said)
    assert found.max == 2
    assert "a dock worker" in found.why
    assert "no source" not in found.why
