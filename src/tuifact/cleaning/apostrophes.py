"""Rules for apostrophes and quotation marks; those that only their fellows can tell are left for the pairing."""

from __future__ import annotations

import re

from tuifact.cleaning.line import Line
from tuifact.cleaning.quotes import CLOSE, CLOSE_SINGLE, DASH, OPEN, OPEN_SINGLE, POSSESSIVE
from tuifact.cleaning.words import CLIPPED, ELISIONS, FUNCTION_WORDS, NAME_HEADS, TAILS

AFTER_CLOSE = frozenset(",.;:!?)]}…")
"""What may follow or precede a closing mark in one run with it."""

_BEFORE_OPEN = frozenset("([{-–—/")
_AFTER_OPEN = frozenset("@#$([{")
_MARK = re.compile("@@@|[\"']")

SINGLE_EXTRA = 0.3
"""Single quotation marks are rarer than double ones; of a lone mask they are as likely otherwise."""


def suffix(line: Line, at: int) -> None:
    """`do n't`, `it 's`: what a treebank cut off a word goes back to it."""
    before = line.pieces[at - 2][-1:]
    if before.isalnum() or before in (")", ".", "%", '"', "”"):
        line.pieces[at - 1] = ""
        if line.pieces[at][1:] == "t":
            _rejoin_not(line, at)


def name_part(line: Line, at: int) -> None:
    """`O 'Neill`: a part of a name, cut at its apostrophe."""
    if line.pieces[at - 2][-1:].isalpha() and line.pieces[at][1:].lower() not in CLIPPED:
        line.pieces[at - 1] = ""


def elision(line: Line, at: int) -> None:
    """`l' homme` becomes `l'homme`."""
    if line.pieces[at + 2][:1].isalpha():
        line.pieces[at + 1] = ""


def apostrophe(line: Line, at: int) -> None:
    """`’` closes at its word and joins the tail of a contraction; before a decade or a clipped word it opens."""
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    if _is_decade(following) or (following in CLIPPED and not before[-1:].isalpha()):
        line.pieces[at + 1] = ""
        return
    line.pieces[at - 1] = ""
    if _contracts(line, before, following):
        line.pieces[at + 1] = ""
        if following == "t":
            _rejoin_not(line, at)


def settle_apostrophe(line: Line, at: int) -> bool:
    """`don ' t`, `O ' Neill`, `' 90s`: apostrophes that need no pairing."""
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    if _contracts(line, before, following):
        line.join(at)
        if following == "t":
            _rejoin_not(line, at)
        return True
    if (following[-1:] == "s" and _is_decade(following)) or following in CLIPPED:
        line.pieces[at + 1] = ""
        return True
    return False


def _rejoin_not(line: Line, at: int) -> None:
    """`did n ' t`: a treebank cut `n't` off before another tokeniser took it apart."""
    if line.pieces[at - 2] == "n" and line.pieces[at - 4][-1:].isalpha():
        line.pieces[at - 3] = ""


def _contracts(line: Line, before: str, following: str) -> bool:
    """Whether an apostrophe between these stands inside a word or a name."""
    if not before[-1:].isalnum():
        return False
    if following in TAILS or (before in NAME_HEADS and following[:1].isupper()):
        return True
    return before.lower() in ELISIONS and following[:1].isalpha() and line.evidence.language in ("fr", "it")


def _is_decade(token: str) -> bool:
    """`90s`, and the year in `class of ' 07`."""
    return token[:2].isdigit() and token[2:] in ("s", "")


def mark_quote(line: Line, at: int) -> None:
    """A straight quotation mark opens or closes."""
    opening, closing = lean_alone(line, at)
    line.marks.append((at, '"', ((OPEN, opening), (CLOSE, closing))))


def mark_single(line: Line, at: int) -> None:
    """A straight single mark is an apostrophe, a possessive, or it opens or closes."""
    if settle_apostrophe(line, at):
        return
    opening, closing = lean_alone(line, at)
    if may_own(line.pieces[at - 2]):
        line.marks.append((at, "'", ((OPEN_SINGLE, opening + 0.3), (CLOSE_SINGLE, closing), (POSSESSIVE, 0.4))))
    else:
        line.marks.append((at, "'", ((OPEN_SINGLE, opening), (CLOSE_SINGLE, closing))))


def mark_run(line: Line, at: int) -> None:
    """Marks that stand together: each leaves its possible roles, told mostly by the others."""
    token = line.pieces[at]
    for match in _MARK.finditer(token):
        place, char = match.start(), match[0]
        opening, closing = lean(line, at, place, len(char))
        roles: list[tuple[int, float]] = []
        if char != "'":
            roles += (OPEN, opening), (CLOSE, closing)
        if char != '"':
            extra = SINGLE_EXTRA if char == "@@@" else 0.0
            roles += (OPEN_SINGLE, opening + extra), (CLOSE_SINGLE, closing + extra)
            if place == 0 and may_own(line.pieces[at - 2]):
                roles.append((POSSESSIVE, 1.5))
        if char == "@@@":
            roles += _dash_in_run(line, at, place)
        line.marks.append((at, char, tuple(roles)))


def lean_alone(line: Line, at: int) -> tuple[float, float]:
    """What the neighbours of a mark between blanks say: the cost of opening, the cost of closing.

    In a text that keeps runs of marks together, one that closes would stand in a run with the punctuation before it.
    """
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    runs = line.evidence.runs
    opening = closing = 0.0
    if not before:
        opening, closing = -0.6, 3.0
    elif not before[-1].isalnum() and (runs or before[-1] in "([{"):
        closing = 2.0
    if not following:
        opening += 3
    elif not following[0].isalnum():
        if runs and following[0] not in _AFTER_OPEN:
            opening += 2
        elif not runs and following[0] in AFTER_CLOSE:
            opening += 1
    return opening, closing


def lean(line: Line, at: int, place: int, width: int) -> tuple[float, float]:
    """The same for a mark that stands in a run: its neighbours there say most."""
    token = line.pieces[at]
    left, right = token[:place].rstrip("@"), token[place + width :].lstrip("@")
    opening, closing = (0.0, 0.0) if left and right else lean_alone(line, at)
    if left:
        opening, closing = max(0.0, opening), 0.0
        if left[-1] in _BEFORE_OPEN:
            closing = 3.0
        elif left[-1] in AFTER_CLOSE:
            opening = 3.0
    if right:
        opening = opening if left else min(0.0, opening)
        if right[0] in AFTER_CLOSE or right[0] in "-–—":
            opening += 3
        elif right[0] in _AFTER_OPEN:
            closing += 3
    return opening, closing


def _dash_in_run(line: Line, at: int, place: int) -> list[tuple[int, float]]:
    """A mask beside a straight quotation mark is a dash; one after `.` may be, when the sentence goes on."""
    token, following = line.pieces[at], line.pieces[at + 2]
    if '"' in (token[place - 1 : place], token[place + 3 : place + 4]) and not AFTER_CLOSE.intersection(token):
        return [(DASH, -9.0)]
    if not (at > 1 and following):
        return []
    return [(DASH, 1.2 if following[0].islower() and token[0] != "," else 3.0)]


def may_own(word: str) -> bool:
    """Whether an apostrophe after this word may be a possessive: `travellers' choices`, not `was`."""
    return (
        word[-1:] in ("s", "S", "z", "x")
        and len(word) > 2
        and not word.endswith(("ss", "us", "is"))
        and word.lower() not in FUNCTION_WORDS
    )
