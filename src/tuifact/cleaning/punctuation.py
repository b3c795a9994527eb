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


def close(line: Line, i: int) -> None:
    """`ties , he` becomes `ties, he`: closing marks stand at the word before."""
    line.gaps[i] = ""


def close_tall(line: Line, i: int) -> None:
    """`;`, `!`, `?` close, but keep the space before them that French sets."""
    if line.evidence.language != "fr":
        line.gaps[i] = ""


def percent(line: Line, i: int) -> None:
    """`3 %` becomes `3%` in English; most other languages set a space."""
    if line.evidence.language == "en":
        line.gaps[i] = ""


def guillemet(line: Line, i: int) -> None:
    """`« Da »` becomes `«Da»`, or `»Da«` as German prints it; French keeps its spaces."""
    if line.evidence.language == "fr":
        return
    opens = (line.tokens[i] in "«‹") != line.evidence.inward
    line.gaps[i + 1 if opens else i] = ""


def high_quote(line: Line, i: int) -> None:
    """“ and ‘ open; after a German „ or ‚ they close."""
    line.gaps[i if line.evidence.low_quotes else i + 1] = ""


def open_(line: Line, i: int) -> None:
    """`( Israel` becomes `(Israel`: opening marks stand at the word after."""
    line.gaps[i + 1] = ""


def join(line: Line, i: int) -> None:
    """`and / or` becomes `and/or`: the mark joins both words."""
    line.join(i)


def joiner(line: Line, i: int) -> None:
    """`geo @-@ political` becomes `geo-political`: Moses and WikiText say so."""
    line.tokens[i] = line.tokens[i][1:-1]
    line.join(i)


def comma(line: Line, i: int) -> None:
    """Closes; `1 , 204` becomes `1,204` unless the digits cannot be one number (`2016 , 200 people`)."""
    line.gaps[i] = ""
    if line.tokens[i + 1][:1].isdigit() and (joins_thousands(line, i) or joins_decimal_comma(line, i)):
        line.gaps[i + 1] = ""


def colon(line: Line, i: int) -> None:
    """Closes, except in French; `5 : 30` becomes `5:30`; after `https` an address begins."""
    before = line.tokens[i - 1]
    if line.tokens[i + 1] == ")" and "(" not in line.tokens[max(0, i - _ASIDE) : i]:
        line.gaps[i + 1] = ""  # a face, taken apart
        line.settled = i + 2
        return
    if line.evidence.language != "fr" or before[-1:].isdigit() or before in ("http", "https"):
        line.gaps[i] = ""
    if before[-1:].isdigit() and line.tokens[i + 1][:1].isdigit():
        line.gaps[i + 1] = ""
    elif before.lower() in ("http", "https"):
        join_address(line, i)


def stop(line: Line, i: int) -> None:
    """Closes; joins what follows in numbers (`1 . 5`), abbreviations (`p . m .`) and internet names (`bbc . com`)."""
    line.gaps[i] = ""
    following = line.tokens[i + 1]
    if not following:
        return
    if following[0].isdigit():
        if joins_decimals(line.tokens, i):
            line.gaps[i + 1] = ""
    elif len(following) <= 2 and joins_letters(line, i):
        line.gaps[i + 1] = ""
    elif (following.islower() or line.tokens[i - 1] in ("www", "pic")) and joins_domain(line.tokens, i):
        join_address(line, i)


def joins_letters(line: Line, i: int) -> bool:
    """Whether the stop is inside an abbreviation such as `U . S .`: a known one, since `J . R .` keeps its space."""
    tokens = line.tokens
    before, following = tokens[i - 1], tokens[i + 1]
    if not (0 < len(before) <= 2 and before.isalpha() and following.isalpha() and tokens[i + 2][:1] == "."):
        return False
    first = i - 1
    while first >= 2 and i - first < _LONGEST and line.gaps[first] == "" and tokens[first - 1] == ".":
        first -= 2
    last = i + 1
    while tokens[last + 1][:1] == "." and last - first < _LONGEST:
        if "".join(tokens[first : last + 1 : 2]).lower() in DOTTED:
            return True
        if tokens[last + 1] != "." or len(tokens[last + 2]) != 1:
            return False
        last += 2
    return False


def ellipsis(line: Line, i: int) -> None:
    """Three dots close; at the beginning of a line they open."""
    line.gaps[i if i else 1] = ""


def run(line: Line, i: int) -> None:
    """Marks that stood together (`).`, `,"`): the first tells the gap before, the last the gap after."""
    token = line.tokens[i]
    if token in _FACES:
        return
    if '"' in token or "'" in token:
        mark_run(line, i)
    first, last = token[0], token[-1]
    if first in _CLOSERS or (first == "—" and i and last not in ",;:"):
        line.gaps[i] = ""
    if last in _OPENERS or last == "/" or token in ("+/-", "/-") or (last == "—" and i and first not in ",;:"):
        line.gaps[i + 1] = ""
    elif last in CURRENCIES:
        if line.tokens[i + 1][:1].isdigit():
            line.gaps[i + 1] = ""
    elif last in "@#" and line.tokens[i + 1][:1].isalnum():
        line.gaps[i + 1] = ""
