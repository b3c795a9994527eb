"""A window of a few blocks of text, one of which is chosen with a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.tui.screens.dialog import Dialog, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult


class BlocksScreen(Dialog[tuple[str, int]]):
    """Answers with what is to be done and the number of the block, from 0.

    Blocks may have several lines each, which a list of one line an item could not show.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
        *(Binding(key, f"choose({key!r})", show=False) for key in ("enter", "x", "y", "o")),
    ]

    def __init__(
        self, title: str, blocks: Sequence[Content], keys: Mapping[str, str], more: Sequence[Content] = ()
    ) -> None:
        """`keys` says what each key does, for as many as do anything; `more` stands below the blocks."""
        super().__init__()
        self._title, self._blocks, self._keys, self._more = title, tuple(blocks), dict(keys), tuple(more)
        self._at = 0

    def compose(self) -> ComposeResult:
        """A title, the blocks, what else there is to read, and what the keys do."""
        with VerticalScroll(id="blocks", classes="window"):
            yield Static(self._title, markup=False, classes="title")
            for block in self._blocks:
                yield Static(block, markup=False, classes="block")
            if self._more:
                yield Static(Content("\n").join(self._more), markup=False)
            words = [f"{key.capitalize() if len(key) > 1 else key} {act}" for key, act in self._keys.items()]
            yield Keys("   ".join([*(words if self._blocks else ()), "Esc back"]))

    def on_mount(self) -> None:
        """Begin with the first."""
        self._show_cursor()

    def action_move(self, step: int) -> None:
        """To the next block or the one before; without blocks the page moves."""
        if not self._blocks:
            self.action_scroll(step)
            return
        self._at = max(0, min(len(self._blocks) - 1, self._at + step))
        self._show_cursor()

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one("#blocks").scroll_relative(y=lines, animate=False)

    def action_choose(self, key: str) -> None:
        """Answer with the block one is at."""
        if self._blocks and key in self._keys:
            self.dismiss((key, self._at))

    def _show_cursor(self) -> None:
        for number, block in enumerate(self.query(".block")):
            block.set_class(number == self._at, "-current")
            if number == self._at and number:
                block.scroll_visible(animate=False)
        if not self._at:  # The title stands above the first.
            self.query_one("#blocks").scroll_home(animate=False)
