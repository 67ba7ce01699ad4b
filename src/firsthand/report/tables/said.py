"""Tables of what is said: claims, statements, findings, timeline, what accounts leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firsthand.model import Finding, Report, StoryReport

from .columns import ARTICLE, END, OUTLET, START, STORY, Table, Value, integer, number, outlet_of, text, truth

_CLAIM = text("claim", "The claim: `claims.claim`.")
_FINDING = text("finding", "The finding: `findings.finding`.")


def _claims(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for one in told.claims:
            range_, articles = one.independence, {said.span.article for said in one.statements}
            least, most = (range_.min, range_.max) if range_ else (None, None)
            standing = str(one.standing) if one.standing else None
            counts = len(one.statements), len(articles)
            yield told.story.id, one.id, one.text, standing, least, most, *counts, one.why


def _statements(report: Report) -> Iterator[Sequence[Value]]:
    articles = {article.id: article for article in report.articles}
    for told in report.stories:
        for claim in told.claims:
            resting = claim.origins + (None,) * (len(claim.statements) - len(claim.origins))
            for one, origin in zip(claim.statements, resting, strict=False):
                source = one.source
                yield (
                    told.story.id,
                    claim.id,
                    one.id,
                    one.span.article,
                    outlet_of(articles.get(one.span.article)),
                    one.span.start,
                    one.span.end,
                    one.quote,
                    str(one.stance),
                    source.name if source else None,
                    str(source.kind) if source else None,
                    (source.entity or None) if source else None,
                    " > ".join(one.via) or None,
                    origin,
                    one.sentence.start,
                    one.sentence.end,
                )


def _findings(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for state, one in _found(told):
            judged = one.judgement
            verdict = str(judged.verdict) if judged and judged.verdict else None
            what = str(one.kind), str(one.severity), state, one.weight, one.why
            yield (
                told.story.id,
                one.id,
                *what,
                verdict,
                judged.by if judged else None,
                judged.when if judged else None,
                judged.note if judged else None,
            )


def _finding_claims(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for _, one in _found(told):
            for claim in one.claims:
                yield told.story.id, one.id, claim


def _sides(report: Report) -> Iterator[Sequence[Value]]:
    articles = {article.id: article for article in report.articles}
    for told in report.stories:
        for _, one in _found(told):
            for place, side in enumerate(one.sides, start=1):
                span = side.span
                where = span.article, outlet_of(articles.get(span.article)), span.start, span.end
                words = side.quote, side.value
                focus = (side.focus.start, side.focus.end) if side.focus else (None, None)
                yield told.story.id, one.id, place, *where, *words, *focus


def _timeline(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for place, entry in enumerate(told.timeline, start=1):
            for one in (entry, *entry.differing):
                when = one.value, one.precision, entry.text
                if not one.spans:
                    yield told.story.id, place, *when, None, None, None
                for span in one.spans:
                    yield told.story.id, place, *when, span.article, span.start, span.end


def _omissions(report: Report) -> Iterator[Sequence[Value]]:
    for told in report.stories:
        for one in told.omissions:
            for carried, articles in ((True, one.carried_by), (False, one.left_out_by)):
                for article in articles:
                    yield told.story.id, one.claim, article, carried, one.why


def _found(told: StoryReport) -> Iterator[tuple[str, Finding]]:
    for state, findings in (("found", told.findings), ("update", told.updates), ("dismissed", told.dismissed)):
        for one in findings:
            yield state, one


SAID = (
    Table(
        name="claims",
        row="a claim: the statements that speak to one point",
        columns=(
            STORY,
            text("claim", "The claim's id."),
            text("text", "What is claimed."),
            text("standing", "`corroborated`, `single-origin`, `single-article`, `discrepant` or `disputed`."),
            integer("independent_min", "Origins proven independent that it rests on."),
            integer("independent_max", "Origins possibly independent."),
            integer("statements", "How many statements speak to it."),
            integer("articles", "In how many articles."),
            text("why", "Why it stands as it does."),
        ),
        rows=_claims,
    ),
    Table(
        name="statements",
        row="one assertion in one article",
        columns=(
            STORY,
            _CLAIM,
            text("statement", "The statement's id."),
            ARTICLE,
            OUTLET,
            START,
            END,
            text("quote", "Its words, as they stand there."),
            text("stance", "`asserts` (the article's own voice), `reports`, `denies` or `doubts`."),
            text("source_name", "Who is cited; empty where the article speaks for itself."),
            text("source_kind", "`person`, `office`, `organisation`, `document`, `post`, `unnamed` or `crowd`."),
            text("source", "Equal for one source in all accounts of a story."),
            text("via", "Through whom, nearest the outlet first, divided by ` > `."),
            text("origin", "What it rests on: `origins.origin`."),
            integer("sentence_start", "Where its sentence begins."),
            integer("sentence_end", "Where its sentence ends, exclusive."),
        ),
        rows=_statements,
    ),
    Table(
        name="findings",
        row="a difference or dispute",
        columns=(
            STORY,
            text("finding", "The finding's id."),
            text("kind", "`number`, `date`, `time`, `place`, `name`, `status`, `attribution`, `quote` or `dispute`."),
            text("severity", "`major` or `minor`."),
            text("state", "`found`, `update` (a figure that rises as time goes on), `dismissed` (judged wrong)."),
            number("weight", "How serious it is, 0 to 1."),
            text("why", "The reason in one sentence."),
            text("verdict", "What a person says of it: `right` or `wrong`."),
            text("judged_by", "Who."),
            text("judged_when", "When (ISO 8601)."),
            text("judged_note", "Why."),
        ),
        rows=_findings,
    ),
    Table(
        name="finding_claims",
        row="a claim that a finding is about",
        columns=(STORY, _FINDING, _CLAIM),
        rows=_finding_claims,
    ),
    Table(
        name="sides",
        row="one account's words in a finding",
        columns=(
            STORY,
            _FINDING,
            integer("side", "Number of the side, from 1."),
            ARTICLE,
            OUTLET,
            START,
            END,
            text("quote", "The account's words."),
            text("value", "What they come to, in plain words."),
            integer("focus_start", "Where the differing words begin, where they are known."),
            integer("focus_end", "Where they end, exclusive."),
        ),
        rows=_sides,
    ),
    Table(
        name="timeline",
        row="words that date an event (an event that several accounts date has several rows)",
        columns=(
            STORY,
            integer("entry", "Number of the event in the story's timeline, from 1."),
            text("when", "ISO 8601; accounts that date the event differently have rows with their own time."),
            text("precision", "How fine the time is known."),
            text("text", "What happened."),
            ARTICLE,
            START,
            END,
        ),
        rows=_timeline,
    ),
    Table(
        name="omissions",
        row="a claim that matters, and one article that has it or leaves it out",
        columns=(
            STORY,
            _CLAIM,
            ARTICLE,
            truth("carried", "Whether the article has it."),
            text("why", "Why it is listed."),
        ),
        rows=_omissions,
    ),
)
