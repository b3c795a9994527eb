"""The article as one page: text in the middle, a margin with each claim's glyph, the current claim marked.

One widget draws every line itself (Textual's Line API), so that an article of a hundred thousand claims costs no more
than one of thirty, and a mark repaints its own lines only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tuifact.model import Article, Claim, Status
from tuifact.tui.messages import ClaimChosen
from tuifact.tui.widgets.page import Match, Page, Row
from tuifact.tui.widgets.track import Landmarks, Window

if TYPE_CHECKING:
    from textual import events

MARGIN = 4
"""Cells left of the text: a blank, the bar of the current claim, a glyph, a blank."""

SETTLE_SECONDS = 0.02
"""Between two slices of working out heights: keys that come in meanwhile are answered first."""

SETTLE_PARAGRAPHS = 120
"""Paragraphs a slice: some 6 ms of work."""

EYE_LEVEL = 3
"""The current claim is brought to the height's third, where one reads on without looking up or down."""


class ArticleView(ScrollView, can_focus=True):
    """Shows an article with its claims. Told what to show, it says only which claim was pointed at."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--heading",
        "article--post",
        "article--bar",
        "article--current",
        "article--match",
        "article--match-current",
        *(f"article--{status}" for status in Status),
    }
    DEFAULT_CSS = """
    ArticleView { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    current: reactive[int] = reactive(-1, repaint=False)
    """The claim that keys act on; -1 while there is none."""
    measure: reactive[int] = reactive(72, repaint=False)
    """The widest line, in cells."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._claims: list[Claim] = []
        self._page = Page(Article(), (), 40)
        self._article = Article()
        self._matches: Sequence[Match] = ()
        self._matches_in: dict[int, list[Match]] = {}
        self._match: Match | None = None
        self._styles: dict[str, Style] = {}

    @dataclass
    class Moved(Message):
        """Another part of the page is on the screen, or the page has another height."""

        window: Window

    @dataclass
    class Settled(Message):
        """Lines have found their place: landmarks can be drawn."""

    # What it is told

    def show(self, article: Article, claims: Sequence[Claim], current: int = -1) -> None:
        """Show this article from its beginning, or from this claim if one is named."""
        self._article, self._claims = article, list(claims)
        self.end_search()
        self._page = Page(article, claims, self._text_width)
        self.set_reactive(ArticleView.current, current)
        self._fit()
        self.scroll_to(y=0, animate=False, force=True)
        if current >= 0:
            self.bring_into_view(self._page.lines_of_claim(current))
        self.refresh()

    def renew(self, index: int, claim: Claim) -> None:
        """Show a claim as it stands now; only its lines are painted again."""
        self._claims[index] = claim
        self._repaint(self._page.lines_of_claim(index))

    def search(self, words: str) -> Sequence[Match]:
        """Mark every place where these words stand, and return them in reading order."""
        self._matches = self._page.find(words) if words else ()
        self._matches_in = {}
        for match in self._matches:
            self._matches_in.setdefault(match.paragraph, []).append(match)
        self._match = None
        self.refresh()
        return self._matches

    def go_to_match(self, match: Match) -> None:
        """Bring a match into view and make the claim it stands in the current one."""
        self._match = match
        if (claim := self._page.claim_at(match.paragraph, match.start)) is not None:
            self.current = claim
        self.bring_into_view(self._page.lines_of(match))
        self.refresh()

    def end_search(self) -> None:
        """Take the marks of the search away."""
        if self._matches:
            self._matches, self._matches_in, self._match = (), {}, None
            self.refresh()

    def first_match_in_view(self) -> int:
        """The number of the first match at or below the top of the screen; 0 when there is none."""
        top = self._page.anchor(self.scroll_offset.y)[0]
        return next((number for number, match in enumerate(self._matches) if match.paragraph >= top), 0)

    def bring_into_view(self, lines: range) -> None:
        """Put these lines of the page at eye level, without animation."""
        height = self.size.height
        self.scroll_to(y=max(0, lines.start - height // EYE_LEVEL), animate=False, force=True)

    def landmarks(self, rows: int) -> Landmarks:
        """Where the claims lie on a track of so many rows."""
        places = [self._page.line_of((claim.paragraph, 0)) for claim in self._claims]
        return Landmarks(places, [claim.status for claim in self._claims], self._page.height, rows)

    def scroll_to_end(self) -> None:
        """Put the last line of the text at the foot of the screen."""
        self._page.make_exact(self._page.height - 2 * self.size.height, 2 * self.size.height)
        self._fit()
        self.scroll_to(y=max(0, self._page.height - self.size.height), animate=False, force=True)

    # What it does by itself

    @property
    def _text_width(self) -> int:
        room = (self.size.width or 80) - MARGIN - 3
        return max(8, min(self.measure, room))

    def on_mount(self) -> None:
        """Begin to work out heights whenever there is time."""
        self.set_interval(SETTLE_SECONDS, self._settle)

    def on_resize(self) -> None:
        """Lay out for the new width, keeping what one was reading in its place."""
        self._relayout()

    def watch_measure(self) -> None:
        """Lay out for the new measure."""
        self._relayout()

    def watch_current(self, before: int, now: int) -> None:
        """Move the bar, and the page so that the claim is at eye level."""
        if 0 <= before < len(self._claims):
            self._repaint(self._page.lines_of_claim(before))
        if 0 <= now < len(self._claims):
            lines = self._page.lines_of_claim(now)
            self._repaint(lines)
            self.bring_into_view(lines)

    def on_click(self, event: events.Click) -> None:
        """A click on a claim, or on its glyph, chooses it."""
        row = self._page.row(event.y + self.scroll_offset.y)
        if row is None or row.line is None:
            return
        column = event.x - MARGIN - self._page.indent(row.paragraph)
        for start, end, claim, marked in self._page.pieces(row):
            width = Segment(self._page.texts[row.paragraph][start:end]).cell_length + 2 * marked
            if claim is not None and column < width:
                self.post_message(ClaimChosen(claim))
                return
            column -= width

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say what is on the screen now."""
        super().watch_scroll_y(old_value, new_value)
        self._say_where()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme that was."""
        self._styles.clear()
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Make sure that what is about to be shown is exact, then draw it."""
        before = self._page.height
        self._page.make_exact(self.scroll_offset.y, self.size.height)
        if self._page.height != before:
            self.call_after_refresh(self._fit)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the screen."""
        row = self._page.row(y + self.scroll_offset.y)
        width = self.size.width
        base = self._style("")
        if row is None or row.line is None:
            return Strip.blank(width, base)
        return Strip([*self._margin(row), *self._text(row)]).adjust_cell_length(width, base)

    # Drawing

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            base = self.visual_style.rich_style
            self._styles[name] = (
                base + self.get_component_rich_style(f"article--{name}", partial=True) if name else base
            )
        return self._styles[name]

    def _margin(self, row: Row) -> list[Segment]:
        lead = self._page.lead(row)
        covered = {claim for _, _, claim, _ in self._page.pieces(row)}
        bar = Segment("▌", self._style("bar")) if self.current in covered else Segment(" ", self._style(""))
        glyph = Segment(" ", self._style("")) if lead is None else self._glyph(lead)
        indent = self._page.indent(row.paragraph)
        space = Segment(" ", self._style(""))
        return [space, bar, glyph, space, Segment(self._bullet(row)[:indent].ljust(indent), self._style("post"))]

    def _bullet(self, row: Row) -> str:
        kind = self._page.paragraphs[row.paragraph].kind
        if kind in ("post", "quote"):
            return "┃ "
        text = self._page.texts[row.paragraph]
        return "• " if kind == "list" and row.number == 0 and text[:1].isalnum() else ""

    def _glyph(self, claim: int) -> Segment:
        status = self._claims[claim].status
        return Segment("!" if self._claims[claim].text_changed else status.glyph, self._style(status))

    def _text(self, row: Row) -> list[Segment]:
        kind = self._page.paragraphs[row.paragraph].kind
        plain = self._style(kind if kind in ("heading", "post") else "")
        text = self._page.texts[row.paragraph]
        segments: list[Segment] = []
        for start, end, claim, marked in self._page.pieces(row):
            style = plain if claim is None else self._claim_style(claim, plain)
            if marked and claim is not None:
                segments += [self._glyph(claim), Segment(" ", plain)]
            segments += self._with_matches(row.paragraph, text, start, end, style)
        return segments

    def _claim_style(self, claim: int, plain: Style) -> Style:
        status = self._claims[claim].status
        if status is not Status.UNVERIFIED:
            plain += self.get_component_rich_style(f"article--{status}", partial=True)
        return (
            plain + self.get_component_rich_style("article--current", partial=True) if claim == self.current else plain
        )

    def _with_matches(self, paragraph: int, text: str, start: int, end: int, style: Style) -> list[Segment]:
        """A piece of a line, cut once more where the searched words begin and end."""
        segments: list[Segment] = []
        at = start
        for match in self._matches_in.get(paragraph, ()):
            first, last = max(at, match.start), min(end, match.end)
            if first < last:
                segments.append(Segment(text[at:first], style))
                found = self._style("match-current" if match == self._match else "match")
                segments.append(Segment(text[first:last], found))
                at = last
        segments.append(Segment(text[at:end], style))
        return [segment for segment in segments if segment.text]

    # Layout

    def _relayout(self) -> None:
        anchor = self._page.anchor(self.scroll_offset.y)
        current = self.current if self._claim_is_in_view() else -1
        self._page.resize(self._text_width)
        self._fit()
        if current >= 0:
            self.bring_into_view(self._page.lines_of_claim(current))
        else:
            self.scroll_to(y=self._page.line_of(anchor), animate=False, force=True)
        self.refresh()

    def _claim_is_in_view(self) -> bool:
        if not 0 <= self.current < len(self._claims):
            return False
        lines = self._page.lines_of_claim(self.current)
        return lines.start < self.scroll_offset.y + self.size.height and lines.stop > self.scroll_offset.y

    def _settle(self) -> None:
        """Work out some more heights, out of sight: what is on the screen stays where it is."""
        if self._page.settled:
            return
        anchor = self._page.anchor(self.scroll_offset.y)
        self._page.settle(SETTLE_PARAGRAPHS)
        self._fit()
        if self._page.settled:
            self.post_message(self.Settled())
        y = self._page.line_of(anchor)
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True)

    def _fit(self) -> None:
        # Half a screen below the end lets the last claim come to eye level too.
        self.virtual_size = Size(self.size.width, self._page.height + self.size.height // 2)
        self._say_where()

    def _say_where(self) -> None:
        height = max(1, self._page.height)
        self.post_message(self.Moved(Window(self.scroll_offset.y, min(height, self.size.height), height)))

    def _repaint(self, lines: range) -> None:
        for y in lines:
            self.refresh_line(y)
