"""Finding the words of a claim again in a new version of its article, where the finder found no claim."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from tuifact.library.codec import claim_from
from tuifact.library.store.documents import Document
from tuifact.model import Article, Claim
from tuifact.model.anchors import anchor_at, locate, locate_quote, surroundings

Place = tuple[int, int, int]
"""(paragraph, start, end), in characters of the paragraph's text."""


def place_of(claim: Claim) -> Place:
    """Where a claim stands."""
    return claim.paragraph, claim.start, claim.end


def find_quote(document: Document, article: Article, taken: Collection[Place]) -> Claim | None:
    """The claim where its exact words stand and no other claim does: where most of the words around it are the same,
    then nearest to the paragraph it was in. None when they stand nowhere."""
    held = claim_from(document)
    places = []
    for number, paragraph in enumerate(article.paragraphs):
        span = locate_quote(held.anchor, held.text, held.start, paragraph.text)
        if span is not None and (number, *span) not in taken:
            places.append(
                (surroundings(held.anchor, paragraph.text, *span), -abs(number - held.paragraph), number, span)
            )
    if not places:
        return None
    *_, number, span = max(places)
    return at(held, article, number, *span)


def find_likest(document: Document, article: Article, taken: Collection[Place]) -> list[Claim]:
    """The claim wherever changed words of it may stand, at most one place a paragraph, nearest first."""
    held = claim_from(document)
    found = []
    for number in sorted(range(len(article.paragraphs)), key=lambda one: abs(one - held.paragraph)):
        span = locate(held.anchor, held.text, held.start, article.paragraphs[number].text)
        if span is not None and span[0] < span[1] and (number, *span) not in taken:
            found.append(at(held, article, number, *span))
    return found


def at(claim: Claim, article: Article, paragraph: int, start: int, end: int) -> Claim:
    """The claim with the words that stand at this place."""
    text = article.paragraphs[paragraph].text
    return replace(
        claim, text=text[start:end], paragraph=paragraph, start=start, end=end, anchor=anchor_at(text, start, end)
    )
