"""Attribution: words credited to a source in one account that another gives as its own, or credits to somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from ...model import FindingKind, Quantity, Severity, Side, Source, SourceKind, Stance
from ...text.grouping import average_link
from ...text.names import NameRelation, compare_names
from ...text.names.compare import plain
from ...text.names.lexicon import OFFICES
from ...text.phrases import liken
from ...text.quantities import find_quantities
from ...text.sources.calling import called
from ..agreement import Agreement, Difference
from ..amounts import compare
from ..material import Material, Said, cited_by_name, named
from .contrasts import asserts
from .crediting import POSSIBLE, likely_dropped
from .denials import is_speaking, tells_it_too
from .own_words import TELLING, own_words
from .pointing import WORDS
from .putting import MANNER, says
from .statuses import is_negated
from .wording import listed

MEMBERS = frozenset({
    "democrat", "republican", "conservative", "liberal", "socialist", "communist", "independent", "libertarian", "tory",
    "nationalist", "unionist", "native",
})  # fmt: skip
"""What a politician is called by instead of his name, behind the place that he is from."""
# Read by hand on 18 shared stories (1,767 pairs of a credited with a bare or another credited statement): below these
# the second account as often says something less, more, or else.
SAME_POINT = 0.97  # likelihood (see text.points)
BARE_HELD = 0.72  # share of the bare words that the credited ones have in some form (see text.phrases)
CREDITED_HELD = 0.55  # the other way: credited words run on for longer
BOTH_HELD = 0.66  # each way, where both are credited
# The same where both give one amount ("5,000 gallons a minute"), which ties two wordings together:
ANCHORED_POINT, ANCHORED_BARE, ANCHORED_CREDITED, ANCHORED_BOTH = 0.9, 0.5, 0.4, 0.55
FEW = 2  # "two officers" ties nothing together, "two hours" and "five officers" do
LEAD, NEXT = 2, 4  # statements of a lead, and those after it in which its source may be named
LINKED = 0.5  # share of the pairs of a group that are alike: more than a chain of them
WEIGHT, MOVED_WEIGHT = 0.25, 0.4


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each content whose source is lost, or is another, from one account to the next."""
    pairs = [pair for pair in material.pairs if not any(is_speaking(material.said[i]) for i in pair)]
    lost = {pair: 1.0 for pair in pairs if _loses_source(material, pair)}
    for group in average_link(len(material.said), lost, LINKED):
        members = [material.said[i] for i in group]
        crediting = {one.statement.span.article for one in members if one.statement.source}
        kept = [one for one in members if one.statement.source or one.statement.span.article not in crediting]
        bare = {one.statement.span.article for one in kept if one.statement.source is None}
        if crediting and bare and not _is_common(material, members, crediting):
            yield _lost(material, kept)
    moved = {pair: 1.0 for pair in pairs if _changes_source(material, pair)}
    for group in average_link(len(material.said), moved, LINKED):
        members = [material.said[i] for i in group]
        if len(members) > 1:
            yield _moved(members)


def _is_common(material: Material, members: Sequence[Said], crediting: set[str]) -> bool:
    """Whether many more accounts say it plainly than credit it to somebody: what everybody takes for known."""
    claims = {one.claim for one in members}
    plain = {
        one.statement.span.article
        for one in material.said
        if one.claim in claims and one.statement.source is None and one.statement.stance is Stance.ASSERTS
    }
    return len(plain - crediting) > len(crediting) + 1


def _loses_source(material: Material, pair: tuple[int, int]) -> bool:
    two = possibly_dropped(material, pair)
    if two is None:
        return False
    bare, credited = two
    amount = one_amount(material, bare, credited)
    if likely_dropped(material, bare, credited, amount=amount) or _word_for_word(bare, credited):
        return True
    like = liken(bare.point.phrase, credited.point.phrase)
    if material.pairs[pair] >= SAME_POINT and like.left_held >= BARE_HELD and like.right_held >= CREDITED_HELD:
        return True
    alike = like.left_held >= ANCHORED_BARE and like.right_held >= ANCHORED_CREDITED
    return material.pairs[pair] >= ANCHORED_POINT and alike and amount


def _word_for_word(bare: Said, credited: Said) -> bool:
    """Whether what another account credits to somebody stands nearly all in a statement, word for word, however it goes
    on."""
    mine, theirs = (WORDS.findall(plain(one.statement.quote[:LONGEST])) for one in (bare, credited))
    if len(theirs) < RUN or len(mine) < NEARLY_ALL * len(theirs):
        return False
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match().size
    return run >= RUN and run >= NEARLY_ALL * len(theirs)


RUN, NEARLY_ALL = 10, 0.8
"""Words in a row, and their share of what is credited. Stated; in 152 sets of accounts that tells of three more, two of
them right, one with a wrong source."""
LONGEST = 1500  # code points of a statement that are read so: the comparison is quadratic at worst


def possibly_dropped(material: Material, pair: tuple[int, int]) -> tuple[Said, Said] | None:
    """A statement in an account's own words and one that another account credits to somebody, of any two that may say
    one thing; None where the two are something else."""
    left, right = (material.said[i] for i in pair)
    possible = material.pairs[pair] >= POSSIBLE or left.claim == right.claim
    if not possible or left.statement.span.article == right.statement.span.article:
        return None
    bare, credited = (left, right) if left.statement.source is None else (right, left)
    if credited.statement.source is None or bare.statement.source is not None:
        return None
    if _opens(material, bare, credited) or tells_it_too(material, credited, bare):
        return None
    if not (own_words(material, bare) and _credited(material, credited)) or _is_carrier(material, credited):
        return None
    if _negates(material, bare) != _negates(material, credited):
        return None  # "he did not send the photo" is not what "the photo was sent" tells
    if says(material, bare, MANNER) and not says(material, credited, MANNER):
        return None  # "accused of wounding two" is no plain fact: of 17 such pairs, in ten sets of accounts, one was
    return (bare, credited) if _same_amounts(material, left, right) else None


def _negates(material: Material, one: Said) -> bool:
    """Whether a "not" stands in the main clause of what a statement says, or in what that says to be so ("is sure that
    he did not"). Of seven labelled pairs of which only one has it none is a dropped attribution, of 194 others 113."""
    span = one.statement.span
    inside = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="contract")
    verb = inside.root if inside is not None else None
    while verb is not None:
        if any(child.dep_ == "neg" and child.nbor().lower_ != "until" for child in verb.children if child.i < verb.i):
            return True
        verb = next((child for child in verb.children if child.dep_ in ("ccomp", "xcomp", "acomp", "attr")), None)
    return False


def _opens(material: Material, bare: Said, credited: Said) -> bool:
    """Whether a statement opens an account that cites the same source next: a lead says plainly what follows is laid
    to."""
    mine = material.by_article[bare.statement.span.article]
    place = mine.index(bare)
    return place < LEAD and any(
        _one(one.statement.source, credited.statement.source) for one in mine[place + 1 : place + 1 + NEXT]
    )


def _one(left: Source | None, right: Source | None) -> bool:
    """Whether two sources may be one: one entity of the story, or names of which one fits the other."""
    if left is None or right is None:
        return False
    if left.entity and left.entity == right.entity:
        return True
    return compare_names(left.name, right.name).relation is not NameRelation.DIFFERENT


def _changes_source(material: Material, pair: tuple[int, int]) -> bool:
    left, right = (material.said[i] for i in pair)
    if material.pairs[pair] < ANCHORED_POINT or left.statement.span.article == right.statement.span.article:
        return False
    if not (cited_by_name(material, left) and cited_by_name(material, right)):
        return False
    if not (_credited(material, left) and _credited(material, right)) or not _are_two(
        left.statement.source, right.statement.source
    ):
        return False
    if not _same_amounts(material, left, right) or _cited_together(material, left, right):
        return False
    covered = liken(left.point.phrase, right.point.phrase).covered
    if material.pairs[pair] >= SAME_POINT and covered >= BOTH_HELD:
        return True
    return covered >= ANCHORED_BOTH and one_amount(material, left, right)


def _cited_together(material: Material, left: Said, right: Said) -> bool:
    """Whether one account cites the other's source beside its own: "Bernstein and Woodward said"."""
    return any(
        other.statement.source is not None
        and other.statement.source.name.split()[-1] in material.words(one.statement.sentence)
        for one, other in ((left, right), (right, left))
    )


def _amounts(material: Material, one: Said) -> list[Quantity]:
    span = one.statement.span
    return [q for q in find_quantities(material.articles[span.article].text) if span.start <= q.start < span.end]


def one_amount(material: Material, left: Said, right: Said) -> bool:
    """Whether both give the same amount, other than a bare one or two, or an age, which tells who and not what."""
    return any(
        compare(mine, theirs).agreement is Agreement.SAME
        for mine in _amounts(material, left)
        if mine.role not in ("age", "ordinal") and (mine.unit is not None or mine.amount > FEW)
        for theirs in _amounts(material, right)
    )


def _same_amounts(material: Material, left: Said, right: Said) -> bool:
    """Whether no amount of the one is other than all of the other: who gives another figure says something else."""
    mine, theirs = _amounts(material, left), _amounts(material, right)
    few, many = sorted((mine, theirs), key=len)
    compared = [[compare(quantity, other).agreement for other in many] for quantity in few]
    return all(Agreement.DIFFERENT not in row or {Agreement.SAME, Agreement.COMPATIBLE} & set(row) for row in compared)


def _are_two(left: Source | None, right: Source | None) -> bool:
    """Whether two sources cannot be one: both people with names of their own, or both bodies. What speaks for a body,
    and what a body speaks through, may be one source under two descriptions."""
    if left is None or right is None or left.kind is not right.kind:
        return False
    if left.kind not in (SourceKind.PERSON, SourceKind.ORGANISATION) or not (_is_named(left) and _is_named(right)):
        return False
    return compare_names(left.name, right.name).relation is NameRelation.DIFFERENT and not (
        set(left.name.lower().split()) & set(right.name.lower().split())
    )


def _is_named(source: Source) -> bool:
    words = [word for word in source.name.split() if plain(word) not in OFFICES]
    if source.kind is SourceKind.PERSON:
        if plain(source.name.split()[-1]) in MEMBERS:
            return False  # "the Virginia Democrat"
        return len(words) > 1 and sum(word[:1].isupper() for word in words) > 1
    capitals = sum(word[:1].isupper() for word in words)
    return source.name.isupper() or capitals > 1 or (capitals == 1 and "'s " in source.name.replace("’", "'"))


def _credited(material: Material, one: Said) -> bool:
    """Whether a whole assertion is credited to somebody at this place, by a cue."""
    statement = one.statement
    telling = len(one.point.phrase.words) >= TELLING and _is_clause(material, one) and not _hands_on(material, one)
    return (
        statement.stance is Stance.REPORTS
        and bool(statement.source and statement.cue)
        and telling
        and not _speaks_of_itself(one)
        and _is_told(material, one)
        and asserts(material.readings[statement.span.article].doc, one)
    )


def _is_told(material: Material, one: Said) -> bool:
    """Whether the verb of telling is told to have happened: what "no details were reported by" somebody, or what the
    record "will show", is credited to nobody."""
    cue = one.statement.cue
    doc = material.readings[one.statement.span.article].doc
    words = doc.char_span(cue.start, cue.end, alignment_mode="expand") if cue is not None else None
    verb = words.root if words is not None else None
    return verb is None or not (is_negated(verb) or any(child.tag_ == "MD" for child in verb.children))


def _speaks_of_itself(one: Said) -> bool:
    """Whether the source's name begins what it is cited for: "MV Ida was towed, he added" is not the ship's word."""
    name = one.statement.source.name if one.statement.source else ""
    return bool(name) and one.statement.quote.removeprefix("that ").removeprefix("the ").startswith(name)


def _is_clause(material: Material, one: Said) -> bool:
    """Whether a statement has a verb of its own, be it "was": "the quake was 35 miles away" can be laid to somebody."""
    span = one.statement.span
    inside = material.readings[span.article].doc.char_span(span.start, span.end, alignment_mode="contract")
    if inside is None or any(token.tag_ in ("WRB", "WP") for token in inside[:2]):
        return False  # to tell how he escaped is to take the escape as known
    if inside[0].lower_ in ("as", "if", "like", "whether"):
        return False  # he looked as though he had slept badly
    return inside.root.pos_ in ("VERB", "AUX")


def _hands_on(material: Material, one: Said) -> bool:
    """Whether somebody is cited for what another said ("Police said he surrendered, the paper wrote")."""
    mine = one.statement
    return any(
        other.statement.source is not None
        and other.statement.source.key != mine.source.key
        and other.statement.cue is not None
        and mine.span.start <= other.statement.cue.start < mine.span.end
        for other in material.by_article[mine.span.article]
        if mine.source is not None
    )


def _is_carrier(material: Material, one: Said) -> bool:
    """Whether the source is one that an account credits its text to: that is where the copy comes from, and is told as
    an origin."""
    name = named(one.statement.source)
    carriers = [credit.name for article in material.articles.values() for credit in article.credits]
    return any(compare_names(name, carrier).relation is not NameRelation.DIFFERENT for carrier in carriers)


def _lost(material: Material, members: Sequence[Said]) -> Difference:
    sources = list(dict.fromkeys(named(one.statement.source) for one in members if one.statement.source))
    bare = list(
        dict.fromkeys(material.publisher(one.statement.span.article) for one in members if not one.statement.source)
    )
    return _difference(
        f"What is credited to {' / '.join(map(called, sources[:3]))} stands as plain fact in {', '.join(bare[:3])}.",
        members,
        WEIGHT,
    )


def _moved(members: Sequence[Said]) -> Difference:
    two = next(
        (left.statement.source, right.statement.source)
        for left, right in combinations(members, 2)
        if _are_two(left.statement.source, right.statement.source)
    )
    return _difference(f"The same is credited to {listed([named(one) for one in two])}.", members, MOVED_WEIGHT)


def _difference(why: str, members: Sequence[Said], weight: float) -> Difference:
    return Difference(
        kind=FindingKind.ATTRIBUTION,
        severity=Severity.MINOR,
        why=why,
        sides=tuple(
            Side(span=one.statement.span, quote=one.statement.quote, value=_value(one), focus=one.statement.cue)
            for one in members
        ),
        claims=tuple(dict.fromkeys(one.claim for one in members)),
        weight=weight,
    )


def _value(one: Said) -> str:
    if one.statement.source:
        return f"credited to {named(one.statement.source)}"
    return "credited to nobody in particular" if one.statement.cue else "in the article's own voice"
