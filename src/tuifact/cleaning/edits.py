"""Where two versions of a text differ, and the same difference told in places of the original."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

_UNIT = re.compile(r"<[^<>]{1,400}>|& ?#? ?\w{1,31} ?;|\w+|\s+|[^\w\s]")
"""What is compared as one: a tag, a character reference, a word, white space, a mark."""

_SURE = 2
"""Units that must agree for two versions to be in step again."""

_WINDOW = 120
"""Units within which two versions are in step again; beyond it the rest of the block is one difference."""


class Edit(NamedTuple):
    """What one fix put in the place of what it found."""

    start: int
    end: int
    """Characters of the text before the fix."""
    text: str
    fix: str


class Piece(NamedTuple):
    """A part of a text under repair and the part of the original that it stands for."""

    start: int
    end: int
    """Characters of the original."""
    text: str
    fixes: tuple[str, ...] = ()
    """The fixes that changed it; none when it reads as in the original."""


def find_edits(before: str, after: str, fix: str) -> Iterator[Edit]:
    """The differences, in order; what lies between them is equal. Linear: only a window ahead is searched."""
    if before == after:
        return
    old, new = _UNIT.findall(before), _UNIT.findall(after)
    old_starts, new_starts = [0, *accumulate(map(len, old))], [0, *accumulate(map(len, new))]
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        lost, gained = _get_in_step(old[i : i + _WINDOW + _SURE], new[j : j + _WINDOW + _SURE])
        if lost < 0:
            lost, gained = len(old) - i, len(new) - j
        text = after[new_starts[j] : new_starts[j + gained]]
        yield Edit(old_starts[i], old_starts[i + lost], text, fix)
        i, j = i + lost, j + gained


def _get_in_step(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many units to leave out on both sides until they agree, as few as possible; -1 when they do not."""
    for skipped in range(1, _WINDOW):
        for gained in range(min(skipped, len(new)) + 1):
            lost = skipped - gained
            if lost <= len(old) and old[lost : lost + _SURE] == new[gained : gained + _SURE]:
                return lost, gained
    return -1, -1


def compose(pieces: Iterable[Piece], edits: Iterable[Edit]) -> list[Piece]:
    """The pieces after the edits of one more fix, which count the characters of what the pieces spell.

    An unchanged piece is cut at an edit; a piece that was changed before becomes part of what is changed now, since
    its characters have no places of their own in the original.
    """
    done: list[Piece] = []
    rest = deque(pieces)
    at = grown = 0
    for edit in edits:
        start, end = edit.start + grown, edit.end + grown
        while rest and at + len(rest[0].text) <= start:
            at += len(rest[0].text)
            done.append(rest.popleft())
        if rest and start > at and not rest[0].fixes:
            head, tail = _split(rest.popleft(), start - at)
            done.append(head)
            rest.appendleft(tail)
            at = start
        rest.appendleft(_merge(rest, start - at, end - at, edit, done[-1].end if done else 0))
        grown += len(edit.text) - (edit.end - edit.start)
    return done + list(rest)


def _split(piece: Piece, at: int) -> tuple[Piece, Piece]:
    """An unchanged piece in two."""
    middle = piece.start + at
    return Piece(piece.start, middle, piece.text[:at]), Piece(middle, piece.end, piece.text[at:])


def _merge(rest: deque[Piece], start: int, end: int, edit: Edit, place: int) -> Piece:
    """Take the pieces under an edit from the front of `rest`; `start` and `end` count from the first of them."""
    taken: list[Piece] = []
    length = 0
    while rest and length < end:
        piece = rest.popleft()
        if length + len(piece.text) > end and not piece.fixes:
            piece, tail = _split(piece, end - length)
            rest.appendleft(tail)
        taken.append(piece)
        length += len(piece.text)
    text = "".join([piece.text for piece in taken])
    fixes = dict.fromkeys([fix for piece in taken for fix in piece.fixes])
    span = (taken[0].start, taken[-1].end) if taken else (place, place)
    return Piece(*span, text[:start] + edit.text + text[end:], (*fixes, edit.fix))
