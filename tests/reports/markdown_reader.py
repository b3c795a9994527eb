"""A Markdown report as a strict reader sees it: CommonMark with GitHub's tables and strikethrough."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

_WORD = re.compile("[LM].|N[dl]|Pc")
_PLAIN = ("text", "text_special", "inline", "softbreak")


class Rendered:
    """A parsed report; front matter is cut off first, as GitHub does."""

    def __init__(self, source: str) -> None:
        reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        reader.validateLink = lambda url: True  # type: ignore[method-assign]
        if source.startswith("---\n"):
            self.front, source = source[4:].split("\n---\n", 1)
        self.tokens: list[Token] = reader.parse(source)

    @staticmethod
    def words(token: Token) -> str:
        """The characters of a block; line breaks are newlines."""
        parts = [
            "\n" if "break" in child.type else child.content if child.type in (*_PLAIN, "code_inline", "image") else ""
            for child in token.children or []
        ]
        return "".join(parts)

    @property
    def text(self) -> str:
        """All the characters, a block a line."""
        return "\n".join(self.words(token) for token in self.tokens if token.type == "inline")

    @property
    def shape(self) -> list[tuple[str, str]]:
        """Blocks and inline structure without the words."""
        return [
            (one.type, one.tag)
            for token in self.tokens
            for one in (token, *(token.children or []))
            if one.type not in _PLAIN
        ]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of each heading."""
        return [
            (int(token.tag[1]), self.words(self.tokens[place + 1]))
            for place, token in enumerate(self.tokens)
            if token.type == "heading_open"
        ]

    @property
    def anchors(self) -> list[str]:
        """The fragments GitHub gives the headings: repeated ones are numbered."""
        seen: Counter[str] = Counter()
        found = []
        for _, text in self.headings:
            name = "".join(one for one in text.lower() if one in "- _" or _WORD.match(unicodedata.category(one)))
            name = name.replace(" ", "-")
            found.append(f"{name}-{seen[name]}" if seen[name] else name)
            seen[name] += 1
        return found

    @property
    def links(self) -> list[str]:
        """Where links and images lead."""
        children = [child for token in self.tokens for child in token.children or []]
        return [
            unquote(str(child.attrs.get("href") or child.attrs.get("src")))
            for child in children
            if child.type in ("link_open", "image")
        ]

    @property
    def raw_html(self) -> list[str]:
        """HTML that a browser would take as such."""
        children = [child for token in self.tokens for child in (token, *(token.children or []))]
        return [child.content for child in children if child.type in ("html_block", "html_inline")]

    @property
    def tables(self) -> list[list[list[str]]]:
        """Rows and cells of each table, the head first."""
        found: list[list[list[str]]] = []
        for place, token in enumerate(self.tokens):
            if token.type == "table_open":
                found.append([])
            elif token.type == "tr_open":
                found[-1].append([])
            elif token.type in ("th_open", "td_open"):
                found[-1][-1].append(self.words(self.tokens[place + 1]))
        return found

    def section(self, heading: str) -> str:
        """The text under a heading, down to the next of its level or above."""
        places = [place for place, token in enumerate(self.tokens) if token.type == "heading_open"]
        start = next(place for place in places if self.words(self.tokens[place + 1]) == heading)
        level = self.tokens[start].tag
        end = next((place for place in places if place > start and self.tokens[place].tag <= level), len(self.tokens))
        return "\n".join(self.words(token) for token in self.tokens[start + 2 : end] if token.type == "inline")


def squeezed(text: str) -> str:
    """Without white space, for comparing what a reader sees with what was written."""
    return re.sub(r"\s", "", text)
