"""Rules for signs: money, hashtags, handles, degrees."""

from __future__ import annotations

from tuifact.cleaning.addresses import joins_domain
from tuifact.cleaning.line import Line

CURRENCIES = frozenset(("$", "£", "€", "¥", "₽", "₩", "₪", "US$", "A$", "C$", "NZ$", "HK$"))
_DOLLARS = frozenset(("US", "A", "AU", "C", "CA", "NZ", "HK", "S", "R", "NT", "U.S."))
_DEGREES = frozenset("CFNSEWK")


def hashtag(line: Line, i: int) -> None:
    """`# Pakistan` becomes `#Pakistan`."""
    if line.tokens[i + 1][:1].isalnum():
        line.gaps[i + 1] = ""


def at_sign(line: Line, i: int) -> None:
    """`@ dahrinoor2` becomes a handle; `press @ example . org` an address, known by its last part."""
    tokens = line.tokens
    following = tokens[i + 1]
    if not following[:1].isalnum() and following[:1] != "_":
        return
    line.gaps[i + 1] = ""
    if tokens[i - 1][-1:].isalnum() and (
        "." in following[:-1] or (tokens[i + 2 : i + 3] == ["."] and joins_domain(tokens, i + 2))
    ):
        line.gaps[i] = ""


def ampersand(line: Line, i: int) -> None:
    """`AT & T` becomes `AT&T`: between capitals of one or two letters."""
    before, following = line.tokens[i - 1], line.tokens[i + 1]
    if 0 < len(before) <= 2 and 0 < len(following) <= 2 and before.isupper() and following.isupper():
        line.join(i)


def currency(line: Line, i: int) -> None:
    """`$ 5` becomes `$5`, `US $ 5` becomes `US$5`; a sign after its figure keeps its space."""
    if line.tokens[i + 1][:1].isdigit():
        line.gaps[i + 1] = ""
    if line.tokens[i] == "$" and line.tokens[i - 1] in _DOLLARS:
        line.gaps[i] = ""


def plus(line: Line, i: int) -> None:
    """`90 + 4` becomes `90+4`, `+ 5` becomes `+5`."""
    if line.tokens[i + 1][:1].isdigit():
        line.gaps[i + 1] = ""
        if line.tokens[i - 1][-1:].isdigit():
            line.gaps[i] = ""


def degree(line: Line, i: int) -> None:
    """`20 ° C` becomes `20°C`."""
    line.gaps[i] = ""
    if line.tokens[i + 1] in _DEGREES:
        line.gaps[i + 1] = ""
