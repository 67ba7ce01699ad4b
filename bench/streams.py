"""Made streams: articles of events that never were, as the features that grouping compares.

usage: python bench/streams.py [ARTICLES]     what a stream looks like: story sizes and how strong pairs are

Everything is drawn from one seed. Stories have sizes by a power law and bursts of days; words follow Zipf's law, names
are of the world's famous and of the story's own; a share of the accounts takes over text of an earlier one. One story
in six is a look-alike of an earlier one (its place and some of its names, another day), one in thirty goes on with one
of long ago. The proportions were set by eye so that pairs of one event, look-alikes and strangers have strengths like
those of ECB+ and BASIL: `main` prints them.
"""

from __future__ import annotations

import heapq
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from firsthand.stories.days import Days
from firsthand.stories.features import Features

SEED = 7
FIRST_DAY = date(2015, 1, 1).toordinal()
A_DAY = 2000
"""Articles a day, of all stories."""
STEEPNESS, LARGEST = 2.0, 1500
"""Of the power law of story sizes, and where it is cut."""
WORDS, FAMOUS, TOPICS = 50_000, 4000, 600
LOOK_ALIKE, FOLLOW_UP = 1 / 6, 1 / 30
UNDATED = 0.15
LATE = 0.05
"""Articles that arrive up to sixty days after they were published."""
DIMENSIONS = 384
VOCABULARY = [f"w{number}" for number in range(WORDS)]
RANKS = np.arange(1, WORDS + 1)
CHANCE = np.cumsum(1 / (RANKS + 20.0)) / (1 / (RANKS + 20.0)).sum()
RARITY = np.clip(-np.log(np.diff(CHANCE, prepend=0.0)) - 5.7, 0.0, 10.0)
SIZES = np.cumsum(np.arange(1, LARGEST + 1) ** -STEEPNESS) / (np.arange(1, LARGEST + 1) ** -STEEPNESS).sum()


@dataclass(slots=True)
class MadeStory:
    """One event: the day, the words, names and numbers its accounts draw on."""

    name: str
    day: int
    topic: int
    words: np.ndarray
    names: list[str]
    numbers: list[str]
    vector: np.ndarray
    wires: list[np.ndarray] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MadeArticle:
    """An article as features, and the event that it was made of."""

    features: Features
    event: str


class World:
    """What all stories draw on."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)
        self.topic_words = [self.zipf(150, rare=True) for _ in range(TOPICS)]
        self.topic_vectors = unit(self.random.standard_normal((TOPICS, DIMENSIONS)))
        self.past: list[MadeStory] = []
        self.made = 0

    def zipf(self, count: int, *, rare: bool = False) -> np.ndarray:
        low = 0.35 if rare else 0.0
        return np.searchsorted(CHANCE, low + (1 - low) * self.random.random(count))

    def story(self, day: int) -> MadeStory:
        """A new event; it may resemble one of the last weeks, or go on with one of months ago."""
        draw = self.random.random()
        if self.past and draw < LOOK_ALIKE + FOLLOW_UP:
            return self._after(self.past[int(self.random.integers(len(self.past)))], day, draw < FOLLOW_UP)
        topic = int(self.random.integers(TOPICS))
        return self._keep(MadeStory(
            name=f"e{self.made}", day=day, topic=topic, words=self._words(topic), names=self._names(),
            numbers=[f"{n}" for n in self.random.integers(1, 900, 8)], vector=self._vector(topic, None),
        ))  # fmt: skip

    def _after(self, model: MadeStory, day: int, goes_on: bool) -> MadeStory:
        share = 6 if goes_on else 4
        name = f"{'f' if goes_on else 'l'}{self.made}:{model.name}"
        return self._keep(MadeStory(
            name=name, day=day, topic=model.topic,
            words=np.concatenate([model.words[: 10 * share // 2], self._words(model.topic)[10 * share // 2 :]]),
            names=model.names[:share] + self._names()[share:],
            numbers=[f"{n}" for n in self.random.integers(1, 900, 8)],
            vector=self._vector(model.topic, model.vector),
        ))  # fmt: skip

    def _keep(self, story: MadeStory) -> MadeStory:
        self.made += 1
        if len(self.past) < 4000:
            self.past.append(story)
        else:
            self.past[int(self.random.integers(4000))] = story
        return story

    def _words(self, topic: int) -> np.ndarray:
        of_topic = self.random.choice(self.topic_words[topic], 30, replace=False)
        return np.concatenate([of_topic, self.zipf(50, rare=True)])

    def _names(self) -> list[str]:
        famous = [f"F{int(FAMOUS ** self.random.random())}" for _ in range(5)]
        own = [f"N{n}" for n in self.random.integers(0, 3_000_000, 9)]
        return [famous[0], *own[:3], famous[1], *own[3:], *famous[2:]]

    def _vector(self, topic: int, model: np.ndarray | None) -> np.ndarray:
        near = self.topic_vectors[topic] if model is None else unit(self.topic_vectors[topic] + model)
        return unit(0.65 * near + 0.75 * unit(self.random.standard_normal(DIMENSIONS)))

    # ------------------------------------------------------------------ articles

    def article(self, story: MadeStory, number: int, day: int) -> MadeArticle:
        """One account: of its own or taken over in part from an account before it."""
        random = self.random
        told = story.words[random.random(len(story.words)) < 0.55]
        words = np.concatenate([told, self.zipf(110), random.choice(self.topic_words[story.topic], 12)])
        lead = words[random.random(len(words)) < np.where(np.arange(len(words)) < len(told), 0.45, 0.12)]
        names = [n for i, n in enumerate(story.names) if random.random() < 0.95 - 0.05 * i]
        names += [f"F{int(FAMOUS ** random.random())}" for _ in range(3)] + [f"N{random.integers(0, 3_000_000)}"]
        numbers = [n for n in story.numbers if random.random() < 0.5] + [
            str(random.integers(1, 2030)) for _ in range(3)
        ]
        named = {n: 10.0 * float(np.log1p(random.integers(1, 5))) for n in names}
        counted = dict.fromkeys(numbers, 3.0)
        features = Features(
            article=f"{story.name}-{number}",
            words=bag(words, random.integers(1, 4, len(words)), {**named, **counted}),
            lead=bag(lead, np.ones(len(lead)), dict(list(named.items())[:6])),
            names=bag(words[:0], words[:0], named),
            numbers=bag(words[:0], words[:0], counted),
            pairs=bag(words[:0], words[:0], self._pairs(story)),
            shingles=self._shingles(story),
            days=self._days(story.day, day),
            vector=unit(0.8 * story.vector + 0.6 * unit(random.standard_normal(DIMENSIONS))).astype(np.float32),
        )
        return MadeArticle(features, story.name)

    def _pairs(self, story: MadeStory) -> dict[str, float]:
        """Words in a row of the lead: some are the story's, most the account's own."""
        random = self.random
        shared = [f"{story.name}:{n}" for n in range(10) if random.random() < 0.35]
        own = [f"{one} {two}" for one, two in random.integers(0, WORDS, (24, 2)).tolist()]
        return dict.fromkeys(shared + own, 12.0)

    def _shingles(self, story: MadeStory) -> frozenset[int]:
        random = self.random
        own = random.integers(0, 1 << 32, int(random.integers(150, 500)))
        if story.wires and random.random() < 0.4:
            wire = story.wires[int(random.integers(len(story.wires)))]
            own = np.concatenate([own[: int(len(own) * random.random())], wire[: int(len(wire) * random.random())]])
        if len(story.wires) < 5:
            story.wires.append(own)
        return frozenset(own.tolist())

    def _days(self, event: int, published: int) -> Days:
        own = None if self.random.random() < UNDATED else date.fromordinal(published)
        on = date.fromordinal(event)
        whole = {own} if own else set()
        if own and self.random.random() < 0.6:
            whole.add(on)
        weekdays = frozenset({on.isoweekday()} if self.random.random() < 0.5 else ())
        return Days(own=own, whole=frozenset(whole), yearless=frozenset(), weekdays=weekdays)


def unit(vectors: np.ndarray) -> np.ndarray:
    scaled: np.ndarray = vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)
    return scaled


def bag(words: np.ndarray, uses: np.ndarray, more: dict[str, float]) -> dict[str, float]:
    """A bag as `features` makes it: of unit length, words weighted by rarity and by the logarithm of their uses."""
    weights = RARITY[words] * np.log1p(uses)
    kept = weights > 0
    found = dict(zip([VOCABULARY[w] for w in words[kept].tolist()], weights[kept].tolist(), strict=True)) | more
    values = np.fromiter(found.values(), np.float64, len(found))
    return dict(zip(found, (values / np.sqrt(values @ values)).tolist(), strict=True))


def made_stream(count: int, seed: int = SEED, a_day: int = A_DAY) -> Iterator[MadeArticle]:
    """`count` articles in the order of arrival: by day, some of them late."""
    world = World(seed)
    random = world.random
    waiting: list[tuple[float, int, int, int]] = []
    stories: dict[int, MadeStory] = {}
    left: Counter[int] = Counter()
    day = FIRST_DAY
    while count:
        begun = 0
        while begun < a_day:
            story, size = world.story(day), 1 + int(np.searchsorted(SIZES, random.random()))
            stories[world.made], left[world.made] = story, size
            for number in range(size):
                published = day + random.exponential(1.5)
                arrival = published + (60 * random.random() if random.random() < LATE else random.random())
                heapq.heappush(waiting, (arrival, world.made, number, int(published)))
            begun += size
        day += 1
        while waiting and waiting[0][0] < day and count:
            _, key, number, published_day = heapq.heappop(waiting)
            yield world.article(stories[key], number, published_day)
            count -= 1
            left[key] -= 1
            if not left[key]:
                del left[key], stories[key]


def strengths_of(articles: Sequence[MadeArticle], seed: int = SEED) -> dict[str, list[float]]:
    """Strengths of pairs of one event, of look-alikes and of strangers."""
    from firsthand.stories.similarity import strength

    random = np.random.default_rng(seed)
    found: dict[str, list[float]] = {"one event": [], "look-alikes": [], "strangers": []}
    by_event: dict[str, list[MadeArticle]] = {}
    for one in articles:
        by_event.setdefault(one.event, []).append(one)
    for event, members in by_event.items():
        model = event.partition(":")[2]
        for other in members[1:3]:
            found["one event"].append(strength(members[0].features, other.features))
        if model in by_event:
            found["look-alikes"].append(strength(members[0].features, by_event[model][0].features))
        stranger = articles[int(random.integers(len(articles)))]
        if stranger.event != event:
            found["strangers"].append(strength(members[0].features, stranger.features))
    return found


def main() -> None:
    articles = list(made_stream(int(sys.argv[1]) if len(sys.argv) > 1 else 3000))
    sizes = Counter(one.event for one in articles).values()
    print(
        f"{len(articles)} articles of {len(sizes)} events; largest {sorted(sizes)[-5:]}, alone {list(sizes).count(1)}"
    )
    for name, found in strengths_of(articles).items():
        marks = list(np.percentile(found, [5, 25, 50, 75, 95, 99])) if found else []
        print(f"  {name}: strengths at 5, 25, 50, 75, 95, 99 % {np.round(marks, 1)}")


if __name__ == "__main__":
    main()
