"""Feeds that are followed: what is new is fetched, what is not is not sent, and each failure is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from calling import Tuifact
from loopback import HTML, PAGE, Reply, Site, serve

pytest.importorskip("httpx")

XML = {"Content-Type": "application/rss+xml"}
ENTRY = "<item><title>{title}</title><link>{link}</link><description>{words}</description></item>"
RAIN = "It rained on 14 days in March 2021, the harbour office said."
FARES = "Fares rose by 12 percent in April 2021, the port authority said."


def feed(*entries: tuple[str, str, str]) -> bytes:
    """A feed of entries: title, link, words."""
    items = "".join(ENTRY.format(title=title, link=link, words=words) for title, link, words in entries)
    return f"<rss><channel><title>Harbour desk</title>{items}</channel></rss>".encode()


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with a feed of one entry, and the page it links to."""
    with serve({}) as running:
        link = f"{running.address}/rain"
        running.replies["/feed"] = Reply(feed(("Rain", link, RAIN)), XML | {"ETag": '"1"'})
        running.replies["/rain"] = Reply(PAGE, HTML)
        yield running


@pytest.fixture
def followed(tuifact: Tuifact, site: Site) -> str:
    """The address of the feed, which is followed."""
    address = f"{site.address}/feed"
    assert tuifact("feed", "add", address, "--tag", "harbour", "--allow-private").code == 0
    site.hits.clear()
    return address


def test_a_feed_is_added_listed_and_dropped(tuifact: Tuifact, followed: str) -> None:
    (record,) = tuifact("feed", "list", "--json").records
    assert (record["address"], record["title"], record["tags"]) == (followed, "Harbour desk", ["harbour"])
    assert record["fetched"] is None
    shown = tuifact("feed", "list").out
    assert "not yet" in shown
    assert "Harbour desk" in shown
    ran = tuifact("feed", "drop", record["id"][:6])
    assert (ran.code, "Harbour desk" in ran.out) == (0, True)
    ran = tuifact("feed", "list")
    assert (ran.code, ran.out) == (0, "")
    assert "no feed is followed yet" in ran.err


def test_what_is_new_is_fetched_and_what_is_not_is_not_sent(tuifact: Tuifact, site: Site, followed: str) -> None:
    first = tuifact("fetch", "--allow-private", "--json").records
    assert [(item["outcome"], item["title"], item["source"]) for item in first] == [
        ("imported", "Rain", f"{site.address}/rain")
    ]
    again = tuifact("fetch", "--allow-private", "--json")
    assert [(item["outcome"], item["source"], item["article"]) for item in again.records] == [
        ("unchanged", followed, None)
    ]
    assert again.errors == ["tuifact: nothing new"]
    entries = [("Fares", f"{site.address}/fares", FARES), ("Rain", f"{site.address}/rain", RAIN)]
    site.replies["/feed"] = Reply(feed(*entries), XML | {"ETag": '"2"'})
    ran = tuifact("fetch", "--allow-private")
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "Fares" in ran.out
    assert ran.errors == ["tuifact: 1 imported, 1 unchanged"]
    assert {tag for item in tuifact("list", "--json").records for tag in item["tags"]} == {"harbour"}
    assert site.hits == ["/feed"] * 3


def test_a_changed_entry_is_a_revision(tuifact: Tuifact, site: Site, followed: str) -> None:
    (first,) = tuifact("fetch", "--allow-private", "--json").records
    site.replies["/feed"] = Reply(feed(("Rain", f"{site.address}/rain", RAIN.replace("14", "15"))), XML)
    (second,) = tuifact("fetch", followed, "--allow-private", "--json").records
    assert (second["outcome"], second["article"]) == ("revised", first["article"])


def test_the_page_may_be_wanted_instead_of_the_entry(tuifact: Tuifact, site: Site) -> None:
    pytest.importorskip("trafilatura")
    tuifact("feed", "add", f"{site.address}/feed", "--pages", "--allow-private")
    (item,) = tuifact("fetch", "--allow-private", "--json").records
    assert item["title"] == "Ferry fares"
    site.replies["/feed"].headers["ETag"] = '"2"'
    ran = tuifact("fetch", "--allow-private", "--json")
    assert (ran.code, site.hits.count("/rain")) == (0, 1)


def test_a_feed_that_fails_is_named_and_the_others_are_fetched(tuifact: Tuifact, site: Site, followed: str) -> None:
    site.replies["/other"] = Reply(feed(("Fares", f"{site.address}/fares", FARES)), XML)
    tuifact("feed", "add", f"{site.address}/other", "--allow-private")
    del site.replies["/feed"]
    ran = tuifact("fetch", "--allow-private", "--json")
    assert (ran.code, [item["outcome"] for item in ran.records]) == (3, ["rejected", "imported"])
    assert f"{followed}: the server answers 404, not found" in ran.err
    ran = tuifact("fetch", followed, "--allow-private")
    assert (ran.code, ran.out) == (1, "")


def test_an_entry_without_words_is_named_and_the_rest_stored(tuifact: Tuifact, site: Site, followed: str) -> None:
    site.replies["/feed"] = Reply(feed(("Nothing", "", ""), ("Rain", f"{site.address}/rain", RAIN)), XML)
    ran = tuifact("fetch", "--allow-private", "--json")
    assert (ran.code, [item["outcome"] for item in ran.records]) == (3, ["rejected", "imported"])
    assert f"{followed}#1: has no words" in ran.err


def test_what_is_no_feed_is_not_followed(tuifact: Tuifact, site: Site) -> None:
    ran = tuifact("feed", "add", f"{site.address}/rain", f"{site.address}/feed", "--allow-private")
    assert (ran.code, ran.out.startswith("followed")) == (3, True)
    assert "is a page, no feed" in ran.err
    ran = tuifact("feed", "add", f"{site.address}/gone", "--allow-private")
    assert ran.code == 1


def test_no_password_is_kept(tuifact: Tuifact, site: Site) -> None:
    secret = site.address.replace("://", "://me:secret@") + "/feed"
    ran = tuifact("feed", "add", secret, "--allow-private", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert "has a password in it" in ran.err
    assert "secret" not in ran.err
    assert site.hits == []


def test_private_feeds_are_refused_unless_they_are_meant(tuifact: Tuifact, site: Site, followed: str) -> None:
    ran = tuifact("fetch")
    assert ran.code == 1
    assert "not public" in ran.err
    assert site.hits == []


def test_nothing_to_fetch(tuifact: Tuifact) -> None:
    ran = tuifact("fetch")
    assert (ran.code, ran.errors) == (1, ["tuifact: no feed is followed yet (tuifact feed add ADDRESS)"])
    ran = tuifact("feed", "drop", "https://nowhere.example/")
    assert (ran.code, "is not followed" in ran.err) == (1, True)


def test_a_page_is_asked_for_only_when_it_changed(tuifact: Tuifact, site: Site) -> None:
    site.replies["/rain"] = Reply(PAGE, HTML | {"ETag": '"1"'})
    address = f"{site.address}/rain"
    (first,) = tuifact("import", address, "--allow-private", "--json").records
    (second,) = tuifact("import", address, "--allow-private", "--tag", "rain", "--json").records
    assert (second["outcome"], second["article"], second["claims"]) == ("unchanged", first["article"], first["claims"])
    (shown,) = tuifact("list", "--json").records
    assert shown["tags"] == ["rain"]
    (foreseen,) = tuifact("import", address, "--allow-private", "--dry-run", "--json").records
    assert (foreseen["outcome"], foreseen["article"]) == ("unchanged", first["article"])
    site.replies["/rain"] = Reply(PAGE.replace(b"12 percent", b"13 percent"), HTML | {"ETag": '"2"'})
    (third,) = tuifact("import", address, "--allow-private", "--json").records
    assert (third["outcome"], third["article"]) == ("revised", first["article"])


def test_a_redirect_is_told_beside_what_was_asked_for(tuifact: Tuifact, site: Site) -> None:
    site.replies["/old"] = Reply(status=302, headers={"Location": "/rain"})
    (item,) = tuifact("import", f"{site.address}/old", "--allow-private", "--json").records
    (shown,) = tuifact("show", item["article"], "--json").records
    assert (shown["source"], shown["url"]) == (f"{site.address}/old", f"{site.address}/rain")
