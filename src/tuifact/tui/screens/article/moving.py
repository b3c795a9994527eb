"""From claim to claim, from page to page, from article to article."""

from __future__ import annotations

from tuifact.errors import TuifactError
from tuifact.tui.messages import ClaimChosen
from tuifact.tui.screens.article.open_article import OpenArticle
from tuifact.tui.widgets.track import Track, Window


class Moving(OpenArticle):
    """The keys that go somewhere."""

    def on_claim_chosen(self, message: ClaimChosen) -> None:
        """Go to the claim that was pointed at."""
        self.choose(message.number)

    def show_window(self, window: Window) -> None:
        """Show on the track what is on the screen."""
        self.track.window = window

    def on_page_view_settled(self) -> None:
        """Show on the track where claims lie."""
        self.track.landmarks = self.view.landmarks(self.track.size.height)

    def on_track_pointed(self, message: Track.Pointed) -> None:
        """Go to where one pointed."""
        self.view.scroll_to(y=message.line - self.view.size.height // 2, animate=False, force=True)

    def action_move(self, step: int) -> None:
        """The claim before or after."""
        after = self.roll.step(self.view.current, step)
        if after is not None:
            self.choose(after)

    def action_seek(self, step: int) -> None:
        """The next unchecked claim."""
        at = self.roll.next_open(self.view.current, step)
        if at is None:
            shown = " shown" if self.narrowing else ""
            self.say(f"Every claim{shown} is checked." if len(self.roll) else "No claims were found in this text.")
        else:
            self.choose(at)

    def action_jump(self, where: int) -> None:
        """The first or the last claim, and the text there."""
        end = self.roll.step(len(self.roll), -1) if where < 0 else self.roll.step(-1, 1)
        if end is not None:
            self.choose(end)
        if where < 0:
            self.view.scroll_to_end()
        else:
            self.view.scroll_home(animate=False, force=True)

    def action_go_to(self) -> None:
        """Type the number of a claim and go there."""
        self.ask(f"go to claim, 1 to {len(self.roll)}", self._go_to)

    def _go_to(self, number: str) -> None:
        if number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(self.roll):
            self.choose(int(number) - 1)
        elif number:
            self.say(f"There is no claim {number}; they go from 1 to {len(self.roll)}.")

    def action_scroll_line(self, step: int) -> None:
        """The text by a line."""
        self.view.scroll_relative(y=step, animate=False, force=True)

    def action_scroll_page(self, pages: float) -> None:
        """The text by a page, at once, two lines of it staying in view."""
        lines = round(pages * max(1, self.view.size.height - 2))
        self.view.scroll_relative(y=lines, animate=False, force=True)

    def action_next_pane(self) -> None:
        """From the text to the card, and back."""
        (self.card if self.view.has_focus else self.view).focus()

    def action_turn(self, step: int) -> None:
        """The article before or after on the shelf."""
        try:
            shelf = self.desk.catalogue().ids
        except TuifactError as error:
            self.complain(error)
            return
        at = shelf.index(self.shown) + step if self.shown in shelf else 0
        if 0 <= at < len(shelf):
            self.open(shelf[at])
        else:
            self.say("This is the last article." if step > 0 else "This is the first article.")

    def action_back(self) -> None:
        """To the shelf."""
        self.reader.back_to_shelf()
