"""A decoded text to pieces, by what it is: a page, Markdown, a mail, or lines."""

from __future__ import annotations

from tuifact.cleaning.blocks import Block, Page, cut_tags
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.layout import is_wrapped, join_lines, keep_stanzas
from tuifact.cleaning.mail import read_plain
from tuifact.cleaning.newsroom import cut_head, has_run_on_head, mark_highlights

_HTML = ("text/html", "application/xhtml+xml")
_HEAD = 64
"""Characters in which a page begins, if a text is one."""

_MARKDOWN = ("text/markdown", "text/x-markdown")


def read_page(text: str, media_type: str) -> Page:
    """The pieces of the text: of its markup where it has any, else its lines."""
    if media_type in _MARKDOWN or has_markdown_signs(text):
        from tuifact.cleaning.markdown import looks_like_markdown, read_markdown  # most texts are neither this nor HTML

        if media_type in _MARKDOWN or looks_like_markdown(text):
            return read_markdown(text)
    if media_type in _HTML or ("<" in text and has_tag_signs(text)):
        from tuifact.cleaning.markup import looks_like_html, read_html

        if media_type in _HTML or looks_like_html(text):
            return read_html(text)
    return read_plain(text)


def has_markdown_signs(text: str) -> bool:
    """A cheap look for what Markdown needs: a link, strong emphasis or front matter."""
    return ("]" in text and "](" in text) or ("*" in text and "**" in text) or text[:3] == "---"


def has_tag_signs(text: str) -> bool:
    """A cheap look for what HTML needs: a tag that closes, a line break, or a tag at the very beginning."""
    return "</" in text or "<br" in text or text[:_HEAD].lstrip()[:1] == "<"


def arrange(page: Page, text: str, evidence: Evidence) -> list[Block]:
    """Blocks cut at the marks corpora use, and joined where a page broke their lines or lines belong together."""
    blocks = page.blocks
    if page.marked:
        return blocks
    if "<" in text and ("<p>" in text or "<P>" in text):
        blocks = cut_tags(blocks)
    if has_run_on_head(text):
        blocks = cut_head(blocks)
    if "@" in text and "@highlight" in text:
        blocks = mark_highlights(blocks)
    if evidence.tokenised or "\n" not in text or len(blocks) < 2:
        return blocks
    if is_wrapped(blocks):
        evidence.wrapped = True
        return join_lines(blocks)
    return keep_stanzas(blocks)
