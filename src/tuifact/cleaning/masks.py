"""Rules for masks: texts in which each byte beyond ASCII became an `@`."""

from __future__ import annotations

import re

from tuifact.cleaning.apostrophes import AFTER_CLOSE, SINGLE_EXTRA, lean_alone, mark_run, may_own, settle_apostrophe
from tuifact.cleaning.line import Line
from tuifact.cleaning.quotes import CLOSE, CLOSE_SINGLE, DASH, OPEN, OPEN_SINGLE, POSSESSIVE
from tuifact.cleaning.words import FUNCTION_WORDS, TAILS

_EMOJI = "@" * 4
_MASK = re.compile("@@+")
_CLOSING = re.compile(r"@@@(?<=\S@@@)(?!\S)")
_SHORT = 5
"""Words of a phrase in quotation marks that has no other mark in it or at its edge."""

_QUOTES = 4
"""Roles of a lone mask that make it a quotation mark; they stand before the others."""

_DOUBT = 0.65
"""Difference of costs below which the pairing of quotes, not the neighbours of a mask, decides."""

_SENTENCE = 60
"""Tokens ahead in which the end of a quotation is looked for."""


def mark_mask(line: Line, at: int) -> None:
    """`@@@` is one character of three bytes: an apostrophe, a quotation mark or a dash. Other masks are lost."""
    token = line.pieces[at]
    if token == "@@@":
        if not settle_mask(line, at):
            roles = lone_roles(line, at)
            line.marks.append((at, token, roles))
            if is_doubtful(roles):
                line.evidence.doubtful.append(" ".join([line.pieces[at - 2], "…", line.pieces[at + 2]]))
        return
    if [mask for mask in _MASK.findall(token) if len(mask) % 3]:
        show_lost(line, at)
        if token == _EMOJI:
            return
        token = line.pieces[at]
    if token[0] in AFTER_CLOSE:
        line.pieces[at - 1] = ""
    if token[-1] in "([{" or token.endswith(("@@@@", "@@@#")):
        line.pieces[at + 1] = ""
    mark_run(line, at)


def settle_mask(line: Line, at: int) -> bool:
    """Masks that need no pairing: `won @@@ t`, `O @@@ Neill`, `@@@ 90s`, `2 @@@ 1`."""
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    if settle_apostrophe(line, at):
        line.pieces[at] = "’"
        return True
    if before[-1:].isdigit() and (following[:1].isdigit() or following in ("present", "year", "day")):
        line.pieces[at] = "–"
        line.join(at)
        return True
    return False


def lone_roles(line: Line, at: int) -> tuple[tuple[int, float], ...]:
    """The roles of a mask between blanks. A function word before it speaks for a quotation, one after it for a dash."""
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    near = 0.0
    if before and following and before[-1].isalnum():
        opening = closing = dash = 1.0
        if before.lower() in FUNCTION_WORDS:
            opening, closing, dash = opening - 0.6, closing + 1.0, dash + 0.8
        elif following.lower() in FUNCTION_WORDS:
            opening, dash = opening + 0.3, dash - 0.5
        if following[0].isupper() and before.islower():
            opening -= 0.3
        near = _reach(line, at, -2)
        opening, closing = opening + _reach(line, at, 2), closing + near
        if not line.evidence.curly:
            opening, closing = opening + 0.5, closing + 0.5
    else:
        opening, closing = lean_alone(line, at)
        dash = 2.0
    roles = [
        (OPEN, opening),
        (CLOSE, closing),
        (OPEN_SINGLE, opening + SINGLE_EXTRA),
        (CLOSE_SINGLE, closing + SINGLE_EXTRA),
        (DASH, dash),
    ]
    if may_own(before):
        roles.append((POSSESSIVE, 0.7 + 0.5 * (following.lower() in FUNCTION_WORDS) + 0.5 * (near < 0)))
    return tuple(roles)


def is_doubtful(roles: tuple[tuple[int, float], ...]) -> bool:
    """Whether a quotation mark and another character are about as likely for a mask; quotation marks come first."""
    quote = min(roles[0][1], roles[1][1])
    other = min(roles[_QUOTES][1], roles[-1][1])
    return abs(quote - other) < _DOUBT


def _reach(line: Line, at: int, step: int) -> float:
    """What the nearest mask on that side says: a short phrase is quoted, a long one stands between dashes."""
    pieces = line.pieces
    for distance in range(1, _SHORT + 1):
        near = at + step * distance
        if not 0 < near < len(pieces):
            return 0.6
        token = pieces[near]
        if token.isalnum():
            continue
        if "@@@" in token:
            if token == "@@@" and pieces[near + 2] in TAILS:
                continue
            return -0.5 if distance > 1 else 0.6
        if not token[:1].isalnum():
            return 0.6
    return -0.2 if step > 0 and _closes_later(pieces, at) else 0.6


def _closes_later(pieces: list[str], at: int) -> bool:
    """Whether a mask that can only close follows within the length of a sentence."""
    return _CLOSING.search(" ".join(pieces[at + 2 : at + 2 * _SENTENCE : 2])) is not None


def show_lost(line: Line, at: int) -> None:
    """What cannot be known is shown as U+FFFD, one for each two bytes: a letter, which stays in its word.

    Four bytes by themselves are an emoji, which stands apart.
    """
    if line.pieces[at] == _EMOJI:
        line.pieces[at] = "\ufffd"
        return
    line.pieces[at] = shown = _MASK.sub(_lost, line.pieces[at])
    before, following = line.pieces[at - 2], line.pieces[at + 2]
    if shown[0] == "\ufffd" and before[-1:].isalpha():
        line.pieces[at - 1] = ""
    if shown[-1] == "\ufffd" and following[:1].islower() and before[-1:].isalpha() and _is_piece(line, at + 2):
        line.pieces[at + 1] = ""


def _is_piece(line: Line, at: int) -> bool:
    """Whether the token may be the rest of a word: one that is a word by itself is none, unless it goes on too."""
    return line.pieces[at] not in FUNCTION_WORDS or line.pieces[at + 2][:2] == "@@"


def _lost(match: re.Match[str]) -> str:
    width = len(match[0])
    return "\ufffd" * (width // 2) if width % 3 else match[0]
