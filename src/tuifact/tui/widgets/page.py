"""An article laid out as a page: which line shows what. Knows widths and claims, and nothing of a terminal.

A page of a hundred thousand claims opens as fast as one of thirty: heights are estimated from lengths, only what is
looked at is wrapped exactly, and `settle` works off the rest in slices.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from tuifact.model import ParagraphKind
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.roll import Roll
from tuifact.tui.widgets.wrapping import Line, estimate_height, wrap

KEPT_WRAPPINGS = 400
"""Paragraphs whose lines are kept: a few screens around the eye."""

INDENT: dict[ParagraphKind, int] = {"prose": 0, "heading": 0, "quote": 2, "post": 2, "list": 2}
"""Cells before the text, by kind of paragraph."""


class Match(NamedTuple):
    """A place where the searched words stand."""

    paragraph: int
    start: int
    end: int


class Row(NamedTuple):
    """One line of the page: a line of a paragraph, or (`line` None) the blank line above one."""

    paragraph: int
    number: int
    """Of the line in its paragraph, from 0."""
    line: Line | None


Piece = tuple[int, int, int | None, bool]
"""Characters from and to, the claim they belong to, and whether the claim's glyph stands before them."""


class Page:
    """The lines of an article at one width."""

    def __init__(self, text: Manuscript, roll: Roll, width: int) -> None:
        self.text = text
        """What is read."""
        self.roll = roll
        """The claims in it."""
        self._gaps = bytes(self._gap_above(number) for number in range(len(text)))
        self._marks = bytearray(len(text))
        for paragraph in roll.paragraphs:
            if paragraph < len(text):
                self._marks[paragraph] = min(255, self._marks[paragraph] + 1)
        self.width = 0
        self.resize(width)

    @property
    def height(self) -> int:
        """Lines of the whole page, as far as they are known."""
        return self._tops[-1]

    @property
    def settled(self) -> bool:
        """Whether every height is exact."""
        return self._unsettled >= len(self.text)

    def resize(self, width: int) -> None:
        """Lay out for another width, in cells."""
        if width == self.width:
            return
        self.width = width
        self._wrapped: OrderedDict[int, list[Line]] = OrderedDict()
        self._heights = [
            self._gaps[number]
            + estimate_height(self.text.line_lengths(number), self._text_width(number), self._marks[number])
            for number in range(len(self.text))
        ]
        self._exact = bytearray(len(self.text))
        self._unsettled = 0
        self._add_up()

    def settle(self, paragraphs: int) -> None:
        """Work out the exact height of so many more paragraphs, from the beginning."""
        until = min(len(self.text), self._unsettled + paragraphs)
        for number in range(self._unsettled, until):
            if not self._exact[number]:
                self._note_height(number, self._wrap(number))
        self._unsettled = until
        self._add_up()

    def claim_at(self, paragraph: int, character: int) -> int | None:
        """The claim at this character of a paragraph."""
        for number in self.roll.in_paragraph(paragraph):
            if self.roll.starts[number] <= character < self.roll.ends[number]:
                return number
        return None

    def lines(self, paragraph: int) -> list[Line]:
        """The exact lines of a paragraph."""
        if (lines := self._wrapped.get(paragraph)) is None:
            lines = self._wrapped[paragraph] = self._wrap(paragraph)
            if len(self._wrapped) > KEPT_WRAPPINGS:
                self._wrapped.popitem(last=False)
            if self._note_height(paragraph, lines):
                self._add_up()
        return lines

    def row(self, y: int) -> Row | None:
        """What line `y` of the page shows; None outside of it."""
        if not 0 <= y < self.height:
            return None
        paragraph = bisect_right(self._tops, y) - 1
        number = y - self._tops[paragraph] - self._gaps[paragraph]
        if number < 0:
            return Row(paragraph, number, None)
        lines = self.lines(paragraph)
        return Row(paragraph, number, lines[number] if number < len(lines) else None)

    def make_exact(self, first: int, count: int) -> None:
        """Wrap what these lines of the page show, until they show it exactly."""
        y = max(0, first)
        while y < min(self.height, first + count):
            paragraph = bisect_right(self._tops, y) - 1
            self.lines(paragraph)
            y = self._tops[paragraph + 1]

    def anchor(self, y: int) -> tuple[int, int]:
        """Line `y` as a paragraph and a line in it, which stays true when heights above it change."""
        paragraph = max(0, min(len(self.text), bisect_right(self._tops, y)) - 1)
        return paragraph, y - self._tops[paragraph]

    def line_of(self, anchor: tuple[int, int]) -> int:
        """The line of the page an anchor stands for now."""
        return self._tops[anchor[0]] + anchor[1]

    def lines_of_claim(self, claim: int) -> range:
        """The lines of the page on which a claim stands."""
        return self.lines_of(Match(self.roll.paragraphs[claim], self.roll.starts[claim], self.roll.ends[claim]))

    def lines_of(self, match: Match) -> range:
        """The lines of the page on which these characters stand."""
        if match.paragraph >= len(self.text):
            return range(self.height, self.height)
        lines = self.lines(match.paragraph)
        first = max(0, bisect_right([line.start for line in lines], match.start) - 1)
        last = max(first, bisect_right([line.start for line in lines], max(match.start, match.end - 1)) - 1)
        top = self._tops[match.paragraph] + self._gaps[match.paragraph]
        return range(top + first, top + last + 1)

    def find(self, words: str) -> list[Match]:
        """Every place where these words stand, whatever their case and the kind of their blanks, in reading order."""
        parts = words.split()
        pattern = re.compile(r"\s+".join(map(re.escape, parts)) or re.escape(words), re.IGNORECASE)
        return [
            Match(number, *found.span())
            for number in self.text.may_hold(max(parts, key=len, default=""))
            for found in pattern.finditer(self.text.shown(number))
        ]

    def indent(self, paragraph: int) -> int:
        """Cells before the text of a paragraph."""
        return INDENT[self.text.kinds[paragraph]]

    def pieces(self, row: Row) -> Iterator[Piece]:
        """A line cut where claims begin and end."""
        line = row.line
        if line is None:
            return
        cuts = {line.start, line.end}
        starts, ends = self.roll.starts, self.roll.ends
        for number in self.roll.in_paragraph(row.paragraph):
            cuts.update(cut for cut in (starts[number], ends[number]) if line.start < cut < line.end)
        for start, end in pairwise(sorted(cuts)):
            marked = start > line.start and start in line.marks
            yield start, end, self.claim_at(row.paragraph, start), marked

    def lead(self, row: Row) -> int | None:
        """The claim whose glyph stands in the margin of this line: the one that begins with it."""
        line = row.line
        return self.claim_at(row.paragraph, line.start) if line and line.start in line.marks else None

    def _gap_above(self, number: int) -> int:
        """Blank lines above a paragraph: one, but none at the top and none inside a post or a list."""
        if number == 0:
            return 0
        kinds, post = self.text.kinds, self.text.post(number)
        together = kinds[number] == kinds[number - 1] == "list" or (post and post == self.text.post(number - 1))
        return 0 if together else 1

    def _text_width(self, number: int) -> int:
        return max(8, self.width - INDENT[self.text.kinds[number]])

    def _wrap(self, number: int) -> list[Line]:
        roll = self.roll
        # A claim whose words are gone has a place and no extent: nothing is to be marked there.
        starts = [roll.starts[at] for at in roll.in_paragraph(number) if roll.starts[at] < roll.ends[at]]
        return wrap(self.text.shown(number), self._text_width(number), starts)

    def _note_height(self, number: int, lines: Sequence[Line]) -> bool:
        """Take down an exact height; whether it differs from what was thought."""
        self._exact[number] = 1
        height = self._gaps[number] + len(lines)
        changed = height != self._heights[number]
        self._heights[number] = height
        return changed

    def _add_up(self) -> None:
        self._tops = array("Q", accumulate(self._heights, initial=0))
