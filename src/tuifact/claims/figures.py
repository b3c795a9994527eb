"""The figures and dates in a claim as values, so that claims can be filtered and compared by what they count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

FigureKind = Literal["number", "money", "percent", "date", "year"]
"""What a figure counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure as it stands in the text, and what it is worth."""

    text: str
    """As written (`$1.5 billion`)."""
    start: int
    """First character, in characters of the text asked about."""
    end: int
    """One past the last character."""
    kind: FigureKind
    value: Decimal | date
    """A date for kind `date`; else the number in full (`1500000000`)."""
    unit: str = ""
    """ISO 4217 for money where the sign is clear (`USD`), `%` for percent, else the word counted (`votes`) or empty."""


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in reading order; they never overlap."""
    return ()
