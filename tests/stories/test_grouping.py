"""Articles of one event come together, look-alike events stay apart; texts are our own."""

from __future__ import annotations

from firsthand.model import Article, Precision, Published, content_id
from firsthand.stories import features_of, group_articles
from firsthand.text.embeddings import embed


def article(title: str, text: str, published: str | None = None) -> Article:
    day = Published(value=published, precision=Precision.DAY, basis="visible") if published else None
    return Article(
        id=content_id("article", title, text),
        page="page",
        path="page.txt",
        title=title,
        text=text,
        publisher=None,
        byline=None,
        language="en",
        dateline=None,
        published=day,
        credits=(),
        page_spans=(),
    )


FIRE = article(
    "Fire guts cannery in Lowerby Harbour, two workers hurt",
    "A fire tore through the Castell & Sons cannery in Lowerby Harbour early on Tuesday, injuring two night workers and"
    " sending smoke over the old quay.\nFire chief Moira Tandy said 60 firefighters fought the blaze for five hours.",
    "2024-03-05",
)
FIRE_AGAIN = article(
    "Lowerby Harbour plant blaze: investigators look at a faulty boiler",
    "Investigators were looking at a boiler on Wednesday after the blaze that destroyed the fish plant of Castell &"
    " Sons and put two people in hospital.\nSixty firefighters took five hours to put it out, said Moira Tandy.",
    "2024-03-06",
)
OTHER_FIRE = article(
    "Fire guts sawmill in Brannock, three workers hurt",
    "A fire tore through the Ostrander sawmill in Brannock late on Friday, injuring three workers and closing the"
    " valley road.\nFire chief Peter Lisle said 40 firefighters fought the blaze for seven hours.",
    "2024-05-17",
)
VOTE = article(
    "Council in Westmere votes to keep its library open",
    "The town council of Westmere voted nine to four on Monday to keep the Carver Street library open another year.",
    "2024-03-05",
)


def groups(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in group_articles(articles)}


def test_two_articles_on_one_event_are_one_story() -> None:
    assert groups(FIRE, FIRE_AGAIN) == {frozenset({FIRE.id, FIRE_AGAIN.id})}


def test_two_fires_told_alike_are_two_stories() -> None:
    assert len(groups(FIRE, OTHER_FIRE)) == 2


def test_every_article_is_in_exactly_one_story_in_any_order() -> None:
    batch = (FIRE, FIRE_AGAIN, OTHER_FIRE, VOTE)
    orders = (batch, batch[::-1], batch[2:] + batch[:2])
    ids = [sorted(story.id for story in group_articles(order)) for order in orders]
    assert all(one == ids[0] for one in ids)
    assert len(ids[0]) == 3


def test_stories_stand_in_the_order_of_their_first_article() -> None:
    stories = group_articles([VOTE, FIRE_AGAIN, OTHER_FIRE, FIRE])
    assert [story.articles[0] for story in stories] == [VOTE.id, FIRE_AGAIN.id, OTHER_FIRE.id]


def test_the_event_is_on_the_day_and_at_the_place_that_the_leads_name() -> None:
    (story,) = group_articles([FIRE])
    assert story.event.date == "2024-03-05"
    assert story.title == FIRE.title


def test_an_article_given_twice_stands_in_its_story_once() -> None:
    (story,) = group_articles([FIRE, FIRE])
    assert story.articles == (FIRE.id,)


def test_no_articles_make_no_stories() -> None:
    assert group_articles([]) == ()


def test_features_that_were_read_elsewhere_group_the_same() -> None:
    batch = sorted((FIRE, FIRE_AGAIN, OTHER_FIRE, VOTE), key=lambda article: article.id)
    read = [features_of(article, embed) for article in batch]
    assert group_articles(batch, features=read) == group_articles(batch)
