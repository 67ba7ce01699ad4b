"""Plain-text pages to articles."""

from __future__ import annotations

import textwrap
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.articles import NoArticle, read_page
from firsthand.model import CreditKind

from .pages import BODY, LEAD, SECOND, THIRD, only, page_of, read

OTHER = (
    "The town's oldest bakery reopened on Saturday, eleven months after a fire gutted its ovens and the flat above. "
    "Its owner, Peter Vance, said the first loaves had sold out before eight. Neighbours had raised "
    "40,000 pounds for new "
    "ovens, and the brewery across the street lent him its cellar for the flour. “I never thought "
    "of giving up,” he said. "
    "The council had waived the fee for the building permit in March."
)


def test_a_wire_text_without_furniture_is_kept_whole() -> None:
    assert only(BODY).text == BODY


def test_the_headline_stands_apart_and_furniture_is_left_out_with_its_place() -> None:
    page = (
        f"News\n\nCrack in pier closes Lune bridge\n\nPublished On Tue, 3 Jun 2025\nAnna Berg\n41 Views\n"
        f"Share\n\n{BODY}\n\nLeave a Reply\nYour email address will not be published."
    )
    article = only(page)
    assert article.title == "Crack in pier closes Lune bridge"
    assert article.text == BODY
    assert article.byline == "Anna Berg"
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-06-03", "visible")
    left = {page[one.page_start : one.page_end]: one.label for one in article.furniture}
    assert left["41 Views"] == "share"
    assert left["Leave a Reply"] == "comments"
    assert left["Anna Berg"] == "byline"


def test_headings_and_bullet_items_inside_the_body_stay() -> None:
    page = (
        f"{LEAD}\nWhat is closed\n{SECOND}\nClosed until further notice:\n-\nThe bridge itself\n-\nThe "
        f"river path\n{THIRD}"
    )
    text = only(page).text
    assert "What is closed" in text
    assert "The bridge itself\nThe river path" in text


def test_paragraph_marks_inside_a_line_divide_paragraphs() -> None:
    assert only(f"{LEAD} ### Advertisement ### {SECOND} ### {THIRD} ### Most Popular").text == BODY


def test_an_advert_inside_a_paragraph_is_cut_out_and_the_sentences_around_it_join() -> None:
    page = (
        f"{LEAD} by Taboola by Taboola Sponsored Links Sponsored Links You May Like 9 Cars To Buy "
        f"Carfinder Undo {SECOND}\n{THIRD}"
    )
    article = only(page)
    assert article.text == f"{LEAD} {SECOND}\n{THIRD}"
    assert "advert" in {one.label for one in article.furniture}


def test_a_page_of_several_articles_is_split_at_publisher_and_age() -> None:
    page = (
        f"Crack in pier closes Lune bridge\nLANCASTER, June 3 (NWA): {LEAD}\n{SECOND}\n{THIRD} (NWA)\n"
        f"Hashtags\n\nComments\n"
        f"No comments yet...\nRelated Articles\n\n\nThe Valley Herald\n39 minutes ago\n- The Valley Herald\n"
        f"Bakery rises again after fire\n{OTHER}\n\n\nCoast Daily\nan hour ago\n- Coast Daily\n"
        f"Is The Toll Bridge Safe? Council Answers…\n{SECOND} {THIRD} {LEAD}"
    )
    articles = read(page)
    assert [(a.publisher, a.title) for a in articles] == [
        ("NWA", "Crack in pier closes Lune bridge"),
        ("The Valley Herald", "Bakery rises again after fire"),
        ("Coast Daily", "Is The Toll Bridge Safe? Council Answers…"),
    ]
    assert articles[1].text == OTHER
    assert not any("ago" in a.text or "Hashtags" in a.text for a in articles)


def test_teasers_of_other_articles_do_not_split_a_page() -> None:
    teasers = (
        "Bakery reopens\nJune 2, 2025\nThe town's oldest bakery opened again on Saturday.\nRain "
        "expected\nJune 1, 2025\nIt will rain."
    )
    article = only(f"Crack in pier closes Lune bridge\n{BODY}\n{SECOND}\nRelated Articles\n{teasers}")
    assert article.text == f"{BODY}\n{SECOND}"


def test_a_section_heading_is_no_second_article() -> None:
    assert len(read("\n".join([BODY, "A Long Road To Repair", BODY, "Money And Blame", BODY]))) == 1


def test_dateline_agency_and_release_are_credited_with_their_places() -> None:
    article = only(
        f"LANCASTER, June 3 (NWA) — {LEAD}\nThe pier was checked in May, according to a Roads Department "
        f"press release.\n{THIRD} (NWA)"
    )
    dateline = article.dateline
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency) == ("LANCASTER", "June 3", "NWA")
    assert article.text[dateline.start : dateline.end] == "LANCASTER, June 3 (NWA)"
    credited = {(credit.name, credit.kind) for credit in article.credits}
    assert credited == {("NWA", CreditKind.AGENCY), ("Roads Department", CreditKind.PRESS_RELEASE)}


def test_a_report_is_credited_a_body_of_state_is_not() -> None:
    article = only(f"{LEAD}\nPNA reported that divers found it on Sunday. NATO reported no such crack.\n{THIRD}")
    assert [(credit.name, credit.kind) for credit in article.credits] == [("PNA", CreditKind.AGENCY)]


def test_image_credits_are_kept_apart() -> None:
    article = only(f"{BODY}\nDisclaimer: This image is taken from NWA.")
    assert [(credit.name, credit.kind, credit.start) for credit in article.credits] == [("NWA", CreditKind.IMAGE, None)]


def test_capitals_before_a_colon_are_a_dateline_only_for_a_known_place() -> None:
    assert only(f"BLACK CAR: {LEAD}\n{SECOND}").dateline is None
    dateline = only(f"GLASGOW: {LEAD}\n{SECOND}").dateline
    assert dateline is not None
    assert dateline.place == "GLASGOW"


def test_a_page_without_text_has_no_article() -> None:
    with pytest.raises(NoArticle, match="no text"):
        read("Share\nFacebook\nTwitter\n28 Views\n")


def test_soft_wrapped_lines_are_one_paragraph() -> None:
    wrapped = [textwrap.fill(part, 60) for part in (LEAD, SECOND, THIRD, OTHER)]
    assert only("\n\n".join(wrapped)).text == "\n".join((LEAD, SECOND, THIRD, OTHER))


lines = st.lists(
    st.one_of(
        st.sampled_from(
            [
                LEAD,
                SECOND,
                THIRD,
                OTHER,
                "Share",
                "an hour ago",
                "- The Herald",
                "By A. Writer",
                "* item",
                "(NWA)",
                "June 3, 2025",
            ]
        ),
        st.text(max_size=60),
    ),
    max_size=12,
)


@settings(max_examples=120, deadline=None)
@given(lines, st.sampled_from(["\n", "\n\n", " ### ", "\r\n"]))
def test_every_character_of_the_text_stands_on_the_page_where_its_span_says(parts: list[str], mark: str) -> None:
    page = page_of(mark.join(parts))
    try:
        articles = read_page(page)
    except NoArticle:
        return
    for article in articles:
        covered = "".join(" " if char not in "\n " else char for char in article.text)
        for span in article.page_spans:
            assert article.text[span.start : span.end] == page.text[span.page_start : span.page_end]
            covered = covered[: span.start] + "\n" * (span.end - span.start) + covered[span.end :]
        gaps = "".join(a for a, b in zip(article.text, covered, strict=True) if b != "\n")
        assert not gaps.strip()
        for credit in article.credits:
            assert credit.start is None or credit.end is None or 0 <= credit.start < credit.end <= len(article.text)
        for one in article.furniture:
            assert 0 <= one.page_start < one.page_end <= len(page.text)


@pytest.mark.parametrize(
    "text", ["<" * 300_000, "word " * 400_000, "(" * 200_000, "A" * 1_000_000, "By A and " * 50_000, "a/" * 200_000]
)
def test_hostile_lines_end_soon(text: str) -> None:
    with suppress(NoArticle):
        read(text)


def test_a_title_is_never_the_line_of_a_publisher() -> None:
    page = (
        f"Valley Time of Lune\n39 minutes ago\n- Valley Time of Lune\nBakery rises again\n"
        f"{LEAD} It was a valley long of Lune time.\n{SECOND}\n{THIRD}"
    )
    (article,) = read(page)
    assert (article.title, article.publisher) == ("Bakery rises again", "Valley Time of Lune")


def test_a_headline_of_another_article_between_two_paragraphs_is_left_out_with_its_place() -> None:
    inset = "Toll bridge owner denies raising his prices after closure"
    page = f"Share\n{LEAD}\n{SECOND}\n{inset}\n{THIRD}\n{OTHER}"
    article = only(page)
    assert article.text == f"{LEAD}\n{SECOND}\n{THIRD}\n{OTHER}"
    assert [page[one.page_start : one.page_end] for one in article.furniture if one.label == "related"] == [inset]


@pytest.mark.parametrize(
    "line",
    [
        "What the divers found",
        "Where these cracks may lead the council next",
        "“The worst bridge I have ever walked over in my life.” — Peter Vance, baker",
        "Divers also looked at the toll bridge and the river path.",
        "Divers also looked at the toll bridge and the river path",
        "“We have looked at every pier of that bridge,” Ms Holt said",
    ],
)
def test_headings_quotations_and_sentences_between_two_paragraphs_stay(line: str) -> None:
    assert line in only(f"Share\n{LEAD}\n{SECOND}\n{line}\n{THIRD}\n{OTHER}\n{LEAD}").text


def test_lines_of_a_list_stay() -> None:
    items = ("The bridge itself between its third and fourth pier", "The river path from the mill to the weir and back")
    text = only("\n".join((LEAD, "Closed until further notice:", *items, SECOND, THIRD))).text
    assert "\n".join(items) in text


def test_a_page_that_leaves_out_its_full_stops_keeps_its_lines() -> None:
    bare = "Buses now leave from Mill Lane until further notice"
    page = "\n".join((LEAD, bare, SECOND, bare.replace("Mill", "Hill"), THIRD, bare.replace("Mill", "Park"), OTHER))
    assert only(page).text == page
    assert only(f"Share\n{page}").text == page


def test_a_picture_credited_in_brackets_is_a_caption_a_warning_is_not() -> None:
    caption = "Anna Berg and Peter Vance leave the town hall on Sunday. (Valley Images)"
    warning = "He fell from the pier into the river. (WARNING: Video contains graphic images.)"
    text = only(f"{LEAD}\n{caption}\n{SECOND}\n{warning}\n{THIRD}").text
    assert caption not in text
    assert warning in text


@pytest.mark.parametrize(
    ("text", "reason"),
    [(f"{LEAD}\n" * 10_001, "characters"), ("Closed.\n" * 10_001, "10,000 lines"), (LEAD * 5_000, "characters")],
)
def test_a_page_beyond_the_bounds_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(NoArticle, match=reason):
        read(text)


def test_ten_thousand_lines_are_read() -> None:
    sentences = [f"The bridge closed on day {number}, they said." for number in range(9_990)]
    assert only("\n".join(sentences)).text == "\n".join(sentences)


def test_a_headline_with_full_stops_is_a_title_by_its_capitals() -> None:
    title = "Why Did the Lune Bridge Crack? Maybe Because Nobody Was Looking at Its Piers."
    article = only(f"{title}\n{BODY}")
    assert (article.title, article.text) == (title, BODY)


def test_a_sentence_of_names_is_no_headline() -> None:
    sentence = "Mayor Anna Berg met Bridge Inspector Peter Vance in Lancaster Town Hall on Monday."
    assert sentence in only(f"{LEAD}\n{sentence}\n{SECOND}\n{THIRD}").text


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor cancelled his plans to attend the reopening in 2024 after the council had raised the toll again.",
        "His decision to close the bridge in 2024 was seen as an act of cowardice by the owners of the shops nearby.",
        "“VIDEO: I never said so, and nobody who was on the pier that night can say I did,” read the mayor's post.",
    ],
)
def test_a_sentence_that_shares_words_with_captions_stays(sentence: str) -> None:
    assert sentence in only(f"{LEAD}\n{sentence}\n{SECOND}\n{THIRD}").text


def test_people_before_a_camera_on_a_full_date_are_a_caption() -> None:
    caption = "Mayor Anna Berg speaks to divers on the bank of the Lune on June 3, 2025."
    assert only(f"{LEAD}\n{caption}\n{SECOND}\n{THIRD}").text == BODY
