"""Names: one person, place or body whose name the accounts spell in different ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from ...model import FindingKind, Severity, Side, Span
from ...text.grouping import average_link
from ...text.names import NameRelation, compare_names, find_names
from ..agreement import Agreement, Comparison, Difference
from ..material import Material
from .wording import listed

SHORTEST = 3  # letters of a part that can be said to be misspelt
LIKE = 50  # letters kept (rapidfuzz ratio): Kathryn/Catherine 62, "U.S."/"America" 18
WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name."""

    name: str
    kind: str
    span: Span


def compare(left: str, right: str) -> Comparison:
    """Whether two names of one bearer are spelt alike. A shorter form, a title or initials are no other spelling."""
    compared = compare_names(left, right)
    if compared.relation is NameRelation.DIFFERENT:
        return Comparison(Agreement.UNRELATED, compared.why)
    if _letters_differ(left, right):
        return Comparison(Agreement.DIFFERENT, compared.why)
    return Comparison(Agreement.SAME, compared.why)


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each bearer whose name is spelt in several ways."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for key, article in material.articles.items():
        for name in find_names(article.text):
            mentions[name.name].append(Mention(name.name, str(name.kind), Span(key, name.start, name.end)))
    forms = sorted(mentions, key=lambda form: (mentions[form][0].span, form))
    likely = {
        (i, j): 1.0
        for (i, left), (j, right) in combinations(enumerate(forms), 2)
        if _one_kind(mentions[left], mentions[right]) and compare(left, right).agreement is Agreement.DIFFERENT
    }
    for group in average_link(len(forms), likely, 0.5):
        if len(group) > 1:
            yield _difference(material, [mentions[forms[i]] for i in group])


def _difference(material: Material, spellings: Sequence[Sequence[Mention]]) -> Difference:
    common = max(spellings, key=lambda found: (len({m.span.article for m in found}), len(found)))
    ordered = [common, *(found for found in spellings if found is not common)]
    sides = [side for found in ordered for side in _sides(material, found)]
    claims = tuple(
        dict.fromkeys(
            said.claim
            for one in sides
            if one.focus and (said := material.at(one.focus.article, one.focus.start, one.focus.end))
        )
    )
    return Difference(
        kind=FindingKind.NAME,
        severity=Severity.MINOR,
        why=f"One name is spelt {listed([found[0].name for found in ordered])}.",
        sides=tuple(sides),
        claims=claims,
        weight=WEIGHT,
    )


def _sides(material: Material, found: Sequence[Mention]) -> Iterator[Side]:
    """The first mention of a spelling in each account."""
    seen: set[str] = set()
    for mention in found:
        if mention.span.article in seen:
            continue
        seen.add(mention.span.article)
        said = material.at(mention.span.article, mention.span.start, mention.span.end)
        inside = (
            said and said.statement.span.start <= mention.span.start and mention.span.end <= said.statement.span.end
        )
        span = said.statement.span if said and inside else mention.span
        yield Side(span=span, quote=material.words(span), value=mention.name, focus=mention.span)


BEARERS = frozenset({"person", "organisation", "place"})


def _one_kind(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether two forms can name one bearer: both of one kind, and neither the other's plural or adjective."""
    if left[0].kind != right[0].kind or left[0].kind not in BEARERS:
        return False
    mine, theirs = left[0].name.casefold().split(), right[0].name.casefold().split()
    if "-" in left[0].name + right[0].name and set(_parts(left[0].name)) & set(_parts(right[0].name)):
        return False
    return not any(_inflected(a, b) for a, b in zip(mine, theirs, strict=False))


def _parts(name: str) -> list[str]:
    return name.casefold().replace("-", " ").split()


INFLECTIONS = frozenset({"s", "es", "i", "is", "n", "ns", "an", "ans", "ian", "ians", "ese", "ish", "'s"})
"""English endings that make a plural, an adjective or an inhabitant of a name."""


def _letters_differ(left: str, right: str) -> bool:
    """Whether two forms of a name have as many parts, of which some differ in letters and none in its ending alone."""
    mine, theirs = left.split(), right.split()
    if len(mine) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(map(_spelt, mine), map(_spelt, theirs), strict=True) if a != b]
    return bool(differing) and all(
        min(len(a), len(b)) >= SHORTEST and not _inflected(a, b) and fuzz.ratio(a, b) >= LIKE for a, b in differing
    )


def _spelt(word: str) -> str:
    """Letters alone, British and American spelling as one."""
    letters = "".join(ch for ch in word.casefold() if ch.isalnum())
    return (letters.removesuffix("se") + "ce" if letters.endswith("se") else letters).replace("z", "s")


def _inflected(left: str, right: str) -> bool:
    """Whether one word is the other's plural, adjective or inhabitant."""
    short, long = sorted((left, right), key=len)
    ending = long.removeprefix(short)
    if not long.startswith(short) or ending not in INFLECTIONS:
        return False
    return ending not in ("n", "ns") or short.endswith("a")  # Indian, but no people is called a Qingdaon
