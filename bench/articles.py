"""Article bodies on article-extraction-benchmark (Scrapinghub/Zyte): word 4-grams, beside trafilatura.

    python bench/articles.py [../shared/bench/html/scrapinghub] [--worst N]

As the benchmark defines it: counts of word 4-grams of the found text against the true body, precision and recall of
each page, averaged over the pages, and F1 of the two averages. Of a page of several articles the longest counts. Both
run on the same decoded page, in one process, with metadata.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura

from firsthand.articles import NoArticle, read_page
from firsthand.model import Page
from firsthand.pages.decoding import decode

DATA = Path(__file__).resolve().parents[2] / "shared" / "bench" / "html" / "scrapinghub"
_WORD = re.compile(r"\w+")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def score(true: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    want, got = shingles(true), shingles(found)
    hit = sum((want & got).values())
    missed, extra = sum((want - got).values()), sum((got - want).values())
    precision = 1.0 if extra == missed == 0 else hit / (hit + extra) if hit else 0.0
    recall = 1.0 if extra == missed == 0 else hit / (hit + missed) if hit else 0.0
    return precision, recall


def page_of(name: str, text: str) -> Page:
    return Page(id=name, path=name, url=None, sha256="", media_type="text/html", charset="utf-8", text=text)


def ours(name: str, text: str) -> str:
    try:
        return max((article.text for article in read_page(page_of(name, text))), key=len)
    except NoArticle:
        return ""


def theirs(name: str, text: str) -> str:
    found = trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
    return (found if isinstance(found, dict) else found.as_dict()).get("text") or "" if found else ""


def run(
    read: Callable[[str, str], str], pages: dict[str, str], truth: dict[str, str]
) -> tuple[list[tuple[float, float]], float]:
    for name in list(pages)[:5]:
        read(name, pages[name])
    start = time.perf_counter()
    found = {name: read(name, text) for name, text in pages.items()}
    spent = time.perf_counter() - start
    return [score(truth[name], found[name]) for name in pages], spent


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=DATA)
    options.add_argument("--worst", type=int, default=0)
    given = options.parse_args()
    truth = {
        k: v["articleBody"] for k, v in json.loads((given.folder / "ground-truth.json").read_text("utf-8")).items()
    }
    pages = {
        name: decode(gzip.decompress((given.folder / "html" / f"{name}.html.gz").read_bytes()))[0]
        for name in sorted(truth)
    }
    results = {}
    for label, read in (("trafilatura", theirs), ("firsthand", ours)):
        scores, spent = run(read, pages, truth)
        results[label] = scores
        precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        print(
            f"{label:12} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  {len(pages) / spent:.1f} pages/s"
        )
    gap = [
        (sum(ours) - sum(other), name)
        for name, ours, other in zip(pages, results["firsthand"], results["trafilatura"], strict=True)
    ]
    for difference, name in sorted(gap)[: given.worst]:
        print(f"  {difference:+.3f} {name}")
    for low, name in sorted((sum(s), name) for name, s in zip(pages, results["firsthand"], strict=True))[: given.worst]:
        print(f"  lowest {low / 2:.3f} {name}")


if __name__ == "__main__":
    main()
