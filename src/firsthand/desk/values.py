"""What the desk answers with: frozen values that faces show as they like. Times are ISO 8601 in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from firsthand.model import Article, Finding, Report

T = TypeVar("T")

Verdict = Literal["right", "wrong", "merge", "split", "note", "undo"]
SubjectKind = Literal["finding", "claim", "story", "note"]
HitKind = Literal["story", "claim", "article", "source"]
EventKind = Literal["page", "story", "finding", "decision", "feed", "failure"]
PageState = Literal["new", "done", "failed"]
Mark = Literal["shared", "changed", "own"]
Said = Literal["agrees", "differs", "related"]
"""Of a claim beside what is checked: the same, the same point told otherwise, or only near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Generic[T]):
    """A stretch of a list. `next` is handed back to get what follows; None at the end."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """One story in a list."""

    id: str
    title: str
    event_date: str | None
    event_place: str | None
    articles: int
    publishers: tuple[str, ...]
    updated: str
    first_seen: str
    weight: float
    """How much an editor would care: orders stories, heaviest first."""
    origins_min: int
    origins_max: int
    findings: int
    """Those that stand (not judged wrong)."""
    major: int
    disputed: bool
    single_origin: bool
    """Several articles, and no claim that two origins are proven to stand behind."""
    claims: int
    version: int
    """Grows by one each time the story's report changes; 0 until it has one."""
    standings: Mapping[str, int] = field(default_factory=dict)
    """How many claims have each standing."""
    pending: bool = False
    """Whether something has come or been decided that the report does not show yet."""
    judged: Verdict | None = None
    """What a person says of the story as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the book of decisions. Nothing in it is ever changed; an `undo` line takes another back."""

    id: int
    at: str
    who: str
    subject_kind: SubjectKind
    subject: str
    story: str
    verdict: Verdict
    note: str
    detail: Mapping[str, Any]
    undoes: int | None
    undone: bool = False
    """Whether a later line has taken it back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One article in a list."""

    id: str
    story: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    path: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """One story with all that was made of it: a `Report` of this one story, its articles and pages.

    The pages' `text` is empty (nothing in a report shows it): `reading.article` gives a page with its text.
    """

    row: StoryRow
    report: Report
    arrived: tuple[ArticleRow, ...] = ()
    """Articles of the story that came after its report was made: they are being read."""
    judged: Mapping[str, Decision] = field(default_factory=dict)
    """The decision that holds on each finding, claim or story, by its id in this report."""
    arranged: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    """The decisions by which claims of this report were put together or parted, by the claim's id."""
    notes: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source in a list: a person, office, organisation or document that is cited."""

    id: str
    name: str
    kind: str
    roles: tuple[str, ...]
    stories: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What one source is cited for in one article, or what an article says itself (`source` is then empty)."""

    source: str
    """The id of the source."""
    name: str
    story: str
    story_title: str
    article: str
    publisher: str | None
    claim: str
    quote: str
    start: int
    end: int
    stance: str
    when: str | None
    denied_by: tuple[str, ...] = ()
    """Names of those who deny or dispute it, as far as the accounts say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """One source, and a stretch of what it is cited for, the newest first."""

    row: SourceRow
    sayings: Listing[Saying]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing found. `snippet` is plain text; `marks` are the stretches of it that were asked for."""

    kind: HitKind
    id: str
    story: str | None
    """None for a source, which belongs to many."""
    title: str
    snippet: str
    score: float
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What intake made of one page, or why there is none (`page` is then None and `state` failed)."""

    page: str | None
    path: str
    new: bool
    """False where the page was in the store before."""
    state: PageState
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """One page of the queue, with what became of it."""

    id: str
    path: str
    url: str | None
    state: PageState
    reason: str | None
    added_at: str
    added_by: str
    feed: str | None
    articles: tuple[ArticleRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text beside another: both have it (`shared`), the words differ (`changed`), or only one (`own`)."""

    text: str
    mark: Mark
    passage: int | None = None
    """The number of the passage, from 0, that the stretch belongs to: the other side has the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two articles to read beside each other."""

    left: Article
    right: Article
    left_runs: tuple[Run, ...]
    right_runs: tuple[Run, ...]
    relation: str | None
    """As in `model.Relation`; None where they share nothing."""
    direction: str | None
    share_left: float
    share_right: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One claim of the store beside what is checked."""

    story: str
    story_title: str
    claim: str
    text: str
    standing: str | None
    origins_min: int
    origins_max: int
    why: str
    """What the claim stands on, as the report says it."""
    same: Said
    reason: str
    """Why it agrees, differs or is only related."""
    score: float
    said_by: tuple[Saying, ...]
    differing: tuple[Finding, ...] = ()
    """The findings of the claim's story that touch it."""
    sentence: str = ""
    """The words of what was checked that this claim was found for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What a checked article has in common with an article of the store."""

    article: ArticleRow
    relation: str
    direction: str
    share: float
    """Of the checked article's words, 0..1."""
    share_of_other: float
    passages: tuple[str, ...]
    """The words shared, as the checked article has them."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The answer to: which story and claim is this, who else says so, on what, and who differs?"""

    kind: Literal["sentence", "article"]
    story: StoryRow | None
    """The story it belongs to, if any."""
    matches: tuple[Match, ...]
    overlaps: tuple[Shared, ...] = ()
    why: str = ""
    """In one sentence: what was found, or that nothing in the store speaks of it."""
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that is watched."""

    url: str
    title: str | None
    group: str | None
    state: Literal["ok", "dead", "waiting"]
    next_due: str | None
    last_ok: str | None
    last_error: str | None
    failures: int
    """In a row."""
    pages: int
    """That came from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, for who listens. Ids grow."""

    id: int
    at: str
    kind: EventKind
    story: str | None
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A webhook: told of new findings in a story, or in all (`story` is None)."""

    id: int
    story: str | None
    url: str
    kinds: tuple[EventKind, ...]
    by: str
    state: Literal["ok", "failing", "stopped"]
    last_error: str | None
    secret: str = ""
    """Only in the answer to `add_watch`: what deliveries are signed with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the worker is."""

    waiting: int
    """Pages that have not been read."""
    done: int
    failed: int
    working_on: str | None
    stories_waiting: int = 0
    """Stories whose report is to be made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the store holds."""

    pages: int
    articles: int
    stories: int
    claims: int
    findings: int
    sources: int
    feeds: int
