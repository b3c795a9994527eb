"""Feeds asked again: their name, their version, and refusals that help."""

from __future__ import annotations

import pytest
from receiving import NOON, good

from loopback import HTML, Reply, serve
from tuifact.errors import SourceError
from tuifact.sources import NotModified, Refused, Terms, fetch_feed

pytest.importorskip("httpx")

XML = {"Content-Type": "text/xml"}
RSS = b"""<rss version="2.0"><channel><title>Harbour &amp; Desk</title><image><title>Logo</title></image>
<item><title>One</title><link>https://ferry.example/a</link><description>It rained.</description></item>
<item><title>None</title></item></channel></rss>"""
ATOM = b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title></feed>'
RDF = b"""<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>Old desk</title></channel>
<item><title>One</title><link>https://ferry.example/a</link><description>It rained.</description></item></rdf:RDF>"""
TERMS = Terms(allow_private=True, seconds=5, clock=lambda: NOON)


def test_a_feed_tells_its_name_its_version_and_its_entries() -> None:
    with serve({"/feed": Reply(RSS, XML | {"ETag": '"7"', "Last-Modified": "Fri"})}) as site:
        feed = fetch_feed(f"{site.address}/feed", TERMS)
    (link, first), (_, second) = feed.entries(TERMS)
    assert link == "https://ferry.example/a"
    assert (feed.title, feed.etag, feed.modified) == ("Harbour & Desk", '"7"', "Fri")
    assert (good(first).source, good(first).received) == ("https://ferry.example/a", NOON)
    assert isinstance(second, SourceError)


@pytest.mark.parametrize(("data", "title", "count"), [(ATOM, "Desk", 0), (RDF, "Old desk", 1), (b"<rss/>", "", 0)])
def test_every_kind_of_feed_may_be_empty(data: bytes, title: str, count: int) -> None:
    with serve({"/feed": Reply(data, XML)}) as site:
        feed = fetch_feed(f"{site.address}/feed", TERMS)
    assert (feed.title, len(list(feed.entries(TERMS)))) == (title, count)


def test_a_feed_that_is_known_is_not_sent_again() -> None:
    with serve({"/feed": Reply(RSS, XML | {"ETag": '"7"'})}) as site:
        asked: list[str] = []

        def known(address: str) -> tuple[str, str]:
            asked.append(address)
            return '"7"', ""

        secret = site.address.replace("://", "://me:secret@") + "/feed"
        with pytest.raises(NotModified):
            fetch_feed(secret, Terms(allow_private=True, validators=known))
    assert asked == [site.address.replace("://", "://***@") + "/feed"]


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/news.xml">', "it names the feed http"),
        ("<LINK href='feed' type='application/atom+xml'>", "/feed)"),
        ('<link type="application/rss+xml" href="javascript:alert(1)">', "look for the feed's own address"),
        ('<link type="application/rss+xml" href="http://[::1">', "look for the feed's own address"),
        ("", "look for the feed's own address"),
    ],
)
def test_a_page_is_no_feed_but_may_name_one(link: str, hint: str) -> None:
    page = f"<!doctype html><html><head>{link}</head><body><p>News</p></body></html>".encode()
    with serve({"/": Reply(page, HTML)}) as site, pytest.raises(Refused, match="is a page, no feed") as refused:
        fetch_feed(f"{site.address}/", TERMS)
    assert hint in str(refused.value)


@pytest.mark.parametrize("data", [b"It rained.", b"<kml><Document/></kml>", b"<rss><channel>", b"\xff\xfe<\x00"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with serve({"/feed": Reply(data, {"Content-Type": "text/plain"})}) as site, pytest.raises(Refused):
        fetch_feed(f"{site.address}/feed", TERMS)


@pytest.mark.parametrize("address", ["ftp://ferry.example/feed", "file:///etc/passwd"])
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(Refused, match="only http and https"):
        fetch_feed(address, TERMS)
