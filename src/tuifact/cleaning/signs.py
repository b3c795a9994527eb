"""Rules for signs: money, hashtags, handles, degrees."""

from __future__ import annotations

from tuifact.cleaning.addresses import joins_domain
from tuifact.cleaning.line import Line

CURRENCIES = frozenset(("$", "£", "€", "¥", "₽", "₩", "₪", "US$", "A$", "C$", "NZ$", "HK$"))
_DOLLARS = frozenset(("US", "A", "AU", "C", "CA", "NZ", "HK", "S", "R", "NT", "U.S."))
_DEGREES = frozenset("CFNSEWK")


def hashtag(line: Line, at: int) -> None:
    """`# Pakistan` becomes `#Pakistan`."""
    if line.pieces[at + 2][:1].isalnum():
        line.pieces[at + 1] = ""


def at_sign(line: Line, at: int) -> None:
    """`@ dahrinoor2` becomes a handle; `press @ example . org` an address, known by its last part."""
    pieces = line.pieces
    following = pieces[at + 2]
    if not following[:1].isalnum() and following[:1] != "_":
        return
    line.pieces[at + 1] = ""
    if pieces[at - 2][-1:].isalnum() and (
        "." in following[:-1] or (pieces[at + 4] == "." and joins_domain(pieces, at + 4))
    ):
        line.pieces[at - 1] = ""


def ampersand(line: Line, at: int) -> None:
    """`AT & T` becomes `AT&T`: between capitals of one or two letters."""
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    if 0 < len(before) <= 2 and 0 < len(following) <= 2 and before.isupper() and following.isupper():
        line.join(at)


def currency(line: Line, at: int) -> None:
    """`$ 5` becomes `$5`, `US $ 5` becomes `US$5`; a sign after its figure keeps its space."""
    if line.pieces[at + 2][:1].isdigit():
        line.pieces[at + 1] = ""
    if line.pieces[at] == "$" and line.pieces[at - 2] in _DOLLARS:
        line.pieces[at - 1] = ""


def plus(line: Line, at: int) -> None:
    """`90 + 4` becomes `90+4`, `+ 5` becomes `+5`."""
    if line.pieces[at + 2][:1].isdigit():
        line.pieces[at + 1] = ""
        if line.pieces[at - 2][-1:].isdigit():
            line.pieces[at - 1] = ""


def degree(line: Line, at: int) -> None:
    """`20 ° C` becomes `20°C`."""
    line.pieces[at - 1] = ""
    if line.pieces[at + 2] in _DEGREES:
        line.pieces[at + 1] = ""
