"""Asking at the foot of a screen: one line to type in, where no window is worth its while."""

from __future__ import annotations

from collections.abc import Callable

from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from tuifact.tui.messages import Entered, Left, Typed
from tuifact.tui.widgets.foot import Foot


class AskingScreen(Screen[None]):
    """A screen with a foot that can ask."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """See Textual, which draws the whole screen again when the keys go elsewhere; those two widgets do that here."""

    _answer: Callable[[str], None] | None = None
    _typing: Callable[[str], None] | None = None

    @property
    def foot(self) -> Foot:
        """The line at the foot."""
        return self.query_one(Foot)

    def main_widget(self) -> Widget:
        """The widget that has the keys when nothing else has them."""
        raise NotImplementedError

    def ask(
        self,
        placeholder: str,
        answer: Callable[[str], None] | None = None,
        *,
        text: str = "",
        typing: Callable[[str], None] | None = None,
    ) -> None:
        """Let a line be typed at the foot: `typing` is told at every key, `answer` at Enter, neither at Escape."""
        self._answer, self._typing = answer, typing
        self.foot.ask(placeholder, text)

    def on_typed(self, message: Typed) -> None:
        """Pass on what is being typed."""
        message.stop()
        if self._typing:
            self._typing(message.text)

    def on_entered(self, message: Entered) -> None:
        """Close the line and pass on what was typed."""
        message.stop()
        self._close_line()
        if self._answer:
            self._answer(message.text)

    def on_left(self, message: Left) -> None:
        """Close the line; a list that was filtered while one typed is whole again."""
        message.stop()
        self._close_line()
        if self._typing:
            self._typing("")

    def _close_line(self) -> None:
        self.foot.stop_asking()
        self.main_widget().focus()
