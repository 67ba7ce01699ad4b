"""What kind of source a mention names, judged by its head word."""

from __future__ import annotations

from ...model.statements import SourceKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PERSONAL = _words("he she i his her him who himself herself me my")
PLURAL = _words("they their them")
FIRST_PERSON = _words("i me myself we us")
"""The first person: whoever says "we" speaks for the others. "My" and "our" stand before somebody else."""
WE = _words("we us We Us WE")
"""Several who speak of themselves. As it is written: "US" is a country."""
NEUTER = _words("it its which that")
DEFINITE = _words("the this that these those his her its their our")
DOCUMENTS = _words(
    "report statement release memo memorandum letter study survey poll document filing affidavit complaint "
    "indictment transcript"
    " book record communique declaration bulletin advisory note notice order ruling judgment opinion brief lawsuit suit"
    " petition article editorial story column dispatch email e-mail message text log data figure statistic "
    "finding warrant"
    " excerpt slide pamphlet leaflet brochure broadcast recording footage photograph photo ledger cable telegram"
    " résumé resume will testimony review audit analysis census assessment agreement treaty bill law constitution file"
)
POSTS = _words("tweet post blog posting thread hashtag caption podcast vlog video clip")
ROLES = _words(
    "minister secretary president chairman chairwoman chair chief director governor mayor spokesman spokeswoman"
    " spokesperson"
    " ambassador envoy premier chancellor king queen prince pope judge justice prosecutor attorney lawyer "
    "counsel sheriff"
    " commissioner commander general colonel captain lieutenant sergeant officer inspector superintendent "
    "senator congressman"
    " congresswoman representative lawmaker deputy leader candidate nominee official aide adviser advisor "
    "analyst expert"
    " professor researcher scientist economist doctor physician coach manager owner founder editor reporter "
    "correspondent"
    " journalist author writer host anchor actor actress singer pastor priest bishop imam rabbi coroner "
    "detective administrator"
    " treasurer auditor councillor councilman councilwoman delegate diplomat consul executive ceo boss source "
    "witness victim"
    " suspect defendant neighbor neighbour resident admiral head vp voter homemaker student teacher farmer pensioner"
    " activist fisherman driver worker soldier spokesperson skipper"
)
"""Words for what a person is or does: WordNet's nouns of office, work and part in events that news cites."""
UNNAMED = _words(
    "official source aide insider person people diplomat adviser advisor spokesman spokeswoman spokesperson"
)
"""Words by which a source is cited without a name."""
BODIES = _words(
    "ministry department government administration agency office bureau company firm corporation group "
    "organisation organization"
    " committee commission council court party police army navy military force union association federation "
    "foundation bank"
    " university college hospital school church team club league network newspaper paper magazine channel "
    "station broadcaster"
    " television radio media outlet website site embassy consulate parliament congress senate house cabinet "
    "campaign board panel"
    " tribunal authority institute centre center alliance coalition service staff side country state city "
    "county district nation"
)
COMMON_BODIES = _words("company firm group agency organisation organization newspaper paper outlet")
"""Bodies whose own name seldom holds the word by which they are taken up again."""


def kind_of(head: str, is_plural: bool, is_definite: bool, is_person: bool, is_proper: bool) -> SourceKind:
    """The kind, by the basic form of the head word in lower case and what is known of the mention around it."""
    if is_person:
        return SourceKind.PERSON
    if head in POSTS:
        return SourceKind.POST
    if head in DOCUMENTS:
        return SourceKind.DOCUMENT
    if head in BODIES or (is_proper and not is_plural and head not in ROLES):
        return SourceKind.ORGANISATION
    if head in UNNAMED and (is_plural or head == "people" or not is_definite):
        return SourceKind.UNNAMED
    if is_plural:
        return SourceKind.CROWD
    if head in ROLES and is_definite:
        return SourceKind.OFFICE
    return SourceKind.UNNAMED
