import json

from firsthand.report import as_json

from .ferry import ferry_report
from .hostile import hostile_report

REPORT = json.loads(as_json(ferry_report()))
STORY = REPORT["stories"][0]


def test_the_report_has_the_fields_of_the_schema_in_their_order() -> None:
    assert list(REPORT) == ["schema", "pages", "articles", "stories", "failures"]
    assert REPORT["schema"] == "firsthand.report/1"


def test_a_page_has_the_fields_of_the_schema() -> None:
    assert list(REPORT["pages"][0])[:5] == ["id", "path", "url", "sha256", "media_type"]


def test_an_article_has_the_fields_of_the_schema() -> None:
    article = REPORT["articles"][0]
    fields = "id page path title text publisher byline language dateline published credits page_spans"
    assert list(article)[:12] == fields.split()
    assert {key: article["dateline"][key] for key in ("place", "date", "agency")} == {
        "place": "PORT MERROW",
        "date": "May 14",
        "agency": "Northwire",
    }
    published = {key: article["published"][key] for key in ("value", "precision", "basis")}
    assert published == {"value": "2024-05-14", "precision": "day", "basis": "visible"}
    assert list(article)[13:] == ["standfirst", "section", "url", "modified", "dates"]
    assert article["credits"][0] == {"name": "Northwire", "kind": "agency", "start": 21, "end": 30}
    assert article["credits"][1]["start"] is None
    assert list(article["page_spans"][0]) == ["start", "end", "page_start", "page_end"]


def test_what_an_article_does_not_say_is_null() -> None:
    bulletin = REPORT["articles"][4]
    assert bulletin["title"] is None
    assert bulletin["publisher"] is None
    assert bulletin["dateline"] is None
    assert REPORT["articles"][3]["published"] is None


def test_a_story_has_the_fields_of_the_schema() -> None:
    fields = "id title articles event overlaps origins independent_origins claims findings timeline"
    assert list(STORY)[:10] == fields.split()
    assert STORY["event"] == {"date": "2024-05-14", "place": "Port Merrow"}
    assert (STORY["independent_origins"]["min"], STORY["independent_origins"]["max"]) == (2, 4)


def test_an_overlap_has_the_fields_of_the_schema() -> None:
    overlap = STORY["overlaps"][0]
    assert list(overlap)[:8] == ["a", "b", "relation", "share_a", "share_b", "direction", "passages", "why"]
    assert (overlap["relation"], overlap["direction"]) == ("derived", "a->b")
    assert list(overlap["passages"][0])[:5] == ["a_start", "a_end", "b_start", "b_end", "verbatim"]


def test_an_origin_has_the_fields_of_the_schema() -> None:
    origin = STORY["origins"][0]
    assert list(origin)[:6] == ["id", "kind", "name", "articles", "text", "evidence"]
    assert origin["kind"] == "press-release"
    assert list(origin["evidence"][0])[:3] == ["article", "start", "end"]
    assert STORY["origins"][1]["text"] is None


def test_a_claim_has_the_fields_of_the_schema() -> None:
    claim = STORY["claims"][0]
    assert list(claim)[:6] == ["id", "text", "standing", "independent_origins", "why", "statements"]
    assert claim["standing"] == "discrepant"
    assert (claim["independent_origins"]["min"], claim["independent_origins"]["max"]) == (1, 2)


def test_a_statement_has_the_fields_of_the_schema() -> None:
    statement = STORY["claims"][0]["statements"][0]
    assert list(statement)[:8] == ["article", "start", "end", "quote", "stance", "source", "cue", "origin"]
    assert list(statement["source"])[:4] == ["name", "kind", "start", "end"]
    assert list(statement["cue"]) == ["start", "end"]
    assert statement["origin"] == "origin-agency"
    assert STORY["claims"][0]["statements"][2]["source"] is None


def test_a_finding_has_the_fields_of_the_schema() -> None:
    finding = STORY["findings"][1]
    assert list(finding)[:6] == ["id", "kind", "severity", "why", "claims", "sides"]
    assert (finding["kind"], finding["severity"]) == ("number", "major")
    assert list(finding["sides"][0])[:5] == ["article", "start", "end", "quote", "value"]


def test_the_timeline_has_the_fields_of_the_schema() -> None:
    entry = STORY["timeline"][1]
    assert list(entry)[:3] == ["when", "text", "statements"]
    assert entry["when"] == {"value": "2024-05-14T18:40", "precision": "minute"}
    assert list(entry["statements"][0])[:3] == ["article", "start", "end"]


def test_a_failure_has_the_fields_of_the_schema() -> None:
    assert REPORT["failures"][0] == {
        "stage": "pages",
        "subject": "merrow/scan.pdf",
        "reason": "neither text nor HTML",
    }


def test_every_offset_leads_to_the_quoted_words() -> None:
    texts = {article["id"]: article["text"] for article in REPORT["articles"]}
    said = [statement for claim in STORY["claims"] for statement in claim["statements"]]
    said += [side for finding in STORY["findings"] for side in finding["sides"]]
    assert all(texts[one["article"]][one["start"] : one["end"]] == one["quote"] for one in said)


def test_the_same_report_gives_the_same_bytes_and_ends_with_a_newline() -> None:
    assert as_json(ferry_report()) == as_json(ferry_report())
    assert as_json(ferry_report()).endswith("}\n")


def test_hostile_text_comes_through_unchanged_yet_cannot_steer_a_terminal() -> None:
    encoded = as_json(hostile_report())
    assert not set("\x1b\x07\x9b\u202e\u2066\ud800") & set(encoded)
    assert json.loads(encoded)["articles"][0]["text"] == hostile_report().articles[0].text
    encoded.encode("utf-8")
