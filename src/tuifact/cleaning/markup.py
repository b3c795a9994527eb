"""HTML pages and fragments to blocks, each with its place in the source."""

from __future__ import annotations

import html
import re
from collections import Counter
from html.entities import html5
from typing import NamedTuple

from tuifact.cleaning.blocks import Block, Page
from tuifact.cleaning.hidden import even_spaces
from tuifact.cleaning.tags import cut_html, read_attributes
from tuifact.model.article import ParagraphKind

_SKIPPED = frozenset(
    "script style noscript template svg nav aside footer form button iframe select textarea object canvas head".split()
)
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table tr td th caption "
    "figure figcaption address hr br body html details summary center".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_KINDS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "blockquote": "quote",
    "li": "list",
}
_ARTICLE = ("article", "main")
_FEW, _SHORT = 2, 200
"""Blocks and characters inside `<article>` and `<main>` up to which these hold a teaser rather than the article."""

_DEPTH = 50
"""Open elements that are looked at for the kind of a block."""

_OPEN_REFERENCE = re.compile(
    r"&(#\d{1,7}(?![\d;])|#[xX][0-9A-Fa-f]{1,6}(?![0-9A-Fa-f;])|[A-Za-z]{2,8}\d{0,2}(?![\w;]))"
)
_HEADS = ("<!doctype html", "<html", "<?xml")
_SIGN = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|a|span|article|em|strong|b|i)>|<br ?/?>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")


def looks_like_html(text: str) -> bool:
    """Whether a text is a page or a fragment of one, told by a doctype or by tags that close."""
    return "<" in text and (text[:200].lstrip().lower().startswith(_HEADS) or bool(_SIGN.search(text)))


def read_html(text: str) -> Page:
    """The blocks of a page: of its `<article>` or `<main>` where it has one, without navigation, scripts and asides."""
    reader = _Reader(text)
    for tag in cut_html(text):
        if tag.text:
            reader.read_text(tag.start, tag.end)
        elif tag.closes:
            reader.close_tag(tag.name)
        elif tag.name:
            reader.open_tag(tag.name, text[tag.start + len(tag.name) + 1 : tag.end - 1])
    return reader.page()


class _Element(NamedTuple):
    """An element that is open."""

    name: str
    classes: str = ""


class _Reader:
    """Collects text until a block ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Element] = []
        self._counts: Counter[str] = Counter()
        """How often each element is open."""
        self._skipped = 0
        self._inside = 0
        """How many elements are open that hold no article text, and how many that hold the article."""
        self._parts: list[str] = []
        self._span: tuple[int, int] | None = None
        self._found: list[tuple[Block, bool]] = []
        self._goes_on = False
        """The last block was part of an embedded post."""
        self._facts: dict[str, str] = {}
        self._title: list[str] = []

    def open_tag(self, name: str, source: str) -> None:
        """Open an element, or note what the head says; `source` holds its attributes."""
        if name in ("meta", "time"):
            self._note(name, read_attributes(source))
        if name in _BLOCKS:
            self._end_block()
            if self._counts["head"]:
                self.close_tag("head")  # pages may leave its end out
        if name in _VOID:
            return
        self._open.append(_Element(name, read_attributes(source).get("class", "") if name == "blockquote" else ""))
        self._counts[name] += 1
        self._skipped += name in _SKIPPED
        self._inside += name in _ARTICLE

    def close_tag(self, name: str) -> None:
        """Close the element and whatever was left open inside it."""
        if name in _BLOCKS:
            self._end_block()
        while self._counts[name]:
            closed = self._open.pop().name
            self._counts[closed] -= 1
            self._skipped -= closed in _SKIPPED
            self._inside -= closed in _ARTICLE
            if closed == name:
                break

    def read_text(self, start: int, end: int) -> None:
        """Text of the block that is open."""
        text = self._text[start:end]
        if self._open and self._open[-1].name == "title" and not self._counts["svg"]:
            self._title.append(text)
        if start == 0 and text.startswith("\ufeff"):  # a byte order mark
            start, text = 1, text[1:]
        words = text.strip()
        if self._skipped or not (words or self._parts):
            return
        if words:
            first = start + text.index(words)
            self._span = (self._span[0] if self._span else first, first + len(words))
        self._parts.append(_OPEN_REFERENCE.sub(_close_reference, text) if "&" in text else text)

    def _end_block(self) -> None:
        text = even_spaces(_SPACE.sub(" ", "".join(self._parts))).strip()
        if text and self._span:
            inside_post = self._in_post()
            block = Block(text, *self._span, self._kind(), not (inside_post and self._goes_on))
            self._found.append((block, self._inside > 0))
            self._goes_on = inside_post
        self._parts, self._span = [], None

    def _kind(self) -> ParagraphKind:
        """What the innermost element says; only the last few are looked at."""
        return next((_KINDS[name] for name, _ in reversed(self._open[-_DEPTH:]) if name in _KINDS), "prose")

    def _in_post(self) -> bool:
        return self._counts["blockquote"] > 0 and any("twitter-tweet" in classes for _, classes in self._open[-_DEPTH:])

    def _note(self, name: str, values: dict[str, str]) -> None:
        if name == "time":
            fact, value = "time", values.get("datetime", "")
        else:
            fact = values.get("property") or values.get("name") or values.get("itemprop") or ""
            value = values.get("content", "")
        if fact and value:
            self._facts.setdefault(fact.lower(), value)

    def page(self) -> Page:
        """What was collected."""
        self._end_block()
        blocks = [block for block, inside in self._found if inside]
        if len(blocks) <= _FEW and sum(len(block.text) for block in blocks) <= _SHORT:
            blocks = [block for block, _ in self._found]
        heading = next((block.text for block in blocks if block.kind == "heading"), "")
        title = _SPACE.sub(" ", html.unescape("".join(self._title))).strip()
        return Page(
            blocks,
            html.unescape(heading) or self._fact("og:title") or title,
            self._fact("author"),
            self._fact("article:published_time", "datepublished", "date", "time"),
            marked=True,
        )

    def _fact(self, *names: str) -> str:
        """The first of these that the page states."""
        return next((self._facts[name].strip() for name in names if name in self._facts), "")


def _close_reference(match: re.Match[str]) -> str:
    """`&amp` as `&amp;`: pages may leave the semicolon out for a few names; `AT&T` names nothing."""
    return match[0] + ";" if match[1][0] == "#" or match[1] in html5 else match[0]
