"""Stretches of text as what they are about: content words, their weight in a body of text, and their meaning in place.

Two phrases are compared by soft word alignment: every content word is matched with the likest word of the other side by
the states of the sentence encoder, weighted by how rare it is in the body of text (after BERTScore, Zhang et al. 2020,
with idf weights). All accounts of one story share its topic, and with it much of every vector: so the mean vector of
the body is taken off first, and what is left tells its points apart.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .embeddings import EncodedSentence, encode
from .english import parse_all
from .keeping import Kept

FADING = 0.7
"""How much of a word's weight is left at each step away from a value."""

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from spacy.tokens import Doc, Span, Token

    Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """A content word: where it stands in the text, its lemma in lower case, its part of speech (Universal POS)."""

    start: int
    end: int
    lemma: str
    pos: str


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One text, parsed and encoded: its content words and their states, shape (number of words, 384)."""

    doc: Doc
    words: tuple[Word, ...]
    states: Array
    starts: tuple[int, ...]
    """Where each of the words begins."""

    def between(self, start: int, end: int) -> range:
        """The places of the content words that begin between two offsets. Words stand in the order of the text."""
        first = bisect_left(self.starts, start)
        return range(first, bisect_left(self.starts, end, lo=first))


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """What a set of texts has in common: the mean word state, and in how many sentences each lemma stands."""

    mean: Array
    sentences: int
    frequency: Counter[str]

    def weight(self, lemma: str) -> float:
        """Inverse sentence frequency, natural logarithm."""
        return math.log((self.sentences + 1) / (self.frequency[lemma] + 0.5))


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """The content words of one stretch; `states` and `vector` are centred on the body and of unit length."""

    words: tuple[Word, ...]
    weights: Array
    states: Array
    vector: Array
    heavy: Mapping[str, float]
    """The weight of each lemma; of a lemma that stands twice, of its last."""
    total: float
    """Weight of all words."""
    mass: float
    """Weight of all lemmas."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two phrases are, each 0..1 (cosines can fall below): `meaning` of the whole, `left_held` the share of
    the left side's words that the right has in some form, `right_held` the other way, `same` the weight of equal lemmas
    over all lemmas, `within` over the lighter side."""

    meaning: float
    left_held: float
    right_held: float
    same: float
    within: float
    weight: float
    """Summed weight of the equal lemmas."""

    @property
    def covers(self) -> float:
        """The share of the better covered side's words that the other has in some form."""
        return max(self.left_held, self.right_held)

    @property
    def covered(self) -> float:
        """The share of the less covered side's words that the other has in some form."""
        return min(self.left_held, self.right_held)


READINGS_KEPT = 128
"""Texts whose reading is kept: the articles of one story, for the stages that ask for them in turn."""


def read_text(text: str) -> Reading:
    """A text's content words with their states in context."""
    return read_texts([text])[0]


def read_texts(texts: Sequence[str]) -> list[Reading]:
    """The readings of several texts: parsed and encoded together, which takes less time than one by one."""
    return _readings.all_of(texts, _read)


_readings: Kept[str, Reading] = Kept(READINGS_KEPT)


def _read(texts: Sequence[str]) -> list[Reading]:
    docs = parse_all(texts)
    sentences = [[s for s in doc.sents if any(is_content(token) for token in s)] for doc in docs]
    encoded = iter(encode([sentence.text for own in sentences for sentence in own]))
    return [_reading(doc, [(one, next(encoded)) for one in own]) for doc, own in zip(docs, sentences, strict=True)]


def _reading(doc: Doc, sentences: Sequence[tuple[Span, EncodedSentence]]) -> Reading:
    import numpy as np

    words: list[Word] = []
    states: list[Array] = []
    for sentence, encoded in sentences:
        starts, ends = encoded.offsets[:, 0].tolist(), encoded.offsets[:, 1].tolist()
        for token in sentence:
            if is_content(token):
                words.append(Word(token.idx, token.idx + len(token), token.lemma_.lower(), token.pos_))
                start = token.idx - sentence.start_char
                own = bisect_right(ends, start), bisect_left(starts, start + len(token))
                states.append(_state(*own, encoded))
    stacked = _unit(np.stack(states)) if states else np.zeros((0, 384), dtype=np.float32)
    return Reading(doc, tuple(words), stacked, tuple(word.start for word in words))


def body_of(readings: Iterable[Reading]) -> Body:
    """What the texts have in common."""
    return _body(tuple(readings))


@lru_cache(maxsize=8)
def _body(readings: tuple[Reading, ...]) -> Body:
    import numpy as np

    frequency: Counter[str] = Counter()
    sentences = 0
    for reading in readings:
        for sentence in reading.doc.sents:
            sentences += 1
            frequency.update({token.lemma_.lower() for token in sentence if is_content(token)})
    states = [reading.states for reading in readings if len(reading.words)]
    mean = np.concatenate(states).mean(axis=0) if states else np.zeros(384, dtype=np.float32)
    return Body(mean, max(sentences, 1), frequency)


def phrase_of(reading: Reading, spans: Sequence[tuple[int, int]], body: Body) -> Phrase:
    """The content words of a text that lie within the spans."""
    import numpy as np

    chosen = sorted({i for start, end in spans for i in reading.between(start, end)})
    words = tuple(reading.words[i] for i in chosen)
    weights = np.array([body.weight(word.lemma) for word in words], dtype=np.float32)
    centred = reading.states[chosen] - body.mean
    vector = centred.mean(axis=0) if chosen else np.zeros(384, dtype=np.float32)
    return _phrase(words, weights, centred, vector)


def around(reading: Reading, start: int, end: int, body: Body) -> Phrase:
    """What a value stands in: the words of its sentence but its own, each the lighter the further away it is in the
    dependency tree. Two values with like surroundings say the same of the same thing."""
    import numpy as np

    own = reading.doc.char_span(start, end, alignment_mode="expand")
    if own is None:
        return phrase_of(reading, [], body)
    far = _distances(own.root)
    inside = reading.between(own.sent.start_char, own.sent.end_char)
    chosen = [i for i in inside if not start <= reading.words[i].start < end]
    words = tuple(reading.words[i] for i in chosen)
    decay = [FADING ** far.get(word.start, len(far)) for word in words]
    weights = np.array([body.weight(w.lemma) * d for w, d in zip(words, decay, strict=True)], dtype=np.float32)
    centred = reading.states[chosen] - body.mean
    total = float(weights.sum()) or 1.0
    vector = (centred * weights[:, None]).sum(axis=0) / total if chosen else np.zeros(384, dtype=np.float32)
    return _phrase(words, weights, centred, vector)


def _phrase(words: tuple[Word, ...], weights: Array, centred: Array, vector: Array) -> Phrase:
    heavy = {word.lemma: weight for word, weight in zip(words, weights.tolist(), strict=True)}
    unit = _unit(vector[None])[0]
    return Phrase(words, weights, _unit(centred), unit, heavy, float(weights.sum()), sum(heavy.values()))


def _distances(root: Token) -> dict[int, int]:
    """Steps in the dependency tree from a token to every token of its sentence, by where they start."""
    sentence = root.sent
    begin = sentence.start
    starts = []
    beside: list[list[int]] = [[] for _ in range(len(sentence))]
    for place, token in enumerate(sentence):
        starts.append(token.idx)
        head = token.head.i - begin
        if head != place:
            beside[place].append(head)
            beside[head].append(place)
    edge = [root.i - begin]
    far = {edge[0]: 0}
    for place in edge:  # it grows as it is walked
        for other in beside[place]:
            if other not in far:
                far[other] = far[place] + 1
                edge.append(other)
    return {starts[place]: steps for place, steps in far.items()}


def liken(left: Phrase, right: Phrase) -> Likeness:
    """How alike two phrases of one body are."""
    if not left.words or not right.words:
        return Likeness(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    cosines = left.states @ right.states.T
    there = float((cosines.max(axis=1) * left.weights).sum() / left.total)
    back = float((cosines.max(axis=0) * right.weights).sum() / right.total)
    shared = sum(left.heavy[lemma] for lemma in sorted(left.heavy.keys() & right.heavy.keys()))
    mass, other = left.mass, right.mass
    return Likeness(
        meaning=float(left.vector @ right.vector),
        left_held=there,
        right_held=back,
        same=shared / max(mass + other - shared, LEAST_MASS),
        within=shared / max(min(mass, other), LEAST_MASS),
        weight=shared,
    )


LEAST_MASS = 1e-9
"""What words come to at least that weigh nothing, as one that every sentence of a text has."""


def is_content(token: Token) -> bool:
    """Whether a token is a content word. "May" and "US" look like stop words, and are none as names."""
    if token.is_punct or token.is_space:
        return False
    return not token.is_stop or token.like_num or token.pos_ == "PROPN"


def _state(first: int, last: int, encoded: EncodedSentence) -> Array:
    """The mean state of the pieces that a token was cut into; beyond the encoder's window, the sentence's vector."""
    if last - first == 1:
        alone: Array = encoded.states[first]
        return alone
    found: Array = encoded.states[first:last].mean(axis=0) if first < last else encoded.vector
    return found


def _unit(rows: Array) -> Array:
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Array = (rows / np.maximum(lengths, 1e-9)).astype(np.float32)
    return found
