"""Claims by hand: what the finder missed, cut wrongly, or took for a claim."""

from __future__ import annotations

from collections.abc import Callable

from tuifact.errors import TuifactError
from tuifact.model import Claim
from tuifact.tui.screens.article.selecting import Selecting


class Correcting(Selecting):
    """The keys that change what is a claim; each act can be undone."""

    def action_add_claim(self) -> None:
        """Make a claim of what is selected."""
        selected = self.view.selected
        if selected is None:
            self.say("Select the words first: with the mouse, or a sentence with Shift+↓.")
            return
        place = (selected.paragraph, selected.start, selected.end)
        seen = self.text[selected.paragraph][selected.start : selected.end]
        self._correct(lambda: self.desk.add_claim(self.shown, place, seen=seen), "Claim added.")

    def action_split_claim(self) -> None:
        """Split the current claim where the selection begins, or before words that are typed."""
        claim, selected = self.current, self.view.selected
        if claim is None:
            self.say("There is no claim to split here.")
        elif selected and selected.paragraph == claim.paragraph and claim.start < selected.start < claim.end:
            at = selected.start - claim.start
            self._correct(lambda: self.desk.split_claim(claim.id, [at])[-1], "Claim split.")
        else:
            self.ask(
                "split before which words",
                lambda words: self._correct(lambda: self.desk.split_before(claim.id, [words])[-1], "Claim split."),
            )

    def action_merge_claim(self) -> None:
        """Merge the current claim with the next one of its paragraph."""
        claim, after = self.current, self.view.current + 1
        if claim is None or after >= len(self.roll) or self.roll.paragraphs[after] != claim.paragraph:
            self.say("There is no claim after this one in its paragraph.")
            return
        pair = [claim.id, self.roll.id(after)]
        self._correct(lambda: self.desk.merge_claims(pair), "Claims merged.")

    def action_drop_claim(self) -> None:
        """Set the current claim aside."""
        claim = self.current
        if claim is None:
            self.say("There is no claim to drop here.")
            return
        self._correct(lambda: self.desk.drop_claim(claim.id), "Claim dropped; undo brings it back.")

    def action_edit_claim(self) -> None:
        """Give the current claim other words of the text (those that are selected are proposed), speaker or kind."""
        from tuifact.tui.screens.editing import EditScreen

        claim, selected = self.current, self.view.selected
        if claim is None:
            self.say("There is no claim to edit here.")
            return
        words, place = "", None
        if selected is not None:
            words = self.text[selected.paragraph][selected.start : selected.end]
            place = (selected.paragraph, selected.start, selected.end)

        def done(edited: Claim | None) -> None:
            if edited is not None:
                self._correct(lambda: edited, "Claim edited.")

        self.app.push_screen(EditScreen(self.desk, claim, words, place), done)

    def action_restore_claim(self) -> None:
        """Choose one of the claims that were dropped, and take it back in."""
        from tuifact.tui.screens.picking import Choice, PickScreen

        if not self.shown_at_all:
            return
        try:
            dropped = self.desk.dropped_claims(self.shown)
        except TuifactError as error:
            self.complain(error)
            return
        if not dropped:
            self.say("No claim of this text was dropped.")
            return

        def done(answer: tuple[int, str] | None) -> None:
            if answer is not None:
                self._correct(lambda: self.desk.restore_claim(dropped[answer[0]].id), "Claim taken back in.")

        choices = [Choice(f"{claim.status.glyph} {claim.text}") for claim in dropped]
        self.app.push_screen(PickScreen("Dropped claims", choices, keys="Enter take back"), done)

    def _correct(self, act: Callable[[], Claim], done: str) -> None:
        try:
            changed = act()
        except TuifactError as error:
            self.complain(error)
            return
        self.reader.look()
        self.clear_selection()
        self.go_to_claim(changed.id)
        self.say(done)
