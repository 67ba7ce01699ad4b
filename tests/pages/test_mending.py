"""Garbled text, put right where that is certain."""

from __future__ import annotations

import time

import pytest

from firsthand.pages.mending import MOST, mend


def test_what_was_decoded_wrongly_is_put_right_and_the_original_kept() -> None:
    text, repairs = mend("It didnâ€™t cost â‚¹60,000, the cafÃ©â€™s owner said – “no”.")
    assert text == "It didn’t cost ₹60,000, the café’s owner said – “no”."
    assert [(text[one.start : one.end], one.original) for one in repairs] == [
        ("’", "â€™"), ("₹", "â‚¹"), ("é’", "Ã©â€™"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "naïve café “quote” – dash… 5 °C, £5, São Paulo, «\u00a0à\u00a0»",
        "Москва, Αθήνα, Łódź, हिन्दी, 中文，「」",
        "NÃO, Ã, Â£ x".replace("Â£", "£"),
        "cut short: â€",
        "?60,000 crore",
        "Ã ",
    ],
)
def test_what_could_be_meant_stays(text: str) -> None:
    assert mend(text) == (text, ())


def test_repairs_tell_the_text_as_it_was_found() -> None:
    found = "Ã©".join(str(number) for number in range(500)) + "Ð¡Ñ‚Ð¾"
    text, repairs = mend(found)
    at, told = 0, ""
    for one in repairs:
        told += text[at : one.start] + one.original
        at = one.end
    assert told + text[at:] == found


@pytest.mark.parametrize("text", ["â€™x" * (MOST + 9), "Ã" * 2_000_000, "हिन्दी समाचार " * 200_000, "?" * 2_000_000])
def test_a_page_full_of_odd_characters_is_mended_in_seconds(text: str) -> None:
    began = time.process_time()
    assert mend(text) == (text, ())
    assert time.process_time() - began < 5
