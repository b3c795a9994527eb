"""An article laid out as a page: which line shows what. Knows widths and claims, and nothing of a terminal.

A page of a hundred thousand claims opens as fast as one of thirty: heights are estimated from lengths, only what is
looked at is wrapped exactly, and `settle` works off the rest in slices.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from tuifact.model import Article, Claim, Paragraph, ParagraphKind
from tuifact.tui.widgets.wrapping import Line, estimate_height, wrap

KEPT_WRAPPINGS = 400
"""Paragraphs whose lines are kept: a few screens around the eye."""

INDENT: dict[ParagraphKind, int] = {"prose": 0, "heading": 0, "quote": 2, "post": 2, "list": 2}
"""Cells before the text, by kind of paragraph."""


@dataclass(frozen=True, slots=True)
class Match:
    """A place where the searched words stand."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page: a line of a paragraph, or (`line` None) the blank line above one."""

    paragraph: int
    number: int
    """Of the line in its paragraph, from 0."""
    line: Line | None


class Page:
    """The lines of an article at one width."""

    def __init__(self, article: Article, claims: Sequence[Claim], width: int) -> None:
        self.paragraphs: tuple[Paragraph, ...] = article.paragraphs
        self.texts = [paragraph.text.replace("\t", " ") for paragraph in article.paragraphs]
        self._claims_in: list[list[int]] = [[] for _ in article.paragraphs]
        self._spans = [(claim.paragraph, claim.start, claim.end) for claim in claims]
        for index, (paragraph, _, _) in enumerate(self._spans):
            self._claims_in[paragraph].append(index)
        for found in self._claims_in:
            found.sort(key=lambda index: self._spans[index][1])
        self._gaps = [self._gap_above(number) for number in range(len(self.paragraphs))]
        self.width = 0
        self.resize(width)

    @property
    def height(self) -> int:
        """Lines of the whole page, as far as they are known."""
        return self._tops[-1]

    @property
    def settled(self) -> bool:
        """Whether every height is exact."""
        return self._unsettled >= len(self.paragraphs)

    def resize(self, width: int) -> None:
        """Lay out for another width, in cells."""
        if width == self.width:
            return
        self.width = width
        self._wrapped: OrderedDict[int, list[Line]] = OrderedDict()
        self._heights = [
            self._gaps[number] + estimate_height(text, self._text_width(number), len(self._claims_in[number]))
            for number, text in enumerate(self.texts)
        ]
        self._exact = bytearray(len(self.texts))
        self._unsettled = 0
        self._add_up()

    def settle(self, paragraphs: int) -> None:
        """Work out the exact height of so many more paragraphs, from the beginning."""
        until = min(len(self.paragraphs), self._unsettled + paragraphs)
        for number in range(self._unsettled, until):
            if not self._exact[number]:
                self._note_height(number, self._wrap(number))
        self._unsettled = until
        self._add_up()

    def claims_in(self, paragraph: int) -> Sequence[int]:
        """The claims of a paragraph, in reading order."""
        return self._claims_in[paragraph]

    def claim_at(self, paragraph: int, character: int) -> int | None:
        """The claim at this character of a paragraph."""
        for index in self._claims_in[paragraph]:
            _, start, end = self._spans[index]
            if start <= character < end:
                return index
        return None

    def span(self, claim: int) -> tuple[int, int]:
        """Where a claim stands in its paragraph, in characters."""
        return self._spans[claim][1:]

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
        paragraph = max(0, min(len(self.paragraphs), bisect_right(self._tops, y)) - 1)
        return paragraph, y - self._tops[paragraph]

    def line_of(self, anchor: tuple[int, int]) -> int:
        """The line of the page an anchor stands for now."""
        return self._tops[anchor[0]] + anchor[1]

    def lines_of_claim(self, claim: int) -> range:
        """The lines of the page on which a claim stands."""
        paragraph, start, end = self._spans[claim]
        return self.lines_of(Match(paragraph, start, end))

    def lines_of(self, match: Match) -> range:
        """The lines of the page on which these characters stand."""
        lines = self.lines(match.paragraph)
        first = max(0, bisect_right([line.start for line in lines], match.start) - 1)
        last = max(first, bisect_right([line.start for line in lines], max(match.start, match.end - 1)) - 1)
        top = self._tops[match.paragraph] + self._gaps[match.paragraph]
        return range(top + first, top + last + 1)

    def find(self, words: str) -> list[Match]:
        """Every place where these words stand, whatever their case and the kind of their blanks, in reading order."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())) or re.escape(words), re.IGNORECASE)
        return [
            Match(number, *found.span()) for number, text in enumerate(self.texts) for found in pattern.finditer(text)
        ]

    def indent(self, paragraph: int) -> int:
        """Cells before the text of a paragraph."""
        return INDENT[self.paragraphs[paragraph].kind]

    def pieces(self, row: Row) -> Iterator[tuple[int, int, int | None, bool]]:
        """A line cut where claims begin and end: (start, end, claim, whether the claim's glyph stands before it)."""
        line = row.line
        if line is None:
            return
        cuts = {line.start, line.end}
        for index in self._claims_in[row.paragraph]:
            cuts.update(cut for cut in self.span(index) if line.start < cut < line.end)
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
        before, here = self.paragraphs[number - 1], self.paragraphs[number]
        together = here.kind == before.kind == "list" or (here.post is not None and here.post == before.post)
        return 0 if together else 1

    def _text_width(self, number: int) -> int:
        return max(8, self.width - INDENT[self.paragraphs[number].kind])

    def _wrap(self, number: int) -> list[Line]:
        starts = [self._spans[index][1] for index in self._claims_in[number]]
        return wrap(self.texts[number], self._text_width(number), starts)

    def _note_height(self, number: int, lines: Sequence[Line]) -> bool:
        """Take down an exact height; whether it differs from what was thought."""
        self._exact[number] = 1
        height = self._gaps[number] + len(lines)
        changed = height != self._heights[number]
        self._heights[number] = height
        return changed

    def _add_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))
