"""Statements on PolNeAR and on the shared stories: the stage, beside attribution by grammar and by textacy, in one run.

    python bench/statements.py [--shared ../shared] [--documents N]

PolNeAR: token F1 of source, cue, content, whole attributions and exact contents, by `score_attribution.py` of the
shared bench, over a report in which every article is a page of its own. Stories: statements found and denials and
doubts told from the rest, by `score_stories.py`, and how often a statement's source is named as the gold names it: the
gold's name shares a word that is no article, preposition or title with the source's name, with the words that cite it
here, or with a source that it is cited by way of. Stance of cues: `cues.tsv` says of 961 attributions of PolNeAR train,
each with another cue, which deny or doubt what they tell (123), by the digest of the document's name and the place of
the cue; half of the documents were looked at while rules were written. Speed: articles a second of processor time, of
the whole stage and of spaCy's pipeline alone, in one process and in two at once.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import attribution_by_textacy
from attribution_by_grammar import attributions_by_grammar

from firsthand.model import Article, Statement
from firsthand.model.statements import Stance
from firsthand.statements import statements_of
from firsthand.statements.attributions import Tagger
from firsthand.statements.reading import Reading
from firsthand.statements.stance import attributed_stance
from firsthand.statements.trained import attributions_by_model
from firsthand.statements.verdicts import Verdicts
from firsthand.text import english
from firsthand.text.english import parse
from firsthand.text.names import find_names

SHARED = Path(__file__).resolve().parents[2] / "shared"
SMALL = frozenset(
    re.findall(r"\w+", "the a an of for in on and who with to by at his her its their that mr mrs ms dr from not")
)


def article_of(path: str, text: str) -> Article:
    return Article(
        id=path, page=path, path=path, title=None, text=text, publisher=None, byline=None, language="en",
        dateline=None, published=None, credits=(), page_spans=(),
    )  # fmt: skip


def row_of(statement: Statement) -> dict[str, Any]:
    source, cue = statement.source, statement.cue
    at = source.span if source else None
    return {
        "article": statement.span.article, "start": statement.span.start, "end": statement.span.end,
        "quote": statement.quote, "stance": statement.stance.value,
        "source": source and {"name": source.name, "start": at and at.start, "end": at and at.end},
        "cue": cue and {"start": cue.start, "end": cue.end}, "via": list(statement.via),
    }  # fmt: skip


def report_of(articles: list[Article], tagger: Tagger) -> dict[str, Any]:
    claims = [
        {"statements": [row_of(statement)], "independent_origins": {"min": 1, "max": 1}}
        for article in articles
        for statement in statements_of(article, tagger)
    ]
    told = []
    for article in articles:
        end = len(article.text)
        whole = {"start": 0, "end": end, "page_start": 0, "page_end": end}
        told.append({"id": article.id, "path": article.path, "text": article.text, "page_spans": [whole]})
    return {"articles": told, "stories": [{"claims": claims, "findings": []}]}


def score(scorer: Path, *arguments: str) -> str:
    return subprocess.run([sys.executable, str(scorer), *arguments], check=True, capture_output=True, text=True).stdout


def on_polnear(shared: Path, tagger: Tagger, documents: int | None) -> str:
    data = shared / "bench" / "attribution" / "polnear-dev.jsonl"
    lines = data.read_text(encoding="utf-8").splitlines()[:documents]
    rows = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        gold, report = Path(folder) / "gold.jsonl", Path(folder) / "report.json"
        gold.write_text("\n".join(lines), encoding="utf-8")
        articles = [article_of(f"{row['id']}.txt", row["text"]) for row in rows]
        report.write_text(json.dumps(report_of(articles, tagger)), encoding="utf-8")
        return score(shared / "bench" / "score_attribution.py", "score", str(gold), str(report))


def stance_read(text: str, cue: list[tuple[int, int]], content: list[tuple[int, int]]) -> Stance:
    """The stance of an attribution, with the parse of the paragraphs that it stands in."""
    begin = text.rfind("\n", 0, min(cue[0][0], content[0][0])) + 1
    end = text.find("\n", max(cue[-1][1], content[-1][1]))
    reading = Reading(article_of("", text[begin : end if end >= 0 else None]))
    pieces = tuple((a - begin, b - begin) for a, b in content)
    cited, said = (" ".join(text[a:b] for a, b in told) for told in (cue, content))
    return attributed_stance(cited, said, verdicts=Verdicts(reading, pieces))[0]


def on_cues(shared: Path) -> str:
    """F1 of denials and doubts over cues with their contents, in the documents read for the rules and in the others."""
    told = {}
    for line in (Path(__file__).parent / "cues.tsv").read_text(encoding="utf-8").splitlines():
        document, start, negative = line.split("\t")
        told[document, int(start)] = negative == "1"
    hits = {"read": [0, 0, 0], "unread": [0, 0, 0]}
    data = shared / "bench" / "attribution" / "polnear-train.jsonl"
    for row in map(json.loads, data.read_text(encoding="utf-8").splitlines()):
        name = hashlib.md5(row["id"].encode()).hexdigest()
        half = "unread" if int(name, 16) % 2 else "read"
        for attribution in row["attributions"]:
            cue, content = (sorted(p for mention in attribution[role] for p in mention) for role in ("cue", "content"))
            if cue and content and (name[:10], cue[0][0]) in told:
                got = stance_read(row["text"], cue, content) in (Stance.DENIES, Stance.DOUBTS)
                want = told.pop((name[:10], cue[0][0]))
                for n, is_so in enumerate((got and want, got and not want, want and not got)):
                    hits[half][n] += is_so
    return "".join(
        f"{half:8} F1 {2 * a / (2 * a + b + c):.3f} ({a} right, {b} wrong, {c} missed)\n"
        for half, (a, b, c) in hits.items()
    )


def on_stories(shared: Path, tagger: Tagger) -> str:
    named, asked = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for story in sorted((shared / "stories").glob("*/story.json")):
            paths = sorted((story.parent / "articles").glob("*.txt"))
            report = report_of([article_of(p.name, p.read_text(encoding="utf-8")) for p in paths], tagger)
            (Path(folder) / f"{story.parent.name}.json").write_text(json.dumps(report), encoding="utf-8")
            hits, all_of_them = sources_named(json.loads(story.read_text(encoding="utf-8")), report)
            named, asked = named + hits, asked + all_of_them
        told = score(shared / "bench" / "score_stories.py", str(shared / "stories"), folder)
    kept = [line for line in told.splitlines() if line.startswith(("statements_found", "denies_doubts"))]
    return "\n".join([*kept, f"{'source named':26} {named / asked:.3f} ({named}/{asked})"]) + "\n"


def words_of(name: str) -> set[str]:
    words = set(re.findall(r"\w+", re.sub(r"['’]s\b", "", name.lower()))) - SMALL
    return {word.removesuffix("s") if len(word) > 3 else word for word in words}


def is_named(row: dict[str, Any], text: str, wanted: str) -> bool:
    """Whether a statement cites whom the gold names."""
    source = row["source"]
    here = text[source["start"] : source["end"]] if source["start"] is not None else ""
    return any(words_of(name) & words_of(wanted) for name in (source["name"], here, *row["via"]))


def sources_named(gold: dict[str, Any], report: dict[str, Any]) -> tuple[int, int]:
    """How many gold statements with a source overlap one of ours that names it, and how many there are."""
    texts = {article["id"]: article["text"] for article in report["articles"]}
    ours = [row for claim in report["stories"][0]["claims"] for row in claim["statements"] if row["source"]]
    named = asked = 0
    for wanted in (s for claim in gold["claims"] for s in claim["statements"] if s.get("source")):
        file = Path(wanted["file"]).name
        start = texts[file].find(wanted["quote"])
        if start < 0:
            continue
        end = start + len(wanted["quote"])
        beside = [r for r in ours if r["article"] == file and r["start"] < end and start < r["end"]]
        asked += 1
        named += any(is_named(row, texts[file], wanted["source"]) for row in beside)
    return named, asked


def speed(shared: Path, documents: int) -> str:
    """Articles a second, parsing included in both; so many articles in each process."""
    lines = (shared / "bench" / "attribution" / "polnear-train.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines[: 2 * documents]]
    told = [f"one process: {rates([one_process(texts[::2])])}"]
    with ProcessPoolExecutor(2) as pool:
        told.append(f"two processes: {rates(list(pool.map(one_process, (texts[::2], texts[1::2]))))}")
    return "\n".join(["articles a second of processor time", *told]) + "\n"


def rates(measured: list[tuple[float, float]]) -> str:
    return f"the stage {sum(m[0] for m in measured):.2f}, spaCy's pipeline alone {sum(m[1] for m in measured):.2f}"


def one_process(texts: list[str]) -> tuple[float, float]:
    statements_of(article_of("warm", "The minister said in Paris on Monday that talks had begun."))
    forget()
    pipeline = english._pipeline()  # as spaCy runs it, which takes a third longer than `text/stepping.py`
    began = time.process_time()
    for text in texts:
        list(pipeline.pipe(text.split("\n")))
    parsed = len(texts) / (time.process_time() - began)
    forget()
    began = time.process_time()
    for n, text in enumerate(texts):
        statements_of(article_of(str(n), text))
    return len(texts) / (time.process_time() - began), parsed


def forget() -> None:
    """Both are measured from nothing: the parses of whole texts and of paragraphs are kept apart."""
    parse.cache_clear()
    english._known.clear()
    find_names.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--documents", type=int, help="of PolNeAR dev, the first so many")
    args = parser.parse_args()
    taggers: list[tuple[str, Tagger]] = [("trained", attributions_by_model), ("grammar alone", attributions_by_grammar)]
    if attribution_by_textacy.is_there():
        taggers.append(("textacy's direct quotations", attribution_by_textacy.attributions_by_textacy))
    for name, tagger in taggers:
        print(f"## {name}, PolNeAR dev\n{on_polnear(args.shared, tagger, args.documents)}")
        print(f"## {name}, stories\n{on_stories(args.shared, tagger)}", flush=True)
    print(f"## stance of cues, PolNeAR train\n{on_cues(args.shared)}")
    print(speed(args.shared, 20))


if __name__ == "__main__":
    main()
