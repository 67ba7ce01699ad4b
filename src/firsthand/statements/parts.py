"""A content cut into the parts that an editor checks one by one.

What somebody is cited for is one part, up to some length; a longer content is cut by sentence, but a sentence that
leans on the one before ("It was destined to fail.") says nothing alone and stays with it. Pieces far apart are parts of
their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from firsthand.text.parts import FINITE
from firsthand.text.sources import Piece

from .reading import Reading

WIDEST_GAP, WIDEST_GAP_BETWEEN = 1.0, 0.5
"""Words that may stand between two pieces of one part, as a share of the words in them: inside a sentence, and from one
sentence to the next. What is shown of a part runs from its start to its end, and most of it should be content."""
LONGEST = 9
"""Sentences of one part."""
SHORT = 100
"""Words of sentences that stay together although each could stand alone. On PolNeAR dev, whole attributions and exact
contents: 25 words .680 and .542, 50 .692 and .555, 75 .697 and .562, 100 .698 and .563, no cut at all .698 and .564
(each with five or nine sentences at most). Up to there a content is a quotation or two; what is longer is a speech."""
SHORTEST = 5
"""Words of the shortest sentence that can stand alone."""
LEANING = frozenset(
    re.findall(
        r"\w+",
        "he she it they we i you him her them us his its their my our your this that these those there here such so"
        " then and but or nor yet",
    )
)
"""First words that point back: personal and demonstrative pronouns, conjunctions (closed classes)."""
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Part:
    pieces: list[Piece]
    sentences: list[int]
    words: int
    between: int = 0


def parts_of(reading: Reading, content: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """The parts of a content, in order."""
    parts: list[_Part] = []
    for start, end in content:
        for sentence in reading.sentences_within(start, end):
            piece = max(start, sentence.start_char), min(end, sentence.end_char)
            words = _words(reading, *piece)
            if words and not (parts and _joined(reading, parts[-1], piece, sentence.start, words)):
                parts.append(_Part([piece], [sentence.start], words))
    return [tuple(part.pieces) for part in parts]


def _joined(reading: Reading, part: _Part, piece: Piece, sentence: int, words: int) -> bool:
    """Put a piece to a part, if it belongs there."""
    between = part.between + _words(reading, part.pieces[-1][1], piece[0])
    together = part.words + words
    is_same = part.sentences[-1] == sentence
    if between > (WIDEST_GAP if is_same else WIDEST_GAP_BETWEEN) * together:
        return False
    if not is_same:
        if len(part.sentences) >= LONGEST or (together > SHORT and not _leans(reading, piece)):
            return False
        part.sentences.append(sentence)
    part.pieces.append(piece)
    part.words, part.between = together, between
    return True


def _leans(reading: Reading, piece: Piece) -> bool:
    """Whether a sentence needs the one before: it opens with a word that points back, is a fragment, or very short."""
    tokens = [t for t in reading.tokens_within(piece) if not (t.is_punct or t.is_quote)]
    if len(tokens) <= SHORTEST or tokens[0].lower_ in LEANING:
        return True
    return not any(t.tag_ in FINITE for t in tokens)


def _words(reading: Reading, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(reading.text, start, end))
