"""Markdown to blocks: what its marks say is kept as the kind of a block, the marks themselves go."""

from __future__ import annotations

import re
from dataclasses import replace

from tuifact.cleaning.blocks import Block, Page, cut_lines, join_blocks
from tuifact.cleaning.tags import TAG
from tuifact.model.article import ParagraphKind

_FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|\Z)", re.DOTALL)
_MARKS: tuple[tuple[re.Pattern[str], ParagraphKind], ...] = (
    (re.compile(r"#{1,6} +"), "heading"),
    (re.compile(r"(?:> ?)+"), "quote"),
    (re.compile(r"(?:[-*+]|\d{1,3}[.)]) +(?:\[[ xX]\] +)?"), "list"),
)
_UNDERLINE = re.compile(r"=+|-+")
_RULE = re.compile(r"(?:[-*_] ?){3,}|```.*|~~~.*")
_CLOSING_HASHES = re.compile(r" +#+$")
_INLINE = (
    ("](", re.compile(r"!\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)"), r"\1"),
    ("](", re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)"), r"\1"),
    ("][", re.compile(r"\[([^\]\n]{1,500})\]\[[^\]\n]{0,100}\]"), r"\1"),
    ("<http", re.compile(r"<(https?://[^>\s]{1,2000})>"), r"\1"),
    ("<", TAG, ""),
    ("**", re.compile(r"(\*\*)(?=\S)([^*\n]{1,1000}?)(?<=\S)\1"), r"\2"),
    ("__", re.compile(r"(__)(?=\S)([^_\n]{1,1000}?)(?<=\S)\1"), r"\2"),
    ("*", re.compile(r"(?<![\w*])(\*)(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])"), r"\2"),
    ("_", re.compile(r"(?<![\w_])(_)(?=\S)([^_\n]{1,1000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    ("`", re.compile(r"`([^`\n]{1,1000})`"), r"\1"),
    ("\\", re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
"""Inline marks: what a line must hold to have one, the mark, what stays of it.

Lengths are bounded, so that no line takes longer than its length.
"""


_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\]\((?:https?:|/|#|mailto:)"),
    re.compile(r"\*\*[^\s*][^*\n]{0,300}\*\*"),
    re.compile(r"^(?:={3,}|-{3,}|```.*)$", re.MULTILINE),
    _FRONT_MATTER,
)
"""What plain text does not hold; two kinds of them make it Markdown."""


def looks_like_markdown(text: str) -> bool:
    """Whether a text that nobody called Markdown is written in it."""
    return sum(1 for sign in _SIGNS if sign.search(text)) > 1


def read_markdown(text: str) -> Page:
    """The blocks of a Markdown text; front matter tells title, author and day."""
    fields: dict[str, str] = {}
    body = 0
    if match := _FRONT_MATTER.match(text):
        body = match.end()
        fields = {key.strip().lower(): value.strip(" \"'") for key, _, value in _pairs(match[1])}
    lines = [Block(b.text, b.start + body, b.end + body, b.kind, b.apart) for b in cut_lines(text[body:])]
    blocks = [replace(block, text=plain_inline(block.text)) for block in _gather(lines)]
    title = fields.get("title", "") or next((block.text for block in blocks if block.kind == "heading"), "")
    return Page(blocks, title, fields.get("author", ""), fields.get("date", ""), marked=True)


def _pairs(front_matter: str) -> list[tuple[str, str, str]]:
    return [line.partition(":") for line in front_matter.split("\n")]


def _gather(lines: list[Block]) -> list[Block]:
    """Lines to blocks: a mark begins one, other lines go on with the block before unless a blank line stands there."""
    groups: list[list[Block]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last and not line.apart and last.kind == "prose" and _UNDERLINE.fullmatch(line.text):
            groups[-1] = [replace(block, kind="heading") for block in groups[-1]]
        elif not _RULE.fullmatch(line.text):
            block = _read_mark(line)
            goes_on = last and not line.apart and last.kind != "heading"
            if goes_on and (block.kind == "prose" or block.kind == groups[-1][0].kind == "quote"):
                groups[-1].append(block)
            else:
                groups.append([block])
    return [join_blocks(group, " ") for group in groups]


def _read_mark(line: Block) -> Block:
    """The block without the mark at its beginning, as the kind the mark says."""
    for mark, kind in _MARKS:
        if (match := mark.match(line.text)) and match.end() < len(line.text):
            text = line.text[match.end() :]
            return Block(_CLOSING_HASHES.sub("", text), line.start + match.end(), line.end, kind, line.apart)
    return replace(line, kind="prose")


def plain_inline(text: str) -> str:
    """The words of a line without emphasis, link targets, images and escapes."""
    for sign, pattern, instead in _INLINE:
        if sign in text:
            text = pattern.sub(instead, text)
    return text
