"""Values that fill the same slot: 5.5 billion and 5.43 billion of the same deal, in two accounts.

Each value is taken with what it stands in; two values are in one slot if what they stand in is alike and they are of
one kind. Slots are the groups that come of it, over all accounts: one slot, one finding at most.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, Generic, TypeVar

from ..model import Quantity, Side, Span
from ..text.actors import actors_of, names_of
from ..text.clauses import (
    arguments,
    behind_event,
    clause_around,
    clause_of,
    goes_on,
    governor,
    modified,
    tells_in_general,
    with_nouns,
)
from ..text.grouping import average_link
from ..text.matching import match, rows_of
from ..text.names import find_names
from ..text.phrases import Phrase, around
from ..text.places import find_place
from ..text.times.lexicon import MONTHS, WEEKDAYS
from .beside import goals_of, particles_of, patients_of, preposition_of, roles_of, suffering_of, verb_of
from .material import FEW, Material, Said

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from spacy.tokens import Span as Tokens

V = TypeVar("V")
LONGEST = 220  # characters of a side; longer statements are cut down to the clause around the value
APART = 31  # days; accounts of one event date it differently by days, other events are told with their month or year
AROUND = 8
"""Words around a value that the matcher reads, those nearest in the dependency tree and rarest first. Of 604
labelled pairs of amounts 8 order those of one thing best (average precision 0.50 with what the facet's own evidence
says; 0.48 with 24)."""
NEAREST = 30  # values that one is laid beside: bounds the work, and lies well beyond the sixth, the furthest that met


@dataclass(frozen=True, slots=True, eq=False)
class Filler(Generic[V]):
    """One value in one account: the value, where it stands, what it stands in, and the statement that holds it."""

    value: V
    span: Span
    sentence: Span
    surroundings: Phrase
    around: npt.NDArray[np.float32] | None
    """The words nearest to it, as the matcher reads them; None in a story of a few sentences, whose words stand out
    from nothing."""
    governor: str
    """Lemma of the verb that the value depends on, or empty."""
    names: frozenset[str]
    """Lemmas of the proper nouns of its sentence."""
    when: tuple[tuple[date, date], ...]
    """The days that its sentence speaks of."""
    today: date | None
    """The day that the account's times are counted from."""
    beside: frozenset[str]
    """Lemmas of the nouns that stand with the value's own: "420 passengers and crew"."""
    places: frozenset[str]
    """Places that its sentence names."""
    countries: frozenset[str]
    """Countries of those."""
    general: bool
    """Whether its sentence tells what can happen, and not what has: "a quake of magnitude 6 can cause damage"."""
    head: npt.NDArray[np.float32] | None
    """State of the noun that the value belongs to."""
    said: Said | None
    months: frozenset[str] = frozenset()
    """Months that its sentence names ("XXXX-09"), in an account whose own day nobody knows."""
    weekdays: frozenset[str] = frozenset()
    """Days of the week that its sentence names, likewise."""
    told: tuple[V, ...] = ()
    """The other values of its account."""
    others: frozenset[Decimal] = frozenset()
    """The other amounts of its sentence."""
    row: tuple[Quantity, ...] = ()
    """The other amounts of its sentence, with what they are of."""
    strengths: tuple[Quantity, ...] = ()
    """The magnitudes that its sentence gives, or else its account: of which quake it speaks."""
    aside: bool = False
    """Whether another event stands between it and its verb: "was charged after a shooting on Friday"."""
    deed: frozenset[str] = frozenset()
    """Lemmas of the nouns that its verb is said of, and does something to."""
    patients: frozenset[str] = frozenset()
    """Lemmas of what its verb does something to: "signed the order", "the order that he signed"."""
    particles: frozenset[str] = frozenset()
    """The particles and prepositions of its verb: "checked into", "checked out of"."""
    goals: frozenset[str] = frozenset()
    """Lemmas of the proper nouns to which its verb goes: "moved to Sund"."""
    actors: frozenset[str] = frozenset()
    """The words of the names of who does, or suffers, what its verb tells."""
    suffering: frozenset[str] = frozenset()
    """The words of the names of whom or what its verb does something to: "placed Ada Holt on leave"."""
    preposition: str = ""
    """The preposition that it stands behind: "since 2006", "by Friday"."""
    written: date | None = None
    """The day that its account was published, where the account says so."""
    told_from: date | None = None
    told_to: date | None = None
    """From when to when its account may be: its own day, or else the days of all accounts of the story."""
    roles: frozenset[str] = frozenset()
    """Lemmas of what its verb is done as: "served five years as mayor"."""
    latest: int | None = None
    """The last year that the story names: its present, where no account bears a date."""
    tolls: tuple[Quantity, ...] = ()
    """What else its account counts people of whom the same befell."""
    harm: str | None = None
    """What it counts people of: "kill", "injure"."""
    polled: bool = False
    """Whether it is a share that a poll has found."""
    part: bool = False
    """Whether its own words make it a part of something counted: "15 of them", "including three"."""
    stretch: str = ""
    """Which of a row of things its own words say that it is: "first", "last", "those"."""
    summed: bool = False
    """Whether its own words make it the sum of several: "a combined 157 games"."""
    averaged: bool = False
    """Whether it is an average: its words say so, or it counts whole things in fractions ("22.8 points")."""
    reference: str | None = None
    """The place that it is the distance from: "120 km north of Aden"."""


def filler(material: Material, article: str, start: int, end: int, value: V) -> Filler[V]:
    """A value of an article with its surroundings."""
    reading = material.readings[article]
    own = reading.doc.char_span(start, end, alignment_mode="expand")
    sentence = Span(article, own.sent.start_char, own.sent.end_char) if own is not None else Span(article, start, end)
    places = _places(material, sentence)
    surroundings = around(reading, start, end, material.body)
    return Filler(
        value=value,
        span=Span(article, start, end),
        sentence=sentence,
        surroundings=surroundings,
        around=_nearest(surroundings) if material.body.sentences >= FEW else None,
        governor=governor(own.root) if own is not None else "",
        deed=arguments(own.root) if own is not None else frozenset(),
        actors=actors_of(own.root) if own is not None else frozenset(),
        patients=patients_of(own.root) if own is not None else frozenset(),
        suffering=names_of(suffering_of(verb_of(own.root))) if own is not None else frozenset(),
        preposition=preposition_of(own) if own is not None else "",
        written=material.published(article),
        told_from=material.span_of(article)[0],
        told_to=material.span_of(article)[1],
        roles=roles_of(own.root) if own is not None else frozenset(),
        latest=material.latest_year,
        particles=particles_of(own.root) if own is not None else frozenset(),
        goals=goals_of(own.root) if own is not None else frozenset(),
        aside=own is not None and behind_event(own.root),
        names=frozenset(
            word.lemma
            for place in reading.between(sentence.start, sentence.end)
            if (word := reading.words[place]).pos == "PROPN" and not start <= word.start < end
        ),
        when=_own_days(material, article, own) if own is not None else (),
        months=_open_days(material, article, own.sent, MONTH) if own is not None else frozenset(),
        weekdays=_open_days(material, article, own.sent, WEEKDAY) if own is not None else frozenset(),
        today=material.anchor(article),
        beside=with_nouns(modified(own.root)) if own is not None else frozenset(),
        places=places,
        countries=frozenset(known[0].country for name in places if (known := find_place(name)) and known[0].country),
        general=own is not None and tells_in_general(own.root),
        head=material.state(article, modified(own.root).idx) if own is not None else None,
        said=material.at(article, start, end),
    )


def _nearest(surroundings: Phrase) -> npt.NDArray[np.float32]:
    import numpy as np

    chosen = np.sort(np.argsort(-surroundings.weights, kind="stable")[:AROUND])
    return rows_of(surroundings.states[chosen], surroundings.weights[chosen], number=True)


def matched(left: Filler[V], right: Filler[V]) -> float | None:
    """The log odds that what two values stand in is on one point, by the matcher; None where it cannot tell."""
    if left.around is None or right.around is None or not len(left.around) or not len(right.around):
        return None
    return float(match([(left.around, right.around)])[0].round(4))


def _own_days(material: Material, article: str, value: Tokens) -> tuple[tuple[date, date], ...]:
    """The days that a value's clause speaks of, or else its sentence: "It killed 40 in 2003, and 12 died in May"."""
    days = _days(material, article, value.sent)
    if len(days) < 2:
        return days
    start, end = clause_of(value.root)
    return (
        tuple(
            (time.first, time.last)
            for time in material.times(article)
            if start <= time.start < end and time.first and time.last
        )
        or days
    )


def _days(material: Material, article: str, sentence: Tokens) -> tuple[tuple[date, date], ...]:
    """The days that a sentence speaks of; where it goes on about what the one before told of ("It killed 612 people"),
    those of that one."""
    told = tuple(
        (time.first, time.last)
        for time in material.times(article)
        if sentence.start_char <= time.start < sentence.end_char and time.first and time.last
    )
    if told or not goes_on(sentence):
        return told
    return _days(material, article, sentence.doc[sentence.start - 1].sent)


MONTH = re.compile(r"XXXX-\d\d")
WEEKDAY = re.compile(r"XXXX-WXX-\d")


def _open_days(material: Material, article: str, sentence: Tokens, form: re.Pattern[str]) -> frozenset[str]:
    """The days of one form that a sentence, or the one it goes on from, names without saying of which year or week."""
    told = frozenset(
        found[0]
        for time in material.times(article)
        if sentence.start_char <= time.start < sentence.end_char
        and (found := form.match(time.value))
        and (form is WEEKDAY or time.value == found[0])
    )
    if told or not goes_on(sentence):
        return told
    return _open_days(material, article, sentence.doc[sentence.start - 1].sent, form)


def _places(material: Material, sentence: Span) -> frozenset[str]:
    return frozenset(
        name.name
        for name in find_names(material.articles[sentence.article].text)
        if sentence.start <= name.start < sentence.end and name.kind == "place"
    )


LIGHT = frozenset({
    "be", "have", "do", "make", "take", "get", "give", "go", "come", "put", "keep", "say", "tell", "see", "become",
})  # fmt: skip
"""Verbs that say little of what was done (light verbs and those of being and saying)."""


def of_one_deed(left: Filler[V], right: Filler[V]) -> bool:
    """Whether two values stand under one verb that is said of two nouns in common: "freed the crew of the tanker"."""
    if not left.governor or left.governor != right.governor or left.governor in LIGHT:
        return False
    return len(left.deed & right.deed) > 1 and not of_others(left, right)


def of_others(left: Filler[V], right: Filler[V]) -> bool:
    """Whether the sentences of two values name somebody or something, days and months aside, and nothing in common."""
    mine, theirs = (one.names - MONTHS.keys() - WEEKDAYS.keys() for one in (left, right))
    return bool(mine and theirs and not mine & theirs)


def apart(left: Filler[V], right: Filler[V]) -> bool:
    """Whether the sentences of two values name nobody and nothing in common."""
    return bool(left.names and right.names and not left.names & right.names)


def of_other_days(left: Filler[V], right: Filler[V], *, of_events: bool = False) -> bool:
    """Whether the sentences of two values speak of days that lie more than a month apart: of other events, then. News
    tells of its own day unless it says otherwise: with `of_events`, a sentence without a day is of that day; of what
    holds for long (a price, a length) it is not."""
    mine, theirs = (one.when or (_present(one) if of_events else ()) for one in (left, right))
    if of_events and left.countries and right.countries and not left.countries & right.countries:
        return True
    if of_events and left.months != right.months and not left.months & right.months and not (left.when or right.when):
        return True  # what is of the day is told with its day, if any; a month is named of what lies further back
    if not mine or not theirs:
        return False
    return all(max((b[0] - a[1]).days, (a[0] - b[1]).days) > APART for a in mine for b in theirs)


def _present(one: Filler[V]) -> tuple[tuple[date, date], ...]:
    """The days that a sentence without a day speaks of: its account's own, or, in a story without a date, the last year
    that it names."""
    if one.today is not None:
        return ((one.today, one.today),)
    return ((date(one.latest, 1, 1), date(one.latest, 12, 31)),) if one.latest is not None else ()


def heads_alike(left: Filler[V], right: Filler[V]) -> float:
    """The cosine of the nouns that two values belong to; 0 where one has none."""
    return float(left.head @ right.head) if left.head is not None and right.head is not None else 0.0


def slots(
    fillers: Sequence[Filler[V]], fits: Callable[[Filler[V], Filler[V]], float], least: float
) -> list[list[Filler[V]]]:
    """Groups of values in one slot. `fits` gives the likelihood, 0..1, that two values fill one slot.

    A sentence gives a slot one value: of the values of one sentence, only the one that fits best is laid beside a value
    elsewhere, and it must be best for that one too.
    """
    likely = {(i, j): value for i, j in nearest_pairs(fillers) if (value := fits(fillers[i], fillers[j])) > 0}
    best: dict[tuple[int, Span], float] = {}
    for (i, j), value in likely.items():
        for own, other in ((i, j), (j, i)):
            key = (own, fillers[other].sentence)
            best[key] = max(best.get(key, 0.0), value)
    mutual = {
        (i, j): value
        for (i, j), value in likely.items()
        if value >= best[i, fillers[j].sentence] and value >= best[j, fillers[i].sentence]
    }
    return [[fillers[i] for i in group] for group in average_link(len(fillers), mutual, least) if len(group) > 1]


def opposed(
    group: Sequence[Filler[V]],
    differ: Callable[[Filler[V], Filler[V]], bool],
    likely: Callable[[Filler[V], Filler[V]], bool],
) -> list[Filler[V]]:
    """The values of a slot that differ from at least one other, in another sentence, where the two by themselves are
    likely to fill one slot: a group may join what no pair would. And of each further account of the group one
    value that agrees with one of those."""
    against: set[int] = set()
    for (i, left), (j, right) in combinations(enumerate(group), 2):
        if left.sentence != right.sentence and differ(left, right) and likely(left, right):
            against |= {i, j}
    told = {group[i].span.article for i in against}
    for i, one in enumerate(group):  # accounts that only the group ties in, with a value that is on the table
        if against and one.span.article not in told and not all(differ(one, group[j]) for j in against):
            told.add(one.span.article)
            against.add(i)
    return [one for i, one in enumerate(group) if i in against]


def nearest_pairs(fillers: Sequence[Filler[V]]) -> list[tuple[int, int]]:
    """Pairs of values in different sentences whose surroundings are among each other's nearest."""
    import numpy as np

    if not fillers:
        return []
    vectors = np.stack([one.surroundings.vector for one in fillers])
    pairs: set[tuple[int, int]] = set()
    for i, own in enumerate(fillers):
        cosines = (vectors @ vectors[i]).round(5)
        order = np.lexsort((np.arange(len(cosines)), -cosines))
        near = [int(j) for j in order if fillers[int(j)].sentence != own.sentence][:NEAREST]
        pairs.update((min(i, j), max(i, j)) for j in near)
    return sorted(pairs)


def side(material: Material, one: Filler[V], value: str) -> Side:
    """A value as a side of a finding: the statement that holds it, the value in focus."""
    statement = one.said.statement.span if one.said else None
    if statement is None or statement.end - statement.start > LONGEST:
        start, end = clause_around(material.readings[one.span.article].doc, one.span.start, one.span.end)
    else:
        start, end = statement.start, statement.end
    text = material.articles[one.span.article].text
    start, end = min(start, one.span.start), max(end, one.span.end)
    end -= len(text[start:end]) - len(text[start:end].rstrip())
    statement = Span(one.span.article, start, end)
    return Side(span=statement, quote=material.words(statement), value=value, focus=one.span)


def claims_of(group: Sequence[Filler[V]]) -> tuple[str, ...]:
    """The claims that the values of a slot speak to, without repetition."""
    return tuple(dict.fromkeys(one.said.claim for one in group if one.said))
