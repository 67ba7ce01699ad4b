"""One thing changed in a sentence: a number, a date, a place, a name, what happened, whether it did."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from .clauses import sentence_of

_NUMBERS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"""
NUMBERS = _NUMBERS.split()
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_OPPOSITES = """
    rise/fall rose/fell risen/fallen rising/falling rises/falls increase/decrease increased/decreased
    increases/decreases increasing/decreasing win/lose won/lost wins/loses winning/losing accept/reject
    accepted/rejected accepts/rejects approve/reject approved/rejected support/oppose supported/opposed
    supports/opposes supporters/opponents confirm/deny confirmed/denied confirms/denies open/close opened/closed
    opens/closes opening/closing arrive/leave arrived/left guilty/innocent alive/dead first/last before/after
    more/less higher/lower highest/lowest largest/smallest bigger/smaller male/female man/woman men/women
    boy/girl husband/wife son/daughter brother/sister father/mother north/south northern/southern east/west
    eastern/western northeast/southwest northwest/southeast early/late earlier/later old/new young/old
    strong/weak legal/illegal success/failure successful/unsuccessful able/unable agree/disagree
    agreed/disagreed allow/ban allowed/banned allows/bans buy/sell bought/sold buys/sells hire/fire hired/fired
    begin/end began/ended start/stop started/stopped include/exclude included/excluded freed/jailed
    released/detained arrested/freed acquitted/convicted gain/loss gains/losses majority/minority public/private
    safe/dangerous always/never all/none many/few most/few present/absent peaceful/violent married/divorced
    attacked/defended praised/criticised praise/criticize praised/criticized welcomed/condemned condemn/welcome
    condemned/praised survived/died died/survived lived/died survive/die possible/impossible likely/unlikely
    true/false improve/worsen improved/worsened strengthen/weaken strengthened/weakened raise/lower
    raised/lowered expand/shrink expanded/shrank up/down above/below over/under inside/outside with/without
    ahead/behind domestic/foreign military/civilian joined/left join/leave launched/cancelled launch/cancel
    resumed/suspended passed/failed destroyed/rebuilt recovered/lost found/lost granted/denied granted/refused
    hurt/unhurt awake/asleep optimistic/pessimistic
"""
OPPOSITES = [pair.split("/") for pair in _OPPOSITES.split()]
OPPOSITE: dict[str, list[str]] = {}
for _pair in OPPOSITES:
    OPPOSITE.setdefault(_pair[0], []).append(_pair[1])
    OPPOSITE.setdefault(_pair[1], []).append(_pair[0])
NOT_DONE = [
    "refused to",
    "failed to",
    "declined to",
    "has yet to",
    "was unable to",
    "decided not to",
    "never managed to",
]
DONE = ["managed to", "went on to", "was able to"]
AUXILIARIES = frozenset(
    [
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "should",
        "does",
        "did",
        "do",
        "may",
        "might",
        "must",
    ]
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A changed text: what was changed, and how surely it contradicts what it was (None: cannot be said)."""

    text: str
    what: str
    contradicts: float | None
    same: float | None = 1.0
    entailed: float = 0.0
    """How surely the unchanged text says it too."""
    entails: float = 0.0


class Pools:
    """Names by kind, to take another one from: of the same document first, else of any."""

    def __init__(self) -> None:
        self.every: dict[str, list[str]] = {}
        self.own: dict[str, list[str]] = {}

    def other(self, kind: str, name: str, rng: random.Random) -> str | None:
        words = set(name.lower().split())
        here = [n for n in self.own.get(kind, []) if not words & set(n.lower().split())]
        pool = here if here and rng.random() < 0.6 else self.every.get(kind, [])
        for _ in range(8):
            if pool:
                found = rng.choice(pool)
                if not words & set(found.lower().split()):
                    return found
        return None


def changes(tokens: Sequence[Token], pools: Pools, rng: random.Random) -> list[Changed]:
    """Every way to change one thing in a clause or sentence, in an order of chance."""
    words = [t.text for t in tokens]
    found = [*_numbers(tokens, words, rng), *_days(tokens, words, rng), *_names(tokens, words, pools, rng)]
    found += [*_opposites(tokens, words, rng), *_polarity(tokens, words, rng)]
    rng.shuffle(found)
    return found


def _with(words: list[str], at: int, new: str | list[str], length: int = 1) -> str:
    put = [new] if isinstance(new, str) else new
    return sentence_of([*words[:at], *put, *words[at + length :]])


def _numbers(tokens: Sequence[Token], words: list[str], rng: random.Random) -> list[Changed]:
    found = []
    for at, token in enumerate(tokens):
        if token.ent_type_ not in ("CARDINAL", "MONEY", "PERCENT", "QUANTITY") or not token.like_num:
            continue
        low = token.lower_
        if low in NUMBERS:
            n = NUMBERS.index(low)
            new = NUMBERS[rng.choice([m for m in range(max(0, n - 6), min(len(NUMBERS), n + 7)) if m != n])]
            found.append(
                Changed(_with(words, at, new.capitalize() if token.text[0].isupper() else new), "number", 0.95)
            )
            continue
        digits = token.text.replace(",", "")
        try:
            value = float(digits)
        except ValueError:
            continue
        if value < 1:
            continue
        written = _written(value * rng.choice([0.4, 0.5, 0.6, 0.7, 0.8, 1.25, 1.3, 1.5, 1.7, 2, 3]), token.text)
        if rng.random() < 0.5 and 2 <= value < 60:
            written = _written(max(1, value + rng.choice([-4, -3, -2, -1, 1, 2, 3, 5])), token.text)
        if written == token.text:
            continue
        found.append(Changed(_with(words, at, written), "number", 0.95))
        bounded = at and tokens[at - 1].lower_ in (
            "than",
            "least",
            "about",
            "nearly",
            "almost",
            "around",
            "over",
            "to",
            "some",
            "$",
        )
        if not bounded and value >= 8:
            lower = _written(_round(value * rng.uniform(0.7, 0.97)), token.text)
            upper = _written(_round(value * rng.uniform(1.1, 1.8)), token.text)
            least = rng.choice([["at", "least"], ["more", "than"], ["over"]])
            most = rng.choice([["fewer", "than"], ["less", "than"], ["up", "to"], ["at", "most"]])
            if float(lower.replace(",", "")) < value < float(upper.replace(",", "")):
                found.append(Changed(_with(words, at, [*least, lower]), "bound", 0.0, 1.0, 1.0, 0.2))
                found.append(Changed(_with(words, at, [*most, upper]), "bound", 0.0, 1.0, 0.9, 0.2))
                found.append(Changed(_with(words, at, [*least, upper]), "number", 0.9))
                found.append(Changed(_with(words, at, [*most, lower]), "number", 0.9))
            found.append(Changed(_with(words, at, ["about", token.text]), "bound", 0.0, 1.0, 1.0, 0.7))
    return found


def _round(value: float) -> float:
    for step in (1000000, 100000, 10000, 1000, 100, 50, 10, 5):
        if value >= step * 4:
            return round(value / step) * step
    return round(value)


def _written(value: float, like: str) -> str:
    if "." in like:
        return f"{value:.{len(like.split('.')[1])}f}"
    return f"{round(value):,}" if "," in like or value >= 10000 else str(round(value))


def _days(tokens: Sequence[Token], words: list[str], rng: random.Random) -> list[Changed]:
    found = []
    for at, token in enumerate(tokens):
        for names in (WEEKDAYS, MONTHS):
            if token.text in names and token.ent_type_ == "DATE":
                new = rng.choice([n for n in names if n != token.text])
                found.append(Changed(_with(words, at, new), "date", 0.85))
        if (
            token.ent_type_ == "DATE"
            and token.text.isdigit()
            and len(token.text) == 4
            and token.text[:2] in ("19", "20")
        ):
            year = int(token.text) + rng.choice([-12, -5, -3, -2, -1, 1, 2, 3, 5])
            found.append(Changed(_with(words, at, str(year)), "date", 0.85))
        elif token.ent_type_ == "DATE" and token.text.isdigit() and int(token.text) <= 31:
            day = rng.choice([d for d in range(1, 29) if d != int(token.text)])
            found.append(Changed(_with(words, at, str(day)), "date", 0.85))
    return found


def _names(tokens: Sequence[Token], words: list[str], pools: Pools, rng: random.Random) -> list[Changed]:
    found = []
    at = 0
    while at < len(tokens):
        kind, start = tokens[at].ent_type_, at
        at += 1
        while at < len(tokens) and tokens[at].ent_type_ == kind and tokens[at].ent_iob_ == "I":
            at += 1
        if kind not in ("PERSON", "ORG", "GPE", "NORP") or not words[start][:1].isupper():
            continue
        new = pools.other(kind, " ".join(words[start:at]), rng)
        if new is None:
            continue
        length = at - start
        if kind == "GPE" and start and tokens[start - 1].lower_ in ("in", "near", "at", "from", "to"):
            found.append(Changed(_with(words, start, new, length), "place", 0.75, None))
        elif tokens[at - 1].dep_ in ("nsubj", "nsubjpass"):
            found.append(Changed(_with(words, start, new, length), "actor", 0.6, None))
        else:
            found.append(Changed(_with(words, start, new, length), "name", 0.55, None))
    return found


def _opposites(tokens: Sequence[Token], words: list[str], rng: random.Random) -> list[Changed]:
    found = []
    for at, token in enumerate(tokens):
        if token.lower_ in OPPOSITE and token.pos_ != "PROPN":
            if (
                token.lower_ in ("with", "over", "up", "under", "down", "most", "all", "before", "after")
                and rng.random() < 0.7
            ):
                continue
            new = rng.choice(OPPOSITE[token.lower_])
            found.append(
                Changed(_with(words, at, new.capitalize() if token.text[0].isupper() else new), "opposite", 0.9)
            )
    return found


def _polarity(tokens: Sequence[Token], words: list[str], rng: random.Random) -> list[Changed]:
    found = []
    for at, token in enumerate(tokens):
        if token.dep_ == "neg" and token.lower_ in ("not", "n't", "never", "n’t"):
            if token.lower_.startswith("n") and token.lower_ != "never" and words[at - 1].lower() in ("ca", "wo"):
                continue
            found.append(Changed(sentence_of([*words[:at], *words[at + 1 :]]), "polarity", 0.95))
        following = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
        if (
            token.lower_ in AUXILIARIES
            and token.pos_ == "AUX"
            and following not in ("not", "n't", "n’t", "never")
            and at
        ):
            found.append(Changed(_with(words, at, [token.text, rng.choice(["not", "not", "never"])]), "polarity", 0.97))
        if (
            token.tag_ == "VBD"
            and token.pos_ == "VERB"
            and token.dep_ in ("ROOT", "ccomp", "conj", "relcl")
            and token.lemma_ not in ("say", "be")
        ):
            if any(c.dep_ in ("aux", "auxpass") for c in token.children) or not at:
                continue
            lemma = token.lemma_.lower()
            found.append(Changed(_with(words, at, ["did", "not", lemma]), "polarity", 0.97))
            found.append(Changed(_with(words, at, [*rng.choice(NOT_DONE).split(), lemma]), "status", 0.95))
            if rng.random() < 0.4:
                found.append(
                    Changed(_with(words, at, [*rng.choice(DONE).split(), lemma]), "status", 0.0, 1.0, 0.95, 0.95)
                )
        if token.tag_ == "VBN" and token.pos_ == "VERB" and at and words[at - 1].lower() in ("was", "were"):
            found.append(Changed(_with(words, at, ["nearly", token.text]), "status", 0.8))
    return found
