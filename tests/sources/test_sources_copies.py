"""Copies are told by what they share, whatever was cut or edited, and however many texts there are."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.sources import CopyIndex, fingerprint, near_duplicates
from tuifact.sources.copies import likeness


def prose(seed: int, count: int = 400) -> list[str]:
    """Words at random, few common and many rare ones."""
    rng = random.Random(seed)
    return [f"w{int(rng.paretovariate(0.4)) % 5000}" for _ in range(count)]


def from_template(number: int) -> str:
    """An article like many others of its paper, with names and figures of its own."""
    rng = random.Random(number)
    return (
        f"The council of town{rng.randrange(99)} voted {rng.randrange(50)} to {rng.randrange(9)} on Tuesday to close "
        f"the hall for {rng.randrange(80)} weeks, according to report {number}. Repairs will cost {number} million "
        "crowns. We had no choice after the inspection of last year, said the mayor. Residents were less certain: a "
        f"petition against the plan has {number * 7} signatures so far, and its authors want a vote in the autumn."
    )


def test_copies_are_found_and_others_are_not() -> None:
    text = prose(1)
    known = {str(seed): fingerprint(" ".join(prose(seed))) for seed in range(2, 12)}
    known["same"] = fingerprint(" ".join(text))
    known["cut"] = fingerprint(" ".join(text[:200]))
    known["edited"] = fingerprint(" ".join([*text[:100], "Reuters", *text[103:]]))
    found = near_duplicates(" ".join(text).upper() + "!", known)
    assert {copy.id for copy in found} == {"same", "edited", "cut"}
    assert {copy.id for copy in found if copy.likeness == 1.0} >= {"same", "cut"}


def test_articles_of_one_template_are_no_copies() -> None:
    texts = [from_template(number) for number in range(1, 60)]
    known = {str(number): fingerprint(text) for number, text in enumerate(texts)}
    assert [copy.id for copy in near_duplicates(texts[7], known)] == ["7"]


def test_the_index_finds_the_same() -> None:
    known = {str(seed): fingerprint(" ".join(prose(seed))) for seed in range(20)}
    half = " ".join([*prose(7)[:300], *prose(8)[:20]])
    with CopyIndex() as index:
        for id_, print_ in known.items():
            index.add(id_, print_)
        assert len(index) == 20
        assert index.find(fingerprint(half)) == near_duplicates(half, known)
        assert [copy.id for copy in index.find(fingerprint(half))] == ["7"]


def test_the_index_finds_a_copy_among_many_of_one_template() -> None:
    copy = from_template(299).replace("petition", "list")
    with CopyIndex() as index:
        for number in range(300):
            index.add(str(number), fingerprint(from_template(number)))
        assert [found.id for found in index.find(fingerprint(copy))][:1] == ["299"]


def test_an_id_has_one_text_at_a_time() -> None:
    one, other = fingerprint(" ".join(prose(1))), fingerprint(" ".join(prose(2)))
    with CopyIndex() as index:
        index.add("a", one)
        index.add("a", other)
        assert (index.find(one), [found.id for found in index.find(other)], len(index)) == ([], ["a"], 1)
        index.remove("a")
        index.remove("a")
        assert (index.find(other), len(index)) == ([], 0)


def test_what_was_flushed_is_there_again(tmp_path: Path) -> None:
    print_ = fingerprint(" ".join(prose(1)))
    file = tmp_path / "cache" / "copies.db"
    with CopyIndex(file) as index:
        assert index.mark == ""
        index.add("a", print_)
        index.flush("here")
        index.add("b", print_)
    with CopyIndex(file) as again:
        assert ([found.id for found in again.find(print_)], again.mark) == (["a"], "here")


@pytest.mark.parametrize("data", [b"no database", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "copies.db"
    file.write_bytes(data)
    with CopyIndex(file) as index:
        index.add("a", fingerprint(" ".join(prose(1))))
        index.flush("here")
        assert (len(index), index.mark) == (1, "here")


def test_where_nothing_can_be_written_it_is_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with CopyIndex(tmp_path / "file" / "copies.db") as index:
        index.add("a", fingerprint(" ".join(prose(1))))
        index.flush()
        assert len(index) == 1


def test_short_texts_are_like_nothing() -> None:
    assert fingerprint("two words").hashes == ()
    assert near_duplicates("two words", {"a": fingerprint("")}) == []
    with CopyIndex() as index:
        assert index.find(fingerprint("")) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    ours, theirs = fingerprint(one), fingerprint(other)
    assert 0 <= likeness(ours, theirs) == likeness(theirs, ours) <= 1
    assert likeness(ours, ours) == (1.0 if ours.hashes else 0.0)
