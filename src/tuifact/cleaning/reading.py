"""A decoded text to pieces, by what it is: a page, Markdown, a mail, or lines."""

from __future__ import annotations

from tuifact.cleaning.blocks import Block, Page, cut_tags
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.layout import is_wrapped, join_lines, keep_stanzas
from tuifact.cleaning.mail import read_plain

_HTML = ("text/html", "application/xhtml+xml")
_MARKDOWN = ("text/markdown", "text/x-markdown")


def read_page(text: str, media_type: str) -> Page:
    """The pieces of the text: of its markup where it has any, else its lines."""
    if media_type in _MARKDOWN:
        from tuifact.cleaning.markdown import read_markdown  # most texts are neither Markdown nor HTML

        return read_markdown(text)
    if media_type in _HTML or "</" in text or "<br" in text or text.lstrip()[:1] == "<":
        from tuifact.cleaning.markup import looks_like_html, read_html

        if media_type in _HTML or looks_like_html(text):
            return read_html(text)
    return read_plain(text)


def arrange(page: Page, text: str, evidence: Evidence) -> list[Block]:
    """Blocks cut at the marks corpora use, and joined where a page broke their lines or lines belong together."""
    blocks = page.blocks
    if "<p>" in text or "<P>" in text:
        blocks = cut_tags(blocks)
    if evidence.tokenised or "\n" not in text or len(blocks) < 2 or blocks[0].kind is not None:
        return blocks
    if is_wrapped(blocks):
        evidence.wrapped = True
        return join_lines(blocks)
    return keep_stanzas(blocks)
