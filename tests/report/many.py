"""Reports of any size, for what must not grow faster than they do."""

from __future__ import annotations

from itertools import pairwise

from firsthand.model import (
    Direction,
    Event,
    FindingKind,
    Independence,
    Lineage,
    Origin,
    OriginKind,
    Overlap,
    Relation,
    Report,
    Severity,
    Stance,
    Standing,
    Story,
    StoryReport,
)

from .building import article, claim, evidence, finding, page, passage, said, side

_LEAD = "The mill at Nether Weir burned down in the night, the fire brigade said."


def report_of(size: int) -> Report:
    """One story of so many articles; each has a passage in common with the one before it."""
    articles = tuple(
        article(f"weir/{at}.txt", f"Mill burns, {at}", f"{_LEAD}\nNeighbour {at} saw the roof go.", f"Paper {at}")
        for at in range(size)
    )
    burned = claim(
        "The mill burned down.",
        Standing.SINGLE_ORIGIN,
        (1, 1),
        [said(one, _LEAD[:46], stance=Stance.REPORTS, source="the fire brigade", cue="said") for one in articles],
    )
    saw = [
        claim(f"Neighbour {at} saw it.", Standing.SINGLE_ARTICLE, (1, 1), [said(one, f"Neighbour {at} saw the roof")])
        for at, one in enumerate(articles)
    ]
    story = StoryReport(
        story=Story(
            id="story-mill",
            title="Mill burns at Nether Weir",
            articles=tuple(one.id for one in articles),
            event=Event(date="2024-02-03", place="Nether Weir"),
        ),
        lineage=Lineage(
            overlaps=tuple(
                Overlap(
                    a=a.id,
                    b=b.id,
                    relation=Relation.DERIVED,
                    share_a=0.7,
                    share_b=0.7,
                    direction=Direction.A_TO_B,
                    passages=(passage(a, b, _LEAD),),
                    why="The first sentence is the same.",
                )
                for a, b in pairwise(articles)
            ),
            origins=(
                Origin(
                    id="origin-brigade",
                    kind=OriginKind.SPEECH,
                    name="the fire brigade",
                    articles=tuple(one.id for one in articles),
                    text=None,
                    evidence=tuple(evidence(one, "the fire brigade said", "cites it") for one in articles),
                    witnesses=(),
                    absent=True,
                ),
            ),
            independence=Independence(min=1, max=1, why="All go back to the fire brigade."),
        ),
        claims=(burned, *saw),
        findings=(
            finding(
                FindingKind.NAME,
                Severity.MINOR,
                "Each names another neighbour.",
                0.2,
                [side(one, f"Neighbour {at}", f"Neighbour {at}") for at, one in enumerate(articles)],
                [burned],
            ),
        ),
        timeline=(),
    )
    return Report(pages=tuple(page(one.path) for one in articles), articles=articles, stories=(story,), failures=())
