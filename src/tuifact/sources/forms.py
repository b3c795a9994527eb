"""Forms of texts: by which suffix each is known, how its bytes begin, and which file of this room reads it.

Two kinds of form: a document is one text (`media_type` says how to unfold it), and a collection holds many
(`cut` names the module whose `cut_entries` gives each of them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from tuifact.sources.interface import Refused

HTML, MARKDOWN, PLAIN = "text/html", "text/markdown", "text/plain"
MAIL, JSON, CSV = "message/rfc822", "application/json", "text/csv"
POST, RSS, ATOM = "application/x-post+json", "application/rss+xml", "application/atom+xml"
SUBRIP, WEBVTT, PDF = "application/x-subrip", "text/vtt", "application/pdf"
XHTML = "application/xhtml+xml"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of text."""

    media_type: str
    cut: str = ""
    """The module of this room that cuts a collection into its entries; empty for a document."""


TEXT, PAGE, MARKED = Form(PLAIN), Form(HTML), Form(MARKDOWN)
ROWS, TABLE = Form(JSON, "json_lines"), Form(CSV, "tables")
LETTER, MAILBOX = Form(MAIL), Form(MAIL, "mailboxes")
POSTS, FEED = Form(POST, "posts"), Form(RSS, "feeds")
BOOK, CRAWL, COLUMNS = Form(XHTML, "epub"), Form(HTML, "warc"), Form(JSON, "parquet")

FORMS = {
    **dict.fromkeys(("txt", "text"), TEXT),
    **dict.fromkeys(("md", "markdown"), MARKED),
    **dict.fromkeys(("html", "htm", "xhtml"), PAGE),
    **dict.fromkeys(("jsonl", "ndjson"), ROWS),
    **dict.fromkeys(("csv", "tsv"), TABLE),
    "eml": LETTER,
    "mbox": MAILBOX,
    "srt": Form(SUBRIP),
    "vtt": Form(WEBVTT),
    "epub": BOOK,
    "pdf": Form(PDF),
    "docx": Form(DOCX),
    **dict.fromkeys(("rss", "atom"), FEED),
    **dict.fromkeys(("warc", "warc.gz"), CRAWL),
    "parquet": COLUMNS,
    "json": POSTS,
}
"""By suffix; also what a person may call a form, besides its media type."""

MEDIA_TYPES = {
    PLAIN: "txt",
    MARKDOWN: "md",
    HTML: "html",
    XHTML: "html",
    RSS: "rss",
    ATOM: "atom",
    PDF: "pdf",
    DOCX: "docx",
    CSV: "csv",
    WEBVTT: "vtt",
    SUBRIP: "srt",
    MAIL: "eml",
    "application/mbox": "mbox",
    "application/epub+zip": "epub",
    "application/warc": "warc",
    **dict.fromkeys(("application/jsonl", "application/x-ndjson"), "jsonl"),
}
"""The suffix of a form by what servers, and people who have read a standard, call it."""

AMBIGUOUS = ("json", "js", "xml")
"""Suffixes that say little: in a folder such a file is read only when it begins like a form that is known."""

NOT_READ = {
    **dict.fromkeys(("doc", "odt", "rtf", "pages"), "old or foreign word processor"),
    "mobi": "Kindle",
    "msg": "Outlook mail",
    **dict.fromkeys(("xls", "xlsx", "ods"), "spreadsheet"),
    **dict.fromkeys(("zip", "gz", "7z", "tar", "xz"), "archive"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "svg", "mp3", "mp4"), "picture, sound and film"),
}
"""Suffixes that are refused with what they are: read as plain text they would make an article of rubble."""

HEAD = 2048
"""Bytes looked at to tell what a file is."""

RARE = 20
"""Of so many bytes of a text less than one is a control; of a program, of sound and of all that is packed about two."""

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_XML = rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-[^>]*>\s*)?(?:<!--.{0,1500}?-->\s*)?"
_PAGE_START = re.compile(_XML + rb"<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE | re.DOTALL)
_STARTS = (
    (_PAGE_START, PAGE),
    (re.compile(_XML + rb"<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL), FEED),
    (re.compile(rb"WEBVTT(?:[ \t\r\n]|\Z)"), FORMS["vtt"]),
    (
        re.compile(rb"\s*(?:window\.)?YTD\.\w+\.part\d+\s*=|\s*\[\s*\{|\s*\{\s*\"(?:html|orderedItems|data|tweets?)\""),
        POSTS,
    ),
    (re.compile(rb"\s*\{\s*\""), ROWS),
    (re.compile(rb"From \S+.*\r?\n(?:>?[!-9;-~]+:.*\r?\n)"), MAILBOX),
    (re.compile(rb"(?:(?:Return-Path|Received|Delivered-To|Message-ID|MIME-Version): .*\r?\n)", re.IGNORECASE), LETTER),
    (re.compile(rb"%PDF-"), FORMS["pdf"]),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/epub\+zip", re.DOTALL), BOOK),
    (re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/\.rels|word/)", re.DOTALL), FORMS["docx"]),
    (re.compile(rb"WARC/1\.\d\r?\n"), CRAWL),
    (re.compile(rb"PAR1"), COLUMNS),
)


def suffix_of(name: str) -> str:
    """The suffix without its dot, small; of two where two make one (`warc.gz`).

    >>> suffix_of("a/B.HTML"), suffix_of("crawl.warc.gz"), suffix_of("README")
    ('html', 'warc.gz', '')
    """
    path = PurePath(name)
    double = "".join(path.suffixes[-2:]).lower().removeprefix(".")
    return double if double in FORMS else path.suffix.lower().removeprefix(".")


def form_of(name: str, head: bytes, told: str | None = None) -> Form:
    """The form of a file: what the user says it is, else by its suffix, and where that says little by its first bytes.

    Raises `Refused` when the user names a form that there is not.

    >>> form_of("a.htm", b"") is PAGE, form_of("a.txt", b"<!doctype html>") is PAGE, form_of("-", b"Harbour") is TEXT
    (True, True, True)
    """
    if told is not None:
        form = FORMS.get(MEDIA_TYPES.get(told.lower(), told.lower().removeprefix(".")))
        if form is None:
            raise Refused(name, f"there is no form {told!r}", f"one of {' '.join(FORMS)}")
        return form
    suffix = suffix_of(name)
    named = FORMS.get(suffix, TEXT)
    if suffix not in FORMS:
        return told_by_head(head) or named
    return PAGE if named is TEXT and looks_like_html(head) else named


def told_by_head(head: bytes) -> Form | None:
    """The form that begins like this; None when it could be any text."""
    head = _bare(head[:HEAD])
    return next((form for start, form in _STARTS if start.match(head)), None)


def looks_like_html(head: bytes) -> bool:
    """Whether the bytes begin as a web page does."""
    return _PAGE_START.match(_bare(head[:HEAD])) is not None


def looks_like_text(head: bytes) -> bool:
    """Whether a file that begins like this can be text: no control byte that text never has, or a two-byte encoding."""
    return head.startswith(_MARKS[1:]) or not _BINARY.search(head)


def looks_like_no_text(name: str, head: bytes) -> bool:
    """Whether a file is none of the forms by its name or its beginning, and has control bytes where text has letters.

    >>> looks_like_no_text("log.out", b"The harbour is open.\\x01" * 2), looks_like_no_text("a.bin", bytes(range(256)))
    (False, True)
    """
    if suffix_of(name) in FORMS or told_by_head(head) or head.startswith(_MARKS):
        return False
    bare = _bare(head[:HEAD])
    return len(_BINARY.findall(bare)) * RARE > len(bare)


def _bare(head: bytes) -> bytes:
    """Without byte order mark; two-byte encodings of ASCII differ from it by their zero bytes alone."""
    for mark in _MARKS:
        if head.startswith(mark):
            bare = head.removeprefix(mark)
            return bare.replace(b"\0", b"") if mark != _MARKS[0] else bare
    return head.replace(b"\0", b"") if head[:1] != b"P" and head.count(b"\0") * 3 > len(head) else head
