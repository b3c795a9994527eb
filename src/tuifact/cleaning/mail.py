"""Mail in plain text: the head tells title, author and day, and `>` marks what is quoted."""

from __future__ import annotations

import re

from tuifact.cleaning.blocks import Block, Page, cut_lines

_FIELD = re.compile(
    r"(From|Subject|Date|To|Cc|Sent|Reply-To|Message-ID|MIME-Version|Content-[\w-]+|Received|Return-Path): ?(.*)"
)
_QUOTED = re.compile(r"(?:(?:>|& ?gt ?;)\s*)+")


def read_head(blocks: list[Block]) -> tuple[dict[str, str], int]:
    """The fields at the top and how many lines they take; none unless there are two and one is `From` or `Subject`."""
    fields: dict[str, str] = {}
    for count, block in enumerate(blocks):
        match = None if block.apart else _FIELD.fullmatch(block.text)
        if match is None:
            return (fields, count) if len(fields) > 1 and fields.keys() & {"From", "Subject"} else ({}, 0)
        fields.setdefault(match[1], match[2].strip())
    return {}, 0


def unquote(blocks: list[Block]) -> list[Block]:
    """`> He said so.` without its mark, as a quotation; a mark alone is a blank line. One mark quotes nothing."""
    if sum([block.text[:1] in (">", "&") and _QUOTED.match(block.text) is not None for block in blocks]) < 2:
        return blocks
    blank = False
    for block in blocks:
        if mark := _QUOTED.match(block.text):
            block.text, block.kind = block.text[mark.end() :], "quote"
            block.start = min(block.start + mark.end(), block.end)
        block.apart = block.apart or blank
        blank = not block.text
    return [block for block in blocks if block.text]


def read_plain(text: str) -> Page:
    """The lines of a text; a mail's head becomes what is known about it, its quoted lines quotations."""
    blocks = cut_lines(text)
    if blocks and ":" in blocks[0].text[:16]:
        fields, count = read_head(blocks)
        if fields:
            author = fields.get("From", "").split("<")[0].strip(' "')
            return Page(blocks[count:], fields.get("Subject", ""), author, fields.get("Date", ""))
    return Page(blocks)
