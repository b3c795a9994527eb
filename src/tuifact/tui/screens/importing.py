"""Taking in a file, a folder, a link or a feed, beside the reading."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

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


class Arrival(NamedTuple):
    """What came in."""

    article: str
    """The last one."""
    words: str
    """What is to be said of all."""


class ImportScreen(Dialog[Arrival]):
    """Asks for a path, imports it in a thread of its own, and answers with what came in."""

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
        self._last: Imported | None = None
        self._outcomes: Counter[str] = Counter()
        self._warnings = 0
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
        self._last, self._outcomes, self._warnings = None, Counter(), 0
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
            self._last = message.imported
            self._article = message.imported.article
            self._outcomes[message.imported.outcome] += 1
            self._warnings += len(message.imported.warnings)
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
            self.dismiss(Arrival(self._article, self._told()) if self._article else None)
            return
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        self._say(plain_line(problems[0]) + more)

    def _told(self) -> str:
        """What came in: of one text what became of it, of several how many."""
        if self._last is not None and self._outcomes.total() == 1:
            return told(self._last)
        found = [f"{count:,} {outcome}" for outcome, count in self._outcomes.most_common()]
        warned = f"; {self._warnings:,} warning{'' if self._warnings == 1 else 's'}" if self._warnings else ""
        return f"{', '.join(found)}{warned}."

    def _say(self, words: str) -> None:
        self.query_one("#problem", Static).update(words)


def told(one: Imported) -> str:
    """What became of a text, and what there is to know of it."""
    if one.outcome == "unchanged":
        words = "It is here already, and unchanged."
    elif one.outcome == "revised":
        touched = len(one.changed) + len(one.vanished)
        words = f"A new version; it touches {touched:,} checked claim{'' if touched == 1 else 's'}."
    else:
        words = f"{one.claims:,} claim{'' if one.claims == 1 else 's'} found."
    if one.copies:
        words += f" A copy of “{plain_line(one.copies[0].title)}”."
    if one.warnings:
        more = f" (and {len(one.warnings) - 1} more)" if len(one.warnings) > 1 else ""
        words += f" {plain_line(one.warnings[0])}{more}"
    return words
