"""HTML that cannot be broken out of: text is escaped unless it is markup already, and only this module makes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from tuifact.model.plain import plain_line, plain_text

_NOT_IN_HTML = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17)) + "]"
)
"""Noncharacters, which the HTML standard does not allow in a page."""

_EMPTY = frozenset(("meta", "link", "br", "hr"))


class Markup(str):
    """A piece of HTML that is safe as it stands."""

    __slots__ = ()


Content = str | Markup
"""What stands in an element: text, which is escaped, or markup."""


def text(words: Content) -> Markup:
    """Words in a line as they read; markup stays as it is.

    >>> text("a < b & “c”"), text(Markup("<b>"))
    ('a &lt; b &amp; “c”', '<b>')
    """
    return words if isinstance(words, Markup) else Markup(escaped(plain_line(words)))


def element(name: str, /, *content: Content, **attributes: str | None) -> Markup:
    """An element; `class_` and `aria_label` are written `class` and `aria-label`, attributes of None are left out.

    >>> element("p", "1 < 2", class_="note", id=None)
    '<p class="note">1 &lt; 2</p>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(plain_line(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _EMPTY:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{joined(content)}</{name}>")


def joined(parts: Iterable[Content], between: str = "") -> Markup:
    """Parts one after the other; empty ones are left out."""
    return Markup(between.join(text(part) for part in parts if part))


def lines(words: str) -> Markup:
    """Body text in one paragraph, with its line breaks."""
    return joined((_escaped_lines(words),))


def paragraphs(words: str, **attributes: str | None) -> Markup:
    """Body text with its own paragraphs; nothing when it is empty."""
    blocks = re.split(r"\n[ \t]*\n", plain_text(words))
    return joined(
        (element("p", _escaped_lines(block.strip("\n")), **attributes) for block in blocks if block.strip()), "\n"
    )


def link(target: str, *content: Content, **attributes: str | None) -> Markup:
    """A link to a fragment, a file beside the page, or an address from `web_address`."""
    outside = "noreferrer" if target.startswith("http") else None
    return element("a", *content, href=target, rel=outside, **attributes)


def _escaped_lines(words: str) -> Markup:
    return Markup("<br>\n".join(escaped(line) for line in plain_text(words).split("\n")))


def escaped(words: str) -> str:
    """Words with nothing in them that could be markup, in an element or in an attribute."""
    return escape(_NOT_IN_HTML.sub("\ufffd", words))
