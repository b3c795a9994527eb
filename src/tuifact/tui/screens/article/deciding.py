"""Verdicts and notes: each on disk before the key is answered."""

from __future__ import annotations

from tuifact.errors import TuifactError
from tuifact.model import Status
from tuifact.tui.screens.article.open_article import OpenArticle


class Deciding(OpenArticle):
    """The keys that decide."""

    _last: Status | None = None

    def action_mark(self, status: str, stay: bool = False) -> None:
        """Give the current claim, or all that are selected, this status; go on to the next unchecked one, or stay."""
        chosen = self.view.claims_selected() or ([self.view.current] if self.current else [])
        if not chosen:
            self.say("There is no claim to mark here.")
            return
        self._last = Status(status)
        try:
            marked = self.desk.mark([self.claims[at].id for at in chosen], self._last)
        except TuifactError as error:
            self.complain(error)
            return
        for claim in marked:
            self.renew(claim)
        if len(marked) > 1:
            self.clear_selection()
            self.say(f"{len(marked)} claims: {self._last.glyph} {self._last}.")
        after = None if stay else self.next_open(self.view.current, 1)
        if after is not None:
            self.choose(after)
            return
        self.show_card()
        if not stay:
            self.say("Every claim is checked.")

    def action_repeat(self) -> None:
        """Decide as the last time."""
        if self._last is None:
            self.say("Nothing to repeat yet.")
        else:
            self.action_mark(self._last)

    def action_note(self) -> None:
        """Write the note of the current claim."""
        from tuifact.tui.screens.note import NoteScreen

        claim = self.current
        if claim is None:
            self.say("There is no claim to note on here.")
            return

        def done(text: str | None) -> None:
            if text is not None and text != claim.note:
                self._write_note(claim.id, text)

        self.app.push_screen(NoteScreen(claim), done)

    def _write_note(self, claim: str, text: str) -> None:
        try:
            self.renew(self.desk.write_note(claim, text))
        except TuifactError as error:
            self.complain(error)
            return
        self.show_card()
        self.say("Note saved.")
