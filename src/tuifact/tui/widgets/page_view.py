"""A page that scrolls: draws the lines in view, lays out for any width, keeps its place while it does.

It draws every line itself (Textual's Line API), so that an article of a hundred thousand claims costs no more than one
of thirty, and a change repaints its own lines only.
"""

from __future__ import annotations

from typing import ClassVar

from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuifact.model import Status
from tuifact.tui.widgets.canvas import Brush, Canvas, join
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.page import Match, Page
from tuifact.tui.widgets.page_styles import LAYERS, PageStyles
from tuifact.tui.widgets.painting import MARGIN, Look, paint
from tuifact.tui.widgets.roll import Roll
from tuifact.tui.widgets.track import Window

SETTLE_SECONDS = 0.02
"""Between two slices of working out heights: keys that come in meanwhile are answered first."""

SETTLE_PARAGRAPHS = 120
"""Paragraphs a slice: some 6 ms of work."""

EYE_LEVEL = 3
"""What one looks at is brought to the height's third, where one reads on without looking up or down."""

CONTEXT_LINES = 4
"""Lines one wants to see before and after what one reads."""

KEPT_PARAGRAPHS = 200
"""Paragraphs whose drawn lines are kept: some screens around the eye."""

SPARE = 2
"""Cells by which a terminal may think a line of text wider than we do."""


class PageView(Canvas, ScrollView, can_focus=True):
    """Shows a page. Says where on it one is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--heading",
        "article--post",
        "article--bar",
        *(f"article--{layer}" for layer in LAYERS),
        *(f"article--{status}" for status in Status),
    }
    DEFAULT_CSS = """
    PageView { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    measure: reactive[int] = reactive(72, repaint=False)
    """The widest line, in cells."""
    window: reactive[Window] = reactive(Window(), repaint=False)
    """What part of the page is on the screen."""

    class Settled(Message):
        """Lines have found their place: landmarks can be drawn."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.page = Page(Manuscript(), Roll(), 40)
        """What is shown."""
        self.look = Look()
        """How it is shown."""
        self._styles = PageStyles(self)
        self._drawn: dict[int, dict[int, Strip]] = {}

    def lay_out(self, page: Page, look: Look, top: int) -> None:
        """Show another page, line `top` of it first."""
        self.page, self.look = page, look
        self._fit()
        self.scroll_to(y=top, animate=False, force=True)
        self.repaint()

    def eye_level(self, lines: range) -> int:
        """The line of the page that is to be the first on the screen to have these ones at eye level."""
        height = self.size.height or self.app.size.height - 4  # Before the first layout nobody knows it exactly.
        return max(0, lines.start - height // EYE_LEVEL)

    @property
    def top_paragraph(self) -> int:
        """The paragraph at the top of the screen."""
        return self.page.anchor(self.scroll_offset.y)[0]

    def scroll_to_end(self) -> None:
        """Put the last line of the text at the foot of the screen."""
        self.page.make_exact(self.page.height - 2 * self.size.height, 2 * self.size.height)
        self._fit()
        self.scroll_to(y=max(0, self.page.height - self.size.height), animate=False, force=True)

    def bring_into_view(self, lines: range, *, calmly: bool = False) -> None:
        """Put these lines of the page at eye level, without animation.

        `calmly` leaves the page where it is while they stand on it with some lines around them.
        """
        height, top = self.size.height, self.scroll_offset.y
        around = min(CONTEXT_LINES, height // 4)
        if calmly and top + (around if top else 0) <= lines.start and lines.stop <= top + height - around:
            return
        self.scroll_to(y=self.eye_level(lines), animate=False, force=True)

    @property
    def text_width(self) -> int:
        """Cells for the text of a line."""
        room = (self.size.width or 80) - MARGIN - 3
        return max(8, min(self.measure, room))

    def on_mount(self) -> None:
        """Begin to work out heights whenever there is time."""
        self.set_interval(SETTLE_SECONDS, self._settle)

    def on_resize(self) -> None:
        """Lay out for the new width, keeping what one was reading in its place."""
        self._drawn.clear()
        self._relayout()

    def watch_measure(self) -> None:
        """Lay out for the new measure."""
        self._relayout()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say what is on the screen now."""
        super().watch_scroll_y(old_value, new_value)
        self._say_where()

    def forget_rows(self) -> None:
        """Forget what was drawn, and in which colours."""
        self._styles.forget()
        self._drawn.clear()
        super().forget_rows()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Make sure that what is about to be shown is exact, then draw it."""
        before = self.page.height
        self._make_exact()
        if self.page.height != before:
            self.call_after_refresh(self._fit)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen, each segment saying which characters it shows: for when the mouse selects."""
        row = self.page.row(y + self.scroll_offset.y)
        if row is None or row.line is None:
            return Strip([])
        return Strip(paint(self.page, row, self.look, self._styles, offsets=True))

    def draw_row(self, y: int, brush: Brush) -> Strip:
        """Line `y` of the screen as it is drawn, kept until something about its paragraph changes."""
        row = self.page.row(y + self.scroll_offset.y)
        paragraph, number = (row.paragraph, row.number) if row is not None and row.line is not None else (-1, 0)
        kept = self._drawn.setdefault(paragraph, {})
        if number not in kept:
            if len(self._drawn) > KEPT_PARAGRAPHS:
                self._drawn.pop(next(iter(self._drawn)))
            segments = [] if paragraph < 0 or row is None else paint(self.page, row, self.look, self._styles)
            kept[number] = brush.line(join(segments))
        return kept[number]

    def repaint(self) -> None:
        """Draw every line again."""
        self._drawn.clear()
        self._make_exact()
        self.refresh()

    def _make_exact(self) -> None:
        self.page.make_exact(self.scroll_offset.y, self.size.height)

    def repaint_claim(self, claim: int) -> None:
        """Draw the lines of a claim again."""
        self._drawn.pop(self.page.roll.paragraphs[claim], None)
        self.repaint_lines(self.page.lines_of_claim(claim))

    def looked_at(self) -> Match | None:
        """What on the screen must not be lost when the lines break elsewhere; None keeps the top line."""
        return None

    def _relayout(self) -> None:
        kept = self.looked_at()
        anchor = self.page.anchor(self.scroll_offset.y)
        breaks_elsewhere = self.page.width != self.text_width
        self.page.resize(self.text_width)
        self._fit()
        if kept is not None:
            self.bring_into_view(self.page.lines_of(kept))
        else:
            self.scroll_to(y=self.page.line_of(anchor), animate=False, force=True)
        if breaks_elsewhere:
            self._drawn.clear()
            self.refresh()

    def _settle(self) -> None:
        """Work out some more heights, out of sight: what is on the screen stays where it is."""
        if self.page.settled:
            return
        anchor = self.page.anchor(self.scroll_offset.y)
        self.page.settle(SETTLE_PARAGRAPHS)
        self._fit()
        if self.page.settled:
            self.post_message(self.Settled())
        y = self.page.line_of(anchor)
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True)

    def _fit(self) -> None:
        # Half a screen below the end lets the last claim come to eye level too; a page that fits does not move at all.
        beyond = self.size.height // 2 if self.page.height > self.size.height else 0
        self.virtual_size = Size(self.size.width, self.page.height + beyond)
        self._say_where()

    def _say_where(self) -> None:
        height = max(1, self.page.height)
        self.window = Window(self.scroll_offset.y, min(height, self.size.height), height)

    def repaint_lines(self, lines: range) -> None:
        """Send these lines of the page again, as far as there is text on them."""
        cells = MARGIN + self.text_width + SPARE
        top = self.scroll_offset.y
        for y in range(max(lines.start, top), min(lines.stop, top + self.size.height)):
            self.refresh(Region(0, y - top, min(cells, self.outer_size.width), 1))
