"""Bytes of tables, transcripts and archives to characters, so that their parts can be told apart."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536
"""Bytes looked at to guess an encoding."""

_NEVER = frozenset({"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
"""Codecs that turn plain ASCII into something else."""


def characters(data: bytes, told: str | None = None) -> tuple[str, str]:
    """The characters of these bytes and the codec that gave them; what cannot be read becomes U+FFFD.

    A byte order mark comes first, then strict UTF-8, then `told` when that is a text codec, then a guess.
    """
    codec = mark_of(data)
    if codec is None:
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError:
            codec = text_codec(told) or guess(data)
    return data.decode(codec, "replace"), codec


def mark_of(data: bytes) -> str | None:
    """The codec that the byte order mark names."""
    return next((codec for mark, codec in _MARKS if data.startswith(mark)), None)


def text_codec(name: str | None) -> str | None:
    """Python's own name of a text encoding; None for an unknown or a dangerous one."""
    if not name:
        return None
    try:
        known = codecs.lookup(name).name
        b"".decode(known)
    except (LookupError, ValueError):
        return None
    return None if known in _NEVER else known


def guess(data: bytes) -> str:
    """The encoding that bytes which are no UTF-8 are most likely in; cp1252 when nothing tells."""
    from charset_normalizer import from_bytes  # 30 ms to import, and most files are UTF-8

    best = from_bytes(data[:_SAMPLE]).best()
    return (text_codec(best.encoding) if best else None) or "cp1252"
