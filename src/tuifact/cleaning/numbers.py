"""Figures that a tokeniser took apart."""

from __future__ import annotations

from string import ascii_letters

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import MONTHS


def joins_thousands(line: Line, i: int) -> bool:
    """Whether the comma at `i` is inside a number: `1 , 204`, not `2016 , 200 people` and not `May 12 , 300 people`.

    Three digits after at most three; letters may stand close by (`IRR200,000`, `398,487MMBTU`).
    """
    tokens = line.tokens
    before, following = tokens[i - 1].lstrip(ascii_letters), tokens[i + 1].rstrip(ascii_letters)
    if len(following) != 3 or not following.isdigit() or not before.isdigit() or len(before) > 3:
        return False
    if i >= 2 and (tokens[i - 2] in MONTHS or (tokens[i - 2] == "," and line.gaps[i - 1] == "" and len(before) != 3)):
        return False
    return before[0] != "0"


def joins_decimal_comma(line: Line, i: int) -> bool:
    """Whether the comma at `i` is a decimal comma, as all languages here but English write it: `1 , 5 Millionen`."""
    before, following = line.tokens[i - 1], line.tokens[i + 1]
    return before.isdigit() and following.isdigit() and len(following) <= 2 and line.evidence.language != "en"


def joins_decimals(tokens: list[str], i: int) -> bool:
    """Whether the stop at `i` is inside a number: `3 . 2`, not `in 2016 . 200 people`."""
    before, following = tokens[i - 1], tokens[i + 1]
    if not before[-1:].isdigit():
        return False
    return not (len(before) == 4 and before[0] in "12" and before.isdigit() and len(following) > 2)
