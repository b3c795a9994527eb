"""The queue: one line a claim."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style

from tuifact.model import Band, Claim
from tuifact.model.plain import plain_line
from tuifact.tui.widgets.line_list import LineList, fit
from tuifact.tui.widgets.tally import EMPTY, FULL

BANDS = {Band.FIRST: FULL + FULL, Band.CHECKABLE: FULL + EMPTY, Band.NOT_CHECKABLE: EMPTY + EMPTY}
"""Check-worthiness in two cells."""


class QueueView(LineList[Claim]):
    """Claims that wait for a check."""

    def key_of(self, item: Claim) -> str:
        """The claim's id."""
        return item.id

    def draw(self, item: Claim, base: Style, width: int) -> list[Segment]:
        """Glyph, worth, claim, speaker and kind, as many of them as there is room for."""
        speaker = width // 4 if width >= 70 else 0
        kind = 12 if width >= 90 else 0
        cells = [
            Segment(f"{item.status.glyph} ", self.style(item.status, base)),
            Segment(f"{BANDS[item.band]}  ", self.style("bar", base)),
            Segment(fit(plain_line(item.text), max(8, width - 6 - speaker - kind)), base),
        ]
        faint = self.style("faint", base)
        if speaker:
            cells.append(Segment("  " + fit(plain_line(item.speaker or ""), speaker - 2), faint))
        if kind:
            cells.append(Segment("  " + fit(item.kind.value, kind - 2), faint))
        return cells
