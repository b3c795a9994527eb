"""Rules for hyphens and dashes: whether a tokeniser took a compound apart or the author set a dash."""

from __future__ import annotations

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import COMPOUND_HEADS, CONJUNCTIONS, FUNCTION_WORDS, PARTICLES

_LONGEST_DATELINE = 10
"""Tokens of a place, a day and an agency before the dash."""

_SUSPENDED = frozenset(("and", "or", "to"))
_GERMAN_SUSPENDED = frozenset(("und", "oder", "bis"))
"""The second half is one word in German, without a hyphen of its own."""


def hyphen(line: Line, at: int) -> None:
    """`geo - political` becomes `geo-political` where the text shows that it takes compounds apart."""
    pieces = line.pieces
    before, following = pieces[at - 2], pieces[at + 2]
    if not (line.evidence.hyphens_apart and before and following):
        return
    if before[-1].isdigit() and following[0].isdigit():
        line.join(at)
    elif is_suspended(pieces, at):
        line.pieces[at - 1] = ""
    elif is_compound(pieces, at):
        line.join(at)


def is_suspended(pieces: list[str], at: int) -> bool:
    """`troop - and police - contributing`, `Ein - und Ausfuhr`: the hyphen waits for a second half."""
    following = pieces[at + 2]
    return following in _GERMAN_SUSPENDED or (following in _SUSPENDED and "-" in pieces[at + 6 : at + 10 : 2])


def is_compound(pieces: list[str], at: int) -> bool:
    """Whether the hyphen joins: not beside a function word, unless in a chain (`state - of - the - art`)."""
    before, following = pieces[at - 2], pieces[at + 2]
    if not (before[-1].isalnum() and following[0].isalnum()):
        return False
    if pieces[at + 4] == "-" or (at > 4 and pieces[at - 4] == "-") or before.lower() in COMPOUND_HEADS:
        return True
    following = following.lower()
    if following in PARTICLES:
        return pieces[at + 4].lower() not in FUNCTION_WORDS or pieces[at + 4] in CONJUNCTIONS
    return before.lower() not in FUNCTION_WORDS and following not in FUNCTION_WORDS


def em_dash(line: Line, at: int) -> None:
    """An em dash, also the typed `--`, joins two words, as English prints it.

    It keeps its space at the edge of a line and behind a dateline (`OSLO , Norway ( Agency ) -- The`).
    """
    before, following = line.pieces[at - 2][-1:], line.pieces[at + 2][:1]
    if line.evidence.language != "en" or not (before and following):
        return
    if before not in ",;:([" and following not in ",;:)]" and not _ends_dateline(line.pieces, at):
        line.join(at)


def _ends_dateline(pieces: list[str], at: int) -> bool:
    """Whether the dash stands behind a place in capitals or an agency in brackets that opens the line."""
    if at > 2 * _LONGEST_DATELINE + 1:
        return False
    head = pieces[1:at:2]
    small = any(map(str.islower, head))
    if head[-1][-1:] == ")":
        return any("(" in token for token in head) and not (small and any(token[:1].isupper() for token in head))
    return not small and any(len(token) > 3 and token.isupper() for token in head)


def en_dash(line: Line, at: int) -> None:
    """An en dash between figures joins (`2 – 1`); between words it keeps its spaces, as English prints it."""
    if line.pieces[at - 2][-1:].isdigit() and line.pieces[at + 2][:1].isdigit():
        line.join(at)
