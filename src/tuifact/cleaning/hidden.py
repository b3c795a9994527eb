"""Characters that nobody sees: joiners and marks without width, spaces of odd width, ligatures of a typesetter."""

from __future__ import annotations

import re

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
"""One glyph for several letters; no search finds a word that holds one."""

_DEBRIS = "\u200b\u00ad\ufeff\u2060"
_SPACES = "\u00a0\u2009\u202f\u2002\u2003\u2007\u2008\u200a\u3000"
_BLANKS = dict.fromkeys(_DEBRIS, "") | dict.fromkeys(_SPACES + "\t", " ")
_ODD_SPACE = re.compile(f"[{_SPACES}](?<=[^\\W\\d].)(?=[^\\W\\d])")
_LATIN_JOINER = re.compile("[\u200c\u200d](?<=[A-Za-z].)(?=[A-Za-z])")


def has_debris(text: str) -> bool:
    """Whether invisible marks lie about (a byte order mark at the beginning is none of them)."""
    for mark in _DEBRIS:
        if mark in text and (mark != "\ufeff" or text.find(mark, 1) > 0):
            return True
    return has_joiners(text) and bool(_LATIN_JOINER.search(text))


def may_hide_debris(text: str) -> bool:
    """Whether what was misread may be such a mark: its bytes show, or one of them does."""
    return "€‹" in text or "»¿" in text or "\u00ad" in text


def count_debris(text: str) -> int:
    """How many invisible marks lie about, without a byte order mark at the beginning."""
    return sum([text.count(mark) for mark in _DEBRIS]) - text.startswith("\ufeff")


def has_joiners(text: str) -> bool:
    """Whether a zero-width joiner or non-joiner occurs; in Persian and in emoji they belong to the text."""
    return "\u200c" in text or "\u200d" in text


def has_ligature(text: str) -> bool:
    """Whether a ligature occurs."""
    for ligature in LIGATURES:  # noqa: SIM110 - three times as fast as a generator
        if ligature in text:
            return True
    return False


def split_ligatures(text: str) -> str:
    """`oﬃce` becomes `office`: a claim must be found by the letters it is written with."""
    return text if text.isascii() else _replace(text, LIGATURES)


def _replace(text: str, table: dict[str, str]) -> str:
    """What `str.translate` does, five times as fast since few of the characters occur."""
    for char, instead in table.items():
        if char in text:
            text = text.replace(char, instead)
    return text


def remove_debris(text: str) -> str:
    """Zero-width spaces, soft hyphens and byte order marks go; joiners stay where a script or an emoji needs them.

    Next to such debris, odd and doubled spaces are debris too and become one blank.
    """
    if not text.isascii():
        text = _replace(text, _BLANKS)
        if has_joiners(text):
            text = _LATIN_JOINER.sub("", text)
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def even_spaces(text: str) -> str:
    """No-break and thin spaces between two letters become blanks; beside marks and figures they are typography."""
    for space in _SPACES:
        if space in text:
            return _ODD_SPACE.sub(" ", text)
    return text
