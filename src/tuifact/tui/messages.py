"""What widgets say to the screens above them: past events, in our nouns, without behaviour."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class ClaimChosen(Message):
    """Somebody pointed at a claim."""

    index: int
    """Of the article's claims, in reading order."""


@dataclass
class Typed(Message):
    """The text in the line at the foot of the screen has changed."""

    text: str


@dataclass
class Entered(Message):
    """The line at the foot of the screen was finished with Enter."""

    text: str


@dataclass
class Left(Message):
    """The line at the foot of the screen was left with Escape."""
