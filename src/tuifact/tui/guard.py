"""The last gate before the terminal: no control character leaves the program but those it made itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from textual.color import Color


class Guard(LineFilter):
    """Makes every segment of every widget harmless: Textual and Rich pass escape codes in a text on to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with their controls shown or dropped."""
        return [
            segment
            if segment.control or (text := plain_line(segment.text)) == segment.text
            else Segment(text, segment.style)
            for segment in segments
        ]
