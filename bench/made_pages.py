"""Made pages of news: events that never were, told by several outlets, some word for word, as HTML or WARC.

Everything is drawn from one seed: names and places of syllables, sentences of a small grammar, sizes of stories by a
power law (most events have one account). A third of the accounts of an event are reprints of an earlier one with
another headline and now and then a sentence less; the others tell its facts in their own order. Each page has
the furniture of a page: navigation, related headlines, a newsletter box, a footer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SYLLABLES = "ba cor den el fa gri hal im jo ket lu mar nor os pel qua ren sta tor ul ven wis yor zan ble dra ney ster"
KINDS = {
    "fire": ("A fire destroyed {thing} in {place}", "firefighters", "The blaze began in {detail}"),
    "strike": ("Workers at {thing} in {place} walked out", "pickets", "The dispute is over {detail}"),
    "verdict": ("A court in {place} convicted the owner of {thing}", "witnesses", "The case turned on {detail}"),
    "flood": ("Flood water closed {thing} in {place}", "volunteers", "The river rose after {detail}"),
    "sale": ("The council of {place} agreed to sell {thing}", "residents", "Opponents pointed to {detail}"),
    "find": ("Divers found a wreck near {thing} off {place}", "researchers", "The find was owed to {detail}"),
}
THINGS = "the old cannery|the ferry terminal|the grain store|the tram depot|the glass works|the covered market|the mill"
DETAILS = (
    "a faulty boiler on the second floor|a change to the night shift|a letter that was never sent|three days of rain|"
    "the price of the land beside the railway|a survey made for a cable|a pump that nobody had tested|unpaid overtime"
)
OPENERS = "On {day}, |By {day} evening, |Early on {day}, |Officials said that on {day} "
FILLERS = (
    "{mayor}, the mayor, said the town would not forget the help of its neighbours.|"
    "{number} {crowd} were there within the hour, according to {chief}.|"
    "“We did what we could with what we had,” {chief} told reporters.|"
    "It was not known when {thing} would open again.|"
    "{chief} put the cost at {cost} million crowns, a figure that {mayor} called too low.|"
    "Roads around {place} stayed closed until the afternoon.|"
    "A hearing has been called for next month, and {mayor} is to attend it.|"
    "Nobody could say why the warnings of {number} people had gone unread.|"
    "The last event of the kind was {years} years ago, when {other} was hit.|"
    "People in {other}, {number} kilometres away, offered rooms and blankets.|"
    "{detail_sentence}, {chief} said, and it took {hours} hours to see how far it went.|"
    "The {kind} is the third since the spring, a count that {mayor} disputes."
)


@dataclass(frozen=True, slots=True)
class Made:
    """One account: the event it tells, its address, its day, and its page."""

    event: str
    url: str
    day: date
    title: str
    text: str
    reprint: bool

    def html(self) -> str:
        paragraphs = "".join(f"<p>{line}</p>\n" for line in self.text.splitlines())
        links = "".join(f'<li><a href="/{n}">Section {n} of the paper</a></li>' for n in range(40))
        more = "".join(f'<li><a href="/s/{n}">Story number {n} that others read</a></li>' for n in range(12))
        return (
            f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{self.title}</title>"
            f'<meta property="og:title" content="{self.title}">'
            f'<meta property="article:published_time" content="{self.day.isoformat()}T09:00:00+00:00">'
            f"<style>{'.a{margin:0;padding:0}' * 200}</style></head><body><nav><ul>{links}</ul></nav>"
            f"<main><article><h1>{self.title}</h1>{paragraphs}</article></main>"
            f"<aside><h2>Most read</h2><ul>{more}</ul><p>Sign up for our newsletter to get the news first.</p></aside>"
            f"<footer>All rights reserved. Contact the newsroom. Terms and privacy.</footer></body></html>"
        )


class World:
    """Where names come from."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.syllables = SYLLABLES.split()

    def name(self) -> str:
        return "".join(self.random.choices(self.syllables, k=self.random.randint(2, 3))).capitalize()

    def event(self, number: int, day: date) -> Iterator[Made]:
        """All accounts of one event."""
        kind, (happened, crowd, detail) = self.random.choice(sorted(KINDS.items()))
        facts = {
            "place": self.name(), "other": self.name(), "thing": self.random.choice(THINGS.split("|")), "crowd": crowd,
            "chief": f"{self.name()} {self.name()}", "mayor": f"{self.name()} {self.name()}",
            "number": str(self.random.randint(12, 90)), "cost": str(self.random.randint(2, 99)), "kind": kind,
            "years": str(self.random.randint(3, 60)), "hours": str(self.random.randint(2, 11)),
            "day": f"{day:%A}", "detail": self.random.choice(DETAILS.split("|")),
        }  # fmt: skip
        facts["detail_sentence"] = detail.format(**facts)
        facts["own"] = " ".join(self.name().lower() + self.name().lower() for _ in range(30))
        told: list[Made] = []
        for account in range(min(60, int(self.random.paretovariate(1.1)))):
            reprint = bool(told) and self.random.random() < 0.33
            text = self._reprint(told) if reprint else self._told(happened, facts)
            title = happened.format(**facts) + self.random.choice(("", f", says {facts['mayor']}", ": what is known"))
            url = f"https://{self.name().lower()}.example/{number}-{account}"
            later = day + timedelta(days=self.random.choice((0, 0, 0, 1)))
            told.append(Made(f"event-{number}", url, later, title, text, reprint))
        yield from told

    def _told(self, happened: str, facts: dict[str, str]) -> str:
        fillers = FILLERS.split("|")
        order = self.random.sample(fillers, self.random.randint(6, len(fillers)))
        own = facts["own"].split()
        first = self.random.choice(OPENERS.split("|")).format(**facts) + happened.format(**facts)[0].lower()
        lines = [first + happened.format(**facts)[1:] + ".", *(self._line(line.format(**facts), own) for line in order)]
        return "\n".join(line[0].upper() + line[1:] for line in lines)

    def _line(self, line: str, own: list[str]) -> str:
        """A sentence of the grammar and one of words that only this event has, in an order of the account's own."""
        return f"{line} {' '.join(self.random.sample(own, self.random.randint(8, 14))).capitalize()}."

    def _reprint(self, told: list[Made]) -> str:
        lines = self.random.choice(told).text.splitlines()
        return "\n".join(lines if self.random.random() < 0.7 else lines[:-1])


def made(count: int, seed: int = 7) -> list[Made]:
    """So many accounts of events on following days, in an order of arrival that mixes them."""
    world = World(seed)
    found: list[Made] = []
    number = 0
    while len(found) < count:
        found += world.event(number, date(2024, 1, 1) + timedelta(days=number // 40))
        number += 1
    world.random.shuffle(found)
    return found[:count]


def write_warc(pages: list[Made], path: Path) -> None:
    """The pages as a crawl keeps them."""
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for page in pages:
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            when = f"{page.day.isoformat()}T10:00:00Z"
            record = writer.create_warc_record(
                page.url, "response", payload=BytesIO(page.html().encode()), http_headers=head,
                warc_headers_dict={"WARC-Date": when, "WARC-Record-ID": f"<urn:uuid:{page.url}>"},
            )  # fmt: skip
            writer.write_record(record)
