"""Taking in a file, a folder, a link or a feed, beside the reading."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from tuifact.desk import Imported
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.foot import LineInput
from tuifact.tui.widgets.tally import EMPTY, FULL

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import Desk


BAR_CELLS = 20


class ImportScreen(Dialog[str]):
    """Asks for a path, imports it in a thread of its own, and answers with the last article that came in."""

    @dataclass
    class Counted(Message):
        """One more text is done."""

        question: str
        """The path it answers for."""
        imported: Imported
        number: int
        among: int
        """How many there are, about; 0 when that is not known."""

    @dataclass
    class Finished(Message):
        """There is no more."""

        question: str
        error: TuifactError | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._question = ""
        self._article = ""
        self._rejected: list[Imported] = []

    def compose(self) -> ComposeResult:
        """A path to type or paste."""
        with Vertical(id="import", classes="window"):
            yield Static("Import a file, a folder, a link or a feed", markup=False, classes="title")
            yield LineInput(placeholder="path or link", id="reference", compact=True)
            yield Static("", id="problem", markup=False)
            yield Keys("Enter import   Esc back")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(LineInput))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Begin."""
        event.stop()
        if not (reference := event.value.strip()):
            return
        self._question, self._article, self._rejected = reference, "", []
        self._say("reading …")
        # An unknown ~user stays as it is, where Path would raise.
        self._take_in(os.path.expanduser(reference), reference)  # noqa: PTH111

    @work(thread=True, exclusive=True, group="import")
    def _take_in(self, path: str, question: str) -> None:
        try:
            # Two desks on one folder see each other's work.
            with self._desk.another() as own:
                among = own.expect([path])
                for number, imported in enumerate(own.import_sources([path]), 1):
                    self.post_message(self.Counted(question, imported, number, among))
        except TuifactError as error:
            self.post_message(self.Finished(question, error))
        else:
            self.post_message(self.Finished(question))

    def on_import_screen_counted(self, message: Counted) -> None:
        """Show how far it is."""
        if message.question != self._question:
            return
        if message.imported.error is not None:
            self._rejected.append(message.imported)
        else:
            self._article = message.imported.article
        drawn = ""
        if message.among >= message.number and message.among > 1:
            done = BAR_CELLS * message.number // message.among
            drawn = f"{FULL * done}{EMPTY * (BAR_CELLS - done)}   "
        self._say(f"{drawn}{message.number:,} read, {len(self._rejected):,} rejected")

    def on_import_screen_finished(self, message: Finished) -> None:
        """Close when all went well, else say what did not."""
        if message.question != self._question:
            return
        problems = [str(item.error) for item in self._rejected]
        if message.error is not None:
            problems.append(str(message.error))
        if not problems:
            self.dismiss(self._article or None)
            return
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        self._say(plain_line(problems[0]) + more)

    def _say(self, words: str) -> None:
        self.query_one("#problem", Static).update(words)
