"""The one line at the foot of a screen: the keys that make sense here, or a message, or a line to type in.

Messages stand here and nowhere else, so that they never cover the text one reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from tuifact.model.plain import plain_line
from tuifact.tui.messages import Entered, Left, Typed

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.timer import Timer

MESSAGE_SECONDS = 4.0
"""How long a message stays: long enough to read twelve words."""

Hint = tuple[str, str]
"""A key and what it does, in a word or two."""


class LineInput(Input):
    """A line to type in, which takes no control characters, pasted ones included."""

    def validate_value(self, value: str) -> str:
        """What was typed or pasted, made harmless."""
        return plain_line(value)


class Hints(Widget):
    """The keys that make sense here, or the message of the moment."""

    DEFAULT_CSS = "Hints { height: 1; width: 1fr; }"

    hints: reactive[Sequence[Hint]] = reactive(())
    """Keys and words; the last one always stays, the others give way from the right."""
    message: reactive[str] = reactive("")
    """Shown instead of the keys while it is not empty."""

    def render(self) -> Content:
        """The message, or as many keys as there is room for."""
        width = max(0, self.size.width - 2)
        if self.message:
            return Content.assemble(" ", Content(plain_line(self.message)).truncate(width, ellipsis=True))
        if not self.hints:
            return Content("")
        *others, last = [Content.assemble((key, "bold"), " ", (word, "$quiet")) for key, word in self.hints]
        shown: list[Content] = []
        room = width - last.cell_length
        for hint in others:
            room -= hint.cell_length + 3
            if room < 0:
                break
            shown.append(hint)
        return Content.assemble(" ", Content("   ").join([*shown, last]))


class Foot(Horizontal):
    """Hints, messages and a line to type in, one at a time in the same place."""

    DEFAULT_CSS = """
    Foot { height: 1; dock: bottom; }
    Foot #prompt { width: auto; height: 1; display: none; }
    Foot LineInput { height: 1; border: none; padding: 0; width: 1fr; display: none; }
    Foot.-typing #prompt, Foot.-typing LineInput { display: block; }
    Foot.-typing Hints { width: auto; display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._hints = Hints()
        self._line = LineInput(id="line", compact=True, select_on_focus=False)
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The line to type in, and what stands there otherwise."""
        yield self._line
        yield self._hints

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these keys from now on."""
        self._hints.hints = tuple(hints)

    def say(self, message: str, seconds: float | None = MESSAGE_SECONDS) -> None:
        """Show a message for a while; `seconds` None keeps it until the next one."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._hints.message = message
        if message and seconds is not None:
            self._timer = self.set_timer(seconds, self._fall_silent)

    def ask(self, placeholder: str, text: str = "") -> None:
        """Open the line to type in."""
        self._line.placeholder = placeholder
        self._line.value = text
        self._line.cursor_position = len(text)
        self.add_class("-typing")
        self._line.focus()

    def stop_asking(self) -> None:
        """Close the line to type in; what was typed is forgotten."""
        self.remove_class("-typing")

    @property
    def asking(self) -> bool:
        """Whether the line is open."""
        return self.has_class("-typing")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is being typed."""
        event.stop()
        if self.asking:
            self.post_message(Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was entered."""
        event.stop()
        self.post_message(Entered(event.value))

    def on_key(self, event: events.Key) -> None:
        """Escape leaves the line."""
        if event.key == "escape" and self.asking:
            event.stop()
            event.prevent_default()
            self.post_message(Left())

    def _fall_silent(self) -> None:
        self._timer = None
        self._hints.message = ""
