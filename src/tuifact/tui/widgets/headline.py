"""The one line at the head of a screen: what is open on the left, how its claims stand on the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tuifact.model import Tally
from tuifact.model.plain import plain_line
from tuifact.tui.widgets.tally import bar, counts

BAR_CELLS = 12


class Headline(Widget):
    """A title and a tally; the title gives way when there is little room."""

    DEFAULT_CSS = "Headline { height: 1; dock: top; margin-bottom: 1; }"

    heading: reactive[str] = reactive("")
    """What is open."""
    remark: reactive[str] = reactive("")
    """Words before the tally (`214 articles`)."""
    tally: reactive[Tally] = reactive(Tally())
    """How the claims stand."""

    def render(self) -> Content:
        """Title, remark, counts, bar and percentage, as many of them as there is room for."""
        width = max(0, self.size.width - 2)
        right = self._right(width)
        title = Content.styled(plain_line(self.heading), "bold").truncate(
            max(0, width - right.cell_length - 2), ellipsis=True
        )
        gap = max(1, width - title.cell_length - right.cell_length)
        return Content.assemble(" ", title, " " * gap, right, " ")

    def _right(self, width: int) -> Content:
        if not self.tally.total:
            return Content.styled(self.remark, "$quiet")
        parts = [counts(self.tally), Content(f"{self.tally.percent:>3} %")]
        if width >= 70:
            parts.insert(1, Content.styled(bar(self.tally, BAR_CELLS), "$primary"))
        if self.remark and width >= 60:
            parts.insert(0, Content.styled(self.remark, "$quiet"))
        return Content("   ").join(parts)
