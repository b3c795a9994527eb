"""One line of a tokenised text on its way back: its tokens, the gaps between them, the marks still to be decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tuifact.cleaning.evidence import Evidence


class Mark(NamedTuple):
    """A quotation mark, apostrophe or mask whose role only its fellows can tell."""

    at: int
    """Index of its token."""
    char: str
    """As it stands in the token: `"`, `'` or `@@@`."""
    costs: tuple[tuple[int, float], ...]
    """The roles it may have (see `quotes`), each with how unlikely its neighbours make it."""


class Line:
    """Tokens and gaps. Rules close gaps or leave a mark for the pairing of quotes; they never open a gap.

    `gaps[i]` stands before `tokens[i]`. An empty token ends the list, so that `tokens[i + 1]` always exists and
    `tokens[i - 1]` is empty at the beginning too.
    """

    __slots__ = ("evidence", "gaps", "marks", "settled", "tokens")

    def __init__(self, text: str, evidence: Evidence) -> None:
        self.tokens = text.split()
        self.gaps = [" "] * len(self.tokens)
        self.tokens.append("")
        self.gaps.append("")
        self.marks: list[Mark] = []
        self.settled = 0
        """Tokens before this one are done (parts of an address)."""
        self.evidence = evidence

    def join(self, i: int) -> None:
        """Close the gaps on both sides of a token."""
        self.gaps[i] = self.gaps[i + 1] = ""

    def text(self) -> str:
        """The tokens with what is left of the gaps."""
        pieces = self.gaps + self.tokens
        pieces[::2] = self.gaps
        pieces[1::2] = self.tokens
        pieces[0] = ""
        return "".join(pieces)


Rule = Callable[[Line, int], None]
"""What a token does to the gaps around it."""
