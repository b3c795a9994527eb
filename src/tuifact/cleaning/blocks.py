"""The decoded original cut where lines end, each piece with its place.

All repair happens inside a piece, so the place of a paragraph is that of its piece.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tuifact.model.article import ParagraphKind

_PARAGRAPH_TAG = re.compile(r"</?[pP]>|<[hH]>")
_BLANK = "& ?(?:amp ?; ?)?nbsp ?;"
_BLANK_EDGE = re.compile(rf"&(?<![^\n]&){_BLANK[1:]}|{_BLANK}[ \t]*(?:[\r\n]|\Z)")
"""A blank as a character reference where a line begins or ends: in such a text it parts the paragraphs."""

_BLANK_END = re.compile(rf"{_BLANK}$")
_LONGEST_BLANK = 16
_BLANK_REFERENCE = re.compile(rf"(?:(?:{_BLANK}|&#160;|&#xa0;|\u00a0)\s*)+")


@dataclass(slots=True)
class Block:
    """A piece of the original on its way to becoming a paragraph; its text is repaired in place."""

    text: str
    start: int
    """First character in the decoded original."""
    end: int
    kind: ParagraphKind | None = None
    """What markup says it is; None when only the text can tell."""
    apart: bool = False
    """A blank line or a paragraph mark stands before it."""


@dataclass(slots=True)
class Page:
    """A text in pieces, and what its markup or head says about it."""

    blocks: list[Block]
    title: str = ""
    byline: str = ""
    published: str = ""
    """As the page has it, ISO 8601 or RFC 5322."""
    marked: bool = False
    """Its markup says where blocks end; line ends mean nothing."""


def cut_lines(text: str) -> list[Block]:
    """The lines of a text that are not blank, without the white space around them (nor a byte order mark)."""
    blocks: list[Block] = []
    at, apart = 0, False
    if text[:1] == "\ufeff":
        at, text = 1, text[1:]
    marked = "&" in text and "nbsp" in text and bool(_BLANK_EDGE.search(text))
    lines = text.splitlines(keepends=True)
    lines.reverse()
    while lines:  # taken away one by one, so that a text of many lines is not held twice
        line = lines.pop()
        body = line.strip()
        if not body:
            apart = apart or (not marked and bool(blocks))
        elif marked and body[0] == "&" and _BLANK_REFERENCE.fullmatch(body):
            apart = True
        else:
            start = at if line[0] == body[0] else at + line.find(body)
            blocks.append(Block(body, start, start + len(body), None, apart))
            apart = marked and body[-1] == ";" and bool(_BLANK_END.search(body[-_LONGEST_BLANK:]))
        at += len(line)
    return blocks


def cut_tags(blocks: list[Block]) -> list[Block]:
    """Blocks cut at the bare `<p>` that corpora put between paragraphs."""
    pieces: list[Block] = []
    for block in blocks:
        at = 0
        for match in [*_PARAGRAPH_TAG.finditer(block.text), None]:
            end = match.start() if match else len(block.text)
            body = block.text[at:end].strip()
            if body:
                start = block.start + block.text.index(body, at)
                pieces.append(Block(body, start, start + len(body), block.kind, True))
            at = match.end() if match else end
    return pieces


def join_blocks(blocks: list[Block], separator: str = "\n") -> Block:
    """Neighbours in one block."""
    first, last = blocks[0], blocks[-1]
    text = separator.join([block.text for block in blocks])
    return Block(text, first.start, last.end, first.kind, first.apart)
