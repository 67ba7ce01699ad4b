"""Sources resolved across the accounts of a story: one entity for one person or body, whatever each account calls it.

Only names and offices are laid together. Unnamed sources, crowds, documents and posts stay what they are in each
account: two outlets' "officials" are not known to be the same ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from firsthand.model.spans import content_id
from firsthand.model.statements import Source, SourceKind, Statement
from firsthand.text.names import NameRelation, compare_names

NAMED = (SourceKind.PERSON, SourceKind.ORGANISATION)
ONE_NAME = (NameRelation.SAME, NameRelation.VARIANT)
MOST = 400
"""Named sources of one story that are compared with each other: bounds the work on a hostile story."""

Local = tuple[str, str]
"""An article and the key of a source in it."""


@dataclass(slots=True)
class _Entity:
    kind: SourceKind
    names: list[str]
    roles: set[str] = field(default_factory=set)
    mentions: list[Local] = field(default_factory=list)


def sources_across(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements of a story, each source with the entity that it is in all accounts."""
    entities = _entities(statements)
    return tuple(replace(s, source=_named(s, s.source, entities)) if s.source else s for s in statements)


def _named(statement: Statement, source: Source, entities: dict[Local, str]) -> Source:
    return replace(source, entity=entities[statement.span.article, source.key])


def _entities(statements: Iterable[Statement]) -> dict[Local, str]:
    """The entity of each source of each article."""
    local = {(s.span.article, s.source.key): s.source for s in statements if s.source is not None}
    found: list[_Entity] = []
    for here, source in sorted(local.items(), key=_longest_name_first)[:MOST]:
        if source.kind in NAMED:
            _put(found, here, source)
    entity_of = {here: _id(entity) for entity in found for here in entity.mentions}
    for here, source in sorted(local.items(), key=lambda one: one[0]):
        if here not in entity_of:
            holder = _holder(source, found)
            entity_of[here] = _id(holder) if holder else _alone(here, source)
    return entity_of


def _longest_name_first(one: tuple[Local, Source]) -> tuple[int, str, Local]:
    here, source = one
    return -len(source.name.split()), source.name, here


def _put(found: list[_Entity], here: Local, source: Source) -> None:
    """To the entity that the name fits, if it fits one alone ("Smith" beside John and Jane Smith fits neither)."""
    fitting = [e for e in found if e.kind is source.kind and any(_is_one(source.name, name) for name in e.names)]
    if len(fitting) == 1:
        entity = fitting[0]
    else:
        entity = _Entity(source.kind, [])
        found.append(entity)
    if source.name not in entity.names:
        entity.names.append(source.name)
    entity.roles |= set(source.roles)
    entity.mentions.append(here)


def _is_one(left: str, right: str) -> bool:
    relation = compare_names(left, right).relation
    full = min(len(left.split()), len(right.split())) > 1
    return relation in ONE_NAME or (full and relation is NameRelation.MISSPELLING)


def _holder(source: Source, found: Sequence[_Entity]) -> _Entity | None:
    """The person who holds an office cited by its bare word, if one person alone is given that office in the story."""
    if source.kind is not SourceKind.OFFICE:
        return None
    holders = [entity for entity in found if source.name.lower() in entity.roles]
    return holders[0] if len(holders) == 1 else None


def _alone(here: Local, source: Source) -> str:
    if source.kind is SourceKind.OFFICE:
        return content_id("source", source.kind.value, source.name.lower())
    return content_id("source", *here)


def _id(entity: _Entity) -> str:
    return content_id("source", entity.kind.value, entity.names[0])
