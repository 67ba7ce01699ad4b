"""Grow the forest that tells an article's lines from the rest of an HTML page.

    python -m training.articles.grow PAGES [--out forest.json] [--folds 10]

PAGES is laid out as article-extraction-benchmark: `ground-truth.json` with `articleBody` and `url`, and
`html/*.html.gz`. A line is text if most of its words stand, in order, in the true body. With --folds, F1 of the stage
is printed first, each page read with trees that were grown without any page of its site.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lightgbm
import numpy as np
from bench.articles import score

from firsthand.articles.evidence import WORDS
from firsthand.articles.examining import Examined, examine, main_body
from firsthand.articles.metadata import read_metadata
from firsthand.articles.visible import Visible, read_visible
from firsthand.pages.decoding import decode

ROUNDS = 90
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 15,
    "max_depth": 7,
    "max_bin": 63,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
_WORD = re.compile(r"\w+")
SHORTEST_RUN = 4
"""Words in a row that page and truth must share: the bench counts four at a time."""


@dataclass(frozen=True, slots=True)
class Example:
    """One page with its truth: which lines are text, and how much each line weighs."""

    site: str
    page: Examined
    text: Any
    weight: Any
    truth: str


def read_example(source: str, url: str, truth: str) -> Example:
    """A page with its truth."""
    page = examine(source, read_visible(source), read_metadata(source).title)
    text = np.array(shares_in(page.visible, truth)) > 0.5
    words = page.evidence[:, WORDS]
    weight = np.minimum((words + 2) / (float(words[text].sum()) + 50), 0.5)
    return Example(site_of(url), page, text, weight, truth)


def site_of(url: str) -> str:
    """The registered name of a page's host, near enough."""
    parts = (urlsplit(url).hostname or "").split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])


def shares_in(visible: Visible, truth: str) -> list[float]:
    """The share of each line's words that the true body has."""
    words: list[str] = []
    line_of: list[int] = []
    for number, line in enumerate(visible.lines):
        found = _WORD.findall(visible.text[line.start : line.end])
        words += found
        line_of += [number] * len(found)
    total = np.bincount(line_of, minlength=len(visible.lines))
    hit = [0] * len(visible.lines)
    matcher = SequenceMatcher(None, words, _WORD.findall(truth), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        if size >= SHORTEST_RUN or (size and size == total[line_of[start]]):
            for at in range(start, start + size):
                hit[line_of[at]] += 1
    return [one / all_words if all_words else 0.0 for one, all_words in zip(hit, total, strict=True)]


def grow(examples: Sequence[Example]) -> Any:
    """Trees over all lines of the pages; a page weighs as much as any other, a line by its words."""
    weight = np.concatenate([one.weight for one in examples])
    table = np.vstack([one.page.evidence for one in examples])
    text = np.concatenate([one.text for one in examples]).astype(int)
    return lightgbm.train(SETTINGS, lightgbm.Dataset(table, text, weight=weight * len(weight) / weight.sum()), ROUNDS)


def in_json(forest: Any) -> str:
    """The form that `firsthand.articles.forest` reads."""
    trees = [_nodes(tree["tree_structure"], []) for tree in forest.dump_model()["tree_info"]]
    return json.dumps(trees, separators=(",", ":")) + "\n"


def _nodes(node: Mapping[str, Any], nodes: list[list[float]]) -> list[list[float]]:
    number = len(nodes)
    if "leaf_value" in node:
        nodes.append([0, 0, number, number, round(node["leaf_value"], 6)])
        return nodes
    nodes.append([])
    yes = len(nodes)
    _nodes(node["left_child"], nodes)
    no = len(nodes)
    _nodes(node["right_child"], nodes)
    nodes[number] = [node["split_feature"], float(f"{node['threshold']:.9g}"), yes, no, 0]
    return nodes


def held_out(examples: Sequence[Example], folds: int) -> None:
    """F1 on pages whose site the trees have not seen."""
    sites = sorted({one.site for one in examples}, key=lambda site: hashlib.md5(site.encode()).hexdigest())
    found: list[tuple[float, float]] = []
    for fold in range(folds):
        out = {site for number, site in enumerate(sites) if number % folds == fold}
        forest = grow([one for one in examples if one.site not in out])
        found += [score(one.truth, body_of(one, forest)) for one in examples if one.site in out]
        print(f"fold {fold}: {_f1(found)} over {len(found)} pages", flush=True)


def body_of(example: Example, forest: Any) -> str:
    """The article that the stage makes of a page with these trees."""
    lines, body = main_body(example.page, forest.predict(example.page.evidence))
    return "\n".join(lines[i].text for i in body.kept) if body else ""


def _f1(scores: Sequence[tuple[float, float]]) -> str:
    precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return f"F1 {2 * precision * recall / (precision + recall):.4f} precision {precision:.4f} recall {recall:.4f}"


def main() -> None:
    """Print the held-out figures and write the forest."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--out", type=Path, default=Path("forest.json"))
    options.add_argument("--folds", type=int, default=0)
    given = options.parse_args()
    rows = json.loads((given.folder / "ground-truth.json").read_text("utf-8"))
    examples = [
        read_example(
            decode(gzip.decompress((given.folder / "html" / f"{name}.html.gz").read_bytes()))[0],
            rows[name]["url"],
            rows[name]["articleBody"],
        )
        for name in sorted(rows)
    ]
    if given.folds:
        held_out(examples, given.folds)
    given.out.write_text(in_json(grow(examples)), "utf-8")
    print(hashlib.sha256(given.out.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()
