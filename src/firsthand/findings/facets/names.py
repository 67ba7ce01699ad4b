"""Names: one person, place or body whose name the accounts spell in different ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from unicodedata import normalize

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ...model import FindingKind, Severity, Side, Span
from ...text.clauses import clause_around
from ...text.grouping import average_link
from ...text.names import NameRelation, compare_names, find_names
from ...text.names.compare import british_form
from ...text.places import same_place
from ..agreement import Agreement, Comparison, Difference
from ..material import Material
from .likenesses import INFLECTIONS, derived, like_firms, like_given_names, like_streets
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
    if any(one != two for one, two in zip(_initials(left), _initials(right), strict=False)):
        return Comparison(Agreement.UNRELATED, "other initials in the middle")
    left, right = _without_initials(left), _without_initials(right)
    compared = compare_names(left, right)
    if compared.relation is NameRelation.DIFFERENT:
        return Comparison(Agreement.UNRELATED, compared.why)
    if not same_place(left, right) and _letters_differ(left, right):
        return Comparison(Agreement.DIFFERENT, compared.why)
    return Comparison(Agreement.SAME, compared.why)


def _without_initials(name: str) -> str:
    """A name without the initials in its middle: "Ada J. Holm" is Ada Holm."""
    words = name.split()
    middle = [word for word in words[1:-1] if not INITIAL.fullmatch(word)]
    return " ".join((*words[:1], *middle, *words[1:][-1:]))


def _initials(name: str) -> list[str]:
    """The initials in the middle of a name, which tell "Ada J. Holm" from "Ada K. Holm"."""
    return [word[0] for word in name.split()[1:-1] if INITIAL.fullmatch(word)]


INITIAL = re.compile(r"[^\W\d_]\.?")


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each bearer whose name is spelt in several ways."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for key, article in material.articles.items():
        for name in find_names(article.text):
            if "/" in name.name:
                continue  # two bodies in one breath: "Courier/Post poll"
            mentions[name.name].append(Mention(name.name, str(name.kind), Span(key, name.start, name.end)))
    forms = sorted(mentions, key=lambda form: (mentions[form][0].span, form))
    likely = {
        (i, j): 1.0
        for (i, left), (j, right) in combinations(enumerate(forms), 2)
        if (_one_kind(mentions[left], mentions[right]) and compare(left, right).agreement is Agreement.DIFFERENT)
        or _one_by_setting(material, mentions[left], mentions[right])
    }
    likely = {
        (i, j): value
        for (i, j), value in likely.items()
        if not _side_by_side(material, mentions[forms[i]], mentions[forms[j]])
        and not _of_two_people(forms, forms[i], forms[j])
    }
    linked = (_without_plurals([forms[i] for i in group]) for group in average_link(len(forms), likely, 0.5))
    groups = [group for group in linked if len(group) > 1]
    for group in groups:
        if not any(_told_by(group, other) for other in groups if other is not group):
            yield _difference(material, [mentions[form] for form in group])


def _of_two_people(forms: Sequence[str], left: str, right: str) -> bool:
    """Whether two surnames go with first names that begin otherwise wherever they have one: "Ivo Lund", "Ada Lind"."""
    if " " in left or " " in right:
        return False
    mine, theirs = ({form[0] for form in forms if form.endswith(f" {name}")} for name in (left, right))
    return bool(mine and theirs) and not mine & theirs


def _without_plurals(group: Sequence[str]) -> list[str]:
    """Forms of a name without those that are another one's plural: "the Klimans", who are tied in by "Kilman"."""
    return [form for form in group if not any(len(form) > len(other) and _inflected(other, form) for other in group)]


def _side_by_side(material: Material, left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether a sentence has both forms: who writes "Medicare and Medicaid" means two."""
    return any(
        _one_sentence(material, one, other) for one in left for other in right if one.span.article == other.span.article
    )


def _one_sentence(material: Material, one: Mention, other: Mention) -> bool:
    doc = material.readings[one.span.article].doc
    first = doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
    return first is not None and first.sent.start_char <= other.span.start < first.sent.end_char


def _told_by(group: Sequence[str], other: Sequence[str]) -> bool:
    """Whether longer forms tell of the same difference: "Miliote", "Milliote" beside "Gregg Miliote", "Gregg
    Milliote"; or shorter ones: "Tall Oak Ltd. Christmas" beside "Tall Oak Ltd."."""
    return all(
        any(f" {long}".endswith(f" {form}") and len(long) > len(form) for long in other) for form in group
    ) or all(
        any(f"{form} ".replace(".", "").startswith(f"{short} ".replace(".", "")) for short in other) for form in group
    )


def _difference(material: Material, spellings: Sequence[Sequence[Mention]]) -> Difference:
    common = max(spellings, key=lambda found: (len({m.span.article for m in found}), len(found)))
    rare = [found for found in spellings if found is not common]
    mentions = _likest(material, common, rare[0][0])
    mentions.extend(mention for found in rare for mention in _first_each(found))
    said = [material.at(m.span.article, m.span.start, m.span.end) for m in mentions]
    return Difference(
        kind=FindingKind.NAME,
        severity=Severity.MINOR,
        why=f"One name is spelt {listed([common[0].name, *(found[0].name for found in rare)])}.",
        sides=tuple(_side(material, mention) for mention in mentions),
        claims=tuple(dict.fromkeys(one.claim for one in said if one)),
        weight=WEIGHT,
    )


def _likest(material: Material, found: Sequence[Mention], beside: Mention) -> list[Mention]:
    """One mention an account, the one told in the likest words to another mention; the likest account first."""
    other = material.at(beside.span.article, beside.span.start, beside.span.end)
    best: dict[str, tuple[float, Mention]] = {}
    for mention in found:
        own = material.at(mention.span.article, mention.span.start, mention.span.end)
        rated = (material.related(own, other), mention)
        if mention.span.article not in best or rated[0] > best[mention.span.article][0]:
            best[mention.span.article] = rated
    return [mention for _, mention in sorted(best.values(), key=lambda rated: (-rated[0], rated[1].span))]


def _first_each(found: Sequence[Mention]) -> list[Mention]:
    """The first mention in each account."""
    return list({mention.span.article: mention for mention in reversed(found)}.values())[::-1]


def _side(material: Material, mention: Mention) -> Side:
    doc = material.readings[mention.span.article].doc
    start, end = clause_around(doc, mention.span.start, mention.span.end)
    span = Span(mention.span.article, min(start, mention.span.start), max(end, mention.span.end))
    return Side(span=span, quote=material.words(span), value=mention.name, focus=mention.span)


SURE, SURE_LIKE = 6, 80
"""Letters, and letters kept, of two forms that are one name whatever kinds they were read as: a small model takes
"Qingdaon" for a person."""
BEARERS = frozenset({"person", "organisation", "place"})


def _one_kind(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether two forms can name one bearer: both of one kind, and neither the other's plural or adjective."""
    kinds = {left[0].kind, right[0].kind}
    sure = min(len(left[0].name), len(right[0].name)) >= SURE and fuzz.ratio(left[0].name, right[0].name) >= SURE_LIKE
    if (len(kinds) > 1 or not kinds <= BEARERS) and not sure:
        return False
    if kinds == {"person"} and _are_two_firsts(left, right):
        return False
    mine, theirs = left[0].name.casefold().split(), right[0].name.casefold().split()
    if "-" in left[0].name + right[0].name and set(_parts(left[0].name)) & set(_parts(right[0].name)):
        return False
    if kinds != {"person"} and any(derived(a, b) for a, b in zip(mine, theirs, strict=False)):
        return False
    if "person" not in kinds and not all(_slipped(a, b) for a, b in zip(mine, theirs, strict=False)):
        return False
    return not any(_inflected(a, b) for a, b in zip(mine, theirs, strict=False))


def _are_two_firsts(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether two single short names stand in one account and no other: "Marc" and "Mark" are two then."""
    names = left[0].name, right[0].name
    short = all(" " not in name and len(name) <= SHORT_NAME for name in names)
    return short and len({mention.span.article for mention in (*left, *right)}) == 1


SHORT_NAME = 4  # letters


def _parts(name: str) -> list[str]:
    return name.casefold().replace(".", "").replace("-", " ").split()


def _slipped(left: str, right: str) -> bool:
    """Whether two words of names that are no person's can be one but for a slip: a letter or two (people are called by
    several forms of one name, but "State" and "Justice", "Medicare" and "Medicaid" are two), and not that alone which
    makes "Germany" of "German"."""
    mine, theirs = _spelt(left), _spelt(right)
    if {mine, theirs} == {mine.removesuffix("y"), mine.removesuffix("y") + "y"}:
        return mine == theirs
    two = min(len(mine), len(theirs)) >= TWO_WRONG and mine[-1] == theirs[-1]
    return int(OSA.distance(mine, theirs)) <= (2 if two else 1)


TWO_WRONG = 6  # letters of a word in which two may be wrong, but for the last: "Turkeminstan", "Oriels"


AROUND = 8  # tokens on each side of a name in which a noun may tell whose it is: "the third victim, Bryant Dalton"


def _one_by_setting(material: Material, left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether two forms that no account has both of are likely one name: see `likenesses`."""
    one, two = left[0].name, right[0].name
    if (
        one[0] != two[0]
        or " " not in one
        or " " not in two
        or {m.span.article for m in left} & {m.span.article for m in right}
    ):
        return False
    if like_firms(one, two) or like_streets(one, two):
        return "person" not in (left[0].kind, right[0].kind)
    if left[0].kind == right[0].kind == "person" and like_given_names(one, two):
        return bool(_nouns(material, left) & _nouns(material, right))
    return False


def _nouns(material: Material, mentions: Sequence[Mention]) -> frozenset[str]:
    """Lemmas of the nouns that stand around a name, in its sentence."""
    found: set[str] = set()
    for mention in mentions:
        doc = material.readings[mention.span.article].doc
        own = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if own is not None:
            first, last = max(own.sent.start, own.start - AROUND), min(own.sent.end, own.end + AROUND)
            found |= {token.lemma_.lower() for token in doc[first:last] if token.pos_ == "NOUN"}
    return frozenset(found)


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
    """Letters alone, without marks; British and American spelling as one."""
    letters = "".join(ch for ch in normalize("NFKD", word.casefold()) if ch.isalnum())
    return british_form(letters)


def _inflected(left: str, right: str) -> bool:
    """Whether one word is the other's plural, adjective or inhabitant."""
    short, long = sorted((left, right), key=len)
    ending = long.removeprefix(short)
    if not long.startswith(short) or ending not in (*INFLECTIONS, "'s"):
        return False
    return ending not in ("n", "ns") or short.endswith("a")  # Indian, but no people is called a Qingdaon
