"""The frozen values as plain data, in the shape and order of `firsthand.report/1`. Added fields come last."""

from __future__ import annotations

from typing import Any

from firsthand.model import (
    Article,
    Claim,
    Dating,
    Failure,
    Finding,
    Neighbour,
    Omission,
    Origin,
    Overlap,
    Page,
    Report,
    Side,
    Span,
    Statement,
    StoryReport,
    TimelineEntry,
)

SCHEMA = "firsthand.report/1"


def report_data(report: Report) -> dict[str, Any]:
    """The whole report."""
    return {
        "schema": SCHEMA,
        "pages": [page_data(page) for page in report.pages],
        "articles": [article_data(article) for article in report.articles],
        "stories": [story_data(story) for story in report.stories],
        "failures": [failure_data(failure) for failure in report.failures],
    }


def page_data(page: Page) -> dict[str, Any]:
    """One page, without its bytes."""
    return {
        "id": page.id,
        "path": page.path,
        "url": page.url,
        "sha256": page.sha256,
        "media_type": page.media_type,
        "charset": page.charset,
        "fetched": page.fetched,
        "repairs": [{"start": one.start, "end": one.end, "original": one.original} for one in page.repairs],
    }


def article_data(article: Article) -> dict[str, Any]:
    """One article with its text and the way back to its page."""
    dateline, published, modified = article.dateline, article.published, article.modified
    return {
        "id": article.id,
        "page": article.page,
        "path": article.path,
        "title": article.title,
        "text": article.text,
        "publisher": article.publisher,
        "byline": article.byline,
        "language": article.language,
        "dateline": dateline
        and {
            "place": dateline.place,
            "date": dateline.date,
            "agency": dateline.agency,
            "start": dateline.start,
            "end": dateline.end,
        },
        "published": published
        and {
            "value": published.value,
            "precision": str(published.precision),
            "basis": published.basis,
            "why": published.why,
        },
        "credits": [
            {"name": credit.name, "kind": str(credit.kind), "start": credit.start, "end": credit.end}
            for credit in article.credits
        ],
        "page_spans": [
            {"start": run.start, "end": run.end, "page_start": run.page_start, "page_end": run.page_end}
            for run in article.page_spans
        ],
        "furniture": [
            {"label": piece.label, "page_start": piece.page_start, "page_end": piece.page_end}
            for piece in article.furniture
        ],
        "standfirst": article.standfirst,
        "section": article.section,
        "url": article.url,
        "modified": modified
        and {
            "value": modified.value,
            "precision": str(modified.precision),
            "basis": modified.basis,
            "why": modified.why,
        },
        "dates": [
            {
                "value": one.value,
                "precision": str(one.precision),
                "basis": one.basis,
                "modified": one.modified,
                "words": one.words,
            }
            for one in article.dates
        ],
    }


def story_data(story: StoryReport) -> dict[str, Any]:
    """One story with all that was made of it."""
    independence = story.lineage.independence
    return {
        **story_head_data(story),
        "overlaps": [overlap_data(overlap) for overlap in story.lineage.overlaps],
        "origins": [origin_data(origin) for origin in story.lineage.origins],
        "independent_origins": {"min": independence.min, "max": independence.max, "why": independence.why},
        "claims": [claim_data(claim) for claim in story.claims],
        "findings": [finding_data(finding) for finding in story.findings],
        "timeline": [timeline_data(entry) for entry in story.timeline],
        "updates": [finding_data(finding) for finding in story.updates],
        "omissions": [omission_data(omission) for omission in story.omissions],
        "dismissed": [finding_data(finding) for finding in story.dismissed],
        "placings": placings_data(story),
    }


def story_head_data(story: StoryReport) -> dict[str, Any]:
    """What a story is, without what was made of it."""
    event = story.story.event
    return {
        "id": story.story.id,
        "title": story.story.title,
        "articles": list(story.story.articles),
        "event": {"date": event.date, "place": event.place},
    }


def placings_data(story: StoryReport) -> list[dict[str, Any]]:
    """Why each article stands in the story, and what is nearest among those left out."""
    return [
        {
            "article": placing.article,
            "nearest": [_neighbour_data(near) for near in placing.nearest],
            "left_out": [_neighbour_data(near) for near in placing.left_out],
        }
        for placing in story.story.placings
    ]


def _neighbour_data(near: Neighbour) -> dict[str, Any]:
    return {"article": near.article, "score": near.score, "why": near.why}


def overlap_data(overlap: Overlap) -> dict[str, Any]:
    """What two articles share."""
    return {
        "a": overlap.a,
        "b": overlap.b,
        "relation": str(overlap.relation),
        "share_a": overlap.share_a,
        "share_b": overlap.share_b,
        "direction": str(overlap.direction),
        "passages": [
            {
                "a_start": passage.a.start,
                "a_end": passage.a.end,
                "b_start": passage.b.start,
                "b_end": passage.b.end,
                "verbatim": passage.verbatim,
            }
            for passage in overlap.passages
        ],
        "why": overlap.why,
    }


def origin_data(origin: Origin) -> dict[str, Any]:
    """One origin with its evidence, and its witnesses where its text was rebuilt."""
    return {
        "id": origin.id,
        "kind": str(origin.kind),
        "name": origin.name,
        "articles": list(origin.articles),
        "text": origin.text,
        "evidence": [{**_located(evidence.span), "why": evidence.why} for evidence in origin.evidence],
        "absent": origin.absent,
        "witnesses": [
            {
                "start": witness.start,
                "end": witness.end,
                "witness": _located(witness.span),
                "text": witness.text,
                "verbatim": witness.verbatim,
            }
            for witness in origin.witnesses
        ],
    }


def claim_data(claim: Claim) -> dict[str, Any]:
    """One claim with its statements."""
    independence = claim.independence
    resting = claim.origins + (None,) * (len(claim.statements) - len(claim.origins))
    return {
        "id": claim.id,
        "text": claim.text,
        "standing": str(claim.standing) if claim.standing else None,
        "independent_origins": independence
        and {"min": independence.min, "max": independence.max, "why": independence.why},
        "why": claim.why,
        "statements": [
            {**statement_data(statement, origin), **({"point": _range(claim.points[i])} if claim.points else {})}
            for i, (statement, origin) in enumerate(zip(claim.statements, resting, strict=False))
        ],
    }


def statement_data(statement: Statement, origin: str | None) -> dict[str, Any]:
    """One statement and the origin that it rests on."""
    source = statement.source
    return {
        **_located(statement.span),
        "quote": statement.quote,
        "stance": str(statement.stance),
        "source": source
        and {
            "name": source.name,
            "kind": str(source.kind),
            **_optional(source.span),
            "entity": source.entity,
            "roles": list(source.roles),
        },
        "cue": statement.cue and _range(statement.cue),
        "origin": origin,
        "id": statement.id,
        "sentence": _range(statement.sentence),
        "pieces": [_range(piece) for piece in statement.pieces],
        "quoted": [_range(piece) for piece in statement.quoted],
        "via": list(statement.via),
        "stance_why": statement.stance_why,
        "whole": [_range(piece) for piece in statement.whole],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding with its sides."""
    judgement = finding.judgement
    return {
        "id": finding.id,
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "why": finding.why,
        "claims": list(finding.claims),
        "sides": [_side(side) for side in finding.sides],
        "weight": finding.weight,
        "judgement": judgement
        and {
            "verdict": judgement.verdict and str(judgement.verdict),
            "by": judgement.by,
            "when": judgement.when,
            "note": judgement.note,
        },
    }


def omission_data(omission: Omission) -> dict[str, Any]:
    """A claim that matters and that some accounts leave out."""
    return {
        "claim": omission.claim,
        "carried_by": list(omission.carried_by),
        "left_out_by": list(omission.left_out_by),
        "why": omission.why,
    }


def timeline_data(entry: TimelineEntry) -> dict[str, Any]:
    """One dated event."""
    when = _dating(entry)
    return {
        "when": when["when"],
        "text": entry.text,
        "statements": when["statements"],
        "differing": [_dating(other) for other in entry.differing],
    }


def _dating(one: Dating) -> dict[str, Any]:
    return {
        "when": {"value": one.value, "precision": one.precision},
        "statements": [_located(span) for span in one.spans],
    }


def failure_data(failure: Failure) -> dict[str, Any]:
    """One failure of the world."""
    return {"stage": failure.stage, "subject": failure.subject, "reason": failure.reason}


def _side(side: Side) -> dict[str, Any]:
    return {
        **_located(side.span),
        "quote": side.quote,
        "value": side.value,
        "focus": side.focus and _range(side.focus),
    }


def _located(span: Span) -> dict[str, Any]:
    return {"article": span.article, **_range(span)}


def _range(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _optional(span: Span | None) -> dict[str, int | None]:
    return {"start": span.start, "end": span.end} if span else {"start": None, "end": None}
