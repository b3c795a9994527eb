"""Writing the tags of an article."""

from __future__ import annotations

from calling import Tuifact


def test_tags_are_added_and_taken_away(tuifact: Tuifact, article: str) -> None:
    assert tuifact("tag", article, "works", "harbour", "works").out.endswith(f"  #works #harbour  {article}\n")
    [record] = tuifact("tag", article[:5], "2026", "--remove", "works", "--json").records
    assert record["tags"] == ["harbour", "2026"]
    assert [one["id"] for one in tuifact("list", "--tag", "harbour", "--json").records] == [article]
    assert tuifact("list", "--tag", "works", "--json").records == []


def test_a_tag_it_has_not_is_not_taken_away(tuifact: Tuifact, article: str) -> None:
    tuifact("tag", article, "works")
    ran = tuifact("tag", article, "harbour", "--remove", "wroks")
    assert (ran.code, ran.raw) == (2, b"")
    assert "--remove 'wroks': the article's tags are works" in ran.err
    assert tuifact("list", "--json").records[0]["tags"] == ["works"]


def test_without_a_tag_it_is_wrong_usage(tuifact: Tuifact, article: str) -> None:
    assert tuifact("tag", article).code == 2
    assert "there is no article" in tuifact("tag", "zzzz", "works").err
