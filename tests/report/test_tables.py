"""Tables read back: from CSV as a spreadsheet and as a program would, from Parquet with its types."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from itertools import chain

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from firsthand.model import Report
from firsthand.report import as_tables
from firsthand.report.tables import TABLES
from firsthand.report.tables.cells import as_it_was, harmless
from firsthand.report.tables.columns import Kind, Table, Value

from .crowd import crowd_report
from .ferry import ferry_report
from .hostile import hostile_report
from .test_judgements import judged
from .wild import QUICK, WILD

REPORTS = [ferry_report(), crowd_report(), hostile_report(), judged()]
FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")


@cache
def files(at: int) -> dict[str, bytes]:
    return dict(as_tables(REPORTS[at]))


def rows_in(data: bytes, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def value(cell: str, kind: Kind) -> Value:
    """What a cell holds, for who has read the dictionary."""
    if cell == "":
        return None
    if kind is Kind.TEXT:
        return as_it_was(cell)
    if kind is Kind.TRUTH:
        return {"true": True, "false": False}[cell]
    return int(cell) if kind is Kind.INTEGER else float(cell)


def cells(data: bytes) -> list[str]:
    return list(chain.from_iterable(rows_in(data)))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("at", range(len(REPORTS)))
def test_csv_gives_back_every_value(table: Table, at: int) -> None:
    names, *rows = rows_in(files(at)[f"{table.name}.csv"])
    assert names == [column.name for column in table.columns]
    kinds = [column.kind for column in table.columns]
    found = [[value(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]
    assert found == [list(row) for row in table.rows(REPORTS[at])]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("at", range(len(REPORTS)))
def test_parquet_gives_back_every_value_with_its_type(table: Table, at: int) -> None:
    found = pq.read_table(io.BytesIO(files(at)[f"parquet/{table.name}.parquet"]))
    types = {Kind.TEXT: pa.string(), Kind.INTEGER: pa.int64(), Kind.NUMBER: pa.float64(), Kind.TRUTH: pa.bool_()}
    assert found.schema.names == [column.name for column in table.columns]
    assert found.schema.types == [types[column.kind] for column in table.columns]
    expected = [
        [re.sub("[\ud800-\udfff]", "\ufffd", one) if isinstance(one, str) else one for one in row]
        for row in table.rows(REPORTS[at])
    ]
    assert [list(row.values()) for row in found.to_pylist()] == expected


def test_parquet_says_what_its_columns_are() -> None:
    schema = pq.read_schema(io.BytesIO(files(0)["parquet/statements.parquet"]))
    assert schema.field("stance").metadata[b"description"].startswith(b"`asserts`")


def test_every_column_is_in_the_dictionary_with_a_sentence() -> None:
    names, *rows = rows_in(files(0)["dictionary.csv"])
    assert names == ["table", "column", "type", "says"]
    assert [row[:2] for row in rows] == [[table.name, column.name] for table in TABLES for column in table.columns]
    assert all(as_it_was(row[3]).endswith(".") for row in rows)
    told = files(0)["dictionary.md"].decode()
    assert all(f"## {table.name}\n" in told for table in TABLES)
    assert len({table.name for table in TABLES}) == len(TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_table_has_rows_in_some_report(table: Table) -> None:
    assert any(list(table.rows(report)) for report in REPORTS)


def test_what_a_table_points_to_is_in_the_other() -> None:
    """`articles.article` and its like, as the dictionary says it."""
    data = files(3)
    read = {table.name: rows_in(data[f"{table.name}.csv"]) for table in TABLES}

    def column(table: str, name: str) -> set[str]:
        at = read[table][0].index(name)
        return {row[at] for row in read[table][1:]} - {""}

    seen = 0
    for table in TABLES:
        for one in table.columns:
            if found := re.search(r"`(\w+)\.(\w+)`", one.says if one.kind is Kind.TEXT else ""):
                seen += 1
                assert column(table.name, one.name) <= column(found[1], found[2]), (table.name, one.name)
    assert seen > 25


def test_offsets_lead_to_the_quoted_words() -> None:
    data = files(0)
    names, *articles = rows_in(data["articles.csv"])
    texts = {row[0]: as_it_was(row[names.index("text")]) for row in articles}
    for table in ("statements", "sides"):
        names, *rows = rows_in(data[f"{table}.csv"])
        for row in rows:
            one = dict(zip(names, row, strict=True))
            assert texts[one["article"]][int(one["start"]) : int(one["end"])] == as_it_was(one["quote"])


def test_the_same_report_gives_the_same_bytes() -> None:
    assert dict(as_tables(ferry_report())) == files(0)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('=HYPERLINK("http://evil.example")', '\'=HYPERLINK("http://evil.example")'),
        ("-5 degrees at night", "'-5 degrees at night"),
        ("@handle wrote", "'@handle wrote"),
        ("  =1+1", "'  =1+1"),
        ("\t=1+1", "\\t=1+1"),
        ("\r=1+1", "\\r=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("'quoted'", "''quoted'"),
        ("", "'"),
        ("one\ntwo", "one\\ntwo"),
        ("C:\\news", "C:\\\\news"),
        ('x";=1+1', 'x";\\u003d1+1'),
        ("1;-)", "1;\\u002d)"),
        ("a\x1b[2J\u202eb", "a\\u001b[2J\\u202eb"),
        ("six - or seven", "six - or seven"),
        ("naïve “quotes” 🚢", "naïve “quotes” 🚢"),
    ],
)
def test_a_text_becomes_a_harmless_cell(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert as_it_was(cell) == text


@settings(max_examples=500)
@given(WILD)
@example("\\u003d")
@example("'")
def test_any_text_comes_back_and_runs_nothing(text: str) -> None:
    cell = harmless(text)
    assert as_it_was(cell) == text
    assert not FORMULA.match(cell)
    assert cell
    cell.encode("utf-8")
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]", cell)


@settings(max_examples=300)
@given(st.lists(WILD, min_size=1, max_size=4), st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(['"', "\0"]))
def test_whoever_cuts_the_line_otherwise_sees_no_formula_either(
    texts: list[str], delimiter: str, quotation: str
) -> None:
    """Opened with another separator, or by a program that knows no quotation marks, cells begin inside ours."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_NONNUMERIC).writerow([harmless(text) for text in texts])
    for line in out.getvalue().splitlines():
        for piece in line.replace(quotation, "").split(delimiter):
            assert not FORMULA.match(piece.lstrip('"'))


@QUICK
@given(WILD)
def test_a_report_of_any_text_is_a_row_a_line_and_safe_in_every_cell(attack: str) -> None:
    report: Report = hostile_report(attack)
    for name, data in as_tables(report, parquet=False):
        if name.endswith(".csv"):
            assert len(rows_in(data)) == data.count(b"\n")
            assert not [cell for cell in cells(data) if FORMULA.match(cell)]
