"""The text as it was received, beside what cleaning made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.model import Paragraph
from tuifact.model.plain import plain_text
from tuifact.tui.screens.dialog import Dialog, Keys

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import ReceivedParagraph


class OriginalScreen(Dialog[None]):
    """One paragraph, before and after."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,o,enter", "leave", show=False)]

    def __init__(self, received: ReceivedParagraph, paragraph: Paragraph) -> None:
        super().__init__()
        self._received = received
        self._paragraph = paragraph

    def compose(self) -> ComposeResult:
        """Two columns, and a line that counts the repairs."""
        start, end = self._received.span
        with VerticalScroll(id="original", classes="window"):
            with Horizontal(id="columns"):
                yield Static(
                    self._column(f"As received, characters {start:,}–{end:,}", self._received.text), markup=False
                )
                yield Static(self._column("As cleaned", self._paragraph.text), markup=False)
            yield Keys(self._repairs())

    def _column(self, title: str, text: str) -> Content:
        return Content.assemble((title, "bold"), "\n\n", plain_text(text))

    def _repairs(self) -> str:
        repairs = self._received.repairs
        if not repairs:
            return "Nothing was changed here.   Esc back"
        fixes = list(dict.fromkeys(repair.fix for repair in repairs))
        return f"{len(repairs)} repair{'s' if len(repairs) > 1 else ''}: {' · '.join(fixes)}   Esc back"
