"""The queue: the claims that wait for a check, of one article or of the whole library, in the order one chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar

from tuifact.errors import TuifactError
from tuifact.model import Claim, Event, Status
from tuifact.tui.commands import Place
from tuifact.tui.screens.base import screen_bindings
from tuifact.tui.screens.listing import ListScreen
from tuifact.tui.widgets.claim_preview import ClaimPreview
from tuifact.tui.widgets.figure_column import FigureColumn
from tuifact.tui.widgets.figures import figure_words
from tuifact.tui.widgets.foot import Foot
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.narrowing import FIGURES, Narrowing
from tuifact.tui.widgets.queue_view import QueueView
from tuifact.tui.widgets.roll import Roll

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

ORDERS: dict[str, Callable[[Claim], Any]] = {
    "by worth": lambda claim: -claim.worth,
    "by speaker": lambda claim: (claim.speaker is None, claim.speaker or "", -claim.worth),
    "by kind": lambda claim: (claim.kind, -claim.worth),
    "in reading order": lambda claim: 0,
}
"""How the queue can stand; sorting is stable, and claims come in reading order."""

NOTHING_LEFT = "Every claim is checked."


class QueueScreen(ListScreen):
    """Decide where one stands, or open the article at the claim."""

    PLACE: ClassVar[Place] = "queue"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("queue")
    FILTER_PROMPT = "filter: words in the claim, its speaker or kind"

    def __init__(self, article: str | None = None) -> None:
        """The queue of one article, or of the whole library."""
        super().__init__()
        self._article = article
        self._all: tuple[Claim, ...] = ()
        self._order = 0
        self._titles: dict[str, str] = {}
        self._narrowing = Narrowing()
        self._held: dict[tuple[str, int], tuple[str, ...]] = {}

    def compose(self) -> ComposeResult:
        """A headline, the list, the claim one is at, and the foot."""
        yield Headline()
        yield QueueView(id="list")
        yield ClaimPreview(id="preview")
        yield Foot()

    def on_mount(self) -> None:
        """Begin on the list."""
        self.list.focus()
        self.watch(self.list, "cursor", self._preview, init=False)
        self.show_hints({"open": "read", "back": "back", "next_open": "", "search": "filter"})

    def on_screen_resume(self) -> None:
        """Fill the queue, now and whenever one comes back to it."""
        self._fill()

    @property
    def list(self) -> QueueView:
        """The claims."""
        return self.query_one("#list", QueueView)

    def reload(self, events: Sequence[Event]) -> None:
        """Look again what waits."""
        self._fill()

    def after_import(self, article: str) -> None:
        """Look again what waits."""
        self._fill()

    def reported_articles(self) -> Sequence[str]:
        """The article of the claim under the cursor."""
        return [self.list.item.article] if self.list.item else []

    def action_open(self) -> None:
        """Read the claim where it stands."""
        if claim := self.list.item:
            self.reader.open_article(claim.article, claim.id)

    def action_mark(self, status: str, stay: bool = False) -> None:
        """Decide the claim under the cursor; it leaves the queue and the next one takes its place."""
        claim = self.list.item
        if claim is None:
            return
        try:
            self.desk.mark([claim.id], Status(status), revs={claim.id: claim.rev})
        except TuifactError as error:
            self._fill()
            self.complain(error)
            return
        self._fill()

    def action_filter(self) -> None:
        """Choose which claims are shown, as in a text."""
        from tuifact.tui.screens.filtering import FilterScreen

        if not self._all:
            self.say(NOTHING_LEFT)
            return
        claims, roll = self._all, Roll(self._all)

        def done(narrowing: Narrowing | None) -> None:
            if narrowing is None:
                return
            if roll.figures is not None:
                self._held = {(claim.id, claim.rev): roll.figures[number] for number, claim in enumerate(claims)}
            self._narrowing = narrowing
            self.show_list()

        self.app.push_screen(FilterScreen(roll, self._narrowing, lambda: (claim.text for claim in claims)), done)

    def action_close(self) -> None:
        """Show the whole queue again."""
        self._narrowing = Narrowing()
        super().action_close()

    def action_order(self) -> None:
        """The next order."""
        self._order = (self._order + 1) % len(ORDERS)
        self.show_list()

    def action_back(self) -> None:
        """To where one came from."""
        self.app.pop_screen()

    def show_list(self) -> None:
        """The claims that pass the filter, in the order chosen."""
        order = list(ORDERS)[self._order]
        words = self.filter_words.split()
        shown = (c for c in self._chosen() if self.passes(words, c.text, c.speaker or "", c.kind))
        self.list.items = tuple(sorted(shown, key=ORDERS[order]))
        self.say_what_is_shown(
            f"{len(self.list.items):,} of {len(self._all):,}: {self._narrowing.words}" if self._narrowing else ""
        )
        head = self.query_one(Headline)
        head.heading = "Queue of this article" if self._article else "Queue of the library"
        head.remark = f"{len(self.list.items):,} to check, {order}"
        self._preview()
        if not self._all:
            self.say(NOTHING_LEFT)

    def on_resize(self) -> None:
        """Cut the line on the claim for another width."""
        self._preview()

    def _preview(self) -> None:
        """Show the claim under the cursor in full."""
        from tuifact.desk import figures_in

        preview, claim = self.query_one(ClaimPreview), self.list.item
        if claim is None:
            preview.show(None)
            return
        preview.show(claim, self._title_of(claim), [figure_words(figure) for figure in figures_in(claim.text)])

    def _title_of(self, claim: Claim) -> str:
        """The title of a claim's article, where the queue has the claims of several."""
        if self._article is None and claim.article not in self._titles:
            with suppress(TuifactError):
                self._titles[claim.article] = self.desk.summary(claim.article).title
        return self._titles.get(claim.article, "")

    def _chosen(self) -> Iterable[Claim]:
        """The claims that are not filtered away."""
        if not self._narrowing:
            return self._all
        roll = Roll(self._all)
        if self._narrowing.asks(FIGURES):
            roll.figures = FigureColumn(map(self._figures_of, self._all))
        return (claim for number, claim in enumerate(self._all) if self._narrowing.passes(roll, number))

    def _figures_of(self, claim: Claim) -> tuple[str, ...]:
        """Which figures a claim holds, as far as that was counted; counted now where its words are others."""
        key = (claim.id, claim.rev)
        if key not in self._held:
            from tuifact.desk import figures_held

            self._held[key] = figures_held(claim.text)
        return self._held[key]

    def _fill(self) -> None:
        try:
            self._all = self.desk.claims(self._article, status=Status.UNVERIFIED)
            tally = self.desk.summary(self._article).tally if self._article else self.desk.tally()
        except TuifactError as error:
            self.complain(error)
            return
        self.query_one(Headline).tally = tally
        self.show_list()
