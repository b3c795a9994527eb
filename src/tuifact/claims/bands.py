"""Check-worthiness in three words."""

from __future__ import annotations

from tuifact.model.claim import Band

CHECK_FIRST = 0.7
CHECKABLE = 0.5


def band_of(worth: float) -> Band:
    """The band of a score from 0 to 1."""
    if worth >= CHECK_FIRST:
        return Band.FIRST
    return Band.CHECKABLE if worth >= CHECKABLE else Band.NOT_CHECKABLE
