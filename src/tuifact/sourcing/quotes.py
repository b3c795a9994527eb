"""Whether a quote stands in a text, whatever happened to blanks, quotation marks and dashes on the way."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_MARKS = dict.fromkeys(map(ord, "\"'`´“”„‟‘’‚‛«»‹›′″"))
_DASHES = {**dict.fromkeys(map(ord, "–—―‒"), "—"), **dict.fromkeys(map(ord, "‐‑−"), "-")}
_TABLE = {**_INVISIBLE, **_MARKS, **_DASHES}
"""Marks go, for a quote within a quote has others; dashes become one of two: a long one or a hyphen."""

_RANGE = re.compile(r"(?<=\d)\s?[-—]\s?(?=\d)")
_BROKEN = re.compile(r"(?<=[^\W\d_])-\s?(?=[^\W\d_])")
_LONG = re.compile(r"\s?(?:—|(?<=\s)--?(?=\s))\s?")
_CHANGED_CAPITAL = re.compile(r"\[(\w)\]")
_LEFT_OUT = re.compile(r"\[[^\[\]]{0,200}\]|\(\.\.\.\)|\.\.\.")
"""Where an editor left something out or put a word of their own in."""


def stands_in(quote: str, text: str) -> bool:
    """Whether the text has these words in this order. Parts around `…` and `[…]` may have others between them.

    >>> stands_in("“We never missed a deadline …”", "She said: 'We never missed a dead-\\nline, not once.'")
    True
    >>> stands_in("1.2 billion", "The audit names 1.5 billion.")
    False
    """
    return found_in(quote, alike(text))


def found_in(quote: str, prepared: str) -> bool:
    """The same in a text that `alike` prepared."""
    whole = _CHANGED_CAPITAL.sub(r"\1", unicodedata.normalize("NFKC", quote))
    if _place(alike(whole), prepared, 0) is not None:
        return True
    at = 0
    for part in _LEFT_OUT.split(whole):
        end = _place(alike(part), prepared, at)
        if end is None:
            return False
        at = end
    return True


def alike(text: str) -> str:
    """The text in a form in which ways of setting the same words are one; for comparing, not for reading."""
    one = unicodedata.normalize("NFKC", text).translate(_TABLE)
    one = _RANGE.sub("-", " ".join(one.split()))
    one = _LONG.sub(" ", _BROKEN.sub("", one))
    return " ".join(one.split()).casefold()


def _place(part: str, text: str, start: int) -> int | None:
    """Where the words end that begin at `start` or later; None when they do not stand there as whole words."""
    part = part.strip(" .,;:!?") or part
    if not part:
        return start
    at = text.find(part, start)
    while at >= 0:
        end = at + len(part)
        if not (_goes_on(text[max(0, at - 2) : at][::-1], part[0]) or _goes_on(text[end : end + 2], part[-1])):
            return end
        at = text.find(part, at + 1)
    return None


def _goes_on(beyond: str, edge: str) -> bool:
    """Whether the word or number at the edge goes on beyond it; `beyond` are the next two characters, outwards.

    Scripts without blanks between words have no such edges.
    """
    if edge.isdigit() and beyond[:1] in (".", ","):
        return beyond[1:].isdigit()
    return _within(edge) and _within(beyond[:1])


def _within(sign: str) -> bool:
    return bool(sign) and (sign.isdigit() or sign.lower() != sign.upper())
