"""A list with a cursor, one line an item, drawn as it comes into view: a hundred thousand items open at once."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuifact.model import Status

Item = TypeVar("Item")


class LineList(ScrollView, Generic[Item], can_focus=True, inherit_bindings=False):
    """Shows items in the order given. Says which one was opened with the mouse; keys are the screen's."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--bar",
        "list--faint",
        "list--current",
        *(f"list--{status}" for status in Status),
    }
    DEFAULT_CSS = "LineList { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll; }"

    class Opened(Message):
        """The item under the cursor was opened with the mouse."""

    items: reactive[tuple[Item, ...]] = reactive(())
    """What is in the list."""
    cursor: reactive[int] = reactive(0)
    """The item keys act on, from 0."""

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None in an empty list."""
        return self.items[self.cursor] if 0 <= self.cursor < len(self.items) else None

    def key_of(self, item: Item) -> str:
        """What makes an item the same one when the list changes."""
        raise NotImplementedError

    def draw(self, item: Item, base: Style, width: int) -> list[Segment]:
        """One item in about `width` cells."""
        raise NotImplementedError

    def style(self, name: str, base: Style) -> Style:
        """The style of a part (`faint`, or a status), on this ground."""
        return base + self.get_component_rich_style(f"list--{name}", partial=True)

    def validate_cursor(self, cursor: int) -> int:
        """Inside the list."""
        return max(0, min(cursor, len(self.items) - 1))

    def watch_items(self, before: tuple[Item, ...], now: tuple[Item, ...]) -> None:
        """Keep the cursor on the item it was on, if that is still there, else where it was."""
        self.virtual_size = Size(self.size.width, len(now))
        if self.cursor < len(before):
            was = self.key_of(before[self.cursor])
            same = self.cursor < len(now) and self.key_of(now[self.cursor]) == was
            if not same:
                self.cursor = next((at for at, item in enumerate(now) if self.key_of(item) == was), self.cursor)
        self.cursor = self.validate_cursor(self.cursor)
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the cursor on the screen, moving as little as possible."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Use the new width."""
        self.virtual_size = Size(self.size.width, len(self.items))
        self.watch_cursor()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, one on the cursor opens."""
        number = event.y + self.scroll_offset.y
        if not 0 <= number < len(self.items):
            return
        opened = number == self.cursor or event.chain > 1
        self.cursor = number
        if opened:
            self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the screen."""
        number, width = y + self.scroll_offset.y, self.size.width
        base = self.visual_style.rich_style
        if number >= len(self.items):
            return Strip.blank(width, base)
        here = number == self.cursor
        if here:
            base += self.get_component_rich_style("list--current", partial=True)
        edge = [Segment(" ", base), Segment("▌" if here else " ", self.style("bar", base))]
        line = self.draw(self.items[number], base, max(0, width - 3))
        return Strip([*edge, *line]).adjust_cell_length(width, base)


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells, its end cut to `…` when it is longer."""
    fitted = set_cell_size(text, width)
    return fitted if fitted.rstrip() == text.rstrip() else set_cell_size(text, width - 1) + "…"
