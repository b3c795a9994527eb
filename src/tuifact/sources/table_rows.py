"""Rows of tables in documents and pages: a row of values is a line, not a paragraph a value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

CELL = " | "
"""Between the values of a row."""

LONGEST_CELL = 200
"""Characters of a cell that holds a value; what is longer is text that was put in a table for its looks."""


def join_cells(cells: Sequence[str]) -> str:
    """The values of a row in one line; empty where they are no values, or no more than one.

    >>> join_cells(["2019", " 31,200 ", ""])
    '2019 | 31,200'
    """
    values = [" ".join(cell.split()) for cell in cells]
    if len(values) < 2 or any(len(value) > LONGEST_CELL for value in values):
        return ""
    return CELL.join(filter(None, values))


def join_rows(body: Any) -> None:  # noqa: ANN401 (an element of lxml, which is an extra)
    """Put the values of each row into its first cell, in what the reader of pages found."""
    for row in body.iter("row"):
        cells = list(row)
        if any(len(cell) for cell in cells):
            continue
        if line := join_cells([cell.text or "" for cell in cells]):
            cells[0].text = line
            for cell in cells[1:]:
                row.remove(cell)
