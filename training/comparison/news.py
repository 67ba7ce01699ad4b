"""Pairs of news sentences to train the comparing model on: `python -m training.comparison.news SHARED OUT`.

SHARED holds `bench/` (ECB+, BASIL, PolNeAR and the lineage articles) and `stories/`, whose events are left out. OUT
gets one JSON object a line: `a`, `b`, `kind`, and the targets `same` (one point), `ab` (a entails b), `ba`, `contra`,
each 0..1 or null where nothing can be said.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from firsthand.lineage.rewrites import rewritten
from firsthand.lineage.words import read_words
from firsthand.text.english import parse

from .changes import Changed, Pools, changes
from .clauses import Clause, appositions_of, clauses_of, sentence_of, swapped, turned
from .words import of_reports, recombined

POLNEAR_EVERY = 4
"""Of the PolNeAR articles every fourth is parsed; all of them are searched for rewritten sentences."""
SHORTEST, LONGEST = 6, 48
"""Words of a sentence that pairs are made of."""
SPEAKERS = [
    "police",
    "officials",
    "a spokesman",
    "a spokeswoman",
    "the government",
    "a source familiar with the matter",
    "witnesses",
    "he",
    "she",
    "the company",
    "local media",
]
SAYING = ["said", "said that", "told reporters that", "confirmed that", "announced that", "claimed that", "added that"]
DENYING = ["denied that", "rejected claims that", "dismissed reports that"]
SURE = 0.8
"""How surely a clause follows from its sentence for a name in it to be exchanged."""
RETOLD = 0.45
"""Share of the poorer sentence's words from which on two sentences of an article may say one thing twice."""
NEGATIVE = {"same": 0.0, "ab": 0.0, "ba": 0.0, "contra": 0.0}

Pair = dict[str, Any]


@dataclass
class Source:
    """One article, parsed, with the event it is on and the topic that look-alike events share."""

    corpus: str
    event: str
    topic: str
    doc: Doc
    sentences: list[Span] = field(default_factory=list)


def sources(shared: Path) -> Iterator[Source]:
    """Articles on events, and every fourth of PolNeAR."""
    for event, text in texts_of_events(shared):
        yield _source("ecb" if event.startswith("ecb") else "basil", event, event.removesuffix("plus"), text)
    for number, one in enumerate(_lines(shared / "bench" / "attribution" / "polnear-train.jsonl")):
        if number % POLNEAR_EVERY == 0:
            yield _source("polnear", f"p{number}", f"p{number}", one["text"])


def texts_of_events(shared: Path) -> Iterator[tuple[str, str]]:
    """Event and text of every article of ECB+ and BASIL but those on the events of the shared stories."""
    stories = shared / "stories"
    told = {path.stem for path in stories.glob("ecb-*/articles/*")}
    ecb = _lines(shared / "bench" / "stories" / "ecbplus-01-35.jsonl")
    left_out = {one["event"] for one in ecb if one["id"] in told}
    yield from ((f"ecb{one['event']}", one["text"]) for one in ecb if one["event"] not in left_out)
    named = tuple(path.name.removeprefix("basil-") for path in stories.glob("basil-*"))
    for one in _lines(shared / "bench" / "stories" / "basil-2010-2014.jsonl"):
        if not one["event"].startswith(named):
            yield one["event"], one["text"]


def _source(corpus: str, event: str, topic: str, text: str) -> Source:
    doc = parse(text)
    kept = [s for s in doc.sents if SHORTEST <= len(s.text.split()) <= LONGEST and "\n" not in s.text.strip()]
    return Source(corpus, event, topic, doc, kept)


def _lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pools_of(every: Sequence[Source]) -> tuple[Pools, dict[str, str]]:
    """Names by kind over all articles, and the past participle of each verb."""
    pools, names, forms = Pools(), defaultdict(Counter), defaultdict(Counter)
    for source in every:
        for entity in source.doc.ents:
            if (
                entity.label_ in ("PERSON", "ORG", "GPE", "NORP")
                and len(entity.text) < 40
                and entity.text[:1].isupper()
            ):
                names[entity.label_][" ".join(entity.text.split())] += 1
        for token in source.doc:
            if token.tag_ == "VBN" and token.text.islower():
                forms[token.lemma_][token.text] += 1
    pools.every = {kind: [n for n, _ in sorted(c.most_common(1500))] for kind, c in sorted(names.items())}
    return pools, {lemma: c.most_common(1)[0][0] for lemma, c in forms.items() if sum(c.values()) > 1}


def own_names(source: Source) -> dict[str, list[str]]:
    found = defaultdict(set)
    for entity in source.doc.ents:
        if entity.label_ in ("PERSON", "ORG", "GPE", "NORP") and entity.text[:1].isupper() and len(entity.text) < 40:
            found[entity.label_].add(" ".join(entity.text.split()))
    return {kind: sorted(names) for kind, names in sorted(found.items())}


def of_article(source: Source, pools: Pools, participles: dict[str, str], rng: random.Random) -> Iterator[Pair]:
    """The pairs made within one article."""
    pools.own = own_names(source)
    clauses = [list(clauses_of(s)) for s in source.sentences]
    words = [_content(s) for s in source.sentences]
    for at, sentence in enumerate(source.sentences):
        text = _flat(sentence)
        for clause in rng.sample(clauses[at], min(2, len(clauses[at]))):
            yield from _of_clause(source, at, text, clause, pools, participles, rng)
        for name, is_, what in list(appositions_of(sentence))[:1]:
            premise = _passage(source, at, rng)
            told = sentence_of([t.text for t in name] + [is_] + [t.text for t in what])
            yield _pair(premise, told, "apposition", None, 1.0, 0.0, 0.0)
        for change in changes(list(sentence), pools, rng)[:1]:
            yield _changed(text, change, rng, "sentence")
        yield from _neighbours(source, at, clauses, words, rng)


def _of_clause(
    source: Source, at: int, text: str, clause: Clause, pools: Pools, participles: dict[str, str], rng: random.Random
) -> Iterator[Pair]:
    plain = clause.text
    held = (0.85 if clause.reported else 1.0) if clause.held else None
    whole = len(clause.tokens) > 0.85 * len(text.split())
    back = None if whole else 0.0
    premise = _passage(source, at, rng)
    passive = turned(clause, participles)
    said = passive if passive and rng.random() < 0.7 else plain
    roll = rng.random()
    if roll < 0.3:
        yield _pair(premise, said, "clause", 1.0, held, back, 0.0)
    elif roll < 0.4:
        yield _pair(text, _attributed(plain, rng), "attributed", 1.0, None, 0.9 if whole else None, 0.0)
    elif roll < 0.45:
        speaker = rng.choice(SPEAKERS)
        denied = f"{speaker} {rng.choice(DENYING)} {_small(plain, clause)}"
        yield _pair(text, denied[:1].upper() + denied[1:], "denied", 1.0, 0.0, 0.0, 0.8 if clause.held else None)
    elif roll < 0.5:
        after = [t.text for t in clause.tokens if t.i >= clause.verb.i]
        if len(after) >= 4:
            yield _pair(text, " ".join(after), "fragment", 1.0, held, 0.0, 0.0)
    exchanged = swapped(clause)
    if exchanged and exchanged != plain:
        yield _pair(premise, exchanged, "exchanged", None, 0.0, 0.0, 0.85)
    for change in changes(clause.tokens, pools, rng)[: 2 if rng.random() < 0.5 else 1]:
        yield _changed(premise if clause.held else text, change, rng, "clause", clause.held)


def _changed(premise: str, change: Changed, rng: random.Random, of: str, held: bool = True) -> Pair:
    contra = change.contradicts if held else None
    back = change.entails if of == "sentence" else 0.0
    return _pair(
        premise, change.text, f"{change.what} in {of}", change.same, change.entailed if held else None, back, contra
    )


def _neighbours(
    source: Source, at: int, clauses: list[list[Clause]], words: list[frozenset[str]], rng: random.Random
) -> Iterator[Pair]:
    """Another sentence of the article: any, or the one that shares most words with this one."""
    own = words[at]
    others = [(len(own & w) / (1 + min(len(own), len(w))), n) for n, w in enumerate(words) if n != at]
    others = [(shared, n) for shared, n in others if shared < RETOLD]
    if not others or rng.random() < 0.35:
        return
    _, n = max(others) if rng.random() < 0.6 else rng.choice(others)
    other = _flat(source.sentences[n])
    text = rng.choice(clauses[n]).text if clauses[n] and rng.random() < 0.5 else other
    premise = _flat(source.sentences[at]) if rng.random() < 0.7 else _without(_passage(source, at, rng), other)
    yield {"a": premise, "b": text, "kind": "neighbour", **NEGATIVE}


def _without(passage: str, sentence: str) -> str:
    return passage.replace(sentence, "").strip() or passage


def _content(sentence: Span) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in sentence if not t.is_stop and not t.is_punct and not t.is_space)


def _passage(source: Source, at: int, rng: random.Random) -> str:
    """The sentence, often with one before or after it."""
    if rng.random() < 0.5:
        return _flat(source.sentences[at])
    first = max(0, at - rng.choice((0, 1, 1)))
    last = min(len(source.sentences), at + 1 + rng.choice((0, 0, 1)))
    return " ".join(_flat(s) for s in source.sentences[first:last])


def _attributed(plain: str, rng: random.Random) -> str:
    speaker, saying = rng.choice(SPEAKERS), rng.choice(SAYING)
    if rng.random() < 0.4:
        return f"{plain.rstrip('.')}, {speaker} said."
    text = f"{speaker} {saying} {plain}"
    return text[:1].upper() + text[1:]


def _small(plain: str, clause: Clause) -> str:
    return plain if clause.tokens[0].pos_ == "PROPN" else plain[:1].lower() + plain[1:]


def _flat(sentence: Span) -> str:
    return " ".join(sentence.text.split())


def _pair(
    a: str, b: str, kind: str, same: float | None, ab: float | None, ba: float | None, contra: float | None
) -> Pair:
    return {"a": a, "b": b, "kind": kind, "same": same, "ab": ab, "ba": ba, "contra": contra}


def of_events(shared: Path, rng: random.Random) -> Iterator[Pair]:
    """Sentences of two articles on one event that are surely on one point, or on two."""
    told = list(of_reports(texts_of_events(shared), rng))
    for one_point, most in ((True, 4000), (False, 3000)):
        pairs = [(a, b) for a, b, same in told if same is one_point]
        for a, b in rng.sample(pairs, min(most, len(pairs))):
            if one_point:
                yield _pair(a, b, "one event, one point", 0.93, None, None, None)
            else:
                yield _pair(a, b, "one event, two points", 0.03, 0.0, 0.0, 0.0)


def of_recombination(followed: Sequence[tuple[str, str]], rng: random.Random) -> Iterator[Pair]:
    """What follows from a text, said of another name or number of that text."""
    for premise, told in followed:
        wrong = recombined(premise, told, rng)
        if wrong and wrong != told:
            yield _pair(premise, wrong, "recombined", None, 0.0, 0.0, 0.85)


def entailments(path: Path) -> list[tuple[str, str]]:
    """Facts of an encyclopaedia and what follows from them."""
    sets = ("conjnli", "fool-me-twice", "fever-symmetric")
    return [(x["a"], x["b"]) for x in _lines(path) if x["label"] == "entailment" and x["set"] in sets]


def of_lookalikes(every: Sequence[Source], rng: random.Random) -> Iterator[Pair]:
    """The first sentences of articles on two events of one topic."""
    topics = defaultdict(list)
    for source in every:
        if source.corpus == "ecb":
            topics[source.topic].append(source)
    for _, group in sorted(topics.items()):
        pairs = [(a, b) for a, b in combinations(group, 2) if a.event != b.event and a.sentences and b.sentences]
        for a, b in rng.sample(pairs, min(24, len(pairs))):
            one, other = rng.choice(a.sentences[:3]), rng.choice(b.sentences[:3])
            yield _pair(_flat(one), _flat(other), "look-alike event", 0.05, 0.0, 0.0, None)


def of_strangers(every: Sequence[Source], rng: random.Random) -> Iterator[Pair]:
    """Sentences of articles that have nothing to do with each other."""
    for _ in range(700):
        a, b = rng.sample(every, 2)
        if a.topic != b.topic and a.sentences and b.sentences:
            yield {
                "a": _flat(rng.choice(a.sentences)),
                "b": _flat(rng.choice(b.sentences)),
                "kind": "strangers",
                **NEGATIVE,
            }


def of_rewrites(shared: Path, pools: Pools, rng: random.Random) -> Iterator[Pair]:
    """Sentences that one article rewrote from another (found by lineage's own alignment), as they are and changed."""
    groups = defaultdict(list)
    for event, text in texts_of_events(shared):
        groups[event].append(text)
    for path in sorted((shared / "bench" / "lineage" / "articles").glob("*.txt")):
        groups[path.name.split("-")[0]].append(path.read_text(encoding="utf-8").replace(" ### ", "\n"))
    for one in _lines(shared / "bench" / "attribution" / "polnear-train.jsonl"):
        groups["polnear"].append(one["text"])
    seen = set()
    for _, texts in sorted(groups.items()):
        words = [read_words(str(n), text) for n, text in enumerate(texts)]
        for (n, k), (m, j) in rewritten(words):
            a, b = _words_text(words[n], texts[n], k), _words_text(words[m], texts[m], j)
            first, second = (words[x].folded[slice(*words[x].sentences[y])] for x, y in ((n, k), (m, j)))
            if (
                len(set(first) ^ set(second)) < 4
                or frozenset((first, second)) in seen
                or max(len(first), len(second)) > LONGEST
            ):
                continue
            if "\n" in a or "\n" in b:
                continue
            seen.add(frozenset((first, second)))
            yield _pair(a, b, "rewritten", 0.98, None, None, 0.03)
            if rng.random() < 0.5:
                pools.own = {}
                for change in changes(list(parse(b)), pools, rng)[:1]:
                    contra = (
                        change.contradicts
                        if change.what not in ("number", "date") or _holds(a, b, change.text)
                        else None
                    )
                    yield _pair(
                        a,
                        change.text,
                        f"{change.what} in rewritten",
                        change.same,
                        0.0 if contra else None,
                        None,
                        contra,
                    )


def _holds(a: str, b: str, changed: str) -> bool:
    """Whether the word that was changed in `b` stands in `a` too."""
    gone = set(b.replace(",", "").split()) - set(changed.replace(",", "").split())
    return any(word.strip(".,") and word.strip(".,") in a.replace(",", "") for word in gone)


def _words_text(words, text: str, k: int) -> str:
    first, end = words.sentences[k]
    stop = words.ends[end - 1]
    while stop < len(text) and text[stop] in '.!?”"’':
        stop += 1
    start = words.starts[first]
    if start and text[start - 1] in '“"‘$':
        start -= 1
    return text[start:stop].strip()


def main() -> None:
    """Read the command line and write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    rng = random.Random(20)
    every = [source for source in sources(args.shared) if source.sentences]
    pools, participles = pools_of(every)
    made: list[Pair] = []
    for source in every:
        made += of_article(source, pools, participles, rng)
    made += of_rewrites(args.shared, pools, rng)
    made += of_lookalikes(every, rng)
    made += of_strangers(every, rng)
    made += of_events(args.shared, rng)
    plain = [p for p in made if p["kind"] in ("clause", "apposition") and (p["ab"] or 0) > SURE]
    followed = [(str(p["a"]), str(p["b"])) for p in plain]
    made += of_recombination(followed + entailments(args.shared / "bench" / "pairs" / "train.jsonl"), rng)
    made = [p for p in made if p["a"] != p["b"] and len(str(p["a"])) < 900 and len(str(p["b"])) > 12]
    with args.out.open("w", encoding="utf-8") as out:
        for pair in made:
            out.write(json.dumps(pair, ensure_ascii=False) + "\n")
    for kind, count in sorted(Counter(str(p["kind"]) for p in made).items()):
        print(f"{kind:32} {count}")


if __name__ == "__main__":
    main()
