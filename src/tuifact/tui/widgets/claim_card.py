"""The current claim's card: what is claimed, by whom, why it is worth a check, and where its check stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tuifact.model import Claim, Event, Status
from tuifact.model.plain import plain_line, plain_text

if TYPE_CHECKING:
    from textual.selection import Selection

LABEL_CELLS = 11
"""The column of names (`said by`), left of the values."""

Place = tuple[int, int]
"""Which claim of how many, from 1."""


class ClaimCard(ScrollView, can_focus=True):
    """One claim. Beside the text it has a line a fact; below it (class `-low`) it folds into a few lines.

    It draws its lines itself, so that going to another claim sends only the lines that differ.
    """

    DEFAULT_CSS = "ClaimCard { height: 1fr; width: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size: 1 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", show=False),
        Binding("up", "scroll_up", show=False),
    ]

    low: reactive[bool] = reactive(False, toggle_class="-low", repaint=False)
    """Whether the card lies below the text and must be short."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._claim: Claim | None = None
        self._place: Place = (0, 0)
        self._contest: Sequence[Event] = ()
        self._strips: Sequence[Strip] = ()

    def show(self, claim: Claim | None, place: Place, contest: Sequence[Event] = ()) -> None:
        """Show a claim from its beginning; None when the article has none. `contest` are verdicts that disagree."""
        if claim is None or self._claim is None or claim.id != self._claim.id:
            self.scroll_to(y=0, animate=False, force=True)
        self._claim, self._place, self._contest = claim, place, contest
        self._lay_out()

    def watch_low(self) -> None:
        """Fold or unfold."""
        self._lay_out()

    def on_resize(self) -> None:
        """Break the lines for another width."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Take on another theme's colours."""
        super().notify_style_update()
        self._lay_out()

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        self._lay_out()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands on the card."""
        return selection.extract(self._content().plain), "\n"

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of what is in view."""
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        strip = self._strips[at] if at < len(self._strips) else Strip([])
        return strip.adjust_cell_length(width, self.visual_style.rich_style)

    def _content(self) -> Content:
        if self._claim is None:
            return Content.styled("No claims were found in this text.", "$quiet")
        draw = low_card if self.low else tall_card
        return Content("\n").join(draw(self._claim, self._place, self._contest))

    def _lay_out(self) -> None:
        """Break the lines anew and draw again those that changed."""
        width = self.scrollable_content_region.width
        if not (self.is_mounted and width):
            return
        before = self._strips
        self._strips = Visual.to_strips(self, self._content(), width, None, self.visual_style)
        # A card that has room enough keeps one height, for another one would lay out the whole screen.
        self.virtual_size = Size(width, max(len(self._strips), self.scrollable_content_region.height))
        for y, (was, now) in enumerate(zip_longest(before, self._strips)):
            if was != now:
                self.refresh_line(y)


def tall_card(claim: Claim, place: Place, contest: Sequence[Event] = ()) -> list[Content]:
    """The card beside the text, a line a fact."""
    lines = [
        Content.assemble((f"Claim {place[0]} of {place[1]}", "bold"), "   ", (claim.band.value, "$quiet")),
        Content(""),
        Content(plain_text(claim.text)),
        Content(""),
        *(_fact(name, value) for name, value in _facts(claim)),
        Content(""),
        _standing(claim),
    ]
    if claim.by:
        lines.append(_fact("by", f"{plain_line(claim.by)}, {claim.at[:10]}"))
    if claim.contested:
        lines.append(_contested(contest))
    if claim.text_changed:
        lines.append(Content.styled("! the text was changed since this verdict", "$claim-disputed"))
    if claim.note:
        lines += [Content(""), Content.styled("Note", "bold"), Content(plain_text(claim.note))]
    if claim.internal_note:
        lines += [Content(""), Content.styled("For the desk only", "bold"), Content(plain_text(claim.internal_note))]
    return lines


def low_card(claim: Claim, place: Place, contest: Sequence[Event] = ()) -> list[Content]:
    """The card below the text, which shows the claim itself: the rest in three lines."""
    gap = Content("   ")
    head = [Content.styled(f"{place[0]} of {place[1]}", "bold"), _standing(claim)]
    head.append(Content.styled(claim.band.value, "$quiet"))
    if claim.speaker:
        head.append(Content(f"said by {plain_line(claim.speaker)}"))
    head.append(Content(claim.kind.value))
    lines = [gap.join(head)]
    if claim.reasons:
        lines.append(Content.styled(f"because {', '.join(claim.reasons)}", "$quiet"))
    if claim.contested:
        lines.append(_contested(contest))
    if claim.note:
        lines.append(Content(plain_line(claim.note)))
    return lines


def _facts(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "said by", plain_line(claim.speaker) if claim.speaker else "the article itself"
    yield "kind", claim.kind.value
    if claim.reasons:
        yield "because", ", ".join(claim.reasons)


def _fact(name: str, value: str) -> Content:
    return Content.assemble((f"{name:<{LABEL_CELLS}}", "$quiet"), value)


def _contested(contest: Sequence[Event]) -> Content:
    """Both verdicts, and the way out."""
    both = ", ".join(f"{event.now.glyph} {event.now} by {plain_line(event.by)}" for event in contest)
    return Content.styled(f"! decided differently: {both or 'in another copy'}; decide to settle it", "$claim-disputed")


def _standing(claim: Claim) -> Content:
    status: Status = claim.status
    return Content.styled(f"{status.glyph} {status.value}", f"bold $claim-{status.value}")
