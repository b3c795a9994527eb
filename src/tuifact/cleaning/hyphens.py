"""Rules for hyphens and dashes: whether a tokeniser took a compound apart or the author set a dash."""

from __future__ import annotations

from tuifact.cleaning.line import Line
from tuifact.cleaning.words import COMPOUND_HEADS, FUNCTION_WORDS, PARTICLES

_SUSPENDED = frozenset(("and", "or", "to", "und", "oder", "bis"))


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
    """`troop - and police - contributing`: the hyphen waits for a second half."""
    return tokens[i + 1] in _SUSPENDED and "-" in tokens[i + 3 : i + 5]


def is_compound(tokens: list[str], i: int) -> bool:
    """Whether the hyphen joins: not beside a function word, unless in a chain (`state - of - the - art`)."""
    before, following = tokens[i - 1], tokens[i + 1]
    if not (before[-1].isalnum() and following[0].isalnum()):
        return False
    if tokens[i + 2] == "-" or (i >= 2 and tokens[i - 2] == "-") or before.lower() in COMPOUND_HEADS:
        return True
    following = following.lower()
    if following in PARTICLES:
        return tokens[i + 2].lower() not in FUNCTION_WORDS
    return before.lower() not in FUNCTION_WORDS and following not in FUNCTION_WORDS


def em_dash(line: Line, i: int) -> None:
    """An em dash joins two words, as English prints it; at the edge of a line it keeps its space."""
    before, following = line.tokens[i - 1][-1:], line.tokens[i + 1][:1]
    if line.evidence.language == "en" and before and following and before not in ",;:([" and following not in ",;:)]":
        line.join(i)


def en_dash(line: Line, i: int) -> None:
    """An en dash between figures joins (`2 – 1`); between words it keeps its spaces, as English prints it."""
    if line.tokens[i - 1][-1:].isdigit() and line.tokens[i + 1][:1].isdigit():
        line.join(i)
