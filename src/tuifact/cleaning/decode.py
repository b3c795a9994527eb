"""Bytes to characters: which encoding, with which doubts, or why these bytes are no text at all."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from tuifact.encodings import MARKS, REFUSED, SAMPLE, guess, text_codec
from tuifact.errors import CleaningError

_BINARY_HEADS = (
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an audio, video or WebP file"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(set(range(32)) - {7, 8, 9, 10, 12, 13, 27})
_HINT = "name the encoding, or import the text of the document"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters and how they came about."""

    text: str
    encoding: str
    """A Python codec name: `data.decode(encoding, "replace")` gives `text` again."""
    warnings: tuple[str, ...] = ()
    """One sentence each."""


def decode(data: bytes, encoding: str | None = None, media_type: str = "text/plain") -> Decoded:
    """The characters of these bytes. A byte order mark comes first, then strict UTF-8, `encoding`, a guess.

    A page's own `<meta charset>` counts as a hint after strict UTF-8. Bytes that cannot be read become U+FFFD and are
    counted in a warning. Raises CleaningError when `encoding` is unknown or when the bytes are no text.
    """
    named = _known(encoding) if encoding else None
    for mark, codec in MARKS:
        if data.startswith(mark) and named != "utf-8":  # who says UTF-8 has the mark as a character
            return _read(data, codec)
    _refuse_binary(data, named)
    if named and named.startswith(("utf-16", "utf-32")):
        return _read(data, named)  # ASCII in UTF-16 is valid UTF-8 full of NULs
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        told = named or _declared(data, media_type)
        return _read(data, told) if told else _read_guessed(data)


def _known(encoding: str) -> str:
    """The codec's own name; raises CleaningError when Python has no such text codec, or a dangerous one."""
    try:
        name = codecs.lookup(encoding).name
        b"a".decode(name, "ignore")  # LookupError for codecs that are no text encodings, as rot13
    except (LookupError, ValueError):
        raise CleaningError(f"unknown encoding {encoding!r}", "try utf-8, cp1252 or leave it out") from None
    if name in REFUSED:
        raise CleaningError(f"{encoding!r} is not an encoding of articles", "try utf-8, cp1252 or leave it out")
    return name


def _read(data: bytes, encoding: str) -> Decoded:
    """Decode, bad bytes shown as U+FFFD and counted."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if lost <= 0:
        return Decoded(text, encoding)
    counted = "1 byte cannot be read" if lost == 1 else f"{lost} bytes cannot be read"
    return Decoded(text, encoding, (f"{counted} as {encoding}: \ufffd.",))


def _read_guessed(data: bytes) -> Decoded:
    """Decode as the bytes suggest, and say so."""
    decoded = _read(data, guess(data))
    if decoded.encoding == "utf-8":
        return decoded
    guessed = f"Nothing says how the bytes are encoded; they are read as {decoded.encoding}."
    return Decoded(decoded.text, decoded.encoding, (guessed, *decoded.warnings))


def _refuse_binary(data: bytes, named: str | None) -> None:
    """Raise CleaningError for bytes that are no text: a known file head, or many control bytes."""
    for head, what in _BINARY_HEADS:
        if data.startswith(head) and not (head.isascii() and head.isalnum() and _is_text(data)):
            raise CleaningError(f"the data is {what}, not a text", _HINT)
    if named is None and not _is_text(data):
        raise CleaningError("the data is binary, not a text", _HINT)


def _is_text(data: bytes) -> bool:
    """Whether control bytes are rare: under one in ten of the first bytes."""
    sample = data[:SAMPLE]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 10 <= len(sample)


def _declared(data: bytes, media_type: str) -> str | None:
    """What a page says of itself in its first kilobyte, as browsers look for it."""
    head = data[:1024].lower()
    at = head.find(b"charset=") if media_type == "text/html" or b"<meta" in head else -1
    if at < 0:
        return None
    name = head[at + 8 :].lstrip(b"\"' ").split(b'"')[0].split(b"'")[0].split(b">")[0].split(b";")[0].strip(b" /")
    return text_codec(name.decode("ascii", "replace"))
