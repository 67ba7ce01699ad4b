"""Pages in Markdown to articles."""

from __future__ import annotations

import contextlib
import time

import pytest

from firsthand.articles import NoArticle, read_page
from firsthand.model import Article

from .pages import LEAD, SECOND, THIRD, page_of

SOURCE = f"""---
title: not shown
---
# Lune *bridge* closed #

By **Anna Brekke** ![a picture](x.png)

{LEAD.replace("a crack", "**a crack**").replace("after divers", "after" + chr(10) + "divers")}

> {SECOND.replace("Engineers", "[Engineers](https://x.example/a_(b))")}

- {THIRD.replace("Maria Holt", "_Maria Holt_")} Roads &amp; rivers, 5 * 3 \\* snake_case[^1].

| a | b |
|---|---|

```
code
```
[1]: https://x.example
"""


def article_of(source: str) -> Article:
    (article,) = read_page(page_of(source, "text/markdown"))
    return article


def test_marks_are_no_text_and_lines_of_a_paragraph_are_one() -> None:
    article = article_of(SOURCE)
    assert article.title == "Lune bridge closed"
    assert article.byline == "Anna Brekke"
    assert article.text == "\n".join((LEAD, SECOND, f"{THIRD} Roads & rivers, 5 * 3 * snake_case."))


def test_every_character_points_to_the_source() -> None:
    article = article_of(SOURCE)
    shown = {
        article.text[run.start : run.end]: SOURCE[run.page_start : run.page_end]
        for run in article.page_spans
        if article.text[run.start : run.end] != SOURCE[run.page_start : run.page_end]
    }
    assert shown == {" ": "\n", "&": "&amp;", "*": "\\*"}


def test_one_long_line_a_paragraph_needs_no_empty_lines() -> None:
    lines = [f"{LEAD} {SECOND}", f"{SECOND} {THIRD}", f"{THIRD} {LEAD}"]
    assert article_of("\n".join(lines)).text == "\n".join(lines)


@pytest.mark.parametrize(
    "source",
    ["<!--" * 60_000, "[" * 250_000, "](" * 100_000, "[a](" * 60_000, "*a" * 120_000, "-|" * 120_000 + "x",
     "> " * 120_000, "```\n" * 60_000, "---\n" + "a\n" * 120_000, "# " + " " * 250_000 + "x", "a\n" * 5_000,
     "[a]: b\n" * 40_000],
)  # fmt: skip
def test_marks_without_end_are_read_in_time(source: str) -> None:
    began = time.process_time()
    with contextlib.suppress(NoArticle):
        read_page(page_of(source, "text/markdown"))
    assert time.process_time() - began < 10
