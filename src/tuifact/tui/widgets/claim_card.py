"""The current claim's card: what is claimed, by whom, why it is worth a check, and where its check stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tuifact.tui.widgets.canvas import Brush, Canvas, changes, join
from tuifact.tui.widgets.card_sections import low_card, tall_card
from tuifact.tui.widgets.particulars import Particulars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.selection import Selection


class ClaimCard(Canvas, ScrollView, can_focus=True):
    """One claim. Beside the text it has a line a fact; below it (class `-low`) it folds into a few lines.

    It draws its lines itself, so that going to another claim sends only the lines that differ.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"card--rule", "card--lit"}
    DEFAULT_CSS = "ClaimCard { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size: 1 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", show=False),
        Binding("up", "scroll_up", show=False),
    ]

    low: reactive[bool] = reactive(False, toggle_class="-low", repaint=False)
    """Whether the card lies below the text and must be short."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about: Particulars | None = None
        self._strips: Sequence[Strip] = ()
        self._bare: Sequence[Strip] = ()
        self._drawn: dict[int, Strip] = {}
        self._edges = (0, 0)

    def show(self, about: Particulars | None) -> None:
        """Show a claim from its beginning; None when the article has none."""
        same = about is not None and self._about is not None and about.claim.id == self._about.claim.id
        if not same:
            self.scroll_to(y=0, animate=False, force=True)
        self._about = about
        self._lay_out()

    def watch_low(self) -> None:
        """Fold or unfold."""
        self._lay_out()

    def on_resize(self) -> None:
        """Break the lines for another width."""
        self._drawn.clear()
        self._lay_out()

    def on_focus(self) -> None:
        """Show that the keys go here."""
        self._drawn.pop(-1, None)
        self._lay_out()

    def on_blur(self) -> None:
        """Show that they do no more."""
        self._drawn.pop(-1, None)
        self._lay_out()

    def forget_rows(self) -> None:
        """Forget what was drawn, and break the lines again: styles are part of them."""
        super().forget_rows()
        self._drawn.clear()
        self._lay_out()

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self._lay_out()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands on the card."""
        return selection.extract(self._content().plain), "\n"

    def render_line(self, y: int) -> Strip:
        """Line `y` of what is in view, each segment saying what it shows: for Textual, when the mouse selects."""
        at = y + self.scroll_offset.y
        return self._strips[at] if at < len(self._strips) else Strip([])

    def draw_row(self, y: int, brush: Brush) -> Strip:
        """A line of the card, or the rule above it."""
        above, left = self._edges
        number = y - above
        if number >= 0:
            number = min(number + self.scroll_offset.y, len(self._bare))
        if number not in self._drawn:
            if number < 0:
                part = "card--lit" if self.has_focus else "card--rule"
                line = [Segment("─" * brush.width, self.get_component_rich_style(part))]
            else:
                line = [Segment(" " * left, brush.base), *(self._bare[number] if number < len(self._bare) else ())]
            self._drawn[number] = brush.line(line)
        return self._drawn[number]

    def _content(self) -> Content:
        if self._about is None:
            return Content.styled("No claims were found in this text.", "$quiet")
        about = self._about._replace(cells=self.scrollable_content_region.width)
        first, *rest = (low_card if self.low else tall_card)(about)
        return Content("\n").join([first.stylize("$accent") if self.has_focus else first, *rest])

    def _lay_out(self) -> None:
        """Break the lines anew and draw again those that changed."""
        width = self.scrollable_content_region.width
        if not (self.is_mounted and width):
            return
        before, self._edges = self._bare, (self.gutter.top, self.gutter.left)
        self._strips = Visual.to_strips(self, self._content(), width, None, self.visual_style)
        self._bare = [Strip(_trimmed(join(list(strip.discard_meta())))) for strip in self._strips]
        # A card that has room enough keeps one height, for another one would lay out the whole screen.
        self.virtual_size = Size(width, max(len(self._strips), self.scrollable_content_region.height))
        self._drawn.pop(len(before), None)
        top = self.scroll_offset.y
        for y, cells in changes(before, self._bare):
            self._drawn.pop(y, None)
            if 0 <= y - top < self.size.height:
                self.refresh(Region(0, y - top, cells, 1))


def _trimmed(line: list[Segment]) -> list[Segment]:
    """The line without the blanks at its end."""
    while line and not line[-1].text.strip():
        line.pop()
    if line:
        line[-1] = Segment(line[-1].text.rstrip(), line[-1].style)
    return line
