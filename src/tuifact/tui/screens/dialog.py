"""A small window over a screen: what the few dialogs share."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tuifact.tui.assets import stylesheet

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], Generic[Answer]):
    """A window that closes with Escape, answering None."""

    CSS_PATH: ClassVar = [stylesheet("dialogs"), stylesheet("lists")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
