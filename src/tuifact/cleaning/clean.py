"""From what was received to an article, step by step."""

from __future__ import annotations

from functools import partial

from tuifact.cleaning.doubts import find_doubts
from tuifact.cleaning.evidence import Evidence
from tuifact.cleaning.explain import find_repairs
from tuifact.cleaning.facts import find_facts
from tuifact.cleaning.fixes import choose_fixes, repair
from tuifact.cleaning.languages import guess_language
from tuifact.cleaning.paragraphs import make_paragraphs
from tuifact.cleaning.reading import arrange, read_page
from tuifact.cleaning.receiving import receive
from tuifact.model.article import Article
from tuifact.model.original import Original

_OPENING = 8
"""Paragraphs that tell the language of a page."""


def clean(raw: str | bytes | Original, media_type: str = "text/plain", encoding: str | None = None) -> Article:
    """The article in this text, its damage repaired, each paragraph with its place in the original.

    Pure, deterministic and linear in the length of the text. A text that shows no damage comes back as it is. An
    `Original` brings its own media type; `str` is taken as decoded. Raises CleaningError when the bytes are no text
    or `encoding` is unknown.
    """
    original, text, warnings = receive(raw, media_type, encoding)
    page = read_page(text, original.media_type)
    evidence = Evidence(text)
    arrange(page, text, evidence)
    repair(page.blocks, choose_fixes(text, evidence))
    paragraphs = make_paragraphs(page.blocks)
    facts = find_facts(paragraphs, page)
    return Article(
        paragraphs=tuple(paragraphs),
        title=facts.title,
        byline=facts.byline,
        dateline=facts.dateline,
        published=facts.published,
        language=guess_language("\n".join([p.text for p in paragraphs[:_OPENING]]))
        if page.marked
        else evidence.told_language,
        warnings=(*warnings, *find_doubts(text, paragraphs, evidence)),
        original=original,
        find_repairs=partial(find_repairs, original),
    )
