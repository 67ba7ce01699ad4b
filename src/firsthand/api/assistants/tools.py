"""The four tools. Their descriptions are what an assistant chooses by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Annotated, Any, Literal, ParamSpec, TypeVar

from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from firsthand.desk import checking, reading
from firsthand.desk import search as searching
from firsthand.desk.asked import as_asked
from firsthand.desk.errors import DeskError
from firsthand.desk.values import HitKind
from firsthand.store.opening import Store

from ..problems import Problem
from ..within import Moved, report_of, story_page, stretch
from .quoting import quoted
from .results import CheckResult, SearchResult, SourcesResult, StoryResult, fitting
from .telling import (
    article_told,
    claim_told,
    finding_told,
    hit_told,
    match_told,
    origin_told,
    saying_told,
    shared_told,
    source_line,
    story_line,
)

P = ParamSpec("P")
R = TypeVar("R")
Part = Literal["overview", "claims", "findings", "origins", "articles"]
Text = Annotated[str, Field(min_length=1, max_length=300)]
Cursor = Annotated[str | None, Field(max_length=500, description="What the answer before gave as `next`.")]
_HEAD = 5
"""Claims and findings of an overview."""


def tools_of(store: Store) -> tuple[Callable[..., Any], ...]:
    """The tools over one store."""

    @_plainly
    def search(
        text: Annotated[Text, Field(description="Words to look for: names, places, things, a phrase.")],
        kinds: Annotated[
            list[HitKind] | None, Field(max_length=4, description="Only these kinds; all, if left out.")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=20)] = 10,
        cursor: Cursor = None,
    ) -> SearchResult:
        """Search the store of news: stories (events as several outlets report them), claims, articles and sources.

        Start here. The `story` of what is found is what the tool `story` takes.
        """
        found = searching.search(store, text, kinds=tuple(kinds or ()), cursor=cursor, limit=limit)
        return fitting(SearchResult(found=[hit_told(hit) for hit in found.items], next=found.next))

    @_plainly
    def story(
        id: Annotated[str, Field(min_length=1, max_length=100, description="The story's id, as `search` gives it.")],
        part: Annotated[
            Part,
            Field(
                description="`overview`: the weightiest claims and differences. `claims`, `findings` (where accounts "
                "differ), `origins` (what stands behind them), `articles`: all of these, a stretch at a time."
            ),
        ] = "overview",
        limit: Annotated[int, Field(ge=1, le=20)] = 10,
        cursor: Cursor = None,
    ) -> StoryResult:
        """What stands behind one story: how many independent origins its accounts really have, who says what, and where
        the accounts differ or deny each other.

        It does not say what is true. Give both sides' words and the number of independent origins when you report it.
        """
        return fitting(_story(store, id, part, limit, cursor))

    @_plainly
    def check(
        text: Annotated[
            str,
            Field(min_length=1, max_length=20_000, description="One sentence, or the text of an article, in English."),
        ],
        limit: Annotated[int, Field(ge=1, le=10)] = 5,
    ) -> CheckResult:
        """Lay a sentence or an article beside the store: which story and claim is it, who else says so, on how many
        independent origins does it rest, and who says otherwise?

        Nothing found means only that nothing in this store speaks of it, not that it is false.
        """
        found = checking.check(store, as_asked(text), limit=limit)
        return fitting(
            CheckResult(
                why=quoted(found.why),
                story=story_line(found.story) if found.story else None,
                matches=[match_told(match) for match in found.matches],
                shares_text_with=shared_told(found),
            )
        )

    @_plainly
    def sources(
        name: Annotated[Text | None, Field(description="Words of a name, to find sources.")] = None,
        id: Annotated[
            str | None, Field(min_length=1, max_length=200, description="A source's id, to see what it is cited for.")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=20)] = 10,
        cursor: Cursor = None,
    ) -> SourcesResult:
        """Who is cited in the news of the store (people, offices, organisations, documents), and what each has said, in
        which stories, denied by whom.

        Without an `id` it lists sources; with one, what that source is cited for, the newest first.
        """
        if id is None:
            found = reading.sources(store, text=name, cursor=cursor, limit=limit)
            return fitting(SourcesResult(sources=[source_line(one) for one in found.items], said=[], next=found.next))
        page = reading.source(store, id, cursor=cursor, limit=limit)
        if page is None:
            raise ToolError("There is no such source.")
        said = [saying_told(one) for one in page.sayings.items]
        return fitting(SourcesResult(sources=[source_line(page.row)], said=said, next=page.sayings.next))

    return search, story, check, sources


def _story(store: Store, story: str, part: Part, limit: int, cursor: str | None) -> StoryResult:
    try:
        page = story_page(store, story)
    except Moved as elsewhere:
        page = story_page(store, elsewhere.story)
    report, articles = report_of(page), {one.id: one for one in page.report.articles}
    things: dict[str, Sequence[Any]] = {
        "claims": report.claims,
        "findings": report.findings,
        "origins": report.lineage.origins,
        "articles": page.report.articles,
    }
    following = None
    if part == "overview":
        shown = {name: things[name][:_HEAD] for name in ("claims", "findings")}
    else:
        cut = stretch(things[part], [one.id for one in things[part]], page.row.version, cursor, limit)
        shown, following = {part: cut.items}, cut.next
    return StoryResult(
        story=story_line(page.row),
        rests_on=quoted(report.lineage.independence.why),
        claims=[claim_told(one, articles) for one in shown.get("claims", ())],
        findings=[finding_told(one, articles) for one in shown.get("findings", ())],
        origins=[origin_told(one) for one in shown.get("origins", ())],
        articles=[article_told(one) for one in shown.get("articles", ())],
        next=following,
    )


def _plainly(tool: Callable[P, R]) -> Callable[P, R]:
    """What the desk says in plain words reaches the assistant; anything else is a failure without details."""

    @wraps(tool)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return tool(*args, **kwargs)
        except DeskError as error:
            raise ToolError(str(error)) from None
        except Problem as error:
            raise ToolError(error.detail) from None

    return told
