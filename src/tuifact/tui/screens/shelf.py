"""The shelf: every article of the library and how its claims stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tuifact.errors import TuifactError
from tuifact.model import ArticleSummary, Event, Tally
from tuifact.tui.commands import Place, shown_keys
from tuifact.tui.screens.base import screen_bindings
from tuifact.tui.screens.listing import ListScreen
from tuifact.tui.widgets.foot import Foot
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.shelf_view import ShelfView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class ShelfScreen(ListScreen):
    """Where one comes from and goes back to."""

    PLACE: ClassVar[Place] = "shelf"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("shelf")
    FILTER_PROMPT = "filter: words in title, author, source or tag"

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ArticleSummary, ...] = ()

    def compose(self) -> ComposeResult:
        """A headline, the list or what to do when it is empty, and the foot."""
        yield Headline()
        yield ShelfView(id="list")
        yield Static(id="empty", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Begin on the list."""
        self.list.focus()

    def on_screen_resume(self) -> None:
        """Fill the shelf, now and whenever one comes back to it."""
        self._fill()

    @property
    def list(self) -> ShelfView:
        """The articles."""
        return self.query_one("#list", ShelfView)

    def reload(self, events: Sequence[Event]) -> None:
        """Count again."""
        self._fill()

    def after_import(self, article: str) -> None:
        """Put the cursor on what came in."""
        self._fill()
        self.list.cursor = next((at for at, item in enumerate(self.list.items) if item.id == article), self.list.cursor)

    def reported_articles(self) -> Sequence[str]:
        """The article under the cursor."""
        return [self.list.item.id] if self.list.item else []

    def action_open(self) -> None:
        """Read the article under the cursor."""
        if article := self.list.item:
            self.reader.open_article(article.id)

    def action_back(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def show_list(self) -> None:
        """The articles that pass the filter, their tally, or an invitation when there are none at all."""
        shown = tuple(item for item in self._all if self.passes(item.title, item.byline, item.source, *item.tags))
        self.list.items = shown
        self.list.display = bool(self._all)
        empty = self.query_one("#empty", Static)
        empty.display = not self._all
        if not self._all:
            empty.update(self._invitation())
        head = self.query_one(Headline)
        head.heading = "Library"
        some = f"{len(shown):,} of {len(self._all):,}" if self.filter_words else f"{len(self._all):,}"
        head.remark = f"{some} article{'' if len(self._all) == 1 else 's'}" if self._all else ""
        head.tally = Tally.sum(item.tally for item in shown)
        self.show_hints({"search": "filter"} if self._all else {"open": "", "search": "", "report": "", "undo": ""})

    def _fill(self) -> None:
        try:
            self._all = self.desk.articles()
        except TuifactError as error:
            self.complain(error)
            return
        self.show_list()

    def _invitation(self) -> Content:
        keys = self.reader.keys
        lines = [
            Content.styled("Nothing here yet.", "bold"),
            Content(""),
            Content.assemble((shown_keys(keys["import"]), "bold"), "   import a file or a folder"),
            Content.assemble((shown_keys(keys["help"]), "bold"), "   all keys"),
            Content(""),
            Content.styled("tuifact demo opens the sample articles.", "$quiet"),
        ]
        return Content("\n").join(lines)
