"""Choosing one thing of a few: a heading, a link, a tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.line_list import LineList, fit

if TYPE_CHECKING:
    from textual.app import ComposeResult

LONGEST = 16
"""Lines a list shows at once."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose."""

    words: str
    remark: str = ""
    """Stands behind it, faint."""


class ChoiceList(LineList[Choice]):
    """The lines."""

    def key_of(self, item: Choice) -> str:
        """Its words."""
        return item.words

    def draw(self, item: Choice, base: Style, width: int) -> list[Segment]:
        """The words, and the remark where there is room."""
        remark = plain_line(item.remark)
        room = width - len(remark) - 2 if remark else width
        return [
            Segment(fit(plain_line(item.words), max(8, room)), base),
            Segment("  " + remark, self.style("faint", base)),
        ]


class PickScreen(Dialog[tuple[int, str]]):
    """Answers with the number of the line and the key it was chosen with: `enter`, or one of `others`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", show=False),
        Binding("enter", "choose('enter')", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("g,home", "move(-1000000)", show=False),
        Binding("G,end", "move(1000000)", show=False),
        Binding("y", "choose('y')", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], *, at: int = 0, keys: str = "Enter go there") -> None:
        super().__init__()
        self._title, self._choices, self._at, self._keys = title, tuple(choices), at, keys

    def compose(self) -> ComposeResult:
        """A title, the lines, and what the keys do."""
        with Vertical(id="pick", classes="window"):
            yield Static(self._title, markup=False, classes="title")
            yield ChoiceList(id="choices")
            yield Keys(f"{self._keys}   Esc back")

    def on_mount(self) -> None:
        """Begin where one is."""
        self._list.items = self._choices
        self._list.cursor = self._at
        self.set_focus(self._list)

    def on_resize(self) -> None:
        """As many lines as there is room for."""
        self._list.styles.height = self.rows_for(min(LONGEST, len(self._choices)))

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    def action_move(self, step: int) -> None:
        """The cursor up or down."""
        self._list.cursor += step

    def action_choose(self, key: str) -> None:
        """Answer."""
        if key == "enter" or f"{key} " in self._keys:
            self.dismiss((self._list.cursor, key))

    def on_line_list_opened(self) -> None:
        """A click on the line chooses it too."""
        self.action_choose("enter")
