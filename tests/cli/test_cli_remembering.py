"""Earlier checks: our own verdicts and published ones, found again and told with what differs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from calling import Tuifact

CHECK = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://example.org/check/1",
    "datePublished": "2024-03-05",
    "claimReviewed": "The harbour bridge carried 50,000 vehicles a day.",
    "author": {"@type": "Organization", "name": "Harbour Check"},
    "reviewRating": {"@type": "Rating", "alternateName": "Half of it"},
}


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """A feed of one check, packed."""
    path = tmp_path / "feed.json.gz"
    path.write_bytes(gzip.compress(json.dumps(CHECK).encode()))
    return path


def about_the_cost(tuifact: Tuifact) -> str:
    """The id of the claim about what the bridge cost."""
    return str(tuifact("claims", "--query", "1.5 billion", "--json").records[0]["id"])


def test_our_own_verdict_is_found_and_the_figure_that_differs(tuifact: Tuifact, article: str) -> None:
    asked = "The city spent 2.5 billion euros on the bridge"
    assert "nothing like it" in tuifact("match", asked).err
    tuifact("mark", about_the_cost(tuifact), "disputed", "--by", "ana")
    (record,) = tuifact("match", asked, "--json").records
    assert (record["origin"], record["verdict"], record["relation"]) == ("library", "disputed", "differs")
    assert "1.5" in record["why"]
    assert "2.5" in record["why"]
    assert "disputed · ana" in tuifact("match", asked).out


def test_what_is_undecided_again_is_forgotten(tuifact: Tuifact, article: str) -> None:
    tuifact("mark", about_the_cost(tuifact), "disputed")
    assert tuifact("match", "The city spent 1.5 billion euros on the bridge", "--json").records
    tuifact("undo")
    assert not tuifact("match", "The city spent 1.5 billion euros on the bridge", "--json").records


def test_published_checks_are_taken_in_once_and_found(tuifact: Tuifact, article: str, feed: Path) -> None:
    assert "1 added" in tuifact("checks", "import", str(feed)).out
    assert tuifact("checks", "import", str(feed), "--json").records[0]["unchanged"] == 1
    assert tuifact("checks", "list", "--json").records[0]["verdict"] == "Half of it"
    (record,) = tuifact("match", "the harbour bridge carried 50,000 vehicles a day", "--json").records
    assert (record["origin"], record["relation"], record["verdict"]) == ("published", "same", "Half of it")
    assert (record["source"], record["date"]) == ("Harbour Check", "2024-03-05")
    assert tuifact("doctor", "--json").records[0]["findings"] == []


def test_feeds_that_cannot_be_read_are_named(tuifact: Tuifact, article: str, feed: Path, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.json")
    alone = tuifact("checks", "import", gone)
    assert (alone.code, len(alone.errors)) == (1, 1)
    both = tuifact("checks", "import", gone, str(feed))
    assert both.code == 3
    assert "gone.json" in both.err
    assert "no published checks" not in tuifact("checks", "list").err


@pytest.mark.parametrize("text", ["", " ", '"', "AND OR NOT", "\x00", "((", "a" * 5000])
def test_odd_texts_are_no_trouble(tuifact: Tuifact, claims: list[str], text: str) -> None:
    tuifact("mark", claims[0], "verified")
    assert tuifact("match", text).code == 0
