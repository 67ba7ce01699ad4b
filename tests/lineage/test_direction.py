"""Which way text ran, and how sure the evidence is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.lineage import trace_lineage
from firsthand.model import Article, CreditKind, Dateline, Direction, Overlap

from .build import article, crediting

LEAD = "A barge laden with gravel sank below the mill at Tarn on Sunday night after its rudder chain had parted."
SECOND = "Divers found the hull upright in nine metres of murky water, with the cargo shifted hard against the bow."
THIRD = "The skipper told the lock keeper that he had asked twice since spring for a new chain and had been refused."
QUOTED = "“We heard a crack like a rifle shot, and then the barge turned her nose to the bank and went under,” {} said."
OWN = "Trade on the river has fallen by half since the railway came, and few families along it still live by boats."


def overlap(a: Article, b: Article, furniture: Mapping[str, Sequence[str]] | None = None) -> Overlap:
    (found,) = (o for o in trace_lineage([a, b], furniture).overlaps if {o.a, o.b} == {a.id, b.id})
    return found


def body(*lines: str) -> str:
    return "\n".join(lines)


def test_who_credits_the_other_took_the_text() -> None:
    first = article("a", body(LEAD, SECOND, THIRD), publisher="Tarn Courier")
    second = crediting(article("b", body(LEAD, SECOND), publisher="Vale Echo"), "Tarn Courier")
    assert overlap(first, second).direction is Direction.A_TO_B


def test_an_agency_that_only_the_dateline_names_is_no_publisher() -> None:
    # a scraped page whose publisher is not known bears the name of its dateline
    first = article("a", body(LEAD, SECOND, THIRD), publisher="NPA", agency="NPA")
    second = crediting(article("b", body(LEAD, SECOND, THIRD), publisher="Vale Echo"), "NPA")
    found = overlap(first, second)
    assert found.direction is Direction.COMMON
    assert "both credit NPA" in found.why


def test_a_dateline_on_a_line_by_itself_is_the_outlets_own() -> None:
    # sent copy has its text behind the dateline
    own, sent = (
        replace(
            crediting(article(key, f"{head}{body(LEAD, SECOND, THIRD)}", publisher=shown), "TNC", CreditKind.AGENCY),
            dateline=Dateline(place="Tarn", date=None, agency="TNC", start=0, end=end),
        )
        for key, head, end, shown in (("a", "Tarn (TNC)\n", 10, "TNC"), ("b", "TARN (TNC) - ", 13, "TNC NewsWire"))
    )
    found = overlap(own, sent)
    assert found.direction is Direction.A_TO_B
    assert "credits TNC" in found.why


def test_who_speaks_of_the_credited_outlet_is_not_that_outlet() -> None:
    credited = crediting(article("b", body(OWN, LEAD, SECOND)), "Tarn Courier")
    nameless = article("a", body(LEAD, SECOND, "The Tarn Courier describes the skipper as a careful man."))
    assert overlap(nameless, credited).direction is Direction.COMMON
    told = article("a", body(LEAD, SECOND, "He told the Tarn Courier this was his last barge."))
    assert overlap(told, credited).direction is Direction.A_TO_B


def test_who_names_the_outlet_of_a_common_author_took_the_text() -> None:
    first = article("a", body(LEAD, SECOND, THIRD))
    second = replace(crediting(article("b", body(LEAD, SECOND, THIRD)), "Tarn Courier"), byline="Ilse Maar")
    found = overlap(first, second, {"a": ["Ilse Maar"], "b": ["By Ilse Maar, Tarn Courier"]})
    assert found.direction is Direction.A_TO_B
    assert "Tarn Courier" in found.why


def test_the_one_published_first_gave() -> None:
    first = article("a", body(LEAD, SECOND, THIRD), published="2031-05-04")
    second = article("b", body(LEAD, SECOND, THIRD), published="2031-05-03")
    assert overlap(first, second).direction is Direction.B_TO_A


def test_a_new_lead_above_the_other_text_shows_who_took_it() -> None:
    found = overlap(
        article("a", body(LEAD, SECOND, THIRD, QUOTED)), article("b", body(OWN, LEAD, SECOND, THIRD, QUOTED))
    )
    assert found.direction is Direction.A_TO_B
    assert "opens with words of its own" in found.why


def test_a_shortened_quotation_is_the_later_one() -> None:
    short = QUOTED.replace(" like a rifle shot,", "").replace(" her nose to the bank", "")
    first = article("a", body(OWN, SECOND, QUOTED.format("Bo Raske"), THIRD))
    second = article("b", body(OWN, SECOND, short.format("Bo Raske"), THIRD))
    found = overlap(first, second)
    assert found.direction is Direction.A_TO_B
    assert "shortened" in found.why


def test_edits_that_contradict_each_other_say_nothing() -> None:
    short = QUOTED.replace(" like a rifle shot,", "")
    first = article("a", body(LEAD, SECOND, short.format("Bo Raske"), THIRD))
    second = article("b", body(OWN, LEAD, SECOND, QUOTED.format("Bo Raske"), THIRD))
    assert overlap(first, second).direction is Direction.UNKNOWN


def test_the_author_of_the_one_is_called_another_outlets_by_the_other() -> None:
    first = replace(article("a", body(LEAD, SECOND, THIRD)), byline="Ilse Maar, Bo Raske")
    second = crediting(article("b", body(LEAD, SECOND)), "Tarn Courier")
    found = overlap(first, second, {"b": ["By Ilse Maar Tarn Courier"]})
    assert found.direction is Direction.A_TO_B
    assert "one author" in found.why
