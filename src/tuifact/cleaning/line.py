"""One line of a tokenised text on its way back: its tokens, the gaps between them, the marks still to be decided."""

from __future__ import annotations

from collections.abc import Callable

from tuifact.cleaning.evidence import Evidence

Costs = tuple[tuple[int, float], ...]
"""The roles that a mark may have (see `quotes`), each with how unlikely its neighbours make it."""

Mark = tuple[int, str, Costs]
"""A quotation mark, apostrophe or mask whose role only its fellows can tell: the place of its token, how it stands in
the token (`"`, `'` or `@@@`), and its roles."""


class Line:
    """Gaps and tokens in turn. Rules close gaps or leave a mark for the pairing of quotes; they never open a gap.

    Tokens have odd places. With the one at `at`, the gap before it is at `at - 1`, the token before at `at - 2`, the
    gap behind it at `at + 1`, the token behind at `at + 2`. An empty token ends the list, so that there always is one
    behind, and at the beginning one before too, since Python counts on from the end.
    """

    __slots__ = ("evidence", "marks", "pieces", "settled")

    def __init__(self, tokens: list[str], evidence: Evidence) -> None:
        """A line of these tokens, the last of them empty."""
        self.pieces = [" "] * (2 * len(tokens))
        self.pieces[1::2] = tokens
        self.marks: list[Mark] = []
        self.settled = 0
        """Tokens before this place are done (parts of an address)."""
        self.evidence = evidence

    def join(self, at: int) -> None:
        """Close the gaps on both sides of a token."""
        self.pieces[at - 1] = self.pieces[at + 1] = ""

    def text(self) -> str:
        """The tokens with what is left of the gaps."""
        self.pieces[0] = self.pieces[-2] = ""
        return "".join(self.pieces)


Rule = Callable[[Line, int], None]
"""What a token does to the gaps around it."""
