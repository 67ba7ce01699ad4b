"""`firsthand check`."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from firsthand.desk.asked import article_at, article_in, as_asked
from firsthand.desk.checking import check as checked
from firsthand.desk.errors import Refused
from firsthand.desk.values import Check, Match, Saying
from firsthand.model import Article
from firsthand.pages.bounds import LARGEST
from firsthand.report.neutral import escaped_json, one_line
from firsthand.store.opening import Store

from .desk import policy_of
from .output import print_out
from .web import is_url

SHOWN = 6
"""Of those who say a claim."""


def check(store: Store, arguments: argparse.Namespace) -> int:
    """Check what is asked, and print what the store says of it."""
    found = checked(store, _asked(arguments), limit=arguments.limit)
    if arguments.format == "json":
        print_out(escaped_json(json.dumps(asdict(found), ensure_ascii=False, indent=2, default=str)) + "\n")
    else:
        print_out("\n".join(_lines(found)) + "\n")
    return 0


def _asked(arguments: argparse.Namespace) -> str | Article:
    asked: str = arguments.asked
    if is_url(asked):
        return article_at(asked, policy_of(arguments))
    if asked == "-":
        return as_asked(sys.stdin.read(LARGEST))
    if _is_file(asked):
        path = Path(asked)
        if path.stat().st_size > LARGEST:
            raise Refused(f"{asked} is larger than a page may be")
        return article_in(path.read_bytes(), path.name)
    return as_asked(asked)


def _is_file(text: str) -> bool:
    try:
        return len(text) < 1000 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _lines(found: Check) -> list[str]:
    lines = [one_line(found.why)]
    if found.story is not None:
        row = found.story
        lines.append(f"Story: {one_line(row.title)} ({row.id}), {row.articles} articles")
    for match in found.matches:
        lines += ["", *_claim(match)]
    for shared in found.overlaps:
        who = one_line(shared.article.publisher or shared.article.title or shared.article.path)
        lines += ["", f"Shares {shared.share:.0%} of its words with {who}: {shared.relation}, {shared.direction}"]
    return lines


def _claim(match: Match) -> list[str]:
    origins = f"{match.origins_min} to {match.origins_max} independent origins"
    if match.origins_min == match.origins_max:
        origins = f"{match.origins_min} independent origin{'s' * (match.origins_min != 1)}"
    lines = [f"{match.same.upper()}  {one_line(match.text)}", f"   {one_line(match.reason)}"]
    lines.append(f"   {match.standing or 'not compared yet'}, {origins}. {one_line(match.why)}")
    lines += [f"   - {_said(one)}" for one in match.said_by[:SHOWN]]
    if len(match.said_by) > SHOWN:
        lines.append(f"   - and {len(match.said_by) - SHOWN} more")
    lines += [f"   ! {one_line(finding.why)}" for finding in match.differing[:SHOWN]]
    return lines


def _said(one: Saying) -> str:
    who = one_line(one.publisher or "an account")
    source = f", {one.stance} ({one_line(one.name)})" if one.name else f", {one.stance}"
    return f"{who}{source}: “{one_line(one.quote)}”"
