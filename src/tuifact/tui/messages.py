"""What widgets say to the screens above them: past events, in our nouns, without behaviour."""

from __future__ import annotations

from textual.message import Message


class ClaimChosen(Message):
    """Somebody pointed at a claim."""

    def __init__(self, number: int) -> None:
        """`number` counts the article's claims in reading order, from 0."""
        super().__init__()
        self.number = number


class Typed(Message):
    """The text in the line at the foot of the screen has changed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Entered(Message):
    """The line at the foot of the screen was finished with Enter."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class Left(Message):
    """The line at the foot of the screen was left with Escape."""


class LinkChosen(Message):
    """Somebody wants to see a link in the browser."""

    def __init__(self, link: str) -> None:
        super().__init__()
        self.link = link
