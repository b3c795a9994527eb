"""A decoded text to pieces, by what it is: a page, Markdown, a mail, or lines."""

from __future__ import annotations

from tuifact.cleaning.blocks import Page, cut_tags
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.layout import is_wrapped, join_lines, keep_stanzas
from tuifact.cleaning.mail import read_plain, unquote
from tuifact.cleaning.newsroom import cut_head, has_run_on_head, mark_highlights

_HTML = ("text/html", "application/xhtml+xml")
_HEAD = 64
"""Characters in which a page begins, if a text is one."""

_PAGES = ("<!doctype html", "<html", "<body")

_MARKDOWN = ("text/markdown", "text/x-markdown")


def read_page(text: str, media_type: str) -> Page:
    """The pieces of the text: of its markup where it has any, else its lines.

    What says that it is a page is one, whatever its words look like.
    """
    if media_type in _HTML or begins_as_page(text):
        return _read_html(text)
    if media_type in _MARKDOWN or has_markdown_signs(text):
        from tuifact.cleaning.markdown import looks_like_markdown, read_markdown  # most texts are neither this nor HTML

        if media_type in _MARKDOWN or looks_like_markdown(text):
            return read_markdown(text)
    if "<" in text and has_tag_signs(text):
        from tuifact.cleaning.markup import looks_like_html

        if looks_like_html(text):
            return _read_html(text)
    return read_plain(text)


def _read_html(text: str) -> Page:
    from tuifact.cleaning.markup import read_html

    return read_html(text)


def begins_as_page(text: str) -> bool:
    """Whether the text begins as a whole page does, with its document type or its outermost element."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    return head[:1] == "<" and head.lower().startswith(_PAGES)


def has_markdown_signs(text: str) -> bool:
    """A cheap look for what Markdown needs: a link, strong emphasis or front matter."""
    return ("]" in text and "](" in text) or ("*" in text and "**" in text) or text[:3] == "---"


def has_tag_signs(text: str) -> bool:
    """A cheap look for what HTML needs: a tag that closes, a line break, or a tag at the very beginning."""
    return "</" in text or "<br" in text or text[:_HEAD].lstrip()[:1] == "<"


def arrange(page: Page, text: str, evidence: Evidence) -> None:
    """Cut blocks at the marks corpora use; join them where a page broke their lines or lines belong together."""
    if ">" in text or "&" in text:
        page.blocks = unquote(page.blocks)
    if page.marked:
        return
    if "<" in text and ("<p>" in text or "<P>" in text):
        page.blocks = cut_tags(page.blocks)
    if has_run_on_head(text):
        page.blocks = cut_head(page.blocks)
    if "@" in text and "@highlight" in text:
        page.blocks = mark_highlights(page.blocks)
    if evidence.tokenised or "\n" not in text or len(page.blocks) < 2:
        return
    if is_wrapped(page.blocks):
        evidence.wrapped = True
        page.blocks = join_lines(page.blocks)
    else:
        page.blocks = keep_stanzas(page.blocks)
