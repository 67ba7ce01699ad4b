"""What a person decides on, as the form shows it."""

from __future__ import annotations

from dataclasses import dataclass

from firsthand.desk.errors import NotThere
from firsthand.desk.values import StoryPage
from firsthand.model import StoryReport
from firsthand.report import wording
from firsthand.report.index import StoryIndex, index_of
from firsthand.report.neutral import one_line
from firsthand.report.views.anchors import Anchors
from firsthand.store.words import terms_of

from .parts import places_of

MOST_OTHERS = 60
"""Claims to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One finding, claim or story."""

    id: str
    name: str
    text: str
    words: tuple[tuple[str, str, str], ...]
    """Id, who has it, and the words: of a finding's sides, a claim's statements, a story's articles."""
    href: str
    """The page on which it stands."""
    anchor: str


def subject_of(found: StoryPage, kind: str, subject: str) -> Subject:
    """What is decided on.

    Raises:
        NotThere: the story has no such finding or claim (any more).
    """
    if not found.report.stories:
        raise NotThere("The story's report is still being made.")
    report = found.report.stories[0]
    index = index_of(found.report, report)
    if kind == "finding":
        return _finding(found, report, index, subject)
    if kind == "claim":
        return _claim(found, report, index, subject)
    return Subject(
        id=found.row.id,
        name="The story",
        text=report.story.title,
        words=tuple(
            (article, index.label(article), one_line(index.articles[article].title or "")) for article in index.articles
        ),
        href=f"/stories/{found.row.id}",
        anchor="s1",
    )


def other_claims(found: StoryPage, subject: str) -> tuple[tuple[str, str], ...]:
    """The claims that one could be put together with, each under its number on the page: those that share most words
    with it first."""
    report = found.report.stories[0]
    numbers = index_of(found.report, report).claims
    words = {one.id: set(terms_of(one.text)) for one in report.claims}
    mine = words.get(subject, set())
    others = [one for one in report.claims if one.id != subject]
    others.sort(key=lambda one: (-len(mine & words[one.id]) / max(1, len(mine | words[one.id])), numbers[one.id]))
    return tuple((one.id, f"{numbers[one.id]}: {cut(one.text)}") for one in others[:MOST_OTHERS])


def cut(text: str, most: int = 110) -> str:
    """A text as one line of a list of choices."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def _finding(found: StoryPage, report: StoryReport, index: StoryIndex, subject: str) -> Subject:
    for letter, findings in (("f", report.findings), ("u", report.updates), ("w", report.dismissed)):
        for number, finding in enumerate(findings, start=1):
            if finding.id == subject:
                name = f"{wording.KINDS[finding.kind]}, {finding.severity}"
                sides = tuple(
                    ("", index.label(side.span.article), index.words(side.span) or side.quote) for side in finding.sides
                )
                href = Anchors(1, index, places_of(found.row.id)).to_finding(number) if letter == "f" else ""
                return Subject(
                    id=subject,
                    name=name,
                    text=finding.why,
                    words=sides,
                    href=_page(found, href),
                    anchor=f"s1-{letter}{number}",
                )
    raise NotThere("The story has no such finding any more. It may have been worked out again since.")


def _claim(found: StoryPage, report: StoryReport, index: StoryIndex, subject: str) -> Subject:
    for claim in report.claims:
        if claim.id == subject:
            number = index.claims[subject]
            return Subject(
                id=subject,
                name=f"Claim {number}, {wording.standing(claim)}",
                text=claim.text,
                words=tuple(
                    (one.id, index.label(one.span.article), one.quote)
                    for one in claim.statements
                    if one.span.article in index.articles
                ),
                href=_page(found, Anchors(1, index, places_of(found.row.id)).to_claim(number)),
                anchor=f"s1-c{number}",
            )
    raise NotThere("The story has no such claim any more. It may have been worked out again since.")


def _page(found: StoryPage, href: str) -> str:
    path = href.partition("#")[0]
    return path or f"/stories/{found.row.id}"
