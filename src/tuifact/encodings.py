"""Encodings of texts: what their first bytes say, which names are no trap, and what is likely where nobody says."""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks and the codecs they name."""

REFUSED = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"})
"""Codecs, by the names Python gives them, that turn plain ASCII into something else: an attacker's tools, never an
article's encoding."""

SAMPLE = 65_536
"""Bytes that are looked at to guess an encoding; the rest of a long text says the same, ten times slower."""

_FEW = 200
"""One bad byte in this many is still UTF-8 with bad bytes (a cut-off or a stray byte, not another encoding)."""

_ODD = b"\xa4\xa6\xa8\xaf\xb1\xb3\xb5\xb6\xb8\xb9\xbc\xbe\xd0\xd7\xde\xf0\xfe\x8c\x9c\xa5\x9f"
"""Signs of cp1252 that news hardly uses; other code pages have letters there."""

_LETTER_PAIR = re.compile(rb"[\xc0-\xff]{2}")


def mark_of(data: bytes) -> str | None:
    """The codec that the byte order mark names; None when there is none.

    >>> mark_of(b"\\xff\\xfea\\x00"), mark_of(b"a")
    ('utf-16', None)
    """
    return next((codec for mark, codec in MARKS if data.startswith(mark)), None)


def text_codec(name: str | None) -> str | None:
    """Python's own name of a text encoding; None for an unknown or a dangerous one.

    >>> text_codec("Latin1"), text_codec("UTF-7"), text_codec("rot13"), text_codec("")
    ('iso8859-1', None, None, None)
    """
    if not name:
        return None
    try:
        known = codecs.lookup(name).name
        b"a".decode(known, "ignore")  # LookupError for codecs that are no text encodings, as rot13
    except (LookupError, ValueError):
        return None
    return None if known in REFUSED else known


def guess(data: bytes) -> str:
    """The encoding of bytes that are not quite UTF-8: UTF-8 when few of them are bad, cp1252 when that reads like Latin
    text, else what charset-normalizer says."""
    sample = data[:SAMPLE]
    bad = len(sample.decode("utf-8", "replace").encode("utf-8", "ignore").split("\ufffd".encode())) - 1
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    if bad * _FEW <= len(sample) or bad * 4 <= high - bad:
        return "utf-8"
    if _reads_as_latin(sample, high):
        return "cp1252"
    from charset_normalizer import from_bytes  # 30 ms to import, and most texts are UTF-8

    best = from_bytes(sample).best()
    return best.encoding if best and text_codec(best.encoding) else "cp1252"


def _reads_as_latin(sample: bytes, high: int) -> bool:
    """Whether the bytes beyond ASCII are few or stand alone, as in Western languages, and mean something in cp1252."""
    if any(byte in sample for byte in b"\x81\x8d\x8f\x90\x9d"):
        return False
    odd = len(sample) - len(sample.translate(None, _ODD))
    return (high * 7 <= len(sample) or _stand_alone(sample, high)) and odd * 10 <= high


def _stand_alone(sample: bytes, high: int) -> bool:
    """Whether hardly any letter beyond ASCII follows another one: in Cyrillic or Greek nearly all do."""
    return len(_LETTER_PAIR.findall(sample)) * 10 <= high
