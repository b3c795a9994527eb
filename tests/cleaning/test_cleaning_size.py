"""Long texts: what they take, and that a long line is read as its sentences are."""

from __future__ import annotations

import tracemalloc

import pytest

from tuifact.cleaning import clean

SENTENCE = 'The " Grey Gull " left , he said , with 1 , 204 tons on board ( of May ) .'
READ = 'The "Grey Gull" left, he said, with 1,204 tons on board (of May).'
MANY = 1000
"""Sentences that are more than a line which is walked at once."""

MOST = 12
"""Times the size of the input that cleaning may hold at a time."""


@pytest.mark.parametrize(
    "unit",
    [
        "one of many short lines of text\n\n",
        "The port of ward , it paid all .\n",
        "some words that wrap at the fif-\n",
        "> a line that somebody quoted ,\n",
        "& quot ; ",
        "@@@ ",
        ", ",
    ],
)
def test_memory_grows_with_the_text_and_no_faster(unit: str) -> None:
    data = (unit * (600_000 // len(unit))).encode()
    clean("It was so , they said .")
    tracemalloc.start()
    try:
        article = clean(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert article.original.data == data
    assert peak <= MOST * len(data)


def test_a_long_line_reads_as_its_sentences() -> None:
    article = clean(" ".join([SENTENCE] * MANY))
    assert article.text == " ".join([READ] * MANY)


def test_the_repairs_of_a_long_line_lead_from_the_original_to_the_text() -> None:
    article = clean(" ".join([SENTENCE] * MANY))
    original, made, at = article.original.data.decode(), "", 0
    for repair in article.repairs:
        start, end = repair.span
        assert original[at:end] == original[at:start] + repair.before
        made += original[at:start] + repair.after
        at = end
    assert made + original[at:] == article.text


@pytest.mark.parametrize("unit", [", ", "word ", "a , b ", "x" * 70_000 + " , "])
def test_a_long_line_without_sentences_keeps_its_letters(unit: str) -> None:
    text = unit * (200_000 // len(unit)) + "and , so it ends ."
    kept = clean(text).text
    assert [char for char in kept if char.isalpha()] == [char for char in text if char.isalpha()]
    assert kept.endswith("and, so it ends.")
