"""Corpora: each row an article, with the facts in it; a bad row is named and the rest come."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from receiving import FERRY, good, receive, texts, unfolded, words, written

from tuifact.errors import SourceError
from tuifact.model import Original

ROW = {
    "title": "Ferry fares",
    "text": FERRY,
    "author": "Maren Holt",
    "date": "2021-04-02T10:00:00Z",
    "url": "https://ferry.example/fares",
    "language": "en-GB",
}


def as_lines(*rows: object) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_table(*rows: dict[str, str], delimiter: str = ",") -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", as_lines(ROW)), ("a.csv", as_table(ROW))])
def test_a_row_brings_its_text_and_facts(tmp_path: Path, name: str, data: str) -> None:
    (item,) = receive(written(tmp_path, name, data))
    row = good(item)
    assert row.given.text == FERRY
    assert (row.given.title, row.given.byline, row.given.published) == ("Ferry fares", "Maren Holt", date(2021, 4, 2))
    assert (row.given.url, row.given.language) == ("https://ferry.example/fares", "en")
    assert row.source == f"{tmp_path}/{name}#1"
    assert row.encoding == "utf-8"


def test_the_original_is_the_row_itself(tmp_path: Path) -> None:
    lines = as_lines(ROW, {"text": "Über"}).encode()
    rows = [good(item) for item in receive(written(tmp_path, "a.jsonl", lines))]
    assert [row.data for row in rows] == lines.splitlines()
    assert rows[1].sha256 == sha256('{"text": "Über"}'.encode()).hexdigest()
    (row,) = receive(written(tmp_path, "a.csv", 'text,title\r\n"Two\nlines, ""quoted""",T\r\n'))
    assert good(row).data == b'"Two\nlines, ""quoted""",T'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", as_lines(ROW)),
        ("a.csv", as_table(ROW)),
        ("a.tsv", as_table(ROW, delimiter="\t")),
        ("b.csv", as_table(ROW, delimiter=";")),
        ("c.csv", as_table(ROW).encode("utf-16")),
        ("d.csv", as_table(ROW | {"text": "Fährgeld – 5 €"}).encode("cp1252")),
        ("a.json", json.dumps([ROW])),
    ],
)
def test_the_text_is_found_again_in_the_bytes_that_were_kept(tmp_path: Path, name: str, data: str | bytes) -> None:
    (item,) = receive(written(tmp_path, name, data))
    row = good(item)
    kept = Original(row.data, row.source, row.received, row.media_type, row.encoding)
    assert words(unfolded(kept)) == row.given.text


def test_bad_rows_are_named_and_the_rest_come(tmp_path: Path) -> None:
    lines = as_lines({"text": "one"}, 3, {"title": "x"}) + "{broken\n\n" + as_lines({"text": "two"}, {"text": 7}, None)
    path = written(tmp_path, "a.jsonl", lines)
    assert texts(path) == [
        "one",
        f"! {path}#2: is a number, not an object with a text",
        f"! {path}#3: has no text",
        f"! {path}#4: is no JSON: unexpected character",
        "two",
        f"! {path}#7: has no text",
        f"! {path}#8: is null, not an object with a text",
    ]


def test_bad_rows_of_a_table_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "title,text\na,one\nb,\nc,two,three\nd,four\n")
    assert texts(path) == [
        "one",
        f"! {path}#2: has no text",
        f"! {path}#3: has 3 fields, the header 2",
        "four",
    ]


def test_columns_can_be_told(tmp_path: Path) -> None:
    told = {"text": "Body", "title": "Head"}
    table = written(tmp_path, "a.csv", "Head,Body\nFares,One text\n")
    lines = written(tmp_path, "a.jsonl", as_lines({"Head": "Fares", "Body": "One text", "text": "no"}))
    for path in (table, lines):
        (item,) = receive(path, columns=told)
        row = good(item)
        assert (row.given.title, row.given.text) == ("Fares", "One text")
        kept = Original(row.data, row.source, "", row.media_type, row.encoding)
        assert words(unfolded(kept)) == "One text"


def test_a_table_without_the_column_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "name,age\nAnn,5\n")
    (refused,) = receive(path)
    assert str(refused) == f"{path}: has no column text (name the column that holds the text)"
    assert "is empty" in texts(written(tmp_path, "b.csv", ""))[0]


def test_tables_are_read_in_their_encoding(tmp_path: Path) -> None:
    table = "text\nplain\nFährgeld – 5 €\n"
    assert texts(written(tmp_path, "a.csv", table.encode("utf-8-sig"))) == ["plain", "Fährgeld – 5 €"]
    rows = receive(written(tmp_path, "b.csv", "text\nТариф вырос на пять\n".encode("koi8-r")), encoding="koi8-r")
    assert good(rows[0]).given.text == "Тариф вырос на пять"
    assert good(rows[0]).encoding == "koi8-r"


def test_a_row_beyond_the_limit_does_not_stop_the_others(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", as_lines({"text": "x" * 5000}, {"text": "small"}))
    large, small = texts(path, limit=1000)
    assert "more than the 1000 bytes" in large
    assert small == "small"
    assert "more than" in texts(written(tmp_path, "a.csv", "text\n" + "x" * 5000 + "\n"), limit=1000)[0]


def test_a_file_larger_than_the_limit_is_read_row_by_row(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", as_lines(*({"text": "x" * 90} for _ in range(50))))
    assert len(texts(path, limit=200)) == 50


def test_facts_are_data(tmp_path: Path) -> None:
    row = {"text": "a", "title": "A\x1b[31m\n# b", "url": "javascript:alert(1)", "date": "soon", "language": "Klingon"}
    (item,) = receive(written(tmp_path, "a.jsonl", as_lines(row)))
    facts = good(item).given
    assert facts.title == "A␛[31m # b"
    assert (facts.url, facts.published, facts.language) == ("", None, "")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | st.text("\"',;\n\r{}[]:\\textil0x\x00é", max_size=200).map(str.encode))
def test_hostile_corpora_are_only_ever_refused(tmp_path: Path, data: bytes) -> None:
    for name in ("a.jsonl", "a.csv", "a.json"):
        for item in receive(written(tmp_path, name, data)):
            assert isinstance(item, Original | SourceError)
    for item in receive(written(tmp_path, "b.csv", b"text,title\n" + data), limit=100):
        assert isinstance(item, Original | SourceError)
