"""Who is who among the sources of an article."""

from __future__ import annotations

from firsthand.model import SourceKind
from firsthand.statements.sources import Sources
from firsthand.text.english import parse


def resolve(text: str, *mentions: str) -> list[tuple[str, SourceKind, str]]:
    """Each mention, looked for behind the one before."""
    pieces, at = [], 0
    for mention in mentions:
        start = text.index(mention, at)
        at = start + len(mention)
        pieces.append((start, at))
    found = Sources(parse(text)).resolve(pieces)
    return [(found[p].name, found[p].kind, found[p].key) for p in pieces]


def test_title_surname_and_pronoun_are_one_person() -> None:
    text = (
        "Defence Minister Henrik Solberg said talks had begun. Solberg said they went well."
        " The minister said more would follow. He said so twice."
    )
    found = resolve(text, "Defence Minister Henrik Solberg", "Solberg", "The minister", "He")
    assert {name for name, _, _ in found} == {"Henrik Solberg"}
    assert len({key for _, _, key in found}) == 1


def test_two_groups_of_officials_are_two_sources() -> None:
    first, second = resolve(
        "Officials said two died. Other reports differ. Officials said three died.", "Officials", "Officials"
    )
    assert first[1] is second[1] is SourceKind.UNNAMED
    assert first[2] != second[2]


def test_the_source_goes_back_to_a_source() -> None:
    text = "A source with knowledge of the talks said they failed. The source said no date was set."
    first, second = resolve(text, "A source with knowledge of the talks", "The source")
    assert first[2] == second[2]


def test_kinds() -> None:
    text = "A report said so. Residents said so. The ministry said so. A spokesman said so. A tweet said so."
    kinds = [kind for _, kind, _ in resolve(text, "A report", "Residents", "The ministry", "A spokesman", "A tweet")]
    assert kinds == [
        SourceKind.DOCUMENT,
        SourceKind.CROWD,
        SourceKind.ORGANISATION,
        SourceKind.UNNAMED,
        SourceKind.POST,
    ]


def test_an_office_named_long_ago_is_who_is_named_most() -> None:
    text = (
        "Defence Minister Henrik Solberg met Defence Minister Ivo Krantz on Monday. Solberg came by train."
        " Solberg left in the evening. It had rained all day. The roads were wet. The river had risen."
        " The minister said the talks went well."
    )
    assert resolve(text, "The minister")[0][0] == "Henrik Solberg"


def test_a_body_with_a_persons_name_is_no_person() -> None:
    text = "President Henrik Solberg spoke first. The Solberg administration said the plan stood."
    assert resolve(text, "The Solberg administration")[0][1] is not SourceKind.PERSON


def test_a_mention_ends_before_the_clause_that_goes_on() -> None:
    text = "The report, by the harbour board, said the wall was weak."
    assert resolve(text, "The report, by")[0][0] == "report"


def test_a_minister_of_another_country_is_another_minister() -> None:
    text = (
        "Norland Defence Minister Henrik Solberg spoke of plans against the Eastmark leader."
        " The Eastmark defence minister said little."
    )
    assert resolve(text, "The Eastmark defence minister")[0][0] != "Henrik Solberg"
