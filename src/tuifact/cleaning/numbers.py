"""Figures that a tokeniser took apart."""

from __future__ import annotations

from string import ascii_letters

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import MONTHS


def joins_thousands(line: Line, at: int) -> bool:
    """Whether the comma is inside a number: `1 , 204`, not `2016 , 200 people` and not `May 12 , 300 people`.

    Three digits after at most three; letters may stand close by (`IRR200,000`, `398,487MMBTU`).
    """
    pieces = line.pieces
    before, following = pieces[at - 2].lstrip(ascii_letters), pieces[at + 2].rstrip(ascii_letters)
    if len(following) != 3 or not following.isdigit() or not before.isdigit() or len(before) > 3:
        return False
    if at > 4 and (pieces[at - 4] in MONTHS or (pieces[at - 4] == "," and pieces[at - 3] == "" and len(before) != 3)):
        return False
    return before[0] != "0"


def joins_decimal_comma(line: Line, at: int) -> bool:
    """Whether the comma is a decimal comma, as all languages here but English write it: `1 , 5 Millionen`."""
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    return before.isdigit() and following.isdigit() and len(following) <= 2 and line.evidence.language != "en"


def joins_decimals(pieces: list[str], at: int) -> bool:
    """Whether the stop is inside a number: `3 . 2`, not `in 2016 . 200 people`."""
    before, following = pieces[at - 2], pieces[at + 2]
    if not before[-1:].isdigit():
        return False
    return not (len(before) == 4 and before[0] in "12" and before.isdigit() and len(following) > 2)
