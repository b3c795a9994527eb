"""Articles are dropped and brought back; nothing of them is lost, and nothing counts them meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from calling import Tuifact


def test_a_dropped_article_is_nowhere_until_it_is_brought_back(
    tuifact: Tuifact, article: str, claims: list[str]
) -> None:
    tuifact("mark", claims[0], "disputed")
    ran = tuifact("drop", article)
    assert ran.code == 0
    assert f"tuifact drop --back {article}" in ran.err
    for shown in ("list", "claims", "export"):
        assert article not in tuifact(shown, "--json" if shown != "export" else "--format=json").out
    assert tuifact("stats", "--json").records[0]["tally"] == {"verified": 0, "disputed": 0, "unverified": 0}
    assert [record["id"] for record in tuifact("drop", "--json").records] == [article]
    assert tuifact("drop", "--back", article, "--json").records[0]["tally"]["disputed"] == 1
    assert [record["id"] for record in tuifact("list", "--json").records] == [article]
    assert tuifact("drop").err == "no article was dropped\n"


def test_undo_and_redo_know_of_it(tuifact: Tuifact, article: str) -> None:
    tuifact("drop", article, "--by", "ana")
    ran = tuifact("undo")
    assert (ran.code, ran.out.startswith("taken back: dropped the article “"), article in ran.out) == (0, True, True)
    assert len(tuifact("list", "--json").records) == 1
    assert tuifact("redo").out.startswith("done again: dropped the article “")
    assert tuifact("list", "--json").records == []
    told = tuifact("history").out
    assert told.count(article) == 3
    assert "ana" in told
    records = tuifact("history", "--json").records
    assert [(record["action"], record["claim"]) for record in records if record["action"] != "added"] == [
        ("dropped", ""), ("undone", ""), ("redone", "")
    ]  # fmt: skip


def test_an_import_that_meets_it_says_so_and_lets_it_be(tuifact: Tuifact, article: str, bridge: Path) -> None:
    tuifact("drop", article)
    ran = tuifact("import", str(bridge))
    assert (ran.code, ran.out.split()[0]) == (0, "unchanged")
    assert f"was dropped from the library and stays so; tuifact drop --back {article} brings it back" in ran.err
    assert tuifact("list", "--json").records == []
    bridge.write_bytes(bridge.read_bytes() + b"\n\nA ferry sank in 2003 with 12 people on board.\n")
    (record,) = tuifact("import", str(bridge), "--json").records
    assert (record["outcome"], record["article"], record["dropped"]) == ("revised", article, True)
    assert tuifact("list", "--json").records == []


@pytest.mark.parametrize(("arguments", "code"), [(("drop", "--back"), 2), (("drop", "0" * 12), 1)])
def test_what_is_missing_is_named(tuifact: Tuifact, article: str, arguments: tuple[str, ...], code: int) -> None:
    ran = tuifact(*arguments)
    assert (ran.code, len(ran.errors)) == (code, 2 if code == 2 else 1)
    assert len(tuifact("list", "--json").records) == 1
