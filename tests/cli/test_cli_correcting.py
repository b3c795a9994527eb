"""Claims by hand: found by their words, changed, taken back."""

from __future__ import annotations

import pytest

from calling import Tuifact

QUOTE = "Few had believed  it would."


def texts(tuifact: Tuifact, article: str) -> list[str]:
    """The words of its claims, in reading order."""
    return [record["text"] for record in tuifact("claims", article, "--json").records]


def test_a_quote_becomes_a_claim(tuifact: Tuifact, article: str) -> None:
    ran = tuifact("claim", "add", article, "--quote", QUOTE, "--speaker", "Maren Holt", "--json")
    assert ran.code == 0
    assert (ran.records[0]["text"], ran.records[0]["speaker"]) == ("Few had believed it would.", "Maren Holt")
    assert "Few had believed it would." in texts(tuifact, article)
    assert tuifact("undo").code == 0
    assert "Few had believed it would." not in texts(tuifact, article)


@pytest.mark.parametrize(
    ("quote", "said"),
    [("zeppelin", "“zeppelin” is not in the article"), ("the", "“the” stands there")],
)
def test_a_quote_must_stand_there_once(tuifact: Tuifact, article: str, quote: str, said: str) -> None:
    ran = tuifact("claim", "add", article, "--quote", quote)
    assert (ran.code, len(ran.errors)) == (1, 1)
    assert said in ran.err


def test_another_speaker_and_kind(tuifact: Tuifact, claims: list[str]) -> None:
    ran = tuifact("claim", "edit", claims[0], "--speaker", "the city", "--kind", "comparison", "--json")
    assert (ran.records[0]["speaker"], ran.records[0]["kind"]) == ("the city", "comparison")
    assert tuifact("claim", "edit", claims[0], "--speaker", "", "--json").records[0]["speaker"] is None


def test_other_words_keep_the_verdict_and_say_so(tuifact: Tuifact, claims: list[str]) -> None:
    tuifact("mark", claims[0], "verified")
    ran = tuifact("claim", "edit", claims[0], "--quote", "The harbour bridge opened", "--json")
    assert (ran.records[0]["text"], ran.records[0]["status"]) == ("The harbour bridge opened", "verified")


def test_split_and_merge(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    parts = tuifact("claim", "split", claims[1], "--before", "three times", "--json").records
    assert [part["text"].split()[0] for part in parts] == ["The", "three"]
    whole = tuifact("claim", "merge", parts[0]["id"], parts[1]["id"], "--json").records
    assert whole[0]["text"].startswith("The city spent 1.5 billion")
    assert len(texts(tuifact, article)) == len(claims)


def test_drop_and_restore(tuifact: Tuifact, article: str, claims: list[str]) -> None:
    tuifact("mark", claims[0], "disputed")
    assert tuifact("claim", "drop", claims[0]).code == 0
    assert len(texts(tuifact, article)) == len(claims) - 1
    assert tuifact("claim", "restore", claims[0], "--json").records[0]["status"] == "disputed"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add"], "--quote"),
        (["edit"], "nothing to change"),
        (["split"], "--before"),
        (["merge"], "two claims or more"),
        (["edit", "--kind", "gossip"], "choose from"),
    ],
)
def test_what_is_missing_is_named(tuifact: Tuifact, claims: list[str], arguments: list[str], said: str) -> None:
    ran = tuifact("claim", arguments[0], claims[0], *arguments[1:])
    assert ran.code == 2
    assert said in ran.err
