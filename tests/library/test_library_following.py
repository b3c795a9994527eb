"""Following: feeds and the names servers give to what is here, kept like everything else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from library_stock import bring_files, cloned, opened, stocked, town
from tinydb import TinyDB

from tuifact.errors import NotFound
from tuifact.library import examine
from tuifact.model import Given

FEED = "https://news.example/feed.xml"


def test_a_feed_is_followed_until_it_is_not(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        made = library.follow(FEED, title="News\x1b[31m", tags=["rain"], by="ana")
        assert library.follow(FEED, tags=["rain", "wind"]).tags == ("rain", "wind")
    with opened(tmp_path) as library:
        (kept,) = library.subscriptions()
        assert (kept.id, kept.address, kept.tags) == (made.id, FEED, ("rain", "wind"))
        assert "\x1b" not in kept.title
        assert library.unfollow(FEED).id == made.id
        assert library.subscriptions() == ()
        assert library.counts() == {"verified": 0, "disputed": 0, "unverified": 0}


def test_a_feed_goes_by_its_address_its_id_or_the_beginning_of_either(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        one = library.follow(FEED)
        other = library.follow("https://other.example/feed")
        assert [library.subscription(name).id for name in (FEED, one.id, one.id[:5], "https://n")] == [one.id] * 4
        with pytest.raises(NotFound, match="is the beginning of 2 feeds"):
            library.subscription("https://")
        for name in ("", "ftp://", other.id[:3]):
            with pytest.raises(NotFound):
                library.subscription(name)


def test_a_fetch_that_brings_nothing_new_writes_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        feed = library.follow(FEED)
        assert library.validators(FEED) is None
        library.note_fetch(feed, title="News", etag='"7"', modified="")
        assert library.validators(FEED) == ('"7"', "")
        mark = library.changes()[1]
        library.note_fetch(library.subscription(FEED), title="News", etag='"7"', modified="")
        assert library.changes()[1] == mark
        library.follow(FEED, pages=True)
        assert library.validators(FEED) is None


def test_two_copies_of_a_library_meet_with_the_feeds_of_both(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    stocked(folder)
    copy = cloned(folder, "copy")
    with opened(folder) as library:
        library.follow(FEED, tags=["rain"])
    with opened(copy) as library:
        library.follow(FEED, tags=["wind"])
        library.follow("https://other.example/feed")
    bring_files(copy, folder)
    with opened(folder) as library:
        assert {one.address for one in library.subscriptions()} == {FEED, "https://other.example/feed"}
        assert set(library.subscription(FEED).tags) == {"rain", "wind"}


def test_feeds_are_a_table_that_plain_tinydb_reads(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        library.follow(FEED)
        library.compact()
    with TinyDB(tmp_path / "claims.json") as database:
        assert [row["address"] for row in database.table("subscriptions").all()] == [FEED]
    assert examine(tmp_path).is_sound


def test_a_page_is_asked_for_by_its_version_as_long_as_it_is_here(tmp_path: Path) -> None:
    page = town(1, "https://news.example/a")
    page = replace(page, original=replace(page.original, given=Given(etag='"1"', modified="Fri", url="https://b")))
    with opened(tmp_path) as library:
        id_ = library.add(page)
        assert library.validators("https://news.example/a") == ('"1"', "Fri")
        assert library.original(id_).given == page.original.given
        later = replace(page, original=replace(page.original, given=Given(etag='"2"')))
        assert library.add_many([later])[0].outcome == "unchanged"
        assert library.validators("https://news.example/a") == ('"2"', "Fri")
        library.drop(id_)
        assert library.validators("https://news.example/a") == ('"2"', "Fri")
        assert library.validators("https://news.example/b") is None
