"""One story alone, as a report of its own, so that every format can show it."""

from __future__ import annotations

from dataclasses import replace

from firsthand.model import Placing, Report, StoryReport


class NoStoryError(Exception):
    """No story of the report, or more than one, has the id that was asked for. The message says which."""


def only(report: Report, story: str) -> Report:
    """The report on one story: with its articles and their pages, and nothing that points to any other.

    `story` is the story's id, or as much of it as tells it apart, with or without `story-` before it. Failures belong
    to no story and are left out.

    Raises:
        NoStoryError: no story of the report has this id, or more than one begin with it.
    """
    told = story_of(report, story)
    members = set(told.story.articles)
    articles = tuple(one for one in report.articles if one.id in members)
    pages = {one.page for one in articles}
    placings = tuple(_within(one, members) for one in told.story.placings)
    return Report(
        pages=tuple(one for one in report.pages if one.id in pages),
        articles=articles,
        stories=(replace(told, story=replace(told.story, placings=placings)),),
        failures=(),
    )


def story_of(report: Report, wanted: str) -> StoryReport:
    """The one story whose id is, or begins with, what is wanted.

    Raises:
        NoStoryError: there is none, or there are several.
    """
    exact = [one for one in report.stories if one.story.id == wanted]
    fitting = exact or [one for one in report.stories if wanted and _begins(one.story.id, wanted)]
    if len(fitting) != 1:
        raise NoStoryError(
            f"{len(fitting)} stories have an id that begins with {wanted}"
            if fitting
            else f"no story has the id {wanted}, or one that begins so"
        )
    return fitting[0]


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or name.removeprefix("story-").startswith(wanted)


def _within(placing: Placing, members: set[str]) -> Placing:
    near = tuple(one for one in placing.nearest if one.article in members)
    return replace(placing, nearest=near, left_out=tuple(one for one in placing.left_out if one.article in members))
