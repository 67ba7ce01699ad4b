"""Numbers: amounts of the same thing that no rounding, bound or unit explains."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ...model import Bound, FindingKind, Quantity, Severity, Span
from ...text.embeddings import embed
from ...text.places import directions
from ...text.quantities import find_quantities
from ..agreement import Agreement, Difference
from ..amounts import compare
from ..material import Material
from ..slots import (
    Filler,
    claims_of,
    filler,
    opposed,
    side,
    slots,
)
from ..updates import is_update
from .one_thing import LEAST, MAGNITUDE, contrasts_of, enough, likely_one
from .tolls import HURTING, KILLING, harm_of, one_more
from .wording import listed

COMPARED = frozenset({"count", "money", "measure", "percent", "age"})


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each thing that the accounts count differently."""
    fillers = [
        filler(material, key, quantity.start, quantity.end, quantity)
        for key, article in material.articles.items()
        for found in (*find_quantities(article.text), *one_more(article.text, material.readings[key].doc))
        for quantity in (found, *_whole(found))
        if quantity.role in COMPARED
        and not _is_one_of_many(article.text, quantity)
        and not _is_broken(article.text, quantity)
    ]
    told = [one for one in _with_others(material, fillers) if one.harm or not _is_whole(one.value)]
    fillers = [one for one in _with_tolls(told) if not one.general]
    fits = partial(likely_one, contrasts=contrasts_of(fillers))
    for group in slots(fillers, fits, LEAST):
        differing = opposed(
            group,
            _differ,
            lambda left, right: fits(left, right) >= enough(left, right),
        )
        if differing:
            yield _difference(material, [*differing, *_siding(differing, fillers, fits)])


def _siding(
    sides: Sequence[Filler[Quantity]],
    fillers: Sequence[Filler[Quantity]],
    fits: Callable[[Filler[Quantity], Filler[Quantity]], float],
) -> list[Filler[Quantity]]:
    """Of each account that is on neither side, the amount that is the same as one side's and, with that alone, likely
    of one thing: a slot takes in what is like all of it on average, and leaves such accounts out."""
    told = {one.span.article for one in sides}
    best: dict[str, tuple[float, Filler[Quantity]]] = {}
    for one in fillers:
        if one.span.article in told or not any(_differ(one, other) for other in sides):
            continue
        for other in sides:
            if compare(one.value, other.value).agreement is not Agreement.SAME:
                continue
            likely = fits(one, other)
            if likely >= enough(one, other) and likely > best.get(one.span.article, (0.0, one))[0]:
                best[one.span.article] = likely, one
    return [one for _, one in sorted(best.values(), key=lambda row: row[1].span)]


def _whole(part: Quantity) -> Iterator[Quantity]:
    """What an amount is a part of: in "30 of the 80 wounded" 80 were wounded."""
    if part.role == "count" and part.of is not None and part.of > part.amount:
        yield replace(part, amount=part.of, of=part.of, bound=Bound.EXACT, high=None)


def _is_average(one: Filler[Quantity]) -> bool:
    """Whether an amount is an average: told as one, or a fraction of what is counted whole."""
    whole = one.value.role != "count" or one.value.of is not None or one.value.amount % 1 == 0
    return one.governor == "average" or not whole


def _is_broken(text: str, quantity: Quantity) -> bool:
    """Whether an amount is only the end of a longer one: of a figure that was torn apart ("2, 116 points"), or of a
    measure in two units ("12 minutes, 31 seconds"); alone it says nothing, nor does its beginning."""
    before = text[max(0, quantity.start - LOOK_BACK) : quantity.start]
    torn = TORN.search(before) and THREE_DIGITS.match(text, quantity.start)
    begun = TORN.search(before + quantity.text + ", ") and TORN_END.match(text, quantity.end)
    if quantity.role != "measure":
        return bool(torn or begun)
    return bool(torn or begun or GREATER_UNIT.search(before) or LESSER_UNIT.match(text, quantity.end))


TORN = re.compile(r"(?<![-–\d.,])(?<![-–] )\d{1,3},[ ]$")
THREE_DIGITS = re.compile(r"\d{3}(?!\d)")
TORN_END = re.compile(r",[ ]\d{3}(?!\d)[ ]\w")
"""Where a thousand stands apart from its hundreds; "5-foot-8, 135 pounds" is none."""
GREATER_UNIT = re.compile(
    r"\b\d[\d.]*[ -](?:hours?|hrs?|minutes?|mins?|years?|months?|feet|foot|ft|pounds?|lbs?|stone),?[ ](?:and[ ])?$"
)
LESSER_UNIT = re.compile(
    r",?[ ](?:and[ ])?\d[\d.]*[ -](?:minutes?|mins?|seconds?|secs?|months?|inch(?:es)?|ounces?|oz)\b"
)
"""The units that are followed by lesser ones of their kind, and these: "4 minutes 48 seconds" is neither."""


def _is_one_of_many(text: str, quantity: Quantity) -> bool:
    """Whether "one" only picks one out: "one of the largest" counts nothing."""
    return quantity.amount == 1 and quantity.of is None and text.startswith(" of ", quantity.end)


def _is_whole(quantity: Quantity) -> bool:
    return quantity.of == quantity.amount


def _with_others(material: Material, fillers: Sequence[Filler[Quantity]]) -> Iterator[Filler[Quantity]]:
    """Each amount with what else its sentence says of it: the other counts, what harm it is of, of what it is a part,
    from where it is a distance."""
    by_sentence: dict[Span, list[Filler[Quantity]]] = defaultdict(list)
    told: dict[str, list[Quantity]] = defaultdict(list)
    strengths: dict[str, list[Quantity]] = defaultdict(list)
    for one in fillers:
        by_sentence[one.sentence].append(one)
        told[one.span.article].append(one.value)
        if one.value.unit == MAGNITUDE:
            strengths[one.span.article].append(one.value)
    for one in fillers:
        beside = [other for other in by_sentence[one.sentence] if other is not one]
        text, counts = material.articles[one.span.article].text, one.value.role == "count"
        own = material.readings[one.span.article].doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        harm = harm_of(text, own.root, one.value) if counts and own is not None else None
        yield replace(
            one,
            told=tuple(other for other in told[one.span.article] if other is not one.value),
            others=frozenset(other.value.amount for other in beside if other.value.role == "count"),
            row=tuple(other.value for other in beside if other.value.role not in ("age", "ordinal")),
            strengths=tuple(
                [other.value for other in beside if other.value.unit == MAGNITUDE] or strengths[one.span.article]
            ),
            governor=harm or one.governor,
            harm=harm,
            part=counts and ((one.value.of is not None and not _is_whole(one.value)) or _is_part(text, one)),
            stretch=_stretch(text, one),
            reference=_reference(text, one),
            averaged=_is_average(one),
            polled=one.value.role == "percent" and bool(POLL.search(material.words(one.sentence))),
            summed=bool(SUMMED.search(text[max(one.sentence.start, one.span.start - LOOK_BACK) : one.span.end])),
        )


def _with_tolls(fillers: Sequence[Filler[Quantity]]) -> Iterator[Filler[Quantity]]:
    """Each amount with what else its account counts of people killed, or of people hurt."""
    tolls: dict[tuple[str, str], list[Filler[Quantity]]] = defaultdict(list)
    for one in fillers:
        if one.harm:
            tolls[one.span.article, one.harm].append(one)
    for one in fillers:
        beside = tolls[one.span.article, one.harm] if one.harm else []
        yield replace(one, tolls=tuple(other.value for other in beside if other is not one))


POLL = re.compile(r"\b(?:poll|survey)", re.IGNORECASE)
SUMMED = re.compile(r"\b(?:combined|cumulative|aggregate)\b[^.;,]*$", re.IGNORECASE)
"""Words that make an amount the sum of several."""
OF_THEM = re.compile(r"[ ]+(?:[a-z]+[ ])?of (?:them|whom|which|these|those)\b")
INCLUDED = re.compile(r"\b(?:including|among (?:them|whom|these|those)|of (?:them|whom|which)),?[ ](?:[a-z]+[ ]){0,2}$")


def _is_part(text: str, one: Filler[Quantity]) -> bool:
    """Whether the words beside an amount make it a part: "15 of them", "including three", "among them two"."""
    before = text[max(one.sentence.start, one.span.start - LOOK_BACK) : one.span.start]
    return bool(OF_THEM.match(text, one.span.end) or INCLUDED.search(before))


LOOK_BACK = 40  # characters
STRETCH = re.compile(
    r"\b(?P<which>first|last|final|next|opening|closing|previous|past|these|those)[ ]$"
    r"|^(?P<all>of)[ ](?:the[ ]|[\w.-]+['’]s?[ ])?$",
    re.IGNORECASE,
)


def _stretch(text: str, one: Filler[Quantity]) -> str:
    """Which of a row of things an amount picks out, by the word before it: "his first 17 passes", "those 10 points"; or
    that it is all of them, of which a sentence goes on to tell some: "Of Norland's 36 districts, ten …"."""
    found = STRETCH.search(text[max(one.sentence.start, one.span.start - LOOK_BACK) : one.span.start])
    return (found["which"] or found["all"]).lower() if found else ""


def _reference(text: str, one: Filler[Quantity]) -> str | None:
    """The place that a length is the distance from: "120 km north of Aden"."""
    if one.value.role != "measure":
        return None
    return next(
        (found.references[0] for found in directions(text) if found.start <= one.span.start + LEAD < found.end), None
    )


LEAD = 12  # characters of "approximately", which belong to the amount and not to the direction


def _differ(left: Filler[Quantity], right: Filler[Quantity]) -> bool:
    return compare(left.value, right.value).agreement is Agreement.DIFFERENT


def _difference(material: Material, group: Sequence[Filler[Quantity]]) -> Difference:
    as_written = {one.span: shown(one, material.articles[one.span.article].text) for one in group}
    values = [as_written[one.span] for one in _distinct(group)]
    sides = tuple(side(material, one, as_written[one.span]) for one in group)
    people = _of_victims(group, [one.quote for one in sides])
    grave = _gravity(group, people=people)
    risen = people and is_update(group, [material.articles[one.span.article] for one in group])
    why = f"The accounts give {listed(values)} for the same thing, and no rounding or bound explains the difference."
    if risen:
        by_amount = _distinct(sorted(group, key=lambda one: (one.value.amount, one.span)))
        why = f"The figure rises as time goes on: {listed([as_written[one.span] for one in by_amount])}."
    return Difference(
        kind=FindingKind.NUMBER,
        severity=Severity.MAJOR if grave >= 0.6 else Severity.MINOR,
        why=why,
        sides=sides,
        claims=claims_of(group),
        weight=grave,
        update=risen,
    )


def _distinct(group: Sequence[Filler[Quantity]]) -> list[Filler[Quantity]]:
    """One for each amount, whatever it is written like: "11 times" and "eleven times" are one."""
    kept: list[Filler[Quantity]] = []
    for one in group:
        if not any(_is_written_otherwise(one.value, other.value) for other in kept):
            kept.append(one)
    return kept


def _is_written_otherwise(left: Quantity, right: Quantity) -> bool:
    return (left.amount, left.high, left.bound) == (right.amount, right.high, right.bound) and (
        compare(left, right).agreement is Agreement.SAME
    )


def shown(one: Filler[Quantity], text: str) -> str:
    """An amount in the words of its text, on to what it counts where that stands a few words behind: "12 Somali and 11
    Yemeni pirates". What stands elsewhere is left out, as together the two would be words that nobody wrote."""
    value = one.value
    counted = value.counted if value.role != "age" and not value.of_subject else None
    if not counted or (word := re.compile(rf"\b{re.escape(counted)}(?!\w)")).search(value.text):
        return value.text
    found = word.search(text, one.span.end, one.sentence.end)
    between = text[one.span.end : found.start()] if found else ""
    if found is None or len(between.split()) > BETWEEN or any(mark in between for mark in ",.;:()"):
        return value.text
    return " ".join(f"{value.text}{text[one.span.end : found.end()]}".split())


BETWEEN = 4  # words, of the second count in "12 Somali and 11 Yemeni pirates"; stated, not measured


def _gravity(group: Sequence[Filler[Quantity]], *, people: bool) -> float:
    """How grave: lives before money before the rest; and a wide gap before a narrow one."""
    amounts = sorted(float(one.value.amount) for one in group if one.value.amount > 0)
    gap = 1 - amounts[0] / amounts[-1] if amounts else 1.0
    large = any(one.value.role == "money" and one.value.amount >= LARGE for one in group)
    return round((0.75 if people else 0.65 if large else 0.5) + 0.2 * gap, 3)


def _of_victims(group: Sequence[Filler[Quantity]], sentences: Sequence[str]) -> bool:
    """Whether people killed or hurt are counted: by the verb that governs an amount, else by what one of the sentences
    means, as no list of words is complete."""
    if any(one.governor in HARMING and one.value.role == "count" for one in group):
        return True
    told = embed([*VICTIMS, *sentences])
    return bool((told[len(VICTIMS) :] @ told[: len(VICTIMS)].T).max() >= VICTIM_LIKE)


HARMING = KILLING | HURTING
VICTIMS = ("people were killed or injured", "The attack killed several men.")
VICTIM_LIKE = 0.42  # cosine: "two villagers slightly injured" .45, "killed seven traders" .53; "Nine rifles seized" .39
LARGE = 1_000_000
"""An amount of money, in any currency, from which a difference is major."""
