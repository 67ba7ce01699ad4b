"""A verdict of two years later is linked to the story as its follow-up, and does not enter it."""

from __future__ import annotations

from firsthand.model import Article, Precision, Published
from firsthand.stories.features import features_of
from firsthand.stories.stream import Stream
from firsthand.text.embeddings import embed

ARTICLES = {
    "fire": (
        "2023-03-14",
        "Nine die in fire at Marwick furniture works",
        "Nine people died when a fire swept through the Castell furniture works in Marwick on Tuesday night. The fire "
        "service said the doors of the upper hall had been locked. The owner of the works, Tobias Castell, was "
        "questioned by police. Some 40 firefighters fought the blaze until the morning.",
    ),
    "fire again": (
        "2023-03-15",
        "Marwick factory fire kills nine, owner held",
        "Police in Marwick have arrested Tobias Castell, whose furniture works burned down on Tuesday night with the "
        "loss of nine lives. Workers told reporters that doors of the upper hall were locked during the shift. It took "
        "40 firefighters until dawn to put the fire out.",
    ),
    "council": (
        "2025-05-20",
        "Lowerby council to rebuild swimming baths",
        "The town council of Lowerby voted on Monday to rebuild the Victorian swimming baths, since a pipe burst "
        "last winter. The work is to cost 3.2 million and will begin in the autumn, said councillor Agnes Dray.",
    ),
    "verdict": (
        "2025-05-21",
        "Castell jailed for seven years over Marwick furniture works fire",
        "Tobias Castell, owner of the Castell furniture works in Marwick, was sentenced on Wednesday to seven years in "
        "prison for the manslaughter of nine workers, who died in a fire there in March 2023 behind locked doors. "
        "The judge said he had known that the doors of the upper hall were locked.",
    ),
    "verdict again": (
        "2025-05-22",
        "Seven years for factory owner whose locked doors cost nine lives",
        "A court has sent Tobias Castell to prison for seven years. Nine workers of his furniture works in Marwick "
        "died in 2023 because the doors of the upper hall were locked when fire broke out. His lawyer said he would "
        "appeal against the sentence.",
    ),
}


def article(name: str) -> Article:
    day, title, text = ARTICLES[name]
    return Article(
        id=name, page=name, path=name, title=title, text=text, publisher=None, byline=None, language="en",
        dateline=None, published=Published(value=day, precision=Precision.DAY, basis="meta"), credits=(),
        page_spans=(), furniture=(), dates=(),
    )  # fmt: skip


def test_a_verdict_of_two_years_later_follows_the_story() -> None:
    with Stream() as stream:
        told = {name: stream.place(features_of(article(name), embed)) for name in ARTICLES}
        stories = {frozenset(story.articles): story.id for story in stream.stories()}
        log = list(stream.log())
    fire = stories[frozenset({"fire", "fire again"})]
    verdict = stories[frozenset({"verdict", "verdict again"})]
    assert frozenset({"council"}) in stories
    assert told["verdict"].follows is not None
    assert told["verdict"].follows.story == fire
    assert told["verdict"].follows.days > 700
    assert told["council"].follows is None
    assert {(line.story, line.other) for line in log if line.kind == "follows"} == {(fire, verdict)}
