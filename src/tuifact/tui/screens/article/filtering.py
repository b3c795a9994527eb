"""Showing only some of the claims: the margin, and the keys that go from claim to claim, keep to them."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.tui.screens.article.moving import Moving
from tuifact.tui.screens.article.reading import PAGE
from tuifact.tui.widgets.narrowing import FIGURES, Narrowing
from tuifact.tui.widgets.roll import KEPT_WHOLE


class Filtering(Moving):
    """The key that filters."""

    def action_filter(self) -> None:
        """Choose what is shown."""
        from tuifact.tui.screens.filtering import FilterScreen

        if not len(self.roll):
            self.say("No claims were found in this text.")
            return

        def done(narrowing: Narrowing | None) -> None:
            if narrowing is not None:
                self.narrow(narrowing)

        self.app.push_screen(FilterScreen(self.roll, self.narrowing, self._words), done)

    def _words(self) -> Iterator[str]:
        """The words of every claim, a page of them at a time."""
        page = self.desk.claims(self.shown, limit=PAGE)
        while page:
            yield from (claim.text for claim in page)
            page = self.desk.claims(self.shown, after=page[-1].id, limit=PAGE) if len(page) == PAGE else ()

    def sift(self, narrowing: Narrowing) -> None:
        """Show only these claims; where a book was cut anew, its figures are not counted again unasked."""
        if narrowing.asks(FIGURES) and self.roll.figures is None:
            from tuifact.tui.screens.filtering import learn_figures

            if len(self.roll) <= KEPT_WHOLE:
                learn_figures(self.roll, (self.roll.claim(number).text for number in range(len(self.roll))))
            else:
                narrowing = narrowing.without(FIGURES)
        super().sift(narrowing)

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only these claims, and go to the nearest of them."""
        self.sift(narrowing)
        self.view.repaint()
        self.on_page_view_settled()
        if len(self.roll) and not self.roll.is_shown(self.view.current):
            after = self.roll.step(self.view.current, 1)
            nearest = self.roll.step(self.view.current, -1) if after is None else after
            if nearest is not None:
                self.choose(nearest)
        self.say_what_is_shown()

    def say_what_is_shown(self) -> None:
        """Say it at the foot, for as long as it is so."""
        shown = f"{self.roll.shown:,} of {len(self.roll):,}: {self.narrowing.words}   Esc all" if self.narrowing else ""
        if shown != self.foot.standing:
            self.foot.standing = shown
