"""Statements as the points they make, laid out so that all pairs of a story can be compared at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Article, Statement
from ..text.english import parse
from ..text.parts import Part, parts_within, whole
from ..text.phrases import Reading, body_of, read_texts

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float32]

BORROWED = 0.5
"""Weight of the words of a subject that a clause takes from its sentence, beside those of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """What one clause of a statement says. `statement` and `article` are numbers in the order of the story."""

    statement: int
    article: int
    part: Part


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The content words of all points in one row, point after point.

    `first` holds where each point's words begin, `head` where its head word stands among them (-1: nowhere);
    `states` are centred on the story and of unit length, shape (words, 384), as are `sentences`, one row a point.
    """

    articles: npt.NDArray[np.int64]
    first: npt.NDArray[np.int64]
    head: npt.NDArray[np.int64]
    states: Array
    weights: Array
    sentences: Array
    numbers: Sequence[Mapping[str, float]]
    """The numerals of each point with their weights."""


def points_of(statements: Sequence[Statement], articles: Mapping[str, Article]) -> list[Point]:
    """The points of all statements, in their order and that of the text."""
    order = {key: n for n, key in enumerate(dict.fromkeys(s.span.article for s in statements))}
    found: list[Point] = []
    for number, statement in enumerate(statements):
        doc = parse(articles[statement.span.article].text)
        spans = [(piece.start, piece.end) for piece in statement.pieces or (statement.span,)]
        parts = parts_within(doc, spans)
        if len(parts) < 2:
            one = whole(doc, spans)
            parts = [one] if one is not None else []
        found.extend(Point(number, order[statement.span.article], part) for part in parts)
    return found


def laid_out(points: Sequence[Point], statements: Sequence[Statement], articles: Mapping[str, Article]) -> Layout:
    """The words of the points with their states and weights. There must be a point."""
    import numpy as np

    keys = list(dict.fromkeys(s.span.article for s in statements))
    readings = dict(zip(keys, read_texts([articles[key].text for key in keys]), strict=True))
    body = body_of(readings.values())
    places = {key: {word.start: n for n, word in enumerate(reading.words)} for key, reading in readings.items()}
    centred = {key: _unit(reading.states - body.mean) for key, reading in readings.items()}
    first: list[int] = []
    heads: list[int] = []
    states: list[Array] = []
    weights: list[float] = []
    numbers: list[dict[str, float]] = []
    sentences: list[Array] = []
    count = 0
    for point in points:
        key = statements[point.statement].span.article
        at, reading = places[key], readings[key]
        own = [at[word.idx] for word in point.part.words if word.idx in at]
        borrowed = [at[word.idx] for word in point.part.subject if word.idx in at]
        chosen = own + borrowed or [-1]
        words = [reading.words[n] for n in chosen if n >= 0]
        weight = [body.weight(word.lemma) * (1.0 if n < len(own) else BORROWED) for n, word in enumerate(words)]
        first.append(count)
        heads.append(count + own.index(at[point.part.head.idx]) if at.get(point.part.head.idx) in own else -1)
        states.append(centred[key][chosen] if words else np.zeros((1, 384), dtype=np.float32))
        weights.extend(weight or [0.0])
        numbers.append({word.lemma: body.weight(word.lemma) for word in words if word.pos == "NUM"})
        sentences.append(_sentence(statements[point.statement], reading, centred[key]))
        count += len(chosen)
    return Layout(
        articles=np.array([point.article for point in points]),
        first=np.array(first),
        head=np.array(heads),
        states=np.concatenate(states),
        weights=np.array(weights, dtype=np.float32),
        sentences=_unit(np.stack(sentences)),
        numbers=numbers,
    )


def _sentence(statement: Statement, reading: Reading, centred: Array) -> Array:
    """The mean state of the sentence that a statement stands in."""
    import numpy as np

    own = reading.between(statement.sentence.start, statement.sentence.end)
    mean: Array = centred[own.start : own.stop].mean(axis=0) if len(own) else np.zeros(384, dtype=np.float32)
    return mean


def _unit(rows: Array) -> Array:
    import numpy as np

    found: Array = (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)
    return found
