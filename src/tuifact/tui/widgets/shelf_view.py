"""The shelf: one line an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tuifact.model import ArticleSummary, Status
from tuifact.model.plain import plain_line
from tuifact.tui.widgets.line_list import LineList, fit
from tuifact.tui.widgets.tally import bar

BAR_CELLS = 10


@runtime_checkable
class PlacesKnown(Protocol):
    """Articles that know where each of them stands."""

    def place_of(self, article: str) -> int | None:
        """Where the article of this id stands, from 0."""


class ShelfView(LineList[ArticleSummary]):
    """Articles with their tallies."""

    def key_of(self, item: ArticleSummary) -> str:
        """The article's id."""
        return item.id

    def place_of(self, key: str, items: Sequence[ArticleSummary]) -> int | None:
        """Where the article of this id stands; of those that are made when one looks at them, none is made for this."""
        return items.place_of(key) if isinstance(items, PlacesKnown) else super().place_of(key, items)

    def draw(self, item: ArticleSummary, base: Style, width: int) -> list[Segment]:
        """Bar, counts, title, source, date, tags, as many of them as there is room for."""
        faint = self.style("faint", base)
        cells = [Segment(bar(item.tally, BAR_CELLS), faint), Segment("  ", base)] if width >= 67 else []
        for status in Status:
            count = getattr(item.tally, status.value)
            cells.append(Segment(f"{status.glyph}{count:>3}  ", self.style(status, base)))
        room = width - sum(cell.cell_length for cell in cells)
        tags = _tags(item, room // 4) if room >= 60 else ""
        source = room // 4 if room >= 60 else 0
        day = _day(item) if room >= 44 else ""
        title = fit(plain_line(item.title), max(8, room - source - len(day) - cell_len(tags)))
        # Tags stand at the end of the title, so that sources and dates line up in every row.
        cells += [Segment(title, base), Segment(tags, faint)]
        if source:
            cells.append(Segment("  " + fit(shown_source(item), source - 2), faint))
        return [*cells, Segment(day, faint)]


def shown_source(article: ArticleSummary) -> str:
    """Who brings it, in one line."""
    return plain_line(article.outlet)


def _day(article: ArticleSummary) -> str:
    return f"  {article.published.isoformat() if article.published else article.added[:10]:<10}"


def _tags(article: ArticleSummary, width: int) -> str:
    tags = " ".join(plain_line(tag) for tag in article.tags)
    return "  " + fit(tags, width - 2).rstrip() if tags and width > 3 else ""
