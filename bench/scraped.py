"""Raw scraped text: limits of bodies, furniture, credits and days on the lineage bench.

    python bench/scraped.py [../shared/bench/lineage] [--misses N]

The measures are those of `score_lineage.py` there, on the articles stage alone: the text begins and ends where the
body does (200 letters before and 60 after are forgiven), quotes of furniture found in it, stretches of 30 letters
between the body's limits that are not in it, names credited. The day of publication is held against the time of
scraping: right if it is that day or the day before.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article, CreditKind, Page

DATA = Path(__file__).resolve().parents[2] / "shared" / "bench" / "lineage"
ALIASES = {"associatedpress": "ap", "theassociatedpress": "ap", "agencefrancepresse": "afp"}
STRETCH = 30


def squeezed(text: str) -> str:
    return "".join(ch.lower() for ch in text or "" if ch.isalnum())


def read(path: Path) -> tuple[str, list[Article]]:
    text = path.read_text("utf-8")
    page = Page(id="p", path="p", url=None, sha256="", media_type="text/plain", charset="utf-8", text=text)
    try:
        return text, list(read_page(page))
    except NoArticle:
        return text, []


def limits(label: dict[str, Any], text: str) -> tuple[bool, bool]:
    begins, ends = squeezed(label["body_start_quote"])[:25], squeezed(label["body_end_quote"])[-25:]
    at = text.rfind(ends)
    return -1 < text.find(begins) <= 200, at >= 0 and len(text) - at - len(ends) <= 60


def stretches(label: dict[str, Any], raw: str) -> frozenset[str]:
    start, end = raw.find(squeezed(label["body_start_quote"])), raw.rfind(squeezed(label["body_end_quote"]))
    inside = range(start, end - STRETCH, STRETCH) if 0 <= start < end else ()
    return frozenset(raw[i : i + STRETCH] for i in inside)


def named(names: list[str]) -> frozenset[str]:
    return frozenset(ALIASES.get(squeezed(name), squeezed(name)) for name in names)


def measure(folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Counts, and a line for each miss."""
    scraped = json.loads((folder / "meta.json").read_text("utf-8"))
    for label in json.loads((folder / "articles.json").read_text("utf-8")):
        if not label.get("body_start_quote") or not label.get("body_end_quote"):
            continue
        raw, articles = read(folder / "articles" / label["file"])
        counts["pages"] += 1
        counts["split"] += len(articles) > 1
        if not articles:
            continue
        article = max(articles, key=lambda one: len(one.text))
        text = squeezed(article.text)
        start, end = limits(label, text)
        counts["start"], counts["end"] = counts["start"] + start, counts["end"] + end
        counts["both"] += start and end
        if not (start and end):
            yield f"limits {label['file']}: {'' if start else 'start '}{'' if end else 'end'}"
        quotes = [quote for quote in label.get("furniture_quotes", []) if len(squeezed(quote)) >= 15]
        leaked = [quote for quote in quotes if squeezed(quote) in text]
        counts["furniture"], counts["leaked"] = counts["furniture"] + len(quotes), counts["leaked"] + len(leaked)
        yield from (f"leaked {label['file']}: {quote[:90]!r}" for quote in leaked)
        inside = stretches(label, squeezed(raw))
        counts["inside"] += len(inside)
        counts["lost"] += sum(stretch not in text for stretch in inside)
        want = named(label.get("credited", []))
        got = named([c.name for one in articles for c in one.credits if c.kind is not CreditKind.IMAGE])
        counts["credited"], counts["credits"] = counts["credited"] + len(want), counts["credits"] + len(got)
        counts["credits right"] += len(want & got)
        if want != got:
            yield f"credits {label['file']}: missing {sorted(want - got)}, too many {sorted(got - want)}"
        if article.published and len(article.published.value) >= 10:
            seen = date.fromisoformat(scraped[label["file"]]["scrape_time"][:10])
            told = date.fromisoformat(article.published.value[:10])
            counts["dated"] += 1
            counts["day right"] += 0 <= (seen - told).days <= 1
            if not 0 <= (seen - told).days <= 1:
                yield f"day {label['file']}: {told} by {article.published.basis}, scraped {seen}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=DATA)
    options.add_argument("--misses", type=int, default=0)
    given = options.parse_args()
    counts: Counter[str] = Counter()
    misses = sorted(measure(given.folder, counts))
    shown: Counter[str] = Counter()
    for miss in misses:
        shown[miss.split()[0]] += 1
        if shown[miss.split()[0]] <= given.misses:
            print(f"  {miss}")
    pages = counts["pages"] or 1
    print(f"pages {pages}, taken for several {counts['split']}")
    print(f"begins right {counts['start'] / pages:.3f}  ends right {counts['end'] / pages:.3f}", end="  ")
    print(f"both {counts['both'] / pages:.3f}")
    print(f"furniture leaked {counts['leaked']} of {counts['furniture']}: {counts['leaked'] / counts['furniture']:.3f}")
    print(f"between the limits and not in the text {counts['lost'] / counts['inside']:.4f}")
    f1 = 2 * counts["credits right"] / (counts["credited"] + counts["credits"])
    print(f"credits F1 {f1:.3f}")
    print(f"dated {counts['dated']}, day right {counts['day right'] / (counts['dated'] or 1):.3f}")


if __name__ == "__main__":
    main()
