"""File names made of titles: readable, portable, never two alike."""

from __future__ import annotations

import unicodedata
from itertools import groupby

LONGEST = 200
"""Bytes of a name without its suffix; file systems take 255, copies and archives add some of their own."""

_FALLBACK = "article"


def safe_name(title: str, id: str) -> str:
    """The title as words joined by hyphens, then the id, by which no two articles share a name.

    Letters and digits of every script stay, in lower case; nothing else does, so that the name is no path, no option,
    no hidden file, no device (`CON`) and reads the same on every system.

    >>> safe_name("Bridge: cost *tripled*!", "3fa85f64"), safe_name("../CON", "3fa85f64"), safe_name("", "3fa85f64")
    ('bridge-cost-tripled-3fa85f64', 'con-3fa85f64', 'article-3fa85f64')
    """
    tail = slug(id)[:64]
    room = LONGEST - len(tail.encode()) - 1
    words = shorten(slug(title), room) or _FALLBACK
    return f"{words}-{tail}" if tail else f"{_FALLBACK}-{words}"


def slug(text: str) -> str:
    """Words of letters and digits, in lower case, joined by hyphens."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).lower())
    runs = ("".join(run) for inside, run in groupby(folded, key=belongs_to_word) if inside)
    # A run of marks alone is what is left of an emoji.
    return "-".join(run for run in runs if any(map(str.isalnum, run)))


def belongs_to_word(character: str) -> bool:
    """Whether it is a letter, a digit, or a mark that many scripts need inside a word."""
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc")


def shorten(name: str, room: int) -> str:
    """The name in at most so many bytes, cut between words where there is one to cut at."""
    if len(name.encode()) <= room:
        return name
    cut = name.encode()[:room].decode("utf-8", "ignore")
    whole, _, rest = cut.rpartition("-")
    return whole if whole and len(rest) < room // 4 else cut
