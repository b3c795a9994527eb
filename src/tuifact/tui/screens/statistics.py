"""The library in figures, drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tuifact.model.plain import plain_line
from tuifact.tui.screens.dialog import Dialog, Keys
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

ONE_LINE = 80
"""Cells of a screen from which a name and its figures share a line."""


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
            yield Static(self._page(), id="figures", markup=False)
            yield Keys("j k scroll   Esc back")

    def on_resize(self) -> None:
        """Lay the page out for another width."""
        self.query_one("#figures", Static).update(self._page())

    def _page(self) -> Content:
        return statistics_page(self._statistics, self.app.size.width)

    def action_scroll(self, lines: int) -> None:
        """Read on."""
        self.query_one("#statistics").scroll_relative(y=lines, animate=False)


def statistics_page(found: Statistics, width: int) -> Content:
    """The whole page; on a screen that is not so wide a name stands above its figures."""
    cells = NAME_CELLS if width >= ONE_LINE else 0
    articles = len(found.articles)
    lines = [
        Content.styled(f"{articles:,} article{'' if articles == 1 else 's'}, {found.tally.total:,} claims", "bold"),
        Content.assemble(_bar(found.tally), "  ", counts(found.tally), f"   {found.tally.percent} %"),
    ]
    open_articles = [(item.title, tally) for item, tally in found.articles if tally.unverified]
    lines += _table("Most left to check", open_articles, cells)
    lines += _table("Speakers", [(name or "the articles themselves", tally) for name, tally in found.speakers], cells)
    lines += _table("Sources", found.sources, cells)
    lines += _days(found.days[-DAYS:])
    return Content("\n").join(lines)


def _table(heading: str, tallies: Sequence[tuple[str, Tally]], cells: int) -> Iterator[Content]:
    if not tallies:
        return
    yield from (Content(""), Content.styled(heading, "bold"))
    digits = max(len(str(tally.total)) for _, tally in tallies[:TOP])
    for name, tally in tallies[:TOP]:
        if cells:
            yield Content.assemble(_bar(tally), "  ", fit(plain_line(name), cells), "  ", counts(tally, digits))
        else:
            yield Content(plain_line(name))
            yield Content.assemble(_bar(tally), "  ", counts(tally, digits))
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
