"""A small window over a screen: what the few dialogs share."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from tuifact.tui.assets import stylesheet

Answer = TypeVar("Answer")

LOW = 20
"""Lines from which on there is room for blank ones in a window."""

AROUND, LOW_AROUND = 8, 4
"""Lines of a window that are not its list, and those of one on a low screen."""

GAP = "   "
"""Between what one key does and what the next one does."""


class Keys(Static):
    """What the keys of a window do, at its foot; a line is broken between two keys and not within the words of one."""

    def __init__(self, words: str, *, id: str | None = None) -> None:
        super().__init__(words, id=id, markup=False, classes="keys")
        self._words = words

    def say(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self._break()

    def on_resize(self) -> None:
        """Break the line for another width."""
        self._break()

    def _break(self) -> None:
        lines: list[str] = []
        for part in self._words.split(GAP):
            longer = f"{lines[-1]}{GAP}{part}" if lines else part
            if lines and Content(longer).cell_length <= self.size.width:
                lines[-1] = longer
            else:
                lines.append(part)
        if self.size.width:
            self.update(Content("\n".join(lines)))


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A window that closes with Escape, answering None."""

    CSS_PATH: ClassVar = [stylesheet("dialogs"), stylesheet("lists")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it an instance variable
        (0, "-tiny"),
        (60, "-roomy"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW, "-high")]  # noqa: RUF012 - the same

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Keep what has the keys in view: to Textual a field behind the line of keys is in view."""
        self.call_after_refresh(self._bring_above_keys, event.widget)

    def _bring_above_keys(self, widget: Widget) -> None:
        for keys in self.query(Keys):
            window, hidden = keys.parent, widget.region.bottom - keys.region.y
            if hidden > 0 and isinstance(window, Widget) and window is not widget:
                window.scroll_relative(y=hidden, animate=False)

    def rows_for(self, wanted: int) -> int:
        """The lines for a list that wants so many, so that the title and the keys stay in view."""
        height = self.app.size.height
        around = LOW_AROUND if height < LOW else AROUND + height // 10
        return max(2, min(wanted, height - around))
