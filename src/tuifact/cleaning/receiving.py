"""What was received: the original with its encoding, and its characters."""

from __future__ import annotations

import re

from tuifact.cleaning.decode import decode
from tuifact.model.original import Original

_SURROGATE = re.compile("[\ud800-\udfff]")


Received = tuple[Original, str, tuple[str, ...]]
"""The original, its characters, and what a reader should know about how they were read."""


def receive(raw: str | bytes | Original, media_type: str, encoding: str | None) -> Received:
    """The original and its characters. Half a surrogate pair is no character and becomes U+FFFD, with a warning.

    `encoding` comes before what the original says of itself. Raises CleaningError as `decode` does.
    """
    if isinstance(raw, str):
        return _receive_text(raw, media_type)
    original = raw if isinstance(raw, Original) else Original(raw, media_type=media_type)
    decoded = decode(original.data, encoding or original.encoding or None, original.media_type)
    if original.encoding != decoded.encoding:
        original = Original(original.data, original.source, original.received, original.media_type, decoded.encoding)
    return original, decoded.text, decoded.warnings


def _receive_text(text: str, media_type: str) -> Received:
    warnings: tuple[str, ...] = ()
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text, lost = _SURROGATE.subn("\ufffd", text)
        data = text.encode()
        warnings = (f"{'1 character is' if lost == 1 else f'{lost} characters are'} half a pair: \ufffd.",)
    return Original(data, "", "", media_type, "utf-8"), text, warnings
