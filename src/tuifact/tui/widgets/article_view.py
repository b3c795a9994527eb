"""The article as one page, with its claims in the margin, the current one marked, and searching and selecting in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Offset
from textual.reactive import reactive
from textual.selection import Selection

from tuifact.tui.messages import ClaimChosen
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.page import Match, Page
from tuifact.tui.widgets.page_view import PageView
from tuifact.tui.widgets.painting import MARGIN, Look
from tuifact.tui.widgets.roll import Roll
from tuifact.tui.widgets.track import Landmarks
from tuifact.tui.widgets.wrapping import MARK_CELLS

if TYPE_CHECKING:
    from textual import events


class ArticleView(PageView):
    """Shows an article with its claims. Told what to show, it says only which claim was pointed at."""

    current: reactive[int] = reactive(-1, repaint=False)
    """The claim that keys act on; -1 while there is none."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._matches: Sequence[Match] = ()

    def show(self, text: Manuscript, roll: Roll, current: int = -1, *, keep: bool = False) -> None:
        """Show this text from its beginning, or from this claim if one is named.

        `keep` says that the text is the one that is shown already: it stays where it is while the claim is in view.
        """
        self._matches = ()
        self.screen.clear_selection()
        self.set_reactive(ArticleView.current, current)
        page = Page(text, roll, self.text_width)
        if keep:
            top = page.line_of(self.page.anchor(self.scroll_offset.y)) if len(text) else 0
        else:
            top = self.eye_level(page.lines_of_claim(current)) if current >= 0 else 0
        self.lay_out(page, Look(current), top)
        if keep and current >= 0:
            self.bring_into_view(self.page.lines_of_claim(current), calmly=True)

    def place_of(self, claim: int) -> Match:
        """Where a claim stands."""
        roll = self.page.roll
        return Match(roll.paragraphs[claim], roll.starts[claim], roll.ends[claim])

    def looked_at(self) -> Match | None:
        """The current claim, if it is on the screen."""
        if not 0 <= self.current < len(self.page.roll):
            return None
        lines, top = self.page.lines_of_claim(self.current), self.scroll_offset.y
        seen = lines.start < top + self.size.height and lines.stop > top
        return self.place_of(self.current) if seen else None

    def landmarks(self, rows: int) -> Landmarks:
        """Where the claims lie on a track of so many rows; nowhere when the whole page is on the screen anyway."""
        page, roll = self.page, self.page.roll
        if page.height <= self.size.height:
            return Landmarks((), (), 1, 0)
        last = len(page.text) - 1
        places = [page.line_of((min(paragraph, last), 0)) for paragraph in roll.paragraphs]
        return Landmarks(places, [roll.landmark(number) for number in range(len(roll))], page.height, rows)

    def search(self, words: str) -> Sequence[Match]:
        """Mark every place where these words stand, and return them in reading order."""
        self._matches = self.page.find(words) if words else ()
        self.look.matches, self.look.match = {}, None
        for match in self._matches:
            self.look.matches.setdefault(match.paragraph, []).append(match)
        self.repaint()
        return self._matches

    def go_to_match(self, match: Match) -> None:
        """Bring a match into view and make the claim it stands in the current one."""
        self.look.match = match
        if (claim := self.page.claim_at(match.paragraph, match.start)) is not None:
            self.current = claim
        self.bring_into_view(self.page.lines_of(match))
        self.repaint()

    def go_to_paragraph(self, paragraph: int) -> None:
        """Put the beginning of a paragraph at the top of the screen."""
        self.scroll_to(y=self.page.lines_of(Match(paragraph, 0, 1)).start, animate=False, force=True)

    def end_search(self) -> None:
        """Take the marks of the search away."""
        if self._matches:
            self._matches, self.look.matches, self.look.match = (), {}, None
            self.repaint()

    def first_match_in_view(self) -> int:
        """The number of the first match at or below the top of the screen; 0 when there is none."""
        top = self.page.anchor(self.scroll_offset.y)[0]
        return next((number for number, match in enumerate(self._matches) if match.paragraph >= top), 0)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, exactly as it stands in the article: paragraphs apart, lines as they were."""
        text = self.page.text
        spans = ((number, selection.get_span(number)) for number in range(len(text)))
        parts = [text[at][span[0] : span[1] if span[1] >= 0 else None] for at, span in spans if span]
        return "\n\n".join(parts), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self.look.selection = selection
        self.repaint()

    def text_select_all(self) -> None:
        """A double click selects the claim one is at, not the whole article."""
        if 0 <= self.current < len(self.page.roll):
            self.select(self.place_of(self.current))

    def select(self, match: Match) -> None:
        """Select these characters and show them."""
        ends = Offset(match.start, match.paragraph), Offset(match.end, match.paragraph)
        self.screen.selections = {self: Selection(*ends)}
        self.bring_into_view(self.page.lines_of(match), calmly=True)

    @property
    def _selection(self) -> Selection | None:
        """What is selected now; what is drawn is told of it a moment later."""
        return self.screen.selections.get(self)

    def select_claims(self, first: int, last: int) -> None:
        """Select from the beginning of one claim to the end of another, and show the end."""
        (paragraph, start, _), (end_paragraph, _, end) = self.place_of(first), self.place_of(last)
        self.screen.selections = {self: Selection(Offset(start, paragraph), Offset(end, end_paragraph))}
        self.bring_into_view(self.page.lines_of_claim(last), calmly=True)

    @property
    def selected(self) -> Match | None:
        """The selected characters, when they lie in one paragraph."""
        selection = self._selection
        if selection is None or selection.start is None or selection.end is None:
            return None
        (start, first), (end, last) = selection.start, selection.end
        return Match(first, start, end) if first == last and start < end else None

    def claims_selected(self) -> list[int]:
        """The shown claims of which something is selected, in reading order."""
        selection = self._selection
        if selection is None:
            return []
        last = len(self.page.text) - 1
        first = selection.start.y if selection.start else 0
        paragraphs = range(first, min(last, selection.end.y if selection.end else last) + 1)
        roll = self.page.roll
        near = (number for paragraph in paragraphs for number in roll.in_paragraph(paragraph))
        return [number for number in near if roll.is_shown(number) and _overlaps(selection, self.place_of(number))]

    def watch_current(self, before: int, now: int) -> None:
        """Move the bar, and the page when the claim would lie at its edge."""
        self.look.current = now
        if 0 <= before < len(self.page.roll):
            self.repaint_claim(before)
        if 0 <= now < len(self.page.roll):
            self.repaint_claim(now)
            self.bring_into_view(self.page.lines_of_claim(now), calmly=True)

    def on_click(self, event: events.Click) -> None:
        """A click on a claim, or on its glyph, chooses it."""
        row = self.page.row(event.y + self.scroll_offset.y)
        if row is None or row.line is None:
            return
        column = event.x - MARGIN - self.page.indent(row.paragraph)
        for start, end, claim, marked in self.page.pieces(row):
            width = cell_len(self.page.text.shown(row.paragraph)[start:end]) + MARK_CELLS * marked
            if claim is not None and column < width:
                self.post_message(ClaimChosen(claim))
                return
            column -= width


def _overlaps(selection: Selection, place: Match) -> bool:
    span = selection.get_span(place.paragraph)
    return span is not None and span[0] < place.end and (span[1] < 0 or place.start < span[1])
