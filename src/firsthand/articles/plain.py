"""Plain-text pages: what a scraper left of a page, or a wire text that never was one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from firsthand.model import Article, CreditKind, DateCandidate, Dateline, Furniture, Page, content_id
from firsthand.text.agencies import GENERIC, canonical

from .addresses import day_of_address
from .assembling import assemble
from .blocks import split_blocks, squeezed
from .body import Body, find_body
from .bounds import check_length, check_lines
from .bylines import author_note, is_name_line, outlet_of_note, outlets_in, people_in
from .credits import credits_of
from .datelines import read_dateline
from .dating import settle_dates
from .heads import byline_of, copyright_years, masthead, owner_of, publisher_line, section_of, subject_of
from .language import language_of
from .lines import Line, read_lines
from .segments import split_lines
from .stamps import dateline_date, fetch_years, shown_dates, stamps_in

NAMING = frozenset({"byline", "date", "publisher"})
"""Labels of lines that may name whose report it is."""
_TURN = re.compile(r"^[A-Z][A-Z .’'-]{1,40}:\s", re.MULTILINE)
TALK = 4
"""Turns of speakers that make a text the transcript of a talk."""
CLOSING = 40
"""Characters at the end of a text among which a closing credit stands."""


def read_plain(page: Page) -> list[Article]:
    """The articles of a plain-text page, in order."""
    check_length(page.text)
    blocks = split_blocks(page.text)
    check_lines(blocks)
    lines = read_lines(blocks)
    articles = []
    for start, end in split_lines(lines):
        body = find_body(lines[start:end])
        if body is not None:
            articles.append(compose(page, lines[start:end], body))
    return [article for article in articles if article is not None]


def compose(page: Page, lines: Sequence[Line], body: Body) -> Article | None:
    """One article from the lines of its part of a page."""
    made = assemble([lines[i].block for i in body.kept])
    if not made.text:
        return None
    dateline = dateline_of(made.text)
    beside = [(one.label, page.text[one.page_start : one.page_end]) for one in made.cuts]
    beside += [(body.labels[i], lines[i].text) for i in sorted(body.labels)]
    shown = publisher_line(lines, body.title)
    named = shown or masthead(lines, body.title) or owner_of(beside)
    credits = credits_of(made.text, dateline, _outlets_beside(beside, made.text, named), beside)
    closing = [c.name for c in credits if c.kind is CreditKind.AGENCY and (c.start or 0) > len(made.text) - CLOSING]
    publisher = named or _agency_of(dateline) or next(iter(closing), None)
    byline = _byline(lines, body) or author_note(made.text)
    title = lines[body.title].text if body.title is not None else subject_of(lines)
    dated = settle_dates(_dates(page, lines, body, made.cuts, dateline), page.fetched)
    return Article(
        id=content_id("art", page.id, made.spans[0].page_start, made.text),
        page=page.id,
        path=page.path,
        title=title if squeezed(title or "") != squeezed(publisher or "") else None,
        text=made.text,
        publisher=publisher,
        byline=byline if squeezed(byline or "") != squeezed(publisher or "") else None,
        language=language_of(made.text),
        dateline=dateline,
        published=dated.published,
        credits=credits,
        page_spans=made.spans,
        furniture=_furniture(lines, body, made.cuts),
        standfirst=_standfirst(lines, body, made.text),
        section=section_of(lines[: body.title or 0]),
        modified=dated.modified,
        dates=dated.candidates,
    )


def _dates(
    page: Page, lines: Sequence[Line], body: Body, cuts: Sequence[Furniture], dateline: Dateline | None
) -> list[DateCandidate]:
    """All that the page shows of the time of publication, in its lines, its address and the dateline."""
    found = list(shown_dates(lines, body.title, _lead_of(body), body.kept[-1] + 1, page.fetched))
    for cut in cuts:
        if cut.label == "date":
            found += stamps_in(page.text[cut.page_start : cut.page_end], page.fetched)
    address = day_of_address(page.url)
    found += [address] if address else []
    years = [int(one.value[:4]) for one in found if one.value[:4].isdigit()] or copyright_years(page.text)
    told = dateline_date(dateline.date, years or fetch_years(page.fetched)) if dateline else None
    return [*found, told] if told else found


def _standfirst(lines: Sequence[Line], body: Body, text: str) -> str | None:
    """The sentences between headline and lead that byline or date divide from the text."""
    if body.title is None:
        return None
    lead = _lead_of(body)
    marks = [i for i in range(body.title + 1, lead) if body.labels.get(i) in {"date", "byline"}]
    above = [i for i in body.kept if marks and body.title < i < marks[0]]
    return "\n".join(lines[i].text for i in above) or None


def _outlets_beside(beside: Sequence[tuple[str, str]], text: str, shown: str | None) -> list[str]:
    """Outlets that bylines and notes on authors name, the article's own publisher left out."""
    named = [name for label, line in beside if label in NAMING for name in outlets_in(line)]
    notes = [outlet_of_note(line) for label, line in beside if label == "byline"]
    # in the transcript of a talk, such a sentence presents the guest
    if len(_TURN.findall(text[:20_000])) < TALK:
        notes.append(outlet_of_note(text[-900:]))
    else:
        notes = []
    named += [name for name in notes if name]
    own = squeezed(canonical(shown or ""))
    return [name for name in named if not own or not own.endswith(squeezed(canonical(name)))]


def _agency_of(dateline: Dateline | None) -> str | None:
    """The agency whose copy an article is, if its dateline names one ("Agencies" names none)."""
    if dateline is None or dateline.agency is None or GENERIC.fullmatch(dateline.agency):
        return None
    return dateline.agency


def _byline(lines: Sequence[Line], body: Body) -> str | None:
    """The persons named above the lead, else in the lines below."""
    kept = set(body.kept)
    lead = _lead_of(body)
    head = [line for i, line in enumerate(lines[:lead]) if i not in kept and i != body.title]
    below = body.title + 1 if body.title is not None else 0
    signed = below and below + 1 < len(lines) and below not in kept and is_name_line(lines[below].text)
    named = people_in(lines[below].text) if signed and lines[below + 1].prose else []
    return byline_of(head, [lines[i] for i in sorted(body.labels) if i > lead]) or ", ".join(named) or None


def dateline_of(text: str) -> Dateline | None:
    """The dateline of the first paragraph that has one, among the first three; offsets in the text."""
    at = 0
    for paragraph in text.split("\n", 4)[:3]:
        found = read_dateline(paragraph)
        if found is not None:
            return Dateline(
                place=found.place, date=found.date, agency=found.agency, start=found.start + at, end=found.end + at
            )
        at += len(paragraph) + 1
    return None


def _lead_of(body: Body) -> int:
    """Where the lead is: past a standfirst that stands above byline and date."""
    return next((this for this, following in pairwise(body.kept) if following - this == 1), body.kept[-1])


def _furniture(lines: Sequence[Line], body: Body, cuts: Sequence[Furniture]) -> tuple[Furniture, ...]:
    found = [
        Furniture(label=label, page_start=lines[i].block.start, page_end=lines[i].block.end)
        for i, label in body.labels.items()
    ]
    return tuple(sorted((*found, *cuts), key=lambda one: (one.page_start, one.page_end, one.label)))
