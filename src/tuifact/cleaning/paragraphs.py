"""Repaired blocks to paragraphs: what is a post, a heading, a list, a quotation, and what is running text."""

from __future__ import annotations

import re

from tuifact.cleaning.blocks import Block
from tuifact.cleaning.posts import LONGEST, make_post, read_attribution
from tuifact.model.article import Paragraph, ParagraphKind, Post

_ITEM = re.compile(r"(?:[•‣▪◦*–-]|\(?\d{1,2}[.)]|\(?[a-z]\)) \S")
_LONGEST_HEADING = 130
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", '"', "”", "’", "'", "…", ")", "»", "“", "-", "—")


def make_paragraphs(blocks: list[Block]) -> list[Paragraph]:
    """One paragraph a block. The blocks are used up, so that a text of many lines is not held twice."""
    posts = find_posts(blocks)
    kinds = [block.kind or _kind(blocks, i) for i, block in enumerate(blocks)]
    paragraphs: list[Paragraph] = []
    blocks.reverse()
    for i, kind in enumerate(kinds):
        block = blocks.pop()
        post = posts.get(i)
        paragraphs.append(Paragraph(block.text, "post" if post else kind, post, (block.start, block.end)))
    return paragraphs


def find_posts(blocks: list[Block]) -> dict[int, Post]:
    """The post of each block that is part of one: the line that names its author, and the lines before."""
    posts: dict[int, Post] = {}
    for i, block in enumerate(blocks):
        text = block.text
        if "@" in text and "(@" in text and (attribution := read_attribution(text.rsplit("\n", 1)[-1])):
            lines = range(_first_line(blocks, i, posts), i + 1)
            post = make_post([blocks[line].text for line in lines], attribution)
            posts.update(dict.fromkeys(lines, post))
    return posts


def _first_line(blocks: list[Block], last: int, posts: dict[int, Post]) -> int:
    """Where the post begins whose attribution is at `last`: behind the paragraph break before it."""
    first = last
    while first > 0 and not blocks[first].apart and last - first < LONGEST and first - 1 not in posts:
        first -= 1
    if first == last > 0 and "\n" not in blocks[last].text and first - 1 not in posts:
        first -= 1  # the post's only paragraph stands before a blank line
    return first


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
