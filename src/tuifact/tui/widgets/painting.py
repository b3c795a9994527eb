"""How a line of the page looks: margin, glyphs, the current claim, search matches, what is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.selection import Selection

from tuifact.model import Claim, Status
from tuifact.tui.widgets.page import Match, Page, Row

MARGIN = 4
"""Cells left of the text: a blank, the bar of the current claim, a glyph, a blank."""

StyleOf = Callable[[str], Style]
"""The style of a part of the page by its name; the empty name is plain text."""


@dataclass
class Look:
    """What is shown of a page besides its text."""

    claims: list[Claim] = field(default_factory=list)
    current: int = -1
    matches: dict[int, list[Match]] = field(default_factory=dict)
    """By paragraph."""
    match: Match | None = None
    """The match one is at."""
    selection: Selection | None = None
    """In the page's own coordinates: x counts characters of paragraph y."""


def paint(page: Page, row: Row, look: Look, style: StyleOf) -> list[Segment]:
    """A line of the page, margin and text; each segment says in its meta data which characters it shows."""
    return [*_margin(page, row, look, style), *_text(page, row, look, style)]


def _margin(page: Page, row: Row, look: Look, style: StyleOf) -> Iterator[Segment]:
    lead = page.lead(row)
    here = any(claim == look.current for _, _, claim, _ in page.pieces(row) if claim is not None)
    yield Segment(" ", style(""))
    yield Segment("▌", style("bar")) if here else Segment(" ", style(""))
    yield Segment(" ", style("")) if lead is None else _glyph(look.claims[lead], style)
    yield Segment(" ", style(""))
    if indent := page.indent(row.paragraph):
        yield Segment(_bullet(page, row)[:indent].ljust(indent), style("post"))


def _bullet(page: Page, row: Row) -> str:
    kind = page.paragraphs[row.paragraph].kind
    if kind in ("post", "quote"):
        return "┃ "
    return "• " if kind == "list" and row.number == 0 and page.texts[row.paragraph][:1].isalnum() else ""


def _glyph(claim: Claim, style: StyleOf) -> Segment:
    return Segment("!" if claim.text_changed else claim.status.glyph, style(claim.status))


def _text(page: Page, row: Row, look: Look, style: StyleOf) -> Iterator[Segment]:
    kind = page.paragraphs[row.paragraph].kind
    plain = style(kind if kind in ("heading", "post") else "")
    text = page.texts[row.paragraph]
    layers = list(_layers(row.paragraph, len(text), look, style))
    for start, end, index, marked in page.pieces(row):
        claim = None if index is None else look.claims[index]
        ground = plain
        if claim is not None:
            if marked:
                yield _glyph(claim, style)
                yield Segment(" ", plain)
            if claim.status is not Status.UNVERIFIED:
                ground += style(f"{claim.status}-text")
            if index == look.current:
                ground += style("current")
        for first, last in pairwise(sorted({start, end, *_cuts(layers, start, end)})):
            shown = ground
            for layer_start, layer_end, layer in layers:
                if layer_start <= first < layer_end:
                    shown += layer
            yield Segment(text[first:last], shown + Style.from_meta({"offset": (first, row.paragraph)}))


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
