"""Finding the words of a claim again in a new version of its article, where the finder found no claim."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from heapq import nlargest

from tuifact.library.codec import claim_from
from tuifact.library.likeness import words_of
from tuifact.library.store.documents import Document
from tuifact.model import Claim
from tuifact.model.anchors import anchor_at, locate, locate_quote, surroundings

Place = tuple[int, int, int]
"""(paragraph, start, end), in characters of the paragraph's text."""

_SEARCHED = 12
"""Paragraphs searched for changed words of one claim: the work must not grow with their number."""

_HALF = 2
"""A paragraph without one in so many of a claim's words cannot have it (`anchors.locate`)."""


def place_of(claim: Claim) -> Place:
    """Where a claim stands."""
    return claim.paragraph, claim.start, claim.end


class Searched:
    """An article, given as the texts of its paragraphs, in which many claims are looked for."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._texts = paragraphs
        self._whole = "\n".join(paragraphs)
        self._words: list[frozenset[str]] | None = None

    def find_quote(self, document: Document, taken: Collection[Place]) -> Claim | None:
        """The claim where its exact words stand and no other claim does: where most of the words around it are the
        same, then nearest to the paragraph it was in. None when they stand nowhere."""
        held = claim_from(document)
        if held.text not in self._whole:
            return None
        places = []
        for number, text in enumerate(self._texts):
            span = locate_quote(held.anchor, held.text, held.start, text)
            if span is not None and (number, *span) not in taken:
                near = surroundings(held.anchor, text, *span)
                places.append((near, -abs(number - held.paragraph), number, span))
        if not places:
            return None
        *_, number, span = max(places)
        return self._at(held, number, *span)

    def find_likest(self, document: Document, taken: Collection[Place]) -> list[Claim]:
        """The claim where changed words of it may stand: at most one place a paragraph, those with most of its words
        first, then the nearest."""
        held, found = claim_from(document), []
        wanted = words_of(held.text)
        if self._words is None:
            self._words = list(map(words_of, self._texts))
        shared = [(len(wanted & words), -abs(at - held.paragraph), at) for at, words in enumerate(self._words)]
        likely = [(count, near, at) for count, near, at in shared if count * _HALF >= len(wanted)]
        for *_, number in nlargest(_SEARCHED, likely):
            span = locate(held.anchor, held.text, held.start, self._texts[number])
            if span is not None and span[0] < span[1] and (number, *span) not in taken:
                found.append(self._at(held, number, *span))
        return found

    def _at(self, claim: Claim, paragraph: int, start: int, end: int) -> Claim:
        """The claim with the words that stand at this place."""
        text = self._texts[paragraph]
        anchor = anchor_at(text, start, end)
        return replace(claim, text=text[start:end], paragraph=paragraph, start=start, end=end, anchor=anchor)
