"""All keys, read off the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.tui.commands import COMMANDS, Group, Place, commands_of, shown_keys
from tuifact.tui.screens.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

KEY_CELLS = 16
GROUPS: tuple[Group, ...] = ("Decide", "Claims", "Move", "Look", "Library", "Program")


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
            yield Static(key_page(self._place, self._keys), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def key_page(place: Place, keys: Mapping[str, str]) -> Content:
    """The keys of one screen, in groups."""
    here = commands_of(place)
    lines = [Content.styled("Keys", "bold"), Content.styled("Escape closes this page", "$quiet")]
    for group in GROUPS:
        rows = [
            Content.assemble((f"  {shown_keys(keys[command.name]):<{KEY_CELLS}}", "bold $primary"), command.help)
            for command in COMMANDS
            if command.group == group and command in here
        ]
        if rows:
            lines += [Content(""), Content.styled(group, "bold"), *rows]
    glyphs = "✓ verified   ✗ disputed   ? unverified   ! text changed since the verdict"
    return Content("\n").join([*lines, Content(""), Content.styled("Glyphs", "bold"), Content(f"  {glyphs}")])
