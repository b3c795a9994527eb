"""Wrapping loses no character, keeps to the width, and knows where the glyphs of claims go."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tuifact.tui.widgets.wrapping import MARK_CELLS, Line, estimate_height, wrap

LETTERS = "abcxyz019.,“”éß—"
WIDE = "漢字かな한글"
EMOJI = ("🙂", "👩\u200d👧", "🇫🇮", "👍🏽", "e\u0301")
"""Of several code points, or of two cells, or both."""

plain_words = st.text(LETTERS, min_size=1, max_size=14)
wide_words = st.text(WIDE, min_size=1, max_size=8)
emoji_words = st.lists(st.sampled_from(EMOJI), min_size=1, max_size=5).map("".join)
words = st.one_of(plain_words, wide_words, emoji_words)
gaps = st.sampled_from([" ", " ", " ", "  ", "\n", " \n", "\n\n"])
texts = st.lists(st.tuples(words, gaps), max_size=30).map(lambda pairs: "".join(map("".join, pairs)))
widths = st.integers(2, 40)


def cells(text: str, line: Line) -> int:
    """What a line takes on the screen: its text, and a glyph for each claim that begins inside it."""
    return cell_len(text[line.start : line.end]) + MARK_CELLS * sum(mark > line.start for mark in line.marks)


def starts_in(text: str, draw: st.DataObject) -> list[int]:
    """Beginnings of words, where claims may begin."""
    places = [at for at in range(len(text)) if text[at] not in " \n" and (at == 0 or text[at - 1] in " \n")]
    return sorted(draw.draw(st.sets(st.sampled_from(places), max_size=5))) if places else []


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("", 10, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("one\n\ntwo", 20, ["one", "", "two"]),
        ("unbreakable", 4, ["unbr", "eaka", "ble"]),
        ("漢字かな", 4, ["漢字", "かな"]),
        ("漢字かな", 5, ["漢字", "かな"]),
        ("a 🙂🙂", 4, ["a", "🙂🙂"]),
        ("x", 0, ["x"]),
        ("🙂", 1, ["🙂"]),
    ],
)
def test_lines_break_at_blanks_else_inside_the_word(text: str, width: int, shown: list[str]) -> None:
    assert [text[line.start : line.end] for line in wrap(text, width, [])] == shown


@pytest.mark.parametrize(
    ("text", "width", "starts", "shown", "marks"),
    [
        ("one. two. three.", 20, [0, 5, 10], ["one. two. three."], [(0, 5, 10)]),
        ("one. two. three.", 16, [0, 5, 10], ["one. two.", "three."], [(0, 5), (10,)]),
        ("one. two.", 9, [5], ["one.", "two."], [(), (5,)]),
        ("one. two.", 11, [5], ["one. two."], [(5,)]),
        ("one. two.", 9, [0], ["one. two."], [(0,)]),
        ("漢字。かな。", 14, [3], ["漢字。かな。"], [(3,)]),
        ("漢字。かな。", 13, [3], ["漢字。かな", "。"], [(3,), ()]),
    ],
)
def test_a_claim_that_begins_inside_a_line_takes_room_for_its_glyph(
    text: str, width: int, starts: list[int], shown: list[str], marks: list[tuple[int, ...]]
) -> None:
    lines = wrap(text, width, starts)
    assert [text[line.start : line.end] for line in lines] == shown
    assert [line.marks for line in lines] == marks


@given(texts, widths, st.data())
def test_nothing_is_lost_but_the_blank_or_newline_at_a_break(text: str, width: int, data: st.DataObject) -> None:
    lines = wrap(text, width, starts_in(text, data))
    assert lines[0].start == 0
    assert lines[-1].end == len(text)
    for line, after in itertools.pairwise(lines):
        assert text[line.end : after.start] in ("", " ", "\n")
        assert line.start <= line.end <= after.start


@given(texts, widths)
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cells(text, line) <= width for line in wrap(text, width, []))


@given(texts, st.integers(8, 40), st.data())
def test_nor_with_glyphs(text: str, width: int, data: st.DataObject) -> None:
    lines = wrap(text, width, starts_in(text, data))
    assert all(cells(text, line) <= width for line in lines)


@given(texts, widths)
def test_no_grapheme_is_cut(text: str, width: int) -> None:
    whole = {start for piece in _pieces(text) for start in _borders(text, *piece)}
    assert all(line.start in whole and line.end in whole for line in wrap(text, width, []))


@given(texts, st.integers(8, 40), st.data())
def test_every_claim_has_its_glyph_once_and_in_order(text: str, width: int, data: st.DataObject) -> None:
    starts = starts_in(text, data)
    lines = wrap(text, width, starts)
    assert [mark for line in lines for mark in line.marks] == starts
    assert all(line.start <= mark < line.end for line in lines for mark in line.marks)


@given(texts, st.integers(10, 40))
def test_the_estimate_is_at_least_a_line_for_each_line_of_the_text(text: str, width: int) -> None:
    lengths = tuple(map(len, text.split("\n")))
    assert estimate_height(lengths, width, 0) >= text.count("\n") + 1


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, at = [], 0
    for piece in text.split("\n"):
        pieces.append((at, at + len(piece)))
        at += len(piece) + 1
    return pieces


def _borders(text: str, start: int, end: int) -> list[int]:
    """Where a line may begin or end: between graphemes, and beside blanks."""
    return [*(start + first for first, _, _ in split_graphemes(text[start:end])[0]), end]
