"""Rules for hyphens and dashes: whether a tokeniser took a compound apart or the author set a dash."""

from __future__ import annotations

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import COMPOUND_HEADS, CONJUNCTIONS, FUNCTION_WORDS, PARTICLES

_LONGEST_DATELINE = 10
"""Tokens of a place, a day and an agency before the dash."""

_SUSPENDED = frozenset(("and", "or", "to"))
_GERMAN_SUSPENDED = frozenset(("und", "oder", "bis"))
"""The second half is one word in German, without a hyphen of its own."""


def hyphen(line: Line, i: int) -> None:
    """`geo - political` becomes `geo-political` where the text shows that it takes compounds apart."""
    tokens = line.tokens
    before, following = tokens[i - 1], tokens[i + 1]
    if not (line.evidence.hyphens_apart and before and following):
        return
    if before[-1].isdigit() and following[0].isdigit():
        line.join(i)
    elif is_suspended(tokens, i):
        line.gaps[i] = ""
    elif is_compound(tokens, i):
        line.join(i)


def is_suspended(tokens: list[str], i: int) -> bool:
    """`troop - and police - contributing`, `Ein - und Ausfuhr`: the hyphen waits for a second half."""
    following = tokens[i + 1]
    return following in _GERMAN_SUSPENDED or (following in _SUSPENDED and "-" in tokens[i + 3 : i + 5])


def is_compound(tokens: list[str], i: int) -> bool:
    """Whether the hyphen joins: not beside a function word, unless in a chain (`state - of - the - art`)."""
    before, following = tokens[i - 1], tokens[i + 1]
    if not (before[-1].isalnum() and following[0].isalnum()):
        return False
    if tokens[i + 2] == "-" or (i >= 2 and tokens[i - 2] == "-") or before.lower() in COMPOUND_HEADS:
        return True
    following = following.lower()
    if following in PARTICLES:
        return tokens[i + 2].lower() not in FUNCTION_WORDS or tokens[i + 2] in CONJUNCTIONS
    return before.lower() not in FUNCTION_WORDS and following not in FUNCTION_WORDS


def em_dash(line: Line, i: int) -> None:
    """An em dash, also the typed `--`, joins two words, as English prints it.

    It keeps its space at the edge of a line and behind a dateline (`OSLO , Norway ( Agency ) -- The`).
    """
    before, following = line.tokens[i - 1][-1:], line.tokens[i + 1][:1]
    if line.evidence.language != "en" or not (before and following):
        return
    if before not in ",;:([" and following not in ",;:)]" and not _ends_dateline(line.tokens, i):
        line.join(i)


def _ends_dateline(tokens: list[str], i: int) -> bool:
    """Whether the dash at `i` stands behind a place in capitals or an agency in brackets that opens the line."""
    if i > _LONGEST_DATELINE:
        return False
    head = tokens[:i]
    small = any(map(str.islower, head))
    if head[-1][-1:] == ")":
        return any("(" in token for token in head) and not (small and any(token[:1].isupper() for token in head))
    return not small and any(len(token) > 3 and token.isupper() for token in head)


def en_dash(line: Line, i: int) -> None:
    """An en dash between figures joins (`2 – 1`); between words it keeps its spaces, as English prints it."""
    if line.tokens[i - 1][-1:].isdigit() and line.tokens[i + 1][:1].isdigit():
        line.join(i)
