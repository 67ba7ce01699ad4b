"""Invented articles of one event, sixty or any number: for drawings and tables that must stay readable, and for what
must not grow faster than they do."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from firsthand.model import (
    Article,
    Claim,
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

from .building import article, at, claim, evidence, finding, page, passage, said, side, witness

_RIVERS = ("Aune", "Brisk", "Corrow", "Dell", "Esker", "Fallow")
_PAPERS = ("Herald", "Times", "Observer", "Post", "Chronicle", "Mail", "Argus", "Sentinel", "Echo", "Star")
_LEAD = "The dam above Upper Tarn was opened on Sunday night after three days of rain, the water board said."
_QUOTE = "“We had no choice but to let the water go,” said its director, Hanna Lieb."
_WIRES = ("Northwire", "Tidings Agency", "Inland Press")


@cache
def crowd_report(size: int = 60) -> Report:
    """One story of so many articles, ten or more."""
    articles = tuple(_article(at) for at in range(size))
    return Report(
        pages=tuple(page(one.path) for one in articles), articles=articles, stories=(_story(articles),), failures=()
    )


def _article(number: int) -> Article:
    river, paper = _RIVERS[number // 10 % 6], _PAPERS[number % 10]
    homes = 210 if number % 7 else 180
    wire = f" ({_WIRES[number % 3]})" if number % 4 == 0 else ""
    own = f"In the {river} valley a school was opened for those who had to leave. Shop number {number + 1} stayed dry."
    lead = _LEAD if number % 5 < 3 else f"Water from the Upper Tarn dam reached the {river} valley on Monday."
    text = f"UPPER TARN{wire}: {lead}\nAbout {homes} homes were cleared before dawn.\n"
    text += f"{_QUOTE}\n{own}" if number % 2 else own
    title = f"Dam opened above Upper Tarn, {homes} homes cleared along the {river}"
    return article(f"tarn/{number:02}.txt", title, text, f"{river} {paper}" if number % 9 else None, "2023-10-02")


def _story(articles: tuple[Article, ...]) -> StoryReport:
    lead = [one for one in articles if _LEAD in one.text]
    quoting = [one for one in articles if _QUOTE in one.text]
    claims = _claims(articles, lead, quoting)
    more, fewer = articles[1], articles[7]
    return StoryReport(
        story=Story(
            id="story-tarn",
            title="Dam opened above Upper Tarn",
            articles=tuple(one.id for one in articles),
            event=Event(date="2023-10-01", place="Upper Tarn"),
        ),
        lineage=Lineage(
            overlaps=_overlaps(lead, quoting),
            origins=_origins(articles, quoting),
            independence=Independence(min=3, max=17, why="Three agencies are credited; most articles name no one."),
        ),
        claims=claims,
        findings=(
            finding(
                FindingKind.NUMBER,
                Severity.MAJOR,
                "About 210 homes in most accounts, about 180 in nine.",
                0.9,
                [
                    side(more, "About 210 homes were cleared", "about 210 homes", "210"),
                    *(side(one, "About 180 homes were cleared", "about 180 homes", "180") for one in articles[::7]),
                    side(fewer, "About 180 homes were cleared before dawn", "about 180 homes", "180"),
                ],
                claims[:1],
            ),
        ),
        timeline=(),
    )


def _claims(articles: tuple[Article, ...], lead: list[Article], quoting: list[Article]) -> tuple[Claim, ...]:
    homes = [said(one, "homes were cleared before dawn") for one in articles]
    opened = [
        said(one, _LEAD[:-22], stance=Stance.REPORTS, source="the water board", cue="the water board said")
        for one in lead
    ]
    choice = [
        said(one, "We had no choice but to let the water go", stance=Stance.REPORTS, source="Hanna Lieb")
        for one in quoting
    ]
    dry = [said(one, f"Shop number {at + 1} stayed dry") for at, one in enumerate(articles)]
    return (
        claim("About 210 homes were cleared.", Standing.DISCREPANT, (3, 17), homes),
        claim("The dam was opened on Sunday night.", Standing.SINGLE_ORIGIN, (1, 1), opened),
        claim("The director says there was no choice.", Standing.SINGLE_ORIGIN, (1, 1), choice),
        *(
            claim(f"Shop number {at + 1} stayed dry.", Standing.SINGLE_ARTICLE, (1, 1), [one])
            for at, one in enumerate(dry)
        ),
    )


def _overlaps(lead: list[Article], quoting: list[Article]) -> tuple[Overlap, ...]:
    copies = [
        Overlap(
            a=lead[at // 4 * 4].id,
            b=lead[at].id,
            relation=Relation.DERIVED if at % 3 else Relation.REPRINT,
            share_a=0.3 + at / 100,
            share_b=0.4 + at / 100,
            direction=Direction.A_TO_B if at % 5 else Direction.UNKNOWN,
            passages=(passage(lead[at // 4 * 4], lead[at], _LEAD),),
            why="The first paragraph is the same.",
        )
        for at in range(len(lead))
        if at % 4
    ]
    quotes = [
        Overlap(
            a=one.id,
            b=other.id,
            relation=Relation.SHARED_QUOTES,
            share_a=0.2,
            share_b=0.2,
            direction=Direction.COMMON,
            passages=(passage(one, other, _QUOTE),),
            why="Both quote the director.",
        )
        for one, other in pairwise(quoting)
    ]
    return (*copies, *quotes)


def _origins(articles: tuple[Article, ...], quoting: list[Article]) -> tuple[Origin, ...]:
    wires = [
        Origin(
            id=f"origin-{wire}",
            kind=OriginKind.AGENCY,
            name=wire,
            articles=tuple(one.id for one in articles if wire in one.text),
            text=None,
            evidence=tuple(evidence(one, wire, "the dateline credits it") for one in articles if wire in one.text),
            witnesses=(),
            absent=True,
        )
        for wire in _WIRES
    ]
    words = Origin(
        id="origin-words",
        kind=OriginKind.SPEECH,
        name="Hanna Lieb before the press, at the dam on Monday morning",
        articles=tuple(one.id for one in quoting),
        text=_QUOTE,
        evidence=(evidence(quoting[0], "said its director, Hanna Lieb", "names her"),),
        witnesses=tuple(witness(_QUOTE, _QUOTE, one, _QUOTE, 1.0) for one in quoting),
        absent=True,
    )
    return (*wires, words, *(_valley(articles, at) for at in range(min(5, len(articles) // 10))))


def _valley(articles: tuple[Article, ...], number: int) -> Origin:
    one = articles[number * 10 + 3]
    found = at(one, f"In the {_RIVERS[number]} valley a school was opened")
    return Origin(
        id=f"origin-valley-{number}",
        kind=OriginKind.ARTICLE,
        name=f"{one.publisher}",
        articles=tuple(other.id for other in articles[number * 10 + 3 : number * 10 + 7]),
        text=None,
        evidence=(evidence(one, one.text[found.start : found.end], "has it first"),),
        witnesses=(),
        absent=False,
    )
