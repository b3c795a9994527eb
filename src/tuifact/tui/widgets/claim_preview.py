"""The claim under the cursor of a list, in full: one line of a list is too little to decide on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tuifact.model.plain import plain_line, plain_text
from tuifact.tui.widgets.particulars import GAP, shortened

if TYPE_CHECKING:
    from tuifact.model import Claim

TITLE_CELLS = 40
"""Of an article's title, in the line on a claim."""


class ClaimPreview(Static):
    """What is known of a claim in a line, and below it the claim; it keeps one height, so that the list stays still."""

    DEFAULT_CSS = "ClaimPreview { height: 30%; min-height: 4; max-height: 8; padding: 0 1; }"

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def show(self, claim: Claim | None, title: str = "", figures: Sequence[str] = ()) -> None:
        """Show this claim; `title` is that of its article, where the list has those of several."""
        self.update("" if claim is None else self._told(claim, title, figures), layout=False)

    def _told(self, claim: Claim, title: str, figures: Sequence[str]) -> Content:
        known = [f"said by {plain_line(claim.speaker)}"] if claim.speaker else []
        known += [claim.band.value, claim.kind.value]
        known += [f"in “{shortened(plain_line(title), TITLE_CELLS)}”"] if title else []
        known += [" · ".join(figures)] if figures else []
        head = Content.styled(GAP.join(known), "$quiet").truncate(max(1, self.content_size.width), ellipsis=True)
        return Content("\n").join([head, Content(plain_text(claim.text))])
