"""HTML pages and fragments to blocks, each with its place in the source."""

from __future__ import annotations

import re
from html.entities import html5
from html.parser import HTMLParser

from tuifact.cleaning.blocks import Block, Page
from tuifact.cleaning.hidden import even_spaces
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
_HEADS = ("<!doctype html", "<html", "<?xml")
_SIGN = re.compile(r"</(?:p|div|h[1-6]|li|blockquote|a|span|article|em|strong|b|i)>|<br ?/?>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")


def looks_like_html(text: str) -> bool:
    """Whether a text is a page or a fragment of one, told by a doctype or by tags that close."""
    return "<" in text and (text[:200].lstrip().lower().startswith(_HEADS) or bool(_SIGN.search(text)))


def read_html(text: str) -> Page:
    """The blocks of a page: of its `<article>` or `<main>` where it has one, without navigation, scripts and asides."""
    reader = _Reader(text)
    reader.feed(text)
    reader.close()
    return reader.page()


class _Reader(HTMLParser):
    """Collects text until a block ends; keeps positions by line and column of the source."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0]
        for match in re.finditer("\n", text):
            self._starts.append(match.end())
        self._text = text
        self._stack: list[tuple[str, str]] = []
        self._skip = 0
        self._inside = 0
        self._parts: list[str] = []
        self._span: tuple[int, int] | None = None
        self._found: list[tuple[Block, bool]] = []
        self._facts: dict[str, str] = {}
        self._title: list[str] = []
        self._in_title = False

    def _at(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block, or note what the head says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._note(values)
        if tag == "time" and values.get("datetime"):
            self._facts.setdefault("time", values["datetime"])
        if tag == "title" and not self._title:
            self._in_title = True
        if tag in _BLOCKS:
            self._end_block()
        if tag in _VOID:
            return
        self._stack.append((tag, values.get("class", "")))
        self._skip += tag in _SKIPPED
        self._inside += tag in ("article", "main")

    def handle_endtag(self, tag: str) -> None:
        """Close the block and whatever was left open inside it."""
        if tag == "title":
            self._in_title = False
        if tag in _BLOCKS:
            self._end_block()
        if tag in _VOID or not any(name == tag for name, _ in self._stack[-200:]):
            return
        while self._stack:
            name, _ = self._stack.pop()
            self._skip -= name in _SKIPPED
            self._inside -= name in ("article", "main")
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Text of the block that is open."""
        self._add(data, len(data))

    def handle_entityref(self, name: str) -> None:
        """A named reference, left as it is for the repair of references."""
        self._add_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """A numbered reference, likewise."""
        self._add_reference(f"&#{name}")

    def _add_reference(self, reference: str) -> None:
        end = self._at() + len(reference)
        closed = self._text[end : end + 1] == ";"
        known = closed or reference[1] == "#" or reference[1:] in html5  # `AT&T` names nothing
        self._add(reference + ";" * known, len(reference) + closed)

    def _add(self, data: str, width: int) -> None:
        if self._in_title:
            self._title.append(data)
        if self._skip:
            return
        if not self._parts and not data.strip():
            return
        start = self._at()
        if start == 0 and data.startswith("\ufeff"):  # a byte order mark
            data, start, width = data[1:], 1, width - 1
        if data.strip():
            lead = len(data) - len(data.lstrip())
            tail = len(data) - len(data.rstrip())
            first = self._span[0] if self._span else start + lead
            self._span = (first, start + width - tail)
        self._parts.append(data)

    def _end_block(self) -> None:
        text = even_spaces(_SPACE.sub(" ", "".join(self._parts))).strip()
        if text and self._span:
            block = Block(text, *self._span, self._kind(), not self._in_post())
            self._found.append((block, self._inside > 0))
        self._parts, self._span = [], None

    def _kind(self) -> ParagraphKind:
        for tag, _ in reversed(self._stack[-50:]):
            if tag in _KINDS:
                return _KINDS[tag]
        return "prose"

    def _in_post(self) -> bool:
        return any(tag == "blockquote" and "twitter-tweet" in classes for tag, classes in self._stack[-50:])

    def _note(self, values: dict[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if name and values.get("content"):
            self._facts.setdefault(name, values["content"])

    def page(self) -> Page:
        """What was collected."""
        self._end_block()
        inner = [block for block, inside in self._found if inside]
        blocks = (
            inner
            if sum(len(block.text) for block in inner) > 200 or len(inner) > 2
            else [block for block, _ in self._found]
        )
        facts = self._facts
        heading = next((block.text for block in blocks if block.kind == "heading"), "")
        title = heading or facts.get("og:title", "") or _SPACE.sub(" ", "".join(self._title)).strip()
        published = (
            facts.get("article:published_time")
            or facts.get("datepublished")
            or facts.get("date")
            or facts.get("time", "")
        )
        return Page(blocks, title, facts.get("author", ""), published, marked=True)
