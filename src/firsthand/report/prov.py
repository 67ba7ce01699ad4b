"""Where everything comes from, as W3C PROV: who wrote, said and passed on what.

| ours | PROV |
|---|---|
| article, origin, statement, finding | entity |
| claim | collection, whose members are its statements |
| publisher, cited person or office | agent; a document or post that is cited is an entity |
| b has its text from a (`a->b`) | wasDerivedFrom(b, a); wasQuotedFrom(b, a) where only quotations were taken |
| an origin stands behind an article or statement | hadPrimarySource(article, origin) |
| an origin is one of the articles | alternateOf(origin, article), and no hadPrimarySource of that one |
| a statement's words stand in an article | wasQuotedFrom(statement, article) |
| who says it | wasAttributedTo(statement, source), else the publisher where the article says it in its own voice |

An overlap whose direction is not known is not asserted at all. Of one that has a common origin, that origin is asserted
to stand behind both articles, and nothing of either article towards the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import TYPE_CHECKING, Any

from firsthand.model import (
    Article,
    Origin,
    OriginKind,
    Relation,
    Report,
    Source,
    SourceKind,
    Statement,
    StoryReport,
    content_id,
)

from .addresses import NAMESPACE, safe_id, web_uri
from .neutral import escaped_json, neutral
from .ninjs import child_and_parent, moment_of

if TYPE_CHECKING:
    from prov.model import ProvDocument

_PEOPLE = {
    SourceKind.PERSON: "prov:Person",
    SourceKind.ORGANISATION: "prov:Organization",
    SourceKind.OFFICE: "prov:Organization",
}
_THINGS = frozenset({SourceKind.DOCUMENT, SourceKind.POST})
"""Sources that say nothing themselves: what stands in them was put there by someone."""
_COPIES = frozenset({OriginKind.ARTICLE, OriginKind.AGENCY})
"""Origins that may be among the articles themselves."""
_MACHINE = "firsthand"


def as_prov(report: Report) -> str:
    """PROV-JSON."""
    return escaped_json(str(_Trace(report, str).document.serialize(format="json", indent=2))) + "\n"


def as_provn(report: Report) -> str:
    """PROV-N, for reading: characters that could steer a screen are shown as stand-ins, and not kept."""
    return _Trace(report, neutral).document.get_provn() + "\n"


class _Trace:
    """The document while it is put together. `said` is done to every text that comes from a page."""

    def __init__(self, report: Report, said: Callable[[str], str]) -> None:
        from prov.model import ProvDocument  # of no use to who wants another format

        self.document: ProvDocument = ProvDocument()
        self.document.add_namespace("fh", NAMESPACE)
        self._said = said
        self._known = {article.id: article for article in report.articles}
        self._agents: set[str] = set()
        self._agent(_MACHINE, "prov:SoftwareAgent", "Firsthand")
        for article in report.articles:
            self._article(article)
        for story in report.stories:
            self._story(story)

    def _article(self, article: Article) -> None:
        published = article.published
        self._entity(
            article.id,
            "fh:Article",
            article.title,
            url=web_uri(article.url),
            page=safe_id(article.page),
            path=article.path,
            language=article.language,
            published=moment_of(published) or (published.value if published else None),
        )
        if article.publisher:
            self.document.wasAttributedTo(_name(article.id), self._publisher(article))
        if article.byline:
            key = content_id("byline", article.publisher or article.id, article.byline)
            self._agent(key, None, article.byline, kind="byline")
            self.document.wasAttributedTo(_name(article.id), _name(key))

    def _publisher(self, article: Article) -> str:
        key = content_id("publisher", article.publisher)
        self._agent(key, "prov:Organization", article.publisher or "", kind="publisher")
        return _name(key)

    def _story(self, story: StoryReport) -> None:
        children = {child for overlap in story.lineage.overlaps if (child := child_and_parent(overlap)[0])}
        for origin in story.lineage.origins:
            self._origin(origin, children)
        for overlap in story.lineage.overlaps:
            child, parent = child_and_parent(overlap)
            if child in self._known and parent in self._known and overlap.relation is not Relation.SHARED_BOILERPLATE:
                quoted = overlap.relation is Relation.SHARED_QUOTES
                tell = self.document.wasQuotedFrom if quoted else self.document.wasDerivedFrom
                tell(_name(child), _name(parent), other_attributes=self._more(relation=str(overlap.relation)))
        origins = {origin.id for origin in story.lineage.origins}
        for claim in story.claims:
            self._entity(claim.id, "prov:Collection", claim.text, standing=claim.standing and str(claim.standing))
            self._made(claim.id)
            resting = claim.origins + (None,) * (len(claim.statements) - len(claim.origins))
            for statement, behind in zip(claim.statements, resting, strict=False):
                self._statement(story, statement, behind if behind in origins else None)
                self.document.hadMember(_name(claim.id), _name(statement.id))
        for finding in (*story.findings, *story.updates, *story.dismissed):
            self._entity(finding.id, "fh:Finding", finding.why, kind=str(finding.kind), severity=str(finding.severity))
            self._made(finding.id)
            for one in finding.claims:
                self.document.wasDerivedFrom(_name(finding.id), _name(one))

    def _origin(self, origin: Origin, children: Set[str]) -> None:
        """`children`: the articles that have text from another, as far as that is known."""
        self._entity(
            origin.id,
            "fh:Origin",
            origin.name,
            kind=str(origin.kind),
            absent="true" if origin.absent else "false",
            rebuilt=origin.text,
        )
        carriers = [one for one in origin.articles if one in self._known]
        firsts = [one for one in carriers if one not in children]
        own = firsts[0] if origin.kind in _COPIES and not origin.absent and len(firsts) == 1 else None
        if own:
            self.document.alternateOf(_name(origin.id), _name(own))
        for article in carriers:
            if article != own:
                self.document.hadPrimarySource(_name(article), _name(origin.id))

    def _statement(self, story: StoryReport, statement: Statement, origin: str | None) -> None:
        name, article = _name(statement.id), self._known.get(statement.span.article)
        self._entity(
            statement.id,
            "fh:Statement",
            statement.quote,
            stance=str(statement.stance),
            start=statement.span.start,
            end=statement.span.end,
            via=statement.via,
        )
        if article:
            self.document.wasQuotedFrom(name, _name(article.id))
        if origin:
            self.document.hadPrimarySource(name, _name(origin))
        if statement.source:
            self._source(story, statement.source, name)
        elif article and article.publisher:
            self.document.wasAttributedTo(name, self._publisher(article))

    def _source(self, story: StoryReport, source: Source, statement: str) -> None:
        key = content_id("source", story.story.id, source.entity or source.name)
        if source.kind in _THINGS:
            if key not in self._agents:
                self._agents.add(key)
                self._entity(key, "fh:Source", source.name, kind=str(source.kind))
            self.document.hadPrimarySource(statement, _name(key))
            return
        self._agent(key, _PEOPLE.get(source.kind), source.name, kind=str(source.kind))
        self.document.wasAttributedTo(statement, _name(key))

    def _made(self, name: str) -> None:
        self.document.wasAttributedTo(_name(name), _name(_MACHINE))

    def _agent(self, key: str, type_: str | None, label: str, **more: Any) -> None:
        if key not in self._agents:
            self._agents.add(key)
            self.document.agent(_name(key), list(self._attributes(type_, label, **more)))

    def _entity(self, name: str, type_: str, label: str | None, **more: Any) -> None:
        self.document.entity(_name(name), list(self._attributes(type_, label, **more)))

    def _attributes(self, type_: str | None, label: str | None, **more: Any) -> Iterator[tuple[Any, Any]]:
        if type_:
            yield "prov:type", self.document.valid_qualified_name(type_)
        if label is not None:
            yield "prov:label", self._said(label)
        yield from self._more(**more)

    def _more(self, **more: Any) -> list[tuple[Any, Any]]:
        pairs = [(key, one) for key, value in more.items() for one in (value if isinstance(value, tuple) else (value,))]
        return [
            (f"fh:{key}", self._said(one) if isinstance(one, str) else one) for key, one in pairs if one is not None
        ]


def _name(name: str) -> str:
    return f"fh:{safe_id(name)}"
