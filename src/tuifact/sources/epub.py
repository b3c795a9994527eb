"""EPUB: a book, each chapter an article."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import unescape
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from tuifact.model.original import Given, Original
from tuifact.sources.facts import make_given
from tuifact.sources.files import read_whole
from tuifact.sources.forms import HTML, XHTML
from tuifact.sources.interface import Received, Refused, Stream, Terms
from tuifact.sources.pages import read_characters
from tuifact.sources.table_rows import CELL
from tuifact.sources.xml import read_tree, words_of
from tuifact.sources.zips import Archive

_CONTAINER = "META-INF/container.xml"
_TAGS = re.compile(rb"<[^<>]*>")
_HEADING = re.compile(
    r"<body\b[^<>]{0,1000}>\s*(?:<(?:div|section|header|article)\b[^<>]{0,1000}>\s*){0,8}"
    r"(<h([1-3])\b[^<>]{0,1000}>(.{1,2000}?)</h\2>)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")
_NEXT_CELL = re.compile(r"</t[dh]>\s*<t[dh]\b[^<>]{0,500}>", re.IGNORECASE)
_NOTE_MARK = re.compile(
    r"<sup\b[^<>]{0,200}>\s*<a\b[^<>]{0,500}href=[\"'][^<>\"']{0,300}#[^<>]{0,300}>[^<>]{1,8}</a>\s*</sup>"
    r"|<a\b[^<>]{0,500}href=[\"'][^<>\"']{0,300}#[^<>]{0,300}>\s*<sup\b[^<>]{0,200}>[^<>]{1,8}</sup>\s*</a>",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"<aside(?=[\s>])|</aside(?=[\s>])", re.IGNORECASE)
_WORD = re.compile(rb"[^\s\d\W]|[\x80-\xff]")


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each chapter that has words, in reading order, as an original: the bytes of its page (`book.epub#text/c1.xhtml`).

    Author, day and language are the book's. Raises `Refused` for what is no book, or unpacks to more than the limit.
    """
    archive = Archive(read_whole(file, source, terms.limit), source, terms.limit)
    place = find_package(archive)
    package = read_tree(archive.read(place), source)
    chapters = list(find_chapters(package, posixpath.dirname(place)))
    archive.refuse_bomb(chapters)
    given, empty = read_facts(package), True
    for name in chapters:
        entry = f"{source}#{name}"
        try:
            data = archive.read(name)
        except Refused as refusal:
            empty = False
            yield Refused(entry, refusal.reason, refusal.hint)
            continue
        if _WORD.search(_TAGS.sub(b"", data[max(0, data.find(b"<body")) :])):
            empty = False
            yield terms.original(data, entry, XHTML, given)
    if empty:
        raise Refused(source, "is a book without text", "are its pages pictures?")


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The page of a chapter. The heading it begins with is its title; spaces stand in its place, so that what follows
    keeps its place in the page."""
    page, codec = read_characters(original.data, original.encoding)
    text = make_readable(page)
    match = _HEADING.search(text)
    if match is None:
        if text == page:
            return replace(original, encoding=codec)
        return replace(original, given=make_given(text, HTML), encoding=codec)
    start, end = match.span(1)
    given = make_given(text[:start] + " " * (end - start) + text[end:], HTML, title=unescape(_TAG.sub(" ", match[3])))
    return replace(original, given=given, encoding=codec)


def make_readable(page: str) -> str:
    """The page with the rows of its tables in a line each, without the marks of notes, which would be read as figures,
    and with the notes themselves, which a chapter has in `aside`. All else keeps its place."""
    text = _NEXT_CELL.sub(lambda match: CELL.ljust(len(match[0])), page)
    text = _NOTE_MARK.sub(lambda match: " " * len(match[0]), text)
    return _ASIDE.sub(lambda match: match[0].lower().replace("aside", "div").ljust(len(match[0])), text)


def find_package(archive: Archive) -> str:
    """The name of the file that lists the parts of the book."""
    container = read_tree(archive.read(_CONTAINER), archive.source)
    for element in container.iter("rootfile"):
        if path := element.get("full-path"):
            return path
    raise Refused(archive.source, "is damaged: it does not say where its contents are")


def find_chapters(package: Element, folder: str) -> Iterator[str]:
    """The names of the pages in reading order, without the table of contents."""
    items = {item.get("id"): item for item in package.iter("item")}
    seen: set[str] = set()
    for reference in package.iter("itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if "html" in (item.get("media-type") or "") and name not in seen:
            seen.add(name)
            yield name


def read_facts(package: Element) -> Given:
    """What the book says of itself. Its title is not that of its chapters."""
    metadata = package.find("metadata")
    if metadata is None:
        return Given()
    creators = [words_of(creator) for creator in metadata.findall("creator")]
    return make_given(
        None,
        byline=creators,
        published=words_of(metadata.find("date")),
        language=words_of(metadata.find("language")),
    )
