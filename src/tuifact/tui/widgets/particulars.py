"""What a card knows of a claim, and the little that its sections have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

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
    findings: Sequence[Finding] = ()
    """What the sourcing rules find about it."""
    questions: Sequence[Question] = ()
    """Those put to people about it, and still to be put."""


Section = Callable[[Particulars], Sequence[Content]]
"""Lines that belong together, none when there is nothing to say."""


def fact(name: str, value: str) -> Content:
    """A name and a value, in two columns."""
    return Content.assemble((f"{name:<{LABEL_CELLS}}", "$quiet"), value)


def heading(words: str) -> Content:
    """What a section of its own begins with."""
    return Content.styled(words, "bold")
