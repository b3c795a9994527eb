"""Searching the text, its width, and the original behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tuifact.errors import TuifactError
from tuifact.tui.commands import shown_keys
from tuifact.tui.screens.article.filtering import Filtering
from tuifact.tui.widgets.page import Match

WIDTHS = (60, 72, 84, 100)
"""The measures that the width key goes through, in cells."""


class Looking(Filtering):
    """The keys that look closer. While a search is on, the keys for unchecked claims go through its matches."""

    _matches: Sequence[Match] = ()
    _match = -1

    def action_search(self) -> None:
        """Type what to look for."""
        self.ask("search in the text", self.search)

    def search(self, words: str) -> None:
        """Mark every match and go to the first from here."""
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

        if not self.shown_at_all:
            return
        number = min(self.current.paragraph, len(self.text) - 1) if self.current else 0
        try:
            received = self.desk.received(self.shown, number)
        except TuifactError as error:
            self.complain(error)
            return
        self.app.push_screen(OriginalScreen(received, self.text.paragraph(number)))

    def action_history(self) -> None:
        """What happened to the current claim."""
        from tuifact.tui.screens.history import history_screen

        if (claim := self.current) is None:
            self.say("There is no claim with a history here.")
            return
        try:
            events = self.desk.history(claim.id)
        except TuifactError as error:
            self.complain(error)
            return
        self.app.push_screen(history_screen(events, self.view.current + 1))

    def action_outline(self) -> None:
        """The headings of the text; Enter goes to one."""
        from tuifact.tui.screens.picking import Choice, PickScreen

        places = [number for number, kind in enumerate(self.text.kinds) if kind == "heading"]
        if not places:
            self.say("This text has no headings.")
            return

        def done(answer: tuple[int, str] | None) -> None:
            if answer is not None:
                self.view.go_to_paragraph(places[answer[0]])

        here = max(0, bisect_right(places, self.view.top_paragraph) - 1)
        choices = [Choice(self.text[number]) for number in places]
        self.app.push_screen(PickScreen("Outline", choices, at=here), done)

    def action_links(self) -> None:
        """The links of the text; Enter opens one in the browser, y copies it."""
        from tuifact.tui.links import find_links
        from tuifact.tui.screens.picking import Choice, PickScreen

        links = find_links([*self.text, self._source()])
        if not links:
            self.say("This text has no links.")
            return

        def done(answer: tuple[int, str] | None) -> None:
            if answer is None:
                return
            link = links[answer[0]]
            if answer[1] == "y":
                self.app.copy_to_clipboard(link)
                self.say(f"Copied: {link}")
            else:
                self.say(f"Opened: {link}" if self.reader.show_link(link) else f"No browser could open {link}")

        keys = "Enter open in the browser   y copy"
        self.app.push_screen(PickScreen("Links", [Choice(link) for link in links], keys=keys), done)

    def _source(self) -> str:
        try:
            return self.desk.summary(self.shown).source
        except TuifactError:
            return ""

    def end_search(self) -> None:
        """Forget what was searched."""
        self._matches, self._match = (), -1
        self.view.end_search()
        self.foot.say("")

    @property
    def searching(self) -> bool:
        """Whether a search is on."""
        return bool(self._matches)
