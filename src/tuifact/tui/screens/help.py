"""All keys, read off the table of commands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.tui.commands import COMMANDS, Group, Place, commands_of, shown_keys
from tuifact.tui.screens.dialog import Dialog
from tuifact.tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

GROUPS: tuple[Group, ...] = ("Decide", "Claims", "Move", "Look", "Library", "Program")

TWO_COLUMNS = 100
"""Cells from which the groups stand in two columns, each about half of all lines."""

WINDOW = 124
"""Cells of the window where there is room for them."""

KEY_CELLS, FEW_KEY_CELLS = 16, 11
"""The column of keys, and what is left of it in a narrow column; longer keys have a line of their own."""

GLYPHS = (
    ("✓", "verified"),
    ("✗", "disputed"),
    ("?", "unverified"),
    ("!", "text changed since the verdict"),
    ("≈", "checked before, here or by others"),
    ("·", "not among the claims shown"),
    ("▰▰ ▰▱", "in the queue: check first, checkable"),
    ("+ − ·", "a source supports, refutes, gives context"),
    ("⚠", "what the sourcing rules find"),
)
"""What stands in the margin and on the card."""


class HelpScreen(Dialog[None]):
    """The keys of the screen below, by what they are for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,enter", "leave", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, place: Place, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._place = place
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A page of keys that scrolls."""
        with VerticalScroll(id="help", classes="window"):
            yield Static(self._page(), id="keys", markup=False)

    def on_resize(self) -> None:
        """Lay the page out for another width."""
        self.query_one("#keys", Static).update(self._page())

    def _page(self) -> Content:
        # As wide as the stylesheet lets the window be, less what stands left and right of the text in it.
        width = min(WINDOW, self.app.size.width * 96 // 100) - 7
        return key_page(self._place, self._keys, max(20, width))

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def key_page(place: Place, keys: Mapping[str, str], width: int) -> Content:
    """The keys of one screen, in groups, in so many cells."""
    here = commands_of(place)
    columns = 2 if width >= TWO_COLUMNS else 1
    column = (width - 4) // 2 if columns == 2 else width
    blocks = [
        [
            Content.styled(group, "bold"),
            *_rows([(shown_keys(keys[one.name]), one.help_on(place)) for one in found], column),
        ]
        for group in GROUPS
        if (found := [command for command in COMMANDS if command.group == group and command in here])
    ]
    blocks.append([Content.styled("Glyphs", "bold"), *_rows(GLYPHS, column)])
    head = [Content.assemble(("Keys", "bold"), ("   Escape closes this page", "$quiet")), Content("")]
    return Content("\n").join([*head, *_beside(_parted(blocks, columns), column)])


def _rows(pairs: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    """A key and what it does, in two columns; what is long goes on below itself."""
    cells = KEY_CELLS if width >= 60 else FEW_KEY_CELLS
    for key, words in pairs:
        lines = [words[line.start : line.end] for line in wrap(words, max(8, width - cells - 2), ())]
        if cell_len(key) >= cells:
            yield Content.styled(f"  {key}", "bold $primary")
        else:
            lead = Content.styled(set_cell_size(f"  {key}", cells + 2), "bold $primary")
            yield Content.assemble(lead, lines.pop(0))
        yield from (Content(" " * (cells + 2) + line) for line in lines)


def _parted(blocks: Sequence[list[Content]], columns: int) -> list[list[Content]]:
    """The groups in so many columns of about one height, a blank line between two of them."""
    height = sum(len(block) + 1 for block in blocks) / columns
    parted: list[list[Content]] = [[]]
    for block in blocks:
        if len(parted) < columns and len(parted[-1]) + len(block) / 2 > height:
            parted.append([])
        parted[-1] += [Content(""), *block] if parted[-1] else block
    return parted


def _beside(columns: Sequence[Sequence[Content]], width: int) -> Iterator[Content]:
    """Columns side by side."""
    for row in zip_longest(*columns, fillvalue=Content("")):
        yield Content("    ").join([cell.pad_right(max(0, width - cell.cell_length)) for cell in row[:-1]] + [row[-1]])
