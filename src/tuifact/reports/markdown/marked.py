"""The appendix: the article as it was checked, paragraphs numbered, each claim followed by its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tuifact.reports.content.marked import Mark, MarkedParagraph
from tuifact.reports.markdown.escape import inline, line
from tuifact.reports.markdown.frame import Frame, link

_PREFIXES = {"quote": ("> ", "> "), "post": ("> ", "> "), "list": ("- ", "  ")}


def article_section(frame: Frame) -> Iterator[str]:
    """The cleaned article with claim marks."""
    if not frame.content.paragraphs:
        return
    yield frame.heading(1, "The article as it was checked")
    yield ""
    for (kind, _), run in groupby(frame.content.paragraphs, key=_belongs_together):
        yield ("\n" if kind == "list" else "\n>\n").join(map(paragraph_text, run))
        yield ""


def paragraph_text(paragraph: MarkedParagraph) -> str:
    """One paragraph with its number and the marks of its claims, in the dress of its kind."""
    lines = [marked_line(pieces) for pieces in paragraph.lines]
    if paragraph.kind == "heading":
        # Bold needs a character that is no space, of whatever kind, at its end.
        return f"**¶{paragraph.number} · {' '.join(lines)}".rstrip() + "**"
    first, rest = _PREFIXES.get(paragraph.kind, ("", ""))
    # A backslash keeps the line breaks of posts and verse.
    return f"{first}**¶{paragraph.number}** " + f"\\\n{rest}".join(filter(None, lines))


def marked_line(pieces: Sequence[str | Mark]) -> str:
    """A line, escaped, with its marks."""
    if len(pieces) == 1 and isinstance(pieces[0], str):
        return line(pieces[0])
    parts = [link(str(piece), piece.claim) if isinstance(piece, Mark) else inline(piece) for piece in pieces]
    return " ".join(filter(None, parts))


def _belongs_together(paragraph: MarkedParagraph) -> tuple[str, object]:
    if paragraph.kind == "list":
        return "list", ""
    return paragraph.kind, paragraph.post or paragraph.number
