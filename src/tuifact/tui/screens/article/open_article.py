"""What is open on the reading screen: the article, its claims, and which of them is the current one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from tuifact.errors import TuifactError
from tuifact.model import Article, Claim, Event, Status, Tally
from tuifact.tui.screens.base import DeskScreen
from tuifact.tui.widgets.article_view import ArticleView
from tuifact.tui.widgets.claim_card import ClaimCard
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.track import Track


class OpenArticle(DeskScreen):
    """Holds the open article for the parts of the screen that move, decide and look."""

    def __init__(self, article: str, claim: str = "", words: str = "") -> None:
        super().__init__()
        self.shown = article
        """Id of the article."""
        self.begins_at = claim
        """Id of the claim to begin with; empty for where one was last, else the first unchecked one."""
        self.searched_at_once = words
        """Words to begin with; empty for none."""
        self.article = Article()
        self.claims: list[Claim] = []
        """In reading order, each as it stands now."""
        self._places: dict[str, int] = {}
        self._tally = Tally()
        self._at = ""

    @property
    def view(self) -> ArticleView:
        """The text."""
        return self.query_one("#article", ArticleView)

    @property
    def card(self) -> ClaimCard:
        """The current claim's card."""
        return self.query_one("#card", ClaimCard)

    @property
    def track(self) -> Track:
        """The scrollbar."""
        return self.query_one(Track)

    @property
    def current(self) -> Claim | None:
        """The claim that keys act on."""
        index = self.view.current
        return self.claims[index] if 0 <= index < len(self.claims) else None

    def on_screen_resume(self) -> None:
        """Show what was decided on another screen."""
        if self.claims:
            self.refresh_claims()

    def main_widget(self) -> ArticleView:
        """The text."""
        return self.view

    def open(self, article: str, claim: str = "", *, otherwise: int | None = None, keep: bool = False) -> None:
        """Show an article: at this claim, else the one of this number, else where one was, else the first unchecked.

        `keep` leaves the page where it is, as far as that claim allows.
        """
        self.keep_place()
        try:
            self.article = self.desk.article(article)
            self.claims = list(self.desk.claims(article))
            title = self.article.title or self.desk.summary(article).title
        except TuifactError as error:
            self.complain(error)
            return
        self.shown = article
        self._places = {claim.id: index for index, claim in enumerate(self.claims)}
        self._tally = Tally.of(claim.status for claim in self.claims)
        self.query_one(Headline).heading = title
        claim = claim or self.reader.places.find(self.desk.folder, article)
        first = self.next_open(-1, 1) if otherwise is None else otherwise
        start = self._places.get(claim, min(first or 0, len(self.claims) - 1))
        self.view.show(self.article, self.claims, start, keep=keep)
        self.show_card()

    def keep_place(self) -> None:
        """Remember the claim one is at, for the next time."""
        if self._at:
            self.reader.places.keep(self.desk.folder, self.shown, self._at)
            self._at = ""

    def on_unmount(self) -> None:
        """Remember where one was."""
        self.keep_place()

    def choose(self, index: int) -> None:
        """Make this claim the current one, on the page and on the card."""
        self.view.current = index
        self.show_card()

    def show_card(self) -> None:
        """Show the current claim and the tally as they are now."""
        self._at = self.current.id if self.current else ""
        claim = self.current
        contest = self.desk.contest(claim.id) if claim and claim.contested else ()
        self.card.show(claim, (self.view.current + 1, len(self.claims)), contest)
        self.query_one(Headline).tally = self._tally

    def next_open(self, index: int, step: int) -> int | None:
        """The nearest unchecked claim in this direction, going round at the end; None when all are checked."""
        count = len(self.claims)
        for distance in range(1, count + 1):
            at = (index + step * distance) % count
            if self.claims[at].status is Status.UNVERIFIED:
                return at
        return None

    def renew(self, claim: Claim) -> None:
        """Show a claim as it stands now."""
        index = self._places[claim.id]
        was = self.claims[index].status
        if (row := self.track.landmarks.change(index, was, claim.status)) is not None:
            self.track.repaint_row(row)
        self._tally = self._tally.moved(was, claim.status)
        self.claims[index] = claim
        self.view.renew(index, claim)

    def reload(self, events: Sequence[Event]) -> None:
        """Show what was changed, here or elsewhere; one stays where one is."""
        try:
            if any(event.article == self.shown for event in events):
                self.refresh_claims()
        except TuifactError as error:
            self.complain(error)

    def show_what_is(self, error: TuifactError) -> None:
        """Say what went wrong, and show the claims as they are by now: somebody else may have changed them."""
        with suppress(TuifactError):
            self.refresh_claims()
        self.complain(error)

    def claim_now(self, claim: Claim) -> Claim:
        """The claim as it is shown by now; as it was when the article has it no more."""
        at = self._places.get(claim.id)
        return claim if at is None else self.claims[at]

    def follow(self, event: Event) -> None:
        """Go to the claim, in whatever article it stands."""
        if event.article != self.shown:
            self.open(event.article, event.claim)
        else:
            self.go_to_claim(event.claim)

    def go_to_claim(self, claim: str) -> None:
        """Make the claim of this id the current one; where it is none any more one stays where one is."""
        if claim in self._places:
            self.choose(self._places[claim])

    def refresh_claims(self) -> None:
        """Show the claims as they are now."""
        claims = self.desk.claims(self.shown)
        if [item.id for item in claims] != list(self._places):
            at = self.current
            self.open(self.shown, at.id if at else "", otherwise=self.view.current, keep=True)
            return
        for before, now in zip(self.claims, claims, strict=True):
            if now != before:
                self.renew(now)
        self.show_card()
