"""Colours: two themes of our own, and what the three statuses look like in every other.

Two meanings have a colour: where one is (the accent) and what was decided. Each also has a glyph and a word.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color
from textual.theme import Theme

THEMES = (
    Theme(
        name="tuifact-dark",
        primary="#8fb8de",
        secondary="#7f93a8",
        accent="#e2b55a",
        foreground="#d6d9dd",
        background="#16181c",
        surface="#1d2025",
        panel="#262a31",
        success="#7fbf8e",
        warning="#d9b36c",
        error="#e08a80",
        dark=True,
        variables={
            "claim-verified": "#7fbf8e",
            "claim-disputed": "#e08a80",
            "claim-unverified": "#9aa4b0",
            "quiet": "#8b95a1",
        },
    ),
    Theme(
        name="tuifact-light",
        primary="#2b5f8c",
        secondary="#5c6b7a",
        accent="#9a6500",
        foreground="#23272d",
        background="#fbfaf7",
        surface="#f2f0ea",
        panel="#e7e4dc",
        success="#23703a",
        warning="#8a5a00",
        error="#a8322a",
        dark=False,
        variables={
            "claim-verified": "#23703a",
            "claim-disputed": "#a8322a",
            "claim-unverified": "#5d6670",
            "quiet": "#5d6670",
        },
    ),
)
"""Quiet and readable; text and status colours have a contrast of at least 4.5 to 1 on their background."""

QUIET = 0.62
"""How far quiet text stands out from the background, where a theme does not say: legible, and plainly secondary."""


def with_claim_colours(variables: Mapping[str, str]) -> dict[str, str]:
    """A theme's variables with colours for the statuses and for quiet text, its own where it names none."""
    ground, ink = Color.parse(variables["background"]), Color.parse(variables["foreground"])
    quiet = ink if ground.ansi is not None or ink.ansi is not None else ground.blend(ink, QUIET)
    standins = {
        "quiet": quiet.css,
        "claim-verified": variables["text-success"],
        "claim-disputed": variables["text-error"],
        "claim-unverified": quiet.css,
    }
    return {**standins, **variables}
