"""Where claims that are made by hand stand: words of one paragraph, without the spaces at their edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from tuifact.errors import Conflict, LibraryError
from tuifact.model import Claim
from tuifact.model.anchors import anchor_at

Place = tuple[int, ...]
"""(paragraph, start, end)."""


def placed(claim: Claim, paragraphs: Sequence[str], place: Place, seen: str | None = None) -> Claim:
    """The claim with the words that stand at this place, whatever it said before.

    Raises `LibraryError` where no words are, `Conflict` where other words stand than those that were seen there: a new
    version of the article may have come meanwhile.
    """
    number, start, end = place
    text = paragraphs[number] if 0 <= number < len(paragraphs) else ""
    words = text[start:end] if 0 <= start <= end <= len(text) else ""
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if not words:
        raise LibraryError(
            f"there are no words in paragraph {number} from character {place[1]} to {place[2]}",
            f"the article has {len(paragraphs)} paragraphs, this one {len(text)} characters",
        )
    if seen is not None and seen.strip() != words:
        raise Conflict(
            "the article was changed meanwhile: other words stand there now", "look at it again, then choose"
        )
    end = start + len(words)
    anchor = anchor_at(text, start, end)
    return replace(claim, text=words, paragraph=number, start=start, end=end, anchor=anchor)


def parts_of(whole: Claim, at: Iterable[int]) -> list[Place]:
    """The places of the parts that begin at these characters of the claim's text. Raises `LibraryError` where none can
    begin."""
    length = whole.end - whole.start
    edges = sorted({0, *at, length})
    if len(edges) < 3 or edges[0] < 0 or edges[-1] > length:
        raise LibraryError(
            f"claim {whole.id} cannot be split there", f"split it at one of its characters 1 to {max(length - 1, 1)}"
        )
    return [(whole.paragraph, whole.start + start, whole.start + end) for start, end in pairwise(edges)]


def union_of(parts: Sequence[Claim]) -> tuple[Claim, Place]:
    """What these claims are together, and from where to where. Raises `LibraryError` for claims that do not stand
    together."""
    is_lost = any(part.start == part.end for part in parts)
    if len(parts) < 2 or is_lost or len({(part.article, part.paragraph) for part in parts}) > 1:
        raise LibraryError(
            "only two or more claims of one paragraph can be merged", "choose claims that stand together"
        )
    first = min(parts, key=lambda part: part.start)
    reasons = tuple(dict.fromkeys(reason for part in parts for reason in part.reasons))
    best = max(parts, key=lambda part: part.worth)
    union = replace(first, worth=best.worth, band=best.band, reasons=reasons)
    return union, (first.paragraph, first.start, max(part.end for part in parts))
