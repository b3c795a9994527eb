"""Searching the text, its width, and the original behind it."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.errors import TuifactError
from tuifact.tui.commands import shown_keys
from tuifact.tui.screens.article.moving import Moving
from tuifact.tui.widgets.page import Match

WIDTHS = (60, 72, 84, 100)
"""The measures that the width key goes through, in cells."""


class Looking(Moving):
    """The keys that look closer. While a search is on, the keys for unchecked claims go through its matches."""

    _matches: Sequence[Match] = ()
    _match = -1

    def action_search(self) -> None:
        """Type what to look for."""
        self.ask("search in the text", self._search)

    def _search(self, words: str) -> None:
        self._matches = self.view.search(words)
        if self._matches:
            self._go_to_match(self.view.first_match_in_view())
        elif words:
            self.say(f"“{words}” is not in this text.")

    def action_seek(self, step: int) -> None:
        """The next match while searching, else the next unchecked claim."""
        if self._matches:
            self._go_to_match(self._match + step)
        else:
            super().action_seek(step)

    def _go_to_match(self, number: int) -> None:
        self._match = number % len(self._matches)
        self.view.go_to_match(self._matches[self._match])
        self.show_card()
        keys = self.reader.keys
        self.foot.say(
            f"match {self._match + 1} of {len(self._matches)}   {shown_keys(keys['next_open'])} next"
            f"   {shown_keys(keys['previous_open'])} previous   Esc ends the search",
            seconds=None,
        )

    def action_width(self) -> None:
        """The next measure."""
        wider = [width for width in WIDTHS if width > self.view.measure]
        self.view.measure = wider[0] if wider else WIDTHS[0]
        self.say(f"At most {self.view.measure} columns.")

    def action_original(self) -> None:
        """The text as it was received, behind the current claim."""
        from tuifact.tui.screens.original import OriginalScreen

        if not self.article.paragraphs:
            return
        number = self.current.paragraph if self.current else 0
        try:
            received = self.desk.received(self.shown, number)
        except TuifactError as error:
            self.complain(error)
            return
        self.app.push_screen(OriginalScreen(received, self.article.paragraphs[number]))

    def end_search(self) -> None:
        """Forget what was searched."""
        self._matches, self._match = (), -1
        self.view.end_search()
        self.foot.say("")
