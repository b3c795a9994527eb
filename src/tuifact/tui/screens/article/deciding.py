"""Verdicts and notes: each on disk before the key is answered."""

from __future__ import annotations

from tuifact.errors import TuifactError
from tuifact.model import Claim, Status
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
            seen = {claim.id: claim.rev for claim in map(self.roll.claim, chosen)}
            marked = self.desk.mark(list(seen), self._last, revs=seen)
        except TuifactError as error:
            self.show_what_is(error)
            return
        for claim in marked:
            self.renew(claim)
        if len(marked) > 1:
            self.clear_selection()
            self.say(f"{len(marked)} claims: {self._last.glyph} {self._last}.")
        after = None if stay else self.roll.next_open(self.view.current, 1)
        if after is not None:
            self.choose(after)
            return
        self.show_card()
        if not stay:
            self.say(f"Every claim{' shown' if self.narrowing else ''} is checked.")

    def action_repeat(self) -> None:
        """Decide as the last time."""
        if self._last is None:
            self.say("Nothing to repeat yet.")
        else:
            self.action_mark(self._last)

    def action_note(self) -> None:
        """Write the note of the current claim."""
        if self.current is None:
            self.say("There is no claim to note on here.")
        else:
            self._ask_note(self.current)

    def _ask_note(self, claim: Claim, draft: str | None = None, problem: str = "") -> None:
        from tuifact.tui.screens.note import NoteScreen

        def done(text: str | None) -> None:
            if text is not None and text != claim.note:
                self._write_note(claim, text)

        self.app.push_screen(NoteScreen(claim, draft, problem), done)

    def _write_note(self, claim: Claim, text: str) -> None:
        """Store a note; where that fails it comes back to be written again, beside what stands there by now."""
        try:
            self.renew(self.desk.write_note(claim.id, text, rev=claim.rev))
        except TuifactError as error:
            self.show_what_is(error)
            self._ask_note(self.claim_now(claim), text, str(error))
            return
        self.show_card()
        self.say("Note saved.")
