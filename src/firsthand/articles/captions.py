"""Captions and the credits of pictures."""

from __future__ import annotations

import re

from .calendar import DATE

_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_NAMES = rf"{_NAME}(?:[ ,]+(?:(?:and|of|for|via|de|la|the|file|photo|photos|pool|handout|courtesy)\b|{_NAME})){{0,9}}"
# "Marcellus Stein | AP", "Chris McGrath/Getty Images", "REUTERS/R. Krause", "AFP PHOTO / SPUTNIK / M. K."
_MAKER = re.compile(
    rf"[\W_]*(?:(?:photo|image|photograph|picture|video|credit|photo credit|image credit|media|source|photo by|credits)\s?[:.]?\s*)?"
    rf"(?:-|{_NAMES})\s*(?:/|\||—|–| - | via )\s*{_NAMES}(?:\s*(?:/|\|)\s*{_NAMES}){{0,3}}(?:\s+(?:file|pool)\b.{{0,20}}|\s+\d{{4}})?[\W_]*$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"[\W_]*(?:(?:photo|image|photograph|picture|video|media|file|screenshot|graphic|illustration|pic|left|right)(?: credits?| source| by| courtesy)?"
    r"|credits?|image credits?)\s?:|\(?(?:photo|image|photograph|picture|screenshot) (?:by|credit|courtesy|via|from)\b",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"[\W_]*(?:file\s?(?:photo|image|pic(?:ture)?)?\s*[-–—:.]|in this\b.{0,40}\b(?:photo|picture|image|frame|photograph)\b"
    r"|(?:a|an|this|the)(?: \w+){0,2} (?:handout|file|undated|aerial|combination|general|satellite)(?: \w+){0,2} "
    r"(?:photo|picture|image|photograph|view)\b|pictured\b|representational? (?:image|photo)|\(?file (?:photo|image|pic)|"
    r"image for representation)",
    re.IGNORECASE,
)
# "(Evan Vucci/AP)", "(AP Photo/Eric Risberg)", "CreditMandel Ngan/Agence France-Presse", ".REUTERS/R. Krause"
_TAIL = re.compile(
    rf"\([^()]{{0,50}}(?:/|\bphoto\b|\bvia\b|getty|\bfile\b)[^()]{{0,60}}\)[\W_]*$"
    rf"|(?:Credit)+(?:Photo)?\s?{_NAME}[^.]{{2,70}}$"
    rf"|[.”\"|]\s*\|?\s*(?:{_NAMES})\s*/\s*{_NAMES}(?: file| pool)?[\W_]*$"
    rf"|\|\s*{_NAMES}\s*/\s*{_NAMES}$",
)
_POSING = re.compile(
    r"\b(?:poses?|posing|speaks?|arrives?|attends?|gestures?|waves?|walks?|shakes? hands|looks? on|listens?|smiles?|greets?|"
    r"stands?|sits?|holds?|talks?|meets?|delivers?|addresses|disembarks?|chats?|drives?|leaves?|performs?|makes?|appears?|"
    r"waits?|watch(?:es)?|reacts?|rally|rallies|protests?|escorts?|is seen|are seen|is pictured|are pictured|embraces?)\b"
)
_PLACED = re.compile(
    r"\(?\b(?:left|right|cent(?:er|re)|second (?:from )?(?:left|right)|[LRC])\)?(?:,|\)| and\b)", re.IGNORECASE
)
_STRIKING = re.compile(
    r"^(?:\S+\s+){1,12}?(?:poses?|gestures?|waves?|performs?|arrives?|attends?|walks?|speaks?|smiles?|looks? on|shakes? hands|disembarks?)\b"
)
_LABEL_FIRST = re.compile(
    r"[\W_]*(?:photo|image|media|photograph|picture|video|screenshot|illustration|graphic|(?:photo |image )?credit)\s?:",
    re.IGNORECASE,
)
LONGEST = 700


def is_maker_line(text: str) -> bool:
    """Whether a line only names who made a picture."""
    if len(text) > 140:
        return False
    bare = text.strip("()[] ")
    if re.match(
        r"[\W_]*(?:photo|image|media|photograph|picture|video|screenshot|illustration)\s?:", text, re.IGNORECASE
    ):
        return True
    if re.fullmatch(
        r"(?:getty images?|associated press|ap photo|handout|file photo|shutterstock|istock)\W*", bare, re.IGNORECASE
    ):
        return True
    return len(bare.split()) <= 14 and bool(_maker(bare)) and not bare.rstrip().endswith((".", "?", "!"))


def _maker(text: str) -> bool:
    """Names on both sides of a slash or bar, all capitalised."""
    if not re.search(r"/|\|| - |—|\bvia\b", text) or "http" in text:
        return False
    small = [w for w in re.findall(r"[A-Za-zÀ-ÿ]+", text) if w[0].islower()]
    known = {
        "via",
        "for",
        "of",
        "and",
        "the",
        "file",
        "photo",
        "photos",
        "pool",
        "handout",
        "courtesy",
        "by",
        "de",
        "la",
        "twitter",
        "from",
    }
    return all(word in known for word in small) and bool(_MAKER.match(text))


def is_caption(text: str) -> bool:
    """Whether a block describes a picture."""
    if len(text) > LONGEST:
        return False
    return bool(_FILE.match(text) or _LABELLED.match(text) or _TAIL.search(text[-160:]) or _poses(text))


def _poses(text: str) -> bool:
    """Present tense of posing, early, with a full date or places in the frame: no news sentence has both."""
    if not _POSING.search(text[:160]):
        return False
    dated = any(match["y1"] or match["y2"] or match["y3"] for match in DATE.finditer(text))
    if _STRIKING.match(text) and re.search(
        r"\b(?:in|on) (?:\w+ \d{1,2}, )?(?:19|20)\d\d\b|\b(?:above|below)\b", text[:200]
    ):
        return True
    return dated or bool(_PLACED.search(text[:120]))
