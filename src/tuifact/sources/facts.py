"""Facts a source brings along, made fit to stand beside an article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tuifact.model.article import Article
from tuifact.model.original import Given, Original
from tuifact.model.plain import plain_line
from tuifact.sources.days import read_day

_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].*)?")
_ADDRESS = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
LONGEST = 1000
"""Characters of a title or byline; a source that gives more has put a text there."""


def make_given(text: str | None, media_type: str = "text/plain", /, **facts: object) -> Given:
    """What a source says about its text, each fact in one harmless line; what is no such fact is left out.

    `facts` are title, byline (also a list of names), published, url, language and key (also a number), of whatever type
    they were found.
    """
    return Given(
        text=text,
        media_type=media_type,
        title=one_line(facts.get("title")),
        byline=one_line(facts.get("byline")),
        published=read_day(facts.get("published")),
        url=read_address(facts.get("url")),
        language=read_language(facts.get("language")),
        key=read_key(facts.get("key")),
    )


def one_line(value: object) -> str:
    """Words as one line: of a text, of a list of texts, of an object with a name; empty for anything else."""
    if isinstance(value, str):
        return _SPACE.sub(" ", plain_line(value)).strip()[:LONGEST]
    if isinstance(value, Mapping):
        return one_line(value.get("name"))
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return ", ".join(filter(None, map(one_line, value[:20])))[:LONGEST]
    return ""


def read_address(value: object) -> str:
    """A web address as it stands; empty for any other scheme and for no address."""
    line = one_line(value)
    return line if _ADDRESS.fullmatch(line) else ""


def read_key(value: object) -> str:
    """What a row is called, as a text; empty for what is neither a text nor a whole number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else one_line(value)


def read_language(value: object) -> str:
    """The ISO 639-1 code of a language tag (`en-GB`); empty for any other word."""
    match = _LANGUAGE.fullmatch(one_line(value))
    return match[1].lower() if match else ""


def dress(article: Article, original: Original) -> Article:
    """The article with the facts its source gave, which come before what the text says, and with its true original."""
    given = original.given
    # Where cleaning made the characters of the bytes, it knows how; what was told beforehand may have been wrong.
    codecs = original.encoding, article.original.encoding
    told, found = codecs if given.text is not None else codecs[::-1]
    return replace(
        article,
        title=given.title or article.title,
        byline=given.byline or article.byline,
        published=given.published or article.published,
        language=given.language or article.language,
        original=replace(original, encoding=told or found),
    )
