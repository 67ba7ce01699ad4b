"""Pairs made by words alone, without a parse: names recombined, and sentences of two reports of one event."""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from firsthand.lineage.sentences import sentence_stretches
from firsthand.lineage.words import FUNCTION_WORDS, WORD, fold

NAME = re.compile(r"\b[A-Z][\w.'’-]*(?: (?:of |and |de |bin |al-)?[A-Z][\w.'’-]*){0,3}")
NUMBER = re.compile(r"(?:[$€£]\s?)?\b\d[\d,.]*\b(?: ?(?:%|percent|million|billion|m|bn))?")
RETOLD, LED, APART = 0.5, 0.3, 0.12
"""Weight of the words in common, of all words of the lighter sentence, by rarity in the reports: from the first
on nearly always one point; from the second on where both are among the first sentences; up to the third two points."""
LONGEST = 48


def recombined(premise: str, told: str, rng: random.Random) -> str | None:
    """What follows from the premise, with a name or number replaced by another that stands in the premise."""
    ways = []
    here = {word.lower() for word in re.findall(r"\w+", told)}
    for pattern in (NAME, NUMBER):
        others = [m.group().strip(" .,'’-") for m in pattern.finditer(premise)]
        others = [
            o for o in others if len(o) > 1 and not {w.lower() for w in re.findall(r"\w+", o)} & (here | FUNCTION_WORDS)
        ]
        for match in pattern.finditer(told):
            own = match.group().rstrip(" .,'’-")
            if own.lower() in FUNCTION_WORDS or len(own) < 2:
                continue
            ways += [(match.start(), match.start() + len(own), other) for other in dict.fromkeys(others)]
    if not ways:
        return None
    start, end, other = rng.choice(ways)
    return told[:start] + other + told[end:]


def of_reports(reports: Iterable[tuple[str, str]], rng: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Two sentences of two reports of one event, and whether they are on one point."""
    events = defaultdict(list)
    for event, text in reports:
        events[event].append(text)
    for _, texts in sorted(events.items()):
        told = [
            (n, k, text[a:b].strip(), frozenset(_words(text[a:b])))
            for n, text in enumerate(texts if len(texts) <= 8 else rng.sample(texts, 8))
            for k, (a, b) in enumerate(sentence_stretches(text)[:30])
        ]
        told = [one for one in told if 6 <= len(one[2].split()) <= LONGEST and "\n" not in one[2]]
        count = Counter(word for one in told for word in one[3])
        weight = {word: math.log((len(told) + 1) / (n + 0.5)) for word, n in count.items()}
        for i, (n, k, text, words) in enumerate(told):
            for m, j, beside, others in told[i + 1 :]:
                shared = sum(weight[w] for w in sorted(words & others))
                share = shared / max(0.1, min(sum(weight[w] for w in sorted(s)) for s in (words, others)))
                if n == m or text == beside or len(words & others) < 2:
                    continue
                if (share >= RETOLD and len(words & others) > 3) or (share >= LED and k < 2 and j < 2):
                    yield text, beside, True
                elif share <= APART and rng.random() < 0.06:
                    yield text, beside, False


def _words(text: str) -> Iterator[str]:
    for match in WORD.finditer(text):
        if match.group().lower() not in FUNCTION_WORDS:
            yield fold(match.group())
