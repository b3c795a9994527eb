"""The scrollbar of an article: how far one has read, and where disputed and unchecked claims lie.

It is the rule between the text and the card as well: one thin line is enough there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tuifact.model import Status
from tuifact.tui.widgets.canvas import Brush, Canvas

RULE = "▏"


class Window(NamedTuple):
    """What part of a page is on the screen, in lines."""

    top: int = 0
    height: int = 1
    total: int = 1


class Landmarks:
    """How many disputed and unchecked claims lie behind each row of a track; a mark changes one row."""

    def __init__(self, places: Sequence[int], statuses: Sequence[Status], total: int, rows: int) -> None:
        """`places` are the lines of the claims on a page of `total` lines, shown in so many rows."""
        self._rows = [min(rows - 1, place * rows // max(1, total)) for place in places] if rows > 0 else []
        self._counts = {status: [0] * rows for status in Status}
        for row, status in zip(self._rows, statuses, strict=False):
            self._counts[status][row] += 1

    def change(self, claim: int, was: Status, now: Status) -> int | None:
        """A claim changed its status; the row it lies in."""
        if claim >= len(self._rows):
            return None
        row = self._rows[claim]
        self._counts[was][row] -= 1
        self._counts[now][row] += 1
        return row

    def at(self, row: int) -> Status | None:
        """What matters most in a row: disputed, then unchecked; None where there is nothing to look at."""
        for status in (Status.DISPUTED, Status.UNVERIFIED):
            counts = self._counts[status]
            if row < len(counts) and counts[row]:
                return status
        return None


class Track(Canvas):
    """One column beside the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "track--window",
        "track--rule",
        f"track--{Status.DISPUTED}",
        f"track--{Status.UNVERIFIED}",
    }
    DEFAULT_CSS = "Track { width: 1; height: 1fr; }"

    class Pointed(Message):
        """Somebody pointed at a line of the page."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    window: reactive[Window] = reactive(Window(), repaint=False)
    """What is on the screen."""
    landmarks: reactive[Landmarks] = reactive(Landmarks((), (), 1, 0), always_update=True)
    """What lies where."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[Status | None, bool], Strip] = {}

    def forget_rows(self) -> None:
        """Forget the colours that were."""
        self._cells.clear()
        super().forget_rows()

    def draw_row(self, y: int, brush: Brush) -> Strip:
        """The glyph of what lies there, on the window's ground where it is on the screen."""
        status, in_window = self.landmarks.at(y), y in self._rows_of(self.window)
        if (status, in_window) not in self._cells:
            style = brush.base
            if in_window:
                style += self.get_component_rich_style("track--window", partial=True)
            style += self.get_component_rich_style(f"track--{status or 'rule'}", partial=True)
            self._cells[status, in_window] = brush.line([Segment(status.glyph if status else RULE, style)])
        return self._cells[status, in_window]

    def watch_window(self, before: Window, now: Window) -> None:
        """Draw again the rows whose ground changed."""
        for row in set(self._rows_of(before)) ^ set(self._rows_of(now)):
            self.repaint_row(row)

    def _rows_of(self, window: Window) -> range:
        """The rows that lie on the window's ground; none when it shows the whole page."""
        if window.height >= window.total:
            return range(0)
        rows = max(1, self.size.height)
        return range(window.top * rows // window.total, (window.top + window.height) * rows // window.total + 1)

    def repaint_row(self, row: int) -> None:
        """Draw one row again."""
        self.refresh(Region(0, row, 1, 1))

    def on_click(self, event: events.Click) -> None:
        """Go to where one pointed."""
        self._point(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag."""
        if event.button:
            self._point(event.y)

    def _point(self, y: int) -> None:
        self.post_message(self.Pointed(y * self.window.total // max(1, self.size.height)))
