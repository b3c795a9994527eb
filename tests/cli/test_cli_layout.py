"""Columns, wrapping and marks in the margin."""

from __future__ import annotations

import doctest
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.cli import progress
from tuifact.cli.layout import Mark, align, cells, cut, cut_middle, wrap
from tuifact.cli.output import Piece, Styled


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("bridge", 6), ("橋梁", 4), ("e\u0301", 1), ("a\u200db", 2), ("ﬁ", 1), ("Ｗ", 2)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [
        ("bridge", 6, "bridge"),
        ("bridges", 6, "bridg…"),
        ("the bridge", 5, "the…"),
        ("橋の建設費", 6, "橋の…"),
        ("", 3, ""),
    ],
)
def test_cut(text: str, width: int, wanted: str) -> None:
    assert cut(text, width) == wanted


@given(st.text(), st.integers(min_value=3, max_value=40))
def test_cut_never_takes_more_room_than_there_is(text: str, width: int) -> None:
    assert cells(cut(text, width)) <= width


def test_wrapping_breaks_between_words_and_keeps_newlines() -> None:
    lines = [line.text for line in wrap("the bridge opened\nin 2019", 10)]
    assert lines == ["the bridge", "opened", "in 2019"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert [line.text for line in wrap("see https://example.org/report", 10)] == [
        "see",
        "https://ex",
        "ample.org/",
        "report",
    ]


def test_a_claim_within_a_line_is_marked_before_its_words() -> None:
    marks = [Mark(0, "?", 1, "unverified"), Mark(14, "✓", 2, "verified")]
    [line] = wrap("It opened up. It cost more.", 60, marks)
    assert line.mark == marks[0]
    assert line.text == "It opened up. [✓ 2] It cost more."


def test_a_claim_that_begins_a_line_is_marked_in_the_margin() -> None:
    marks = [Mark(0, "?", 1, "unverified"), Mark(14, "✓", 2, "verified")]
    lines = list(wrap("It opened up. It cost more.", 14, marks))
    assert [line.mark for line in lines] == marks
    assert [line.text for line in lines] == ["It opened up.", "It cost more."]


def test_claims_after_a_newline_keep_their_marks() -> None:
    marks = [Mark(5, "?", 1, "unverified"), Mark(10, "?", 2, "unverified")]
    assert [line.mark for line in wrap("One.\nTwo. Three.", 6, marks)] == [None, *marks]


@given(
    st.text(alphabet="ab é橋\n\u0301"), st.integers(min_value=4, max_value=30), st.lists(st.integers(0, 40), max_size=5)
)
def test_wrapping_loses_no_word_and_no_mark(text: str, width: int, starts: list[int]) -> None:
    marks = [Mark(start, "?", 1, "unverified") for start in sorted(starts) if text[start : start + 1].strip()]
    lines = list(wrap(text, width, marks))
    shown = "".join(line.text for line in lines)
    assert shown.replace("[? 1]", "").replace(" ", "") == "".join(text.split())
    assert shown.count("[? 1]") + sum(line.mark is not None for line in lines) == len(marks)
    assert not marks or cells(lines[0].text) >= 0
    assert all(cells(line.text) <= width for line in lines) or marks


def test_a_table_is_aligned_and_drops_empty_columns() -> None:
    rows: list[list[Piece]] = [["a", "", Styled("橋", "strong"), "x"], ["bcd", "", "e", "y"]]
    assert ["".join(cell if isinstance(cell, str) else cell.text for cell in row) for row in align(rows)] == [
        "a    橋  x",
        "bcd  e   y",
    ]


def test_numbers_are_set_flush_right() -> None:
    assert ["".join(map(str, row)) for row in align([["7"], ["1204"]], right=frozenset({0}))] == ["   7", "1204"]


def test_one_column_gives_way_to_the_terminal() -> None:
    [row] = align([["✓ 1", "The bridge that cost three times as much", "9e84"]], room=30, gives_way=1)
    assert "".join(map(str, row)) == "✓ 1  The bridge that co…  9e84"


def test_the_bar() -> None:
    assert doctest.testmod(progress).failed == 0
    assert progress.drawn(0, 3, "articles").startswith("▱")
    assert progress.drawn(4, 3, "articles") == "4 articles"


@pytest.mark.parametrize(
    ("text", "width", "wanted"),
    [("/home/ines/bridge.txt", 30, "/home/ines/bridge.txt"), ("/home/ines/bridge.txt", 16, "/home/i…idge.txt")],
)
def test_a_path_keeps_both_its_ends(text: str, width: int, wanted: str) -> None:
    assert cut_middle(text, width) == wanted


@given(st.text(), st.integers(min_value=5, max_value=40))
def test_cutting_the_middle_never_takes_more_room_than_there_is(text: str, width: int) -> None:
    assert cells(cut_middle(text, width)) <= width


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_the_bar_comes_late_makes_way_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    screen, clock = Screen(), iter([0.0, 0.1, 10.0, 10.0, 10.05, 10.06, 10.07])
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with progress.progress(4, "articles") as bar:
        bar.advance()
        assert screen.getvalue() == ""
        bar.advance()
        assert screen.getvalue().endswith("2 of 4 articles  12 a minute  10 s left")
        bar.clear()
        assert screen.getvalue().endswith("\r\x1b[K")
        bar.advance()
        assert screen.getvalue().endswith("3 of 4 articles  18 a minute  3 s left")
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_gets_no_bar(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    with progress.progress(4, "articles") as bar:
        bar.advance()
    assert screen.getvalue() == ""
