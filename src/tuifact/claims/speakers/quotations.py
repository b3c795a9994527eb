"""Where a paragraph quotes: spans between quotation marks, and the quotation it leaves open for the next one."""

from __future__ import annotations

import re
from typing import NamedTuple

Span = tuple[int, int]
"""(start, end) in characters of the paragraph, the marks included."""

_CLOSERS = {'"': '"”“', "“": '”“"', "„": '“”"', "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›"}
_ONLY_OPEN = "„「『‹"
_ONLY_CLOSE = "”」』›"
_MARK = re.compile('["“”„«»‹›「」『』]')
_OPENS_AFTER = frozenset(" \t\n\u00a0([{—–-/:,*_")
_SINGLE = re.compile(
    r"""(?<!\w)['‘](?=[^\s'’])                          # opens before a word
        (?:[^'’‘"“”\n]|(?<=\w)['’](?=\w)){1,600}        # bounded; apostrophes inside words are let through
        (?<=[^\s'’])['’](?!\w)""",
    re.VERBOSE,
)


class Quotations(NamedTuple):
    """The quotations of one paragraph."""

    spans: list[Span]
    """In order, never overlapping."""
    carried: bool
    """Whether the first of them goes on from the paragraph before."""
    open: bool
    """Whether the last of them is not closed in this paragraph."""


def quotations(text: str, *, open_before: bool = False) -> Quotations:
    """The quotations of a paragraph; `open_before` says that the paragraph before it left one open.

    A quotation that runs over paragraphs has a mark at the start of each of them, or one at its start and one at its
    end only. So a first mark that can only close one is then taken at its word.

    >>> quotations('"It broke," she said. "We left.')
    Quotations(spans=[(0, 11), (22, 31)], carried=False, open=True)
    """
    spans: list[Span] = []
    marks = [match.start() for match in _MARK.finditer(text)]
    carried = open_before and bool(marks) and not text[: marks[0]].strip()
    opened = -1
    for place, at in enumerate(marks):
        opens = _may_open(text, at)
        if opened < 0:
            if not opens and open_before and not spans:
                spans.append((0, at + 1))
                carried = True
            elif opens or _closes_next(text, marks[place + 1 : place + 2]):
                opened = at
        elif opens and text[at] == text[opened]:  # the one before was never closed
            spans.append((opened, at))
            opened = at
        elif text[at] in _CLOSERS.get(text[opened], '"”'):
            spans.append((opened, at + 1))
            opened = -1
    if opened >= 0:
        spans.append((opened, len(text)))
    spans = _with_singles(text, spans) if "'" in text or "‘" in text else spans
    return Quotations(spans, carried, opened >= 0)


def _may_open(text: str, at: int) -> bool:
    """Whether a mark can open a quotation: nothing but space or an opening bracket before it, something after it."""
    mark = text[at]
    if mark in _ONLY_OPEN or mark in _ONLY_CLOSE:
        return mark in _ONLY_OPEN
    following = text[at + 1 : at + 2]
    spaced = bool(following) and (mark == "«" or not following.isspace())  # French sets a space inside its marks
    return (at == 0 or text[at - 1] in _OPENS_AFTER) and spaced


def _closes_next(text: str, following: list[int]) -> bool:
    """Whether the next mark can only close, so that the one before it opens though it is set like a closing one."""
    return bool(following) and not _may_open(text, following[0])


def _with_singles(text: str, doubles: list[Span]) -> list[Span]:
    """The spans with those in single marks that lie outside all of them, in order."""
    spans: list[Span] = []
    singles = [match.span() for match in _SINGLE.finditer(text)]
    at = 0
    for start, end in doubles:
        while at < len(singles) and singles[at][0] < end:
            if singles[at][1] <= start:
                spans.append(singles[at])
            at += 1
        spans.append((start, end))
    return spans + singles[at:]
