"""Links are fetched within limits of bytes and time, and only from where it is allowed."""

from __future__ import annotations

import socket
import sys
from datetime import date

import pytest
from receiving import good, unfolded

from loopback import HTML, PAGE, Reply, packed, sent_on, serve
from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import NotModified, Refused, open_sources

pytest.importorskip("httpx")

NOON = "2024-01-17T12:00:00Z"


def fetch(
    address: str,
    *,
    limit: int = 1 << 20,
    seconds: float = 5,
    allow_private: bool = True,
    known: tuple[str, str] | None = None,
) -> list[Original | SourceError]:
    """What is at an address, received at noon."""
    return list(
        open_sources(
            [address],
            limit=limit,
            seconds=seconds,
            allow_private=allow_private,
            clock=lambda: NOON,
            validators=lambda _: known,
        )
    )


def refusal(address: str, *, limit: int = 1 << 20, seconds: float = 5, allow_private: bool = True) -> str:
    """Why there is nothing at an address."""
    (found,) = fetch(address, limit=limit, seconds=seconds, allow_private=allow_private)
    assert isinstance(found, Refused), found
    return str(found)


def test_a_page_is_received_with_its_provenance() -> None:
    with serve({"/a": Reply(PAGE, HTML | {"ETag": '"7"', "Last-Modified": "Fri, 02 Apr 2021 10:00:00 GMT"})}) as site:
        (item,) = fetch(f"{site.address}/a")
    page = good(item)
    assert (page.data, page.source, page.received) == (PAGE, f"{site.address}/a", NOON)
    assert (page.given.etag, page.given.modified) == ('"7"', "Fri, 02 Apr 2021 10:00:00 GMT")
    read = good(unfolded(page))
    assert (read.given.title, read.given.byline, read.given.published) == (
        "Ferry fares",
        "Maren Holt",
        date(2021, 4, 2),
    )
    assert (read.given.language, read.encoding) == ("en", "utf-8")


def test_a_redirect_is_followed_and_the_source_is_what_was_asked_for() -> None:
    with serve({"/a": sent_on("/b"), "/b": Reply(PAGE, HTML)}) as site:
        (item,) = fetch(f"{site.address}/a")
        assert good(item).source == f"{site.address}/a"
        assert good(item).given.url == f"{site.address}/b"


def test_redirects_end_and_stay_on_the_web() -> None:
    replies = {"/round": sent_on("/round"), "/file": sent_on("file:///etc/passwd"), "/none": Reply(status=302)}
    with serve(replies) as site:
        assert "is sent on more than 10 times" in refusal(f"{site.address}/round")
        assert "neither http nor https" in refusal(f"{site.address}/file")
        assert "the server answers 302" in refusal(f"{site.address}/none")


def test_compressed_pages_are_unpacked() -> None:
    with serve({"/a": packed(PAGE), "/broken": Reply(b"no gzip", HTML | {"Content-Encoding": "gzip"})}) as site:
        (item,) = fetch(f"{site.address}/a")
        assert good(item).data == PAGE
        assert "cannot be unpacked" in refusal(f"{site.address}/broken")


def test_the_limit_holds_declared_sent_and_unpacked() -> None:
    replies = {
        "/declared": Reply(b"", HTML | {"Content-Length": "99999999"}),
        "/sent": Reply(b"x" * 5000, HTML),
        "/bomb": packed(b"\0" * 50_000_000),
        "/odd": Reply(b"x", HTML | {"Content-Encoding": "br"}),
        "/short": Reply(packed(PAGE).data[:-9], HTML | {"Content-Encoding": "gzip"}),
    }
    with serve(replies) as site:
        assert "has 95.4 MiB, more than" in refusal(f"{site.address}/declared", limit=1000)
        assert "is more than the 1000 bytes" in refusal(f"{site.address}/sent", limit=1000)
        assert "is more than the 1.0 MiB" in refusal(f"{site.address}/bomb")
        assert "packed in a way" in refusal(f"{site.address}/odd")
        assert "ends too soon" in refusal(f"{site.address}/short")


def test_a_server_that_drips_is_left_in_time() -> None:
    with serve({"/drip": Reply(b"<p>", HTML, drip=True)}) as site:
        assert "took longer than the 0.3 seconds" in refusal(f"{site.address}/drip", seconds=0.3)


def test_failures_are_told_in_our_words() -> None:
    with serve({"/403": Reply(status=403), "/599": Reply(status=599)}) as site:
        assert refusal(f"{site.address}/gone") == f"{site.address}/gone: the server answers 404, not found"
        assert "log in with a browser" in refusal(f"{site.address}/403")
        assert "the server answers 599, no page" in refusal(f"{site.address}/599")


def test_nobody_answering_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert "nobody answers" in refusal(f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert "cannot be fetched" in refusal("http://no.such.host.invalid/")


@pytest.mark.parametrize(
    "address", ["http://[::1", "http://a\x00b/", "http://" + "a" * 70_000, "http://xn--/", "http://1.2.3.4:999999/"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "\x00" not in refusal(address)


def test_private_addresses_are_refused_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve({"/a": Reply(PAGE, HTML)}) as site:
        port = site.address.rpartition(":")[2]
        for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
            found = refusal(f"http://{host}:{port}/a", allow_private=False)
            assert "not public" in found or "nobody answers" in found
        assert site.hits == []


@pytest.mark.parametrize("target", ["169.254.169.254", "[fe80::1]", "224.0.0.1", "0.0.0.0", "255.255.255.255"])
def test_a_redirect_to_a_barred_address_is_refused_even_when_private_ones_are_allowed(target: str) -> None:
    with serve({"/a": sent_on(f"http://{target}/latest")}) as site:
        assert "leads to an address that is not public" in refusal(f"{site.address}/a")


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.7", 80))]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert "not public" in refusal("http://news.example/", allow_private=False)


def test_a_page_that_is_known_is_not_sent_again() -> None:
    with serve({"/a": Reply(PAGE, HTML | {"ETag": '"7"'})}) as site:
        (found,) = fetch(f"{site.address}/a", known=('"7"', ""))
        assert isinstance(found, NotModified)
        (item,) = fetch(f"{site.address}/a", known=('"6"', ""))
        assert good(item).data == PAGE


def test_a_feed_gives_its_entries() -> None:
    feed = b"<rss><item><link>https://ferry.example/a</link><description>It rained.</description></item><item/></rss>"
    with serve(
        {"/feed": Reply(feed, {"Content-Type": "application/rss+xml"}), "/f": Reply(feed, {"Content-Type": "text/xml"})}
    ) as site:
        for path in ("/feed", "/f"):
            first, second = fetch(site.address + path)
            assert good(first).source == "https://ferry.example/a"
            assert isinstance(second, Refused)


@pytest.mark.parametrize(
    ("kind", "data", "media_type"),
    [
        ("text/plain", b"The ferry", "text/plain"),
        ("", b"<!doctype html><p>x", "text/html"),
        ("application/octet-stream", b"%PDF-1.4", "application/pdf"),
        ("text/markdown", b"# x", "text/markdown"),
    ],
)
def test_the_form_is_what_server_and_bytes_say(kind: str, data: bytes, media_type: str) -> None:
    with serve({"/a": Reply(data, {"Content-Type": kind} if kind else {})}) as site:
        (item,) = fetch(f"{site.address}/a")
        assert good(item).media_type.partition(";")[0] == media_type


def test_pictures_are_refused() -> None:
    with serve({"/a.png": Reply(b"\x89PNG", {"Content-Type": "image/png"})}) as site:
        assert "is image/png, nothing to read" in refusal(f"{site.address}/a.png")


def test_the_charset_of_the_server_is_only_a_hint() -> None:
    wrong = {"Content-Type": "text/html; charset=iso-8859-1"}
    right = {"Content-Type": "text/html; charset=windows-1251"}
    pages = {"/utf8": Reply("<p>Größe</p>".encode(), wrong), "/cyrillic": Reply("<p>Тариф</p>".encode("cp1251"), right)}
    with serve(pages) as site:
        encodings = [good(unfolded(good(fetch(site.address + path)[0]))).encoding for path in pages]
    assert encodings == ["utf-8", "cp1251"]


@pytest.mark.parametrize("reference", ["ftp://example.org/a.txt", "file:///etc/hosts", "javascript://x", "http:///x"])
def test_other_schemes_are_refused(reference: str) -> None:
    assert "only http and https links are fetched" in refusal(reference)


def test_passwords_are_masked_and_proxies_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serve({"/a": Reply(PAGE, HTML)}) as site:
        secret = site.address.replace("://", "://me:secret@")
        assert "secret" not in refusal(f"{secret}/gone")
        (item,) = fetch(f"{secret}/a")
        assert "secret" not in good(item).source + good(item).given.url


def test_the_extra_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tuifact.sources.web", None)
    found = refusal("https://me:secret@example.org/a")
    assert "links need the extra 'web', which is not installed" in found
    assert "secret" not in found
