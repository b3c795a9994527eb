"""Drawing lines straight to the screen, and only what changed of them.

Textual draws a widget line by line through borders, paddings and caches that the large widgets here do without; going
around them is most of what makes a first frame and a key cheap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Brush:
    """What makes lines of a widget out of segments; good for as long as its size and colours are."""

    def __init__(self, widget: Widget) -> None:
        self.width = widget.outer_size.width
        """Cells of a line."""
        self.base = widget.visual_style.rich_style
        """The style of a blank."""
        self._background = widget.background_colors[1]
        self._filters = widget.get_line_filters()

    def line(self, segments: Sequence[Segment]) -> Strip:
        """A line filled up to its width, and made harmless and colourless by the filters of the app as they ask."""
        line = list(segments)
        used = sum(cell_len(segment.text) for segment in line)
        if used < self.width:
            line.append(Segment(" " * (self.width - used), self.base))
        for line_filter in self._filters:
            line = line_filter.apply(line, self._background)
        strip = Strip(line, max(used, self.width))
        return strip if used <= self.width else strip.crop(0, self.width)


def crop_lines(strips: list[Strip], crop: Region, width: int) -> list[Strip]:
    """The columns of a crop."""
    first, last = crop.column_span
    return strips if (first, last) == (0, width) else [strip.crop(first, last) for strip in strips]


def join(segments: Sequence[Segment]) -> list[Segment]:
    """The same line with neighbours of one style in one piece: each piece costs forty bytes on its way."""
    return list(Segment.simplify(segments))


def changes(before: Sequence[Strip], now: Sequence[Strip]) -> Iterator[tuple[int, int]]:
    """The lines that differ: their number, and up to which cell they must be drawn again."""
    for y, (was, this) in enumerate(zip_longest(before, now)):
        if was != this:
            yield y, max(was.cell_length if was else 0, this.cell_length if this else 0)
