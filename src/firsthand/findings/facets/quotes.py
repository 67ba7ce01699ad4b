"""Quotations: one utterance printed in quotation marks with other words, or a quoted word moved to another thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...model import FindingKind, Severity, Side, Source, SourceKind, Span
from ...text.comparing import compare as ask_model
from ...text.grouping import average_link
from ...text.names import NameRelation, compare_names
from ..agreement import Agreement, Comparison, Difference
from ..material import Material, Said, cited_by_name, named
from .printed import WORD, alike, by_length, first_alike, kept_of, telling_of, window_of, words_of

SHORTEST = 5  # words of a quotation that can be told to be the same utterance by its words alone
FEWEST = 4  # words of a quotation that can be laid beside another of the same speaker
SAME_UTTERANCE = 0.6  # share of the shorter quotation's words that the longer one has in the same order
TELLING = 3  # words beyond the commonest that both must have: "I don't know who you are" is said by many
MOST = 400  # quotations of one story that are compared
CLOSING = "\"”’'»,. "
ARTICLES = frozenset({"a", "an", "the"})
MARKED = re.compile(r"\.\.\.|…|\[[^\]]*\]|\([^)]*\)|\. \.")


@dataclass(frozen=True, slots=True, eq=False)
class Quotation:
    """What stands in one pair of quotation marks, in which statement."""

    said: Said
    span: Span
    text: str
    words: tuple[str, ...]


def compare(left: str, right: str) -> Comparison:
    """Whether two printed quotations are one utterance, and if so whether in the same words.

    A cut at either end is agreement, and so is a gap or an insertion that is marked (… or brackets).
    """
    mine, theirs = words_of(left), words_of(right)
    short, long = by_length(mine, theirs)
    if len(short) < SHORTEST:
        return Comparison(Agreement.UNRELATED, "too short to tell")
    if _one_begins_in_the_other(short, long) or "".join(short) in "".join(long):  # "into", "in to"
        return Comparison(Agreement.SAME, "the same words, begun or ended elsewhere")
    kept = kept_of(short, long)
    telling = telling_of(short, long)
    if kept < SAME_UTTERANCE * len(short) or len(telling) < TELLING or _only_names(telling, left, right):
        if MARKED.search(left) or MARKED.search(right):
            between = _between_marks(left, right)
            if between.agreement is Agreement.DIFFERENT:
                return between
        return Comparison(Agreement.UNRELATED, "another utterance")
    if _only_ends_differ(short, long):
        return Comparison(Agreement.UNRELATED, "a few words in common, which go on in another way")
    window = window_of(short, long)
    if window == short:
        return Comparison(Agreement.SAME, "the same words")
    if MARKED.search(left) or MARKED.search(right):
        return _between_marks(left, right)
    changed = (Counter(window) - Counter(short)) + (Counter(short) - Counter(window))
    if set(changed) <= ARTICLES and kept >= len(short) - changed.total():
        return Comparison(Agreement.COMPATIBLE, "but an article, the same words")
    if kept == len(short):
        return Comparison(Agreement.DIFFERENT, "words are left out inside the quotation marks without a mark")
    return Comparison(Agreement.DIFFERENT, "the words in quotation marks are not the same")


def _between_marks(left: str, right: str) -> Comparison:
    """The outcome for two printings of one utterance of which one marks a gap or an insertion: a mark answers for its
    own place alone, so each stretch between the marks is laid beside those of the other printing."""
    mine, theirs = MARKED.split(left), MARKED.split(right)
    stretches, others = (mine, theirs) if len(mine) >= len(theirs) else (theirs, mine)
    for stretch in stretches:
        outcomes = {found.agreement: found for other in others if (found := compare(stretch, other))}
        if Agreement.DIFFERENT in outcomes and not {Agreement.SAME, Agreement.COMPATIBLE} & outcomes.keys():
            return outcomes[Agreement.DIFFERENT]
    return Comparison(Agreement.COMPATIBLE, "what was changed is marked")


def _one_begins_in_the_other(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the end of one quotation is the beginning of the other, over most of the shorter one or a long run."""
    least = max(SHORTEST, min(LONG_RUN, int(SAME_UTTERANCE * len(short))))
    return any(
        tuple(short[-shared:]) == tuple(long[:shared]) or tuple(short[:shared]) == tuple(long[-shared:])
        for shared in range(least, len(short) + 1)
    )


def differences(material: Material) -> Iterator[Difference]:
    """One difference for each utterance that is printed in several wordings."""
    quotations = list(quotations_of(material))[:MOST]
    compared: dict[tuple[int, int], Comparison] = {}
    for (i, left), (j, right) in combinations(enumerate(quotations), 2):
        if left.said.statement.span.article == right.said.statement.span.article:
            continue
        if _other_speakers(material, left, right) or left.text.rstrip(CLOSING).endswith("?") != right.text.rstrip(
            CLOSING
        ).endswith("?"):
            continue  # a question is not its answer
        outcome = compare(left.text, right.text)
        if outcome.agreement is Agreement.UNRELATED and (
            _retold(material, left, right) or _one_word_apart(left, right)
        ):
            outcome = Comparison(Agreement.DIFFERENT, "the words in quotation marks are not the same")
        if outcome.agreement is not Agreement.UNRELATED:
            compared[i, j] = outcome
    compared = {
        (i, j): outcome
        for (i, j), outcome in compared.items()
        if outcome.agreement is not Agreement.DIFFERENT
        or not (_printed_too(quotations, i, j, compared) or _printed_too(quotations, j, i, compared))
    }
    likely = dict.fromkeys(compared, 1.0)
    for group in average_link(len(quotations), likely, 0.34):
        differing = [
            p for p in combinations(group, 2) if p in compared and compared[p].agreement is Agreement.DIFFERENT
        ]
        if differing:
            yield _difference(material, quotations, differing, compared[differing[0]].why)


def _printed_too(
    quotations: Sequence[Quotation], own: int, other: int, compared: dict[tuple[int, int], Comparison]
) -> bool:
    """Whether the account of one quotation prints the other's words too, elsewhere: then they are two utterances. What
    it prints elsewhere must be like the quotation; else it is another part of what the other account prints in one."""
    article = quotations[own].said.statement.span.article
    return any(
        i != own
        and one.said.statement.span.article == article
        and _rivals(one.words, quotations[own].words)
        and (found := compared.get((min(i, other), max(i, other)))) is not None
        and found.agreement is not Agreement.DIFFERENT
        for i, one in enumerate(quotations)
    )


def _rivals(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    short, long = by_length(left, right)
    return kept_of(short, long) >= RIVAL * len(short)


RIVAL = 0.5  # share of the shorter quotation's words that make two quotations of one account forms of one utterance


def _other_speakers(material: Material, left: Quotation, right: Quotation) -> bool:
    """Whether two persons are named where they are quoted, or one by name with another office than the one told by its
    office alone ("the chief executive", "a spokeswoman"), so that like words are two utterances (or one credited to
    two)."""
    mine, theirs = left.said.statement.source, right.said.statement.source
    if mine is None or theirs is None:
        return False
    if SourceKind.CROWD in (mine.kind, theirs.kind):
        return True  # what many chant or say is no one utterance
    if {mine.kind, theirs.kind} == {SourceKind.PERSON}:
        by_name = cited_by_name(material, left.said) and cited_by_name(material, right.said)
        return by_name and not _one_speaker(mine, theirs)
    return _of_another_office(mine, theirs) or _of_another_office(theirs, mine)


def _of_another_office(named_one: Source, told: Source) -> bool:
    """Whether a person with a known office is not who is told by an office alone."""
    if named_one.kind is not SourceKind.PERSON or told.kind not in (SourceKind.UNNAMED, SourceKind.OFFICE):
        return False
    offices = {word.lower() for role in named_one.roles for word in role.split()}
    return bool(offices) and not offices & {word.lower() for word in told.name.split()}


def _one_word_apart(left: Quotation, right: Quotation) -> bool:
    """Whether two short quotations of one named person are alike but for a word: "We will close" / "will not close"."""
    mine, theirs = left.said.statement.source, right.said.statement.source
    if mine is None or theirs is None or {mine.kind, theirs.kind} != {SourceKind.PERSON}:
        return False
    short, long = by_length(left.words, right.words)
    changed = len(long) - kept_of(short, long)
    return (
        changed == 1
        and not MARKED.search(left.text + right.text)
        and compare_names(mine.name, theirs.name).relation is not NameRelation.DIFFERENT
    )


def _retold(material: Material, left: Quotation, right: Quotation) -> bool:
    """Whether two long quotations of one source are one utterance retold: alike in meaning and in part in words."""
    mine, theirs = left.said.statement.source, right.said.statement.source
    short, long = by_length(left.words, right.words)
    if mine is None or theirs is None or len(short) < LONG_ENOUGH or MARKED.search(left.text + right.text):
        return False
    return (
        mine.kind is theirs.kind  # what a chief executive says his spokeswoman may say, too
        and material.related(left.said, right.said) >= RETOLD
        and kept_of(short, long) >= RETOLD_WORDS * len(short)
        and _one_speaker(mine, theirs)
        and ask_model([(left.text, right.text)])[0].same >= RETOLD_BY_MODEL
    )


def _one_speaker(left: Source, right: Source) -> bool:
    """Whether two names can be one speaker's; one surname is enough, as the fuller name is carried over from elsewhere
    in the account, and two who speak alike in one story are seldom namesakes."""
    if compare_names(left.name, right.name).relation is not NameRelation.DIFFERENT:
        return True
    return left.name.split()[-1].casefold() == right.name.split()[-1].casefold()


RETOLD_BY_MODEL = 0.8
"""What the comparing model must give for one point: of eight pairs read, the four right ones had 0.85 and more, two of
the four wrong ones (a speaker's two utterances on one day) 0.64 and less."""
LONG_ENOUGH, RETOLD, RETOLD_WORDS = 8, 0.9, 0.4
"""Words of a quotation, likelihood of one point, and share of words in the same order, of an utterance retold. There
are two such pairs in the shared stories and one in the example: too few to fit, so all three stand on the safe side."""


def _difference(
    material: Material, quotations: Sequence[Quotation], pairs: Sequence[tuple[int, int]], why: str
) -> Difference:
    chosen = [quotations[i] for i in sorted({i for pair in pairs for i in pair})]
    speaker = next((named(q.said.statement.source) for q in chosen if q.said.statement.source), None)
    whose = f"One utterance of {speaker}" if speaker else "One utterance"
    heavy = max(_changed(chosen), MAJOR_CHANGE if _turned(chosen) else 0.0)
    return Difference(
        kind=FindingKind.QUOTE,
        severity=Severity.MAJOR if heavy >= MAJOR_CHANGE else Severity.MINOR,
        why=f"{whose} is printed in different wordings: {why}.",
        sides=tuple(Side(span=q.span, quote=material.words(q.span), value="as quoted", focus=q.span) for q in chosen),
        claims=tuple(dict.fromkeys(q.said.claim for q in chosen)),
        weight=round(0.4 + 0.4 * min(1.0, heavy), 3),
    )


MAJOR_CHANGE = 0.2
"""Share of an utterance's words that were changed: a word or two in a long sentence is minor."""


def _turned(chosen: Sequence[Quotation]) -> bool:
    """Whether a word of negation stands in one of two wordings only, of what both print."""
    for left, right in combinations(chosen, 2):
        short, long = by_length(left.words, right.words)
        if len({bool(NEGATING & set(words)) for words in (short, window_of(short, long))}) > 1:
            return True
    return False


NEGATING = frozenset({"not", "no", "never", "cannot", "none", "nobody", "nothing", "neither", "nor"})


def _changed(chosen: Sequence[Quotation]) -> float:
    worst = 0.0
    for left, right in combinations(chosen, 2):
        short, long = by_length(left.words, right.words)
        window = window_of(short, long)
        worst = max(worst, 1 - kept_of(short, window) / max(len(short), len(window), 1))
    return worst


def quotations_of(material: Material) -> Iterator[Quotation]:
    """Every quotation of the story that can be compared, in the order of its statements."""
    seen: set[Span] = set()
    for one in material.said:
        for span in sorted(one.statement.quoted, key=lambda span: (span.start - span.end, span)):
            words = words_of(material.words(span))
            if len(words) >= FEWEST and not any(span.overlaps(other) for other in seen):
                seen.add(span)
                yield Quotation(one, span, material.words(span), words)


def _only_ends_differ(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether all that two quotations share is one short run of words, and each goes on in its own way."""
    inside = [i for i, word in enumerate(short) if first_alike(word, long) is not None]
    first, last = inside[0], inside[-1] + 1
    if len(inside) != last - first or len(inside) == len(short) or len(inside) >= LONG_RUN:
        return False
    run = tuple(short[first:last])
    return any(
        all(alike(a, b) for a, b in zip(run, long[at : at + len(run)], strict=True))
        for at in range(len(long) - len(run) + 1)
    )


LONG_RUN = 8  # words in a row that make one utterance of two whose ends differ


def _only_names(telling: Sequence[str], left: str, right: str) -> bool:
    """Whether fewer than two of the words that both have are more than parts of names: many speak of one act."""
    written = set(WORD.findall(left)) | set(WORD.findall(right))
    return sum(word in written or not word.isalpha() for word in telling) < PLAIN


PLAIN = 2
