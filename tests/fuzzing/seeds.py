"""Inputs of every format, small and well formed, from which hostile ones are made."""

from __future__ import annotations

import gzip
import json

from tests.pages.making import BODY, HTML, MARKUP, PARAGRAPHS, URL, answer, feed, item, lines_of, record

MARKDOWN = f"""---
title: "Lune bridge closed"
date: 2026-03-10
---
# Lune *bridge* closed

{PARAGRAPHS[0]}

> {PARAGRAPHS[1]}

- [{PARAGRAPHS[2]}](https://x.example/a_(b)) ![x](y.png)

| a | b |
|---|---|
| 1 | 2 |

```
code
```
[1]: https://x.example
{PARAGRAPHS[3]} `x` **y** _z_ &amp; <br> \\* [a][1][^2]
"""
PLAIN = f"""Lune bridge closed
By Anna Brekke | Ellery Post
39 minutes ago
PORT ELLERY, March 10 (VPA) - {BODY}
(VPA)
Share
"""
FULL = f"<content:encoded><![CDATA[{MARKUP}]]></content:encoded>"
FEED = feed(item("Lune bridge", URL, FULL), item("x", f"{URL}/2", ""))
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><link rel="self" href="{URL}"/><entry>
<title>x</title><link href="{URL}/3"/><content type="xhtml"><div>{MARKUP}</div></content>
<updated>2026-03-10T09:00:00Z</updated></entry></feed>"""
SITEMAP = f"<?xml version='1.0'?><urlset><url><loc>{URL}</loc><lastmod>2026-03-10</lastmod></url></urlset>"
RECORDS = lines_of(
    {"url": URL, "maintext": BODY, "date_publish": "2026-03-10 08:30:00"}, {"url": URL, "html": HTML}, {"url": URL}
)
DOCUMENT = json.dumps({"articles": [{"url": URL, "title": "x", "content": BODY, "source": {"name": "Post"}}]}, indent=1)
HEAD = """<script type="application/ld+json">
{"@type":"NewsArticle","headline":"x","datePublished":"2026-03-10T08:30:00Z","author":[{"name":"A"}]}</script>
<meta property="article:published_time" content="2026-03-10"><style>p{}</style></head>
<nav><a href='/'>Home</a></nav><article><h1>Lune bridge</h1><time datetime='2026-03-10'>10 March</time>"""
MARKED = HTML.replace("<p>", '<p class="x" data-y=\'{"a":"b>c"}\'>').replace("</head>", HEAD)
PACKED = answer(gzip.compress(HTML.encode()), head="Content-Encoding: gzip\r\nContent-Type: text/html\r\n")
WARC = record(answer(HTML.encode())) + record(PACKED, f"{URL}/2") + record(HTML.encode(), f"{URL}/3", "resource")

SEEDS: dict[str, bytes] = {
    "page.txt": PLAIN.encode(),
    "page.md": MARKDOWN.encode(),
    "page.html": MARKED.encode(),
    "feed.xml": FEED.encode(),
    "atom.xml": ATOM.encode(),
    "sitemap.xml": SITEMAP.encode(),
    "page.json": DOCUMENT.encode(),
    "crlf.txt": PLAIN.replace("\n", "\r\n").encode(),
    "garbled.txt": PLAIN.replace("“", "â€œ").encode(),
    "wide.html": MARKED.encode("utf-16-le"),
    "legacy.txt": PLAIN.encode("cp1252"),
    "records.jsonl": RECORDS,
    "records.jsonl.gz": gzip.compress(RECORDS, mtime=0),
    "pages.warc": WARC,
    "pages.warc.gz": gzip.compress(WARC[:900], mtime=0) + gzip.compress(WARC[900:], mtime=0),
}
_SPOKEN = (
    *("<p>", "</p>", "<div>", "<article>", "</article>", "<script>", "</script>", "<!--", "-->", "<a href='", "<b"),
    *("&amp;", "&#x202e;", "&#0;", "&#55296;", "&", "\x00", "\ufeff", "\u2028", "\u202e", "\U0001f6a2", "â€™", "Ã©"),
    *("WARC/1.1\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "\r\n\r\n", "HTTP/1.1 200 OK\r\n"),
    *("Content-Encoding: br\r\n", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n", "<![CDATA[", "]]>", "<!DOCTYPE ["),
    *("<item>", "</item>", "<entry>", "<url>", '{"url": "', '"text": ', '"\\ud800"', "[[[[", "]}", "1e999", "null"),
    *("# ", "> ", "- ", "|", "```\n", "[", "](", "![", "**", "_", "`", "\\", "---\n", "By ", "(AP)", " ago", "Share\n"),
    *("March 10, 2026", "99:99", "charset=utf-16", "charset=unicode_escape", 'encoding="idna"', "\t", " " * 99, "\n"),
    *('<script type="application/ld+json">', '<meta property="og:title" content="', "<time datetime='", "<h1>", "</"),
)
_RAW = (b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b\x08\x00", b"\x80", b"\xc3", b"%PDF-", b"\x89PNG", b"\xf0\x9f")
WORDS = (*(word.encode() for word in _SPOKEN), *_RAW)
"""Words of the formats, to be strewn in."""
