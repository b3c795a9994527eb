"""Bytes to characters: which encoding, with which doubts, or why these bytes are no text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tuifact.errors import CleaningError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REFUSED = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Codecs that turn plain ASCII into something else: an attacker's tools, never an article's encoding."""

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
_FEW = 200
"""One bad byte in this many is still UTF-8 with bad bytes (a cut-off or a stray byte, not another encoding)."""

_SAMPLE = 65_536
"""Bytes that are looked at to guess an encoding; the rest of a long text says the same, ten times slower."""

_ODD = b"\xa4\xa6\xa8\xaf\xb1\xb3\xb5\xb6\xb8\xb9\xbc\xbe\xd0\xd7\xde\xf0\xfe\x8c\x9c\xa5\x9f"
"""Signs of cp1252 that news hardly uses; other code pages have letters there."""

_LETTER_PAIR = re.compile(rb"[\xc0-\xff]{2}")
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
    for mark, codec in _MARKS:
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
    if name in _REFUSED:
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
    decoded = _read(data, _guess(data))
    if decoded.encoding == "utf-8":
        return decoded
    guess = f"Nothing says how the bytes are encoded; they are read as {decoded.encoding}."
    return Decoded(decoded.text, decoded.encoding, (guess, *decoded.warnings))


def _refuse_binary(data: bytes, named: str | None) -> None:
    """Raise CleaningError for bytes that are no text: a known file head, or many control bytes."""
    for head, what in _BINARY_HEADS:
        if data.startswith(head) and not (head.isascii() and head.isalnum() and _is_text(data)):
            raise CleaningError(f"the data is {what}, not a text", _HINT)
    if named is None and not _is_text(data):
        raise CleaningError("the data is binary, not a text", _HINT)


def _is_text(data: bytes) -> bool:
    """Whether control bytes are rare: under one in ten of the first bytes."""
    sample = data[:_SAMPLE]
    return (len(sample) - len(sample.translate(None, _CONTROLS))) * 10 <= len(sample)


def _declared(data: bytes, media_type: str) -> str | None:
    """What a page says of itself in its first kilobyte, as browsers look for it."""
    head = data[:1024].lower()
    at = head.find(b"charset=") if media_type == "text/html" or b"<meta" in head else -1
    if at < 0:
        return None
    name = head[at + 8 :].lstrip(b"\"' ").split(b'"')[0].split(b"'")[0].split(b">")[0].split(b";")[0].strip(b" /")
    try:
        return _known(name.decode("ascii"))
    except (CleaningError, UnicodeDecodeError):
        return None


def _guess(data: bytes) -> str:
    """UTF-8 when few bytes are bad, cp1252 when that reads like Latin text, else what charset-normalizer says."""
    sample = data[:_SAMPLE]
    bad = len(sample.decode("utf-8", "replace").encode("utf-8", "ignore").split("\ufffd".encode())) - 1
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if bad * _FEW <= len(sample) or bad * 4 <= high - bad:
        return "utf-8"
    if _reads_as_latin(sample, high):
        return "cp1252"
    from charset_normalizer import from_bytes  # 30 ms to import, and most texts are UTF-8

    best = from_bytes(sample).best()
    return best.encoding if best and best.encoding not in _REFUSED and best.encoding != "utf_7" else "cp1252"


def _reads_as_latin(sample: bytes, high: int) -> bool:
    """Whether the bytes beyond ASCII are few or stand alone, as in Western languages, and mean something in cp1252."""
    if any(byte in sample for byte in b"\x81\x8d\x8f\x90\x9d"):
        return False
    odd = len(sample) - len(sample.translate(None, _ODD))
    return (high * 7 <= len(sample) or _stand_alone(sample, high)) and odd * 10 <= high


def _stand_alone(sample: bytes, high: int) -> bool:
    """Whether hardly any letter beyond ASCII follows another one: in Cyrillic or Greek nearly all do."""
    return len(_LETTER_PAIR.findall(sample)) * 10 <= high
