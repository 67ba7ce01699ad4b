"""On which page each part of a story stands. The one-file report has everything on one page; a server has not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """The parts of a story that may go on over pages of their own."""

    STORY = "story"
    """The first page: what is said first of everything."""
    FINDINGS = "findings"
    CLAIMS = "claims"
    """Those of two or more articles."""
    ALONE = "alone"
    """Claims of one article. They stand on the first page only where they all fit there."""
    ORIGINS = "origins"
    PAIRS = "pairs"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where parts stand, seen from one page."""

    base: str = ""
    """The path of the story's first page."""
    sizes: Mapping[Part, int] = field(default_factory=dict)
    """How many of a part stand on one page; a part that is not named stands whole on the first."""
    part: Part = Part.STORY
    page: int = 1
    """The page that is being shown, from 1."""

    def before(self, part: Part, number: int, total: int = 0) -> str:
        """What stands before the # of a link to the one of that number, from 1: empty where it is on this page."""
        return self.path(part, self.page_of(part, number), total)

    def path(self, part: Part, page: int, total: int = 0) -> str:
        """What leads from this page to a page of a part."""
        if self.on_first(part, page, total):
            part, page = Part.STORY, 1
        if (part, page) == (self.part, self.page):
            return ""
        return self.base if part is Part.STORY else f"{self.base}/{part}/{page}"

    def page_of(self, part: Part, number: int) -> int:
        """The page of a part on which the one of that number stands."""
        size = self.sizes.get(part, 0)
        return (number - 1) // size + 1 if size else 1

    def on_first(self, part: Part, page: int, total: int) -> bool:
        """Whether a page of a part is on the story's first page."""
        fits = part is not Part.ALONE or not self.sizes.get(part) or total <= self.sizes[part]
        return page == 1 and fits

    def pages(self, part: Part, total: int) -> int:
        """Over how many pages a part of so many goes, at least 1."""
        size = self.sizes.get(part, 0)
        return max(1, -(-total // size)) if size else 1

    def shown(self, part: Part, total: int) -> slice:
        """Which of a part stand on this page."""
        size = self.sizes.get(part, 0)
        if self.part is Part.STORY:
            first = self.on_first(part, 1, total)
            return slice(0, size or None) if first else slice(0, 0)
        if part is not self.part or not size:
            return slice(0, 0)
        return slice((self.page - 1) * size, self.page * size)


ONE_PAGE = Places()
