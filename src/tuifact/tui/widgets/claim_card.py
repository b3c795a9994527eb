"""The current claim's card: what is claimed, by whom, why it is worth a check, and where its check stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from tuifact.model import Claim, Status
from tuifact.model.plain import plain_line, plain_text

LABEL_CELLS = 11
"""The column of names (`said by`), left of the values."""


class ClaimCard(VerticalScroll, can_focus=True):
    """One claim. Beside the text it has a line a fact; below it (class `-low`) it folds into a few lines."""

    DEFAULT_CSS = "ClaimCard { height: 1fr; width: 1fr; }  ClaimCard > Static { width: 1fr; height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_down", show=False),
        Binding("up", "scroll_up", show=False),
    ]

    claim: reactive[Claim | None] = reactive(None)
    """The claim shown; None while the article has none."""
    place: reactive[tuple[int, int]] = reactive((0, 0))
    """Which claim of how many, from 1."""
    low: reactive[bool] = reactive(False, toggle_class="-low")
    """Whether the card lies below the text and must be short."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._face = Static("", markup=False)

    def compose(self) -> Iterator[Static]:
        """The card's face."""
        yield self._face

    def watch_claim(self) -> None:
        """Show the claim from its beginning."""
        self._draw()
        self.scroll_home(animate=False)

    def watch_place(self) -> None:
        """Show the number."""
        self._draw()

    def watch_low(self) -> None:
        """Fold or unfold."""
        self._draw()

    def _draw(self) -> None:
        if self.claim is None:
            self._face.update(Content.styled("No claims were found in this text.", "$quiet"))
            return
        lines = low_card(self.claim, self.place) if self.low else tall_card(self.claim, self.place)
        self._face.update(Content("\n").join(lines))


def tall_card(claim: Claim, place: tuple[int, int]) -> list[Content]:
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
    if claim.text_changed:
        lines.append(Content.styled("! the text was changed since this verdict", "$claim-disputed"))
    if claim.note:
        lines += [Content(""), Content.styled("Note", "bold"), Content(plain_text(claim.note))]
    if claim.internal_note:
        lines += [Content(""), Content.styled("For the desk only", "bold"), Content(plain_text(claim.internal_note))]
    return lines


def low_card(claim: Claim, place: tuple[int, int]) -> list[Content]:
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


def _standing(claim: Claim) -> Content:
    status: Status = claim.status
    return Content.styled(f"{status.glyph} {status.value}", f"bold $claim-{status.value}")
