"""What an origin is called: "press release of the Harbour Authority", "NPA copy", "Tarn Courier's own report"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Article, OriginKind
from .credit import shown_publisher
from .named import Cited

UNNAMED_AUTHOR = "an unnamed author"
NAMED_AS = {
    OriginKind.PRESS_RELEASE: "{} of {}",
    OriginKind.POST: "post by {}",
    OriginKind.SPEECH: "public remarks of {}",
    OriginKind.HEARING: "testimony of {}",
    OriginKind.AGENCY: "{} copy",
    OriginKind.ARTICLE: "report by {}",
    OriginKind.DOCUMENT: "{}",
}
RELEASED = re.compile(r"\b(?:press|news|media)\srelease\b|\bcommuniqu[eé]\b", re.IGNORECASE)
_ISSUED = re.compile(r"(?:press release|statement) of (?:the )?(?P<who>.+)")
_LONGEST_TITLE = 60


def name_of(cited: Cited, words: str) -> str:
    """The name of an origin that articles name; `words` are those that name it."""
    who = with_article(cited.who) if cited.who else UNNAMED_AUTHOR
    if cited.kind is OriginKind.PRESS_RELEASE:
        return NAMED_AS[cited.kind].format("press release" if RELEASED.search(words) else "statement", who)
    if cited.kind is OriginKind.INTERVIEW:
        of = f" with {cited.who}" if cited.who else ""
        return f"{_THE.sub('', cited.outlet)} interview{of}" if cited.outlet else f"interview{of}"
    bare = cited.who or UNNAMED_AUTHOR
    return NAMED_AS[cited.kind].format(bare if cited.kind in _BARE else who)


_BARE = (OriginKind.DOCUMENT, OriginKind.AGENCY, OriginKind.ARTICLE)
_THE = re.compile(r"^[Tt]he\s")


def copy_of(name: str, *, agency: bool) -> str:
    """The name of a text that articles credit to an agency or another outlet."""
    return NAMED_AS[OriginKind.AGENCY if agency else OriginKind.ARTICLE].format(name)


def own_report(article: Article) -> str:
    """The name of an article that is an origin itself."""
    publisher = shown_publisher(article)
    if publisher:
        return f"{publisher}{'’' if publisher.endswith('s') else '’s'} own report"
    title = " ".join((article.title or "").split())
    if not title:
        return f"own report in {article.path.rsplit('/', 1)[-1]}"
    return f"own report “{_short(title)}”"


def told_apart(names: Sequence[str], titles: Sequence[str | None]) -> list[str]:
    """Names of which some are the same, each with the title of a text that bears it: one agency files many texts."""
    often = {name for name in names if names.count(name) > 1}
    return [
        f"{name}, “{_short(title)}”" if name in often and title else name
        for name, title in zip(names, titles, strict=True)
    ]


def _short(title: str) -> str:
    plain = " ".join(title.split())
    return plain if len(plain) <= _LONGEST_TITLE else plain[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def with_article(name: str) -> str:
    """A body's name as a sentence has it: "the Ministry of Defence"; a person's and a company's stand bare."""
    bare = _THE.sub("", name)
    owned = _OWNED.match(bare) is not None  # "India's Ministry of Defence" takes no article
    return f"the {bare}" if _PUBLIC.search(bare) and not owned else name


_OWNED = re.compile(r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*['’]s?\s")
_PUBLIC = re.compile(
    r"\b(?:authority|ministry|department|government|office|administration|commission|committee|council|agency|bureau|"
    r"board|union|party|court|company|association|foundation|white house|pentagon|kremlin|vatican|senate|congress|"
    r"navy|army|air force|coast guard)\b",
    re.IGNORECASE,
)


def issuer_in(name: str) -> str | None:
    """Who issued a release, from the release's name."""
    found = _ISSUED.fullmatch(name)
    return found.group("who") if found and found.group("who") != UNNAMED_AUTHOR else None
