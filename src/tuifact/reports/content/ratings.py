"""Verdicts in the words of the project's scale."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.model.claim import Claim
from tuifact.model.verdict import Rating, Status


def rating_of(claim: Claim, scale: Sequence[Rating]) -> Rating:
    """The rating a claim has: the one it was given, else its status's own word.

    A status without a rating stands at its end of the scale: verified at the best, disputed at the worst.
    """
    label = claim.rating or claim.status.value.capitalize()
    for rating in scale:
        if rating.status is claim.status and rating.label.casefold() == label.casefold():
            return rating
    if claim.rating:
        return Rating(label, claim.status)
    return Rating(label, claim.status, end_of(scale, claim.status))


def end_of(scale: Sequence[Rating], status: Status) -> int | None:
    """The value at which a status stands that has no rating; None for open claims, and on a scale without values."""
    values = [rating.value for rating in scale if rating.value is not None]
    if not values or status is Status.UNVERIFIED:
        return None
    return max(values) if status is Status.VERIFIED else min(values)


def bounds(scale: Sequence[Rating]) -> tuple[int, int] | None:
    """Worst and best value; None for a scale on which nothing can be ordered."""
    values = {rating.value for rating in scale if rating.value is not None}
    return (min(values), max(values)) if len(values) > 1 else None


def verdict_words(rating: Rating) -> str:
    """A verdict with its glyph, and its status where the rating does not say it.

    >>> verdict_words(Rating("Disputed", Status.DISPUTED)), verdict_words(Rating("Half true", Status.DISPUTED))
    ('✗ Disputed', '✗ Half true (disputed)')
    """
    own = rating.label.casefold() == rating.status.value
    return f"{rating.glyph or rating.status.glyph} {rating.label}{'' if own else f' ({rating.status.value})'}"
