"""A story's page and the pages that its parts go on over."""

from __future__ import annotations

from firsthand.report.views.places import Part, Places

SIZES = {Part.FINDINGS: 25, Part.CLAIMS: 30, Part.ALONE: 60, Part.ORIGINS: 24, Part.PAIRS: 24, Part.ARTICLES: 12}
"""How many of a part stand on one page. Measured on a story of sixty articles: its first page stays below 300 KB."""


def places_of(story: str, part: Part = Part.STORY, page: int = 1) -> Places:
    """Where a story's parts stand, seen from one of its pages."""
    return Places(base=f"/stories/{story}", sizes=SIZES, part=part, page=page)
