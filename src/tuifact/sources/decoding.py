"""Bytes of tables, transcripts and archives to characters, so that their parts can be told apart."""

from __future__ import annotations

from tuifact.encodings import guess, mark_of, text_codec


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
