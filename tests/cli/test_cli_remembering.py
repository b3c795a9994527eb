"""Earlier checks: our own verdicts and published ones, found again and told with what differs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from calling import Tuifact
from tuifact.cli.progress import Bar
from tuifact.desk import Desk
from tuifact.model import Evidence, Stance
from tuifact.paths import index_folder

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


def test_what_was_set_aside_is_no_earlier_check(tuifact: Tuifact, article: str) -> None:
    asked = "The city spent 1.5 billion euros on the bridge"
    cost = about_the_cost(tuifact)
    tuifact("mark", cost, "disputed")
    assert tuifact("match", asked, "--json").records
    tuifact("claim", "drop", cost)
    assert not tuifact("match", asked, "--json").records
    tuifact("claim", "restore", cost)
    assert tuifact("match", asked, "--json").records


def test_published_checks_are_taken_in_once_and_found(tuifact: Tuifact, article: str, feed: Path) -> None:
    assert "1 added" in tuifact("checks", "import", str(feed)).out
    assert tuifact("checks", "import", str(feed), "--json").records[0]["unchanged"] == 1
    assert tuifact("checks", "list", "--json").records[0]["verdict"] == "Half of it"
    (record,) = tuifact("match", "the harbour bridge carried 50,000 vehicles a day", "--json").records
    assert (record["origin"], record["relation"], record["verdict"]) == ("published", "same", "Half of it")
    assert (record["source"], record["date"]) == ("Harbour Check", "2024-03-05")
    assert tuifact("doctor", "--json").records[0]["findings"] == []


def test_what_was_taken_in_is_indexed_at_once(tuifact: Tuifact, feed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the first article that is opened need not wait for it."""
    reached: list[int] = []
    monkeypatch.setattr(Bar, "reach", lambda _, done: reached.append(done))
    assert tuifact("checks", "import", str(feed)).code == 0
    assert reached == [1]
    assert list(index_folder().glob("*/current.json"))
    assert tuifact("checks", "import", str(feed)).code == 0
    assert reached == [1]


def test_an_index_that_cannot_be_kept_is_told_and_loses_nothing(tuifact: Tuifact, feed: Path) -> None:
    index_folder().parent.mkdir(parents=True, exist_ok=True)
    index_folder().write_text("in the way")
    done = tuifact("checks", "import", str(feed))
    assert (done.code, done.out[:7]) == (0, "1 added")
    assert "not kept on disk" in done.err
    assert tuifact("match", "The harbour bridge carried 50,000 vehicles a day.", "--json").records


def test_a_feed_of_nothing_usable_is_no_success(tuifact: Tuifact, feed: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text(json.dumps({name: CHECK[name] for name in ("@context", "@type", "claimReviewed")}), "utf-8")
    ran = tuifact("checks", "import", str(empty))
    assert ran.code == 1
    assert ran.errors[0].startswith(f"{empty}: 1 skipped: ")
    assert ran.errors[1] == "tuifact: no fact-check could be taken in"
    assert tuifact("checks", "import", str(empty), str(feed)).code == 3


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


@pytest.fixture
def later(tuifact: Tuifact, article: str, tmp_path: Path) -> str:
    """A second article that says what the first says of the cost, and the same with another figure."""
    claim = about_the_cost(tuifact)
    text = next(record["text"] for record in tuifact("claims", "--json").records if record["id"] == claim)
    path = tmp_path / "later.txt"
    path.write_text(f"Later\n\n{text}\n\nThe opposition spent 90 million crowns on posters in 2019.", encoding="utf-8")
    return str(tuifact("import", str(path), "--json").records[0]["article"])


def test_a_verdict_is_taken_over_with_its_evidence_and_its_origin(
    tuifact: Tuifact, later: str, library_folder: Path
) -> None:
    first = about_the_cost(tuifact)
    tuifact("mark", first, "disputed", "--by", "ana", "--note", "The audit says less.")
    with Desk(library_folder) as desk:
        desk.add_evidence(first, Evidence("https://example.org/audit", "Audit", stance=Stance.REFUTES), by="ana")
    (earlier,) = tuifact("checks", "of", later, "--json").records
    assert (earlier["relation"], earlier["id"]) == ("same", first)
    shown = tuifact("checks", "of", later).out
    assert "disputed · ana" in shown
    assert first in shown
    taken = tuifact("checks", "adopt", earlier["claim"], first, "--by", "omar", "--json").records[0]
    assert (taken["status"], taken["by"], taken["note"]) == ("disputed", "omar", "The audit says less.")
    assert taken["origin"].startswith(f"claim {first}, ana, 20")
    assert [source["title"] for source in taken["evidence"]] == ["Audit"]
    assert taken["evidence"][0]["by"] == "omar"
    event = next(one for one in tuifact("history", earlier["claim"], "--json").records if one["now"] == "disputed")
    assert event["about"] == f"taken over: {taken['origin']}"
    tuifact("undo")
    (back,) = tuifact("claims", later, "--query", "1.5 billion", "--json").records
    assert (back["status"], back["evidence"], back["origin"]) == ("unverified", [], "")


def test_a_dismissed_check_is_not_shown_again_until_that_is_undone(tuifact: Tuifact, later: str) -> None:
    first = about_the_cost(tuifact)
    tuifact("mark", first, "verified")
    (earlier,) = tuifact("checks", "of", later, "--json").records
    assert tuifact("show", earlier["article"]).code == 0
    assert tuifact("checks", "dismiss", earlier["claim"], first[:6], "--json").records == [earlier]
    tuifact("undo")
    assert "dismissed" in tuifact("checks", "dismiss", earlier["claim"], first[:6]).out
    assert not tuifact("checks", "of", later, "--json").records
    last = tuifact("history", earlier["claim"], "--json").records[-1]
    assert (last["action"], last["about"][:22]) == ("dismissed", "dismissed the check of")
    tuifact("undo")
    assert tuifact("checks", "of", later, "--json").records


def test_a_published_verdict_becomes_a_status_only_where_it_leaves_no_doubt(tuifact: Tuifact, tmp_path: Path) -> None:
    text = tmp_path / "traffic.txt"
    text.write_text("The harbour bridge carried 50,000 vehicles a day in 2019.", encoding="utf-8")
    article = tuifact("import", str(text), "--json").records[0]["article"]
    claim = tuifact("claims", article, "--json").records[0]["id"]
    for label, status in (("Half of it", "unverified"), ("False", "disputed")):
        review = CHECK | {"reviewRating": {"@type": "Rating", "alternateName": label}}
        review["claimReviewed"] = "The harbour bridge carried 50,000 vehicles a day in 2019."
        feed = tmp_path / "feed.json"
        feed.write_text(json.dumps(review), encoding="utf-8")
        tuifact("checks", "import", str(feed))
        (earlier,) = tuifact("checks", "of", claim, "--json").records
        taken = tuifact("checks", "adopt", claim, earlier["id"], "--json").records[0]
        assert taken["status"] == status
        assert taken["evidence"][-1]["url"] == "https://example.org/check/1"
    assert taken["verdict"] == "Harbour Check rated it “False”."


def test_a_check_nobody_made_is_named(tuifact: Tuifact, article: str) -> None:
    claim = about_the_cost(tuifact)
    refused = tuifact("checks", "adopt", claim, "abcdef")
    assert refused.code == 1
    assert f"no earlier check of claim {claim}: abcdef" in refused.err
