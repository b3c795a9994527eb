"""Tables that line up unrendered, too."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Literal

Side = Literal["left", "right"]
"""Where a column's cells stand."""

WIDEST = 90
"""Columns are padded up to here; one long cell must not push the others out of sight."""


def table(heads: Sequence[str], sides: Sequence[Side], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, without line ends. Cells are escaped already and hold no newline."""
    columns = list(zip(heads, *rows, strict=True))
    widths = [max(3, *(min(WIDEST, width(cell)) for cell in column)) for column in columns]
    rule = [
        ("-" * (size - 1) + ":") if side == "right" else "-" * size for size, side in zip(widths, sides, strict=True)
    ]
    for row in (heads, rule, *rows):
        yield "| " + " | ".join(map(_padded, row, widths, sides)) + " |"


def width(text: str) -> int:
    """Columns the text takes in a monospaced font.

    >>> width("abc"), width("日本"), width("e\\u0301")
    (3, 4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_cell_width(character) for character in text)


def _cell_width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _padded(cell: str, size: int, side: Side) -> str:
    gap = " " * (size - width(cell))
    return gap + cell if side == "right" else cell + gap
