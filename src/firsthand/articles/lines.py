"""Blocks with what they are: article text, or furniture of some kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.text.agencies import is_known

from .blocks import Block, squeezed, words_of
from .bylines import is_byline, is_outlet_line
from .calendar import DATE
from .captions import LONGEST, is_caption, is_loud_caption, is_maker_line
from .datelines import read_dateline
from .wording import label_of

_ENDS = re.compile(r"[.!?…:;][\"”’'»)\]]*$|[.!?][\"”’'»)\]]*\s*\([A-Z][\w /&.-]{1,30}\)\W*$|[\"”][.,)]?$")
_CONTRIBUTED = re.compile(
    r"[\W_]*(?:.{3,200}\bcontribut(?:ed|ing)(?: (?:reporting|research)| to (?:this|the) (?:report|story|article|"
    r"post|dispatch|review|piece|column)|\W*$).{0,60}$|\(?(?:reporting|writing|editing|additional reporting|"
    r"compiled) by\b.{3,600}$|"
    r"\(?with (?:additional )?(?:inputs?|reporting|files|reports?|agenc).{3,100}$|follow .{3,300}\b(?:twitter|"
    r"at)\b.{0,20}\S+$|"
    r".{2,60} is on twitter\b.{0,60}$|(?:e-?mail|tweet|contact|write to|reach)\b.{0,80}@.{3,60}$)",
    re.IGNORECASE,
)


# "(SOUNDBITE OF MUSIC)" in the transcript of a broadcast
_STAGE = re.compile(r"[(\[][A-Z]{3,20}(?: [A-Z’',.]{1,20}){1,8}[)\]]")
# "6/3/25, 10:44 PM    Crack in pier closes bridge - The Valley Herald"
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s?[AP]M)?\s+(?=\S)", re.IGNORECASE)
# "Latest | Video | Money | Stars": three links or more, each of a word or two
_BAR = re.compile(
    r"\W{0,3}(?:[\w&’'-]{1,20}(?: [\w&’'-]{1,20})?\s{0,3}[|•·›>]\s{0,3}){2,20}[\w&’'-]{1,20}(?: [\w&’'-]{1,20})?\W{0,3}"
)
MANY = 10
"""Words in title case that are a headline whatever mark they end in; fewer may be a sentence of names."""
SMALL = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per the to up via vs with".split()  # noqa: SIM905
)
"""Words that title case leaves small."""
LONGEST_SEARCHED = 60_000


@dataclass(frozen=True, slots=True)
class Line:
    """A block and its label: None for article text. `prose` marks sentences, `strong` a label that the form leaves no
    doubt of."""

    block: Block
    label: str | None
    prose: bool

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text


FEW = 3
"""Words of a value behind a label ("- India"): longer lines may be text."""


def read_lines(blocks: Sequence[Block]) -> list[Line]:
    """Each block with its label, from its words and form and from what is repeated and adjoins."""
    labels = [_label(block.text) for block in blocks]
    _mark_captions(blocks, labels)
    _mark_running(blocks, labels)
    _mark_boxed(blocks, labels)
    _mark_pulled(blocks, labels)
    _mark_values(blocks, labels)
    return [Line(block, label, label is None and is_prose(block)) for block, label in zip(blocks, labels, strict=True)]


def _mark_values(blocks: Sequence[Block], labels: list[str | None]) -> None:
    """What stands behind a label of the page: "- India" under "- Country:"."""
    for k in range(1, len(blocks)):
        before = blocks[k - 1].text.rstrip()
        if labels[k - 1] and before.endswith(":") and labels[k] is None and blocks[k].words <= FEW:
            labels[k] = labels[k - 1]


def _label(text: str) -> str | None:
    label = "other" if _STAGE.fullmatch(text) else label_of(text)
    if label is not None:
        return label
    if text[:3].lower() == "by " and is_byline(text):
        return "byline"
    if _BAR.fullmatch(text):
        return "navigation"
    if is_maker_line(text):
        return "caption"
    if is_outlet_line(text) and not is_known(text.strip("•|- ")):
        return "publisher"
    if is_byline(text) or (len(text) < 700 and _CONTRIBUTED.match(text)):
        return "byline"
    return None


def _mark_captions(blocks: Sequence[Block], labels: list[str | None]) -> None:
    """Captions by form; beside a photographer's line also by their present tense or by being there twice."""
    for i, block in enumerate(blocks):
        if labels[i] is None and is_caption(block.text) and read_dateline(block.text) is None:
            labels[i] = "caption"
    makers = [is_maker_line(block.text) for block in blocks]
    times = Counter(squeezed(block.text) for block in blocks if len(block.text) < 700) if any(makers) else Counter()
    for i, block in enumerate(blocks):
        credited = i + 1 < len(blocks) and makers[i + 1]
        beside = {labels[k] for k in (i - 1, i + 1) if 0 <= k < len(blocks)}
        if (
            labels[i] is None
            and "caption" in beside
            and is_loud_caption(block.text)
            and read_dateline(block.text) is None
        ):
            labels[i] = "caption"
        if labels[i] is None and credited and block.words > 12:
            again = times[squeezed(block.text)] > 1
            labels[i] = "caption" if again or _is_dated(block.text) else None


def _is_dated(text: str) -> bool:
    """Whether a text of a caption's length gives a full date: reports leave the year out, captions never do."""
    return len(text) <= LONGEST and any(match["y1"] or match["y2"] or match["y3"] for match in DATE.finditer(text))


def _mark_running(blocks: Sequence[Block], labels: list[str | None]) -> None:
    """The head and foot of printed pages: a date and a time of day before the same words, again and again."""
    running = [_running(block.text) for block in blocks]
    times = Counter(text for text in running if text)
    for i, text in enumerate(running):
        if text and times[text] > 1:
            labels[i] = "navigation"


def _running(text: str) -> str | None:
    match = _PRINTED.match(text) if len(text) < LONGEST else None
    return squeezed(text[match.end() :]) if match else None


def _mark_boxed(blocks: Sequence[Block], labels: list[str | None]) -> None:
    """A short line between two lines of a sign-up or share box belongs to the box."""
    box = {"subscribe", "share", "advert"}
    for i in range(1, len(blocks) - 1):
        around = {labels[i - 1], labels[i + 1]}
        if labels[i] is None and around <= box and "subscribe" in around and blocks[i].words <= 12:
            labels[i] = "subscribe"


def _mark_pulled(blocks: Sequence[Block], labels: list[str | None]) -> None:
    """A sentence set apart that stands in a longer paragraph as well: a pull quote. Nothing is lost by leaving it."""
    long = [
        squeezed(block.text) for block, label in zip(blocks, labels, strict=True) if label is None and block.words > 12
    ]
    whole = "|".join(long)[:LONGEST_SEARCHED]
    there = frozenset(long)
    for i in range(1, len(blocks)):
        own = squeezed(blocks[i].text) if labels[i] is None and 6 <= blocks[i].words <= 45 else ""
        if own and whole.count(own) > (own in there) and own not in long[:1] and not _heads(blocks, i, own):
            labels[i] = "other" if any(own in other and own != other for other in long) else None


def _heads(blocks: Sequence[Block], i: int, own: str) -> bool:
    """Whether a line without a full stop stands right above the paragraph that says it again: a headline."""
    texts = (block.text for block in blocks[i + 1 : i + 9] if block.words > 12)
    below = next((text for text in texts if squeezed(text) != own), "")
    return not _ENDS.search(blocks[i].text[-80:]) and own in squeezed(below[:600])


def is_prose(block: Block) -> bool:
    """Whether a block is made of sentences rather than being a heading or a label."""
    words = block.words
    if words >= 22:
        return True
    return words >= 6 and bool(_ENDS.search(block.text[-80:])) and not _is_shouted(block.text)


def _is_shouted(text: str) -> bool:
    """A headline that ends in a mark, its longer words capitalised: title case throughout, if it is a full stop."""
    if is_title_case(text):
        return True
    if not text.rstrip("\"”’'").endswith(("?", "!", "…", "...")) or ". " in text:
        return False
    long = [word for word in words_of(text) if len(word) > 3]
    return len(long) > 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def is_title_case(text: str) -> bool:
    """Whether a line has many words, and all but the small ones of titles are capitalised."""
    words = words_of(text)
    if not MANY <= len(words) <= 40:
        return False
    return all(not word[0].islower() or word in SMALL for word in words)
