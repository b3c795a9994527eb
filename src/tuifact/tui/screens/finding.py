"""Searching the texts of all articles: the matches come in as they are found, each with the words around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from tuifact.desk import Found
from tuifact.errors import TuifactError
from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.foot import LineInput
from tuifact.tui.widgets.line_list import LineList, fit

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import Desk

MOST = 1000
"""Matches after which a search ends: whoever has more needs other words."""


class FoundList(LineList[Found]):
    """Matches, one an article."""

    def key_of(self, item: Found) -> str:
        """The article's id."""
        return item.article.id

    def draw(self, item: Found, base: Style, width: int) -> list[Segment]:
        """The title, and the match with the words around it."""
        title = fit(plain_line(item.article.title), max(8, width // 3))
        room = max(4, width - width // 3 - 2 - len(item.words))
        before = plain_line(item.before)[-(room // 2) :]
        after = plain_line(item.after)[: room - len(before)]
        words = Segment(plain_line(item.words), base + Style(bold=True))
        faint = self.style("faint", base)
        return [Segment(f"{title}  ", base), Segment(before, faint), words, Segment(after, faint)]


class FindScreen(Dialog[tuple[Found, str]]):
    """Answers with the match one wants to read and the words that were looked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    @dataclass
    class Arrived(Message):
        """Some more matches, or the end of the search."""

        words: str
        matches: tuple[Found, ...]
        ended: bool = False
        error: TuifactError | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = ""

    def compose(self) -> ComposeResult:
        """A line to type in above the matches."""
        with Vertical(id="find", classes="window"):
            yield Static("Search the texts of all articles", markup=False, classes="title")
            yield LineInput(placeholder="words", id="words", compact=True)
            yield FoundList(id="found")
            yield Keys("Enter search, then read   ↑ ↓ choose   Esc back", id="state")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(LineInput))

    def action_move(self, step: int) -> None:
        """The cursor up or down."""
        self.query_one(FoundList).cursor += step

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Search; with nothing else typed since, read what the cursor is on."""
        event.stop()
        words = event.value.strip()
        if words and words == self._words and (found := self.query_one(FoundList).item):
            self.dismiss((found, words))
        elif words:
            self._words = words
            self.query_one(FoundList).items = ()
            self._say("searching …")
            self._search(words)

    def on_line_list_opened(self) -> None:
        """Read what was pointed at."""
        if found := self.query_one(FoundList).item:
            self.dismiss((found, self._words))

    @work(thread=True, exclusive=True, group="find")
    def _search(self, words: str) -> None:
        worker = get_current_worker()
        batch: list[Found] = []
        count = 0
        try:
            # Two desks on one folder see each other's work.
            with self._desk.another() as own:
                for found in own.find_text(words):
                    if worker.is_cancelled:
                        return
                    batch.append(found)
                    count += 1
                    if len(batch) >= 20 or count == 1:
                        self.post_message(self.Arrived(words, tuple(batch)))
                        batch = []
                    if count >= MOST:
                        break
        except TuifactError as error:
            self.post_message(self.Arrived(words, (), ended=True, error=error))
            return
        self.post_message(self.Arrived(words, tuple(batch), ended=True))

    def on_find_screen_arrived(self, message: Arrived) -> None:
        """Show them below those that are there."""
        if message.words != self._words:
            return
        matches = self.query_one(FoundList)
        matches.items = (*matches.items, *message.matches)
        if message.error is not None:
            self._say(str(message.error))
        elif message.ended:
            count = len(matches.items)
            self._say(f"in {count:,} article{'' if count == 1 else 's'}   Enter read   ↑ ↓ choose   Esc back")

    def _say(self, words: str) -> None:
        self.query_one(Keys).say(words)
