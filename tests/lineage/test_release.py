"""A press release that is not among the pages, rebuilt: what belongs to it and what does not."""

from __future__ import annotations

from firsthand.lineage import trace_lineage
from firsthand.model import Article, Origin, OriginKind

from .build import article

SPAN = "The swing bridge was opened by hand at dawn after its motor had burned out, and two barges passed through"
CARE = "The keepers of the lock showed a care and a calm that this company will long remember and gladly reward"
ALTERED = "The lock keepers showed great care and calm, and this company will always remember and reward them"
SHUT = "The towpath stays shut to walkers and cyclists until the new motor has been delivered from the works at Hask"
MOTOR = "A replacement motor weighing nine tonnes"
BACKGROUND = "The canal carries four hundred boats a week in summer and was dug by hand in the time of the lime kilns."

WIRE = "\n".join(
    (
        f"“{SPAN},” the Merrow Canal Company said in a press release.",
        f"“{CARE},” director Anneke Sturm said in the press release.",
        BACKGROUND,
        "Skipper Bo Raske waited six hours. “Nobody came to tell us anything at all until late at night,” he said.",
        f"“{SHUT},” the company said.",
    )
)
OTHER = "\n".join(
    (
        "A burnt-out motor stopped all boats at Merrow for a night.",
        f"“{ALTERED},” Anneke Sturm said in a press release on Monday.",
        "“We shall sit down with the boatmen over a long breakfast this week,” Sturm told a news conference.",
    )
)


def release_of(*articles: Article) -> Origin:
    (release,) = (o for o in trace_lineage(articles).origins if o.kind is OriginKind.PRESS_RELEASE)
    return release


def three() -> Origin:
    return release_of(article("a", WIRE), article("b", WIRE.replace("burned", "burnt")), article("c", OTHER))


def test_the_release_has_its_sentences_once_and_in_order() -> None:
    assert three().text == f"{SPAN}. {CARE}. {SHUT}."


def test_an_altered_quotation_is_a_reading_of_the_sentence_it_alters() -> None:
    release = three()
    start = len(SPAN) + 2
    assert {w.text.rstrip(",") for w in release.witnesses if w.start == start} == {CARE, ALTERED}


def test_the_release_bears_the_name_of_the_body_that_issued_it() -> None:
    assert three().name == "press release of the Merrow Canal Company"


def test_text_that_reprints_share_is_theirs_and_another_speaker_is_not_the_release() -> None:
    text = three().text or ""
    assert "four hundred boats" not in text
    assert "Nobody came" not in text
    assert "breakfast" not in text


def test_a_pronoun_takes_up_the_release_of_the_sentence_before_and_no_other_speaker_does() -> None:
    page = f"“{SPAN},” the Merrow Canal Company said in a statement. “{SHUT},” it added. “{CARE},” Bo Raske said."
    assert release_of(article("a", page)).text == f"{SPAN}. {SHUT}."


def test_what_two_witnesses_ascribe_to_the_release_in_their_own_words_belongs_to_it() -> None:
    one = f"{MOTOR} will travel by barge from Hask, according to the Merrow Canal Company's press release."
    two = f"The Merrow Canal Company said in a press release that {MOTOR.lower()} would come by barge from Hask."
    release = release_of(article("a", f"{one}\n{BACKGROUND}"), article("b", f"Boats wait at the lock.\n{two}"))
    assert release.text is not None
    assert "nine tonnes" in release.text
    assert "press release" not in release.text
