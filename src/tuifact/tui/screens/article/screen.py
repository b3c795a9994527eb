"""The reading screen: an article, its claims, and the keys that decide them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from tuifact.model import Status
from tuifact.tui.assets import stylesheet
from tuifact.tui.commands import Place
from tuifact.tui.screens.article.comparing import Comparing
from tuifact.tui.screens.article.correcting import Correcting
from tuifact.tui.screens.article.deciding import Deciding
from tuifact.tui.screens.article.looking import Looking
from tuifact.tui.screens.article.remembering import Remembering
from tuifact.tui.screens.article.sourcing import Sourcing
from tuifact.tui.screens.base import screen_bindings
from tuifact.tui.widgets.article_view import ArticleView
from tuifact.tui.widgets.claim_card import ClaimCard
from tuifact.tui.widgets.foot import Foot
from tuifact.tui.widgets.headline import Headline
from tuifact.tui.widgets.narrowing import Narrowing
from tuifact.tui.widgets.track import Track

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

BESIDE, BELOW = 100, 60
"""Columns from which the card has room beside the text, and below it; where there are fewer it opens on a key."""

DECISIONS = {"verify": Status.VERIFIED, "dispute": Status.DISPUTED, "unverify": Status.UNVERIFIED}
"""Commands whose glyph says enough where there is little room."""


class ArticleScreen(Remembering, Comparing, Deciding, Sourcing, Correcting, Looking):
    """One article, open for checking."""

    PLACE: ClassVar[Place] = "article"
    CSS_PATH: ClassVar = stylesheet("article")
    BINDINGS: ClassVar[list[BindingType]] = screen_bindings("article")

    def compose(self) -> ComposeResult:
        """A headline, the text with the claim's card beside or below it, and the foot."""
        yield Headline()
        yield ArticleView(id="article")
        yield Track()
        yield ClaimCard(id="card")
        yield Foot()

    def on_mount(self) -> None:
        """Open the article."""
        self.view.measure = self.reader.settings.width
        self.view.focus()
        # Watched and not told by a message, which would come a frame later.
        self.watch(self.view, "window", self.show_window)
        self.show_hints()
        self.begin()
        if self.searched_at_once:
            self.search(self.searched_at_once)

    def on_resize(self, event: events.Resize) -> None:
        """The card beside the text, or below it, or on a key that is then named."""
        self._fold_card(event.size.width)
        self.show_hints()

    def reported_articles(self) -> Sequence[str]:
        """The open article."""
        return [self.shown] if self.shown_at_all else []

    def queued_article(self) -> str:
        """The open article."""
        return self.shown

    def after_import(self, article: str) -> None:
        """Open what came in."""
        self.open(article)

    def action_open(self) -> None:
        """The card in full, where it has not enough room."""
        self.set_class(not self.has_class("-card-open"), "-card-open")
        self._fold_card(self.size.width)
        self.show_hints()

    def show_hints(self, words: Mapping[str, str] | None = None) -> None:
        """The keys of this screen, `words` changed."""
        if self.size.width < BELOW:
            decided = {command: status.glyph for command, status in DECISIONS.items()}
            changed = {"open": "text" if self.has_class("-card-open") else "card", **decided, "next_open": ""}
        else:
            changed = {"open": ""}
        super().show_hints({"import": "", "queue": "", "back": "back", **changed, **(words or {})})

    def action_close(self) -> None:
        """Close the card, end the search, select nothing; where there is nothing of these, show all claims."""
        nothing_open = not (self.searching or self.view.claims_selected() or self.has_class("-card-open"))
        if nothing_open and self.view.has_focus and self.narrowing:
            self.narrow(Narrowing())
            return
        self.clear_selection()
        self.remove_class("-card-open")
        self._fold_card(self.size.width)
        self.show_hints()
        self.end_search()
        self.view.focus()

    def _fold_card(self, width: int) -> None:
        self.card.low = width < BESIDE and not self.has_class("-card-open")
