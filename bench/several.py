"""Pages of several articles, composed: where each begins and ends, as text and as HTML.

    python bench/several.py [../shared] [--half dev|held-out] [--form text|html] [--worst N]

Bodies come from the lineage bench (as scraped, furniture inside them included) and from the stories; publishers,
bylines, dates and all that stands around and between are written here. Sources are dealt out to two halves before
anything is composed, so no article of the held-out half was seen while the rules were written. A page has one to five
articles in one of seven layouts, with teasers, related lists, comments, share lines and sign-up boxes between them.

A start is right where the article's text begins with the body's first 25 letters (after 200 letters at most, so that
a headline kept is forgiven), an end where no more than 60 letters follow the body's last 25: the rule of the lineage
bench. F1 counts starts and ends together; an article too many or too few is two boundaries wrong.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, Page

SHARED = Path(__file__).resolve().parents[2] / "shared"
PAGES = 150
SEEDS = {"dev": 20260, "held-out": 41507}
SMALL = frozenset("a an and as at but by for from in into of off on or over the to up via with is".split())  # noqa: SIM905


@dataclass(frozen=True)
class Piece:
    """One paragraph or line of a composed page."""

    kind: str
    text: str


@dataclass
class Composed:
    """A page and the bodies on it."""

    layout: str
    pieces: list[Piece] = field(default_factory=list)
    bodies: list[tuple[str, ...]] = field(default_factory=list)


def squeezed(text: str) -> str:
    return "".join(ch.lower() for ch in text if ch.isalnum())


# sources


@dataclass(frozen=True)
class Source:
    """An article's headline and the paragraphs of its body."""

    title: str
    body: tuple[str, ...]


def lineage_sources(folder: Path) -> Iterator[Source]:
    """Bodies within their labelled limits; the headline is the line above that shares most words with the lead."""
    for label in json.loads((folder / "articles.json").read_text("utf-8")):
        parts = [part.strip() for part in (folder / "articles" / label["file"]).read_text("utf-8").split("###")]
        start, end = squeezed(label.get("body_start_quote") or "?"), squeezed(label.get("body_end_quote") or "?")
        first = next((i for i, part in enumerate(parts) if start and start in squeezed(part)), None)
        last = next((i for i in reversed(range(len(parts))) if end and end in squeezed(parts[i])), None)
        if first is None or last is None or first >= last:
            continue
        body = tuple(part for part in parts[first : last + 1] if part)
        if squeezed(body[0]).startswith(start[:20]) and squeezed(body[-1]).endswith(end[-20:]):
            yield Source(shown_title(parts[:first], body) or "", body)


def story_sources(folder: Path) -> Iterator[Source]:
    for path in sorted(folder.glob("*/articles/*.txt")):
        if path.parents[1].name == "qingdao":
            continue
        parts = [part.strip() for part in path.read_text("utf-8").split("\n") if part.strip()]
        first = next(
            (i for i, part in enumerate(parts) if re.search(r"[.!?][\"”’')]*$", part) and part.count(" ") > 8), 0
        )
        title = (
            parts[first - 1]
            if first and 4 <= len(parts[first - 1].split()) <= 18 and not stamped(parts[first - 1])
            else ""
        )
        yield Source(title, tuple(parts[first:]))


def stamped(text: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d\b|\d[/:]\d\d|\bupdated\b", text, re.IGNORECASE))


def shown_title(above: list[str], body: tuple[str, ...]) -> str | None:
    about = {word.lower() for part in body[:3] for word in re.findall(r"\w{4,}", part)}
    best, share = None, 0.3
    for part in above:
        words = [word.lower() for word in re.findall(r"\w{4,}", part)]
        if 4 <= len(part.split()) <= 18 and not part.endswith(".") and words:
            own = sum(word in about for word in words) / len(words)
            best, share = (part, own) if own > share else (best, share)
    return best


def sources(shared: Path, half: str) -> list[Source]:
    found = [*lineage_sources(shared / "bench" / "lineage"), *story_sources(shared / "stories")]
    found = [one for one in found if sum(len(part.split()) for part in one.body) >= 90]
    random.Random(7).shuffle(found)
    return found[::2] if half == "dev" else found[1::2]


# what stands around


def spoken(body: tuple[str, ...]) -> str:
    """The first paragraph that is more than a speaker's name."""
    return next((part for part in body if part.count(" ") > 5), body[0])


def headline(rng: random.Random, source: Source) -> str:
    """The article's own headline; where none is known, some of the words of its lead, as a desk would cut it."""
    text = source.title
    if not text:
        lead = re.sub(r"^.{0,60}?(?:\([A-Z][A-Za-z ]+\)|[A-Z]{3,})\s*[-—–:]+\s*", "", spoken(source.body))
        words = [word for word in re.findall(r"[\w$%'’.-]+", lead)[:20] if rng.random() < 0.7][: rng.randint(6, 11)]
        while len(words) > 4 and (words[-1].lower() in SMALL or len(words[-1]) < 3):
            words = words[:-1]
        text = " ".join(words).rstrip(".,-")
    if rng.random() < 0.4:
        text = " ".join(w if w in SMALL and k else w[:1].upper() + w[1:] for k, w in enumerate(text.split()))
    return text


FIRST = "Ada Ben Clara David Erin Farid Grace Hugo Kira Liam Mona Noor Otis Petra Quinn Rosa Sven Tara".split()  # noqa: SIM905
LAST = "Aldous Brandt Castillo Dimitrov Eriksen Fontaine Gupta Halloran Jansen Kowalski Moreau".split()  # noqa: SIM905
PLACES = "Lakemont Westbrook Harrow Eastfield Pinecrest Stanmore Oakhaven Redcliff Millbrook".split()  # noqa: SIM905
NOUNS = "Herald Times Gazette Post Tribune Courier Observer Daily News Chronicle".split()  # noqa: SIM905
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
MENU = "Home World Politics Business Sport Opinion Culture Weather Video Subscribe Search".split()  # noqa: SIM905
TEASED = (
    "Council approves new {p} harbour plan after two years of talks",
    "{p} Bakers Win National Prize For Their Rye Bread",
    "Five things to know about the {p} tram extension",
    "Storm warning for {p} as river levels rise again",
    "Why {p} schools are starting an hour later",
    "Review: a quiet film about a loud family in {p}",
    "{p} United sack coach after third defeat in a row",
    "Dozens of flights delayed at {p} after computer failure",
)
SUMMARY = (
    "The decision was taken late on Tuesday and will cost the town about two million.",
    "Residents have complained about the noise for years, and now somebody has listened.",
    "It was the third such case this month, officials said.",
)
REMARKS = (
    "I have lived here for twenty years and nobody ever asked us.",
    "Great article, thanks for keeping at it!",
    "This is what happens when nobody reads the small print. Just my two cents.",
)


class Writer:
    """Writes the pieces of one page."""

    def __init__(self, rng: random.Random, layout: str) -> None:
        self.rng = rng
        self.page = Composed(layout)

    def add(self, kind: str, *texts: str) -> None:
        self.page.pieces += [Piece(kind, text) for text in texts]

    def outlet(self) -> str:
        return f"{self.rng.choice(('', '', 'The '))}{self.rng.choice(PLACES)} {self.rng.choice(NOUNS)}"

    def person(self) -> str:
        return f"{self.rng.choice(FIRST)} {self.rng.choice(LAST)}"

    def day(self) -> str:
        day, month = self.rng.randint(1, 28), self.rng.choice(MONTHS)
        return self.rng.choice(
            (f"{month} {day}, 2024", f"{day} {month} 2024", f"2024-{MONTHS.index(month) + 1:02}-{day:02}")
        )

    def age(self) -> str:
        return self.rng.choice(
            ("an hour ago", f"{self.rng.randint(2, 23)} hours ago", f"{self.rng.randint(2, 59)} minutes ago")
        )

    def title_of_another(self) -> str:
        return self.rng.choice(TEASED).format(p=self.rng.choice(PLACES))

    def menu(self) -> None:
        if self.rng.random() < 0.7:
            self.add("nav", *self.rng.sample(MENU, self.rng.randint(3, 8)))

    def teasers(self, most: int = 4) -> None:
        self.add(
            "label", self.rng.choice(("Related Articles", "More from this section", "Most Read", "You may also like"))
        )
        for _ in range(self.rng.randint(1, most)):
            self.add("teaser", self.title_of_another())
            if self.rng.random() < 0.4:
                self.add("age", self.age())
            if self.rng.random() < 0.4:
                self.add("summary", self.rng.choice(SUMMARY))

    def comments(self) -> None:
        self.add("label", self.rng.choice(("Comments", "3 Comments", "Leave a Reply")))
        for _ in range(self.rng.randint(0, 2)):
            self.add("name", self.person())
            self.add("age", self.age())
            self.add("remark", self.rng.choice(REMARKS))

    def between(self, chance: float = 0.5) -> None:
        """Furniture after an article."""
        for part, share in ((self.share, chance), (self.comments, chance / 2), (self.teasers, chance)):
            if self.rng.random() < share:
                part()

    def share(self) -> None:
        self.add(
            "share", *self.rng.sample(("Share", "Facebook", "Twitter", "WhatsApp", "Email", "Print", "Copy link"), 3)
        )

    def body(self, body: tuple[str, ...]) -> None:
        self.add("para", *body)
        self.page.bodies.append(body)


def aggregator(w: Writer, sources: list[Source]) -> None:
    for number, source in enumerate(sources):
        if number:
            outlet = w.outlet()
            w.add("publisher", outlet)
            w.add("age", w.age())
            w.add("publisher", f"- {outlet}")
        w.add("title", headline(w.rng, source))
        w.body(source.body)
        if not number:
            w.between(0.8)
            w.add("label", "Related Articles")


def bylined(w: Writer, sources: list[Source]) -> None:
    for source in sources:
        w.add("title", headline(w.rng, source))
        w.add("byline", f"By {w.person()}")
        w.add("date", w.day())
        w.body(source.body)
        w.between()


def wire(w: Writer, sources: list[Source]) -> None:
    agency = w.rng.choice(("NWA", "VPA", "KNS", "RPI"))
    for source in sources:
        w.add("title", headline(w.rng, source))
        place = w.rng.choice(PLACES).upper()
        month = w.rng.choice(MONTHS)
        opened = [f"{place}, {month} {w.rng.randint(1, 28)} ({agency}) - {source.body[0]}"]
        w.body((*opened, *source.body[1:-1], f"{source.body[-1]} ({agency})"))
        if w.rng.random() < 0.3:
            w.between(0.4)


def bare(w: Writer, sources: list[Source]) -> None:
    """Pasted one below the other: a headline and a text each, blank lines between, nothing else."""
    for number, source in enumerate(sources):
        if number:
            w.add("gap", "")
        w.add("title", headline(w.rng, source))
        w.body(source.body)


def ruled(w: Writer, sources: list[Source]) -> None:
    mark = w.rng.choice(("---", "* * *", "==========", "_____"))
    for number, source in enumerate(sources):
        if number:
            w.add("rule", mark)
        w.add("title", headline(w.rng, source))
        if w.rng.random() < 0.5:
            w.add("publisher", w.outlet())
            w.add("date", w.day())
        w.body(source.body)


def addressed(w: Writer, sources: list[Source]) -> None:
    for source in sources:
        title = headline(w.rng, source)
        slug = "-".join(re.findall(r"[a-z0-9]+", title.lower()))
        w.add("gap", "")
        w.add("url", f"https://www.{w.rng.choice(PLACES).lower()}{w.rng.choice(NOUNS).lower()}.example/2024/05/{slug}")
        w.add("title", title)
        w.body(source.body)


def stacked(w: Writer, sources: list[Source]) -> None:
    """An endless page: after each article its furniture, then section, headline, date and byline of the next."""
    for source in sources:
        title = headline(w.rng, source)
        w.add("section", w.rng.choice(MENU[1:6]))
        w.add("title", title)
        w.add("date", f"Published {w.day()}")
        w.add("byline", f"By {w.person()}, {w.outlet()}")
        if w.rng.random() < 0.4:
            w.add("caption", f"{title} (Photo: {w.person()})")
        w.share()
        w.body(source.body)
        w.between(0.9)


LAYOUTS = (aggregator, bylined, wire, bare, ruled, addressed, stacked)


def compose(rng: random.Random, articles: list[Source], number: int) -> Composed:
    layout = LAYOUTS[number % len(LAYOUTS)]
    many = rng.choice((1, 1, 2, 2, 3, 4, 5))
    writer = Writer(rng, layout.__name__)
    if layout not in {bare, wire, addressed, ruled}:
        writer.menu()
    layout(writer, rng.sample(articles, many))
    if layout not in {bare, wire, addressed, ruled}:
        writer.teasers(6)
        writer.comments()
        writer.add("rights", f"© 2024 {writer.outlet()}. All rights reserved.")
    return writer.page


# rendering


def as_text(rng: random.Random, page: Composed) -> str:
    loose = rng.random() < 0.5
    lines: list[str] = []
    for piece in page.pieces:
        blank = loose and piece.kind in {"para", "title"}
        lines += ["", ""] if piece.kind == "gap" else [piece.text, ""] if blank else [piece.text]
    return "\n".join(lines)


_TAGS = {
    "title": "h2",
    "teaser": "h4",
    "label": "h3",
    "para": "p",
    "summary": "p",
    "remark": "p",
    "caption": "figcaption",
}


def as_html(rng: random.Random, page: Composed) -> str:
    boxed = rng.choice(("article", "div", "section", None))
    parts: list[str] = []
    opened = False
    heads = {"publisher", "age", "section", "url"}
    pieces = [piece for piece in page.pieces if piece.kind != "gap"]
    for number, piece in enumerate(pieces):
        before = number and pieces[number - 1].kind in heads
        ahead = next((other.kind for other in pieces[number:] if other.kind not in heads), "")
        if boxed and ahead == "title" and piece.kind in heads | {"title"} and not before:
            parts += [f"</{boxed}>"] * opened + [f"<{boxed}>"]
            opened = True
        tag = "hr" if piece.kind == "rule" else _TAGS.get(piece.kind, rng.choice(("div", "div", "span")))
        words = html.escape(piece.text, quote=False)
        if piece.kind in {"teaser", "nav", "share"}:
            words = f'<a href="/{number}">{words}</a>'
        parts.append("<hr>" if tag == "hr" else f"<{tag}>{words}</{tag}>" + ("<br>" if tag == "span" else ""))
        last = piece.kind == "para" and (number + 1 == len(pieces) or pieces[number + 1].kind != "para")
        if boxed and opened and last:
            parts.append(f"</{boxed}>")
            opened = False
    return "<html><body><main>\n" + "\n".join(parts) + "\n</main></body></html>"


# measuring


def boundaries(bodies: list[tuple[str, ...]], found: list[Article]) -> tuple[int, int, int, list[str]]:
    """Right, found and true boundaries, and the first words of each body that was missed."""
    texts = [squeezed(article.text) for article in found]
    right, missed = 0, []
    begun: set[int] = set()
    ended: set[int] = set()
    for body in bodies:
        whole = squeezed("".join(body))
        begins, ends = squeezed(body[0])[:25], whole[-25:]
        starts = [k for k, text in enumerate(texts) if k not in begun and -1 < text.find(begins) <= 200]
        stops = [k for k, text in enumerate(texts) if k not in ended and -1 < text.rfind(ends) >= len(text) - 85]
        begun.update(starts[:1])
        ended.update(stops[:1])
        right += bool(starts) + bool(stops)
        if not (starts and stops):
            missed.append(f"{'' if starts else 'start '}{'' if stops else 'end '}of {body[0][:60]!r}")
    return right, 2 * len(texts), 2 * len(bodies), missed


def read(text: str, media_type: str) -> list[Article]:
    page = Page(id="p", path="p", url=None, sha256="", media_type=media_type, charset="utf-8", text=text)
    try:
        return list(read_page(page))
    except NoArticle:
        return []


def f1(right: int, found: int, true: int) -> float:
    return 2 * right / ((found + true) or 1)


def measure(shared: Path, half: str, form: str, worst: int) -> None:
    articles = sources(shared, half)
    render = as_text if form == "text" else as_html
    totals: dict[str, list[int]] = {}
    shown = 0
    for number in range(PAGES):
        rng = random.Random(SEEDS[half] * 1_000 + number)
        page = compose(rng, articles, number)
        source = render(rng, page)
        right, got, true, missed = boundaries(
            page.bodies, read(source, "text/plain" if form == "text" else "text/html")
        )
        alone = "one article" if true == 2 else "several"
        for key in ("all", page.layout, alone):
            sums = totals.setdefault(key, [0, 0, 0])
            totals[key] = [a + b for a, b in zip(sums, (right, got, true), strict=True)]
        if (missed or got != true) and shown < worst:
            shown += 1
            told = f"    {form} page {number} ({page.layout}): {got // 2} for {true // 2}; missed"
            print(told, "; ".join(missed)[:300])
    listed = ", ".join(f"{key} {f1(*sums):.3f}" for key, sums in totals.items() if key != "all")
    print(f"{half:8} {form:5} boundaries F1 {f1(*totals['all']):.3f} of {PAGES} pages ({listed})")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("shared", nargs="?", type=Path, default=SHARED)
    options.add_argument("--half", choices=sorted(SEEDS), default=None)
    options.add_argument("--form", choices=("text", "html"), default=None)
    options.add_argument("--worst", type=int, default=0)
    given = options.parse_args()
    for half in [given.half] if given.half else sorted(SEEDS):
        for form in [given.form] if given.form else ("text", "html"):
            measure(given.shared, half, form, given.worst)


if __name__ == "__main__":
    main()
