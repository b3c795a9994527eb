"""What two news corpora leave in front of and behind an article: lines run together with ` . `, marked highlights."""

from __future__ import annotations

import re
from dataclasses import replace

from tuifact.cleaning.blocks import Block

_HEAD = re.compile(
    r"(?P<by>by) ?\. (?P<name>[^.|\n]{2,80}?) ?\. "
    r"(?:(?P<published>published ?:) ?\. (?P<day>[^.|\n]{6,40}?) ?\. )?(?:(?P<bar>\|) ?\. )?"
    r"(?:(?P<updated>(?:last )?updated(?: at)? ?:) ?\. (?P<later>[^.|\n]{6,40}?) ?\. )?",
    re.IGNORECASE,
)
_HIGHLIGHT = "@highlight"


def has_run_on_head(text: str) -> bool:
    """Whether a text begins as `By . Ann Bell . PUBLISHED : . 07:29 EST , 27 December 2012 . | . UPDATED : . …`."""
    return text[:1] in ("B", "b") and text[:4].lower() in ("by .", "by. ")


def cut_head(blocks: list[Block]) -> list[Block]:
    """The author, the days and the text of a run-on head as blocks of their own, without the stops between them."""
    match = _HEAD.match(blocks[0].text) if blocks else None
    if match is None:
        return blocks
    start = blocks[0].start
    found = [
        _gather(match, start, ("by", "name")),
        _gather(match, start, ("published", "day", "bar", "updated", "later")),
    ]
    body = blocks[0].text[match.end() :]
    if body:
        found.append(Block(body, blocks[0].end - len(body), blocks[0].end, blocks[0].kind, True))
    return [block for block in found if block.text] + blocks[1:]


def _gather(match: re.Match[str], start: int, names: tuple[str, ...]) -> Block:
    """The named parts of the head in one block."""
    parts = [name for name in names if match[name]]
    if not parts:
        return Block("", start, start)
    text = " ".join([match[name] for name in parts])
    return Block(text, start + match.start(parts[0]), start + match.end(parts[-1]), "prose", True)


def mark_highlights(blocks: list[Block]) -> list[Block]:
    """What follows a line `@highlight` is one point of a summary: a list item; the line itself goes."""
    marked: list[Block] = []
    points = False
    for block in blocks:
        if block.text == _HIGHLIGHT:
            points = True
        elif points:
            marked.append(replace(block, kind="list", apart=True))
            points = False
        else:
            marked.append(block)
    return marked
