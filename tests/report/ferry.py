"""An invented event in six articles: a ferry strikes a breakwater. Every word of it is ours."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from firsthand.model import (
    Article,
    Credit,
    CreditKind,
    Dateline,
    Direction,
    Event,
    Failure,
    FindingKind,
    Furniture,
    Independence,
    Lineage,
    Origin,
    OriginKind,
    Overlap,
    Relation,
    Report,
    Severity,
    Stance,
    Standing,
    Story,
    StoryReport,
    TimelineEntry,
)

from .building import article, at, claim, evidence, finding, page, passage, said, side, witness

_COURIER = article(
    "merrow/courier.html",
    "Ferry strikes breakwater at Port Merrow, 43 hurt",
    "PORT MERROW, May 14 (Northwire) - The passenger ferry Halcyon struck the outer breakwater of Port Merrow on "
    "Tuesday evening, injuring 43 people, the Harbour Authority said.\n"
    "“The vessel lost steering at 18.40 and could not be brought clear of the wall in time,” the authority said in a "
    "statement. “All 312 passengers were taken off within the hour.”\n"
    "The operator, Brace Line, said the ship had passed an inspection in March. It denied that a fault in the rudder "
    "had been reported last week.\n"
    "Sofia Arden, who heads the crew’s union, said her members had warned of the rudder twice.",
    "The Merrow Courier",
    "2024-05-14",
)
_POST = article(
    "merrow/coastal-post.html",
    "43 injured as Halcyon hits harbour wall",
    "The passenger ferry Halcyon struck the outer breakwater of Port Merrow on Tuesday evening, injuring 43 people, "
    "the Harbour Authority said.\n"
    "“The vessel lost steering at 18.40 and could not be brought clear of the wall in time,” the authority said in a "
    "statement.\n"
    "Passengers spoke of a loud crack before the impact. “Then the lights went out,” said Ines Calder, 31.",
    "Coastal Post",
    "2024-05-14",
)
_MIRROR = article(
    "merrow/daily-lantern.txt",
    "Ferry horror: dozens hurt after ‘catastrophic’ loss of steering",
    "More than 40 people were hurt when the ferry Halcyon smashed into the harbour wall at Port Merrow on Tuesday "
    "(May 15).\n"
    "The ship suffered a “catastrophic loss of steering at 18.40 and could not be brought clear of the wall”, the "
    "port said. All 321 passengers were taken off within two hours.\n"
    "The crash has been blamed on a faulty rudder that was reported a week earlier.",
    "Daily Lantern",
    "2024-05-15",
)
_GAZETTE = article(
    "merrow/island-gazette.txt",
    "Union: rudder of stricken ferry was reported twice",
    "The union of the Halcyon’s crew says that it reported trouble with the rudder twice in the week before the ferry "
    "hit the breakwater at Port Merrow. Brace Line, which runs the ship, denies this.\n"
    "“We put it in writing on the sixth and again on the ninth,” Sofia Arden told the Gazette. The two letters could "
    "not be independently verified.\n"
    "According to the Harbour Authority, 312 passengers were on board.",
    "Island Gazette",
)
_BULLETIN = article(
    "merrow/bulletin.txt",
    None,
    "Harbour Authority: 43 injured in ferry accident, none seriously. Ferry traffic to the outer islands resumes on "
    "Thursday.",
    None,
    "2024-05-15",
)
_WEEKLY = article(
    "merrow/weekly.html",
    "After the Halcyon, questions about an ageing fleet",
    "When the Halcyon hit the breakwater last week, 43 people were injured, two of them seriously, hospital staff "
    "said.\n"
    "Brace Line has five ships; three of the five are more than thirty years old. The company said the Halcyon had "
    "passed an inspection in March.\n"
    "The Harbour Authority expects to publish its inquiry in September.",
    "The Weekly Tide",
    "2024-05-21",
)
_MARKET = article(
    "merrow/market.txt",
    "Oyster market to move to the old customs house",
    "The oyster market of Port Merrow will move to the old customs house in June, the town council said on Monday.\n"
    "Stall holders had asked for a roof since 2019.",
    "The Merrow Courier",
    "2024-05-13",
)
_REBUILT = (
    "The vessel lost steering at 18.40 and could not be brought clear of the wall in time. "
    "All 312 passengers were taken off within the hour."
)


@cache
def ferry_report() -> Report:
    """Two stories, one of six articles; one page that could not be read."""
    articles = (_courier(), _POST, _MIRROR, _GAZETTE, _BULLETIN, _WEEKLY, _MARKET)
    return Report(
        pages=tuple(page(one.path) for one in articles),
        articles=articles,
        stories=(_ferry(), _oysters()),
        failures=(
            Failure(stage="pages", subject="merrow/scan.pdf", reason="neither text nor HTML"),
            Failure(stage="articles", subject="merrow/empty.html", reason="no article on this page"),
        ),
    )


def _courier() -> Article:
    head = "PORT MERROW, May 14 (Northwire)"
    agency = at(_COURIER, "Northwire")
    return replace(
        _COURIER,
        byline="Tomas Vail",
        dateline=Dateline(place="PORT MERROW", date="May 14", agency="Northwire", start=0, end=len(head)),
        credits=(
            Credit(name="Northwire", kind=CreditKind.AGENCY, start=agency.start, end=agency.end),
            Credit(name="Port Merrow Images", kind=CreditKind.IMAGE, start=None, end=None),
        ),
        furniture=(Furniture(label="share", page_start=0, page_end=5),),
    )


def _oysters() -> StoryReport:
    moving = said(
        _MARKET,
        "The oyster market of Port Merrow will move to the old customs house in June",
        stance=Stance.REPORTS,
        source="the town council",
        cue="said",
    )
    return StoryReport(
        story=Story(
            id="story-oysters",
            title="Oyster market to move to the old customs house",
            articles=(_MARKET.id,),
            event=Event(date=None, place="Port Merrow"),
        ),
        lineage=Lineage(overlaps=(), origins=(), independence=Independence(min=1, max=1, why="There is one article.")),
        claims=(
            claim("The oyster market will move to the old customs house.", Standing.SINGLE_ARTICLE, (1, 1), [moving]),
            claim(
                "Stall holders had asked for a roof since 2019.",
                Standing.SINGLE_ARTICLE,
                (1, 1),
                [said(_MARKET, "Stall holders had asked for a roof since 2019")],
            ),
        ),
        findings=(),
        timeline=(),
    )


def _ferry() -> StoryReport:
    release, agency, union = _release(), _agency(), _union()
    struck = claim(
        "The ferry Halcyon struck the breakwater of Port Merrow on Tuesday evening.",
        Standing.DISCREPANT,
        (1, 2),
        [
            said(
                _COURIER,
                "The passenger ferry Halcyon struck the outer breakwater of Port Merrow on Tuesday evening",
                stance=Stance.REPORTS,
                source="the Harbour Authority",
                cue="said",
                via=("Northwire",),
            ),
            said(
                _POST,
                "The passenger ferry Halcyon struck the outer breakwater of Port Merrow on Tuesday evening",
                stance=Stance.REPORTS,
                source="the Harbour Authority",
                cue="said",
            ),
            said(_MIRROR, "the ferry Halcyon smashed into the harbour wall at Port Merrow on Tuesday (May 15)"),
            said(_WEEKLY, "the Halcyon hit the breakwater last week"),
        ],
        [agency.id, agency.id, None, None],
        why="Two articles print the same agency copy; the other two name no source.",
    )
    passengers = claim(
        "312 passengers were taken off the ferry within the hour.",
        Standing.DISCREPANT,
        (1, 1),
        [
            said(
                _COURIER,
                "All 312 passengers were taken off within the hour",
                stance=Stance.REPORTS,
                source="the authority",
            ),
            said(_MIRROR, "All 321 passengers were taken off within two hours", stance=Stance.REPORTS),
            said(
                _GAZETTE,
                "312 passengers were on board",
                stance=Stance.REPORTS,
                source="the Harbour Authority",
                cue="According to",
            ),
        ],
        [release.id, release.id, release.id],
        why="All three go back to the Harbour Authority.",
    )
    injured = claim(
        "43 people were injured.",
        Standing.CORROBORATED,
        (2, 3),
        [
            said(_COURIER, "injuring 43 people", stance=Stance.REPORTS, source="the Harbour Authority", cue="said"),
            said(_POST, "injuring 43 people", stance=Stance.REPORTS, source="the Harbour Authority", cue="said"),
            said(_MIRROR, "More than 40 people were hurt"),
            said(_BULLETIN, "43 injured in ferry accident", stance=Stance.REPORTS, source="Harbour Authority"),
            said(_WEEKLY, "43 people were injured", stance=Stance.REPORTS, source="hospital staff", cue="said"),
        ],
        [agency.id, agency.id, None, None, None],
        why="The Harbour Authority and hospital staff give the figure apart from each other.",
    )
    rudder = claim(
        "A fault in the rudder had been reported the week before.",
        Standing.DISPUTED,
        (1, 2),
        [
            said(
                _COURIER,
                "a fault in the rudder had been reported last week",
                stance=Stance.DENIES,
                source="The operator, Brace Line",
                cue="denied",
            ),
            said(_MIRROR, "a faulty rudder that was reported a week earlier"),
            said(
                _GAZETTE,
                "it reported trouble with the rudder twice in the week before the ferry hit the breakwater",
                stance=Stance.REPORTS,
                source="The union of the Halcyon’s crew",
                cue="says",
            ),
            said(_GAZETTE, "The two letters could not be independently verified", stance=Stance.DOUBTS),
        ],
        [None, None, union.id, None],
        why="The union says so; the operator denies it; the letters were not verified.",
    )
    inspected = claim(
        "The Halcyon passed an inspection in March.",
        Standing.SINGLE_ORIGIN,
        (1, 1),
        [
            said(_COURIER, "the ship had passed an inspection in March", stance=Stance.REPORTS, source="Brace Line"),
            said(_WEEKLY, "the Halcyon had passed an inspection in March", stance=Stance.REPORTS, source="The company"),
        ],
        why="Only the operator says so.",
    )
    hurt = claim(
        "None of the injured was hurt seriously.",
        Standing.DISCREPANT,
        (2, 2),
        [
            said(_BULLETIN, "none seriously", stance=Stance.REPORTS, source="Harbour Authority"),
            said(_WEEKLY, "two of them seriously", stance=Stance.REPORTS, source="hospital staff", cue="said"),
        ],
        why="The Harbour Authority and hospital staff differ.",
    )
    alone = [
        claim("Passengers heard a loud crack before the impact.", Standing.SINGLE_ARTICLE, (1, 1), [
            said(_POST, "a loud crack before the impact", stance=Stance.REPORTS, source="Passengers", cue="spoke of")
        ]),
        claim("The lights went out.", Standing.SINGLE_ARTICLE, (1, 1), [
            said(_POST, "Then the lights went out", stance=Stance.REPORTS, source="Ines Calder", cue="said")
        ]),
        claim("Ferry traffic resumes on Thursday.", Standing.SINGLE_ARTICLE, (1, 1), [
            said(_BULLETIN, "Ferry traffic to the outer islands resumes on Thursday")
        ]),
        claim("Three of Brace Line’s five ships are more than thirty years old.", Standing.SINGLE_ARTICLE, (1, 1), [
            said(_WEEKLY, "three of the five are more than thirty years old")
        ]),
    ]  # fmt: skip
    findings = (
        finding(
            FindingKind.DISPUTE,
            Severity.MAJOR,
            "The union says it reported the rudder twice; the operator denies that any fault was reported.",
            0.95,
            [
                side(
                    _GAZETTE,
                    "it reported trouble with the rudder twice in the week before the ferry hit the breakwater",
                    "the union: reported twice",
                    "reported trouble with the rudder twice",
                ),
                side(
                    _COURIER,
                    "It denied that a fault in the rudder had been reported last week",
                    "Brace Line: denied",
                    "denied",
                ),
                side(
                    _GAZETTE,
                    "The two letters could not be independently verified",
                    "not verified",
                    "could not be independently verified",
                ),
            ],
            [rudder],
        ),
        finding(
            FindingKind.NUMBER,
            Severity.MAJOR,
            "312 passengers in two accounts, 321 in a third, all from the same authority.",
            0.9,
            [
                side(_COURIER, "All 312 passengers were taken off", "312 passengers", "312"),
                side(_MIRROR, "All 321 passengers were taken off", "321 passengers", "321"),
            ],
            [passengers],
        ),
        finding(
            FindingKind.ATTRIBUTION,
            Severity.MAJOR,
            "What the union says and the operator denies stands in the Daily Lantern’s own voice.",
            0.8,
            [
                side(
                    _GAZETTE, "The union of the Halcyon’s crew says that it reported trouble with the rudder", "union"
                ),
                side(_MIRROR, "The crash has been blamed on a faulty rudder that was reported a week earlier", "none"),
            ],
            [rudder],
        ),
        finding(
            FindingKind.QUOTE,
            Severity.MINOR,
            "The word “catastrophic” stands inside the quotation marks of one account and in no other witness.",
            0.5,
            [
                side(
                    _COURIER, "The vessel lost steering at 18.40 and could not be brought clear of the wall", "release"
                ),
                side(
                    _MIRROR,
                    "catastrophic loss of steering at 18.40 and could not be brought clear of the wall",
                    "altered",
                ),
            ],
        ),
        finding(
            FindingKind.DATE,
            Severity.MINOR,
            "15 May 2024 was a Wednesday, not a Tuesday.",
            0.4,
            [side(_MIRROR, "Tuesday (May 15)", "Tuesday, 15 May", "(May 15)")],
            [struck],
        ),
    )
    return StoryReport(
        story=Story(
            id="story-ferry",
            title="Ferry strikes breakwater at Port Merrow, 43 hurt",
            articles=tuple(one.id for one in (_COURIER, _POST, _MIRROR, _GAZETTE, _BULLETIN, _WEEKLY)),
            event=Event(date="2024-05-14", place="Port Merrow"),
        ),
        lineage=Lineage(
            overlaps=_overlaps(),
            origins=(release, agency, union),
            independence=Independence(
                min=2,
                max=4,
                why="The Harbour Authority and the union speak for themselves; the other two name no one else.",
            ),
        ),
        claims=(struck, injured, *alone[:2], passengers, rudder, inspected, hurt, *alone[2:]),
        findings=findings,
        timeline=(
            TimelineEntry(
                value="2024-03",
                precision="month",
                text="The Halcyon passes an inspection.",
                spans=(at(_COURIER, "in March"), at(_WEEKLY, "in March")),
            ),
            TimelineEntry(
                value="2024-05-14T18:40",
                precision="minute",
                text="The ferry loses its steering and strikes the breakwater.",
                spans=(at(_COURIER, "at 18.40"), at(_POST, "at 18.40"), at(_MIRROR, "at 18.40")),
            ),
            TimelineEntry(
                value="2024-05-16",
                precision="day",
                text="Ferry traffic to the outer islands resumes.",
                spans=(at(_BULLETIN, "on Thursday"),),
            ),
        ),
    )


def _release() -> Origin:
    lost = "The vessel lost steering at 18.40 and could not be brought clear of the wall in time."
    taken = "All 312 passengers were taken off within the hour."
    return Origin(
        id="origin-release",
        kind=OriginKind.PRESS_RELEASE,
        name="Statement of the Harbour Authority",
        articles=(_COURIER.id, _POST.id, _MIRROR.id, _GAZETTE.id),
        text=_REBUILT,
        evidence=(
            evidence(_COURIER, "the authority said in a statement", "names a statement"),
            evidence(_POST, "the authority said in a statement", "names a statement"),
        ),
        witnesses=(
            witness(_REBUILT, lost, _COURIER, lost[:-1], 1.0),
            witness(_REBUILT, lost, _POST, lost[:-1], 1.0),
            witness(
                _REBUILT,
                lost,
                _MIRROR,
                "catastrophic loss of steering at 18.40 and could not be brought clear of the wall",
                0.79,
            ),
            witness(_REBUILT, taken, _COURIER, taken, 1.0),
            witness(_REBUILT, taken, _MIRROR, "All 321 passengers were taken off within two hours", 0.66),
        ),
        absent=True,
    )


def _agency() -> Origin:
    return Origin(
        id="origin-agency",
        kind=OriginKind.AGENCY,
        name="Northwire",
        articles=(_COURIER.id, _POST.id),
        text=None,
        evidence=(evidence(_COURIER, "Northwire", "the dateline credits it"),),
        witnesses=(),
        absent=True,
    )


def _union() -> Origin:
    return Origin(
        id="origin-union",
        kind=OriginKind.INTERVIEW,
        name="Sofia Arden to the Island Gazette",
        articles=(_GAZETTE.id,),
        text=None,
        evidence=(evidence(_GAZETTE, "Sofia Arden told the Gazette", "spoke to this paper"),),
        witnesses=(),
        absent=False,
    )


def _overlaps() -> tuple[Overlap, ...]:
    lead = (
        "The passenger ferry Halcyon struck the outer breakwater of Port Merrow on Tuesday evening, injuring 43 "
        "people, the Harbour Authority said."
    )
    lost = "“The vessel lost steering at 18.40 and could not be brought clear of the wall in time,” the authority said"
    return (
        Overlap(
            a=_COURIER.id,
            b=_POST.id,
            relation=Relation.DERIVED,
            share_a=0.48,
            share_b=0.74,
            direction=Direction.A_TO_B,
            passages=(passage(_COURIER, _POST, lead), passage(_COURIER, _POST, lost)),
            why="The Post has the Courier’s first paragraphs without the dateline.",
        ),
        Overlap(
            a=_COURIER.id,
            b=_MIRROR.id,
            relation=Relation.SHARED_QUOTES,
            share_a=0.16,
            share_b=0.31,
            direction=Direction.COMMON,
            passages=(
                passage(
                    _COURIER,
                    _MIRROR,
                    "steering at 18.40 and could not be brought clear of the wall",
                ),
                passage(
                    _COURIER,
                    _MIRROR,
                    "All 312 passengers were taken off within the hour.",
                    "All 321 passengers were taken off within two hours.",
                    0.66,
                ),
            ),
            why="Both quote the statement of the Harbour Authority.",
        ),
        Overlap(
            a=_COURIER.id,
            b=_WEEKLY.id,
            relation=Relation.SHARED_BOILERPLATE,
            share_a=0.06,
            share_b=0.09,
            direction=Direction.UNKNOWN,
            passages=(passage(_COURIER, _WEEKLY, "had passed an inspection in March."),),
            why="One stock sentence on the ship’s inspection.",
        ),
    )
