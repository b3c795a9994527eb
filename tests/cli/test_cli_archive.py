"""Copies in a web archive, played by a server of our own."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from calling import SettingsFile, Tuifact
from loopback import HTML, PAGE, Reply, Site, sent_on, serve

pytest.importorskip("httpx")

COPY = "https://web.archive.example/web/20210402100000/http://harbour.example/rain"


class Archive:
    """A web archive and the pages it is asked about, on one server."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.page = f"{site.address}/rain"
        site.replies["/rain"] = Reply(PAGE, HTML)
        self.answer({})

    def answer(self, closest: object) -> None:
        """What it says it has of the page."""
        quoted = self.page.replace(":", "%3A").replace("/", "%2F")
        known = {"archived_snapshots": {"closest": closest} if closest else {}}
        self.site.replies[f"/find?url={quoted}"] = Reply(json.dumps(known).encode())

    def keep(self) -> None:
        """Let it keep the page when it is asked to."""
        self.site.replies[f"/save/{self.page}"] = sent_on("/web/20240117120000/rain")
        self.site.replies["/web/20240117120000/rain"] = Reply(PAGE, HTML)


@pytest.fixture
def archive(settings_file: SettingsFile) -> Iterator[Archive]:
    """An archive that has nothing and keeps nothing yet."""
    with serve({}) as site:
        settings_file(f'archive_find = "{site.address}/find?url="\narchive_save = "{site.address}/save/"\n')
        yield Archive(site)


@pytest.fixture
def page(tuifact: Tuifact, archive: Archive) -> str:
    """The id of the page, imported."""
    return str(tuifact("import", archive.page, "--allow-private", "--json").records[0]["article"])


def test_a_copy_that_is_there_is_found_and_kept_as_provenance(tuifact: Tuifact, archive: Archive, page: str) -> None:
    archive.answer({"available": True, "url": COPY, "timestamp": "20210402100000"})
    (found,) = tuifact("archive", page, "--allow-private", "--json").records
    assert (found["outcome"], found["archive"], found["archived"]) == ("found", COPY, "2021-04-02T10:00:00Z")
    (shown,) = tuifact("show", page, "--json").records
    assert (shown["archive"], shown["archived"]) == (COPY, "2021-04-02T10:00:00Z")
    assert tuifact("list", "--json").records[0]["archive"] == COPY
    assert COPY in tuifact("show", page).out


def test_one_is_made_where_there_is_none(tuifact: Tuifact, archive: Archive, page: str) -> None:
    archive.keep()
    ran = tuifact("archive", page, "--allow-private")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"saved    {page}  2024-01-17  {archive.site.address}/web/20240117120000/rain")


def test_looking_alone_makes_none(tuifact: Tuifact, archive: Archive, page: str) -> None:
    archive.keep()
    (found,) = tuifact("archive", page, "--find", "--allow-private", "--json").records
    assert (found["outcome"], found["archive"]) == ("missing", None)
    assert not [hit for hit in archive.site.hits if hit.startswith("/save")]


def test_making_one_now_does_not_look(tuifact: Tuifact, archive: Archive, page: str) -> None:
    archive.keep()
    assert tuifact("archive", page, "--save", "--allow-private").code == 0
    assert not [hit for hit in archive.site.hits if hit.startswith("/find")]


def test_failures_are_named_and_the_others_asked(tuifact: Tuifact, archive: Archive, page: str, article: str) -> None:
    archive.keep()
    ran = tuifact("archive", article, page, "--allow-private", "--json")
    assert (ran.code, [item["outcome"] for item in ran.records]) == (3, ["failed", "saved"])
    assert "is not from the web" in ran.err
    ran = tuifact("archive", article)
    assert (ran.code, ran.out) == (1, "")


def test_an_archive_that_fails_is_told(tuifact: Tuifact, archive: Archive, page: str) -> None:
    ran = tuifact("archive", page, "--allow-private")
    assert ran.code == 1
    assert f"{archive.page}: the archive cannot be asked: the server answers 404, not found" in ran.err


def test_an_import_may_have_its_pages_kept(tuifact: Tuifact, archive: Archive, bridge: str) -> None:
    archive.keep()
    ran = tuifact("import", archive.page, str(bridge), "--archive", "--allow-private", "--json")
    assert (ran.code, len(ran.records)) == (0, 2)
    assert "copies in the archive: 1 saved" in ran.err
    (kept,) = [item for item in tuifact("list", "--json").records if item["archive"]]
    assert kept["source"] == archive.page


def test_an_import_whose_pages_are_not_kept_is_partly_done(tuifact: Tuifact, archive: Archive) -> None:
    ran = tuifact("import", archive.page, "--archive", "--allow-private")
    assert ran.code == 3
    assert "the archive cannot be asked" in ran.err
    assert len(tuifact("list", "--json").records) == 1


def test_wrong_usage(tuifact: Tuifact, archive: Archive) -> None:
    assert tuifact("archive", "abcd", "--find", "--save").code == 2
    assert tuifact("import", archive.page, "--archive", "--dry-run").code == 2
    assert archive.site.hits == []


def test_an_archive_has_the_time_that_is_set(
    tuifact: Tuifact, archive: Archive, page: str, settings_file: SettingsFile
) -> None:
    settings_file(f'archive_find = "{archive.site.address}/find?url="\nfetch_seconds = 1\n')
    for path in [path for path in archive.site.replies if path.startswith("/find")]:
        archive.site.replies[path] = Reply(drip=True)
    answer = tuifact("archive", page, "--allow-private", "--find")
    assert answer.code == 1
    assert "longer than the 1 seconds" in answer.err
