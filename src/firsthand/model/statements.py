"""Statements: one assertion in one article, with its attribution and stance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class Stance(StrEnum):
    """How the article puts it."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    DENIES = "denies"
    DOUBTS = "doubts"


class SourceKind(StrEnum):
    """Who or what is cited."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    POST = "post"
    UNNAMED = "unnamed"
    CROWD = "crowd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is cited. `name` is the fullest name the article gives, `span` the mention at this statement (None where the
    source is carried over from the sentence before), `key` is equal for mentions of one source within an article."""

    name: str
    kind: SourceKind
    key: str
    span: Span | None
    roles: tuple[str, ...] = ()
    """The words of office that the article gives a person: ("minister",)."""
    entity: str = ""
    """Equal for one source in all accounts of a story; empty until they have been laid together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One assertion in one article.

    `span` covers the content, `quote` its words. `sentence` covers the whole sentence(s) it stands in. `pieces` are the
    parts of a discontinuous content. `quoted` holds the stretches inside quotation marks.
    """

    id: str
    span: Span
    quote: str
    sentence: Span
    stance: Stance
    source: Source | None
    cue: Span | None
    pieces: tuple[Span, ...]
    quoted: tuple[Span, ...]
    via: tuple[str, ...] = ()
    """The chain from the outlet to the source, nearest first: ("PTI",) for "PTI reported that the minister urged …"."""
    stance_why: str = ""
    whole: tuple[Span, ...] = ()
    """The pieces of the whole content that the source is cited for; the statement may be one part of it."""
