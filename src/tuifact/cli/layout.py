"""How text is laid out in columns: its width in cells, cut, wrapped and set in a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tuifact.cli.output import Piece, Styled

ELLIPSIS = "…"
GAP = "  "
"""Between two columns."""
SHORTEST = 16
"""Cells a column keeps when it gives way, however narrow the terminal is."""

_WORD = re.compile(r"\S+")


class Mark(NamedTuple):
    """What stands beside the words of a claim: `? 12`."""

    start: int
    """First character of the claim, in characters of its paragraph."""
    glyph: str
    number: int
    style: str


class SetLine(NamedTuple):
    """One line of a paragraph as it is set: the mark in its margin and its words."""

    mark: Mark | None
    text: str


def cells(text: str) -> int:
    """How many columns the text takes: East Asian wide characters two, combining and joining ones none (UAX 11)."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, width: int) -> str:
    """The text, ended with an ellipsis when it is wider than `width` cells."""
    if cells(text) <= width:
        return text
    return _head(text, width - 1).rstrip() + ELLIPSIS


def cut_middle(text: str, width: int) -> str:
    """The text with an ellipsis in its middle when it is wider than `width` cells: a path keeps both its ends."""
    if cells(text) <= width:
        return text
    tail = _head(text[::-1], width // 2)[::-1]
    return _head(text, width - 1 - cells(tail)) + ELLIPSIS + tail


def wrap(text: str, width: int, marks: Sequence[Mark] = ()) -> Iterator[SetLine]:
    """Set a paragraph in lines of `width` cells; its own newlines stay.

    A claim that begins a line has its mark in the margin; one that begins within a line has it before its words, in
    brackets, so that it is always seen where a claim begins.
    """
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield from _wrap_line(text, start, end, width, [mark for mark in marks if start <= mark.start < end])
        start = end + 1


def align(
    rows: Sequence[Sequence[Piece]],
    *,
    right: frozenset[int] = frozenset(),
    room: int | None = None,
    gives_way: int | None = None,
) -> Iterator[list[Piece]]:
    """Rows of equal length with their columns aligned, two spaces apart; a column without a word in it is left out.

    `right` names the columns set flush right. Where all together need more than `room` cells, the column that
    `gives_way` is cut, but not below `SHORTEST` cells.
    """
    widths = [max(cells(text_of(cell)) for cell in column) for column in zip(*rows, strict=True)]
    used = [at for at, width in enumerate(widths) if width]
    if room is not None and gives_way in used:
        excess = sum(widths) + len(GAP) * (len(used) - 1) - room
        widths[gives_way] = max(min(SHORTEST, widths[gives_way]), widths[gives_way] - max(0, excess))
    for row in rows:
        yield [piece for at in used for piece in _aligned(row[at], widths[at], at in right)][:-1]


def text_of(piece: Piece) -> str:
    """The piece without its style."""
    return piece.text if isinstance(piece, Styled) else piece


def _aligned(cell: Piece, width: int, flush_right: bool) -> tuple[Piece, ...]:
    text = cut(text_of(cell), width)
    space = " " * (width - cells(text))
    shown = Styled(text, cell.style) if isinstance(cell, Styled) else text
    return (space, shown, GAP) if flush_right else (shown, space, GAP)


def _wrap_line(text: str, start: int, end: int, width: int, marks: list[Mark]) -> Iterator[SetLine]:
    line, margin = "", None
    for word in _WORD.finditer(text, start, end):
        begun = [mark for mark in marks if mark.start < word.end()]
        marks = marks[len(begun) :]
        if line and cells(f"{line} {_marked(word[0], begun)}") > width:
            yield SetLine(margin, line)
            line, margin = "", None
        if begun and not line:
            margin = begun.pop(0)
        line = f"{line} {_marked(word[0], begun)}".lstrip()
        while cells(line) > width and " " not in line:
            head = _head(line, width)
            yield SetLine(margin, head)
            line, margin = line[len(head) :], None
    yield SetLine(margin, line)


def _marked(word: str, marks: Sequence[Mark]) -> str:
    return " ".join([*(f"[{mark.glyph} {mark.number}]" for mark in marks), word])


def _head(text: str, width: int) -> str:
    """The longest beginning that fits, and at least one character."""
    taken = 0
    for at, character in enumerate(text):
        taken += _cells(character)
        if taken > width and at:
            return text[:at]
    return text


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def counted(noun: str, count: int) -> str:
    """So many of something.

    >>> counted("article", 1), counted("claim", 0)
    ('1 article', '0 claims')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"
