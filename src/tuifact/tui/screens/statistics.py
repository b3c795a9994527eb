"""The library in figures, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog
from tuifact.tui.widgets.line_list import fit
from tuifact.tui.widgets.tally import FULL, bar, counts

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tuifact.desk import Statistics
    from tuifact.model import Tally

TOP = 8
"""Lines of each list; `tuifact stats --json` has all of them."""

DAYS = 14
"""Days drawn: two weeks of work."""

NAME_CELLS = 34
BAR_CELLS = 12


class StatisticsScreen(Dialog[None]):
    """How far the checking is, whose claims stood up, and how the work went."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,S,enter", "leave", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, statistics: Statistics) -> None:
        super().__init__()
        self._statistics = statistics

    def compose(self) -> ComposeResult:
        """A page of figures that scrolls."""
        with VerticalScroll(id="statistics", classes="window"):
            yield Static(statistics_page(self._statistics), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one("#statistics").scroll_relative(y=lines, animate=False)


def statistics_page(found: Statistics) -> Content:
    """The whole page."""
    articles = len(found.articles)
    lines = [
        Content.styled(f"{articles:,} article{'' if articles == 1 else 's'}, {found.tally.total:,} claims", "bold"),
        Content.assemble(_bar(found.tally), "  ", counts(found.tally), f"   {found.tally.percent} %"),
    ]
    open_articles = [(item.title, tally) for item, tally in found.articles if tally.unverified]
    lines += _table("Most left to check", open_articles)
    lines += _table("Speakers", [(name or "the articles themselves", tally) for name, tally in found.speakers])
    lines += _table("Sources", found.sources)
    lines += _days(found.days[-DAYS:])
    return Content("\n").join([*lines, Content(""), Content.styled("Esc back", "$quiet")])


def _table(heading: str, tallies: Sequence[tuple[str, Tally]]) -> Iterator[Content]:
    if not tallies:
        return
    yield from (Content(""), Content.styled(heading, "bold"))
    digits = max(len(str(tally.total)) for _, tally in tallies[:TOP])
    for name, tally in tallies[:TOP]:
        yield Content.assemble(_bar(tally), "  ", fit(plain_line(name), NAME_CELLS), "  ", counts(tally, digits))
    if len(tallies) > TOP:
        yield Content.styled(f"and {len(tallies) - TOP:,} more", "$quiet")


def _days(days: Sequence[tuple[str, int]]) -> Iterator[Content]:
    if not days:
        return
    yield from (Content(""), Content.styled("Verdicts a day", "bold"))
    most = max(count for _, count in days)
    for day, count in days:
        yield Content.assemble(f"{day}  ", (FULL * max(1, 2 * BAR_CELLS * count // most), "$primary"), f" {count:,}")


def _bar(tally: Tally) -> Content:
    return Content.styled(bar(tally, BAR_CELLS), "$primary")
