"""How a line of the page looks: margin, glyphs, the current claim, search matches, what is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection

from tuifact.model import Status
from tuifact.tui.widgets.page import Match, Page, Piece, Row

MARGIN = 4
"""Cells left of the text: a blank, the bar of the current claim, a glyph, a blank."""

StyleOf = Callable[[str], Style]
"""The style of a part of the page by its name; the empty name is plain text."""


class Look:
    """What is shown of a page besides its text and its claims."""

    def __init__(self, current: int = -1) -> None:
        self.current = current
        """The claim one is at; -1 for none."""
        self.known: set[int] = set()
        """The claims that were checked before, here or by somebody."""
        self.matches: dict[int, list[Match]] = {}
        """By paragraph."""
        self.match: Match | None = None
        """The match one is at."""
        self.selection: Selection | None = None
        """In the page's own coordinates: x counts characters of paragraph y."""


KNOWN = "≈"
"""Stands at the edge of a claim that was checked before."""

ASIDE = "·"
"""Stands where a claim's glyph would, were the claim not filtered out: the text around it stays where it is."""


def paint(page: Page, row: Row, look: Look, style: StyleOf, *, offsets: bool = False) -> list[Segment]:
    """A line of the page, margin and text.

    With `offsets` each segment says in its meta data which characters it shows, which Textual asks when the mouse
    selects: that costs too much to be done for every line that is drawn.
    """
    pieces = list(page.pieces(row))
    return [*_margin(page, row, look, style, pieces), *_text(page, row, look, style, pieces, offsets)]


def _margin(page: Page, row: Row, look: Look, style: StyleOf, pieces: Sequence[Piece]) -> Iterator[Segment]:
    lead = page.lead(row)
    here = any(claim is not None and claim == look.current for _, _, claim, _ in pieces)
    first = KNOWN if lead is not None and lead in look.known else " "
    edge = f"{first}▌" if here else f"{first} "
    if here:
        yield Segment(edge, style("bar"))
        edge = ""
    if lead is None:
        yield Segment(f"{edge}  ", style(""))
    else:
        yield _glyph(page, lead, look, style, edge)
    if indent := page.indent(row.paragraph):
        yield Segment(_bullet(page, row)[:indent].ljust(indent), style("post"))


def _bullet(page: Page, row: Row) -> str:
    kind = page.text.kinds[row.paragraph]
    if kind in ("post", "quote"):
        return "┃ "
    return "• " if kind == "list" and row.number == 0 and page.text[row.paragraph][:1].isalnum() else ""


def _glyph(page: Page, claim: int, look: Look, style: StyleOf, edge: str = "") -> Segment:
    """The claim's glyph and a blank, behind what stands left of it."""
    if page.roll.is_shown(claim) or claim == look.current:
        return Segment(f"{edge}{page.roll.glyph(claim)} ", style(page.roll.status(claim)))
    return Segment(f"{edge}{ASIDE} ", style("post"))


def _text(
    page: Page, row: Row, look: Look, style: StyleOf, pieces: Sequence[Piece], offsets: bool
) -> Iterator[Segment]:
    kind = page.text.kinds[row.paragraph]
    plain = style(kind if kind in ("heading", "post") else "")
    text = page.text.shown(row.paragraph)
    layers = list(_layers(row.paragraph, len(text), look, style))
    for start, end, claim, marked in pieces:
        ground = plain
        if claim is not None:
            if marked:
                yield _glyph(page, claim, look, style)
            if page.roll.status(claim) is not Status.UNVERIFIED and page.roll.is_shown(claim):
                ground += style(f"{page.roll.status(claim)}-text")
            if claim == look.current:
                ground += style("current")
        for first, last in pairwise(sorted({start, end, *_cuts(layers, start, end)})):
            shown = ground
            for layer_start, layer_end, layer in layers:
                if layer_start <= first < layer_end:
                    shown += layer
            if offsets:
                shown += Style.from_meta({"offset": (first, row.paragraph)})
            yield Segment(text[first:last], shown)


def _layers(paragraph: int, length: int, look: Look, style: StyleOf) -> Iterator[tuple[int, int, Style]]:
    """What lies over the text of a paragraph: (start, end, style), the topmost last."""
    for match in look.matches.get(paragraph, ()):
        yield match.start, match.end, style("match-current" if match == look.match else "match")
    span = look.selection.get_span(paragraph) if look.selection else None
    if span is not None:
        yield span[0], length if span[1] < 0 else span[1], style("selection")


def _cuts(layers: Sequence[tuple[int, int, Style]], start: int, end: int) -> Iterator[int]:
    for layer in layers:
        yield from (cut for cut in layer[:2] if start < cut < end)
