"""Evidence from the command line: added, listed, changed, taken away; copies kept and written out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from calling import Tuifact
from texts import HOSTILE

URL = "https://records.example/file/17"


@pytest.fixture
def added(tuifact: Tuifact, claims: list[str]) -> str:
    """The id of a source of the first claim."""
    ran = tuifact("evidence", "add", claims[0], URL, "--title", "Audit report 2020", "--seen", "2026-03-01", "--json")
    return str(ran.records[0]["id"])


def test_adding_shows_the_claim_and_the_source(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact(
        "evidence", "add", claims[0], URL, "--title", "Audit report 2020", "--publisher", "Audit office",
        "--quote", "The bridge cost 1.2 billion.", "--locator", "p. 14", "--stance", "refutes", "--grade", "primary",
        "--archive", "https://web.archive.org/web/1/x", "--seen", "2026-03-01", "--by", "Ines",
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")
    for words in ("− Audit report 2020 · Audit office · p. 14", "primary", "2026-03-01", URL, "archive  https://web."):
        assert words in ran.out
    assert "“The bridge cost 1.2 billion.”" in ran.out
    (record,) = tuifact("evidence", "list", claims[0], "--json").records
    assert (record["claim"], record["by"], record["stance"], record["grade"]) == (
        claims[0],
        "Ines",
        "refutes",
        "primary",
    )
    assert record["seen"] == "2026-03-01"
    assert tuifact("claims", "--json").records[0]["evidence"][0]["id"] == record["id"]
    assert "1 source" in tuifact("claims").out


def test_a_page_without_a_day_was_seen_today(tuifact: Tuifact, claims: list[str]) -> None:
    (record,) = tuifact("evidence", "add", claims[0], URL, "--json").records
    assert abs((date.fromisoformat(record["seen"]) - date.today()).days) <= 1
    assert (record["stance"], record["grade"]) == ("supports", "secondary")


def test_a_whole_line_may_be_given(tuifact: Tuifact, claims: list[str]) -> None:
    line = f"{URL} Audit report | Audit office | “ten” | p. 14 | primary"
    (record,) = tuifact("evidence", "add", claims[0], line, "--grade", "data", "--json").records
    assert (record["title"], record["quote"], record["locator"]) == ("Audit report", "ten", "p. 14")
    assert record["grade"] == "data"


def test_a_person_needs_no_address(tuifact: Tuifact, claims: list[str]) -> None:
    (record,) = tuifact("evidence", "add", claims[0], "--person", "Noor Hale", "--quote", "Never.", "--json").records
    assert (record["url"], record["publisher"], record["grade"]) == ("", "Noor Hale", "person")
    assert record["seen"] is None


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((), "--person"),
        ((URL, "--stance", "for"), "supports, refutes, context"),
        ((URL, "--grade", "best"), "primary, secondary, person, data"),
        ((URL, "--seen", "yesterday"), "yesterday"),
        ((URL, "--seen", "2026-02-30"), "2026-02-30"),
        ((URL, "--seen", "20260301"), "20260301"),
    ],
)
def test_wrong_usage_says_what_is_possible(
    tuifact: Tuifact, claims: list[str], arguments: tuple[str, ...], named: str
) -> None:
    ran = tuifact("evidence", "add", claims[0], *arguments)
    assert ran.code == 2
    assert named in ran.err
    assert tuifact("evidence", "list", "--json").records == []


@pytest.mark.parametrize("url", ["records.example/17", "ftp://records.example/", "https://", "javascript://x/%0aalert"])
def test_an_address_that_is_none_is_refused_by_name(tuifact: Tuifact, claims: list[str], url: str) -> None:
    ran = tuifact("evidence", "add", claims[0], "--archive", url, "--title", "Audit report")
    assert (ran.code, ran.raw) == (1, b"")
    assert len(ran.errors) == 1
    assert url in ran.err


def test_an_unknown_claim_and_source(tuifact: Tuifact, claims: list[str], added: str) -> None:
    for arguments in (("add", "ffffffff", URL), ("edit", "ffffffff", "--title", "x"), ("remove", "ffffffff")):
        ran = tuifact("evidence", *arguments)
        assert (ran.code, len(ran.errors)) == (1, 1)
        assert "ffffffff" in ran.err


def test_the_list_by_claim_by_article_and_by_source(
    tuifact: Tuifact, article: str, claims: list[str], added: str
) -> None:
    tuifact("mark", claims[1], "disputed")
    tuifact("evidence", "add", claims[1], "http://www.records.example/file/17/#page", "--stance", "refutes")
    tuifact("evidence", "add", claims[1], "--person", "Noor Hale")
    assert len(tuifact("evidence", "list", "--json").records) == 3
    assert len(tuifact("evidence", "list", article, "--json").records) == 3
    assert [record["id"] for record in tuifact("evidence", "list", claims[0][:6], "--json").records] == [added]
    out = tuifact("evidence", "list").out
    assert out.index(claims[0]) < out.index("+ Audit report 2020") < out.index(claims[1]) < out.index("Noor Hale")
    first, second = tuifact("evidence", "list", "--by-source", "--json").records
    assert (first["source"], first["host"]) == ("Audit report 2020", "records.example")
    assert [(use["claim"], use["status"]) for use in first["uses"]] == [
        (claims[0], "unverified"),
        (claims[1], "disputed"),
    ]
    assert second["source"] == "Noor Hale"
    out = tuifact("evidence", "list", "--by-source").out
    assert out.index("Audit report 2020") < out.index("✗ disputed") < out.index("Noor Hale")
    assert tuifact("evidence", "list", claims[0], "--by-source").code == 2


def test_an_empty_list_says_how_to_fill_it(tuifact: Tuifact, claims: list[str]) -> None:
    for options in ((), ("--by-source",), (claims[0],)):
        ran = tuifact("evidence", "list", *options)
        assert (ran.code, ran.raw) == (0, b"")
        assert "tuifact evidence add" in ran.err
    assert tuifact("evidence", "list", "--json").err == ""


def test_editing_changes_what_is_named_and_takes_away(tuifact: Tuifact, added: str) -> None:
    ran = tuifact("evidence", "edit", added[:8], "--locator", "p. 15", "--title", "", "--seen", "", "--url", URL + "/b")
    assert ran.code == 0
    (record,) = tuifact("evidence", "list", "--json").records
    assert (record["id"], record["locator"], record["title"], record["seen"]) == (added, "p. 15", "", None)
    assert record["url"] == URL + "/b"
    assert tuifact("evidence", "edit", added).code == 2
    assert tuifact("evidence", "edit", added, "--url", "", "--title", "").code == 1


def test_removing_can_be_undone(tuifact: Tuifact, claims: list[str], added: str) -> None:
    ran = tuifact("evidence", "remove", added)
    assert ran.out.startswith("removed: Audit report 2020")
    assert tuifact("evidence", "list", "--json").records == []
    undone = tuifact("undo")
    assert undone.out.startswith("taken back: removed Audit report 2020")
    assert claims[0] in undone.out
    assert [record["id"] for record in tuifact("evidence", "list", "--json").records] == [added]
    history = tuifact("history", claims[0])
    assert "evidenced" in history.out
    assert "removed Audit report 2020" in history.out
    assert [record["about"] for record in tuifact("history", claims[0], "--json").records][1:] == [
        "added Audit report 2020",
        "removed Audit report 2020",
        "removed Audit report 2020",
    ]


def test_a_copy_is_kept_and_written_out_again(tuifact: Tuifact, claims: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>caf\xe9</p>\r\n")
    (record,) = tuifact("evidence", "add", claims[0], URL, "--snapshot", str(page), "--json").records
    assert (record["snapshot"]["name"], record["snapshot"]["size"]) == ("page.html", 13)
    page.unlink()
    assert tuifact("evidence", "snapshot", record["id"]).raw == b"<p>caf\xe9</p>\r\n"
    assert f"copy {record['snapshot']['sha256'][:8]}" in tuifact("evidence", "list").out
    page.write_bytes(b"another")
    tuifact("evidence", "edit", record["id"], "--snapshot", str(page))
    assert tuifact("evidence", "snapshot", record["id"]).raw == b"another"
    tuifact("evidence", "edit", record["id"], "--snapshot", "")
    ran = tuifact("evidence", "snapshot", record["id"])
    assert (ran.code, ran.raw) == (1, b"")
    assert "no copy" in ran.err


def test_a_file_that_cannot_be_kept(tuifact: Tuifact, claims: list[str], tmp_path: Path, settings_file: object) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "large").write_bytes(b"x" * ((1 << 20) + 1))
    settings_file("max_megabytes = 1\n")  # type: ignore[operator]
    for name in ("missing", "empty", "large", "."):
        ran = tuifact("evidence", "add", claims[0], URL, "--snapshot", str(tmp_path / name))
        assert (ran.code, len(ran.errors)) == (1, 1)
        assert str(tmp_path / name) in ran.err or name == "."
    assert tuifact("evidence", "list", "--json").records == []


def test_hostile_words_reach_no_terminal(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact(
        "evidence", "add", claims[0], "--title", HOSTILE, "--quote", HOSTILE, "--person", HOSTILE, "--by", HOSTILE
    )
    assert ran.code == 0
    outputs = [
        ran,
        tuifact("evidence", "list"),
        tuifact("evidence", "list", "--json"),
        tuifact("history"),
        tuifact("lint"),
    ]
    outputs += [tuifact("evidence", "list", "--by-source"), tuifact("claims")]
    assert not any(set(found.out + found.err) & set("\x1b\x07\x9b\u202e\x7f") for found in outputs)
