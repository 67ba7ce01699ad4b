"""A story made anew: its report from its articles and what people have decided, and the rows that people ask for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from firsthand.model import Article, Page, Story, StoryReport
from firsthand.store import articles as kept
from firsthand.store import events, retold, stories
from firsthand.store.clock import now
from firsthand.store.opening import Store
from firsthand.store.packing import packed, storable
from firsthand.store.stories import Dirty
from firsthand.store.values import KeptArticle
from firsthand.store.words import joined

from .arranging import arranged, signed
from .indexing import claim_row, find_rows, finding_row, said_rows, story_row
from .judging import Judged, decision_on, judged_in
from .stages import Stages
from .vectors import claim_vectors, signs_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from firsthand.stories.features import Features

REMEMBERED = 4000
"""Articles whose features, and pages whose text, stay in memory: those of stories that are growing."""


class Reteller:
    """Makes stories anew, and remembers what it has read of their articles."""

    def __init__(self, store: Store, stages: Stages, page: Callable[[str], Page]) -> None:
        self._store = store
        self._stages = stages
        self._furniture = lru_cache(maxsize=REMEMBERED)(lambda name: page(name).text)
        self._features: dict[str, Features] = {}

    def retell(self, dirty: Dirty) -> bool:
        """Make one story anew; False where it changed in the meantime, so that it is to be made once more."""
        with self._store.read() as connection:
            members = kept.members(connection, dirty.story)
            judged = judged_in(connection, dirty.story)
            known = retold.vectors_of(connection, dirty.story)
        if not members:
            with self._store.write() as connection:
                if stories.unmark(connection, dirty):
                    retold.remove_story(connection, dirty.story)
            return True
        report = self._report(dirty.story, members, judged)
        vectors = claim_vectors(report.claims, known, self._stages.embed)
        with self._store.write() as connection:
            if not stories.unmark(connection, dirty):
                return False
            self._write(connection, report, [one.article for one in members], judged, vectors)
        return True

    def _report(self, name: str, members: Sequence[KeptArticle], judged: Judged) -> StoryReport:
        own = {one.article.id: one.article for one in members}
        statements = {one.article.id: one.statements for one in members}
        pages = {article.page: self._furniture(article.page) for article in own.values()}
        story = self._story(name, list(own.values()))
        arrange = partial(arranged, held=judged.arranged, articles=story.articles)
        report = self._stages.report(story, own, statements, pages, judged.findings, arrange)
        return signed(report, judged.arranged)

    def _story(self, name: str, members: Sequence[Article]) -> Story:
        """The story as a value: its lasting id, its title, its event, and why each article is in it."""
        from firsthand.stories.describe import event_of, title_of
        from firsthand.stories.why import why_here

        features = [self._features_of(article) for article in members]
        placings = [why_here(one, features, ()) for one in features]
        return Story(
            id=name,
            title=title_of(members, features),
            articles=tuple(article.id for article in members),
            event=event_of(members, features),
            placings=tuple(one for one in placings if one.nearest),
        )

    def _features_of(self, article: Article) -> Features:
        found = self._features.pop(article.id, None) or self._stages.features(article)
        self._features[article.id] = found
        while len(self._features) > REMEMBERED:
            self._features.pop(next(iter(self._features)))
        return found

    def _write(
        self,
        connection: Connection,
        report: StoryReport,
        members: Sequence[Article],
        judged: Judged,
        vectors: Mapping[str, bytes],
    ) -> None:
        story, own = report.story.id, {article.id: article for article in members}
        said = said_rows(report, own)
        data = packed(report, StoryReport)
        row = story_row(report, members, judged.story)
        changed = retold.write_story(connection, row, data, hashlib.sha256(data).hexdigest(), now())
        claims = []
        for place, claim in enumerate(report.claims):
            decision = decision_on(claim, judged.claims)
            made = claim_row(story, place, claim, decision.verdict if decision else None)
            claims.append({**made, "vector": vectors[claim.id], "sense": signs_of(vectors[claim.id])})
        retold.write_claims(connection, story, claims)
        findings = [finding_row(story, one, dismissed=False) for one in report.findings]
        findings += [finding_row(story, one, dismissed=True) for one in report.dismissed]
        fresh = set(retold.write_findings(connection, story, findings))
        retold.write_said(connection, story, said, {one["source"]: joined(one["name"], *one["roles"]) for one in said})
        retold.write_finds(connection, story, find_rows(report, members, said))
        if changed:
            told = {"title": row["title"], "articles": row["articles"], "findings": row["findings"]}
            events.tell(connection, "story", story, told)
        for one in report.findings:
            if one.id in fresh:
                told = {"id": one.id, "kind": str(one.kind), "severity": str(one.severity), "why": storable(one.why)}
                events.tell(connection, "finding", story, told)
