"""The rows that people ask for, from one story's report: the story itself, its claims, findings, and who said what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from firsthand.findings import words_of
from firsthand.model import (
    Article,
    Claim,
    Finding,
    Severity,
    Source,
    SourceKind,
    Stance,
    Standing,
    Statement,
    StoryReport,
    content_id,
)
from firsthand.store.packing import storable, storable_or_none
from firsthand.store.words import joined, terms_of

Row = dict[str, Any]
NAMELESS = frozenset({SourceKind.UNNAMED, SourceKind.CROWD})
MINOR = 0.25
"""What a minor finding adds to a story's weight beside a major one."""


def story_row(report: StoryReport, articles: Sequence[Article], judged: str | None) -> Row:
    """What lists show of a story."""
    publishers = list(dict.fromkeys(one.publisher for one in articles if one.publisher))
    standings = Counter(str(claim.standing) for claim in report.claims if claim.standing)
    independence = report.lineage.independence
    proven = any(claim.independence is not None and claim.independence.min >= 2 for claim in report.claims)
    return {
        "id": report.story.id,
        "title": storable(report.story.title),
        "event_date": report.story.event.date,
        "event_place": storable_or_none(report.story.event.place),
        "articles": len(articles),
        "publishers": [storable(one) for one in publishers],
        "weight": weight_of(report, len(publishers)),
        "standings": dict(sorted(standings.items())),
        "origins_min": independence.min,
        "origins_max": independence.max,
        "claims": len(report.claims),
        "findings": len(report.findings),
        "major": sum(one.severity is Severity.MAJOR for one in report.findings),
        "disputed": bool(standings.get(str(Standing.DISPUTED))),
        "single_origin": len(articles) > 1 and not proven,
        "judged": judged,
    }


def weight_of(report: StoryReport, publishers: int) -> float:
    """How much an editor would care: what the findings weigh, and how many outlets report it, each doubling as much as
    a major finding of the middle weight."""
    findings = sum(one.weight * (1.0 if one.severity is Severity.MAJOR else MINOR) for one in report.findings)
    return round(findings + math.log2(1 + publishers) / 2, 6)


def claim_row(story: str, place: int, claim: Claim, judged: str | None) -> Row:
    """One claim."""
    return {
        "id": claim.id,
        "story": story,
        "place": place,
        "text": storable(claim.text),
        "standing": str(claim.standing) if claim.standing else None,
        "origins_min": claim.independence.min if claim.independence else 0,
        "origins_max": claim.independence.max if claim.independence else 0,
        "why": storable(claim.why),
        "articles": len({statement.span.article for statement in claim.statements}),
        "judged": judged,
    }


def finding_row(story: str, finding: Finding, *, dismissed: bool) -> Row:
    """One finding; those that a person has judged wrong are dismissed."""
    return {
        "id": finding.id,
        "story": story,
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "why": storable(finding.why),
        "weight": finding.weight,
        "words": words_of(finding.kind, (side.quote for side in finding.sides)),
        "claims": list(finding.claims),
        "judged": str(finding.judgement.verdict) if finding.judgement and finding.judgement.verdict else None,
        "dismissed": dismissed,
    }


def said_rows(report: StoryReport, articles: Mapping[str, Article]) -> list[Row]:
    """Who is cited for what in this story: statements with a source that has a name."""
    names = full_names(report)
    rows = []
    for claim in report.claims:
        denying = deniers_of(claim, names, articles)
        for statement in claim.statements:
            source = statement.source
            if source is None or source.kind in NAMELESS:
                continue
            article = articles[statement.span.article]
            name = names.get(source.entity, source.name)
            rows.append(
                {
                    "source": source_id(name, source, report.story.id),
                    "name": storable(name),
                    "kind": str(source.kind),
                    "roles": list(source.roles),
                    "story": report.story.id,
                    "article": article.id,
                    "publisher": storable_or_none(article.publisher),
                    "statement": statement.id,
                    "claim": claim.id,
                    "quote": storable(statement.quote),
                    "start": statement.span.start,
                    "end": statement.span.end,
                    "stance": str(statement.stance),
                    "when": article.published.value if article.published else None,
                    "denied_by": [] if statement.stance is Stance.DENIES else [n for n in denying if n != name],
                }
            )
    return rows


def full_names(report: StoryReport) -> dict[str, str]:
    """The fullest name that the accounts give each source, by the key that is equal for it in all accounts."""
    names: dict[str, str] = {}
    for statement in statements_in(report):
        source = statement.source
        if source is not None and source.entity:
            known = names.get(source.entity, "")
            names[source.entity] = max(known, source.name, key=lambda name: (len(name), name))
    return {key: storable(" ".join(name.split())) for key, name in names.items()}


def deniers_of(claim: Claim, names: Mapping[str, str], articles: Mapping[str, Article]) -> list[str]:
    """Who denies a claim: sources by name, articles that deny it in their own voice by their publisher."""
    found = []
    for statement in claim.statements:
        if statement.stance is Stance.DENIES:
            source = statement.source
            own = articles[statement.span.article].publisher
            found.append(names.get(source.entity, source.name) if source else own or "an account")
    return list(dict.fromkeys(storable(name) for name in found))


def statements_in(report: StoryReport) -> list[Statement]:
    """Every statement of a story, in the order of its claims."""
    return [statement for claim in report.claims for statement in claim.statements]


def source_id(name: str, source: Source, story: str) -> str:
    """Equal for one source in all stories. A person of whom only one name is known is one within a story alone: two
    people called Singh are not made one."""
    folded = terms_of(name)
    if source.kind is SourceKind.PERSON and len(folded) < 2:
        return content_id("source", *folded, story)
    return content_id("source", *folded)


def find_rows(report: StoryReport, articles: Sequence[Article], said: Sequence[Row]) -> list[Row]:
    """What a search finds in this story, apart from sources."""
    story = report.story
    place = f"{story.event.place or ''} {story.event.date or ''}"
    publishers = " ".join(sorted({one.publisher for one in articles if one.publisher}))
    rows = [{"kind": "story", "ref": story.id, "story": story.id, "terms": joined(story.title, place, publishers)}]
    rows += [
        {"kind": "article", "ref": one.id, "story": story.id, "terms": joined(one.title, one.publisher, one.text)}
        for one in articles
    ]
    by_claim: dict[str, list[str]] = {}
    for row in said:
        by_claim.setdefault(row["claim"], []).append(row["name"])
    rows += [
        {
            "kind": "claim",
            "ref": claim.id,
            "story": story.id,
            "terms": joined(claim.text, " ".join(dict.fromkeys(by_claim.get(claim.id, ())))),
        }
        for claim in report.claims
    ]
    return rows
