"""Who an article says its text comes from, and whether two names are one body's."""

from __future__ import annotations

import re
from functools import lru_cache

from ..model import Article, CreditKind, Dateline

_LETTERS = re.compile(r"[^\W_]+")
_DOMAIN = re.compile(r"(?:www\.)?([\w-]+)\.[a-z]{2,6}(?:\.[a-z]{2})?(?:/.*)?")
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_JOINED = re.compile(r"[-–—:]\s*$")
_DOES = r"(?:(?!this\b|as\b|its\b)[a-z]+(?:s|ed)|wrote|said|found)\b"
_TOLD = re.compile(r"\b(?:told|tells?|telling|with|to)\s$")
_EMPTY = frozenset({"the", "of", "and", "for", "a", "news", "com", "www", "org", "net", "co", "uk", "in", "inc", "ltd"})


def name_words(name: str) -> tuple[str, ...]:
    """The telling words of a name, lower case."""
    found = tuple(w.lower() for w in _LETTERS.findall(name))
    return tuple(w for w in found if w not in _EMPTY) or found


@lru_cache(maxsize=65536)
def same_body(left: str | None, right: str | None) -> bool:
    """Whether two names can be one outlet's or agency's: "AP" and "The Associated Press", "CNN" and "cnn.com"."""
    if not left or not right:
        return False
    a, b = name_words(left), name_words(right)
    if not a or not b:
        return False
    joined_a, joined_b = _letters(left), _letters(right)
    initials_a, initials_b = ("".join(w[0] for w in words) if len(words) > 1 else "" for words in (a, b))
    return bool({joined_a, "".join(a)} & {joined_b, "".join(b)}) or initials_a == joined_b or initials_b == joined_a


def _letters(name: str) -> str:
    """All letters of a name, a domain without its ending and a leading article dropped."""
    domain = _DOMAIN.fullmatch(name.strip().lower())
    words = [w.lower() for w in _LETTERS.findall(domain.group(1) if domain else name)]
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def text_credits(article: Article) -> tuple[str, ...]:
    """Agencies and outlets that an article credits with its text, the dateline's agency first."""
    names = [article.dateline.agency] if article.dateline and article.dateline.agency else []
    kinds = (CreditKind.AGENCY, CreditKind.PUBLISHER)
    names += [c.name for c in article.credits if c.kind in kinds]
    kept: list[str] = []
    for name in names:
        if not any(same_body(name, other) for other in kept):
            kept.append(name)
    return tuple(kept)


def borrowed_credits(article: Article) -> tuple[str, ...]:
    """The credits that name somebody other than the article's own publisher."""
    return tuple(name for name in text_credits(article) if not same_body(name, shown_publisher(article)))


def shown_publisher(article: Article) -> str | None:
    """The publisher that the page itself shows. An agency that only the dateline names may be anybody's supplier."""
    line = article.dateline
    if line is None or article.publisher != line.agency or same_body(article.publisher, host_of(article.url)):
        return article.publisher
    return article.publisher if _stands_alone(line, article.text) else None


def _stands_alone(line: Dateline, text: str) -> bool:
    """Whether a dateline is a line by itself. Copy that is sent out has its text behind it, after a dash; an outlet's
    own pages need not: in the lineage set all three such datelines are on pages of the outlet they name, and none of 43
    others is."""
    return text[line.end : line.end + 1] == "\n" and not _JOINED.search(text[line.start : line.end])


def host_of(url: str | None) -> str | None:
    """The host of an address."""
    found = _HOST.match(url or "")
    return found.group(1) if found else None


def common_credit(a: Article, b: Article) -> str | None:
    """A body that both credit with their text, neither of them being it."""
    for name in borrowed_credits(a):
        if any(same_body(name, other) for other in borrowed_credits(b)):
            return name
    return None


def agencies(article: Article) -> tuple[str, ...]:
    """The agencies whose copy an article says it carries."""
    named = [article.dateline.agency] if article.dateline and article.dateline.agency else []
    return (*named, *(c.name for c in article.credits if c.kind is CreditKind.AGENCY))


def speaks_of(article: Article, outlet: str) -> bool:
    """Whether an article has an outlet do something ("the Courier writes"); who was told something may be oneself."""
    name = re.escape(re.sub(r"^[Tt]he\s", "", outlet))
    return any(not _TOLD.search(article.text[max(0, found.start() - 8) : found.start()]) for found in
               re.finditer(rf"\b(?:[Tt]he\s)?{name}\s{_DOES}", article.text))  # fmt: skip
