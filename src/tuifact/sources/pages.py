"""Web pages: the article in them without what stands around it, and what they say about it."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from html import unescape
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from tuifact.encodings import text_codec
from tuifact.model.original import Given, Original
from tuifact.sources.decoding import characters
from tuifact.sources.facts import make_given
from tuifact.sources.forms import HTML
from tuifact.sources.interface import needs_extra
from tuifact.sources.rows import with_parameter
from tuifact.sources.table_rows import join_rows

READER = "trafilatura"
"""Stands in the media type of a page that was read with it, so that the same text is found again."""

_HEAD = 1024
"""Bytes in which a page names its encoding, as browsers look for it."""

_TOP = 1 << 19
"""Characters in which a page states its facts; its JSON-LD may stand anywhere."""

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_META = re.compile(r"<meta\s[^<>]{0,4000}>", re.IGNORECASE)
_LINK = re.compile(r"<link\s[^<>]{0,4000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z:-]{1,30})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html\b[^<>]{0,2000}?\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", re.IGNORECASE)
_DATA = re.compile(r"<script\b[^<>]{0,500}ld\+json[^<>]{0,500}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_TIME = re.compile(r"<time\b[^<>]{0,500}?\bdatetime\s*=\s*[\"']?([\dT:+.Z-]{8,40})", re.IGNORECASE)
_AUTHOR = re.compile(r"<a\b[^<>]{0,500}?\brel\s*=\s*[\"']?author[\"'\s>][^<>]{0,500}>([^<]{2,100})<", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]{0,500}>([^<]{1,1000})<", re.IGNORECASE)
_FIRST_HEADING = re.compile(r"<h1\b[^<>]{0,1000}>((?:[^<]|<(?!/?h1)){1,300})</h1", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,1000}>")
_WHOLE = re.compile(r"<(?:html|body|article|main)\b", re.IGNORECASE)
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9A-Fa-f]{1,6})|0*(\d{1,7}));?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ARTICLES = re.compile(r"Article|BlogPosting|Report|ClaimReview|Posting", re.IGNORECASE)

_LEVEL = re.compile("h[1-6]")
_TAGS = {"head": "h2", "list": "ul", "item": "li", "quote": "blockquote", "lb": "br", "row": "tr", "cell": "td"}
"""What the reader calls elements, and what they are called in HTML."""

_WRAPS = "[not(self::html or self::body or self::main or self::article or .//h1 or .//article or .//main)]"
"""Not what may hold the article itself, whatever it is called."""

_BESIDE = {
    "comment": "//*[starts-with(@id, 'comment') or contains(concat(' ', @class), ' comment') or"
    f" contains(@class, '_comment')]{_WRAPS}[not(contains(@class, 'comments-open'))]",
    "subscri": f"//*[contains(@class, 'subscri') or contains(@id, 'subscri')][.//input]{_WRAPS}[count(.//p) < 10]",
    "newsletter": f"//*[contains(@class, 'newsletter') or contains(@id, 'newsletter')][.//input]{_WRAPS}"
    "[count(.//p) < 10]",
    "cookie": f"//*[contains(@class, 'cookie') or contains(@id, 'cookie')]{_WRAPS}[count(.//p) < 10]",
}
"""What stands beside an article by its own name: comments, forms to subscribe, words about cookies; each is looked for
in pages that have the word at all. The reader knows them too, but where it finds little it takes all of a page."""

_FACTS = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "citation_title"),
    "byline": ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "citation_author"),
    "published": (
        "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "parsely-pub-date",
        "sailthru.date", "citation_publication_date", "pubdate", "publishdate", "publish-date", "publish_date",
        "publication_date", "published_time", "og:published_time", "dcterms.created", "dcterms.issued",
        "article_date_original", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    ),
    "url": ("og:url",),
}  # fmt: skip
"""Names under which pages state a fact, the surest first."""


def page_type() -> str:
    """The media type of a page received now: it names the reader where one is installed."""
    return with_parameter(HTML, reader=READER) if has_reader() else HTML


@cache
def has_reader() -> bool:
    """Whether the library that finds articles in pages is installed."""
    return find_spec(READER) is not None


@cache
def load_reader() -> ModuleType:
    """The library that finds articles, silenced: what it logs about a page is nobody's concern on standard error."""
    logging.getLogger(READER).addHandler(logging.NullHandler())
    return import_module(READER)


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The facts of a page, and its article as HTML where the reader was to find it; a fragment stays as it is.

    Raises `Refused` when the reader is wanted and not installed.
    """
    text, codec = read_characters(original.data, original.encoding)
    given = read_facts(text)
    if parameters.get("reader") == READER and _WHOLE.search(text):
        if not has_reader():
            raise needs_extra(original.source, "pages that were read with it", "web")
        article = extract_article(text)
        if article:
            return replace(original, given=replace(given, text=article, media_type=HTML), encoding=codec)
    return replace(original, given=given, media_type=HTML, encoding=codec)


def read_characters(data: bytes, told: str) -> tuple[str, str]:
    """The characters of a page: strict UTF-8 first, then what was told, then what the page says of itself."""
    match = _CHARSET.search(data[:_HEAD])
    return characters(data, text_codec(told) or text_codec(match[1].decode("ascii") if match else None))


def extract_article(text: str) -> str:
    """The article of a page as HTML; empty when none is found, or when the reader stumbles over the page."""
    reader, trees = load_reader(), import_module("lxml.etree")
    try:
        # Not `extract`: for any format but plain text it also works out a fingerprint, which takes as long again.
        found = reader.bare_extraction(
            make_harmless(text),
            include_comments=False,
            include_formatting=False,
            prune_xpath=[path for word, path in _BESIDE.items() if word in text],
        )
        return "" if found is None or found.body is None else write_article(found.body, trees.tostring)
    except (trees.LxmlError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return ""


def write_article(body: Any, write: Callable[..., str]) -> str:  # noqa: ANN401 (an element of lxml, which is an extra)
    """What the reader found, in the elements of HTML."""
    join_rows(body)
    for element in body.iter("*"):
        level = element.get("rend", "")
        element.attrib.clear()
        if _LEVEL.fullmatch(level):
            element.tag = level
        elif element.tag in _TAGS:  # others stay: of a broken page there are names that cannot even be set again
            element.tag = _TAGS[element.tag]
    return write(body, encoding="unicode", method="html")


def make_harmless(text: str) -> str:
    """The page without control characters, written out or referred to: a single one makes the reader find nothing."""
    return _REFERENCE.sub(_keep_harmless, _CONTROL.sub("", text))


def _keep_harmless(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    control, half = code < 32 and code not in (9, 10, 13), 0xD800 <= code < 0xE000
    return "" if control or half or code & 0xFFFE == 0xFFFE or code > 0x10FFFF else match[0]


def read_facts(text: str) -> Given:
    """What a page says of its article: in JSON-LD, else in its `<meta>`, else beside its title."""
    whole, text = text, text[:_TOP]
    stated: dict[str, str] = {}
    for match in _META.finditer(text):
        values = read_attributes(match[0])
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if name and values.get("content"):
            stated.setdefault(name, values["content"])
    data = next(filter(is_article, read_data(whole)), {})
    facts: dict[str, object] = {
        fact: next((stated[name] for name in names if stated.get(name)), "") for fact, names in _FACTS.items()
    }
    if str(facts["byline"]).startswith("http"):  # a page about the author
        facts["byline"] = ""
    facts["title"] = data.get("headline") or facts["title"] or page_title(text)
    facts["byline"] = data.get("author") or data.get("creator") or facts["byline"] or _found(_AUTHOR, text)
    facts["published"] = data.get("datePublished") or facts["published"] or _found(_TIME, text)
    facts["url"] = canonical(text) or facts["url"]
    facts["language"] = _found(_LANGUAGE, text) or stated.get("og:locale") or data.get("inLanguage")
    return make_given(None, HTML, **{name: _unescaped(value) for name, value in facts.items()})


def page_title(text: str) -> str:
    """The title of the page, without the name of the site where its first heading says the rest."""
    title, heading = (
        " ".join(unescape(_TAG.sub(" ", _found(pattern, text))).split()) for pattern in (_TITLE, _FIRST_HEADING)
    )
    return heading if heading and title.startswith(heading) else title


def read_attributes(tag: str) -> dict[str, str]:
    """The attributes of a tag, references in them resolved."""
    return {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}


def canonical(text: str) -> str:
    """The address a page gives as its own."""
    for match in _LINK.finditer(text):
        values = read_attributes(match[0])
        if values.get("rel", "").lower() == "canonical":
            return values.get("href", "")
    return ""


def read_data(text: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a page's JSON-LD, also those in lists and graphs."""
    at = 0
    while (match := _DATA.search(text, at)) and (end := _SCRIPT_END.search(text, match.end())):
        at = end.end()
        try:
            value = json.loads(text[match.end() : end.start()], strict=False)
        except (ValueError, RecursionError):
            continue
        for entry in value if isinstance(value, list) else [value]:
            if isinstance(entry, dict):
                graph = entry.get("@graph")
                yield from (one for one in (graph if isinstance(graph, list) else [entry]) if isinstance(one, dict))


def is_article(data: Mapping[str, Any]) -> bool:
    """Whether an object of JSON-LD speaks about an article."""
    return bool(_ARTICLES.search(str(data.get("@type")))) and ("headline" in data or "datePublished" in data)


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[1].strip() if match else ""


def _unescaped(value: object) -> object:
    return unescape(value) if isinstance(value, str) else value
