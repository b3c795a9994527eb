"""Check-worthiness in three words."""

from __future__ import annotations

from tuifact.model.claim import Band

CHECKABLE = 0.5
"""The least worth of what `find_claims` returns: it says something that can be found true or false."""
CHECK_FIRST = 0.95
"""Where nine tenths of what a news desk would check is found: about half of a news article's claims, and of these it
would check seven in ten."""


def band_of(worth: float) -> Band:
    """The band of a worth from 0 to 1.

    >>> band_of(0.97), band_of(0.5), band_of(0.2)
    (<Band.FIRST: 'check first'>, <Band.CHECKABLE: 'checkable'>, <Band.NOT_CHECKABLE: 'not checkable'>)
    """
    if worth >= CHECK_FIRST:
        return Band.FIRST
    return Band.CHECKABLE if worth >= CHECKABLE else Band.NOT_CHECKABLE
