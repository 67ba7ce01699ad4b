"""Disputes: what one side says and another denies or doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import FindingKind, Severity, Side, Stance
from ...text.comparing import compare
from ...text.sources.calling import called
from ..agreement import Difference
from ..material import Material, Said, named
from .answering import DENYING, answered, one_voice
from .contrasts import contrasted, is_negative, pleaded
from .denials import denier_of, is_unresolved
from .pointing import one_side
from .putting import MANNER, MISTAKEN, NAMED_KINDS, asks, points_back, says, tells

SAME_POINT = 0.6  # likelihood of one point from which another account says what is denied
WEIGHT = 0.9
NAMED = 2  # sources named in a reason before "and others"


def differences(material: Material) -> Iterator[Difference]:
    """One dispute for each claim that somebody denies, with every account of both sides.

    Doubts ("could not be verified", "is not sure what caused it") join a dispute, but do not make one: not to know is
    not to contradict. Only where somebody named doubts what somebody else is cited for, that is one.
    """
    against: dict[str, list[tuple[Said, Said]]] = defaultdict(list)
    answers = [(target, denial, sure) for denial, targets, sure in answered(material) for target in targets]
    opposed = [*contrasted(material), *pleaded(material)]
    for target, denial in [*((target, denial) for target, denial, sure in answers if sure), *opposed]:
        against[target.claim].append((target, denial))
    for target, denial, sure in answers:
        if not sure and target.claim in against:
            against[target.claim].append((target, denial))
    for pairs in _joined(against):
        kept = [
            pair for pair in pairs if pair in opposed or not says(material, pair[1], MISTAKEN)
        ]  # who is said to be mistaken denies nothing
        if any(pair in opposed or _makes_a_dispute(material, *pair) for pair in kept):
            yield _difference(material, kept)


def _makes_a_dispute(material: Material, target: Said, denial: Said) -> bool:
    """Whether a denial is one by itself: a doubt is, where somebody named has it of what somebody else is cited for,
    and more than "allegedly", which is how police speak."""
    if is_unresolved(denial) and target.statement.source is not None:
        return False
    if denial.statement.stance is Stance.DENIES:
        return True
    mine, theirs = denial.statement.source, target.statement.source
    if mine is None or theirs is None or not {mine.kind, theirs.kind} <= NAMED_KINDS:
        return False
    return not says(material, denial, MANNER)


def _joined(against: dict[str, list[tuple[Said, Said]]]) -> list[list[tuple[Said, Said]]]:
    """Disputes whose denials are of one claim are one dispute."""
    groups: list[list[tuple[Said, Said]]] = []
    for pairs in against.values():
        mine = {denial.claim for _, denial in pairs}
        same = next((group for group in groups if mine & {denial.claim for _, denial in group}), None)
        if same is None:
            groups.append(list(pairs))
        else:
            same.extend(pairs)
    return groups


def _difference(material: Material, pairs: Sequence[tuple[Said, Said]]) -> Difference:
    denials = list({denial.index: denial for _, denial in pairs}.values())
    others = [(target, denial) for target, denial in pairs if not _by_a_denier(target, denials)]
    pairs = others or pairs
    denials = list({denial.index: denial for _, denial in pairs}.values())
    targets = _accounts(material, list({target.index: target for target, _ in pairs}.values()), denials)
    who = _who([denier_of(material, one) for one in denials])
    told, words = _shortest(targets)
    said = f"{_whose(told, targets)} “{words}”"
    stances = {one.statement.stance for one in denials}
    verb = "denied" if Stance.DENIES in stances else "doubted" if Stance.DOUBTS in stances else "contradicted"
    return Difference(
        kind=FindingKind.DISPUTE,
        severity=Severity.MAJOR,
        why=f"{said}; it is {verb} by {who.rstrip('.')}.",
        sides=tuple(
            Side(span=one.statement.span, quote=one.statement.quote, value=_value(one), focus=one.statement.cue)
            for one in [*targets, *sorted([*denials, *_instead(material, denials)], key=lambda one: one.index)]
        ),
        claims=tuple(dict.fromkeys(one.claim for one in [*targets, *denials])),
        weight=WEIGHT,
    )


def _whose(told: Said, targets: Sequence[Said]) -> str:
    """Whose words these are, and who else is cited for what they say."""
    if told.statement.source is None:
        return "The accounts say"
    cited = [(called(named(one.statement.source)), _bare(one)) for one in targets if one.statement.source]
    mine = [name for name, words in cited if words == _bare(told)]
    beside = [name for name, _ in cited if name not in mine]
    return f"According to {_who(mine)}," + (f" and to {_who(beside)} in other words," if beside else "")


def _bare(one: Said) -> str:
    """The words of a statement without what a quotation puts around them."""
    return " ".join(one.statement.quote.split()).strip(MARKS).removeprefix("that ").strip(MARKS)


MARKS = "“”\"'‘’,;: "


def _instead(material: Material, denials: Sequence[Said]) -> list[Said]:
    """What those who deny say instead, where the denial only points back: the rest of the sentence ("called the report
    misleading and said that the gates were shut"), or the next quotation, if it says that something is not so."""
    shown = {denial.index for denial in denials}
    found = []
    for denial in denials:
        if not points_back(material, denial):
            continue
        for other in material.said[denial.index + 1 : denial.index + 1 + NEXT]:
            source = other.statement.source
            if (
                other.index in shown
                or source is None
                or denial.statement.source is None
                or other.statement.span.article != denial.statement.span.article
                or other.statement.span.overlaps(denial.statement.span)
                or not tells(material, other)
            ):
                continue
            together = other.statement.sentence == denial.statement.sentence and one_voice(other, denial)
            if together or (other.statement.quoted and _is_negative(material, other) and one_side(other, denial)):
                shown.add(other.index)
                found.append(other)
                break
    return found


NEXT = 2  # statements behind a denial in which what is said instead is looked for


def _shortest(targets: Sequence[Said]) -> tuple[Said, str]:
    """The statement with the fewest words for what is denied, and these as they stand in a sentence."""
    told = min(targets, key=lambda one: (len(_bare(one)), _bare(one)))
    words = _bare(told).split()
    return told, " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")


LONGEST = 30  # words of what is denied that are told in a reason; the sides have all of them


def _by_a_denier(target: Said, denials: Sequence[Said]) -> bool:
    """Whether a statement is by one of those who deny: who speaks against a thing does not put it forward."""
    return target.statement.source is not None and any(
        denial.statement.source is not None and one_voice(target, denial) for denial in denials
    )


def _accounts(material: Material, targets: Sequence[Said], denials: Sequence[Said]) -> list[Said]:
    """The statements denied, and what the other accounts have of the same claims: one statement each."""
    claims = {target.claim for target in targets}
    found = {target.index: target for target in targets}
    told = {target.statement.span.article for target in targets}
    negative = {_is_negative(material, target) for target in targets}
    for one in material.said:
        article = one.statement.span.article
        denying = any(
            one.statement.sentence.overlaps(denial.statement.sentence) or one_voice(one, denial) for denial in denials
        )
        if (
            one.claim in claims
            and article not in told
            and one.statement.stance not in DENYING
            and tells(material, one)
            and not asks(material, one)
            and _is_negative(material, one) in negative
            and not denying
            and any(_says_too(material, one, target) for target in targets)
        ):
            told.add(article)
            found[one.index] = one
    return [found[index] for index in sorted(found)]


def _says_too(material: Material, one: Said, target: Said) -> bool:
    """Whether a statement of another account says what a denied one says, or a part of it."""
    if one.index == target.index or material.related(one, target) < SAME_POINT:
        return one.index == target.index
    compared = compare([(target.statement.quote, one.statement.quote)])[0]
    return max(compared.entails, compared.entailed) >= SAID_TOO


SAID_TOO = 0.25
"""What the comparing model must give for one saying the other, either way. Of 15 further sides read in 65 stories the
four right ones had 0.28 and more, ten of the eleven wrong ones 0.18 and less."""


def _is_negative(material: Material, one: Said) -> bool:
    return is_negative(material.readings[one.statement.span.article].doc, one)


def _who(many: Sequence[str]) -> str:
    names = list(dict.fromkeys(map(called, many)))
    names = [name for name in names if name.lower() not in UNNAMED] or names
    names = [*names[:NAMED], "others"] if len(names) > NAMED + 1 else names
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


UNNAMED = frozenset({"he", "she", "they", "it", "some", "others", "those", "the those", named(None)})
"""What says nothing of who it is, beside a name."""


def _value(one: Said) -> str:
    return f"{one.statement.stance.value} ({named(one.statement.source)})"
