"""Stages without a model, for tests of what surrounds them: real articles, features and stories, and a report whose
claims are the sentences, joined where they are the same word for word."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from firsthand.articles.bounds import NoArticle
from firsthand.desk.stages import Arranging, Stages
from firsthand.findings.judged import judge
from firsthand.model import (
    Article,
    Claim,
    Finding,
    FindingKind,
    Independence,
    Judgement,
    Lineage,
    Page,
    Severity,
    Side,
    Source,
    SourceKind,
    Span,
    Stance,
    Standing,
    Statement,
    Story,
    StoryReport,
    content_id,
)
from firsthand.stories.features import features_of


def light_stages() -> Stages:
    return Stages(
        read=read,
        features=lambda article: features_of(article, embed),
        state=state,
        report=report,
        embed=embed,
    )


def embed(sentences: Sequence[str]) -> npt.NDArray[np.float32]:
    """A direction for each word, summed: sentences with the same words point the same way."""
    rows = np.zeros((len(sentences), 384), dtype=np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        for word in sentence.lower().split() or ["-"]:
            seed = int.from_bytes(hashlib.sha256(word.encode("utf-8", "replace")).digest()[:4], "big")
            row += np.random.default_rng(seed).standard_normal(384).astype(np.float32)
        row /= np.linalg.norm(row)
    return rows


def read(page: Page) -> tuple[Article, ...]:
    """An article for each part of a page: a headline, an outlet in brackets, and the text."""
    parts = [part.strip() for part in page.text.split("\n\n\n") if part.strip()]
    made = [_article(page, part) for part in parts if part.count("\n") >= 2]
    if not made:
        raise NoArticle("no headline with a text under it")
    return tuple(made)


def _article(page: Page, part: str) -> Article:
    title, publisher, text = part.split("\n", 2)
    return Article(
        id=content_id("art", page.id, title, text),
        page=page.id,
        path=page.path,
        title=title,
        text=text,
        publisher=publisher.strip("[]"),
        byline=None,
        language="en",
        dateline=None,
        published=None,
        credits=(),
        page_spans=(),
    )


def state(article: Article) -> tuple[Statement, ...]:
    """One statement a line; "Ada Holm: ..." has a source."""
    made, at = [], 0
    for line in article.text.split("\n"):
        span = Span(article.id, at, at + len(line))
        name, colon, _ = line.partition(": ")
        source = Source(name=name, kind=SourceKind.PERSON, key=name, span=None, entity=name) if colon else None
        made.append(
            Statement(
                id=content_id("statement", article.id, at),
                span=span,
                quote=line,
                sentence=span,
                stance=Stance.REPORTS if source else Stance.ASSERTS,
                source=source,
                cue=None,
                pieces=(),
                quoted=(),
            )
        )
        at += len(line) + 1
    return tuple(made)


def report(
    story: Story,
    articles: Mapping[str, Article],
    statements: Mapping[str, tuple[Statement, ...]],
    pages: Mapping[str, str],
    judgements: Mapping[str, Judgement],
    arrange: Arranging,
) -> StoryReport:
    """Claims by their words, and a finding for every two claims that differ in a last word alone."""
    groups: dict[str, list[Statement]] = {}
    for article in story.articles:
        for statement in statements[article]:
            groups.setdefault(statement.quote, []).append(statement)
    made = tuple(
        Claim(
            id=content_id("claim", *sorted(one.id for one in group)),
            text=quote,
            statements=tuple(group),
        )
        for quote, group in groups.items()
    )
    claims = tuple(
        replace(
            claim,
            standing=Standing.SINGLE_ORIGIN if len(claim.statements) > 1 else Standing.SINGLE_ARTICLE,
            independence=Independence(min=1, max=len(claim.statements), why="counted by hand"),
            why="counted by hand",
        )
        for claim in arrange(made)
    )
    findings = [
        _finding(one, two)
        for i, one in enumerate(claims)
        for two in claims[i + 1 :]
        if one.text.rpartition(" ")[0] == two.text.rpartition(" ")[0]
    ]
    standing, dismissed = judge(findings, judgements)
    return StoryReport(
        story=story,
        lineage=Lineage(overlaps=(), origins=(), independence=Independence(min=1, max=len(articles), why="")),
        claims=claims,
        findings=standing,
        timeline=(),
        dismissed=dismissed,
    )


def _finding(one: Claim, two: Claim) -> Finding:
    sides = tuple(
        Side(span=claim.statements[0].span, quote=claim.text, value=claim.text.rpartition(" ")[2])
        for claim in (one, two)
    )
    return Finding(
        id=content_id("finding", one.id, two.id),
        kind=FindingKind.NUMBER,
        severity=Severity.MAJOR,
        why=f"{sides[0].value} or {sides[1].value}?",
        claims=(one.id, two.id),
        sides=sides,
        weight=0.5,
    )
