"""Article bodies on article-extraction-benchmark (Scrapinghub/Zyte): word 4-grams, beside trafilatura.

    python bench/articles.py [../shared/bench/html/scrapinghub] [--worst N] [--pool]

As the benchmark defines it: counts of word 4-grams of the found text against the true body, precision and recall of
each page, averaged over the pages, and F1 of the two averages. Of a page of several articles the longest counts. All
run on the same decoded page, in one process, trafilatura and firsthand with metadata.

The stage's forest was grown on these very pages: the figure for sites that it has not seen is the one that
`python -m training.articles.grow --folds 10` prints.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
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
from firsthand.pooling import each

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


def resiliparse(name: str, text: str) -> str:
    """Only if it is installed: it is no dependency of ours."""
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(text, main_content=True, alt_texts=False, links=False, form_fields=False))


READERS: dict[str, Callable[[str, str], str]] = {"trafilatura": theirs, "firsthand": ours, "resiliparse": resiliparse}


def installed(label: str) -> bool:
    return label != "resiliparse" or importlib.util.find_spec("resiliparse") is not None


def read_one(job: tuple[str, str, str]) -> str:
    label, name, text = job
    return READERS[label](name, text)


def run(label: str, pages: dict[str, str], truth: dict[str, str]) -> tuple[list[tuple[float, float]], float]:
    """Scores, and the processor's seconds: on a busy machine the clock on the wall measures the others."""
    for name in list(pages)[:5]:
        READERS[label](name, pages[name])
    start = time.process_time()
    found = {name: READERS[label](name, text) for name, text in pages.items()}
    spent = time.process_time() - start
    return [score(truth[name], found[name]) for name in pages], spent


def pooled(label: str, pages: dict[str, str]) -> float:
    """Seconds on the wall with two processes, their start included."""
    start = time.perf_counter()
    for _ in each(read_one, [(label, name, text) for name, text in pages.items()], workers=2):
        pass
    return time.perf_counter() - start


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=DATA)
    options.add_argument("--worst", type=int, default=0)
    options.add_argument("--pool", action="store_true", help="also with two processes")
    given = options.parse_args()
    truth = {
        k: v["articleBody"] for k, v in json.loads((given.folder / "ground-truth.json").read_text("utf-8")).items()
    }
    pages = {
        name: decode(gzip.decompress((given.folder / "html" / f"{name}.html.gz").read_bytes()))[0]
        for name in sorted(truth)
    }
    results = {}
    for label in filter(installed, READERS):
        scores, spent = run(label, pages, truth)
        results[label] = scores
        precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        f1 = 2 * precision * recall / (precision + recall)
        print(
            f"{label:12} F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  {len(pages) / spent:.1f} pages/s"
        )
    if given.pool:
        for label in ("trafilatura", "firsthand"):
            print(f"{label:12} {len(pages) / pooled(label, pages):.1f} pages/s on the wall with two processes")
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
