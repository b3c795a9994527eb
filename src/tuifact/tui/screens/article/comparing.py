"""Comparing the text with the one that was checked."""

from __future__ import annotations

from tuifact.errors import TuifactError
from tuifact.tui.screens.article.open_article import OpenArticle


class Comparing(OpenArticle):
    """The key that shows what changed in an article."""

    def action_revision(self) -> None:
        """What changed since the article was checked; Enter goes to a claim, y keeps its verdict."""
        from tuifact.tui.screens.revision import revision_screen

        if not self.shown_at_all:
            return
        try:
            if len(self.desk.versions(self.shown)) < 2:
                self.say("This text is as it was when it came.")
                return
            revision = self.desk.differences(self.shown)
        except TuifactError as error:
            self.complain(error)
            return

        def done(answer: tuple[str, int] | None) -> None:
            if answer is None:
                return
            claim = revision.touched[answer[1]].claim
            if answer[0] == "enter":
                self.go_to_claim(claim.id)
            else:
                self._keep(claim.id, claim.rev)

        self.app.push_screen(revision_screen(revision), done)

    def _keep(self, claim: str, rev: int) -> None:
        """Give a claim its verdict anew, for the words it has now; then to those that are left."""
        try:
            (kept,) = self.desk.mark([claim], self.desk.claim(claim).status, revs={claim: rev})
            left = self.desk.differences(self.shown).touched
        except TuifactError as error:
            self.show_what_is(error)
            return
        self.renew(kept)
        self.show_card()
        self.say(f"Kept: {kept.status.glyph} {kept.status}.")
        if left:
            self.action_revision()
