"""The appendix: the article as it was checked, paragraphs numbered, each claim followed by its mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tuifact.model.article import Paragraph
from tuifact.model.claim import Claim
from tuifact.reports.markdown.escape import inline, line
from tuifact.reports.markdown.frame import Frame

_CLOSING = "”’»\"')]"
_PREFIXES = {"quote": ("> ", "> "), "post": ("> ", "> "), "list": ("- ", "  ")}

Mark = tuple[int, str]
"""A claim's mark and where it stands: after so many characters of the paragraph."""


def article_section(frame: Frame) -> Iterator[str]:
    """The cleaned article with claim marks; nothing when only some claims are shown, for they would all be in it."""
    if frame.options.statuses or not frame.dossier.article.paragraphs:
        return
    yield frame.heading(1, "The article as it was checked")
    yield ""
    claims: dict[int, list[Claim]] = {}
    for claim in frame.dossier.claims:
        claims.setdefault(claim.paragraph, []).append(claim)
    for (kind, _), run in groupby(enumerate(frame.dossier.article.paragraphs), key=_belongs_together):
        blocks = [paragraph_text(frame, place, paragraph, claims.get(place, ())) for place, paragraph in run]
        yield ("\n" if kind == "list" else "\n>\n").join(blocks)
        yield ""


def paragraph_text(frame: Frame, place: int, paragraph: Paragraph, claims: Sequence[Claim]) -> str:
    """One paragraph with its number and the marks of its claims, in the dress of its kind."""
    text = marked_lines(paragraph.text, claim_marks(frame, paragraph.text, claims))
    if paragraph.kind == "heading":
        # Bold needs a character that is no space, of whatever kind, at its end.
        return f"**¶{place + 1} · {' '.join(text)}".rstrip() + "**"
    first, rest = _PREFIXES.get(paragraph.kind, ("", ""))
    # A backslash keeps the line breaks of posts and verse.
    return f"{first}**¶{place + 1}** " + f"\\\n{rest}".join(filter(None, text))


def claim_marks(frame: Frame, text: str, claims: Sequence[Claim]) -> list[Mark]:
    """The marks of these claims, in order, each after the claim and the quotation marks that close it."""
    marks = []
    for claim in claims:
        end = min(max(claim.end, 0), len(text))
        while end < len(text) and text[end] in _CLOSING:
            end += 1
        number = frame.numbers[claim.id]
        marks.append((end, frame.link(f"{claim.status.glyph} {number}", number)))
    return sorted(marks, key=lambda mark: mark[0])


def marked_lines(text: str, marks: Sequence[Mark]) -> list[str]:
    """The lines of a paragraph, escaped, with the marks put in."""
    found, offset, waiting = [], 0, list(reversed(marks))
    for raw in text.split("\n"):
        parts, done = [], 0
        while waiting and waiting[-1][0] <= offset + len(raw):
            place, mark = waiting.pop()
            parts += [inline(raw[done : max(done, place - offset)]), mark]
            done = max(done, place - offset)
        parts.append(inline(raw[done:]))
        found.append(" ".join(filter(None, parts)) if len(parts) > 1 else line(raw))
        offset += len(raw) + 1
    return found


def _belongs_together(item: tuple[int, Paragraph]) -> tuple[str, object]:
    place, paragraph = item
    if paragraph.kind == "list":
        return "list", ""
    return paragraph.kind, paragraph.post or place
