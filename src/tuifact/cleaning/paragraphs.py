"""Repaired blocks to paragraphs: what is a post, a heading, a list, a quotation, and what is running text."""

from __future__ import annotations

import re
from dataclasses import replace

from tuifact.cleaning.blocks import Block
from tuifact.cleaning.posts import LONGEST, Attribution, make_post, read_attribution
from tuifact.model.article import Paragraph, ParagraphKind

_ITEM = re.compile(r"(?:[•‣▪◦*–-]|\(?\d{1,2}[.)]|\(?[a-z]\)) \S")
_LONGEST_HEADING = 130
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", '"', "”", "’", "'", "…", ")", "»", "“", "-", "—")


def make_paragraphs(blocks: list[Block]) -> list[Paragraph]:
    """One paragraph a block; lines before an attribution join its post."""
    paragraphs = [
        Paragraph(block.text, block.kind or _kind(blocks, i), None, (block.start, block.end))
        for i, block in enumerate(blocks)
    ]
    for i, block in enumerate(blocks):
        text = block.text
        if "@" in text and "(@" in text and (attribution := read_attribution(text.rsplit("\n", 1)[-1])):
            _gather_post(paragraphs, blocks, i, attribution)
    return paragraphs


def _gather_post(paragraphs: list[Paragraph], blocks: list[Block], last: int, attribution: Attribution) -> None:
    """Mark the lines of the post whose attribution is at `last`, back to the paragraph break before it."""
    first = last
    while first > 0 and not blocks[first].apart and last - first < LONGEST and paragraphs[first - 1].post is None:
        first -= 1
    if first == last > 0 and "\n" not in blocks[last].text and paragraphs[first - 1].post is None:
        first -= 1  # the post's only paragraph stands before a blank line
    post = make_post([block.text for block in blocks[first : last + 1]], attribution)
    for at in range(first, last + 1):
        paragraphs[at] = replace(paragraphs[at], kind="post", post=post)


def _kind(blocks: list[Block], i: int) -> ParagraphKind:
    """What a block is whose markup does not tell."""
    text = blocks[i].text
    if len(text) > _LONGEST_HEADING and text[0].isalpha():
        return "prose"
    if not text[0].isalpha() and _ITEM.match(text) and _has_fellow(blocks, i):
        return "list"
    if 3 < len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_ENDS) and _heads(blocks, i):
        return "heading"
    return "prose"


def _has_fellow(blocks: list[Block], i: int) -> bool:
    """Whether a neighbour is a list item too: one alone is a dash or a number at the beginning of a line."""
    near = blocks[max(0, i - 1) : i] + blocks[i + 1 : i + 2]
    return any(_ITEM.match(other.text) for other in near)


def _heads(blocks: list[Block], i: int) -> bool:
    """Whether this short line without an end mark stands over a text: a longer paragraph of sentences follows."""
    text = blocks[i].text
    if i + 1 >= len(blocks) or not text[0].isalnum() or len(text.split()) > (18 if i == 0 else 9):
        return False
    following = blocks[i + 1 : i + 5] if i == 0 else blocks[i + 1 : i + 2]
    return any(len(other.text) > max(60, len(text)) and other.text.endswith(_SENTENCE_ENDS) for other in following)
