"""Text into lines of a given width, in cells, with room for the glyphs of claims that begin inside a line.

Everything is counted twice here: characters are what offsets mean, cells are what the terminal shows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

MARK_CELLS = 2
"""A claim's glyph and the blank behind it, before the claim's first word."""

_SINGLE = " -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0556\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
"""Letters and marks that are one cell wide and stand by themselves: Latin, Greek, Cyrillic, Armenian.

Equal numbers of characters and cells would not do: a wide character and a zero-width one make up for each other.
"""


class Line(NamedTuple):
    """One line of a wrapped text."""

    start: int
    """First character."""
    end: int
    """One past the last character shown."""
    marks: tuple[int, ...] = ()
    """Characters of this line before which a claim's glyph stands; one at `start` stands in the margin instead."""


def wrap(text: str, width: int, starts: Sequence[int]) -> list[Line]:
    """Break a text at its newlines and blanks so that no line is wider than `width` cells.

    `starts` are the ascending characters at which claims begin. A word wider than a line is cut between graphemes.
    The blank at which a line breaks belongs to neither line. Never returns an empty list.
    """
    single = _is_single(text)
    lines: list[Line] = []
    at = 0
    for piece in text.split("\n"):
        _wrap_piece(text, at, at + len(piece), max(1, width), starts, single, lines)
        at += len(piece) + 1
    return lines


def _is_single(text: str) -> bool:
    """Whether each character is one cell wide and stands by itself."""
    if text.isascii() and text.isprintable():
        return True
    return re.search(f"[^{_SINGLE}]", text) is None


def estimate_height(lengths: Sequence[int], width: int, marks: int) -> int:
    """About how many lines a text will take, from the lengths of its own lines alone; at least 1."""
    if lengths == (0,):
        return 1
    # A line of news text is left about four cells short of the width by the word that no longer fitted.
    return sum(1 + length // max(1, width - 4) for length in lengths) + marks * MARK_CELLS // max(1, width)


def _wrap_piece(
    text: str, start: int, end: int, width: int, starts: Sequence[int], single: bool, lines: list[Line]
) -> None:
    """Wrap one line of the source, `text[start:end]`, onto `lines`."""
    at = start
    while True:
        marks = [mark for mark in starts if at <= mark < min(end, at + width)]
        stop = _line_end(text, at, end, width, marks, single)
        lines.append(Line(at, stop, tuple(mark for mark in marks if mark < stop)))
        if stop >= end:
            return
        at = stop + 1 if text[stop] == " " else stop


def _line_end(text: str, at: int, end: int, width: int, marks: Sequence[int], single: bool) -> int:
    """Where the line that begins at `at` ends: at a blank, or inside a word too long for any line."""
    limit = _reach(text, at, end, width, [mark for mark in marks if mark > at], single)
    if limit >= end:
        return end
    if text[limit] == " ":
        return limit
    blank = text.rfind(" ", at, limit)
    return limit if blank <= at else blank


def _reach(text: str, at: int, end: int, width: int, marks: Sequence[int], single: bool) -> int:
    """How far `width` cells reach from `at` when each of the marks takes its own."""
    limit = at
    for mark in [*marks, end]:
        reached = _advance(text, limit, min(mark, end), width, single)
        width -= reached - limit if single else cell_len(text[limit:reached])
        limit = reached
        if reached < mark or width <= MARK_CELLS:
            break
        width -= MARK_CELLS
    return max(limit, min(at + 1, end))


def _advance(text: str, at: int, end: int, width: int, single: bool) -> int:
    """The furthest character from `at`, not past `end`, that `width` cells reach without cutting a grapheme."""
    if single:
        return min(end, at + width)
    # Most characters are one cell wide: a window of `width` characters and some is usually enough. Zero-width ones
    # make it longer, so it grows until it is full or the text is over.
    window = min(end, at + width + 8)
    while True:
        used = 0
        graphemes = split_graphemes(text[at:window])[0]
        # The last one may go on beyond the window.
        for first, last, cells in graphemes if window >= end else graphemes[:-1]:
            if used + cells > width:
                return at + first if first else min(end, at + last)
            used += cells
        if window >= end:
            return end
        window = min(end, at + 2 * (window - at))
