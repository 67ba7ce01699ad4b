"""Whether a stretch of a sentence stands by itself: a clause with its verb, and nothing cut off that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .parts import BEHIND, BREAKS, RELATIVE, SUBJECTS, VERBAL, is_finite, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis", "relcl", "advcl", "dep"})
"""Dependency labels (ClearNLP) of the clauses that can stand by themselves, once what ties them is left out."""
ASKING = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of the words that tie a clause to another, or ask."""
LOOSE = frozenset({"cc", "preconj", "punct", "mark", "intj", "meta", "parataxis", ""})
"""Labels of what may be cut off a clause without harm."""
BEFORE = frozenset({"aux", "auxpass", "neg", "advmod", "punct"})
"""Labels of what stands before a verb and is no argument of it."""
POINTERS = frozenset({"Prs", "Dem", "Rel"})
"""Types of pronouns (Universal Dependencies) that stand for what the text before tells of."""
CLIMB = 40
"""Steps up a sentence: bounds the work on a hostile one."""


def is_pointing(word: Token) -> bool:
    """Whether a word stands for what the text before tells of: "he", "those", "their", "such"."""
    return word.lower_ == "such" or not POINTERS.isdisjoint(word.morph.get("PronType", []))


def stands_alone(head: Token, words: Span) -> bool:
    """Whether a clause is finite and hangs on no other by a word of its own like "when" or "in which"; "that" falls
    away."""
    before = [word for word in words if word.i < head.i]
    return (
        is_finite(head)
        and head.dep_ in MAIN
        and not any(word.dep_ == "mark" and word.head.i == head.i and word.lower_ != "that" for word in before)
        and not any(word.tag_ in ASKING and _verb_of(word).i == head.i for word in before)
    )


def granted(head: Token, words: Span) -> Token | None:
    """The conjunction at the beginning of a clause that takes what it says as a fact: "after he was named", "while
    prices rose" (factive: Kiparsky & Kiparsky 1970). Not where the clause says what might be or was to be."""
    first = next((word for word in words if not word.is_punct), None)
    if first is None or first.head.i != head.i or first.lower_ not in GRANTING or not is_finite(head):
        return None
    if first.dep_ != "mark" and first.lower_ != "when":
        return None  # "after the verdict he left"
    subject = subject_of(head)
    if head.dep_ != "advcl" or subject is None or subject.lower_ == "it" or not _is_told(head.head):
        return None  # "when it came to taxes"; "asked when he left"
    if any(word.dep_ in ("aux", "auxpass") and word.i < subject.i for word in head.children):
        return None  # "when did he leave"
    if any(word.tag_ == "MD" or word.tag_ in ASKING for word in words if word.head.i == head.i and word.i != first.i):
        return None
    past = head.tag_ == "VBD" or any(word.tag_ == "VBD" for word in head.children if word.dep_ in BEFORE)
    return first if past or first.lower_ in ALWAYS_GRANTING else None


ALWAYS_GRANTING = frozenset({"because", "although", "though", "since"})
GRANTING = ALWAYS_GRANTING | {"after", "while", "when"}
"""Conjunctions of what is so; the last three where it is told in the past ("when it rains" may never be)."""
TELLING = frozenset({
    "add", "announce", "confirm", "explain", "note", "report", "say", "show", "state", "tell", "write",
})  # fmt: skip


def _is_told(verb: Token) -> bool:
    """Whether a clause is the main one of its sentence, or what somebody tells, and hangs on no "if" or doubt."""
    if any(child.dep_ == "mark" and child.lower_ != "that" for child in verb.children):
        return False
    return verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING)


def opens_with(head: Token, words: Span, noun: Token) -> bool:
    """Whether a clause begins with its verb, give or take an auxiliary, an adverb and the relative pronoun that is its
    subject: what it lacks to stand alone is a subject, such as `noun`. Not where another verb's subject stands between
    the two: which of them does both, no parse is sure of."""
    before = () if head.dep_ in BEHIND else words.doc[noun.i + 1 : words.start]
    return not any(word.dep_ in SUBJECTS and not _stands_for(word, noun) for word in before) and all(
        word.head.i == head.i
        and (word.dep_ in BEFORE or (word.dep_ in SUBJECTS and word.tag_ in ASKING and word.i == words.start))
        for word in words
        if word.i < head.i
    )


def _stands_for(word: Token, noun: Token) -> bool:
    """Whether a word is the relative pronoun of a noun: "the act, which was passed and allows it"."""
    return word.tag_ in RELATIVE and word.head.dep_ == "relcl" and word.head.head.i == noun.i


def _verb_of(word: Token) -> Token:
    """The nearest verb above a word, or what is highest above it."""
    for _ in range(CLIMB):
        if word.head.i == word.i:
            break
        word = word.head
        if word.pos_ in VERBAL:
            break
    return word


def is_severed(words: Span, head: Token) -> bool:
    """Whether a word inside a stretch hangs on one outside, or needs one that was cut off: "objected to", "debt it"."""
    last = _last(words)
    for word in words.sent:
        inside = words.start <= word.i < words.end
        upper = words.start <= word.head.i < words.end
        if inside and not upper and word.i != head.i and word.dep_ not in LOOSE and not word.is_space:
            return True
        if upper and not inside and not word.is_space and word.i != word.head.i and not _may_go(word, last):
            return True
    return False


def _last(words: Span) -> Token:
    return next((word for word in reversed(list(words)) if not (word.is_punct or word.is_space)), words[-1])


def _may_go(word: Token, last: Token) -> bool:
    """Whether what hangs on a clause may be cut off: another clause beside it, or what tells more of a noun."""
    if word.dep_ in LOOSE:
        return True
    if word.dep_ == "conj":
        opening = word.left_edge
        is_joined = opening.dep_ == "cc" or _is_joint(word.doc[opening.i - 1])
        is_shared = last.i == word.head.i and any(child.dep_ == "dobj" for child in word.children)
        return is_joined and is_finite(word) and is_finite(word.head) and word.pos_ in VERBAL and not is_shared
    if word.dep_ == "advcl":
        return not _closes_with(word, last)
    if word.dep_ in BEHIND:
        first = word.left_edge.i
        return first > 0 and word.doc[first - 1].text in BREAKS
    return False


def _is_joint(word: Token) -> bool:
    return word.dep_ == "cc" or word.is_punct


def _closes_with(word: Token, last: Token) -> bool:
    """Whether a participle takes the first of its subjects from a "with" that was left behind: "with the mayor, [the
    council and the school calling for a halt]"."""
    own = subject_of(word)
    if own is None or any(child.dep_ == "mark" for child in word.children):
        return False
    return any(prep.dep_ == "prep" and prep.right_edge.i == last.i for prep in word.head.children)


def noun_phrase(noun: Token, words: Span) -> Span | None:
    """A noun with all that says which one it is, as it stands before a clause of its own could; without what tells more
    of it behind a comma. None where the clause stands in the middle of it."""
    kept = [noun, *(w for w in noun.subtree if w.dep_ not in LOOSE and not _is_told_apart(w, noun))]
    phrase = noun.doc[min(word.i for word in kept) : max(word.i for word in kept) + 1]
    is_joined = not phrase[-1].whitespace_ and phrase.end < len(noun.doc)
    follows = noun.doc[phrase.end].text[0] if is_joined else ""
    is_broken = follows == "-" or follows.isalnum()
    return None if is_broken or (phrase.start < words.end and words.start < phrase.end) else phrase


def _is_told_apart(word: Token, noun: Token) -> bool:
    """Whether a word under a noun is of a clause or an apposition behind a comma, which tells more of what it names."""
    for _ in range(CLIMB):
        if word.i == noun.i:
            break
        if word.dep_ in BEHIND and word.doc[word.left_edge.i - 1].text in BREAKS:
            return True
        word = word.head
    return False


def noun_before(words: Span, head: Token) -> tuple[Token, ...]:
    """The noun that a clause or an apposition tells more of, where it stands right before, up to it: "the bill," of
    "the bill, known as the Dike Act"."""
    phrase = noun_phrase(head.head, words) if head.dep_ in BEHIND else None
    if phrase is None or phrase.end > words.start:
        return ()
    between = words.doc[phrase.end : words.start]
    return (*phrase, *between) if all(word.is_punct for word in between) else ()
