"""The origins of a story: what the articles name, what their common text shows, and what each has of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Direction, Evidence, Origin, OriginKind, Overlap, Relation, Span, content_id
from .credit import borrowed_credits, same_body, shown_publisher, text_credits
from .families import families_of
from .named import Cited
from .naming import copy_of, name_of, own_report, told_apart
from .rebuilding import rebuilt
from .story import Laid, Link, Place, links_at

CARRIED = (Relation.REPRINT, Relation.DERIVED)
MOST_EVIDENCE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrying:
    """Articles that carry one body of text in their own voice."""

    articles: tuple[int, ...]
    places: frozenset[Place]


def origins_of(
    laid: Laid, cited: Sequence[Cited], links: Sequence[Link], overlaps: Sequence[Overlap]
) -> tuple[Origin, ...]:
    """All origins: named ones first, then common texts, then the articles that stand alone."""
    at = links_at(links)
    named = [_named(laid, origin, at) for origin in cited]
    families = carrying(laid, cited, links)
    texts = [_common_text(laid, family, at, overlaps) for family in families]
    inside = {n for family in families for n in family.articles}
    alone = [_alone(laid, n) for n in range(len(laid.articles)) if n not in inside]
    merged = _merged([*named, *texts, *alone])
    titles = {a.id: a.title for a in laid.articles}
    first = [next((titles[a] for a in origin.articles if titles[a]), None) for origin in merged]
    names = told_apart([origin.name for origin in merged], first)
    return tuple(replace(origin, name=name) for origin, name in zip(merged, names, strict=True))


def carrying(laid: Laid, cited: Sequence[Cited], links: Sequence[Link]) -> list[Carrying]:
    """Families of articles joined by text that is theirs and not that of an origin they name."""
    taken = {place for origin in cited for place in origin.places}
    carried = {(p.a, p.b) for p in laid.pairs if p.relation in CARRIED}
    own = [k for k in links if (k.a[0], k.b[0]) in carried and k.a not in taken and k.b not in taken]
    groups = families_of(len(laid.articles), [(k.a[0], k.b[0]) for k in own])
    home = {n: g for g, group in enumerate(groups) for n in group}
    places: dict[int, set[Place]] = {}
    for link in own:
        places.setdefault(home[link.a[0]], set()).update((link.a, link.b))
    return [Carrying(articles=groups[g], places=frozenset(found)) for g, found in sorted(places.items())]


def _named(laid: Laid, cited: Cited, links: Mapping[Place, Sequence[Link]]) -> Origin:
    quotes = cited.kind in (OriginKind.PRESS_RELEASE, OriginKind.POST, OriginKind.SPEECH, OriginKind.HEARING)
    text, witnesses = rebuilt(laid, cited.places, links, attributed=cited.attributed, author=cited.author, alone=quotes)
    articles = _ids(laid, {n for n, _ in cited.places})
    present = cited.kind in (OriginKind.AGENCY, OriginKind.ARTICLE) and any(
        same_body(shown_publisher(a), cited.who) for a in laid.articles
    )
    present |= any(same_body(shown_publisher(laid.articles[n]), cited.outlet) for n, _ in cited.places)
    name = name_of(cited, " ".join(laid.articles[c.article].text[c.start : c.end] for c in cited.citations))
    evidence = tuple(
        Evidence(span=Span(laid.articles[c.article].id, c.start, c.end), why=f"names the {cited.kind.value}")
        for c in cited.citations[:MOST_EVIDENCE]
    )
    return Origin(
        id=content_id("origin", cited.kind, name, *articles), kind=cited.kind, name=name, articles=articles,
        text=None if present else text, evidence=evidence, witnesses=() if present else witnesses, absent=not present,
    )  # fmt: skip


def _common_text(
    laid: Laid, family: Carrying, links: Mapping[Place, Sequence[Link]], overlaps: Sequence[Overlap]
) -> Origin:
    members = [laid.articles[n] for n in family.articles]
    ids = _ids(laid, family.articles)
    kind, name, present, evidence = _author(laid, family, overlaps)
    text, witnesses = (None, ()) if present else rebuilt(laid, family.places, links)
    return Origin(
        id=content_id("origin", kind, name, *ids), kind=kind, name=name, articles=tuple(a.id for a in members),
        text=text, evidence=evidence, witnesses=tuple(witnesses), absent=not present,
    )  # fmt: skip


def _author(
    laid: Laid, family: Carrying, overlaps: Sequence[Overlap]
) -> tuple[OriginKind, str, bool, tuple[Evidence, ...]]:
    """Kind and name of a common text's origin, whether it is among the pages, and the words that say so."""
    members = [laid.articles[n] for n in family.articles]
    credits = [name for article in members for name in text_credits(article)]
    if credits:
        votes = [(sum(same_body(c, o) for o in credits), -n) for n, c in enumerate(credits)]
        name = credits[-max(votes)[1]]
        agency = any(a.dateline and same_body(a.dateline.agency, name) for a in members) or any(
            c.kind == "agency" and same_body(c.name, name) for a in members for c in a.credits
        )
        present = any(same_body(shown_publisher(a), name) for a in members)
        kind = OriginKind.AGENCY if agency else OriginKind.ARTICLE
        return kind, copy_of(name, agency=agency), present, _credit_evidence(laid, family, name)
    inside = {a.id for a in members}
    arrows = [o for o in overlaps if o.a in inside and o.b in inside and o.relation in CARRIED]
    targets = {o.b if o.direction is Direction.A_TO_B else o.a for o in arrows
               if o.direction in (Direction.A_TO_B, Direction.B_TO_A)}  # fmt: skip
    roots = [a for a in members if a.id not in targets]
    if targets and len(roots) == 1:
        return OriginKind.ARTICLE, own_report(roots[0]), True, ()
    return OriginKind.ARTICLE, "a common text that no article names", False, ()


def _credit_evidence(laid: Laid, family: Carrying, name: str) -> tuple[Evidence, ...]:
    found = []
    for number in family.articles:
        article = laid.articles[number]
        if article.dateline and same_body(article.dateline.agency, name):
            line = article.dateline
            found.append(Evidence(span=Span(article.id, line.start, line.end), why=f"its dateline names {name}"))
        found += [
            Evidence(span=Span(article.id, c.start, c.end), why=f"credits {name}")
            for c in article.credits
            if c.start is not None and c.end is not None and same_body(c.name, name)
        ]
    return tuple(found[:MOST_EVIDENCE])


def _alone(laid: Laid, number: int) -> Origin:
    """The origin of an article that shares no text: the agency it credits, else itself."""
    article = laid.articles[number]
    credits = borrowed_credits(article)
    line = article.dateline
    evidence: tuple[Evidence, ...] = ()
    if credits:
        agency = any(c.kind == "agency" and same_body(c.name, credits[0]) for c in article.credits) or (
            line is not None and same_body(line.agency, credits[0])
        )
        if line is not None and same_body(line.agency, credits[0]):
            span = Span(article.id, line.start, line.end)
            evidence = (Evidence(span=span, why=f"its dateline names {credits[0]}"),)
        kind, name = OriginKind.AGENCY if agency else OriginKind.ARTICLE, copy_of(credits[0], agency=agency)
        return Origin(id=content_id("origin", kind, name, article.id), kind=kind, name=name, articles=(article.id,),
                      text=None, evidence=evidence, witnesses=(), absent=True)  # fmt: skip
    name = own_report(article)
    return Origin(id=content_id("origin", OriginKind.ARTICLE, name, article.id), kind=OriginKind.ARTICLE, name=name,
                  articles=(article.id,), text=None, evidence=(), witnesses=(), absent=False)  # fmt: skip


def _merged(origins: Sequence[Origin]) -> list[Origin]:
    """The same origin reached by two ways is kept once: one id, or a report that is cited and whose text is here.

    An agency files several texts on one story: a citation is put to its text only where there is one.
    """
    seen: dict[str, Origin] = {}
    for origin in origins:
        seen.setdefault(origin.id, origin)
    kept = list(seen.values())
    for cited in [o for o in kept if o.kind in (OriginKind.AGENCY, OriginKind.ARTICLE) and o.evidence and o.absent]:
        alike = [o for o in kept if o is not cited and o.kind is cited.kind and o.name == cited.name]
        if len(alike) == 1 and cited in kept:
            kept[kept.index(alike[0])] = _joined(alike[0], cited)
            kept.remove(cited)
    return kept


def _joined(text: Origin, cited: Origin) -> Origin:
    """One origin of the two; the text is whichever was rebuilt first."""
    articles = tuple(sorted({*text.articles, *cited.articles}))
    main, other = (text, cited) if text.text or not cited.text else (cited, text)
    return replace(
        main, id=content_id("origin", main.kind, main.name, *articles), articles=articles,
        evidence=tuple(dict.fromkeys((*main.evidence, *other.evidence)))[:MOST_EVIDENCE],
        absent=text.absent and cited.absent,
    )  # fmt: skip


def _ids(laid: Laid, numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(laid.articles[n].id for n in sorted(set(numbers)))
