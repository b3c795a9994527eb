"""Untrusted text made harmless for a terminal: what an article says may not move the cursor or colour the screen.

`plain_text` is for body text, `plain_line` for what stands in one line of chrome (a title, a tag, a file name, an
error). Both leave real right-to-left text, joiners and emoji alone, and the ASCII text `\\x1b[31m` too: that is data.
"""

from __future__ import annotations

import re

_C0 = {code: 0x2400 + code for code in range(0x20)}  # U+2400..U+241F, the Unicode control pictures
_LINES = "\u2028\u2029\x85"
_OPENING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSING = "\u202c\u2069"

_BODY: dict[int, int | str | None] = {
    **_C0,
    0x09: 0x09,
    0x0A: 0x0A,
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0)),
    **{ord(line): "\n" for line in _LINES},
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    0x202D: None,
    0x202E: None,
}
_CHROME: dict[int, int | str | None] = {
    **_BODY,
    0x09: " ",
    0x0A: " ",
    **{ord(line): " " for line in _LINES},
    **dict.fromkeys(map(ord, _OPENING + _CLOSING)),
}
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SUSPECT_IN_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_DIRECTION = re.compile(f"[{_OPENING}{_CLOSING}]")


def plain_text(text: str) -> str:
    """Body text whose controls are shown (ESC as ␛) instead of obeyed; newlines and tabs stay, CRLF and CR become LF.

    C1 controls are dropped (U+0085 is a line break), direction overrides too; embeddings and isolates that a line
    leaves open are dropped in that line, so that no direction leaks out of it. Lone surrogates become U+FFFD: the
    result is valid UTF-8.
    """
    if not _SUSPECT.search(text):
        return text
    harmless = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BODY)
    if _DIRECTION.search(harmless):
        harmless = "\n".join(_close_directions(line) for line in harmless.split("\n"))
    return harmless


def plain_line(text: str) -> str:
    """The same for one line: newlines and tabs become spaces, every direction mark that could leak is dropped."""
    if not _SUSPECT_IN_LINE.search(text):
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CHROME)


def _close_directions(line: str) -> str:
    """The line as it is when its embeddings and isolates balance, else without any of them."""
    depth = 0
    for mark in _DIRECTION.findall(line):
        depth += 1 if mark in _OPENING else -1
        if depth < 0:
            break
    return _DIRECTION.sub("", line) if depth else line
