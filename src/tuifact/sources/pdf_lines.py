"""From the lines of a PDF's pages to its paragraphs: by gaps, by the height of letters, by how far lines reach."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_GAP = 1.35
"""Lines further apart than this many times the usual distance have a paragraph's end between them."""

_FAR = 2.5
"""Lines that many heights of a letter apart are no lines of one paragraph, so they tell nothing of the distance."""

_LEADING = 1.25
"""The distance of lines in heights of their letters, where no two lines tell it."""

_TALLER = 1.12
"""Letters so many times as tall as their neighbours' are a heading's."""

_MOST_OF_A_HEADING = 4
"""Lines of a heading; more tall letters than that are a text in large print."""

_SMALL = 0.87
"""Letters of less than this part of the usual height, at the foot of a page, are a note's."""

_SHORT = 0.75
"""A line that reaches less far than this part of its paragraph's width has room left: what follows is another line."""

_INDENT = 0.8
"""A line that begins so many heights of a letter further in begins a paragraph, if the one before ends a sentence."""

_ENDS = re.compile(r"[.!?:…][\"”’»)\]]*$")
_FIGURE = re.compile(r"[-+±≈<>(]{0,2}[\d.,:%/]*\d[\d.,:%/)]*")
_BROKEN = re.compile("(\\w*)[\u0002\ufffe]\\s*(\\w*)")
"""A word that a line's end broke, as pdfium tells it."""

_BULLET = re.compile(r"[•▪◦‣●■–*]\s")
_COMPOUND = re.compile(r"\b\w+-\w+\b")

_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
"""What is written with a hyphen before a figure's last word."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places are in points, 0 when the page does not say."""

    text: str
    begin: float
    """Of its first letter, from the bottom of the page."""
    end: float
    """Of its last letter: another where it holds a word that a line's end broke."""
    left: float
    right: float
    height: float
    """Of its letters."""

    @property
    def is_row(self) -> bool:
        """Whether it looks like a row of a table: figures for the most part."""
        words = self.text.split()
        return len(words) > 1 and 2 * sum(bool(_FIGURE.fullmatch(word)) for word in words) >= len(words)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, or a heading."""

    text: str
    is_heading: bool = False


def whole_lines(parts: Iterable[Line]) -> list[Line]:
    """Lines of which no two stand beside each other without a space: pdfium begins another behind a raised figure."""
    lines: list[Line] = []
    for part in parts:
        before = lines[-1] if lines else None
        if before and abs(before.begin - part.begin) < part.height / 3 and 0 <= part.left - before.right < part.height:
            lines[-1] = replace(before, text=f"{before.text} {part.text}", end=part.end, right=part.right)
        else:
            lines.append(part)
    return lines


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Part]:
    """The paragraphs of a document, those that a page cuts in two whole again; notes at the foot of pages come last."""
    body = usual_height([line for page in pages for line in page])
    found: list[Part] = []
    notes: list[Part] = []
    for page in pages:
        text, foot = part_notes(page, body)
        parts = list(parts_of(text, body))
        if found and parts and _goes_on(found[-1], parts[0]):
            found[-1] = Part(_joined(found[-1].text, parts.pop(0).text))
        found += parts
        notes += parts_of(foot, body)
    compounds = {word.lower() for part in found + notes for word in _COMPOUND.findall(part.text)}
    return [
        replace(part, text=_BROKEN.sub(lambda match: _mended(match[1], match[2], compounds), part.text))
        for part in found + notes
    ]


def parts_of(lines: Sequence[Line], body: float) -> Iterator[Part]:
    """The paragraphs of a page."""
    for block in blocks_of(lines, body):
        is_heading = block[0].height > _TALLER * body and len(block) <= _MOST_OF_A_HEADING
        yield from (Part(text, is_heading) for text in join_lines(block))


def _goes_on(part: Part, more: Part) -> bool:
    """Whether a page's first paragraph is the rest of the last one before."""
    return not (part.is_heading or more.is_heading or _ENDS.search(part.text)) and more.text[:1].islower()


def usual_height(lines: Sequence[Line]) -> float:
    """The height of most letters."""
    return median([line.height for line in lines for _ in range(1 + len(line.text) // 10)]) if lines else 0.0


def part_notes(page: Sequence[Line], body: float) -> tuple[Sequence[Line], Sequence[Line]]:
    """The text of a page, and the lines in small letters at its foot."""
    end = len(page)
    while end and page[end - 1].height < _SMALL * body:
        end -= 1
    return (page[:end], page[end:]) if end else (page, page[:0])


def blocks_of(lines: Sequence[Line], body: float) -> Iterator[list[Line]]:
    """Lines that stand together: without a gap, in letters of one height, the next column apart."""
    gaps = sorted(gap for one, two in pairwise(lines) if 0 < (gap := one.end - two.begin) < _FAR * body)
    usual = gaps[len(gaps) // 4] if gaps else _LEADING * body
    block: list[Line] = []
    for line in lines:
        if block and _parts(block, line, usual):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _parts(block: Sequence[Line], line: Line, usual: float) -> bool:
    before = block[-1]
    if not before.height or not line.height:
        return False
    ratio = line.height / before.height
    apart = not 0 <= before.end - line.begin <= usual * _GAP
    indented = line.left > min(one.left for one in block) + _INDENT * line.height and bool(_ENDS.search(before.text))
    return apart or not 1 / _TALLER < ratio < _TALLER or indented


def join_lines(block: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of a block: one, or several where a line ends early and with a sentence. Lines that the width of
    the page broke are one; rows of a table stay."""
    left, right = min(line.left for line in block), max(line.right for line in block)
    text = block[0].text
    for before, line in pairwise(block):
        is_short = before.right - left < _SHORT * (right - left)
        if (is_short and _ENDS.search(before.text)) or _BULLET.match(line.text):
            yield text
            text = line.text
            continue
        if is_short or before.is_row or line.is_row:
            text += f"\n{line.text}"
        else:
            text = _joined(text, line.text)
    yield text


def _joined(text: str, more: str) -> str:
    """Two lines as one; a word that ends with a hyphen goes on in the next."""
    if text[-2:-1].isalpha() and text[-1] in "-\u00ad" and more[:1].islower():
        return f"{text[:-1]}\ufffe{more}"
    return f"{text} {more}"


def _mended(begin: str, rest: str, compounds: Set[str]) -> str:
    """A word whose hyphen stood at a line's end: kept where the document writes it with one, or where what follows is
    no rest of a word."""
    whole = f"{begin}-{rest}"
    keeps = whole.lower() in compounds or begin.lower() in _TENS or not begin.isalpha() or not rest[:1].islower()
    return whole if keeps else begin + rest
