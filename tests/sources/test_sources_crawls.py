"""WARC and Parquet, made here and read again."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from receiving import good, receive, texts, unfolded, words, written

from loopback import PAGE
from tuifact.errors import SourceError
from tuifact.model import Original


def record(kind: str, address: str, body: bytes, head: str = "Content-Type: text/html; charset=utf-8\r\n") -> bytes:
    """A record of a WARC file."""
    block = f"HTTP/1.1 200 OK\r\n{head}\r\n".encode() + body if kind == "response" else body
    fields = f"WARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-04-02T10:00:00Z\r\n"
    kinds = "application/http;msgtype=response" if kind == "response" else "text/plain"
    size = f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {kinds}\r\nContent-Length: {len(block)}\r\n\r\n"
    return f"WARC/1.0\r\n{fields}{size}".encode() + block + b"\r\n\r\n"


def crawl() -> bytes:
    """Two pages, a picture and a request."""
    chunked = b"5\r\n<html\r\n" + f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"
    return (
        record("request", "http://a.example/", b"GET / HTTP/1.1\r\n\r\n")
        + record("response", "http://a.example/1", PAGE)
        + record("response", "http://a.example/2", b"\x89PNG", "Content-Type: image/png\r\n")
        + record("response", "http://a.example/3", chunked, "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n")
    )


def test_pages_of_a_crawl_are_articles(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    path = written(tmp_path, "a.warc", crawl())
    first, second = (good(item) for item in receive(path))
    assert (first.data, first.source, first.given.url) == (PAGE, f"{path}#1", "http://a.example/1")
    assert first.given.byline == "Maren Holt"
    assert second.data == b"<html" + PAGE


def test_a_record_beyond_the_limit_does_not_stop_the_others(tmp_path: Path) -> None:
    pytest.importorskip("warcio")
    data = record("response", "http://a.example/1", PAGE * 50) + record("response", "http://a.example/2", PAGE)
    large, small = receive(written(tmp_path, "a.warc", data), limit=2000)
    assert "more than the 2.0 KiB" in str(large)
    assert good(small).data == PAGE


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1), byte=st.binary(min_size=1, max_size=8), cut=st.booleans())
def test_damaged_crawls_are_only_ever_refused(tmp_path: Path, at: float, byte: bytes, cut: bool) -> None:
    pytest.importorskip("warcio")
    whole = crawl()
    place = int(at * (len(whole) - 1))
    data = whole[:place] if cut else whole[:place] + byte + whole[place + len(byte) :]
    for item in receive(written(tmp_path, "a.warc", data)):
        assert isinstance(item, Original | SourceError)


def test_a_damaged_record_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("warcio")
    receive(written(tmp_path, "a.warc", crawl().replace(b"\r\n\r\nWARC", b"\r\n\x1b[31mWARC")))
    assert capsys.readouterr() == ("", "")


def columns_of(rows: dict[str, list[Any]]) -> bytes:
    """A Parquet file."""
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(rows), out)
    return out.getvalue()


def test_rows_of_a_columnar_file_are_articles(tmp_path: Path) -> None:
    data = columns_of({"text": ["One.", None, "Three."], "author": ["Ann", "Bo", None], "extra": [1, 2, 3]})
    path = written(tmp_path, "a.parquet", data)
    assert texts(path) == ["One.", f"! {path}#2: has no text", "Three."]
    row = good(receive(path)[0])
    assert (row.data, row.given.byline) == (b'{"text":"One.","author":"Ann"}', "Ann")
    assert words(unfolded(Original(row.data, "", "", row.media_type))) == "One."
    (renamed,) = receive(written(tmp_path, "b.parquet", columns_of({"body": ["One."]})), columns={"text": "body"})
    assert good(renamed).given.text == "One."


def test_damaged_columnar_files_are_refused(tmp_path: Path) -> None:
    data = columns_of({"text": ["One."]})
    for broken in (b"PAR1", b"", data[:-9], data[: len(data) // 2] + b"\xff" * 20 + data[len(data) // 2 :]):
        assert all(text.startswith("! ") for text in texts(written(tmp_path, "a.parquet", broken)))


@pytest.mark.parametrize(("name", "library"), [("a.warc", "warcio.archiveiterator"), ("a.parquet", "pyarrow")])
def test_the_extra_is_named_when_it_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    (text,) = texts(written(tmp_path, name, b"x"))
    assert "the extra 'corpus'" in text
