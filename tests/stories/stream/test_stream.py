"""Articles enter, join and part stories one at a time; ids last, the log tells, a kill changes nothing."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from firsthand.stories.candidates import candidate_pairs
from firsthand.stories.features import Features
from firsthand.stories.grouping import cluster
from firsthand.stories.similarity import strength
from firsthand.stories.stream import Stream
from firsthand.stories.stream.state import State, StateError

from .build import FULL, account, terms

FIRE = terms("fire", 10)
VOTE = terms("vote", 10)


def looks_like(event: str, name: str) -> Features:
    """One of two events told alike: between the two a strength of eleven twentieths of that within one."""
    return account(name, *terms("alike", 11), *terms(event, 9))


ALIKE = [looks_like(event, f"{event}-{number}") for number in range(4) for event in ("north", "south")]
SEVERAL = [account(f"{event}-{n}", *terms(event, 10), f"{event}own{n}") for event in "pqrst" for n in range(4)]


def groups(stream: Stream) -> set[frozenset[str]]:
    return {frozenset(story.articles) for story in stream.stories()}


def test_accounts_of_one_event_are_one_story_and_others_are_not() -> None:
    with Stream() as stream:
        first, second, other = (
            stream.place(one) for one in (account("a", *FIRE), account("b", *FIRE), account("c", *VOTE))
        )
        assert (first.outcome, second.outcome, other.outcome) == ("new", "joined", "new")
        assert second.story == first.story != other.story
        assert second.nearest is not None and second.nearest.article == "a"
        assert groups(stream) == {frozenset("ab"), frozenset("c")}


def test_an_article_placed_twice_gets_its_answer_again_and_stands_once() -> None:
    with Stream() as stream:
        stream.place(account("a", *FIRE))
        answers = [stream.place(account("b", *FIRE)) for _ in range(2)]
        assert answers[0] == answers[1]
        assert len(stream) == 2


def test_a_later_article_makes_two_stories_one_and_the_older_id_stays() -> None:
    left, right = account("left", *terms("x", 10), *terms("y", 5)), account("right", *terms("z", 10), *terms("y", 5))
    between = account("between", *terms("x", 10)[:7], *terms("z", 10)[:7], *terms("y", 5))
    with Stream() as stream:
        older, younger = stream.place(left), stream.place(right)
        assert older.story != younger.story
        answer = stream.place(between)
        assert (answer.outcome, answer.story) == ("merged", older.story)
        (change,) = stream.log()
        assert (change.kind, change.story, change.other) == ("merged", older.story, younger.story)
        assert (change.articles, change.because) == (("right",), "between")


def test_look_alikes_joined_at_first_part_once_there_is_enough_to_see_it() -> None:
    with Stream() as stream:
        answers = [stream.place(one) for one in ALIKE]
        assert answers[0].story == answers[1].story
        assert groups(stream) == {frozenset(one.article for one in ALIKE[start::2]) for start in (0, 1)}
        parted = [change for change in stream.log() if change.kind == "split"]
        assert parted and parted[0].story == answers[0].story != parted[0].other
        assert {stream.place(one).story for one in ALIKE[:2]} == {answers[0].story}, "an answer given stays as given"


def test_what_comes_after_a_long_rest_follows_the_story_and_does_not_enter_it() -> None:
    with Stream() as stream:
        crime = stream.place(account("crime", *FIRE, day=date(2020, 3, 2)))
        verdict = stream.place(account("verdict", *FIRE, day=date(2022, 5, 9)))
        assert verdict.story != crime.story
        assert verdict.follows is not None
        assert (verdict.follows.story, verdict.follows.days) == (crime.story, 798)
        assert [change.kind for change in stream.log()] == ["follows"]
        late = stream.place(account("late", *FIRE, day=date(2020, 3, 4)))
        assert (late.story, late.follows) == (crime.story, None)


def test_the_answers_and_the_log_together_tell_the_stories() -> None:
    told: dict[str, str] = {}
    with Stream() as stream:
        for one in [*ALIKE, *SEVERAL]:
            told[one.article] = stream.place(one).story
            for change in stream.log():
                if change.because == one.article and change.kind != "follows":
                    told |= dict.fromkeys(change.articles, change.story if change.kind == "merged" else change.other)
        assert told == {article: story.id for story in stream.stories() for article in story.articles}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("articles", [ALIKE, SEVERAL])
def test_in_any_order_the_stories_are_those_of_a_batch(articles: list[Features], seed: int) -> None:
    score = lambda a, b: strength(articles[a], articles[b])  # noqa: E731
    batch = cluster(len(articles), candidate_pairs(articles), score)
    arriving = list(articles)
    random.Random(seed).shuffle(arriving)
    with Stream() as stream:
        for one in arriving:
            stream.place(one)
        assert groups(stream) == {frozenset(articles[i].article for i in group) for group in batch}


def everything(stream: Stream) -> tuple[object, ...]:
    return stream.stories(), tuple(stream.log())


def test_a_stream_taken_up_again_goes_on_as_if_it_had_never_stopped(tmp_path: Path) -> None:
    with Stream() as unbroken:
        answers = [unbroken.place(one) for one in ALIKE + SEVERAL]
        expected = everything(unbroken)
    again = []
    for one in ALIKE + SEVERAL:  # the harshest case: stopped after every article
        with Stream(tmp_path / "stream") as stream:
            again.append(stream.place(one))
    with Stream(tmp_path / "stream") as stream:
        assert (again, everything(stream)) == (answers, expected)
        stream.save(tmp_path / "copy")
    with Stream(tmp_path / "copy") as copy:
        assert everything(copy) == expected


def test_a_break_in_the_middle_of_an_article_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Stream() as unbroken:
        for one in ALIKE:
            unbroken.place(one)
        expected = everything(unbroken)
    stream = Stream(tmp_path / "stream")
    for one in ALIKE[:5]:
        stream.place(one)
    with monkeypatch.context() as breaking:
        breaking.setattr(State, "add_article", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            stream.place(ALIKE[5])
    with Stream(tmp_path / "stream") as after:
        assert len(after) == 5
        for one in ALIKE:
            after.place(one)
        assert everything(after) == expected


def test_what_memory_forgets_is_reckoned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stream() as stream:
        for one in ALIKE + SEVERAL:
            stream.place(one)
        expected = everything(stream)
    monkeypatch.setattr("firsthand.stories.stream.evidence.KEPT", 3)
    monkeypatch.setattr("firsthand.stories.stream.state.RECENT", 3)
    with Stream() as stream:
        for one in ALIKE + SEVERAL:
            stream.place(one)
        assert everything(stream) == expected


def test_a_file_that_is_no_stream_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>" * 2000)
    with pytest.raises(StateError):
        Stream(tmp_path / "page.html")


def test_the_stream_says_what_speaks_for_two_articles_being_on_one_event() -> None:
    with Stream() as stream:
        stream.place(account("a", *FIRE))
        evidence = stream.why(account("b", *FIRE), "a")
        assert evidence.score == pytest.approx(FULL, abs=0.01)
        assert set(evidence.reasons[0].words) <= set(FIRE)
        with pytest.raises(KeyError):
            stream.why(account("b", *FIRE), "never placed")
