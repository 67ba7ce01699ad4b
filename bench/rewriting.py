"""Articles that carry over stretches of real ones, rewritten by known edits: what a finder of passages should find.

Each made article is a real host into which stretches of a real donor on another matter are worked, out of order and
between the host's own sentences. Every word that was carried over is logged with its place in the donor, so recall and
precision can be counted by words. Only the edits live here; the texts come from outside the repository.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\s+|[^\w\s]|_")
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"]?(?=\s|$)|$)", re.MULTILINE)
SAYING = re.compile(
    r"^(?P<content>.{30,}?),(?P<close>[”\"]?)\s(?P<who>[^,“”\"]{3,60}?)\s(?P<verb>said|says)(?P<rest>[^,“”\"]{0,40})\.$"
)
SHARE = {"light": 0.05, "medium": 0.12, "heavy": 0.2}
"""Words edited of a stretch, by strength."""

_SYNONYMS = """big large|begin start|began started|help aid|buy purchase|bought purchased|show reveal|showed revealed|
end finish|ended finished|ask request|asked requested|choose select|get obtain|need require|needed required|tell inform|
told informed|use employ|used employed|car vehicle|kill slay|killed slain|attack assault|leader chief|plan scheme|
talks negotiations|meeting gathering|deal agreement|money funds|worker employee|workers employees|lawyer attorney|
children kids|police officers|company firm|companies firms|critic opponent|critics opponents|important key|hard tough|
quick fast|many numerous|nearly almost|about around|also too|but yet|because since|although though|while whereas|
however still|often frequently|now currently|before prior|after following|near close|against versus|amid during|
former ex|country nation|countries nations|city town|house home|job post|jobs posts|law statute|rule regulation|
rules regulations|power authority|war conflict|fight battle|win victory|lose forfeit|rise increase|rose increased|
fall drop|fell dropped|cut reduce|grow expand|grew expanded|keep retain|kept retained|give provide|gave provided|
make create|made created|call label|called labelled|think believe|thought believed|want wish|wanted wished|
try attempt|tried attempted|hope expect|fear worry|feared worried|blame fault|seek pursue|sought pursued|
warn caution|warned cautioned|argue contend|argued contended|claim maintain|claimed maintained|add note|added noted|
deny reject|denied rejected|agree concur|agreed concurred|decide resolve|decided resolved|announce declare|
announced declared|issue release|issued released|report account|story article|week month|problem trouble|
problems troubles|issue matter|issues matters|answer reply|question query|people residents|man male|woman female"""
SYNONYMS = {a: b for pair in _SYNONYMS.replace("\n", "").split("|") for a, b in [pair.split(), pair.split()[::-1]]}
_TENSES = """says said|said says|is was|was is|are were|were are|has had|have had|had has|will would|would will|
can could|could can|does did|did does|goes went|went goes|comes came|came comes|makes made|takes took|took takes|
gives gave|sees saw|saw sees|knows knew|tells told|told tells|gets got|got gets"""
TENSES = {a: b for pair in _TENSES.replace("\n", "").split("|") for a, b in [pair.split()]}
_FIGURES = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
NUMBERS = {word: str(number) for number, word in enumerate(_FIGURES.split(), start=2)}
NUMBERS |= {figure: word for word, figure in NUMBERS.items()}
ADDED = ("reportedly", "apparently", "largely", "recently", "quite", "again", "meanwhile", "indeed", "still", "perhaps")

RUN = 5
"""Equal words that tell a sentence apart."""

Token = tuple[str, int | None]
"""A piece of text, and where the word it stands for begins in the donor (None: no carried word)."""


@dataclass(slots=True, kw_only=True)
class Made:
    """A made article, its donor, and the words that went over."""

    donor: str
    text: str = ""
    carried: list[tuple[int, int, str]] = field(default_factory=list)
    """Where a word begins in the donor, where in the text, and how strongly its stretch is rewritten."""
    stretches: list[tuple[int, int, int, int]] = field(default_factory=list)
    """Start and end in the donor, start and end in the text."""


def make(donor: str, host: str, chance: random.Random) -> Made | None:
    """Works three to six stretches of the donor into the host."""
    stock = _repeated(donor) | _runs(host)
    sentences = [m.span() for m in SENTENCE.finditer(donor) if _is_worth(m.group(), stock)]
    own = [m.group().strip() for m in SENTENCE.finditer(host) if len(WORD.findall(m.group())) >= 6]
    if len(sentences) < 6 or len(own) < 6:
        return None
    made = Made(donor=donor)
    taken: list[tuple[int, int]] = []
    for _ in range(chance.randint(3, 6)):
        first = chance.randrange(len(sentences))
        last = min(len(sentences) - 1, first + chance.choice((0, 0, 1, 2)))
        while sentences[last][0] - sentences[first][1] > sum(b - a for a, b in sentences[first + 1 : last]) + 4:
            last -= 1
        span = sentences[first][0], sentences[last][1]
        if all(span[1] <= a or b <= span[0] for a, b in taken):
            taken.append(span)
    places = sorted(chance.randrange(1, len(own)) for _ in taken)
    chance.shuffle(taken)
    for number, sentence in enumerate(own):
        while places and places[0] == number:
            places.pop(0)
            _work_in(made, taken.pop(), chance)
        made.text += sentence + chance.choice((" ", "\n"))
    return made


def _is_worth(sentence: str, stock: set[tuple[str, ...]]) -> bool:
    """Long enough, and told once: of a sentence that stands twice nobody can say which was carried over."""
    return len(WORD.findall(sentence)) >= 12 and stock.isdisjoint(_runs(sentence))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _repeated(text: str) -> set[tuple[str, ...]]:
    words = WORD.findall(text.lower())
    counts = Counter(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    return {run for run, count in counts.items() if count > 1}


def _work_in(made: Made, span: tuple[int, int], chance: random.Random) -> None:
    strength = chance.choice(("light", "light", "medium", "medium", "heavy"))
    at = len(made.text)
    pieces: list[Token] = []
    for match in SENTENCE.finditer(made.donor[: span[1]], span[0]):
        sentence = tokens(match.group(), match.start())
        sentence = chance.choice(STRUCTURE)(sentence, chance) if chance.random() < 0.6 else sentence
        pieces += [*edited(sentence, SHARE[strength], chance), (" ", None)]
    for text, origin in pieces:
        if origin is not None:
            made.carried.append((origin, len(made.text), strength))
        made.text += text
    made.stretches.append((*span, at, len(made.text)))


def tokens(text: str, start: int) -> list[Token]:
    """A text in pieces, its words with their places."""
    return [(m.group(), start + m.start() if WORD.fullmatch(m.group()) else None) for m in PIECE.finditer(text)]


def edited(sentence: Sequence[Token], share: float, chance: random.Random) -> list[Token]:
    """Words dropped, added, replaced by synonyms, put into another tense, numbers written otherwise."""
    out: list[Token] = []
    for text, origin in sentence:
        word = text.lower()
        other = TENSES.get(word) or NUMBERS.get(word) or SYNONYMS.get(word)
        if origin is None or chance.random() >= share * (4 if other else 1):
            out.append((text, origin))
        elif other:
            out.append((other.capitalize() if text[0].isupper() else other, origin))
        elif word.replace(",", "").isdigit():
            out.append((word.replace(",", "") if "," in word else f"{int(word):,}", origin))
        elif chance.random() < 0.3:
            out += [(chance.choice(ADDED), None), (" ", None), (text, origin)]
        else:
            out.append(("", None))
    return out


def clauses_swapped(sentence: Sequence[Token], chance: random.Random) -> list[Token]:
    """What stands after a comma goes before what stands before it."""
    commas = [i for i, (text, _) in enumerate(sentence) if text == ","]
    if not commas:
        return list(sentence)
    at = chance.choice(commas)
    return [*sentence[at + 2 : -1], (", ", None), *sentence[:at], (".", None)]


def attribution_moved(sentence: Sequence[Token], chance: random.Random) -> list[Token]:
    """“…, X said.” becomes “X said that …”."""
    text = "".join(t for t, _ in sentence)
    match = SAYING.match(text)
    if not match:
        return clauses_swapped(sentence, chance)
    cut = _index_at(sentence, match.start("who"))
    content = sentence[: _index_at(sentence, match.end("content"))]
    return [
        *sentence[cut:-1],
        (" that ", None),
        *content,
        *([(match["close"], None)] if match["close"] else []),
        (".", None),
    ]


def quotation_spliced(sentence: Sequence[Token], chance: random.Random) -> list[Token]:
    """A quotation loses its middle, or its marks."""
    marks = [i for i, (text, _) in enumerate(sentence) if text in '“”"']
    if len(marks) < 2 or marks[1] - marks[0] < 20:
        return clauses_swapped(sentence, chance)
    if chance.random() < 0.4:
        return [t for i, t in enumerate(sentence) if i not in marks]
    third = (marks[1] - marks[0]) // 3
    return [*sentence[: marks[0] + third], (" … ", None), *sentence[marks[0] + 2 * third :]]


def _index_at(sentence: Sequence[Token], offset: int) -> int:
    length = 0
    for number, (text, _) in enumerate(sentence):
        if length >= offset:
            return number
        length += len(text)
    return len(sentence)


STRUCTURE = (clauses_swapped, attribution_moved, quotation_spliced)
