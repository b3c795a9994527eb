"""Writing the note of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static, TextArea

from tuifact.errors import TuifactError
from tuifact.model import Claim
from tuifact.model.plain import plain_line, plain_text
from tuifact.tui.editor import edit_text
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.foot import TakesKeys

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Editor(TakesKeys, TextArea):
    """Lines to write in."""

    def take_key(self, event: events.Key) -> bool:
        """Take letters; have all other keys come again, now that they are for this window."""
        if event.is_printable and event.character:
            self.insert(event.character)
        else:
            self.app.post_message(events.Key(event.key, event.character))
        return True


class NoteScreen(Dialog[str]):
    """Answers with the note as written; an empty one clears it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False, priority=True),
        Binding("ctrl+e", "edit", show=False, priority=True),
        Binding("ctrl+j,shift+enter", "new_line", show=False, priority=True),
    ]

    def __init__(self, claim: Claim, draft: str | None = None, problem: str = "") -> None:
        """`draft` is what to go on with instead of the claim's note, `problem` why it could not be stored."""
        super().__init__()
        self._claim, self._problem = claim, problem
        self._draft = claim.note if draft is None else draft

    def compose(self) -> ComposeResult:
        """What it is for, and the claim, above the lines to write in."""
        with Vertical(id="note", classes="window"):
            yield Static("Note, printed in every report", markup=False, classes="title")
            yield Static(Content.styled(plain_line(self._claim.text), "$quiet"), id="claim", markup=False)
            if self._problem:
                yield Static(plain_line(self._problem), id="problem", markup=False)
                yield Static(f"The note is now: {plain_line(self._claim.note) or 'empty'}", id="now", markup=False)
            yield Editor(plain_text(self._draft), id="editor", compact=True, soft_wrap=True)
            yield Keys("Enter save   Ctrl+J new line   Ctrl+E your editor   Esc back")

    def on_mount(self) -> None:
        """Write at the end of what is there."""
        editor = self.query_one(Editor)
        self.set_focus(editor)
        editor.move_cursor(editor.document.end)

    def action_save(self) -> None:
        """Answer with the note."""
        self.dismiss(plain_text(self.query_one(Editor).text).strip())

    def action_edit(self) -> None:
        """Go on in the editor a person already knows."""
        area = self.query_one(Editor)
        try:
            with self.app.suspend():
                area.text = plain_text(edit_text(area.text))
        except SuspendNotSupported:
            self.app.notify("This terminal cannot be lent to an editor.")
        except TuifactError as error:
            self.app.notify(str(error))
        area.move_cursor(area.document.end)

    def action_new_line(self) -> None:
        """Go on in a new line."""
        self.query_one(Editor).insert("\n")
