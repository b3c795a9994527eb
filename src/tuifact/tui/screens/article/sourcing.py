"""What a verdict rests on, what is said beside it, and the second reader's signature."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message
from textual.timer import Timer

from tuifact.errors import TuifactError
from tuifact.model import Claim, Finding, Review, Status
from tuifact.tui.heap import share
from tuifact.tui.screens.article.open_article import OpenArticle
from tuifact.tui.widgets.particulars import Particulars

if TYPE_CHECKING:
    from tuifact.tui.screens.dialog import Dialog

PATIENCE = 0.3
"""Seconds one stays at a claim before it is held against the sourcing rules: those read copies that were kept."""


class Sourcing(OpenArticle):
    """The keys that give reasons, and what the sourcing rules say of them."""

    _found: Mapping[str, tuple[Claim, tuple[Finding, ...]]] = {}
    _later: Timer | None = None

    class Held(Message):
        """A claim was held against the sourcing rules."""

        def __init__(self, claim: Claim, findings: tuple[Finding, ...]) -> None:
            super().__init__()
            self.claim, self.findings = claim, findings

    def show_card(self) -> None:
        """Show the current claim; what the rules find of it is added when one stays there."""
        super().show_card()
        if self._later is not None:
            self._later.stop()
        claim = self.current
        rests_on_something = claim is not None and (claim.status is not Status.UNVERIFIED or claim.evidence)
        if claim is not None and rests_on_something and self._findings_of(claim) is None:
            self._later = self.set_timer(PATIENCE, lambda: self._begin_to_hold(claim))

    def _particulars(self, claim: Claim) -> Particulars:
        questions = self.desk.questions(claim.id, open_only=True)
        return super()._particulars(claim)._replace(findings=self._findings_of(claim) or (), questions=questions)

    def _findings_of(self, claim: Claim) -> tuple[Finding, ...] | None:
        """What the rules found of the claim as it is now; None when they were not asked."""
        held, findings = self._found.get(claim.id, (None, ()))
        return findings if held == claim else None

    def _begin_to_hold(self, claim: Claim) -> None:
        share()
        self._hold(claim)

    @work(thread=True, group="rules", exclusive=True)
    def _hold(self, claim: Claim) -> None:
        # What the rules cannot be asked of stays without findings; whoever marks is told what is wrong.
        with suppress(TuifactError):
            self.post_message(self.Held(claim, self.desk.lint_claims([claim])))

    def on_sourcing_held(self, message: Held) -> None:
        """Show what was found, if one is still there."""
        self._found = {**self._found, message.claim.id: (message.claim, message.findings)}
        if message.findings and self.current == message.claim:
            super().show_card()

    def action_evidence(self) -> None:
        """The sources of the current claim."""
        from tuifact.tui.screens.evidence import EvidenceScreen

        if (claim := self.current) is None:
            self.say("There is no claim to find evidence for here.")
        else:
            self._ask(lambda: EvidenceScreen(self.desk, claim, self.view.current + 1))

    def action_wording(self) -> None:
        """The verdict of the current claim in words."""
        from tuifact.tui.screens.wording import WordingScreen

        if (claim := self.current) is None:
            self.say("There is no verdict to word here.")
        else:
            self._ask(lambda: WordingScreen(self.desk, claim))

    def action_sign_off(self) -> None:
        """Sign off the current claim, or all that are selected; take that back where all of them are signed."""
        chosen = self.view.claims_selected() or ([self.view.current] if self.current else [])
        if not chosen:
            self.say("There is no claim to sign off here.")
            return
        ids = [self.roll.id(number) for number in chosen]
        signed = all(self.roll.review(number) is Review.SIGNED for number in chosen)
        try:
            claims = self.desk.withdraw(ids) if signed else self.desk.sign(ids)
        except TuifactError as error:
            self.show_what_is(error)
            return
        self.reader.look()
        self.clear_selection()
        what = "Signature taken back" if signed else "Signed off"
        self.say(f"{what}: {len(claims)} claims." if len(claims) > 1 else f"{what}.")

    def _ask(self, window: Callable[[], Dialog[str]]) -> None:
        def done(said: str | None) -> None:
            self.reader.look()
            if said:
                self.say(said)

        self.app.push_screen(window(), done)
