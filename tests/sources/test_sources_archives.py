"""The Wayback Machine, played by a server of our own."""

from __future__ import annotations

import json

import pytest

from loopback import Reply, sent_on, serve
from tuifact.sources import Capture, Refused, Terms, find_capture, save_capture

pytest.importorskip("httpx")

URL = "https://ferry.example/a?b=1"
TERMS = Terms(allow_private=True, seconds=5)
ASK = "/available?url=https%3A%2F%2Fferry.example%2Fa%3Fb%3D1"
KEPT = {
    "available": True,
    "url": "http://web.archive.org/web/20210402100000/https://ferry.example/a",
    "timestamp": "20210402100000",
}


def test_the_latest_copy_is_found() -> None:
    with serve({ASK: Reply(json.dumps({"archived_snapshots": {"closest": KEPT}}).encode())}) as site:
        found = find_capture(URL, TERMS, f"{site.address}/available?url=")
    assert found == Capture(KEPT["url"], "2021-04-02T10:00:00Z")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "answer", [{"archived_snapshots": {}}, {"archived_snapshots": {"closest": KEPT | {"url": "x:y"}}}]
)
def test_no_copy_is_no_failure(answer: object) -> None:
    with serve({ASK: Reply(json.dumps(answer).encode())}) as site:
        assert find_capture(URL, TERMS, f"{site.address}/available?url=") is None


@pytest.mark.parametrize("answer", [b"", b"<p>", b"[]", b"{}", b'{"archived_snapshots": 7}', b"[" * 50_000])
def test_an_odd_answer_is_a_refusal(answer: bytes) -> None:
    with serve({ASK: Reply(answer)}) as site, pytest.raises(Refused, match="answer cannot be read"):
        find_capture(URL, TERMS, f"{site.address}/available?url=")


def test_saving_gives_the_copy() -> None:
    replies = {
        "/save/https://ferry.example/a?b=1": sent_on("/web/20240117120000/x"),
        "/web/20240117120000/x": Reply(b"x"),
    }
    with serve(replies) as site:
        found = save_capture(URL, TERMS, f"{site.address}/save/")
    assert found == Capture(f"{site.address}/web/20240117120000/x", "2024-01-17T12:00:00Z")


def test_failures_name_the_page_and_the_reason() -> None:
    with serve({"/save/https://ferry.example/a?b=1": Reply(b"busy")}) as site:
        with pytest.raises(Refused, match="did not keep it"):
            save_capture(URL, TERMS, f"{site.address}/save/")
        with pytest.raises(
            Refused, match=r"ferry\.example/a\?b=1: the archive cannot be asked: the server answers 404"
        ):
            find_capture(URL, TERMS, f"{site.address}/nowhere?url=")
