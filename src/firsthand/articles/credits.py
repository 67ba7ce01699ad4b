"""Credits: whom an article's words name as behind its text or pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from firsthand.model import Credit, CreditKind, Dateline

from .agencies import GENERIC, canonical, is_known, looks_like_one

_CAP = r"[A-Z][\w&’'.-]*"
# the common nouns that outlets' names are made of in English
_OUTLET_NOUN = (
    r"(?:Times|Post|News|Journal|Herald|Tribune|Gazette|Chronicle|Guardian|Telegraph|Observer|Examiner|Express|Mail|Mirror|"
    r"Standard|Star|Sun|Globe|Review|Magazine|Press|Wire|Broadcasting|Television|TV|Radio|Network|Daily|Weekly|Today|Agency|"
    r"Dispatch|Courier|Inquirer|Bulletin|Register|Record|Sentinel|Reporter)"
)
_OUTLET = (
    rf"(?:(?:[Tt]he )?(?:{_CAP} ){{0,4}}{_OUTLET_NOUN}|[A-Z]{{2,6}}(?: News)?|(?:The )?Associated Press|Agence France-Presse|"
    rf"Reuters|Bloomberg(?: News)?|Xinhua|Politico|Axios|Interfax)"
)
_REPORTED = re.compile(
    rf"(?<![\w’'])(?P<name>{_OUTLET})(?:[’']s? [A-Z]\w+ [A-Z]\w+)?\s+(?:has\s+|had\s+|first\s+|also\s+|earlier\s+|previously\s+)?"
    r"(?:reported|reports|reporting)\b(?!\s+to\b)"
)
_REPORT_OF = re.compile(
    rf"\b(?:according to|citing|quoting|in|as per|first (?:reported|published) (?:by|in)|reported by|published (?:by|in)|obtained by|"
    rf"to)\s+(?:a\s+|an\s+)?(?:[Tt]he\s+)?(?P<name>{_OUTLET})\s+(?:report|story|article|investigation)\b"
)
_FIRST = re.compile(
    rf"\b(?:first|originally|previously)\s+(?:published|appeared|reported)\s+(?:by|in|on|at)\s+(?P<name>{_OUTLET}|(?:{_CAP}\s?){{1,4}})"
)
_INPUTS = re.compile(
    r"\bwith\s+(?:additional\s+)?(?:inputs?|reporting|reports?|files|copy)\s+(?:from|by)\s+(?:the\s+)?(?P<name>[A-Z][\w&’'. -]{1,40}?)(?=[,.;)\n]|\sand\s|$)"
    r"|\bwith\s+(?P<name2>agency)\s+(?:inputs?|reports?)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    rf"(?P<name>(?:The )?Associated Press|{_OUTLET})\s+(?:(?:[a-z]+\s+)?(?:writers?|reporters?|correspondents?|staff|producers?)\b.{{3,300}}?)?"
    r"\bcontributed\b"
)
_CLOSING = re.compile(r"(?:\(|[—–]\s?|\s-\s?|\s--\s?)(?P<name>[A-Z][A-Za-z&/ .]{1,28}?)\)?\s*$")
_RELEASE = re.compile(
    r"(?P<name>(?:[Tt]he )?(?:[A-Z][\w’'&-]*)(?: (?:of|and|for|the|[A-Z][\w’'&-]*)){0,6}?)(?:[’']s)?\s+(?P<what>press|news|media) (?:release|statement|note)\b"
    r"|\b(?:press|news|media) (?:release|statement|note) (?:from|by|of|issued by|put out by) (?:[Tt]he )?"
    r"(?P<name2>(?:[A-Z][\w]*[’']s )?[A-Z][\w’'&-]*(?: (?:of|and|for|the|[A-Z][\w’'&-]*)){0,6})"
    r"|\b[Ii]n (?:a|the|its) (?:press|news|media) (?:release|statement|note),? (?:[Tt]he )?(?P<name3>[A-Z][\w’'&-]*(?: (?:of|and|for|[A-Z][\w’'&-]*)){0,6})"
    r"\s+(?:said|stated|noted|added|announced)"
)
_POSTED = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})\s+(?:also\s+)?(?:posted|wrote|said|shared)(?: [\w’'-]+){0,6}? "
    r"(?:on|in a post on|via)\s+(?P<where>X|Twitter|Facebook|Telegram|Truth Social|Instagram|LinkedIn|social media|his |her )"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}\s*)?(?:by\s+)?(?:the\s+)?(?P<name>[A-Z][\w &.'’-]{1,40}?)(?=[.,;]| All|$)",
    re.IGNORECASE,
)
_MAKER = re.compile(
    r"(?:^|[(|/]|via |Photo[:/ ]|Credit:?\s?|Image:\s?)\s*(?P<name>[A-Z][\w&.’' -]{1,40}?)\s*(?:\)|/|\||$)"
)
_IMAGE_FROM = re.compile(
    r"\b(?:image|photo|picture|pic)\b.{0,30}\b(?:taken from|courtesy(?: of)?|from|credit|source|by|:)\s*:?\s*(?P<name>[A-Z][\w&.’' -]{1,40}?)\s*[.)]?$",
    re.IGNORECASE,
)
_NOT_OUTLETS = frozenset({"US", "UK", "EU", "UN", "FBI", "CIA", "NSA", "NATO", "WHO", "IMF", "DOJ", "GOP", "IRS", "CDC", "FDA", "GDP",
                          "CEO", "PM", "IAEA", "OECD", "ICE", "DHS", "NHS", "MP", "SEC", "NASA"})  # fmt: skip
"""Abbreviations of bodies that publish reports of their own (governments, world organisations), not news."""
LONGEST = 60_000


def credits_of(
    text: str, dateline: Dateline | None, bylines: Iterable[str], beside: Iterable[tuple[str, str]]
) -> tuple[Credit, ...]:
    """Credits in the text, the agencies of its bylines, and those in the page's lines `beside` it (label, words)."""
    found = [*_in_text(text[:LONGEST], dateline)]
    found += [_outside(name, CreditKind.AGENCY) for name in bylines]
    for label, line in beside:
        found += _in_line(label, line)
    return _once(found)


def _in_text(text: str, dateline: Dateline | None) -> Iterator[Credit]:
    if dateline is not None and dateline.agency:
        yield Credit(name=dateline.agency, kind=CreditKind.AGENCY, start=dateline.start, end=dateline.end)
    for match in _REPORTED.finditer(text):
        yield from _named(match, "name")
    for pattern in (_REPORT_OF, _FIRST, _INPUTS, _CONTRIBUTED):
        for match in pattern.finditer(text):
            for group in ("name", "name2"):
                yield from _named(match, group)
    yield from _closing(text)
    for match in _RELEASE.finditer(text):
        yield from _release(match)
    for match in _POSTED.finditer(text):
        yield Credit(name=_fullest(match["name"], text), kind=CreditKind.POST, start=match.start(), end=match.end())


def _named(match: re.Match[str], group: str) -> Iterator[Credit]:
    name = match.groupdict().get(group)
    if not name:
        return
    bare = canonical(name)
    if bare in _NOT_OUTLETS or bare.split(" ")[0] in {"He", "She", "They", "It"}:
        return
    kind = CreditKind.AGENCY if is_known(bare) or GENERIC.fullmatch(bare) or bare.isupper() else CreditKind.PUBLISHER
    yield Credit(name=bare, kind=kind, start=match.start(group), end=match.end(group))


def _closing(text: str) -> Iterator[Credit]:
    """ "… no joint communique either. (ANI)" at the end of the text or of its last paragraphs."""
    end = len(text.rstrip())
    match = _CLOSING.search(text, max(0, end - 34), end)
    if match and text[: match.start()].rstrip()[-1:] in set(".!?\"”’'") and looks_like_one(match["name"]):
        yield Credit(name=canonical(match["name"]), kind=CreditKind.AGENCY, start=match.start(), end=match.end())


def _release(match: re.Match[str]) -> Iterator[Credit]:
    for group in ("name", "name2", "name3"):
        name = match[group]
        if name and not re.fullmatch(r"(?:The|In|A|According|This|That|Its|His|Her)", name):
            bare = re.sub(r"^(?:The|the|According to|In)\s+", "", name).removesuffix("’s").removesuffix("'s")
            yield Credit(name=bare, kind=CreditKind.PRESS_RELEASE, start=match.start(), end=match.end())


def _fullest(name: str, text: str) -> str:
    """The longest form of a person's name in the text: "Rajnath Singh" for "Singh"."""
    last = name.split()[-1]
    forms = re.findall(rf"\b((?:[A-Z][\w’'-]+ ){{1,3}}{re.escape(last)})\b", text[:4000])
    forms = [form for form in forms if len(form.split()) <= 3]
    return (
        max(forms, key=lambda form: (forms.count(form), -len(form), form)) if forms and len(name.split()) == 1 else name
    )


def _in_line(label: str, line: str) -> Iterator[Credit]:
    line = line[:600]
    if label in {"caption", "disclaimer"}:
        match = _IMAGE_FROM.search(line)
        names = [match["name"]] if match else [m["name"] for m in _MAKER.finditer(line[-120:])]
        for name in names[-2:]:
            yield _outside(name.strip(), CreditKind.IMAGE)
        if match:
            return
    for pattern in (_FIRST, _INPUTS, _CONTRIBUTED):
        for found in pattern.finditer(line):
            name = next(
                (found.groupdict().get(group) for group in ("name", "name2") if found.groupdict().get(group)), None
            )
            if name and label != "caption":
                known = is_known(canonical(name)) or canonical(name).isupper()
                yield _outside(canonical(name), CreditKind.AGENCY if known else CreditKind.PUBLISHER)
    if label == "rights":
        owner = _COPYRIGHT.search(line)
        if owner and is_known(owner["name"]):
            yield _outside(canonical(owner["name"]), CreditKind.AGENCY)


def _outside(name: str, kind: CreditKind) -> Credit:
    return Credit(name=name, kind=kind, start=None, end=None)


def _once(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """One credit a name and kind, the first that stands in the text; in order of place."""
    best: dict[tuple[str, CreditKind], Credit] = {}
    for credit in found:
        key = (re.sub(r"\W+", "", credit.name.lower()), credit.kind)
        known = best.get(key)
        if known is None or (known.start is None and credit.start is not None):
            best[key] = credit
    far = 1 << 60
    return tuple(sorted(best.values(), key=lambda c: (far if c.start is None else c.start, c.kind.value, c.name)))
