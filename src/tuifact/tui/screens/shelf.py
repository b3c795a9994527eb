"""The shelf: every article of the library and how its claims stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

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

    from tuifact.desk import Found


ORDERS: dict[str, Callable[[ArticleSummary], Any]] = {
    "newest first": lambda item: 0,
    "most to check first": lambda item: -item.tally.unverified,
    "by title": lambda item: item.title.casefold(),
    "by source": lambda item: (shown_source(item).casefold(), item.title.casefold()),
    "by date": lambda item: -(item.published.toordinal() if item.published else 0),
}
"""How the shelf can stand; sorting is stable, and the library gives the newest first."""

FULL_SHELF = {"search": "filter", "undo": ""}
"""Words at the foot of a shelf; what was decided is undone where one sees it."""

NOTHING_TO_DO = ("open", "search", "order", "queue", "report", "undo")
"""Commands that an empty library has no use for."""


class ShelfScreen(ListScreen):
    """Where one comes from and goes back to."""

    PLACE: ClassVar[Place] = "shelf"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("shelf")
    FILTER_PROMPT = "filter: words in title, author, source or tag; #tag"

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[ArticleSummary, ...] = ()
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

        tags = Counter(tag for item in self._all for tag in item.tags)
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
        passing = (item for item in self._all if self._has_tags(item) and self._has_words(item))
        shown = tuple(sorted(passing, key=ORDERS[list(ORDERS)[self._order]]) if self._order else passing)
        self.list.items = shown
        self.list.invitation = None if self._all else self._invitation()
        some = f"{len(shown):,} of {len(self._all):,}" if self.filter_words else f"{len(self._all):,}"
        self._head(some, len(self._all), Tally.sum(item.tally for item in shown))
        self.show_hints(FULL_SHELF if self._all else dict.fromkeys(NOTHING_TO_DO, ""))

    def _head(self, some: str, count: int, tally: Tally) -> None:
        head = self.query_one(Headline)
        head.heading = "Library"
        head.remark = f"{some} article{'' if count == 1 else 's'}" if count else ""
        head.tally = tally

    def _has_tags(self, item: ArticleSummary) -> bool:
        """Whether it has every tag that the filter names (`#harbour`)."""
        wanted = (word[1:] for word in self.filter_words.casefold().split() if word.startswith("#"))
        return {tag.casefold() for tag in item.tags}.issuperset(wanted)

    def _has_words(self, item: ArticleSummary) -> bool:
        words = [word for word in self.filter_words.split() if not word.startswith("#")]
        return self.passes(words, item.title, item.byline, item.source, *item.tags)

    def _fill(self) -> None:
        first, self._known, glimpsed, self._glimpsed = not self._known, True, self._glimpsed, False
        try:
            self.reader.take_bearings()
            self._all = self.desk.articles()
        except TuifactError as error:
            self.complain(error)
            return
        self.show_list()
        if first and not glimpsed:
            self._note_glimpse()
            self.reader.memory.glimpses.keep()

    def _note_glimpse(self) -> None:
        if self._all:
            tally = Tally.sum(item.tally for item in self._all)
            self.reader.memory.glimpses.note(SHELF, glimpse_of_shelf(self._all, tally))

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
