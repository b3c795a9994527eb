"""What a server, an archive or a name may try, class by class; what is not here is beside the source it concerns."""

from __future__ import annotations

import io
import socket
import zipfile
from pathlib import Path
from typing import NoReturn

import pytest
from receiving import good, texts, written

from loopback import HTML, PAGE, Reply, packed, sent_on, serve, serve_raw
from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import Refused, open_sources

pytest.importorskip("httpx")


def fetch(address: str, *, seconds: float = 5, allow_private: bool = True) -> Original | SourceError:
    """The one text at an address, or why there is none."""
    (item,) = open_sources([address], limit=1 << 20, seconds=seconds, allow_private=allow_private)
    return item


def refusal(address: str, *, seconds: float = 5, allow_private: bool = True) -> str:
    """Why there is nothing at an address."""
    found = fetch(address, seconds=seconds, allow_private=allow_private)
    assert isinstance(found, Refused), found
    return str(found)


@pytest.mark.parametrize(
    ("answer", "again"),
    [
        (b"", b""),
        (b"HTTP/1.1 200 OK\r\nX-One: ", b"1"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", b""),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
    ids=["silent", "headers that drip", "a body that stops", "chunks that drip"],
)
def test_a_server_that_holds_on_is_left_in_time(answer: bytes, again: bytes) -> None:
    with serve_raw(answer, again=again) as address:
        assert "took longer than the 0.3 seconds" in refusal(address, seconds=0.3)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X-Long: " + b"x" * 300_000 + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx",
        b"HTTP/1.1 302 Found\r\nLocation: \x1b[2J://\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
    ],
)
def test_what_is_no_answer_is_refused_in_our_words(answer: bytes) -> None:
    with serve_raw(answer) as address:
        found = refusal(address, seconds=1)
        assert found.startswith(address)
        assert "\x1b" not in found


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    import httpcore

    looked_up: list[str] = []
    connected: list[str] = []

    def look_up(host: str, *_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        looked_up.append(host)
        # The second answer is that of a name server which changed its mind.
        address = "93.184.215.14" if len(looked_up) == 1 else "127.0.0.1"
        return [(2, 1, 6, "", (address, 80))]

    def connect(self: object, host: str, *_: object, **__: object) -> NoReturn:
        connected.append(host)
        raise httpcore.ConnectError("nobody there")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    assert "nobody answers" in refusal("http://news.example/", allow_private=False)
    assert (looked_up, connected) == (["news.example"], ["93.184.215.14"])


def test_a_password_in_a_redirect_is_masked() -> None:
    with serve({}) as site:
        secret = site.address.replace("://", "://me:secret@")
        site.replies.update({"/a": sent_on(f"{secret}/b"), "/b": Reply(PAGE, HTML), "/c": sent_on(f"{secret}/gone")})
        page = good(fetch(f"{site.address}/a"))
        assert page.given.url == f"{site.address.replace('://', '://***@')}/b"
        assert "secret" not in refusal(f"{site.address}/c")


@pytest.mark.parametrize("name", ['"\xff"', "x" * 5000, '"\u202e"'.encode().decode("latin-1"), "\t"])
def test_a_version_that_no_request_may_name_is_not_kept(name: str) -> None:
    with serve({"/a": Reply(PAGE, HTML | {"ETag": name, "Last-Modified": name})}) as site:
        given = good(fetch(f"{site.address}/a")).given
    assert (given.etag, given.modified) == ("", "")


def test_what_a_server_calls_its_answer_is_shown_as_text() -> None:
    kind = {"Content-Type": "image/\x9b31mpng; charset=\x9b"}
    with serve({"/a": Reply(b"\x89PNG", kind)}) as site:
        found = refusal(f"{site.address}/a")
    assert "nothing to read" in found
    assert "\x9b" not in found


def test_gzip_in_gzip_is_unpacked_once() -> None:
    with serve({"/a": packed(packed(b"\0" * 40_000_000).data)}) as site:
        found = fetch(f"{site.address}/a")
    assert isinstance(found, SourceError) or len(found.data) < 1 << 20


def archive_of(count: int, comment: bytes = b"") -> bytes:
    """A document with so many empty members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number}"), b"")
        archive.comment = comment
    return out.getvalue()


def test_an_archive_of_very_many_files_is_refused(tmp_path: Path) -> None:
    (told,) = texts(written(tmp_path, "a.docx", archive_of(20_001)), limit=1 << 24)
    assert "holds 20,001 files" in told


@pytest.mark.parametrize("comment", [b"", b"a comment"])
def test_a_list_of_files_that_is_too_long_is_not_read(
    tmp_path: Path, comment: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuifact.sources.zips.MOST_MEMBERS", 3)
    data = archive_of(60, comment)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("it was read"))
    (told,) = texts(written(tmp_path, "a.docx", data), limit=1 << 24)
    assert "lists more than the 3 files" in told


def test_a_part_that_unpacks_to_very_much_is_refused(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "bomb.parquet"
    table = pyarrow.table({"text": ["a" * 6_000_000], "other": ["b" * 6_000_000]})
    parquet.write_table(table, path, compression="zstd", use_dictionary=False, write_statistics=False)
    (told,) = texts(path)
    assert "which no text does" in told
    parquet.write_table(table.select(["other"]).append_column("text", [["It rained."]]), path, compression="zstd")
    assert texts(path) == ["It rained."]


def test_one_text_in_very_many_rows_is_read_row_by_row(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "rows.parquet"
    parquet.write_table(pyarrow.table({"text": ["It rained. " * 40_000] * 400}), path)
    received = open_sources([str(path)], limit=1 << 20)
    assert sum(isinstance(item, Original) for item in received) == 400


def test_a_pdf_beyond_its_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    from test_sources_pdf import LONG, made

    path = written(tmp_path, "a.pdf", made(*[[LONG]] * 4))
    monkeypatch.setattr("tuifact.sources.pdf.MOST_PAGES", 3)
    assert "has 4 pages, more than the 3" in texts(path)[0]
    monkeypatch.setattr("tuifact.sources.pdf.MOST_PAGES", 9)
    assert "more than the 100 bytes" in texts(path, limit=100)[0]


def test_a_pdf_page_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten levels of forms, each drawn ten times by the one above: a few hundred bytes, ten thousand million letters."""
    pytest.importorskip("pypdfium2")
    from test_sources_pdf import numbered

    def form(content: str, inner: int) -> str:
        return (
            f"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X {inner} 0 R>>/Font<</F 4 0 R>>>>"
            f"/Length {len(content)}>>stream\n{content}\nendstream"
        )

    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *(form("/X Do " * 10, number + 1) for number in range(5, 15)),
        form("BT /F 11 Tf 60 700 Td (It rained.) Tj ET", 15),
    ]
    path = written(tmp_path, "forms.pdf", numbered(objects))
    monkeypatch.setattr("tuifact.sources.pdf.SECONDS", 1.5)
    assert texts(path) == [f"! {path}: took longer than the 1.5 seconds a PDF may take to be read"]


def test_a_pdf_reader_that_breaks_down_takes_nothing_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    from test_sources_pdf import made

    path = written(tmp_path, "a.pdf", made(["It rained."]))
    monkeypatch.setattr("tuifact.sources.pdf.sys.executable", "/bin/false")
    assert texts(path) == [f"! {path}: is damaged: no readable PDF"]
    monkeypatch.setattr("tuifact.sources.pdf.sys.executable", str(tmp_path / "missing"))
    assert texts(path) == [f"! {path}: cannot be read: No such file or directory"]
