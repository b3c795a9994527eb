"""What a card knows of a claim, and the little that its sections have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from tuifact.tui.widgets.wrapping import wrap

if TYPE_CHECKING:
    from tuifact.model import Claim, EarlierCheck, Event, Finding, Question

LABEL_CELLS = 11
"""The column of names (`said by`), left of the values."""

GAP = "   "
"""Between facts that share a line."""


class Particulars(NamedTuple):
    """Everything a card may show of one claim."""

    claim: Claim
    number: int
    """Which claim it is, from 1."""
    among: int
    """How many the article has."""
    contest: Sequence[Event] = ()
    """Verdicts that copies of the library disagree on."""
    earlier: Sequence[EarlierCheck] = ()
    """Earlier checks of it, best first."""
    earlier_key: str = ""
    """The key that makes use of them."""
    twins: int = 0
    """How many unchecked claims say it in the same words."""
    twins_key: str = ""
    """The key that decides them alike."""
    findings: Sequence[Finding] = ()
    """What the sourcing rules find about it."""
    questions: Sequence[Question] = ()
    """Those put to people about it, and still to be put."""
    figures: Sequence[str] = ()
    """The figures and dates in it, in words."""
    cells: int = 80
    """How wide the card is."""


Section = Callable[[Particulars], Sequence[Content]]
"""Lines that belong together, none when there is nothing to say."""


def fact(name: str, value: str, cells: int) -> Content:
    """A name and a value, in two columns of so many cells together; a long value goes on below itself."""
    lines = [value[line.start : line.end] for line in wrap(value, max(LABEL_CELLS, cells - LABEL_CELLS), ())]
    return Content.assemble((f"{name:<{LABEL_CELLS}}", "$quiet"), f"\n{' ' * LABEL_CELLS}".join(lines))


def shortened(text: str, cells: int) -> str:
    """The text in at most so many cells, its end cut to `…` when it is longer."""
    return text if cell_len(text) <= cells else set_cell_size(text, max(0, cells - 1)).rstrip() + "…"


def heading(words: str) -> Content:
    """What a section of its own begins with."""
    return Content.styled(words, "bold")
