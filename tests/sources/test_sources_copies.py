"""Near-duplicates are told by what they share, whatever was cut or edited."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from tuifact.sources import CopyIndex, fingerprint, near_duplicates
from tuifact.sources.copies import likeness


def prose(seed: int, count: int = 400) -> list[str]:
    """Words at random, few common and many rare ones."""
    rng = random.Random(seed)
    return [f"w{int(rng.paretovariate(0.4)) % 5000}" for _ in range(count)]


def test_copies_are_found_and_others_are_not() -> None:
    text = prose(1)
    known = {str(seed): fingerprint(" ".join(prose(seed))) for seed in range(2, 12)}
    known["same"] = fingerprint(" ".join(text))
    known["cut"] = fingerprint(" ".join(text[:320]))
    known["edited"] = fingerprint(" ".join([*text[:100], "Reuters", *text[103:]]))
    found = near_duplicates(" ".join(text).upper() + "!", known)
    assert [copy.id for copy in found] == ["same", "edited", "cut"]
    assert found[0].likeness == 1.0
    assert abs(found[2].likeness - 0.8) < 0.12


def test_the_index_finds_the_same() -> None:
    known = {str(seed): fingerprint(" ".join(prose(seed))) for seed in range(20)}
    index = CopyIndex(known.items())
    index.add("3", ())
    half = " ".join([*prose(7)[:300], *prose(8)[:80]])
    assert len(index) == 20
    assert index.find(fingerprint(half)) == near_duplicates(half, known)
    assert [copy.id for copy in index.find(fingerprint(half))] == ["7"]


def test_short_texts_are_like_nothing() -> None:
    assert fingerprint("two words") == ()
    assert near_duplicates("two words", {"a": ()}) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    ours, theirs = fingerprint(one), fingerprint(other)
    assert 0 <= likeness(ours, theirs) == likeness(theirs, ours) <= 1
    assert likeness(ours, ours) == (1.0 if ours else 0.0)
