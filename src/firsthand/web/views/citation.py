"""One finding as a citation: what differs, each side's exact words, who has them, and where they can be read."""

from __future__ import annotations

from firsthand.model import Finding, Report, StoryReport
from firsthand.report import wording
from firsthand.report.index import StoryIndex, index_of
from firsthand.report.neutral import one_line

_MOST_WORDS = 600


def citation(report: Report, story: StoryReport, finding: Finding) -> str:
    """Plain text, to be pasted into a message or an article's notes."""
    index = index_of(report, story)
    lines = [f"{wording.KINDS[finding.kind]} ({finding.severity}): {one_line(finding.why)}"]
    lines += [_side(index, side.span.article, index.words(side.span) or side.quote) for side in finding.sides]
    if finding.judgement:
        lines.append(wording.judgement(finding.judgement))
    lines.append(f"Story: {one_line(story.story.title)}. Firsthand, finding {wording.finding_name(finding)}.")
    return "\n".join(lines) + "\n"


def _side(index: StoryIndex, article: str, words: str) -> str:
    known = index.articles.get(article)
    said = one_line(words)
    quote = wording.in_quotation_marks(said if len(said) <= _MOST_WORDS else said[:_MOST_WORDS] + " …")
    if known is None:
        return f"- {quote} ({index.label(article)})"
    parts = [index.label(article)]
    if known.title:
        parts.append(f"“{one_line(known.title)}”")
    if known.published:
        parts.append(wording.moment(known.published.value))
    parts.append(index.urls.get(article) or one_line(known.path))
    return f"- {quote} {', '.join(parts)}"
