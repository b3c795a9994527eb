"""Choosing which claims of an article are shown, by what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from tuifact.errors import TuifactError
from tuifact.tui.heap import share
from tuifact.tui.screens.dialog import Dialog, Keys
from tuifact.tui.widgets.figure_column import FigureColumn
from tuifact.tui.widgets.line_list import LineList, fit
from tuifact.tui.widgets.narrowing import Facet, Narrowing
from tuifact.tui.widgets.roll import KEPT_WHOLE

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.tui.widgets.roll import Roll

LONGEST = 18
"""Lines shown at once."""

GROUP_CELLS = 9


class Offer(NamedTuple):
    """A facet to choose."""

    facet: Facet
    among: int
    """How many claims there would be of it."""
    chosen: bool
    leads: bool
    """Whether it is the first of its group."""


class OfferList(LineList[Offer]):
    """The facets, group by group."""

    def key_of(self, item: Offer) -> str:
        """Group and value."""
        return f"{item.facet.group} {item.facet.value}"

    def draw(self, item: Offer, base: Style, width: int) -> list[Segment]:
        """The group where it begins, a tick, the words, and the number of claims at the right."""
        faint = self.style("faint", base)
        count = f"{item.among:,}"
        return [
            Segment(f"{item.facet.group if item.leads else '':<{GROUP_CELLS}}", faint),
            Segment("● " if item.chosen else "○ ", self.style("bar", base) if item.chosen else faint),
            Segment(fit(item.facet.words, max(8, width - GROUP_CELLS - 4 - len(count))), base),
            Segment(f"  {count}", faint if item.among else base + Style(dim=True)),
        ]


class FilterScreen(Dialog[Narrowing]):
    """Answers with what to show; an empty one shows everything."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", show=False),
        Binding("enter", "show", show=False),
        Binding("space", "tick", show=False),
        Binding("backspace,delete", "all", show=False),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("g,home", "move(-1000000)", show=False),
        Binding("G,end", "move(1000000)", show=False),
    ]

    class Counted(Message):
        """It is known which figures the claims hold."""

        def __init__(self, figures: FigureColumn) -> None:
            super().__init__()
            self.figures = figures

    def __init__(self, roll: Roll, narrowing: Narrowing, texts: Callable[[], Iterable[str]]) -> None:
        """`texts` gives the words of every claim of the roll, in its order; of a book it is asked in a thread."""
        super().__init__()
        self._roll, self._narrowing, self._texts = roll, narrowing, texts

    def compose(self) -> ComposeResult:
        """A title that counts, the facets, and what the keys do."""
        with Vertical(id="filter", classes="window"):
            yield Static(id="count", markup=False, classes="title")
            yield OfferList(id="offers")
            yield Keys("Space tick   Enter show   Backspace all   Esc back")

    def on_mount(self) -> None:
        """Begin with what is shown now; the figures of a book come when they are counted."""
        if self._roll.figures is None:
            if len(self._roll) <= KEPT_WHOLE:
                learn_figures(self._roll, self._texts())
            else:
                share()
                self._count()
        self._fill()
        self.set_focus(self._list)

    @work(thread=True)
    def _count(self) -> None:
        here = get_current_worker()
        # What cannot be read has no figures to filter by; the rest of the window works.
        with suppress(TuifactError):
            figures = figures_of(takewhile(lambda _: not here.is_cancelled, self._texts()))
            self.post_message(self.Counted(figures))

    def on_filter_screen_counted(self, message: Counted) -> None:
        """Offer the figures too."""
        if len(message.figures) == len(self._roll):
            self._roll.figures = message.figures
            self._fill()

    def on_resize(self) -> None:
        """As many lines as there is room for."""
        self._list.styles.height = self.rows_for(min(LONGEST, len(self._list.items)))

    @property
    def _list(self) -> OfferList:
        return self.query_one(OfferList)

    def action_move(self, step: int) -> None:
        """The cursor up or down."""
        self._list.cursor += step

    def action_tick(self) -> None:
        """Choose a facet, or no more."""
        if (offer := self._list.item) is not None:
            self._narrowing = self._narrowing.toggled(offer.facet)
            self._fill()

    def action_all(self) -> None:
        """Show everything again."""
        self.dismiss(Narrowing())

    def action_show(self) -> None:
        """Answer; where nothing is ticked, with what the cursor is on."""
        offer = self._list.item
        if not self._narrowing and offer is not None:
            self._narrowing = Narrowing([offer.facet])
        self.dismiss(self._narrowing)

    def on_line_list_opened(self) -> None:
        """A click on the line ticks it too."""
        self.action_tick()

    def _fill(self) -> None:
        counts = self._narrowing.counts(self._roll)
        # What was chosen and is no more among them must be there to be taken back.
        facets = [*counts, *(facet for facet in self._narrowing.chosen if facet not in counts)]
        self._narrowing = Narrowing(facet for facet in facets if facet in self._narrowing.chosen)
        leads = {facet for at, facet in enumerate(facets) if not at or facets[at - 1].group != facet.group}
        self._list.items = tuple(
            Offer(facet, counts.get(facet, 0), facet in self._narrowing.chosen, facet in leads) for facet in facets
        )
        shown = sum(self._narrowing.passes(self._roll, number) for number in range(len(self._roll)))
        self.on_resize()
        counting = "   figures are being counted" if self._roll.figures is None else ""
        self.query_one("#count", Static).update(f"Show only   {shown:,} of {len(self._roll):,} claims{counting}")


def learn_figures(roll: Roll, texts: Iterable[str]) -> None:
    """Find out which figures the claims of a roll hold, of which these are the words."""
    roll.figures = figures_of(texts)


def figures_of(texts: Iterable[str]) -> FigureColumn:
    """Which figures these hold; 70 µs each."""
    from tuifact.desk import figures_held

    return FigureColumn(map(figures_held, texts))
