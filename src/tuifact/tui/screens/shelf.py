"""The shelf: every article of the library and how its claims stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tuifact.errors import TuifactError
from tuifact.model import ArticleSummary, Event, Tally
from tuifact.tui.commands import Place, shown_keys
from tuifact.tui.glimpses import SHELF
from tuifact.tui.screens.base import screen_bindings
from tuifact.tui.screens.first_sight import glimpse_of_shelf, seen_shelf
from tuifact.tui.screens.listing import ListScreen
from tuifact.tui.widgets.foot import Foot
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.shelf_view import ShelfView, shown_source

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from tuifact.desk import Catalogue, Found, Rows


ORDERS: dict[str, Callable[[Catalogue, Rows], Rows]] = {
    "newest first": lambda shelf, rows: rows,
    "most to check first": lambda shelf, rows: shelf.by_open_claims(rows),
    "by title": lambda shelf, rows: shelf.by_title(rows),
    "by source": lambda shelf, rows: shelf.by(_source_and_title, rows),
    "by date": lambda shelf, rows: shelf.by(_days_ago, rows),
}
"""How the shelf can stand; sorting is stable, and the library gives the newest first."""

FULL_SHELF = {"search": "filter", "undo": ""}
"""Words at the foot of a shelf; what was decided is undone where one sees it."""

LEARN_SECONDS = 0.04
"""Between two slices of getting to know what articles are found by: keys that come in meanwhile are answered first."""

LEARN_ARTICLES = 1500
"""Articles a slice: some 6 ms of work."""

NOTHING_TO_DO = ("open", "search", "order", "queue", "report", "undo")
"""Commands that an empty library has no use for."""


class ShelfScreen(ListScreen):
    """Where one comes from and goes back to."""

    PLACE: ClassVar[Place] = "shelf"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("shelf")
    FILTER_PROMPT = "filter: words in title, author, source or tag; #tag"

    def __init__(self) -> None:
        super().__init__()
        self._shelf: Catalogue | None = None
        self._learning: Timer | None = None
        self._order = 0
        self._known = False
        self._glimpsed = False

    def compose(self) -> ComposeResult:
        """A headline, the list, and the foot."""
        yield Headline()
        yield ShelfView(id="list")
        yield Foot()

    def on_mount(self) -> None:
        """Begin on the list."""
        self.list.focus()

    def on_screen_resume(self) -> None:
        """Fill the shelf whenever one comes back; at the start with what was seen of it last, until it is read."""
        glimpse = None if self._known else self.reader.memory.glimpses.find(SHELF)
        seen = None if glimpse is None else seen_shelf(glimpse)
        if seen is None:
            self._fill()
            return
        self._glimpsed = True
        self.list.items = seen.articles
        self._head(f"{seen.among:,}", seen.among, seen.tally)
        self.show_hints(FULL_SHELF)
        self.call_after_refresh(self.read_through)

    def read_through(self) -> None:
        """Read the shelf, unless that was done."""
        if self._glimpsed:
            self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whatever is done is done to the shelf, not to what was seen of it."""
        self.read_through()
        return True

    def on_unmount(self) -> None:
        """Remember what one saw."""
        self._note_glimpse()

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
        place = self.list.place_of(article, self.list.items)
        self.list.cursor = self.list.cursor if place is None else place

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

    def action_order(self) -> None:
        """The next order."""
        self._order = (self._order + 1) % len(ORDERS)
        self.show_list()
        self.say(f"Articles {list(ORDERS)[self._order]}.")

    def action_find(self) -> None:
        """Search the texts of all articles."""
        from tuifact.tui.screens.finding import FindScreen

        def done(answer: tuple[Found, str] | None) -> None:
            if answer is not None:
                self.reader.open_article(answer[0].article.id, words=answer[1])

        self.app.push_screen(FindScreen(self.desk), done)

    def action_pick_filter(self) -> None:
        """Choose one of the tags, or of the filters in the settings."""
        from tuifact.tui.screens.picking import Choice, PickScreen

        tags = self._shelf.tags() if self._shelf else {}
        filters = self.desk.settings.filters
        words = [*filters.values(), *(f"#{tag}" for tag in sorted(tags))]
        choices = [Choice(name, text) for name, text in filters.items()]
        choices += [Choice(tag, f"{tags[tag]:,}") for tag in sorted(tags)]
        if not choices:
            self.say("There are no tags yet; a tag is written with t, filters are kept in the settings.")
            return

        def done(answer: tuple[int, str] | None) -> None:
            if answer is not None:
                self.filter_by(words[answer[0]])

        self.app.push_screen(PickScreen("Show only", choices, keys="Enter show"), done)

    def show_list(self) -> None:
        """The articles that pass the filter, their tally, or an invitation when there are none at all."""
        if self._shelf is None:
            return
        rows, count = self._shelf.rows(self.filter_words), len(self._shelf.ids)
        shown = self.list.items = list(ORDERS.values())[self._order](self._shelf, rows)
        self.list.invitation = None if count else self._invitation()
        some = f"{len(shown):,} of {count:,}" if self.filter_words else f"{count:,}"
        self._head(some, count, rows.tally)
        self.show_hints(FULL_SHELF if count else dict.fromkeys(NOTHING_TO_DO, ""))
        self.say_what_is_shown()

    def _head(self, some: str, count: int, tally: Tally) -> None:
        head = self.query_one(Headline)
        head.heading = "Library"
        head.remark = f"{some} article{'' if count == 1 else 's'}" if count else ""
        head.tally = tally

    def _fill(self) -> None:
        first, self._known, glimpsed, self._glimpsed = not self._known, True, self._glimpsed, False
        try:
            self.reader.take_bearings()
            self._shelf = self.desk.catalogue()
        except TuifactError as error:
            self.complain(error)
            return
        self.show_list()
        if self._learning is None:
            self._learning = self.set_interval(LEARN_SECONDS, self._learn)
        self._learning.resume()
        if first and not glimpsed:
            self._note_glimpse()
            self.reader.memory.glimpses.keep()

    def _learn(self) -> None:
        """Get to know some more of what a filter needs."""
        known = self._shelf is None or self._shelf.learn(LEARN_ARTICLES)
        if known and self._learning is not None:
            self._learning.pause()

    def _note_glimpse(self) -> None:
        if self._shelf and self._shelf.ids:
            rows = self._shelf.rows()
            self.reader.memory.glimpses.note(SHELF, glimpse_of_shelf(rows, rows.tally))

    def _invitation(self) -> Content:
        keys = self.reader.keys
        lines = [
            Content.styled("Nothing here yet.", "bold"),
            Content(""),
            Content.assemble((shown_keys(keys["import"]), "bold"), "   import a file, a folder, a link or a feed"),
            Content.assemble((shown_keys(keys["help"]), "bold"), "   all keys"),
            Content.assemble((shown_keys(keys["back"]), "bold"), "   quit"),
            Content(""),
            Content.styled("tuifact demo opens the sample articles.", "$quiet"),
        ]
        return Content("\n").join(lines)


def _source_and_title(item: ArticleSummary) -> tuple[str, str]:
    return shown_source(item).casefold(), item.title.casefold()


def _days_ago(item: ArticleSummary) -> int:
    return -(item.published.toordinal() if item.published else 0)
