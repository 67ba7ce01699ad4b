"""The events that the accounts date, in order; where they date one differently, its days side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from datetime import date
from itertools import combinations

from ..model import Dating, Finding, FindingKind, Span, Stance, TimeExpression, TimelineEntry
from ..text.grouping import average_link
from .agreement import Agreement
from .dated import SHOWN, Dated, dated_by
from .facets.times import LEAST, compare, likely_one_event
from .material import Material
from .slots import nearest_pairs

SURE = 1.0
"""How likely two times are of one event that a finding shows side by side."""
RETOLD = 0.9
"""The same of two times that agree and that are given by words of one claim. Stated."""


def timeline_of(material: Material, findings: Sequence[Finding]) -> tuple[TimelineEntry, ...]:
    """One entry for each event, earliest first: when it was by most accounts, as finely as one of those tells it, and
    beside it the other times that the `findings` show for it."""
    dated = [one for key in material.articles for one in dated_by(material, key)]
    retold = _retold(dated)
    first = {i: n for n, group in enumerate(retold) for i in group}
    pairs = ((first[i], first[j]) for i, j in _at_odds(dated, findings))
    at_odds = {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}
    likely = _likely([dated[group[0]] for group in retold], at_odds)
    events = [[dated[i] for n in group for i in retold[n]] for group in average_link(len(retold), likely, LEAST)]
    entries = [_entry(told) for told in events if not all(one.is_fragment for one in told)]
    return tuple(entry for _, entry in sorted(entries, key=lambda row: row[0]))


def _retold(dated: Sequence[Dated]) -> list[list[int]]:
    """The times that are surely of one event: those of one clause that agree ("at 7 p.m. on Tuesday"), and those that
    are the same and are given by words of one claim."""
    joined: dict[int, int] = {}

    def top(i: int) -> int:
        while joined.get(i, i) != i:
            i = joined[i]
        return i

    met: dict[tuple[str, str], int] = {}
    for i, one in enumerate(dated):
        for claim in sorted(one.claims):
            joined[top(i)] = top(met.setdefault((claim, one.one.value.value), i))
    for i, j in sorted(_of_one_clause(dated)):
        joined[top(j)] = top(i)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(dated)):
        groups[top(i)].append(i)
    return sorted(groups.values())


def _likely(dated: Sequence[Dated], at_odds: Set[tuple[int, int]]) -> Mapping[tuple[int, int], float]:
    """How likely two of the times are of one event; nothing for times that cannot both be meant, unless a finding
    shows them side by side."""
    found = dict.fromkeys(sorted(at_odds), SURE)
    for i, j in nearest_pairs([one.one for one in dated]):
        left, right = dated[i], dated[j]
        if (i, j) not in found and _meet(left.one.value, right.one.value):
            likely = likely_one_event(left.one, right.one)
            found[i, j] = max(likely, RETOLD) if left.claims & right.claims else likely
    return found


def _of_one_clause(dated: Sequence[Dated]) -> frozenset[tuple[int, int]]:
    told: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i, one in enumerate(dated):
        told[one.one.span.article, one.head].append(i)
    pairs = (pair for own in told.values() for pair in combinations(own, 2))
    return frozenset((i, j) for i, j in pairs if _meet(dated[i].one.value, dated[j].one.value))


def _meet(left: TimeExpression, right: TimeExpression) -> bool:
    """Whether two times can be one, and have a day in common."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    if left.last < right.first or right.last < left.first:
        return False
    return compare(left, right).agreement in (Agreement.SAME, Agreement.COMPATIBLE)


def _at_odds(dated: Sequence[Dated], findings: Sequence[Finding]) -> frozenset[tuple[int, int]]:
    """The pairs of times that one finding on days or hours lays side by side, each of another account: who tells two
    days may tell two events."""
    found: set[tuple[int, int]] = set()
    for finding in findings:
        if finding.kind in (FindingKind.DATE, FindingKind.TIME):
            places = [side.focus or side.span for side in finding.sides]
            shown = [i for i, one in enumerate(dated) if any(one.one.span.overlaps(place) for place in places)]
            found.update(
                (i, j) for i, j in combinations(shown, 2) if dated[i].one.span.article != dated[j].one.span.article
            )
    return frozenset(found)


def _entry(told: Sequence[Dated]) -> tuple[tuple[date, str, Span], TimelineEntry]:
    """An event with its place in the order."""
    by_time = sorted(_one_time(told), key=lambda own: (-_accounts(own), _finest(own).value))
    main, *others = by_time
    finest = _finest(main)
    best = max(main, key=lambda one: (one.plainness, SHOWN.index(one.one.value.precision)))
    entry = TimelineEntry(
        value=finest.value,
        precision=finest.precision,
        text=_with_source(best, main),
        spans=_spans(main),
        differing=tuple(
            Dating(value=(time := _finest(own)).value, precision=time.precision, spans=_spans(own)) for own in others
        ),
    )
    when = min(one.first for one in main if one.one.value.value == finest.value)
    clock = finest.value.partition("T")[2]
    return (when, BEGINS.get(clock, clock), main[0].one.span), entry


BEGINS = {"MO": "06:00", "MI": "12:00", "AF": "12:30", "EV": "18:00", "NI": "21:00"}
"""When the parts of a day begin, as TIMEX3 writes them: what stands in order of hours."""


def _with_source(best: Dated, told: Sequence[Dated]) -> str:
    """The words for an event, with who is cited for them where no account tells it in its own voice."""
    source = best.said.statement.source
    name = source.name.split() if source is not None else []
    if not name or name[-1] in best.text or any(one.said.statement.stance is Stance.ASSERTS for one in told):
        return best.text
    return f"{best.text.rstrip('.')} (according to {' '.join(name)})"


def _one_time(told: Sequence[Dated]) -> list[list[Dated]]:
    """The times of an event, those together that can be one, the finest first. A coarse time that fits several that
    differ ("in March") speaks for none of them."""
    found: list[list[Dated]] = []
    for one in sorted(told, key=lambda one: (-SHOWN.index(one.one.value.precision), one.one.span)):
        own = [group for group in found if all(_meet(one.one.value, other.one.value) for other in group)]
        if not own:
            found.append([one])
        elif len(own) == 1:
            own[0].append(one)
    return found


def _finest(told: Sequence[Dated]) -> TimeExpression:
    """The finest of some times that can be one; of those the one that most give."""
    count: dict[str, int] = defaultdict(int)
    for one in told:
        count[one.one.value.value] += 1
    return min(
        (one.one.value for one in told),
        key=lambda time: (-SHOWN.index(time.precision), -count[time.value], time.value),
    )


def _accounts(told: Sequence[Dated]) -> int:
    return len({one.one.span.article for one in told})


def _spans(told: Sequence[Dated]) -> tuple[Span, ...]:
    return tuple(sorted({one.said.statement.span for one in told}))
