"""Lines that a page broke: joined again, words divided at the margin made whole; lines that belong together kept so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from tuifact.cleaning.blocks import Block, join_blocks
from tuifact.cleaning.entities import restore_entities
from tuifact.cleaning.hidden import remove_debris, split_ligatures
from tuifact.cleaning.mojibake import undo_mojibake
from tuifact.cleaning.words import COMPOUND_HEADS

_HEAD = re.compile(r"[^\W\d_]+\Z")
_TAIL = re.compile(r"[^\W\d_]+")
_DIVIDED = re.compile(r"-\n\S+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WIDEST = 110
"""Characters of the longest line of a page; paragraphs in one line are longer."""

_WIDEST_RAW = 4 * _WIDEST
"""The same while characters still stand as references."""

_NARROWEST = 30
_SLICE = 64_000
"""Characters whose words are gathered at a time."""

_LONGEST_WORD = 40
"""Characters before the hyphen at a margin in which the word is looked for."""

_SENTENCE_ENDS = (".", "!", "?", ":", ";", '"', "”", "’", ")")


def show_characters(text: str) -> str:
    """A line as wide as it was on the page, before its characters came to harm."""
    text = restore_entities(text)
    return text if text.isascii() else split_ligatures(remove_debris(undo_mojibake(text)))


def is_wrapped(blocks: list[Block]) -> bool:
    """Whether lines end where the page ended: most are about as long as the longest, and stop in mid-sentence."""
    if len(blocks) < 2 or max([len(block.text) for block in blocks]) > _WIDEST_RAW:
        return False
    texts = [show_characters(block.text) for block in blocks]
    widest = max(map(len, texts))
    if not _NARROWEST <= widest <= _WIDEST:
        return False
    inner = full = open_ended = 0
    for i, (line, following) in enumerate(pairwise(texts), 1):
        if not blocks[i].apart:
            inner += 1
            full += len(line) + len(following.split(" ", 1)[0]) >= widest - 1
            open_ended += not line.endswith(_SENTENCE_ENDS)
    return inner > 0 and full * 4 >= inner * 3 and open_ended * 2 >= inner


def group_lines(blocks: list[Block]) -> Iterator[list[Block]]:
    """The lines between blank lines, quoted ones by themselves."""
    lines: list[Block] = []
    for block in blocks:
        if lines and (block.apart or block.kind != lines[-1].kind):
            yield lines
            lines = []
        lines.append(block)
    if lines:
        yield lines


def join_lines(blocks: list[Block]) -> list[Block]:
    """The lines of each paragraph in one block, still with their breaks."""
    return [join_blocks(lines) for lines in group_lines(blocks)]


def keep_stanzas(blocks: list[Block]) -> list[Block]:
    """Short lines between blank lines (verse, an address, a post) are one block; long ones are a paragraph each."""
    if not any(block.apart for block in blocks):
        return blocks
    kept: list[Block] = []
    for lines in group_lines(blocks):
        if len(lines) > 1 and all(len(line.text) <= _WIDEST for line in lines):
            kept.append(join_blocks(lines))
        else:
            kept += lines
    return kept


class Unwrapper:
    """Joins lines; whether a hyphen at the margin belongs to the word is told by the rest of the document."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the document, without those that go on in the next line; gathered from some lines at a time."""
        found: set[str] = set()
        start = 0
        while start < len(self._text):
            end = self._text.find("\n", start + _SLICE)
            end = end if end >= 0 else len(self._text)
            found.update(_WORD.findall(_DIVIDED.sub(" ", self._text[start:end]).lower()))
            start = end
        return frozenset(found)

    def __call__(self, text: str) -> str:
        """One paragraph in one line."""
        if "-\n" in text:
            parts = text.split("-\n")
            for i in range(1, len(parts)):
                parts[i] = self._seam(parts[i - 1][-_LONGEST_WORD:], parts[i]) + parts[i]
            text = "".join(parts)
        return text.replace("\n", " ")

    def _seam(self, before: str, after: str) -> str:
        """`communi-` `ties` is one word, `African-` `American` a compound, `self-` `taught` too."""
        first, second = _HEAD.search(before), _TAIL.match(after)
        if not (first and second):
            return "-"
        head, tail = first[0].lower(), second[0]
        if tail[0].isupper() or f"{head}-{tail.lower()}" in self._words:
            return "-"
        return "-" if head in COMPOUND_HEADS and head + tail.lower() not in self._words else ""
