"""Credits in an article's own words: where a sentence says whose report, release or post it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firsthand.model import Credit, CreditKind
from firsthand.text.agencies import canonical, looks_like_one
from firsthand.text.outlets import AGENCY, NAMED, NOUN, OUTLET, is_agency, outlet_name

_PERSON = r"(?: [A-Z][\w’'-]+){1,3}"
_ADVERB = r"(?:(?:has|had|first|also|earlier|previously|later|separately)\s+){0,2}"
_BEGIN = r"(?<![\w&’'-])"
"""Before a name: tried at every capital inside a word of many thousand, patterns of names would take hours."""
# "PTI reported that …", "The Washington Post’s A. Writer explained …"
_REPORTED = re.compile(
    rf"(?<![\w’'])(?P<name>{OUTLET})(?:[’']s?{_PERSON})?,?\s+{_ADVERB}(?:reported|reports|reporting)\b(?!\s+to\b)"
)
_WRITER = re.compile(
    rf"(?<![\w’'])(?P<name>{OUTLET})[’']s?{_PERSON}\s+{_ADVERB}(?:explained|explains|wrote|writes|noted|notes|"
    rf"found)\b"
)
# "first reported by The New York Times", "a Reuters report", "according to the Financial Express"
_OF_REPORT = re.compile(
    rf"\b(?:[Aa]ccording to|citing|quoting|as per|[Aa]s (?:first )?reported by|[Ff]irst reported by|"
    rf"[Rr]eported by|[Pp]ublished (?:by|in)|"
    rf"[Oo]btained by|told)\s+(?:an?\s+)?(?:[Tt]he\s+)?(?P<name>{NAMED}|[A-Z]{{2,6}}(?=\s+(?:report|"
    rf"story)))(?:\s+report)?"
)
_A_REPORT = re.compile(rf"\b(?:an?|the)\s+(?P<name>{OUTLET})\s+(?:report|story|investigation)\b")
_FIRST = re.compile(
    rf"\b(?:first|originally|previously)\s+(?:published|appeared|reported)\s+(?:by|in|on|at)\s+(?P<name>{OUTLET}|"
    rf"(?:[A-Z][\w&’'.-]*\s?){{1,4}})"
)
_INPUTS = re.compile(
    r"\b[Ww]ith\s+(?:additional\s+)?(?:inputs?|reporting|reports?|files|copy)\s+(?:from|by)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3}|(?:news )?agencies)"
    r"|\b[Ww]ith\s+(?P<name2>agency)\s+(?:inputs?|reports?)"
)
_CONTRIBUTED = re.compile(
    rf"{_BEGIN}(?P<name>{OUTLET})(?:[’']s?\b)?(?:\s+(?:[a-z]+\s+)?(?:writers?|reporters?|correspondents?|staff|"
    rf"producers?)\b)?[^.]{{0,250}}?\bcontributed\b"
    r"|(?P<name2>\b(?:news agencies|wire services|wire reports|agencies))\s+contributed"
)
# "Authored by Anna Berg via The Valley Herald", "via Daily8", "Source: Coast Daily"
_PLACE = r"(?:[\w-]+\.(?:com|org|net|co\.uk|in)|[A-Z][\w&’'.-]*(?: [A-Z][\w&’'.-]*){0,4})"
_HANDED_ON = re.compile(
    rf"\W*(?:(?i:authored|submitted|originally written) by (?P<author>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){{1,3}}),?)?"
    rf"\s*(?:(?i:(?:(?:originally )?(?:published )?via|originally posted (?:at|on)|re-?posted from|source\s?:))\s+"
    rf"(?P<outlet>{_PLACE}))?[\W_]*$"
)
_CLOSING = re.compile(r"(?:\(|[—–]\s?|\s-\s?|\s--\s?)(?P<name>[A-Z][A-Za-z&/ .]{1,28}?)\)?\s*$")
_BODY = r"(?:[A-Z][\w’'&-]*)(?: (?:(?:of|and|for|the) )?[A-Z][\w’'&-]*){0,6}"
_PAPER = r"(?:press|news|media) (?:release|statement|note)"
_RELEASE = re.compile(
    rf"{_BEGIN}(?P<name>{_BODY})(?:[’']s)?\s+{_PAPER}\b"
    rf"|\b{_PAPER} (?:from|by|of|issued by|put out by) (?:[Tt]he )?(?P<name2>{_BODY})"
    rf"|\b[Ii]n (?:a|the|its) {_PAPER},? (?:[Tt]he )?(?P<name3>{_BODY})\s+(?:said|stated|noted|added|announced)"
)
_POSTED = re.compile(
    rf"{_BEGIN}(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}})\s+(?:also\s+)?(?:posted|wrote|shared)(?: (?!a\b|"
    r"an\b)[\w’'-]+){0,5}? "
    r"(?:on|in a post on|via)\s+(?:X|Twitter|Facebook|Telegram|Truth Social|Instagram|LinkedIn|social media)\b"
)
# each with a word that it cannot do without: most texts hold few of them, and looking for a word takes no time
_IN_TEXT = tuple(
    (pattern, re.compile(word))
    for pattern, word in (
        (_REPORTED, r"report(?:ed|s|ing)\b"),
        (_WRITER, r"explain|wr[oi]te|note|found"),
        (_OF_REPORT, r"ccording to|citing|quoting|s per|eported by|ublished|btained by|told"),
        (_A_REPORT, r"\s(?:report|story|investigation)\b"),
        (_FIRST, r"\b(?:first|originally|previously)\b"),
        (_INPUTS, r"[Ww]ith\s"),
        (_CONTRIBUTED, r"contributed"),
    )
)
_IN_LINES = _IN_TEXT[-3:]
_PAPER_WORDS = re.compile(rf"\b{_PAPER}\b")
_POSTED_WORDS = re.compile(r"\s(?:posted|wrote|shared)\b")
SPELT_OUT = 6000
"""Characters among which an outlet's full name is looked for; it is given where it is first named."""
_NOBODY = re.compile(r"(?:The|In|A|An|According|This|That|Its|His|Her|According to)")


def credits_in_text(text: str) -> Iterator[Credit]:
    """The credits that a text gives in its sentences and in its closing bracket."""
    for pattern, word in _IN_TEXT:
        for match in pattern.finditer(text) if word.search(text) else ():
            if match[0].startswith("told"):
                continue
            yield from _named(match, text)
    yield from _closing(text)
    for match in _RELEASE.finditer(text) if _PAPER_WORDS.search(text) else ():
        yield from _release(match)
    for match in _POSTED.finditer(text) if _POSTED_WORDS.search(text) else ():
        name = _fullest(match["name"], text)
        if name:
            yield Credit(name=name, kind=CreditKind.POST, start=match.start(), end=match.end())


def credits_in_line(line: str) -> Iterator[Credit]:
    """The credits of a line beside the text ("AFP contributed to this report"), without a place in it."""
    handed_on = _HANDED_ON.match(line)
    if handed_on:
        author, outlet = handed_on["author"], handed_on["outlet"]
        if author:
            yield Credit(name=author, kind=CreditKind.CONTRIBUTOR, start=None, end=None)
        if outlet:
            yield Credit(name=canonical(outlet), kind=CreditKind.PUBLISHER, start=None, end=None)
    for pattern, word in _IN_LINES:
        for match in pattern.finditer(line) if word.search(line) else ():
            for credit in _named(match, line):
                yield Credit(name=credit.name, kind=credit.kind, start=None, end=None)


def _named(match: re.Match[str], text: str) -> Iterator[Credit]:
    groups = match.groupdict()
    group = "name" if groups.get("name") else "name2"
    raw = groups.get(group)
    name = outlet_name(raw) if raw else None
    if name is None and raw and re.fullmatch(NOUN, canonical(raw)):
        name = _spelt_out(canonical(raw), text)
    if name:
        kind = CreditKind.AGENCY if is_agency(name) else CreditKind.PUBLISHER
        yield Credit(name=name, kind=kind, start=match.start(group), end=match.end(group))


def _spelt_out(noun: str, text: str) -> str | None:
    """The full name that "the Times" stands for, if the text has one."""
    for match in re.finditer(rf"(?:(?:[Tt]he )?(?:[A-Z][\w&’'-]* ){{1,3}}){noun}\b", text[:SPELT_OUT]):
        return outlet_name(match[0])
    return None


def _closing(text: str) -> Iterator[Credit]:
    """ "… no joint communique either. (ANI)" at the end of the text."""
    end = len(text.rstrip())
    match = _CLOSING.search(text, max(0, end - 34), end)
    if (
        match
        and text[: match.start()].rstrip()[-1:] in {".", "!", "?", '"', "”", "’", "'"}
        and looks_like_one(match["name"])
    ):
        yield Credit(name=canonical(match["name"]), kind=CreditKind.AGENCY, start=match.start(), end=match.end())


def _release(match: re.Match[str]) -> Iterator[Credit]:
    for group in ("name", "name2", "name3"):
        name = re.sub(r"^(?:The|the|According to|In)\s+", "", match[group] or "")
        if name and not _NOBODY.fullmatch(name):
            bare = re.sub(r"^[A-Z]\w+[’']s (?=[A-Z])", "", name).removesuffix("’s").removesuffix("'s")
            yield Credit(name=bare, kind=CreditKind.PRESS_RELEASE, start=match.start(), end=match.end())


def _fullest(name: str, text: str) -> str | None:
    """A person's name as the text first gives it in full: "Rajnath Singh" for "Singh"."""
    words = [word for word in name.split() if word not in {"But", "And", "The", "He", "She", "They", "It", "In", "As"}]
    if len(words) != 1:
        return " ".join(words) or None
    forms = re.findall(rf"\b((?:[A-Z][\w’'-]+ ){{1,2}}{re.escape(words[0])})\b", text[:4000])
    short = [" ".join(form.split()[-2:]) for form in forms]
    return max(sorted(set(short)), key=short.count) if short else words[0]


__all__ = ["AGENCY", "credits_in_line", "credits_in_text"]
