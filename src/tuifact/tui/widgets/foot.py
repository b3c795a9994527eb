"""The one line at the foot of a screen: the keys that make sense here, or a message, or a line to type in.

Messages stand here and nowhere else, so that they never cover the text one reads; one that is longer than the line
takes more lines for as long as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input

from tuifact.model.plain import plain_line
from tuifact.tui.messages import Entered, Left, Typed
from tuifact.tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

MESSAGE_SECONDS = 4.0
"""How long a message stays: long enough to read twelve words."""

GAP = "   "
"""Between hints, and between the parts of a message: a part that has no room is left out whole."""

MOST_LINES = 3
"""A message takes no more of the screen than this."""

Hint = tuple[str, str]
"""A key and what it does, in a word or two."""


class TakesKeys:
    """Something to write in that can be handed a key which Textual sent elsewhere."""

    def take_key(self, event: events.Key) -> bool:
        """Take the key as if it had come here; whether that was done."""
        raise NotImplementedError


class LineInput(TakesKeys, Input):
    """A line to type in, which takes no control characters, pasted ones included."""

    def take_key(self, event: events.Key) -> bool:
        """Take letters; all other keys find their way by themselves."""
        if taken := event.is_printable and event.character is not None:
            self.insert_text_at_cursor(event.character or "")
        return taken

    def validate_value(self, value: str) -> str:
        """What was typed or pasted, made harmless."""
        return plain_line(value)


class Foot(Widget):
    """Hints, a message or a line to type in, one at a time in the same place."""

    DEFAULT_CSS = """
    Foot { height: 1; dock: bottom; }
    Foot LineInput { height: 1; border: none; padding: 0; width: 1fr; display: none; }
    Foot.-typing LineInput { display: block; }
    """

    hints: reactive[Sequence[Hint]] = reactive(())
    """Keys and words; the last one always stays, the others give way from the right."""
    standing: reactive[str] = reactive("")
    """What is so for as long as it stands before the keys: that only some claims are shown."""
    message: reactive[str] = reactive("")
    """Shown instead of the keys while it is not empty."""

    def __init__(self) -> None:
        super().__init__()
        self._line: LineInput | None = None
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Get the line ready to be typed in, once there is something to see."""
        self.call_after_refresh(self._get_ready)

    def render(self) -> Content:
        """The message, or as many keys as there is room for."""
        width = max(1, self.size.width - 2)
        if self.message:
            return Content("\n").join(Content(f" {line}") for line in _message_lines(self.message, width))
        if not self.hints:
            return Content("")
        hints = [Content.styled(self.standing, "$accent")] if self.standing else []
        hints += [Content.assemble((key, "bold"), " ", (word, "$quiet")) for key, word in self.hints]
        return Content.assemble(" ", Content(GAP).join(_fitting(hints, width)))

    def watch_message(self) -> None:
        """Take the lines that the message needs."""
        self._fit()

    def on_resize(self) -> None:
        """Take the lines that the message needs at this width."""
        self._fit()

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these keys from now on."""
        self.hints = tuple(hints)

    def say(self, message: str, seconds: float | None = MESSAGE_SECONDS) -> None:
        """Show a message for a while; `seconds` None keeps it until the next one."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.message = plain_line(message)
        if message and seconds is not None:
            self._timer = self.set_timer(seconds, self._fall_silent)

    def ask(self, placeholder: str, text: str = "") -> None:
        """Open the line to type in."""
        line = self._add_line()
        line.placeholder = placeholder
        line.value = text
        line.cursor_position = len(text)
        self.add_class("-typing")
        # At once: keys that were pressed meanwhile are for the line already.
        self.screen.set_focus(line)

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

    def _get_ready(self) -> None:
        if self.is_attached:  # One may have left before there was anything to see.
            self._add_line()

    def _add_line(self) -> LineInput:
        if self._line is None:
            self._line = LineInput(id="line", compact=True, select_on_focus=False)
            self.mount(self._line)
        return self._line

    def _fit(self) -> None:
        lines = len(_message_lines(self.message, max(1, self.size.width - 2))) if self.message else 1
        if self.styles.height is None or self.styles.height.value != lines:
            self.styles.height = lines

    def _fall_silent(self) -> None:
        self._timer = None
        self.message = ""


def _fitting(parts: Sequence[Content], width: int) -> list[Content]:
    """The last part, and before it as many of the first ones as there is room for."""
    *others, last = parts
    shown: list[Content] = []
    room = width - last.cell_length
    for part in others:
        room -= part.cell_length + len(GAP)
        if room < 0:
            break
        shown.append(part)
    return [*shown, last]


def _message_lines(message: str, width: int) -> list[str]:
    """A message in lines: its parts as far as they fit into one, a sentence in as many as it takes."""
    parts = [Content(part) for part in message.split(GAP)]
    if len(parts) > 1 and max(part.cell_length for part in parts) < width:
        return [Content(GAP).join(_fitting(parts, width)).plain]
    lines = [message[line.start : line.end] for line in wrap(message, width, ())]
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1 :] = [lines[MOST_LINES - 1][: max(0, width - 1)] + "…"]
    return lines
