"""Who is an authority: whose words say so, and nobody else."""

from __future__ import annotations

import pytest

from firsthand.model import SourceKind

from .build import article, rests, statement


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("the Tarn Regatta Host Committee", SourceKind.ORGANISATION, "It opens at noon, the Host Committee said."),
        ("Hask Security Response Center", SourceKind.ORGANISATION, "It opens at noon, the company's center said."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon. The center's president, Edda Lorn, had no doubt of it."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, president of the Center for Tarn Values."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Millers Union President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, director of the Hask Research Center."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Hask Research President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Airline President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Church President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, North American President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, a loud critic of the president."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, whose brother met the prime minister."),
        ("Edda Lorn", SourceKind.PERSON, "Mayor Ivo Lorn stayed at home. It opens at noon, said Edda Lorn."),
        ("Edda Lorn", SourceKind.PERSON, "It rained on the mayor. Edda Lorn said: It opens at noon."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, General Manager Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, the party's chairwoman in Tarn County."),
        ("Edda King", SourceKind.PERSON, "It opens at noon, Edda King told the crowd."),
    ],
)
def test_no_authority_without_a_word_that_says_so(source: str, kind: SourceKind, text: str) -> None:
    one = article("e", text)
    assert "authorities" not in rests([statement(one, "It opens at noon", source, kind)], [one]).why


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Norwegian President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon. The president, Edda Lorn, had no doubt of it."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Vice President Edda Lorn told the crowd."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon. The country's president, Edda Lorn, had no doubt of it."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, director of the Federal Harbour Bureau."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, said Edda Lorn, the governor’s press secretary."),
        ("Edda Lorn", SourceKind.PERSON, "It opens at noon, Harbour Police Const. Edda Lorn told the crowd."),
        ("the Tarn County Harbour Office", SourceKind.ORGANISATION, "It opens at noon, the county said."),
        ("Police who came first", SourceKind.OFFICE, "It opens at noon, police who came first said."),
        ("officers who answered the call", SourceKind.OFFICE, "It opens at noon, officers who answered the call said."),
        ("police, who arrested two men", SourceKind.OFFICE, "It opens at noon, said police, who arrested two men."),
    ],
)
def test_an_authority_whose_words_say_so(source: str, kind: SourceKind, text: str) -> None:
    one = article("e", text)
    assert "authorities" in rests([statement(one, "It opens at noon", source, kind)], [one]).why


@pytest.mark.parametrize("nation", ["Pakistani", "Israeli", "Cypriot", "Filipino", "Swiss", "South Korean", "Chilean"])
def test_the_president_of_a_nation_is_an_authority_whatever_its_adjective_ends_in(nation: str) -> None:
    one = article("e", f"It opens at noon, {nation} President Edda Lorn told the crowd.")
    assert "authorities" in rests([statement(one, "It opens at noon", "Edda Lorn")], [one]).why
