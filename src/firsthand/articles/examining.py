"""One HTML page examined: what it shows, what stands around its lines, the evidence for each; and the main text that
follows from it with the shares that a forest gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .body import Body, find_body, without_talk
from .choosing import SURE, chosen_body, is_decided
from .containers import Column
from .evidence import WORDS, evidence_for
from .extraction import extract
from .furnishing import furniture_names
from .lines import Line
from .ruling_out import lines_of, ranges_ruled_out
from .surroundings import Surroundings
from .told import Told, read_told
from .visible import Visible


@dataclass(frozen=True, slots=True)
class Examined:
    """A page's source with what was read of it, and one row of evidence for each line that it shows."""

    source: str
    visible: Visible
    around: Surroundings
    told: Told
    evidence: Column


def examine(source: str, visible: Visible, title: str | None) -> Examined:
    """The page with the evidence for its lines; `title` as its head gives it."""
    around = Surroundings(visible.elements, [line.element for line in visible.lines])
    told = read_told(source, title)
    return Examined(source, visible, around, told, evidence_for(visible, around, told))


def main_body(page: Examined, shares: Column) -> tuple[list[Line], Body | None]:
    """The page's lines, and its main text by the structure of its markup; by its words alone where that finds none."""
    visible = page.visible
    names = furniture_names(page.around, [line.element for line in visible.lines])
    words = page.evidence[:, WORDS]
    lines = lines_of(visible, words, shares, names)
    main_text = None
    if not is_decided(words, shares):
        left_out = (*visible.unseen, *ranges_ruled_out(visible, shares))
        main_text = extract(page.source, left_out, visible.elements.deepest + visible.nested)
    chosen = chosen_body(lines, main_text, shares.tolist(), names, page.told.title)
    if chosen is None:
        return lines, find_body(lines)
    return lines, _without_talk(page, lines, chosen, shares)


def _without_talk(page: Examined, lines: Sequence[Line], chosen: Body, shares: Column) -> Body:
    """The body without comments and teasers below it, as far as words tell; where the markup names its parts, what the
    forest is certain of stays."""
    quiet = without_talk(lines, chosen)
    lost = chosen.kept[len(quiet.kept) :]
    return chosen if any(page.around.hints) and any(shares[i] > SURE for i in lost) else quiet
