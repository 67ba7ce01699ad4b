"""Where the text of an article ends: at comments, lists of teasers, boxes, notices and closing credits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from .bylines import is_name_line
from .calendar import CLOCK_ALONE
from .lines import Line
from .titles import looks_like_title

END_MARKS = frozenset({"comments", "related", "rights", "subscribe"})
_CLOSED = re.compile(r"[.!?][\"”’']?\s*\([A-Z][A-Z&. /]{1,15}\)$")
TAIL_SHARE = 0.22
"""A box's heading ends the article if less than this share of its prose follows; else the box stands in its midst."""

MOST_REMARKS = 40
"""Sentences below a mark that are looked at."""
LONGEST_SUMMARY = 45
"""Words below the headline of a teaser."""
LIST_SHARE = 0.5
"""A list of teasers has less than half of the prose, or it is the page."""
LONGEST_BOX = 6
"""Sentences below a box's heading from which they are the article going on."""


def end_of_text(lines: Sequence[Line], prose: Sequence[int], start: int) -> int:
    """One past the last line of the text."""
    inside = [i for i in prose if i >= start]
    total = sum(weight_of(lines[i]) for i in inside) or 1
    for i in range(start + 1, len(lines)):
        if ends_at(lines, i, inside, total):
            inside = inside[: bisect_left(inside, i)]
            break
        if not (lines[i].label in END_MARKS or _is_card(lines, i) or _signed_off(lines, i)):
            continue
        here = bisect_left(inside, i)
        after = inside[here:] if len(inside) - here < LONGEST_BOX else []
        after = after[1:] if after[:1] == [i] else after
        if not here or not after:
            continue
        # what follows a box's heading is the article going on, unless it is little
        if sum(weight_of(lines[k]) for k in after) < TAIL_SHARE * total and _boxed(lines, i, after):
            inside = inside[:here]
            break
    last = inside[-1]
    if all(line.label is None for line in lines[start:]):
        return len(lines)
    return last + 1


def ends_at(lines: Sequence[Line], mark: int, prose: Sequence[int], total: int) -> bool:
    """Whether the sentences of a text (lines `prose`, of `total` weight) end at a mark, as what follows it is comments
    or teasers."""
    if lines[mark].label not in {"comments", "related"}:
        return False
    cut = bisect_left(prose, mark)
    if not cut:
        return False
    return _is_talk(lines, mark, prose[cut:]) or _is_list(lines, mark, prose[cut:], total)


def _is_list(lines: Sequence[Line], mark: int, after: Sequence[int], total: int) -> bool:
    """Whether below "Related articles" stands nothing but headlines, each with a sentence or two at most."""
    if lines[mark].label != "related" or not 0 < len(after) <= MOST_REMARKS or after[0] == mark + 1:
        return False
    short = all(lines[k].block.words <= LONGEST_SUMMARY and not lines[k - 1].prose for k in after)
    return short and sum(weight_of(lines[k]) for k in after) < LIST_SHARE * total


def _is_talk(lines: Sequence[Line], mark: int, after: Sequence[int]) -> bool:
    """Whether most sentences below a mark of comments are remarks: right below a date, an age or a person's name."""
    if lines[mark].label != "comments":
        return False
    above = [lines[i - 1] for i in after[:MOST_REMARKS]]
    told = sum(line.label == "date" or (not line.prose and is_name_line(line.text)) for line in above)
    return bool(after) and told * 2 >= len(above)


def weight_of(line: Line) -> int:
    """What a line counts beside others: its words, up to 80."""
    return min(line.block.words, 80)


def _boxed(lines: Sequence[Line], mark: int, after: Sequence[int]) -> bool:
    """Whether what follows a mark looks like a box: short pieces, each with a heading, a date or a mark at its side."""
    sides = sum(1 for k in after if _alone(lines, k))
    return lines[mark].label in {"comments", "rights"} or _signed_off(lines, mark) or sides * 2 >= len(after)


def _signed_off(lines: Sequence[Line], i: int) -> bool:
    """Whether a line of furniture follows a paragraph that closes with an agency: "… no statement either. (NWA)"."""
    return lines[i].label is not None and lines[i - 1].prose and bool(_CLOSED.search(lines[i - 1].text[-30:]))


def _is_card(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the headline of a teaser: a day right below it, a sentence below that."""
    if i + 2 >= len(lines) or lines[i].label is not None or lines[i].prose or not looks_like_title(lines[i].text):
        return False
    dated = lines[i + 1].label == "date" and not CLOCK_ALONE.fullmatch(lines[i + 1].text)
    return dated and lines[i + 2].prose


def _alone(lines: Sequence[Line], k: int) -> bool:
    before = k == 0 or not lines[k - 1].prose
    after = k + 1 >= len(lines) or not lines[k + 1].prose
    return before and after
