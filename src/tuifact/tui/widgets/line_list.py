"""A list with a cursor, one line an item, drawn as it comes into view: a hundred thousand items open at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tuifact.model import Status
from tuifact.tui.widgets.canvas import Brush, Canvas, join

Item = TypeVar("Item")

KEPT_LINES = 400
"""Drawn lines that are kept: some screens around the cursor."""


class LineList(Canvas, ScrollView, Generic[Item], can_focus=True, inherit_bindings=False):
    """Shows items in the order given. Says which one was opened with the mouse; keys are the screen's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--bar",
        "list--faint",
        "list--current",
        *(f"list--{status}" for status in Status),
    }
    DEFAULT_CSS = "LineList { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll; }"

    ALWAYS_LIT: ClassVar[bool] = True
    """Whether the line of the cursor stands out also while the keys go elsewhere."""

    class Opened(Message):
        """The item under the cursor was opened with the mouse."""

    items: reactive[Sequence[Item]] = reactive(())
    """What is in the list."""
    cursor: reactive[int] = reactive(0, repaint=False)
    """The item keys act on, from 0."""
    invitation: reactive[Content | None] = reactive(None)
    """Stands in the middle of an empty list."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: dict[int, Strip] = {}

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None in an empty list."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def key_of(self, item: Item) -> str:
        """What makes an item the same one when the list changes."""
        raise NotImplementedError

    def place_of(self, key: str, items: Sequence[Item]) -> int | None:
        """Where the item with this key stands among these; None when it is not there."""
        return next((at for at, item in enumerate(items) if self.key_of(item) == key), None)

    def draw(self, item: Item, base: Style, width: int) -> list[Segment]:
        """One item in about `width` cells."""
        raise NotImplementedError

    def style(self, name: str, base: Style) -> Style:
        """The style of a part (`faint`, or a status), on this ground."""
        return base + self.get_component_rich_style(f"list--{name}", partial=True)

    def validate_cursor(self, cursor: int) -> int:
        """Inside the list."""
        return max(0, min(cursor, len(self.items) - 1))

    def watch_items(self, before: Sequence[Item], now: Sequence[Item]) -> None:
        """Keep the cursor on the item it was on, if that is still there, else where it was."""
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, len(now))
        if self.cursor < len(before):
            was = self.key_of(before[self.cursor])
            same = self.cursor < len(now) and self.key_of(now[self.cursor]) == was
            if not same and (place := self.place_of(was, now)) is not None:
                self.cursor = place
        self.cursor = self.validate_cursor(self.cursor)
        self.refresh()

    def watch_cursor(self, before: int, now: int) -> None:
        """Draw the two lines, and keep the cursor on the screen, moving as little as possible."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        for number in (before, now):
            self._drawn.pop(number, None)
            if top <= number < top + height:
                self.refresh(Region(0, number - top, self.size.width, 1))
        self._follow()

    def on_resize(self) -> None:
        """Use the new width."""
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, len(self.items))
        self._follow()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the line of the cursor again, for it may look otherwise now."""
        super().watch_has_focus(has_focus)
        self._drawn.pop(self.cursor, None)

    def forget_rows(self) -> None:
        """Forget what was drawn."""
        self._drawn.clear()
        super().forget_rows()

    def _follow(self) -> None:
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, one on the cursor opens."""
        number = event.y + self.scroll_offset.y
        if not 0 <= number < len(self.items):
            return
        opened = number == self.cursor or event.chain > 1
        self.cursor = number
        if opened:
            self.post_message(self.Opened())

    def draw_row(self, y: int, brush: Brush) -> Strip:
        """A line of the list, or of the invitation that stands in an empty one."""
        if not self.items and self.invitation is not None:
            return self._draw_invitation(y, brush)
        number = y + self.scroll_offset.y
        if number not in self._drawn:
            if len(self._drawn) > KEPT_LINES:
                self._drawn.pop(next(iter(self._drawn)))
            self._drawn[number] = self._line(number, brush)
        return self._drawn[number]

    def _line(self, number: int, brush: Brush) -> Strip:
        if number >= len(self.items):
            return brush.line(())
        base, here = brush.base, number == self.cursor and (self.ALWAYS_LIT or self.has_focus)
        if here:
            base += self.get_component_rich_style("list--current", partial=True)
        edge = Segment(" ▌" if here else "  ", self.style("bar", base))
        line = self.draw(self.items[number], base, max(0, self.size.width - 4))
        rest = brush.width - sum(segment.cell_length for segment in (edge, *line))
        return brush.line(join([edge, *line, Segment(" " * max(0, rest), base)]))

    def _draw_invitation(self, y: int, brush: Brush) -> Strip:
        words = self.invitation or Content("")
        widest = min(brush.width, max(line.cell_length for line in words.split("\n", allow_blank=True)))
        strips = Visual.to_strips(self, words, widest, None, self.visual_style)
        at = y - max(0, (self.size.height - len(strips)) // 2)
        if not 0 <= at < len(strips):
            return brush.line(())
        indent = Segment(" " * ((brush.width - widest) // 2), brush.base)
        return brush.line([indent, *strips[at].discard_meta()])


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells, its end cut to `…` when it is longer."""
    fitted = set_cell_size(text, width)
    return fitted if fitted.rstrip() == text.rstrip() else set_cell_size(text, width - 1) + "…"
