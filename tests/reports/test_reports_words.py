"""Facts in words, and tables that line up."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from tuifact.reports.content.overview import Coverage
from tuifact.reports.markdown.table import table
from tuifact.reports.words import listing, moment, shortened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge opened in 2019.", "The bridge opened in 2019."),
        ("The bridge opened in 2019, although few knew", "The bridge opened in 2019…"),
        ("x" * 40, "x" * 29 + "…"),
        ("one\ntwo", "one two"),
        ("", ""),
    ],
)
def test_long_text_is_cut_at_a_word(text: str, expected: str) -> None:
    assert shortened(text, 30) == expected


@pytest.mark.parametrize(
    ("opinions", "predictions", "sentences", "told"),
    [
        (0, 0, 3, "1 with nothing to check is left out"),
        (1, 0, 3, "1 opinion is left out"),
        (0, 1, 4, "1 prediction and 1 with nothing to check are left out"),
        (0, 0, 4, "2 with nothing to check are left out"),
    ],
)
def test_one_sentence_is_left_out_and_several_are(opinions: int, predictions: int, sentences: int, told: str) -> None:
    assert f"; {told}." in Coverage(sentences, 2, 1, opinions, predictions).sentence


def test_moments_are_told_in_utc() -> None:
    assert moment("2020-03-03T23:30:00-02:00") == "4 March 2020, 01:30 UTC"
    assert moment("2020-03-03") == "3 March 2020, 00:00 UTC"
    assert moment("") == ""


def test_lists_read_as_a_sentence_has_them() -> None:
    assert [listing([]), listing(["a", "b"])] == ["", "a and b"]


def test_columns_line_up_whatever_the_script() -> None:
    lines = list(table(("No.", "Who"), ("right", "left"), [("1", "山田"), ("10", "e\u0301")]))
    assert lines == ["| No. | Who  |", "| --: | ---- |", "|   1 | 山田 |", "|  10 | e\u0301    |"]


@pytest.mark.parametrize(
    "module",
    ["reports.markdown." + name for name in ("escape", "frame", "table")]
    + ["reports.content." + name for name in ("overview", "phrases", "ratings")]
    + ["reports.addresses", "reports.names", "reports.words", "sources.interface"],
)
def test_examples_in_docstrings_hold(module: str) -> None:
    outcome = doctest.testmod(import_module(f"tuifact.{module}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0
