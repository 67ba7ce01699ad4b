"""What a person at a desk pastes: mails, messages, prints, wires, running reports, text out of a PDF."""

from __future__ import annotations

from .pages import BODY, LEAD, SECOND, THIRD, only, read

TITLE = "Crack in pier closes Lune bridge"
BAKERY = (
    "The town's oldest bakery reopened on Saturday, eleven months after a fire gutted its ovens and the flat above. "
    "Its owner, Peter Vance, said the first loaves had sold out before eight. Neighbours had raised 40,000 pounds for "
    "new ovens, and the brewery across the street lent him its cellar for the flour while the walls of "
    "the house were drying."
)


def test_a_forwarded_mail_gives_its_subject_and_time_and_loses_its_marks() -> None:
    quoted = "\n>\n".join(f"> {part}" for part in (LEAD, SECOND, THIRD))
    article = only(
        f"---------- Forwarded message ---------\nFrom: Peter Vance <p@example.org>\n"
        f"Date: Tue, Jun 3, 2025 at 10:44 PM\nSubject: Fwd: {TITLE}\nTo: <desk@example.org>\n\n"
        f"{quoted}\n\nSent from my phone"
    )
    assert (article.title, article.text) == (TITLE, BODY)
    assert article.published is not None
    assert article.published.value == "2025-06-03T22:44"


def test_a_message_of_a_messenger() -> None:
    text = "\n\n".join((LEAD, SECOND, THIRD))
    article = only(f"[03/06/2025, 22:41] Anna Berg: Forwarded\n*{TITLE}*\n\n{text}\n\n_Forwarded as received_")
    assert (article.title, article.text) == (TITLE, BODY)


def test_a_copy_of_a_reader_view() -> None:
    article = only(f"valleyherald.example\n{TITLE}\nAnna Berg\n3–4 minutes\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}\n")
    assert (article.title, article.byline, article.publisher, article.text) == (
        TITLE,
        "Anna Berg",
        "valleyherald.example",
        BODY,
    )


def test_heads_and_feet_of_a_printed_page_are_no_text() -> None:
    head = f"6/3/25, 10:44 PM    {TITLE} - The Valley Herald\n\n"
    foot = "https://www.valleyherald.example/2025/06/03/crack/    {}/2\n\n"
    article = only(
        f"{head}{TITLE}\n\nBy Anna Berg\n\n{LEAD}\n\n{SECOND}\n\n{foot.format(1)}{head}{THIRD}\n\n{foot.format(2)}"
    )
    assert (article.title, article.text) == (TITLE, BODY)


def test_a_wire_with_its_slug_lines() -> None:
    article = only(
        f"NWA0412 4 GEN 0198 NWA-F118\nLUNE-BRIDGE-CLOSED (URGENT)\n{TITLE}\nEds: ADDS quote\n\n"
        f"LANCASTER, June 3 (NWA) - {LEAD}\n\n{SECOND}\n\n{THIRD}\n\n"
        "(Reporting by Anna Berg; Editing by Peter Vance)\nNWA MH/GK 031841 JUN 25"
    )
    assert (article.title, article.byline, article.publisher) == (TITLE, "Anna Berg", "NWA")
    assert article.text == f"LANCASTER, June 3 (NWA) - {BODY}"


def test_a_running_report_keeps_its_times_and_its_own_title() -> None:
    article = only(
        f"Lune bridge closure: live updates\n\nLIVE\nLast updated 2 hours ago\n\n10:42\nBridge closed\n{LEAD}\n\n"
        f"10:15\nPiers to be inspected\n{SECOND}\n\n9:58\nA week too early\n{THIRD}\nShare"
    )
    assert article.title == "Lune bridge closure: live updates"
    assert "10:15\nPiers to be inspected" in article.text


def test_lines_and_words_that_a_pdf_broke_are_whole_again() -> None:
    article = only(
        "The Lune bridge was closed to all traffic on Mon-\nday after divers found a crack in its pier, the coun-\n"
        "cil said. Engineers will inspect the other five piers\nby Friday, and buses are being sent over the well-\n"
        "known toll bridge. The council had waived the fee\nfor the permit in March, and the divers were paid by\n"
        "the brewery, whose cellar was under water for weeks.\n"
    )
    assert "on Monday after" in article.text
    assert "the council said" in article.text
    assert "the well-known toll bridge" in article.text
    assert "\n" not in article.text


def test_an_address_above_the_text_gives_day_and_site() -> None:
    article = only(
        f"https://www.valleyherald.example/2025/06/03/crack.html\n\n{TITLE}\n\n{LEAD}\n\n{SECOND}\n\n{THIRD}"
    )
    assert (article.publisher, article.text) == ("valleyherald.example", BODY)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2025-06-03", "url")


def test_two_texts_pasted_one_below_the_other_are_two_articles() -> None:
    lune = f"{LEAD} {SECOND} {THIRD} The council had closed the bridge twice before, in March and in May."
    articles = read(f"{TITLE}\n{lune}\n\n\n\nBakery rises again eleven months after fire\n{BAKERY}")
    assert [(one.title, one.text) for one in articles] == [
        (TITLE, lune),
        ("Bakery rises again eleven months after fire", BAKERY),
    ]


def test_a_rule_divides_articles_but_not_an_article() -> None:
    lune = f"{LEAD}\n{SECOND}\n{THIRD}\nThe council had closed the bridge twice before, in March and May."
    assert len(read(f"{TITLE}\n{lune}\n* * *\nBakery rises again after fire\n{BAKERY}")) == 2
    assert len(read(f"{TITLE}\n{lune}\n* * *\n{lune.replace('Monday', 'Sunday')}")) == 1


def test_remarks_of_readers_are_no_text() -> None:
    page = (
        f"{TITLE}\n{BODY}\n3 Comments\nPeter Vance\n2 hours ago\nThis is the third time they closed it this year.\n"
        "Rosa Holt\nan hour ago\nAnd the toll bridge is no better, if you ask me."
    )
    assert only(page).text == BODY


def test_headings_of_a_divided_text_stay_however_long() -> None:
    heads = (
        "What Was Found",
        "Money And Blame",
        "The Toll Bridge",
        "A Partnership Rooted In Trust And In Shared Old Habits",
    )
    parts = [
        f"{head}\n{part}"
        for head, part in zip(
            heads, (SECOND, THIRD, BAKERY, "Nobody knows yet what it will cost, the council said."), strict=True
        )
    ]
    text = only("\n".join(("Share", TITLE, "June 3, 2025", LEAD, *parts))).text
    assert heads[-1] in text
