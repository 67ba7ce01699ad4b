"""Tags, links, and names of files."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from firsthand.api.naming import attachment
from firsthand.desk.access import add_person
from firsthand.store.opening import Store

from .asking import PASSWORD, local

WITHIN = ["", "/claims", "/findings", "/articles", "/lineage", "/claims?limit=2"]


@pytest.mark.parametrize("part", WITHIN)
def test_what_one_has_is_not_sent_again(reader: TestClient, story: str, part: str) -> None:
    path = f"/api/v1/stories/{story}{part}"
    first = reader.get(path)
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = reader.get(path, headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for other in ('"other"', tag[:-1], "nonsense", ""):
        assert reader.get(path, headers={"If-None-Match": other}).status_code == 200


def test_tags_tell_addresses_apart(reader: TestClient, story: str) -> None:
    tags = [reader.get(f"/api/v1/stories/{story}{part}").headers["etag"] for part in WITHIN]
    assert len(set(tags)) == len(WITHIN)


@pytest.mark.parametrize("path", ["/api/v1/stories", "/api/v1/sources", "/api/v1/counts", "/api/v1/openapi.json"])
def test_lists_have_tags_too(reader: TestClient, path: str) -> None:
    tag = reader.get(path).headers["etag"]
    assert reader.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_a_list_says_where_it_goes_on(reader: TestClient) -> None:
    answer = reader.get("/api/v1/sources", params={"limit": 3})
    following = answer.links["next"]["url"]
    assert following.startswith("/api/v1/sources?limit=3&cursor=")
    assert answer.json()["next"] in following
    assert reader.get(following).json()["items"][0] not in answer.json()["items"]


def test_the_end_of_a_list_says_nothing(reader: TestClient) -> None:
    answer = reader.get("/api/v1/stories")
    assert answer.json()["next"] is None
    assert "link" not in answer.headers


def test_secrets_are_kept_by_nobody_on_the_way(empty: Store) -> None:
    answer = local(empty).post("/api/v1/tokens", json={"name": "bot", "role": "reader"})
    assert answer.headers["cache-control"] == "no-store"
    assert answer.json()["secret"].startswith("fh_")
    add_person(empty, "ada", "admin", PASSWORD, who="tests")


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("tarrow-bridge.json", "tarrow-bridge.json"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"; filename="b.exe', "a-filename-b.exe"),
        ("a\r\nSet-Cookie: x", "a-Set-Cookie-x"),
        ("Brücke über Wasser.zip", "Brucke-uber-Wasser.zip"),
        ("橋", "file"),
    ],
)
def test_names_of_files_stay_names(name: str, plain: str) -> None:
    header = attachment(name)
    assert header.startswith(f"attachment; filename=\"{plain}\"; filename*=UTF-8''")
    assert "\r" not in header and "\n" not in header and "/" not in header
