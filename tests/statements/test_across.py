"""Who is who over the accounts of a story."""

from __future__ import annotations

from firsthand.model import Source, SourceKind, Span, Stance, Statement
from firsthand.statements import sources_across

PERSON, OFFICE, UNNAMED, BODY = SourceKind.PERSON, SourceKind.OFFICE, SourceKind.UNNAMED, SourceKind.ORGANISATION


def cites(article: str, name: str, kind: SourceKind, *roles: str) -> Statement:
    span = Span(article, 0, 9)
    return Statement(
        id=f"{article}-{name}", span=span, quote="It rained", sentence=span, stance=Stance.REPORTS, cue=None,
        pieces=(span,), quoted=(),
        source=Source(name=name, kind=kind, key=f"{kind}:{name}", span=None, roles=roles),
    )  # fmt: skip


def entities(*statements: Statement) -> list[str]:
    return [s.source.entity for s in sources_across(statements) if s.source is not None]


def test_a_surname_in_one_account_is_the_full_name_in_another() -> None:
    first, second = entities(cites("a", "Henrik Solberg", PERSON), cites("b", "Solberg", PERSON))
    assert first == second


def test_a_surname_that_two_people_bear_is_neither() -> None:
    found = entities(
        cites("a", "Henrik Solberg", PERSON), cites("b", "Mara Solberg", PERSON), cites("c", "Solberg", PERSON)
    )
    assert len(set(found)) == 3


def test_an_office_is_the_one_person_who_is_given_it() -> None:
    first, second = entities(cites("a", "Mara Lund", PERSON, "mayor"), cites("b", "mayor", OFFICE))
    assert first == second


def test_an_office_that_two_people_are_given_is_neither() -> None:
    found = entities(
        cites("a", "Mara Lund", PERSON, "minister"),
        cites("a", "Ivo Krantz", PERSON, "minister"),
        cites("b", "minister", OFFICE),
    )
    assert len(set(found)) == 3


def test_unnamed_sources_of_two_accounts_are_never_one() -> None:
    first, second = entities(cites("a", "officials", UNNAMED), cites("b", "officials", UNNAMED))
    assert first != second


def test_a_body_is_known_by_its_abbreviation() -> None:
    first, second = entities(cites("a", "Harbour Safety Board", BODY), cites("b", "HSB", BODY))
    assert first == second


def test_the_order_of_the_accounts_changes_nothing() -> None:
    one, two = cites("a", "Henrik Solberg", PERSON), cites("b", "Solberg", PERSON)
    assert entities(one, two) == entities(two, one)
