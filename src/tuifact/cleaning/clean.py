"""From bytes to an article, step by step."""

from __future__ import annotations

import re

from tuifact.cleaning.blocks import Block, cut_lines, cut_tags
from tuifact.cleaning.decode import Decoded, decode
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.facts import find_facts, read_iso_day
from tuifact.cleaning.fixes import choose_fixes
from tuifact.cleaning.languages import guess_language
from tuifact.cleaning.layout import is_wrapped, join_lines
from tuifact.cleaning.markup import Page, looks_like_html, read_html
from tuifact.cleaning.paragraphs import make_paragraphs
from tuifact.model.article import Article
from tuifact.model.original import Original

_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(raw: str | bytes | Original, media_type: str = "text/plain", encoding: str | None = None) -> Article:
    """The article in this text, its damage repaired, each paragraph with its place in the original.

    Pure, deterministic and linear in the length of the text. A text that shows no damage comes back as it is. An
    `Original` brings its own media type; `str` is taken as decoded. Raises CleaningError when the bytes are no text
    or `encoding` is unknown.
    """
    original, decoded = receive(raw, media_type, encoding)
    page = read_page(decoded.text, original.media_type)
    evidence = Evidence(decoded.text)
    blocks = repair(arrange(page.blocks, decoded.text, evidence), decoded.text, evidence)
    paragraphs = make_paragraphs(blocks)
    facts = find_facts(paragraphs)
    return Article(
        paragraphs=tuple(paragraphs),
        title=facts.title or page.title,
        byline=facts.byline or page.byline,
        dateline=facts.dateline,
        published=facts.published or read_iso_day(page.published),
        language=guess_language(paragraph.text for paragraph in paragraphs),
        warnings=decoded.warnings,
        original=original,
    )


def receive(raw: str | bytes | Original, media_type: str, encoding: str | None) -> tuple[Original, Decoded]:
    """The original with its encoding, and its characters."""
    if isinstance(raw, str):
        try:
            data = raw.encode()
        except UnicodeEncodeError:
            raw = _SURROGATE.sub("\ufffd", raw)
            data = raw.encode()
        return Original(data, media_type=media_type, encoding="utf-8"), Decoded(raw, "utf-8")
    original = raw if isinstance(raw, Original) else Original(raw, media_type=media_type)
    decoded = decode(original.data, encoding or original.encoding or None, original.media_type)
    if original.encoding != decoded.encoding:
        original = Original(original.data, original.source, original.received, original.media_type, decoded.encoding)
    return original, decoded


def read_page(text: str, media_type: str) -> Page:
    """The pieces of the text: of its markup where it has any, else its lines."""
    if media_type in ("text/html", "application/xhtml+xml") or looks_like_html(text):
        return read_html(text)
    return Page(cut_lines(text))


def arrange(blocks: list[Block], text: str, evidence: Evidence) -> list[Block]:
    """Blocks cut at the marks corpora use, and joined where a page broke their lines."""
    if "<p>" in text or "<P>" in text:
        blocks = cut_tags(blocks)
    if not evidence.tokenised and is_wrapped(blocks):
        evidence.wrapped = True
        return join_lines(blocks)
    return blocks


def repair(blocks: list[Block], text: str, evidence: Evidence) -> list[Block]:
    """Each block through the fixes that the text calls for; blocks of nothing but white space go."""
    fixes = [repairer for _, repairer in choose_fixes(text, evidence)]
    repaired: list[Block] = []
    for block in blocks:
        words = block.text
        for fix in fixes:
            words = fix(words)
        words = words.strip()
        if words:
            repaired.append(Block(words, block.start, block.end, block.kind, block.apart))
    return repaired
