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
