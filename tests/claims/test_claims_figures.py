"""Figures: what is read as which value. All texts written for this."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuifact.claims import find_figures

Read = tuple[str, str, str, str]
"""Text, kind, value, unit."""


def read(text: str) -> list[Read]:
    """The figures of a text in short."""
    return [(figure.text, figure.kind, str(figure.value), figure.unit) for figure in find_figures(text)]


CASES: list[tuple[str, list[Read]]] = [
    ("1,234 people", [("1,234", "number", "1234", "people")]),
    ("1.234,5 kg", [("1.234,5", "number", "1234.5", "kg")]),
    ("two dozen boats", [("two dozen", "number", "24", "boats")]),
    ("three million votes", [("three million", "number", "3000000", "votes")]),
    ("twenty-five sailors", [("twenty-five", "number", "25", "sailors")]),
    ("two hundred and five men", [("two hundred and five", "number", "205", "men")]),
    ("31 new cables", [("31", "number", "31", "cables")]),
    ("3 other", [("3", "number", "3", "")]),
    ("a hundred nets", [("a hundred", "number", "100", "nets")]),
    ("three quarters of it", [("three quarters", "number", "0.75", "")]),
    ("12.5% of 40", [("12.5%", "percent", "12.5", "%"), ("40", "number", "40", "")]),
    ("10 per cent", [("10 per cent", "percent", "10", "%")]),
    ("5 percentage points", [("5 percentage points", "percent", "5", "%")]),
    ("$1.5 billion", [("$1.5 billion", "money", "1500000000", "USD")]),
    ("€20m", [("€20m", "money", "20000000", "EUR")]),
    ("£3", [("£3", "money", "3", "GBP")]),
    ("5 rupees", [("5 rupees", "money", "5", "")]),
    ("forty thousand euros", [("forty thousand euros", "money", "40000", "EUR")]),
    ("USD 40,000 a day", [("USD 40,000", "money", "40000", "USD")]),
    ("NZ$26 million", [("NZ$26 million", "money", "26000000", "NZD")]),
    ("500 crore", [("500 crore", "number", "5000000000", "")]),
    ("2020-12-13", [("2020-12-13", "date", "2020-12-13", "")]),
    ("December 13, 2020", [("December 13, 2020", "date", "2020-12-13", "")]),
    ("13 Dec 2020", [("13 Dec 2020", "date", "2020-12-13", "")]),
    ("the 3rd of May 2021", [("3rd of May 2021", "date", "2021-05-03", "")]),
    ("in 2015", [("2015", "year", "2015", "")]),
    ("2015 boats", [("2015", "number", "2015", "boats")]),
    ("from 1999 to 2004", [("1999", "year", "1999", ""), ("2004", "year", "2004", "")]),
    ("3 to 5 percent", [("3", "percent", "3", "%"), ("5 percent", "percent", "5", "%")]),
    ("3–5 million tonnes", [("3", "number", "3000000", "tonnes"), ("5 million", "number", "5000000", "tonnes")]),
    (
        "$1.5 billion to $2.5 billion",
        [("$1.5 billion", "money", "1500000000", "USD"), ("$2.5 billion", "money", "2500000000", "USD")],
    ),
    ("٣ boats", [("٣", "number", "3", "boats")]),
]


@pytest.mark.parametrize(("text", "figures"), CASES)
def test_figures(text: str, figures: list[Read]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    ["", "no figure", "COVID-19", "4chan", "M5S", "15:11 GMT", "24/7", "10.0.0.1", "12 May", "May 12", "one of them",
     "hundreds", "the 1990s", "31 February 2021", "anyone, someone, tense"],
)  # fmt: skip
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_figures_stand_where_they_say() -> None:
    text = "On 3 May 2021 Lee paid $1.5 million, 12 percent more than the two dozen others."
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text
    assert [figure.kind for figure in find_figures(text)] == ["date", "money", "percent", "number"]


NUMERIC = st.sampled_from(
    ["1", "12,345", "two", "million", "%", "$", "€", "May", "2020", "-", "to", ".", "half", "USD", "²", "½"]
)


@given(st.lists(st.one_of(NUMERIC, st.text(max_size=5)), max_size=30).map(" ".join))
def test_spans_are_ordered_apart_and_true(text: str) -> None:
    at = 0
    for figure in find_figures(text):
        assert at <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text
        assert isinstance(figure.value, date if figure.kind == "date" else Decimal)
        at = figure.end


@pytest.mark.parametrize(
    "text",
    ["1" * 100_000, "1" + ",000" * 10_000, "two " * 5_000, "$" * 10_000, "1 " * 5_000, "1" + " million" * 5_000,
     "May " * 5_000, "2020-12-" * 5_000, "1-" * 5_000, "one-" * 5_000],
    ids=lambda text: text[:9],
)  # fmt: skip
def test_long_monotonous_texts_are_read_to_their_end(text: str) -> None:
    assert all(figure.end <= len(text) for figure in find_figures(text))
