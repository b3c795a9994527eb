"""What is open on the reading screen: the current claim, and the claims as they stand now."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.errors import TuifactError
from tuifact.model import Action, Claim, Event
from tuifact.tui.screens.article.reading import Reading
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.particulars import Particulars

A_FEW = 200
"""Claims that are asked for one by one when they changed; more are sooner had all together."""


class OpenArticle(Reading):
    """Holds the open article for the parts of the screen that move, decide and look."""

    @property
    def current(self) -> Claim | None:
        """The claim that keys act on, whole; None where there is none, or where it cannot be had any more."""
        try:
            return self.roll.claim(self.view.current) if 0 <= self.view.current < len(self.roll) else None
        except TuifactError as error:
            self.complain(error)
            return None

    def on_screen_resume(self) -> None:
        """Show what was decided on another screen."""
        if self.shown_at_all:
            self.reader.look()

    def choose(self, index: int) -> None:
        """Make this claim the current one, on the page and on the card."""
        self.view.current = index
        self.show_card()

    def show_card(self) -> None:
        """Show the current claim and the tally as they are now."""
        claim = self.current
        self._at = claim.id if claim else ""
        self.card.show(None if claim is None else self._particulars(claim))
        self.say_what_is_shown()
        self.query_one(Headline).tally = self.roll.tally

    def say_what_is_shown(self) -> None:
        """Say that only some claims are shown, when it is so."""

    def _particulars(self, claim: Claim) -> Particulars:
        contest = self.desk.contest(claim.id) if claim.contested else ()
        figures = self.figures_of(claim)
        return Particulars(claim, self.view.current + 1, len(self.roll), contest, figures=figures)

    def renew(self, claim: Claim) -> None:
        """Show a claim as it stands now."""
        number = self.roll.number(claim.id)
        if number is None:
            return
        was = self.roll.landmark(number)
        self.roll.renew(number, claim)
        if (row := self.track.landmarks.change(number, was, self.roll.landmark(number))) is not None:
            self.track.repaint_row(row)
        self.view.repaint_claim(number)

    def reload(self, events: Sequence[Event]) -> None:
        """Show what was changed, here or elsewhere; one stays where one is."""
        touched = {event.claim for event in events if event.article == self.shown}
        if not touched:
            return
        if not self.shown_at_all:
            self.read_through()
            return
        try:
            claims = None if _moves(events) else self._as_they_are(touched)
        except TuifactError as error:
            self.complain(error)
            return
        if claims is None:
            at = self.current
            self.open(self.shown, at.id if at else "", otherwise=self.view.current, keep=True)
            return
        for claim in claims:
            self.renew(claim)
        self.show_card()

    def _as_they_are(self, touched: set[str]) -> list[Claim] | None:
        """These claims as they are now, those that differ; None when the text is no longer cut into the same ones."""
        if len(touched) > A_FEW or self.desk.summary(self.shown).tally.total != len(self.roll):
            return None
        found = []
        for id_ in touched:
            number = self.roll.number(id_)
            if number is None:
                return None
            claim = self.desk.claim(id_)
            if (claim.paragraph, claim.start, claim.end) != self.view.place_of(number):
                return None
            if self.roll.differs(number, claim):
                found.append(claim)
        return found

    def show_what_is(self, error: TuifactError) -> None:
        """Say what went wrong, and show the claims as they are by now: somebody else may have changed them."""
        self.reader.look()
        self.complain(error)

    def claim_now(self, claim: Claim) -> Claim:
        """The claim as it is shown by now; as it was when the article has it no more."""
        number = self.roll.number(claim.id)
        return claim if number is None else self.roll.claim(number)

    def follow(self, event: Event) -> None:
        """Go to the claim, in whatever article it stands."""
        if event.article != self.shown:
            self.open(event.article, event.claim)
        else:
            self.go_to_claim(event.claim)

    def go_to_claim(self, claim: str) -> None:
        """Make the claim of this id the current one; where it is none any more one stays where one is."""
        if (number := self.roll.number(claim)) is not None:
            self.choose(number)


def _moves(events: Sequence[Event]) -> bool:
    """Whether claims came, went or have other words now."""
    return any(event.action in (Action.ADDED, Action.DROPPED, Action.RESTORED, Action.EDITED) for event in events)
