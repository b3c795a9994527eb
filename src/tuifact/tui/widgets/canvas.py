"""Drawing lines straight to the screen, and only what changed of them.

Textual draws a widget line by line through borders, paddings and caches that the large widgets here do without; going
around them is most of what makes a first frame and a key cheap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Self

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

    def used(self, line: Strip | None) -> int:
        """Cells up to which there is something on a line; all of it where nobody knows what stands there."""
        if not line:
            return self.width
        *_, last = line
        blank = last.style == self.base and not last.text.strip()
        return max(1, line.cell_length - last.cell_length) if blank else line.cell_length


class Canvas(Widget):
    """A widget that draws its lines itself. Whenever all of it is to be drawn again, it sends the lines that differ."""

    _on_screen: dict[int, Strip] | None = None
    _colours: object = None
    _colours_may_differ = False

    def draw_row(self, y: int, brush: Brush) -> Strip:
        """Row `y` of the widget, from its top."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw what is in view."""
        self._look_at_colours()
        brush = Brush(self)
        rows = {y: self.draw_row(y, brush) for y in crop.line_range}
        self._on_screen = {**(self._on_screen or {}), **rows}
        first, last = crop.column_span
        whole = (first, last) == (0, brush.width)
        return list(rows.values()) if whole else [strip.crop(first, last) for strip in rows.values()]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """See Textual. Getting and losing the focus asks for all of a widget, and so does scrolling."""
        self._look_at_colours()
        everything = not regions or regions == (self.size.region,)
        if not everything or not repaint or layout or recompose or not self._on_screen:
            return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        brush, shown, offset = Brush(self), self._on_screen, self.content_offset
        regions = tuple(
            Region(-offset.x, y - offset.y, max(brush.used(now), brush.used(was)), 1)
            for y in range(self.outer_size.height)
            if (now := self.draw_row(y, brush)) != (was := shown.get(y))
        )
        return super().refresh(*regions) if regions else self

    def forget_rows(self) -> None:
        """What was drawn has another size or other colours now."""
        self._on_screen = None

    def notify_style_update(self) -> None:
        """See Textual, which tells of it also when nothing became another: whenever the focus goes elsewhere."""
        self._colours_may_differ = True
        super().notify_style_update()

    def _look_at_colours(self) -> None:
        if not self._colours_may_differ or not self.is_mounted:
            return
        self._colours_may_differ = False
        colours = self.visual_style, [self.get_component_rich_style(part) for part in sorted(self.COMPONENT_CLASSES)]
        if colours != self._colours:
            self._colours = colours
            self.forget_rows()


def join(segments: Sequence[Segment]) -> list[Segment]:
    """The same line with neighbours of one style in one piece: each piece costs forty bytes on its way."""
    return list(Segment.simplify(segments))


def changes(before: Sequence[Strip], now: Sequence[Strip]) -> Iterator[tuple[int, int]]:
    """The lines that differ: their number, and up to which cell they must be drawn again."""
    for y, (was, this) in enumerate(zip_longest(before, now)):
        if was != this:
            yield y, max(was.cell_length if was else 0, this.cell_length if this else 0)
