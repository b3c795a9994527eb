"""Differences between two versions, and differences on top of differences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuifact.cleaning.edits import Edit, Piece, compose, find_edits

versions = st.text(alphabet="ab ,.", max_size=30)


def apply(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@given(versions, versions)
def test_edits_turn_one_version_into_the_other(before: str, after: str) -> None:
    assert apply(before, list(find_edits(before, after, "fix"))) == after


@given(versions, versions, versions)
def test_pieces_keep_their_places_through_two_fixes(first: str, second: str, third: str) -> None:
    pieces = compose([Piece(0, len(first), first)], find_edits(first, second, "one"))
    pieces = compose(pieces, find_edits(second, third, "two"))
    assert "".join(piece.text for piece in pieces) == third
    ends = [0, *(place for piece in pieces for place in (piece.start, piece.end)), len(first)]
    assert ends == sorted(ends)
    assert all(first[piece.start : piece.end] == piece.text for piece in pieces if not piece.fixes)


def test_versions_with_nothing_in_common_are_one_edit() -> None:
    before, after = " ".join("a" * 400), " ".join("b" * 300)
    assert list(find_edits(before, after, "fix")) == [Edit(0, len(before), after, "fix")]


def test_a_reference_is_one_unit() -> None:
    assert list(find_edits("Q & amp ; A", "Q & A", "fix")) == [Edit(2, 9, "&", "fix")]


def test_a_change_of_a_change_is_one_piece_with_both_names() -> None:
    pieces = compose([Piece(0, 9, "x &lt; yz")], [Edit(2, 6, "<", "reference")])
    pieces = compose(pieces, [Edit(1, 3, "<", "spacing")])
    assert pieces[1] == Piece(1, 6, "<", ("reference", "spacing"))
