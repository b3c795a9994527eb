"""The shelf: every article of the library and how its claims stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from tuifact.errors import TuifactError
from tuifact.model import ArticleSummary, Event, Tally
from tuifact.tui.commands import Place, shown_keys
from tuifact.tui.messages import ArticleChosen, Entered, Left, Typed
from tuifact.tui.screens.base import DeskScreen, screen_bindings
from tuifact.tui.widgets.foot import Foot
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.shelf_view import ShelfView

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class ShelfScreen(DeskScreen):
    """Where one comes from and goes back to."""

    PLACE: ClassVar[Place] = "shelf"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("shelf")

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ArticleSummary, ...] = ()
        self._filter = ""

    def compose(self) -> ComposeResult:
        """A headline, the list or what to do when it is empty, and the foot."""
        yield Headline()
        yield ShelfView(id="shelf")
        yield Static(id="empty", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Fill the shelf."""
        self._shelf.focus()
        self._fill()

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was open."""
        self._fill()

    @property
    def _shelf(self) -> ShelfView:
        return self.query_one("#shelf", ShelfView)

    def main_widget(self) -> ShelfView:
        """The list."""
        return self._shelf

    def reload(self, events: Sequence[Event]) -> None:
        """Count again."""
        self._fill()

    def after_import(self, article: str) -> None:
        """Put the cursor on what came in."""
        self._fill()
        shelf = self._shelf
        shelf.cursor = next((n for n, item in enumerate(shelf.articles) if item.id == article), shelf.cursor)

    def reported_articles(self) -> Sequence[str]:
        """The article under the cursor."""
        article = self._shelf.article
        return [article.id] if article else []

    def _fill(self) -> None:
        try:
            self._all = self.desk.articles()
        except TuifactError as error:
            self.complain(error)
            return
        self._show()

    def _show(self) -> None:
        words = self._filter.casefold().split()
        shown = [item for item in self._all if all(word in _searched(item) for word in words)] if words else self._all
        shelf = self._shelf
        shelf.articles = shown
        shelf.display = bool(self._all)
        empty = self.query_one("#empty", Static)
        empty.display = not self._all
        empty.update(self._invitation())
        head = self.query_one(Headline)
        head.heading = "Library"
        some = f"{len(shown):,} of {len(self._all):,}" if words else f"{len(self._all):,}"
        head.remark = f"{some} article{'' if len(self._all) == 1 else 's'}" if self._all else ""
        head.tally = Tally(*(sum(getattr(item.tally, name) for item in shown) for name in Tally.__slots__))
        self.show_hints({"search": "filter"} if self._all else {"open": "", "search": "", "report": "", "undo": ""})

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

    # Keys

    def action_open(self) -> None:
        """Read the article under the cursor."""
        if article := self._shelf.article:
            self.reader.open_article(article.id)

    def on_article_chosen(self, message: ArticleChosen) -> None:
        """Read the article that was pointed at."""
        self.reader.open_article(message.article)

    def action_move(self, step: int) -> None:
        """The cursor up or down."""
        self._shelf.cursor += step

    def action_scroll_line(self, step: int) -> None:
        """The same, for the arrow keys."""
        self._shelf.cursor += step

    def action_scroll_page(self, pages: float) -> None:
        """The cursor by a page."""
        self._shelf.cursor += round(pages * max(1, self._shelf.size.height - 1))

    def action_jump(self, where: int) -> None:
        """The cursor to the first or the last article."""
        self._shelf.cursor = len(self._shelf.articles) - 1 if where < 0 else 0

    def action_search(self) -> None:
        """Type words that the shown articles must have."""
        self.foot.ask("filter: words in title, source or tag", self._filter)

    def action_close(self) -> None:
        """Take the filter away."""
        self._filter = ""
        self._show()

    def action_back(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def on_typed(self, message: Typed) -> None:
        """Filter while one types."""
        self._filter = message.text
        self._show()

    def on_entered(self, message: Entered) -> None:
        """Keep the filter and go back to the list."""
        self.foot.stop_asking()
        self._shelf.focus()

    def on_left(self, message: Left) -> None:
        """Take the filter away and go back to the list."""
        super().on_left(message)
        self.action_close()


def _searched(article: ArticleSummary) -> str:
    """What the filter looks in."""
    return " ".join((article.title, article.byline, article.source, *article.tags)).casefold()
