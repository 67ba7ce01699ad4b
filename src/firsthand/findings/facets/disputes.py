"""Disputes: what one side says and another denies or doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model import FindingKind, Severity, Side, Source, SourceKind, Stance
from ...text.comparing import compare
from ...text.names import NameRelation, compare_names
from ...text.names.compare import plain
from ...text.phrases import liken
from ..agreement import Difference
from ..material import Material, Said, named
from .contrasts import SETTING_AGAINST, contrasted, is_negative, is_plea, pleaded
from .denials import (
    agrees,
    denier_of,
    denies_within,
    doubts_within,
    insists,
    is_a_denial,
    is_denier,
    is_speaking,
    is_unresolved,
    questions_nothing,
    says_so_too,
    tells_it_too,
)
from .likenesses import derived
from .pointing import CITED_POINT, one_side, pointed_at
from .putting import (
    MANNER,
    MISTAKEN,
    NAMED_KINDS,
    OWNED_BY,
    TELLING,
    asks,
    is_a_thing,
    is_aside,
    is_bare,
    is_full,
    is_of_what_was_said,
    leaves_open,
    opens_with_pronoun,
    owner,
    points_back,
    says,
    tells,
    turns_from,
    will_not,
    withholds,
)
from .wording import called

SAME_POINT = 0.6  # likelihood of one point from which a denial is about a statement that it does not point back to
INSISTED_POINT = 0.9
"""The same where the denial has no verb of denial ("insisted that it was not …"): of nine read on unseen events, the
five wrong ones had less."""
SAME_BY_MODEL, AGAINST_BY_MODEL = 0.5, 0.1
"""What the comparing model must at least say besides. Of 12 disputes read, the right pairs had 0.94 and 0.6 or more,
the wrong ones less than one of the two."""
SHARED = 0.35
"""Weight of shared words over the lighter side's. Of 11 denials read that meet a cited statement, the right ones had
0.44 and more, the wrong ones but one 0.17 and less."""
DENYING = (Stance.DENIES, Stance.DOUBTS)
WEIGHT = 0.9
NAMED = 2  # sources named in a reason before "and others"


def differences(material: Material) -> Iterator[Difference]:
    """One dispute for each claim that somebody denies, with every account of both sides.

    Doubts ("could not be verified", "is not sure what caused it") join a dispute, but do not make one: not to know is
    not to contradict. Only where somebody named doubts what somebody else is cited for, that is one.
    """
    against: dict[str, list[tuple[Said, Said]]] = defaultdict(list)
    for one in material.said:
        if one.statement.stance not in DENYING or (one.statement.source is None and says(material, one, MANNER)):
            continue
        if questions_nothing(material, one) or is_speaking(one) or is_plea(material, one):
            continue
        if (
            not is_a_thing(material, one)
            and not asks(material, one)
            and not is_bare(material, one)
            and not turns_from(material, one)
            and not withholds(material, one)
            and not will_not(material, one)
        ):
            for target in denied_by(material, one):
                against[target.claim].append((target, one))
    opposed = [*contrasted(material), *pleaded(material)]
    for target, denial in opposed:
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


def denied_by(material: Material, denial: Said) -> tuple[Said, ...]:
    """The statements that a denial is about: the likeliest of another source, or else what it points back to."""
    others = [
        other
        for other in material.said
        if other.statement.stance not in DENYING
        and len(other.point.phrase.words) >= TELLING - 1
        and (not other.statement.quote.startswith("to ") or other.statement.quote.startswith("to have "))
        and tells(material, other)
        and not asks(material, other)
        and not leaves_open(material, other)
        and not is_speaking(other)
        and not tells_it_too(material, denial, other)
        and _is_its_owner(material, denial, other)
        and not (other.statement.source is None and other.statement.quoted)  # somebody's words, and not known whose
        and not (other.statement.source is None and opens_with_pronoun(material, other))  # "it was part of the myth"
        and "?" not in other.statement.quote  # who asks puts nothing forward
        and not _one_voice(denial, other)
        and not is_denier(material, denial, other)
        and not says_so_too(denial, other)
        and not is_a_denial(material, other)
        and not (other.statement.source is None and is_aside(material, other))
        and not other.statement.span.overlaps(denial.statement.span)
        and not _tells_a_denial(material, other)
    ]
    answers = [other for other in others if _answers(material, denial, other)]
    if answers:
        return (answers[0],)
    back = points_back(material, denial)
    full = [other for other in others if len(other.point.phrase.words) >= TELLING]
    rated = sorted((-material.related(denial, other), other.index) for other in full)
    if rated and -rated[0][0] >= _enough(material, denial, material.said[rated[0][1]]):
        target = material.said[rated[0][1]]
        if agrees(material, denial, target):
            return ()
        if _meets(material, target, denial):
            return (target,)
        if not back:
            return ()
    points = denial.statement.stance is Stance.DENIES or denial.statement.source is None
    return pointed_at(material, denial, others) if points or is_of_what_was_said(material, denial) else ()


def _is_its_owner(material: Material, denial: Said, other: Said) -> bool:
    """Whether a statement can be what a denial names as somebody's: "Dahl's claim" is Dahl's alone."""
    whose = owner(material, denial)
    if whose is None:
        return True
    source = other.statement.source
    if source is None:
        return False
    kinds = OWNED_BY.get(whose.lower())
    if kinds is not None:
        return source.kind in kinds
    return compare_names(source.name, whose).relation is not NameRelation.DIFFERENT or _is_of(source, whose)


def _is_of(source: Source, whose: str) -> bool:
    """Whether a source is of a people or party, by its name or what it is called: "Norland" of "Norlandic claims"."""
    words = [word for name in (source.name, *source.roles) for word in plain(name).split()]
    return any(word == other or derived(word, other) for word in words for other in plain(whose).split())


def _answers(material: Material, denial: Said, other: Said) -> bool:
    """Whether what follows a denial is set against it: "But an officer testified that Dahl fired at him"."""
    source = denial.statement.source
    if source is None or source.kind is not SourceKind.PERSON or other.statement.source is None:
        return False
    follows = 0 < other.index - denial.index <= 2 and other.statement.span.article == denial.statement.span.article
    if not follows or denial.statement.stance is not Stance.DENIES:
        return False
    sentence = other.statement.sentence
    doc = material.readings[sentence.article].doc
    words = doc.char_span(sentence.start, sentence.end, alignment_mode="contract")
    opens = words is not None and words[0].lower_ in SETTING_AGAINST
    return opens and source.name.split()[-1] in other.statement.quote.split()


def _meets(material: Material, target: Said, denial: Said) -> bool:
    """Whether a denial is of what a statement says: they share words where the statement is somebody's, and where it
    is the account's own the comparing model must agree."""
    within = insists(denial) or doubts_within(material, denial) or denies_within(denial)
    if target.statement.source is None and not tells(material, denial):
        return False
    if (
        target.statement.stance is Stance.REPORTS
        and target.statement.source is not None
        and is_full(material, denial)
        and not within
    ):
        return liken(target.point.phrase, denial.point.phrase).within >= SHARED
    compared = compare([(target.statement.quote, denial.statement.quote)])[0]
    return compared.same >= SAME_BY_MODEL and compared.contradicts >= AGAINST_BY_MODEL


def _enough(material: Material, denial: Said, target: Said) -> float:
    """How likely one point must be: less where a denial by somebody named meets what somebody else is cited for, more
    where it only says "not": much is not so, and nobody has said it."""
    if insists(denial) or doubts_within(material, denial) or denies_within(denial):
        return INSISTED_POINT
    cited = denial.statement.source is not None and target.statement.stance is Stance.REPORTS
    return CITED_POINT if cited else SAME_POINT


def _tells_a_denial(material: Material, other: Said) -> bool:
    """Whether an account's own sentence is the one that tells of a denial."""
    return other.statement.source is None and any(
        one.statement.stance in DENYING and one.statement.sentence.overlaps(other.statement.sentence)
        for one in material.by_article[other.statement.span.article]
    )


def _one_voice(left: Said, right: Said) -> bool:
    """Whether both are the same source's words, or parts of one sentence in one voice."""
    mine, theirs = left.statement.source, right.statement.source
    if mine is None or theirs is None:
        return left.index == right.index or (mine is theirs and left.statement.sentence == right.statement.sentence)
    return compare_names(mine.name, theirs.name).relation is not NameRelation.DIFFERENT


def _difference(material: Material, pairs: Sequence[tuple[Said, Said]]) -> Difference:
    denials = list({denial.index: denial for _, denial in pairs}.values())
    others = [(target, denial) for target, denial in pairs if not _by_a_denier(target, denials)]
    pairs = others or pairs
    denials = list({denial.index: denial for _, denial in pairs}.values())
    targets = _accounts(material, list({target.index: target for target, _ in pairs}.values()), denials)
    who = _who([denier_of(material, one) for one in denials])
    claimants = _who([named(one.statement.source) for one in targets if one.statement.source])
    words = _shortest(targets)
    said = f"According to {claimants}, “{words}”" if claimants else f"The accounts say “{words}”"
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
            together = other.statement.sentence == denial.statement.sentence and _one_voice(other, denial)
            if together or (other.statement.quoted and _is_negative(material, other) and one_side(other, denial)):
                shown.add(other.index)
                found.append(other)
                break
    return found


NEXT = 2  # statements behind a denial in which what is said instead is looked for


def _shortest(targets: Sequence[Said]) -> str:
    """What is denied, in the fewest words that an account has for it, as it stands in a sentence."""
    marks = "“”\"'‘’,;: "
    quotes = [" ".join(one.statement.quote.split()).strip(marks).removeprefix("that ") for one in targets]
    words = min((quote.strip(marks) for quote in quotes), key=lambda quote: (len(quote), quote)).split()
    return " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")


LONGEST = 30  # words of what is denied that are told in a reason; the sides have all of them


def _by_a_denier(target: Said, denials: Sequence[Said]) -> bool:
    """Whether a statement is by one of those who deny: who speaks against a thing does not put it forward."""
    return target.statement.source is not None and any(
        denial.statement.source is not None and _one_voice(target, denial) for denial in denials
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
            one.statement.sentence.overlaps(denial.statement.sentence) or _one_voice(one, denial) for denial in denials
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
