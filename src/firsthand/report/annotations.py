"""Every span as a W3C Web Annotation (JSON-LD): a collection that annotation servers and clients can take in.

Positions count code points of the article's canonical text. That text is in the collection, too: one annotation of each
article has it as its body, so that whoever receives the file can resolve all others without asking us.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from firsthand.model import (
    Article,
    Claim,
    Finding,
    Origin,
    Overlap,
    Report,
    Span,
    Statement,
    StoryReport,
    content_id,
)

from .addresses import NAMESPACE, uri_of, web_uri
from .json import encoded
from .selectors import target

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
Data = dict[str, Any]


def as_annotations(report: Report) -> str:
    """One `AnnotationCollection` with all annotations on its first and only page."""
    items = list(_Spans(report).annotations(report))
    name = NAMESPACE + content_id("annotations", *(story.story.id for story in report.stories))
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Firsthand: what stands in the articles, and where",
        "creator": {"id": uri_of("firsthand"), "type": "Software", "name": "Firsthand"},
        "total": len(items),
        "first": {"id": f"{name}:1", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items},
    }
    return encoded(collection, indent=1)


class _Spans:
    """The annotations of one report: one for each span and each thing that is said of it."""

    def __init__(self, report: Report) -> None:
        self._articles = {article.id: article for article in report.articles}
        urls = {page.id: page.url for page in report.pages}
        self._addresses = {one.id: web_uri(one.url) or web_uri(urls.get(one.page)) for one in report.articles}
        self._made: dict[str, Data] = {}
        self._had: set[tuple[str, str]] = set()

    def annotations(self, report: Report) -> Iterator[Data]:
        for article in report.articles:
            yield _text_of(article)
            self._head(article)
        for story in report.stories:
            self._story(story)
        yield from self._made.values()

    def _head(self, article: Article) -> None:
        for credit in article.credits:
            if credit.start is not None and credit.end is not None:
                span = Span(article.id, credit.start, credit.end)
                named = (_said(credit.name, "identifying"), _tag(str(credit.kind)))
                self._add("identifying", span, "credit", credit.name, str(credit.kind), bodies=named)
        line = article.dateline
        if line and (line.place or line.date or line.agency):
            bodies = tuple(_said(one, "identifying") for one in (line.place, line.date, line.agency) if one)
            self._add("identifying", Span(article.id, line.start, line.end), "dateline", bodies=bodies)

    def _story(self, story: StoryReport) -> None:
        for claim in story.claims:
            for statement in claim.statements:
                self._statement(claim, statement)
        for state, findings in (("", story.findings), ("update", story.updates), ("judged wrong", story.dismissed)):
            for finding in findings:
                self._finding(finding, state)
        for overlap in story.lineage.overlaps:
            self._passages(overlap)
        for origin in story.lineage.origins:
            self._origin(origin)
        for entry in story.timeline:
            for one in (entry, *entry.differing):
                bodies = (_said(entry.text, "describing"), _tag(one.value))
                for span in one.spans:
                    self._add("describing", span, "time", one.value, entry.text, bodies=bodies)

    def _statement(self, claim: Claim, statement: Statement) -> None:
        tag = _tag(str(statement.stance))
        bodies = (_about(claim.id), _said(claim.text, "describing"), tag)
        self._add("classifying", statement.span, "statement", claim.id, bodies=bodies)
        if statement.source and statement.source.span:
            source = statement.source
            named = (_said(source.name, "identifying"), _tag(str(source.kind)))
            self._add("identifying", statement.source.span, "source", source.name, bodies=named)
        if statement.cue:
            self._add("tagging", statement.cue, "cue", bodies=(tag,))

    def _finding(self, finding: Finding, state: str) -> None:
        tags = tuple(_tag(one) for one in (str(finding.kind), str(finding.severity), state) if one)
        for side in finding.sides:
            bodies = (_about(finding.id), _said(finding.why, "commenting"), _said(side.value, "describing"), *tags)
            self._add("commenting", side.span, "side", finding.id, bodies=bodies)
            if side.focus:
                self._add("highlighting", side.focus, "focus", finding.id, bodies=(_about(finding.id),))

    def _passages(self, overlap: Overlap) -> None:
        relation = str(overlap.relation)
        for passage in overlap.passages:
            for here, there in ((passage.a, passage.b), (passage.b, passage.a)):
                if self._knows(there):
                    other = NAMESPACE + _name(there, "passage", relation)
                    bodies = ({"type": "SpecificResource", "source": other, "purpose": "linking"}, _tag(relation))
                    self._add("linking", here, "passage", relation, bodies=bodies)

    def _origin(self, origin: Origin) -> None:
        about = _about(origin.id, "linking")
        for evidence in origin.evidence:
            bodies = (about, _said(evidence.why, "describing"))
            self._add("linking", evidence.span, "evidence", origin.id, bodies=bodies)
        for witness in origin.witnesses:
            place = {"type": "TextPositionSelector", "start": witness.start, "end": witness.end}
            self._add("linking", witness.span, "witness", origin.id, bodies=({**about, "selector": place},))

    def _knows(self, span: Span) -> bool:
        article = self._articles.get(span.article)
        return article is not None and max(0, span.start) < min(span.end, len(article.text))

    def _add(self, motivation: str, span: Span, *what: str, bodies: Sequence[Data]) -> None:
        """Say something of a span. What is said of it again, in the same matter (`what`), comes to what was said
        before; a body that is there already is not repeated."""
        article = self._articles.get(span.article)
        name = _name(span, *what)
        if name not in self._made:
            aim = article and target(article, span, self._addresses[span.article])
            if aim is None:
                return
            head = {"id": NAMESPACE + name, "type": "Annotation", "motivation": motivation}
            self._made[name] = {**head, "body": [], "target": aim}
        for body in bodies:
            if (name, key := repr(body)) not in self._had:
                self._had.add((name, key))
                self._made[name]["body"].append(body)


def _name(span: Span, *what: str) -> str:
    return content_id("annotation", span.article, span.start, span.end, *what)


def _text_of(article: Article) -> Data:
    body = {**_said(article.text, "describing"), "language": article.language}
    name = NAMESPACE + content_id("annotation", "text", article.id)
    aim = {"id": uri_of(article.id), "type": "Text", "format": "text/plain"}
    return {"id": name, "type": "Annotation", "motivation": "describing", "body": [body], "target": aim}


def _said(value: str, purpose: str) -> Data:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _tag(value: str) -> Data:
    return {"type": "TextualBody", "value": value, "purpose": "tagging"}


def _about(name: str, purpose: str = "classifying") -> Data:
    """A claim, finding or origin by its URI: what it is stands in the report and the claims sidecar."""
    return {"type": "SpecificResource", "source": uri_of(name), "purpose": purpose}
