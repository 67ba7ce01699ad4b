"""How firmly a statement is put: asserted, reported, denied or doubted, and by which words that is seen."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from firsthand.model.statements import Stance

if TYPE_CHECKING:
    from .verdicts import Verdicts

Read = tuple[Stance, str]
"""The stance and why."""

PLEA = re.compile(
    r"\b(?:plead(?:s|ed|ing)?|pled|plea(?:s)?)\b.{0,30}?\b(?:not\s+guilty|innocent)\b|\bnot[-\s]guilty\s+pleas?\b"
    r"|\b(?:maintain|proclaim|profess|protest)\w*\s+(?:his|her|their|its)\s+innocence\b",
    re.IGNORECASE,
)
"""Who pleads not guilty denies the charge."""
NOT = (
    r"(?:not|n['’]t|never|cannot|no|nor|neither|yet\s+to|have\s+yet|has\s+yet|declin\w+\s+to|refus\w+\s+to|unable\s+to)"
)
SOFTLY = (
    r"(?:\s+(?:be|been|being|to|immediately|independently|yet|entirely|completely|fully|at|all|officially|publicly"
    r"|have)){0,4}"
)
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|denials?|refut(?:e[sd]?|ing)|rebut(?:s|ted|ting)?|repudiat\w+|debunk\w*|disput(?:e[sd]?|ing)"
    r"|contradict\w*|disavow\w*|disown\w*|rul(?:e[sd]?|ing)\s+out|pooh-poohed"
    r"|distanc(?:e[sd]?|ing)\s+(?:him|her|it|them)sel(?:f|ves)\s+from)\b",
    re.IGNORECASE,
)
"""Verbs that deny by themselves: the negative source-introducing predicates of FactBank (Sauri, Pustejovsky 2009)."""
TURNING_AWAY = re.compile(
    r"\b(?:dismiss\w*|reject\w*|discount(?:s|ed|ing)?|rebuff\w*|quash\w*|discredit\w*"
    r"|rubbish(?:es|ed|ing))\b",
    re.IGNORECASE,
)
"""Verbs that deny where what they turn away is something said (an offer is rejected without denying anything)."""
KNOCKING_DOWN = re.compile(
    r"\b(?:batt(?:ed|ing)\s+down|push(?:es|ed|ing)?\s+back|(?:shot|shoots?|shooting|struck|strikes?|striking)\s+down|knock(?:s|ed|ing)?\s+down"
    r"|brush(?:es|ed|ing)?\s+(?:aside|off))\b",
    re.IGNORECASE,
)
"""Verbs of force that deny where what they hit is something said (an earthquake knocks down power lines)."""
SAID = re.compile(
    r"\b(?:claims?|allegations?|accusations?|reports?|rumou?rs?|suggestions?|assertions?|charges|notions?|insinuations?|implications?"
    r"|criticisms?|speculation"
    r"|theor(?:y|ies)|story|stories|versions?|accounts?|idea|complaints?|statements?|assessment|conclusions?|findings?)\b",
    re.IGNORECASE,
)
FALSE = re.compile(
    r"\b(?:(?:false|untrue|baseless|unfounded|groundless|misleading|fabricated|fake|bogus|fictional|incorrect|inaccurate|erroneous)"
    r"(?:(?=[\s\"”’']*(?:[.,;:!?\"”’')]|$|and\b|or\b|but\b|by\b|as\b))|\s+(?:\w+\s+)?(?=(?:claims?|allegations?|accusations?|reports?|rumou?rs?"
    r"|stor(?:y|ies)|statements?|assertions?|charges|suggestions?|information|news)\b))"
    r"|hoax|a\s+sham|disinformation|misinformation|propaganda|lies|a\s+lie|fiction|nonsense|mistakenly|wrongly|falsely|window[\s-]dressing"
    r"|factual\s+errors?|(?:no|not\s+any|lacks?\s+a(?:ny)?|without)\s+(?:truth|basis|merit|foundation|substance)"
    r"|no\s+such|not\s+(?:true|the\s+case|correct|accurate|so(?=\W*(?:$|[.,;:!?])))|never\s+(?:the\s+case|happened|said|took\s+place)"
    r"|nothing\s+(?:improper|illegal|wrong|unusual|inappropriate|of\s+the\s+(?:kind|sort)))\b",
    re.IGNORECASE,
)
"""Words that call something said untrue."""
AS_SUCH = re.compile(rf"\bas\s+(?:[\w'’\"“‘-]+\s+){{0,3}}?[\"“‘]?(?:{SAID.pattern}|{FALSE.pattern})", re.IGNORECASE)
"""What is turned away is judged as something said, or untrue: "dismissed … as rumours", "as a sham"; who is dismissed
"as a bumbler" is not denied."""
CALLING = re.compile(r"\b(?:call|describ|brand|label|term|deem|dub|denounc|condemn)\w*", re.IGNORECASE)
"""Verbs whose content is what they call something."""
JUDGING = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|as|call\w*|brand\w*|label\w*|term\w*|deem\w*|both|that|seem\w*)|['’]s|n['’]t|^)"
    r"\s+(?:[\w'’-]+,?\s+){0,2}[\"“'‘]?$",
    re.IGNORECASE,
)
"""What stands before a judgement: "is false and …"; in "a false or worn key" a thing is described."""
JOINED = re.compile(r"[\s\"”’']*(?:and|or)\b", re.IGNORECASE)
ASKED = re.compile(
    r"^\W*(?:(?:an?|the|any|his|her|its|their|this|that|both|all|such|him|them|us)\s+)?(?:[\w'’-]+\s+){0,3}?"
    r"(?:motions?|requests?|applications?|appeals?|petitions?|bail|parole|permits?|permission|visas?|access|entry|asylum"
    r"|clemency|licen[cs]es?|tenure|benefits|coverage|protections?|custody|refuge|citizenship)\b",
    re.IGNORECASE,
)
"""What is asked for (WordNet: request, permission, right): to deny it is to refuse it, and calls nothing untrue."""
NEGATED = re.compile(
    r"\b(?:not|never|no(?!\s+matter\b)|none|nothing|nobody|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
INSISTING = re.compile(
    r"\b(?:insist\w*|maintain\w*|stress\w*|assur\w+|clarif\w+|counter(?:s|ed|ing)?|reiterat\w+|protest\w*)\b",
    re.IGNORECASE,
)
"""Verbs that answer something said before: what they deny was put forward by others."""
DOUBTING = re.compile(
    r"\b(?:(?<!no )(?<!without )(?<!beyond )(?<!not )(?<!n['’]t )doubt(?:s|ed|ing|ful|fully)?"
    r"|s[ck]eptical(?:ly)?|s[ck]epticism|question(?:s|ed|ing)?\s+(?:whether|if|what|the)"
    r"|question\s+(?:is|was|of|remains)\s+whether"
    r"|(?:do|does|did)(?:\s+not|n['’]t)\s+believe|less\s+(?:sure|certain)"
    r"|unconfirmed|unverified|unproven|unsubstantiated|elusive|inconclusive|remains?\s+to\s+be\s+seen"
    r"|in\s+(?:question|doubt|dispute)|little\s+is\s+known|questions?\s+remain|no\s+(?:evidence|proof|confirmation)(?=\s+(?:of|that|to)\b))\b"
    rf"|\b(?:\w*{NOT}){SOFTLY}\s+(?:confirm\w*|verif\w+|determin\w+|establish\w+|prove[nd]?(?!\s+to\s+be\b)"
    r"|corroborat\w+|authenticat\w+|ascertain\w*|convinced|call\s+it)\b",
    re.IGNORECASE,
)
"""Words and constructions that leave open whether something is so."""
QUESTIONING = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)\s+(?:\w+\s+)?(?:questions|suspicions)\s+(?:about|over|as\s+to|whether)"
    r"|call(?:s|ed|ing)?\s+into\s+question|challeng(?:e[sd]?|ing)\s+the|without\s+(?:\w+\s+)?(?:evidence|proof)"
    r"|(?:calm|allay|eas|dispel|sooth|quell|assuag|quiet|downplay|play\w*\s+down)\w*\s+(?:[\w'’-]+\s+){0,2}?(?:fears|concerns|worries"
    r"|suspicions)(?=\W+that\b))\b",
    re.IGNORECASE,
)
"""What doubts as the verb that cites somebody; what somebody says "raises questions" he puts forward himself."""
KEEPING_AWAY = re.compile(
    r"\b(?:allegedly|supposedly|purportedly|reputedly|suspected(?=\s+(?:in|to)\b)"
    r"|(?:is|was|are|were|been|being|stands?)\s+(?:accused\s+of|suspected(?=\s+that\b)))\b",
    re.IGNORECASE,
)
"""Words by which an account keeps away from what it tells."""
UNKNOWING = re.compile(
    rf"\b(?:unclear|unknown|uncertain\w*|(?:\w*{NOT}){SOFTLY}\s+(?:clear|known|know|certain|sure|positive|say))\b",
    re.IGNORECASE,
)
"""Words by which somebody does not know. Whether that is doubt depends on what is not known (`_leaves_open`)."""
OPEN_QUESTION = re.compile(
    r"\W*(?:(?:exactly|precisely|yet|still|immediately|just|as|of|about|now|to|him|her|them|us|me|for|\w+ly)\s+){0,4}"
    r"(?:what|why|how|when|where|who|whom|whose|which)\b",
    re.IGNORECASE,
)
CLAUSE_AHEAD = re.compile(r"\W*(?:\w+ly\s+)?(?:whether|if|that)\b", re.IGNORECASE)
WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)
SURE = re.compile(r"\b(?:certain|sure|positive)$", re.IGNORECASE)
MISTAKEN = re.compile(
    r"\b(?:mistakenly|wrongly|falsely|erroneously|incorrectly|disingenuously)\s+(?:\w+\s+){0,1}?(?:believ\w+|thought|report\w*|said|claim\w*|assum\w+"
    r"|stat\w+|suggest\w*|imply\w*|impli\w+|call\w*|accus\w+|assert\w*|announc\w+|alleg\w+)\b",
    re.IGNORECASE,
)
"""The outlet itself calls untrue what somebody held."""
OUGHT = re.compile(r"\b(?:should|must|ought\s+to|need|shall)(?:\s+not|n['’]t)?\b", re.IGNORECASE)
HEDGED = re.compile(
    r"\b(?:so-called|alleged|purported|supposed|self-styled|self-proclaimed|ostensible|apparent)\s+(?=\w)",
    re.IGNORECASE,
)
"""Words that keep a distance from one noun: noted, and no doubt of the whole statement ("the alleged gunman fled")."""
TO_COME = re.compile(
    r"\b(?:will|shall|would|is\s+to|are\s+to|going\s+to|plans?\s+to|expected\s+to|scheduled\s+to)\b|['’]ll\b",
    re.IGNORECASE,
)
SUPPOSED = re.compile(r"\b(?:if|unless|were\s+to|could|might|(?-i:may)|in\s+case)\b", re.IGNORECASE)


OPENING = 50
"""Characters of a content in which its main clause stands: "insisted that it never offered" denies; a "but would not"
at the end of a long sentence does not."""
JUST_BEFORE = 60
"""Characters before a judgement in which its verb stands, with at most two words between."""
MOST = 100
"""Words of doubt or judgement looked at in one content: bounds the work on a hostile one."""


def attributed_stance(cue: str, content: str, around: str = "", verdicts: Verdicts | None = None) -> Read:
    """The stance of what a source is said to say: what the cue says of the content, or the content's own main clause.

    `around` are the words of both as they stand in the text, with what stands between. Without `verdicts`, every word
    of the content counts as of its main clause.
    """
    withheld = _doubt_in(cue)
    if withheld is not None:
        return Stance.DOUBTS, f"“{withheld}”"
    plea = PLEA.search(cue) or PLEA.search(around)
    if plea is not None:
        return Stance.DENIES, f"“{plea.group()}”"
    gap = around.removeprefix(cue).removesuffix(content)[:OPENING]
    heads = f"{gap} {verdicts.heads if verdicts is not None else content}"
    denial = denial_in(cue, f"{content} {around}", content, heads)
    if denial is not None and not NEGATED.search(cue):
        return Stance.DENIES, f"“{denial.group()}”"
    doubt = _begun_in(f"{cue} {content}", cue) or _begun_in(around, cue) or _own_doubt(content, verdicts)
    if doubt is not None:
        return Stance.DOUBTS, f"“{doubt}”"
    untrue = MISTAKEN.search(cue) or FALSE.search(cue) or _called_false(cue, content, verdicts)
    if untrue is not None:
        return Stance.DENIES, f"what was said is called “{untrue.group()}”"
    insists, negation = INSISTING.search(cue), NEGATED.search(content[:OPENING])
    if (
        insists is not None
        and negation is not None
        and not OUGHT.search(content[:OPENING])
        and (verdicts is None or verdicts.says(negation.start()))
    ):
        return Stance.DENIES, f"“{insists.group()} … {negation.group()}”"
    return Stance.REPORTS, _reach(content)


def _begun_in(words: str, cue: str) -> str | None:
    """Words of doubt that begin in a cue, and may go on in the content: "is not | sure that …"."""
    found = [match for match in _doubts(words) if match.start() < len(cue)]
    return min(found, key=lambda match: match.start()).group() if found else None


def _own_doubt(content: str, verdicts: Verdicts | None) -> str | None:
    """Words by which who is cited doubts: in the main clause of what he says, and not kept away from for form's sake,
    as police do who say that somebody "allegedly" did it."""
    whether = _whether_in(content)
    for pattern in (DOUBTING, UNKNOWING):
        for match in islice(pattern.finditer(content), MOST):
            if pattern is UNKNOWING and not _leaves_open(content, match, whether):
                continue
            if OUGHT.match(match.group()) or (verdicts is not None and not verdicts.doubts(*match.span())):
                continue
            return match.group()
    return None


def _called_false(cue: str, content: str, verdicts: Verdicts | None) -> re.Match[str] | None:
    """Words that call something untrue, in what is said; not where they describe a thing: "a false or worn key"."""
    for match in islice(FALSE.finditer(content), MOST):
        start, end = match.span()
        if JOINED.match(content, end) and not JUDGING.search(content, max(0, start - JUST_BEFORE), start):
            continue
        if verdicts is None or CALLING.search(cue) or verdicts.judges(*match.span()):
            return match
    return None


def denial_in(cue: str, clause: str, content: str, heads: str) -> re.Match[str] | None:
    """The verb of denial in a cue, where what is denied is something said, and not something asked for.

    `heads` are the nouns that the content is of, and the words before it ("batting down | allegations | that …"); the
    cue, too, may end on what is denied.
    """
    if ASKED.match(content) and not SAID.search(content):
        return None
    denial = DENYING.search(cue)
    if denial is not None:
        return denial
    for verbs in (TURNING_AWAY, KNOCKING_DOWN):
        denial = verbs.search(cue)
        if denial is not None and (
            SAID.search(heads) or SAID.search(cue, denial.end()) or AS_SUCH.search(clause) or AS_SUCH.search(cue)
        ):
            return denial
    return None


def own_stance(words: str, verdicts: Verdicts | None = None) -> Read:
    """The stance of what an article says in its own voice."""
    mistaken = MISTAKEN.search(words)
    if mistaken is not None:
        return Stance.DENIES, f"“{mistaken.group()}”"
    doubts = [m for m in _doubts(words) if verdicts is None or verdicts.leaves_open(*m.span())]
    if doubts:
        return Stance.DOUBTS, f"“{min(doubts, key=lambda match: match.start()).group()}”"
    return Stance.ASSERTS, _reach(words)


def doubt_at(words: str) -> int | None:
    """Where the words of doubt begin, if there are any."""
    return min((match.start() for match in _doubts(words)), default=None)


def _doubt_in(words: str) -> str | None:
    found = _doubts(words)
    return min(found, key=lambda match: match.start()).group() if found else None


def _doubts(words: str) -> list[re.Match[str]]:
    every = (*(p.search(words) for p in (DOUBTING, QUESTIONING, KEEPING_AWAY)), _unknowing(words))
    return [match for match in every if match is not None]


def _unknowing(words: str) -> re.Match[str] | None:
    whether = _whether_in(words)
    found = islice(UNKNOWING.finditer(words), MOST)
    return next((match for match in found if _leaves_open(words, match, whether)), None)


def _whether_in(words: str) -> int:
    """Where the first "whether" ends; behind all words if there is none."""
    found = WHETHER.search(words)
    return found.end() if found is not None else len(words) + 1


def _leaves_open(words: str, match: re.Match[str], whether: int) -> bool:
    """Whether not to know is to doubt: "not clear whether it fell" doubts; "not clear why it fell" takes the fall as a
    fact, and "the cause is unknown" and "unknown gunmen" doubt nothing either."""
    if CLAUSE_AHEAD.match(words, match.end()) or whether <= match.start():
        return True
    return SURE.search(match.group()) is not None and not OPEN_QUESTION.match(words, match.end())


def _reach(words: str) -> str:
    """Whether what is said lies in the future, under a condition, or is kept at a distance, else nothing."""
    supposed = SUPPOSED.search(words)
    if supposed is not None:
        return f"supposed: “{supposed.group()}”"
    coming = TO_COME.search(words)
    if coming is not None:
        return f"to come: “{coming.group()}”"
    hedged = HEDGED.search(words) or KEEPING_AWAY.search(words)
    return f"hedged: “{hedged.group().strip()}”" if hedged is not None else ""
