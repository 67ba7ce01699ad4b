"""Who "I" is."""

from __future__ import annotations

from firsthand.model.statements import SourceKind
from firsthand.statements.attributions import Attribution
from firsthand.statements.reading import Reading
from firsthand.statements.speakers import with_speakers
from firsthand.text.sources import Piece, Resolved

from .texts import article

HOLM, SELF = Resolved("Ada Holm", SourceKind.PERSON, "person:holm"), Resolved("I", SourceKind.PERSON, "unnamed:i")


def _named(text: str, content: str) -> str:
    """Whom the "I" of a text is taken for, where Ada Holm is cited for a content."""

    def place(words: str) -> Piece:
        return text.index(words), text.index(words) + len(words)

    outer = Attribution(source=place("Ada Holm"), cue=place("said"), content=(place(content),))
    inner = Attribution(source=place("I "), cue=place("told"), content=(place("the dam would hold"),))
    mention = place("I ")[0], place("I ")[0] + 1
    sources = {place("Ada Holm"): HOLM, mention: SELF}
    return with_speakers(Reading(article(text)), (outer, inner), sources)[mention].name


def test_inside_a_quotation_i_is_who_is_quoted() -> None:
    text = '"On Monday I told them the dam would hold," Ada Holm said.'
    assert _named(text, text[:43]) == "Ada Holm"


def test_outside_quotation_marks_i_is_who_writes() -> None:
    text = "Ada Holm said that on Monday I told them the dam would hold."
    assert _named(text, text[14:-1]) == "I"


def test_in_another_quotation_i_is_not_who_is_cited_beside_it() -> None:
    text = '"We built it well," Ada Holm said. "On Monday I told them the dam would hold."'
    assert _named(text, text[:19]) == "I"


def test_inside_a_quotation_we_are_who_is_quoted() -> None:
    text = '"On Monday we told them the dam would hold," Ada Holm said.'

    def place(words: str) -> Piece:
        return text.index(words), text.index(words) + len(words)

    outer = Attribution(source=place("Ada Holm"), cue=place("said"), content=((0, 44),))
    sources = {place("Ada Holm"): HOLM, place("we"): SELF}
    assert with_speakers(Reading(article(text)), (outer,), sources)[place("we")] == HOLM
