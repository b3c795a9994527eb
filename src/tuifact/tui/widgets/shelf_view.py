"""The shelf: one line an article, drawn as it comes into view, so that a hundred thousand open at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuifact.model import ArticleSummary, Status
from tuifact.model.plain import plain_line
from tuifact.tui.messages import ArticleChosen
from tuifact.tui.widgets.tally import bar

if TYPE_CHECKING:
    from textual import events

BAR_CELLS = 10


class ShelfView(ScrollView, can_focus=True):
    """A list of articles with a cursor; says which one was opened."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "shelf--bar",
        "shelf--faint",
        "shelf--current",
        *(f"shelf--{status}" for status in Status),
    }
    DEFAULT_CSS = "ShelfView { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll; }"

    articles: reactive[Sequence[ArticleSummary]] = reactive(())
    """What stands on the shelf, in this order."""
    cursor: reactive[int] = reactive(0)
    """The article keys act on, from 0."""

    @property
    def article(self) -> ArticleSummary | None:
        """The article under the cursor; None on an empty shelf."""
        return self.articles[self.cursor] if 0 <= self.cursor < len(self.articles) else None

    def validate_cursor(self, cursor: int) -> int:
        """Inside the list."""
        return max(0, min(cursor, len(self.articles) - 1))

    def watch_articles(self, before: Sequence[ArticleSummary], now: Sequence[ArticleSummary]) -> None:
        """Keep the cursor on the article it was on, if that is still there."""
        was = before[self.cursor].id if self.cursor < len(before) else ""
        self.virtual_size = Size(self.size.width, len(now))
        self.cursor = next((number for number, item in enumerate(now) if item.id == was), self.cursor)
        self.refresh()

    def watch_cursor(self) -> None:
        """Keep the cursor on the screen, moving as little as possible."""
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, force=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def on_resize(self) -> None:
        """Use the new width."""
        self.virtual_size = Size(self.size.width, len(self.articles))
        self.watch_cursor()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens."""
        number = event.y + self.scroll_offset.y
        if not 0 <= number < len(self.articles):
            return
        if number == self.cursor or event.chain > 1:
            self.post_message(ArticleChosen(self.articles[number].id))
        self.cursor = number

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the screen."""
        number, width = y + self.scroll_offset.y, self.size.width
        base = self.visual_style.rich_style
        if number >= len(self.articles):
            return Strip.blank(width, base)
        here = number == self.cursor
        if here:
            base += self.get_component_rich_style("shelf--current", partial=True)
        return Strip(self._cells(self.articles[number], base, here, width)).adjust_cell_length(width, base)

    def _cells(self, article: ArticleSummary, base: Style, here: bool, width: int) -> list[Segment]:
        faint = base + self.get_component_rich_style("shelf--faint", partial=True)
        cursor = base + self.get_component_rich_style("shelf--bar", partial=True)
        cells = [Segment(" ", base), Segment("▌" if here else " ", cursor)]
        if width >= 70:
            cells += [Segment(bar(article.tally, BAR_CELLS), faint), Segment("  ", base)]
        for status in Status:
            style = base + self.get_component_rich_style(f"shelf--{status}", partial=True)
            cells += [Segment(f"{status.glyph}{getattr(article.tally, status.value):>3}  ", style)]
        left = width - sum(cell.cell_length for cell in cells) - 1
        source_width, date_width, tags = _columns(article, left)
        title = max(8, left - source_width - date_width - len(tags))
        cells.append(Segment(_fit(plain_line(article.title), title), base))
        if source_width:
            cells.append(Segment("  " + _fit(shown_source(article), source_width - 2), faint))
        if date_width:
            day = article.published.isoformat() if article.published else article.added[:10]
            cells.append(Segment(f"  {day:<10}", faint))
        return [*cells, Segment(tags, faint), Segment(" ", base)]


def shown_source(article: ArticleSummary) -> str:
    """Who wrote it, else where it came from, by its last part."""
    return plain_line(article.byline or article.source.replace("\\", "/").rstrip("/").rpartition("/")[2])


def _columns(article: ArticleSummary, room: int) -> tuple[int, int, str]:
    """Cells for the source and for the date, and the tags as shown; a narrow shelf has the titles alone."""
    tags = "".join(f"  {plain_line(tag)}" for tag in article.tags)[: room // 4]
    return (room // 4 if room >= 60 else 0), (12 if room >= 44 else 0), (tags if room >= 60 else "")


def _fit(text: str, width: int) -> str:
    """The text in exactly `width` cells, its end cut to `…` when it is longer."""
    fitted = set_cell_size(text, width)
    return fitted if fitted.rstrip() == text.rstrip() else set_cell_size(text, width - 1) + "…"
