"""Reading an article: what is open, from its first sight to its last place."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from tuifact.errors import TuifactError
from tuifact.tui.heap import give_back
from tuifact.tui.screens.base import DeskScreen
from tuifact.tui.screens.first_sight import glimpse_of_article, seen_article
from tuifact.tui.widgets.article_view import ArticleView
from tuifact.tui.widgets.claim_card import ClaimCard
from tuifact.tui.widgets.figures import figure_words
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.narrowing import Narrowing
from tuifact.tui.widgets.particulars import Particulars
from tuifact.tui.widgets.roll import Roll
from tuifact.tui.widgets.track import Track

if TYPE_CHECKING:
    from tuifact.model import Claim

BOOK = 10_000
"""Claims from which on reading them takes memory worth giving back."""

PAGE = 4000
"""Claims that are whole at the same time while those of a book come in: some 4 MB."""


class Reading(DeskScreen):
    """Holds the text and the claims of the open article."""

    def __init__(self, article: str, claim: str = "", words: str = "") -> None:
        super().__init__()
        self.shown = article
        """Id of the article."""
        self.begins_at = claim
        """Id of the claim to begin with; empty for where one was last, else the first unchecked one."""
        self.searched_at_once = words
        """Words to begin with; empty for none."""
        self.text = Manuscript()
        """What is read."""
        self.roll = Roll()
        """The claims in it, each as it stands now."""
        self.narrowing = Narrowing()
        """Which claims are shown; an empty one shows them all."""
        self._title = ""
        self._at = ""
        self._glimpsed = False
        self._counts = False

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

    def main_widget(self) -> ArticleView:
        """The text."""
        return self.view

    def begin(self) -> None:
        """Show the article: what was seen of it last, if that is all still so, until it is read."""
        glimpse = None if self.begins_at or self.searched_at_once else self.reader.memory.glimpses.find(self.shown)
        seen = None if glimpse is None else seen_article(glimpse)
        if seen is None:
            self.read_through()
            return
        self._glimpsed = True
        self.query_one(Headline).heading, self.query_one(Headline).tally = seen.title, seen.tally
        self.view.show(seen.text, seen.roll, seen.current)
        if seen.current >= 0:
            claim = seen.roll.claim(seen.current)
            about = Particulars(claim, seen.number + 1, seen.tally.total, figures=seen.figures)
            self.card.show(about)
        self.call_after_refresh(self.read_through)

    def read_through(self) -> None:
        """Read the article, unless that was done."""
        if self.shown_at_all:
            return
        glimpsed, self._glimpsed = self._glimpsed, False
        self.open(self.shown, self.begins_at)
        if not glimpsed:
            self._note_glimpse()
            self.reader.memory.glimpses.keep()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whatever is done is done to the article, not to what was seen of it."""
        if self._glimpsed:
            self.read_through()
        return True

    @property
    def shown_at_all(self) -> bool:
        """Whether an article is open: it may be that it could not be read."""
        return bool(len(self.text))

    def open(self, article: str, claim: str = "", *, otherwise: int | None = None, keep: bool = False) -> None:
        """Show an article: at this claim, else the one of this number, else where one was, else the first unchecked.

        `keep` leaves the page where it is, as far as that claim allows.
        """
        self.keep_place()
        try:
            self.reader.take_bearings()
            self._title = self._read(article)
        except TuifactError as error:
            self.complain(error)
            return
        self.sift(self.narrowing if article == self.shown else Narrowing())
        self.shown = article
        self.query_one(Headline).heading = self._title
        first = self.roll.next_open(-1, 1) if otherwise is None else otherwise
        start = self.roll.number(claim or self.reader.memory.places.find(self.desk.folder, article))
        if start is None:
            start = min(first or 0, len(self.roll) - 1)
        self.view.show(self.text, self.roll, start, keep=keep)
        self.show_card()
        if not self._counts:
            self.call_after_refresh(self._count)

    def _count(self) -> None:
        """Show figures from now on: what reads them is not loaded before there is something to see."""
        self._counts = True
        if self.is_attached and len(self.roll):
            self.show_card()

    def figures_of(self, claim: Claim) -> Sequence[str]:
        """The figures in a claim, in words; none as long as there is nothing to see."""
        if not self._counts:
            return ()
        from tuifact.desk import figures_in

        return tuple(map(figure_words, figures_in(claim.text)))

    def _read(self, article: str) -> str:
        """Read a text and its claims; its title."""
        title, text = self._read_text(article)
        roll = Roll(find=self.desk.claim)
        page = self.desk.claims(article, limit=PAGE)
        while page:
            roll.extend(page)
            page = self.desk.claims(article, after=page[-1].id, limit=PAGE) if len(page) == PAGE else ()
        self.text, self.roll = text, roll
        if len(roll) > BOOK:
            give_back()
        return title

    def _read_text(self, article: str) -> tuple[str, Manuscript]:
        """The title and the text.

        Its paragraphs as objects are gone when this returns: what stays for good is made after it, and would lie
        scattered among them.
        """
        found = self.desk.article(article)
        return found.title or self.desk.summary(article).title, Manuscript(found.paragraphs)

    def keep_place(self) -> None:
        """Remember the claim one is at, for the next time."""
        if self._at:
            self.reader.memory.places.keep(self.desk.folder, self.shown, self._at)
            self._note_glimpse()
            self._at = ""

    def _note_glimpse(self) -> None:
        number = self.roll.number(self._at)
        if number is None:
            return
        with suppress(TuifactError):
            figures = self.figures_of(self.roll.claim(number))
            glimpse = glimpse_of_article(self._title, self.text, self.roll, number, figures)
            self.reader.memory.glimpses.note(self.shown, glimpse)

    def on_unmount(self) -> None:
        """Remember where one was."""
        self.keep_place()

    def sift(self, narrowing: Narrowing) -> None:
        """Show only these claims, wherever one stands."""
        self.narrowing, roll = narrowing, self.roll
        roll.sift((lambda number: narrowing.passes(roll, number)) if narrowing else None)

    def show_card(self) -> None:
        """Show where one is."""
        raise NotImplementedError
