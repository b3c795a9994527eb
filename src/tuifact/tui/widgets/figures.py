"""A claim's figures as its card shows them: as values, and as written where that is the shorter way to say one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tuifact.model.plain import plain_line

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def figure_words(figure: Mapping[str, str | int]) -> str:
    """One figure, of those the desk finds in a claim: `12 %`, `$1.5 billion`, `300 boats`, `3 May 2024`."""
    text, value, unit = (plain_line(str(figure[name])) for name in ("text", "value", "unit"))
    if figure["kind"] == "date":
        day = date.fromisoformat(value)
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if figure["kind"] == "percent":
        return text if "point" in text else f"{_grouped(value)} %"
    # A scale is shorter than its zeros (`1.5 billion`), and a third than its decimals.
    as_written = any(map(str.isdigit, text)) or "." in value
    number = text if as_written else _grouped(value)
    shown_already = figure["kind"] == "money" and number == text
    return number if shown_already or not unit else f"{number} {unit}"


def _grouped(value: str) -> str:
    """`1,500,000.25`."""
    whole, point, part = value.partition(".")
    return f"{int(whole):,}{point}{part}"
