"""Differences are exact to the character, short, and found in time that grows with the text alone."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.model import Difference
from tuifact.model.differences import differences

WORDS = st.lists(st.sampled_from(["the ", "ferry ", "5 ", "50 ", "rose. ", "\n\n", "é", "."]), max_size=40).map("".join)


def told(old: str, new: str) -> list[tuple[str, str]]:
    """Kind and text of each passage."""
    return [(one.kind, one.text) for one in differences(old, new)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("a b", "a b", [("same", "a b")]),
        ("", "a", [("added", "a")]),
        ("a", "", [("removed", "a")]),
        ("cost 5.5 m", "cost 6.5 m", [("same", "cost "), ("removed", "5.5"), ("added", "6.5"), ("same", " m")]),
        ("It fell by 3. Cut this.", "It fell by 3.", [("same", "It fell by 3."), ("removed", " Cut this.")]),
        ("One. Two. Three.", "One. Three.", [("same", "One. "), ("removed", "Two. "), ("same", "Three.")]),
        ("he did not say", "he did say", [("same", "he did "), ("removed", "not "), ("same", "say")]),
    ],
)  # fmt: skip
def test_small_changes(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(old, new) == expected


@given(WORDS, WORDS)
def test_both_versions_can_be_put_together_again(old: str, new: str) -> None:
    found = differences(old, new)
    assert "".join(one.text for one in found if one.kind != "added") == old
    assert "".join(one.text for one in found if one.kind != "removed") == new
    assert all(old[slice(*one.old)] == one.text for one in found if one.kind != "added")
    assert all(new[slice(*one.new)] == one.text for one in found if one.kind != "removed")
    assert all(before.kind != after.kind for before, after in pairwise(found))


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_compared(old: str, new: str) -> None:
    assert "".join(one.text for one in differences(old, new) if one.kind != "removed") == new


def test_a_long_article_with_few_changes_shows_few() -> None:
    rng = random.Random(3)
    words = [f"w{int(rng.paretovariate(0.5)) % 3000} " for _ in range(60_000)]
    changed = list(words)
    for at in range(500, 60_000, 6000):
        changed[at] = "CHANGED "
    found = differences("".join(words), "".join(changed))
    assert sum(one.kind == "added" for one in found) == 10
    assert sum(len(one.text) for one in found if one.kind == "added") == 10 * len("CHANGED")


def test_texts_without_anything_in_common_do_not_take_for_ever() -> None:
    found = differences("a b " * 30_000, "c d " * 30_000)
    assert {one.kind for one in found} >= {"removed", "added"}
    assert isinstance(found[0], Difference)
