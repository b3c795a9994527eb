"""Choosing which claims of an article are shown, by what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tuifact.tui.screens.dialog import Dialog
from tuifact.tui.widgets.line_list import LineList, fit
from tuifact.tui.widgets.narrowing import Facet, Narrowing

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

    def __init__(self, roll: Roll, narrowing: Narrowing) -> None:
        super().__init__()
        self._roll, self._narrowing = roll, narrowing

    def compose(self) -> ComposeResult:
        """A title that counts, the facets, and what the keys do."""
        with Vertical(id="filter", classes="window"):
            yield Static(id="count", markup=False, classes="title")
            yield OfferList(id="offers")
            yield Static("Space tick   Enter show   Backspace all   Esc back", markup=False, classes="keys")

    def on_mount(self) -> None:
        """Begin with what is shown now."""
        self._fill()
        self._list.styles.height = min(LONGEST, len(self._list.items))
        self.set_focus(self._list)

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
        self.query_one("#count", Static).update(f"Show only   {shown:,} of {len(self._roll):,} claims")
