"""What finds a claim again when the text around it changed."""

from __future__ import annotations

from tuifact.model.claim import Anchor

CONTEXT = 32
"""Characters kept on each side, as in the W3C Web Annotation text quote selector's examples and Hypothesis."""


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The words around `text[start:end]`, at most `CONTEXT` characters on each side, never beyond the paragraph."""
    return Anchor(text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
