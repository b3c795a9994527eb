"""A sentence as the scorer reads it: its tokens, with figures reduced to their shape.

What a figure says is for the checker; that there is one, and whether it looks like a year or an amount, is enough to
tell what is worth a check. Names keep their letters here: the rules count them by their capitals.
"""

from __future__ import annotations

import re

LONGEST = 20_000
"""Characters that are read. No sentence is longer; what is stays cheap, and its score would not change."""

YEAR = "#year"
"""Shape of a figure of four digits beginning with 1 or 2."""
GROUPED = "#grouped"
"""Shape of a figure with a comma, point or colon in it: an amount, a decimal, a time, a score."""
SHAPES = frozenset({YEAR, GROUPED, "#0", "#00", "#000"})
"""All shapes; the rest by the count of their digits, three for more."""

_TOKEN = re.compile(r"\d[\d.,:]*\d|\d|[^\W\d_][^\W_]*(?:['-][^\W_]+)*|[%‰$€£¥₹₽₩₺₴!?؟？;:\"“”«»„()—–]")
QUOTES = frozenset('"“”«»„:')
"""Marks after which a quotation may begin."""


class Words:
    """The tokens of one sentence. A plain class: importing `dataclasses` takes longer than scoring a sentence may.

    `text` is the sentence without white space around it, typographic apostrophes made plain; `tokens` are its words,
    figures and telling marks as written, `folded` the same in lower case with figures as shapes, `seen` the different
    ones of these, `spoken` the words among them.
    """

    __slots__ = ("folded", "seen", "spoken", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = _TOKEN.findall(text)
        self.folded = [_fold(token) for token in self.tokens]
        self.seen = frozenset(self.folded)
        self.spoken = [token for token in self.folded if token[0].isalpha()]

    @property
    def names(self) -> int:
        """Words with a capital that does not come from beginning a sentence or a quotation."""
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        return sum(
            after[0].isupper() and before not in QUOTES and after != "I" and not after.startswith("I'")
            for before, after in pairs
        )


def read_words(sentence: str) -> Words:
    """The tokens of a sentence; any string will do.

    >>> read_words("Rents rose 4.5% in 2015.").folded
    ['rents', 'rose', '#grouped', '%', 'in', '#year']
    """
    return Words(sentence[:LONGEST].replace("’", "'").strip())


def _fold(token: str) -> str:
    """A token in lower case, a figure as its shape; the month of May keeps the capital that tells it from the verb."""
    if token[0].isdecimal():
        return _shape(token)
    return token if token == "May" else token.lower()


def _shape(figure: str) -> str:
    """What a figure looks like."""
    if not figure.isdecimal():
        return GROUPED
    if len(figure) == 4 and figure[0] in "12":
        return YEAR
    return "#" + "0" * min(len(figure), 3)
