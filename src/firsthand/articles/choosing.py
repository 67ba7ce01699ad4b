"""Which lines of an HTML page are its article: what two witnesses say, trafilatura's text and the forest's shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .body import Body, is_kicker
from .containers import Column
from .lines import Line
from .told import letters

COVERED = 0.5
"""Share of a line's letters that the main text must have for the line to belong to it."""
LEAST = 0.06
SURE = 0.95
"""A line that the main text has stays unless the forest all but excludes it; one that it lacks is added only where the
forest is as good as certain. Over 181 pages, trees grown without the page's site, F1 .974 to .977 for any pair of
.03 to .12 and .93 to .97; the main text alone has .962, the forest alone .937 to .960."""
ALONE = 0.4
"""Share from which the forest alone takes a line, on a page that trafilatura was not asked about or could not read."""
DECIDED = 0.2
"""Words of lines between the two thresholds, beside those of certain lines, up to which trafilatura need not be asked:
so two thirds of 181 pages of unseen sites, F1 .9770 (.9766 when it is always asked)."""
LEFT_OUT = frozenset({"related", "subscribe", "advert", "comments", "byline"})
"""Labels that overrule both: leaving them out raised F1 on the Scrapinghub pages (captions, dates, shares and notices
lowered it: what looks like one is text there)."""
AHEAD = 20_000
LEAST_SENTENCE = 12


def is_decided(words: Column, shares: Column) -> bool:
    """Whether the forest leaves so little open that the other witness is not worth its time."""
    between = words[(shares > LEAST) & (shares <= SURE)].sum()
    return bool(between <= DECIDED * words[shares > SURE].sum())


def chosen_body(
    lines: Sequence[Line], main_text: str | None, shares: Sequence[float], names: Sequence[str], told_title: str
) -> Body | None:
    """The article's lines. `names` say what each line is if it is not one of them and its words do not tell."""
    own = [letters(line.text) for line in lines]
    titled = [len(told_title) > 8 and line == told_title for line in own]
    covered = _covered(own, main_text) if main_text else []
    kept = [i for i in _kept(shares, covered) if lines[i].label not in LEFT_OUT and not titled[i]]
    while len(kept) > 1 and is_kicker(lines[kept[0]]):
        kept = kept[1:]
    kept = kept or [i for i, here in enumerate(covered) if here]
    if not kept:
        return None
    text = set(kept)
    title = titled.index(True) if True in titled else None
    labels = {i: line.label or names[i] for i, line in enumerate(lines) if i not in text and i != title}
    return Body(None if title in text else title, tuple(kept), labels)


def _kept(shares: Sequence[float], covered: Sequence[bool]) -> list[int]:
    if not covered:
        return [i for i, share in enumerate(shares) if share > ALONE]
    return [i for i, share in enumerate(shares) if share > (LEAST if covered[i] else SURE)]


def _covered(own: Sequence[str], main_text: str) -> list[bool]:
    """Whether the main text has each line, found by its letters, paragraph by paragraph, in order."""
    taken = _taken("".join(own), main_text)
    covered: list[bool] = []
    offset = 0
    for line in own:
        covered.append(bool(line) and taken.count(1, offset, offset + len(line)) >= COVERED * len(line))
        offset += len(line)
    return covered


def _taken(stream: str, text: str) -> bytearray:
    """A mark for each letter of the page that the text has."""
    taken = bytearray(len(stream))
    at = 0
    for wanted, loose in _pieces(text, stream):
        place = stream.find(wanted, at, at + AHEAD if loose else len(stream))
        place = stream.find(wanted) if place < 0 and not loose else place
        if place >= 0:
            at = place + len(wanted)
            taken[place:at] = b"\x01" * len(wanted)
    return taken


def _pieces(text: str, stream: str) -> Iterator[tuple[str, bool]]:
    """The letters of each paragraph, or of its sentences where the paragraph as a whole is not on the page."""
    for paragraph in text.split("\n"):
        wanted = letters(paragraph)
        if wanted and wanted in stream:
            yield wanted, False
        elif wanted:
            sentences = (letters(sentence) for sentence in _sentences(paragraph))
            yield from ((sentence, True) for sentence in sentences if len(sentence) >= LEAST_SENTENCE)


def _sentences(paragraph: str) -> list[str]:
    """The stretches between marks that end a sentence, at most four hundred."""
    for mark in (". ", "! ", "? ", "| "):
        paragraph = paragraph.replace(mark, mark + "\n")
    return paragraph.split("\n")[:400]
