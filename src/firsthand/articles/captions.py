"""Captions and the credits of pictures."""

from __future__ import annotations

import re

from .calendar import DATE

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
# "(Evan Vucci/AP)", "(AP Photo/Eric Risberg)", "CreditMandel Ngan/Agence France-Presse", ".REUTERS/R. Krause"
_TAIL = re.compile(
    r"\([^()\d]{0,50}(?:/ ?(?=[A-Z]|pool|file)|\b[Pp]hotos?\b|\bImages\b|\b[Hh]andout\b|\b[Ff]ile\b|"
    r"\bvia [A-Z]{2,7}\b)[^()\d]{0,60}(?:\d{4}[^()]{0,10})?\)[\W_]*$"
    r"|\|\s*(?:[A-Z][\w.&]* ){1,3}(?:[Pp]hoto|[Ii]mage|[Ff]ile)s?[\W_]*$"
    r"|[/|]\s*(?:Photo|Image|Picture)s? (?:from|by|courtesy)\b[^|]{2,40}$"
    rf"|(?:Credit)+(?:Photo)?\s?{_NAME}[^.]{{2,70}}$"
    rf"|[.”\"|]\s*\|?\s*{_NAME}(?:[ ,]+{_NAME}){{0,5}}\s*/\s*{_NAME}(?: {_NAME}){{0,3}}(?: file| pool)?[\W_]*$"
    r"|\bin (?:this|an?) (?:(?:undated|recent|combination|still|video|\w+ \d{1,2}, \d{4},?) )?"
    r"(?:handout|file|courtesy|screen|photo|image|picture)\b[^.]{0,40}\.",
)
_LABELLED = re.compile(
    r"[^\w\"“'‘]*(?:(?:photo|image|photograph|picture|video|media|file|screenshot|graphic|illustration|pic|left|right)"
    r"(?: credits?| source| by| courtesy)?|credits?|image credits?)\s?:"
    r"|\(?(?:photo|image|photograph|picture|screenshot) (?:by|credit|courtesy|via|from)\b",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"[\W_]*(?:file\s?(?:photo|image|pic(?:ture)?)?\s*[-–—:.]"
    r"|in this\b.{0,40}\b(?:photo|picture|image|frame|photograph)\b"
    r"|(?:a|an|this|the)(?: \w+){0,2} (?:handout|file|undated|aerial|combination|general|satellite)(?: \w+){0,2} "
    r"(?:photo|picture|image|photograph|view)\b|pictured\b|representational? (?:image|photo)|\(?file (?:photo|"
    r"image|pic)"
    r"|image for representation)",
    re.IGNORECASE,
)
# verbs of people before a camera, in the present, among the first words
_POSING = re.compile(
    r"(?:\S+\s+){1,16}?(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bcould )(?<!\bcan )(?<!\bmay )(?<!\bnot )"
    r"(?:poses?|gestures?|waves?|performs?|arrives?|attends?|walks?|speaks?|smiles?|looks? on|"
    r"shakes? hands|talks? (?:to|with)|hugs?|holds? up|disembarks?|chats?|embraces?|greets?|listens?|takes? part|"
    r"sits? down|(?:is|are|was|were) (?:seen(?! as\b| by\b)|pictured))\b"
)
_PLACED = re.compile(
    r"\((?:L|left|right|cent(?:er|re))\)|, (?:second )?(?:from )?(?:left|right|cent(?:er|re)),|\bfrom left\b"
)
_FRAMED = re.compile(
    r"\b(?:in|on) (?:\w+ \d{1,2}, )?(?:19|20)\d\d\b|\b(?:above|pictured) (?:is|are|wearing|with)\b|"
    r"\bseen (?:above|here)\b"
)
_LOUD_START = re.compile(r"[A-Z][A-Z’'., ]{3,50}[:!]\s{0,3}[A-Z]")
_LABEL_FIRST = re.compile(
    r"[^\w\"“'‘]*(?:photo|image|media|photograph|picture|video|screenshot|illustration|graphic|(?:photo |"
    r"image )?credit)\s?:",
    re.IGNORECASE,
)
_WORDLESS = re.compile(
    r"(?:getty images?|ap photo|handout|file photo|shutterstock|istock)\W*|\S*/@\w+(?: via \w+)?", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s/\s|(?<=\w)/(?=\w)|/|\|| - |—|–|\bvia\b")
_LINKING = frozenset("via for of and the file photo photos pool handout courtesy by de la from".split())  # noqa: SIM905
LONGEST = 700


def is_maker_line(text: str) -> bool:
    """Whether a line only names who made a picture: "Marcellus Stein | AP", "Chris McGrath/Getty Images"."""
    if len(text) > 140 or "http" in text or DATE.search(text):
        return False
    if re.match(r"\s*[-–—].*[-–—]\s*$", text):
        return False  # "– Tackling the deficit –": a heading
    bare = text.strip("()[] -")
    if _LABEL_FIRST.match(text) or _WORDLESS.fullmatch(bare):
        return True
    if len(bare.split()) > 14 or bare.rstrip().endswith((".", "?", "!")) or not _SEPARATOR.search(bare):
        return False
    several = ("," in bare) + (" and " in bare)
    if several > ("/" in bare) or re.match(r"\W*source\b", text, re.IGNORECASE):
        return False  # several names before a bar: a byline
    words = re.findall(r"[A-Za-zÀ-ÿ]+", bare)
    return len(words) > 1 and all(not word[0].islower() or word in _LINKING for word in words)


def is_caption(text: str) -> bool:
    """Whether a block describes a picture."""
    if len(text) > LONGEST:
        return False
    return bool(_FILE.match(text) or _LABELLED.match(text) or _TAIL.search(text[-160:]) or _poses(text))


def is_loud_caption(text: str) -> bool:
    """ "BLACK CAR: The minister came in …": a caption if it stands beside one."""
    return len(text) <= LONGEST and bool(_LOUD_START.match(text))


def _poses(text: str) -> bool:
    """Present tense of posing among the first words, with a full date or places in the frame."""
    if _PLACED.search(text[:300]) and re.search(
        r"\b(?:poses?|speaks?|stands?|talks?|walks?|meets?|looks?|sits?)\b", text[:300]
    ):
        return True
    if not _POSING.match(text):
        return False
    dated = any(match["y1"] or match["y2"] or match["y3"] for match in DATE.finditer(text))
    return dated or bool(_FRAMED.search(text[:200]) or _PLACED.search(text[:200]))
