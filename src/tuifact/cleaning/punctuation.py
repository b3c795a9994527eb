"""Rules for full stops, commas, brackets, and for marks that stand together."""

from __future__ import annotations

from tuifact.cleaning.addresses import join_address, joins_domain
from tuifact.cleaning.apostrophes import mark_run
from tuifact.cleaning.line import Line
from tuifact.cleaning.numbers import joins_decimal_comma, joins_decimals, joins_thousands
from tuifact.cleaning.signs import CURRENCIES
from tuifact.cleaning.words import DOTTED

_OPENERS = frozenset("([{“‘¿¡„‚«‹")
_CLOSERS = frozenset(")]}”,;:.!?…%»›’")
_FACES = frozenset((":)", ":-)", ";)", ";-)", ":(", ":-(", ":/", "=)", ":'("))
"""Faces made of marks stand apart from the word before."""

_ASIDE = 60
"""Tokens back in which the bracket of an aside is looked for."""

_LONGEST = 12
"""Tokens an abbreviation with full stops may have."""


def close(line: Line, at: int) -> None:
    """`ties , he` becomes `ties, he`: closing marks stand at the word before."""
    line.pieces[at - 1] = ""


def close_tall(line: Line, at: int) -> None:
    """`;`, `!`, `?` close, but keep the space before them that French sets."""
    if line.evidence.language != "fr":
        line.pieces[at - 1] = ""


def percent(line: Line, at: int) -> None:
    """`3 %` becomes `3%` in English; most other languages set a space."""
    if line.evidence.language == "en":
        line.pieces[at - 1] = ""


def guillemet(line: Line, at: int) -> None:
    """`« Da »` becomes `«Da»`, or `»Da«` as German prints it; French keeps its spaces."""
    if line.evidence.language == "fr":
        return
    opens = (line.pieces[at] in "«‹") != line.evidence.inward
    line.pieces[at + 1 if opens else at - 1] = ""


def high_quote(line: Line, at: int) -> None:
    """“ and ‘ open; after a German „ or ‚ they close."""
    line.pieces[at - 1 if line.evidence.low_quotes else at + 1] = ""


def open_(line: Line, at: int) -> None:
    """`( Israel` becomes `(Israel`: opening marks stand at the word after."""
    line.pieces[at + 1] = ""


def join(line: Line, at: int) -> None:
    """`and / or` becomes `and/or`: the mark joins both words."""
    line.join(at)


def joiner(line: Line, at: int) -> None:
    """`geo @-@ political` becomes `geo-political`: Moses and WikiText say so."""
    line.pieces[at] = line.pieces[at][1:-1]
    line.join(at)


def comma(line: Line, at: int) -> None:
    """Closes; `1 , 204` becomes `1,204` unless the digits cannot be one number (`2016 , 200 people`)."""
    line.pieces[at - 1] = ""
    if line.pieces[at + 2][:1].isdigit() and (joins_thousands(line, at) or joins_decimal_comma(line, at)):
        line.pieces[at + 1] = ""


def colon(line: Line, at: int) -> None:
    """Closes, except in French; `5 : 30` becomes `5:30`; after `https` an address begins."""
    before = line.pieces[at - 2]
    if line.pieces[at + 2] == ")" and "(" not in line.pieces[max(1, at - 2 * _ASIDE) : at : 2]:
        line.pieces[at + 1] = ""  # a face, taken apart
        line.settled = at + 4
        return
    if line.evidence.language != "fr" or before[-1:].isdigit() or before in ("http", "https"):
        line.pieces[at - 1] = ""
    if before[-1:].isdigit() and line.pieces[at + 2][:1].isdigit():
        line.pieces[at + 1] = ""
    elif before.lower() in ("http", "https"):
        join_address(line, at)


def stop(line: Line, at: int) -> None:
    """Closes; joins what follows in numbers (`1 . 5`), abbreviations (`p . m .`) and internet names (`bbc . com`)."""
    pieces = line.pieces
    pieces[at - 1] = ""
    following = pieces[at + 2]
    if not following:
        return
    if following[0].isdigit():
        if joins_decimals(pieces, at):
            pieces[at + 1] = ""
    elif len(following) <= 2 and joins_letters(line, at):
        pieces[at + 1] = ""
    elif (following.islower() or pieces[at - 2] in ("www", "pic")) and joins_domain(pieces, at):
        join_address(line, at)


def joins_letters(line: Line, at: int) -> bool:
    """Whether the stop is inside an abbreviation such as `U . S .`: a known one, since `J . R .` keeps its space."""
    pieces = line.pieces
    before, following = pieces[at - 2], pieces[at + 2]
    if not (0 < len(before) <= 2 and before.isalpha() and following.isalpha() and pieces[at + 4][:1] == "."):
        return False
    first = at - 2
    while first > 4 and at - first < 2 * _LONGEST and pieces[first - 1] == "" and pieces[first - 2] == ".":
        first -= 4
    last = at + 2
    while pieces[last + 2][:1] == "." and last - first < 2 * _LONGEST:
        if "".join(pieces[first : last + 1 : 4]).lower() in DOTTED:
            return True
        if pieces[last + 2] != "." or len(pieces[last + 4]) != 1:
            return False
        last += 4
    return False


def ellipsis(line: Line, at: int) -> None:
    """Three dots close; at the beginning of a line they open."""
    line.pieces[at - 1 if at > 1 else 2] = ""


def run(line: Line, at: int) -> None:
    """Marks that stood together (`).`, `,"`): the first tells the gap before, the last the gap after."""
    token = line.pieces[at]
    if token in _FACES:
        return
    if '"' in token or "'" in token:
        mark_run(line, at)
    first, last = token[0], token[-1]
    if first in _CLOSERS or (first == "—" and at > 1 and last not in ",;:"):
        line.pieces[at - 1] = ""
    if last in _OPENERS or last == "/" or token in ("+/-", "/-") or (last == "—" and at > 1 and first not in ",;:"):
        line.pieces[at + 1] = ""
    elif last in CURRENCIES:
        if line.pieces[at + 2][:1].isdigit():
            line.pieces[at + 1] = ""
    elif last in "@#" and line.pieces[at + 2][:1].isalnum():
        line.pieces[at + 1] = ""
