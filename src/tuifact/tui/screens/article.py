"""The reading screen: an article, its claims, and the keys that decide them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from tuifact.errors import TuifactError
from tuifact.model import Article, Claim, Event, Status, Tally
from tuifact.tui.commands import Place
from tuifact.tui.messages import ClaimChosen, Entered, Typed
from tuifact.tui.screens.base import DeskScreen, screen_bindings
from tuifact.tui.widgets.article_view import ArticleView
from tuifact.tui.widgets.claim_card import ClaimCard
from tuifact.tui.widgets.foot import Foot
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.page import Match

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

WIDTHS = (60, 72, 84, 100)
"""The measures that the width key goes through, in cells."""


class ArticleScreen(DeskScreen):
    """One article, open for checking."""

    PLACE: ClassVar[Place] = "article"
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("article")

    def __init__(self, article: str) -> None:
        super().__init__()
        self._shown = article
        self._article = Article()
        self._claims: list[Claim] = []
        self._places: dict[str, int] = {}
        self._matches: Sequence[Match] = ()
        self._match = -1
        self._last: Status | None = None

    def compose(self) -> ComposeResult:
        """A headline, the text with the claim's card beside or below it, and the foot."""
        yield Headline()
        with Container(id="desk"):
            yield ArticleView(id="article")
            yield ClaimCard(id="card")
        yield Foot()

    def on_mount(self) -> None:
        """Open the article."""
        self._view.measure = self.desk.settings.width
        self._view.focus()
        self.show_hints({"open": "", "import": "", "back": "back"})
        self._open(self._shown)

    @property
    def _view(self) -> ArticleView:
        return self.query_one("#article", ArticleView)

    @property
    def _card(self) -> ClaimCard:
        return self.query_one("#card", ClaimCard)

    def main_widget(self) -> ArticleView:
        """The text."""
        return self._view

    def reported_articles(self) -> Sequence[str]:
        """The open article."""
        return [self._shown]

    def after_import(self, article: str) -> None:
        """Open what came in."""
        self._open(article)

    def _open(self, article: str) -> None:
        try:
            self._article = self.desk.article(article)
            self._claims = list(self.desk.claims(article))
        except TuifactError as error:
            self.complain(error)
            return
        self._shown = article
        self._places = {claim.id: index for index, claim in enumerate(self._claims)}
        self._matches, self._match = (), -1
        first = self._next_open(-1, 1)
        start = first if first is not None else (0 if self._claims else -1)
        self._view.show(self._article, self._claims, start)
        self.query_one(Headline).heading = self._article.title or self.desk.summary(article).title
        self._choose(start)

    # Where one is

    def _choose(self, index: int) -> None:
        """Make this claim the current one, on the page and on the card."""
        self._view.current = index
        self._show_card()

    def _show_card(self) -> None:
        index = self._view.current
        card = self._card
        card.place = (index + 1, len(self._claims))
        card.claim = self._claims[index] if 0 <= index < len(self._claims) else None
        self.query_one(Headline).tally = Tally.of(claim.status for claim in self._claims)

    def _next_open(self, index: int, step: int) -> int | None:
        """The nearest unchecked claim in this direction, going round at the end; None when all are checked."""
        count = len(self._claims)
        for distance in range(1, count + 1):
            at = (index + step * distance) % count
            if self._claims[at].status is Status.UNVERIFIED:
                return at
        return None

    def on_claim_chosen(self, message: ClaimChosen) -> None:
        """Go to the claim that was pointed at."""
        self._choose(message.index)

    def on_resize(self, event: events.Resize) -> None:
        """The card beside the text, or below it."""
        self._card.low = event.size.width < 100

    def action_move(self, step: int) -> None:
        """The claim before or after."""
        if self._claims:
            self._choose(max(0, min(len(self._claims) - 1, self._view.current + step)))

    def action_seek(self, step: int) -> None:
        """The next unchecked claim; while searching, the next match."""
        if self._matches:
            self._go_to_match(self._match + step)
            return
        at = self._next_open(self._view.current, step)
        if at is None:
            self.say("Every claim is checked.")
        else:
            self._choose(at)

    def action_jump(self, where: int) -> None:
        """The first or the last claim, and the text there."""
        if self._claims:
            self._choose(len(self._claims) - 1 if where < 0 else 0)
        if where < 0:
            self._view.scroll_end(animate=False, force=True)
        else:
            self._view.scroll_home(animate=False, force=True)

    def action_scroll_line(self, step: int) -> None:
        """The text by a line."""
        self._view.scroll_relative(y=step, animate=False, force=True)

    def action_scroll_page(self, pages: float) -> None:
        """The text by a page, at once."""
        lines = round(pages * max(1, self._view.size.height - 2))
        self._view.scroll_relative(y=lines, animate=False, force=True)

    def action_next_pane(self) -> None:
        """From the text to the card, and back."""
        (self._card if self._view.has_focus else self._view).focus()

    def action_open(self) -> None:
        """On a narrow screen, the card in full."""
        self.set_class(not self.has_class("-card-open"), "-card-open")
        self._card.low = not self.has_class("-card-open") and self.size.width < 100

    def action_turn(self, step: int) -> None:
        """The article before or after on the shelf."""
        shelf = [summary.id for summary in self.desk.articles()]
        at = shelf.index(self._shown) + step if self._shown in shelf else 0
        if 0 <= at < len(shelf):
            self._open(shelf[at])
        else:
            self.say("This is the last article." if step > 0 else "This is the first article.")

    def action_width(self) -> None:
        """The next measure."""
        wider = [width for width in WIDTHS if width > self._view.measure]
        self._view.measure = wider[0] if wider else WIDTHS[0]
        self.say(f"At most {self._view.measure} columns.")

    # Deciding

    def action_mark(self, status: str, stay: bool = False) -> None:
        """Decide the current claim; on disk before the key is answered."""
        index = self._view.current
        if not 0 <= index < len(self._claims):
            self.say("There is no claim to mark here.")
            return
        self._last = Status(status)
        try:
            (claim,) = self.desk.mark([self._claims[index].id], self._last)
        except TuifactError as error:
            self.complain(error)
            return
        self._renew(claim)
        after = None if stay else self._next_open(index, 1)
        if after is not None:
            self._choose(after)
        else:
            self._show_card()
            if not stay:
                self.say("Every claim is checked. Well done.")

    def action_repeat(self) -> None:
        """Decide as the last time."""
        if self._last is None:
            self.say("Nothing to repeat yet.")
        else:
            self.action_mark(self._last)

    def action_note(self) -> None:
        """Write the note of the current claim."""
        from tuifact.tui.screens.note import NoteScreen

        index = self._view.current
        if not 0 <= index < len(self._claims):
            self.say("There is no claim to note on here.")
            return
        claim = self._claims[index]

        def done(text: str | None) -> None:
            if text is None or text == claim.note:
                return
            try:
                self._renew(self.desk.write_note(claim.id, text))
            except TuifactError as error:
                self.complain(error)
                return
            self._show_card()
            self.say("Note saved.")

        self.app.push_screen(NoteScreen(claim), done)

    def _renew(self, claim: Claim) -> None:
        index = self._places[claim.id]
        self._claims[index] = claim
        self._view.renew(index, claim)

    def reload(self, events: Sequence[Event]) -> None:
        """Show what was changed elsewhere, or by undoing; go to the claim if it stands in this article."""
        here = [event for event in events if event.claim in self._places]
        if not here and events and events[0].action in ("undone", "redone"):
            self._open(events[0].article)
            here = [event for event in events if event.claim in self._places]
        for claim in {event.claim for event in here}:
            self._renew(self.desk.claim(claim))
        if here and here[0].action in ("undone", "redone"):
            self._choose(self._places[here[0].claim])
        self._show_card()

    # Looking

    def action_search(self) -> None:
        """Type what to look for."""
        self.foot.ask("search in the text")

    def on_typed(self, message: Typed) -> None:
        """Searching begins with Enter, so that the page does not jump while one types."""
        message.stop()

    def on_entered(self, message: Entered) -> None:
        """Mark every match and go to the first from here."""
        self.foot.stop_asking()
        self._view.focus()
        self._matches = self._view.search(message.text)
        if not self._matches:
            self.say(f"“{message.text}” is not in this text." if message.text else "")
            return
        self._go_to_match(self._view.first_match_in_view())

    def _go_to_match(self, number: int) -> None:
        self._match = number % len(self._matches)
        self._view.go_to_match(self._matches[self._match])
        self._show_card()
        keys = self.reader.keys
        self.foot.say(
            f"match {self._match + 1} of {len(self._matches)}"
            f"   {keys['next_open']} next   {keys['previous_open']} previous   Esc ends the search",
            seconds=None,
        )

    def action_original(self) -> None:
        """The text as it was received, behind the current claim."""
        from tuifact.tui.screens.original import OriginalScreen

        index = self._view.current
        if not self._article.paragraphs:
            return
        number = self._claims[index].paragraph if 0 <= index < len(self._claims) else 0
        try:
            original = self.desk.received(self._shown, number)
        except TuifactError as error:
            self.complain(error)
            return
        self.app.push_screen(OriginalScreen(original, self._article.paragraphs[number]))

    def action_close(self) -> None:
        """End the search, close the card."""
        if self.has_class("-card-open"):
            self.action_open()
        self._matches, self._match = (), -1
        self._view.end_search()
        self.foot.say("")
        self._view.focus()

    def action_back(self) -> None:
        """To the shelf."""
        self.reader.back_to_shelf()
