"""The packets between a reader in a process of its own and the server: a letter, a length, a payload.

The form is that of Textual's web driver (`textual.drivers.web_driver`): `D` is what a terminal would send or receive,
`M` is JSON about it. Lengths are four bytes, the most significant first.
"""

from __future__ import annotations

import json
from asyncio import StreamReader
from typing import Any

DATA, META = b"D", b"M"

PRELUDE = b"__GANGLION__\n"
"""The driver's first line: from here on there are packets."""

MOST_COLUMNS, MOST_ROWS = 1000, 500
"""The largest terminal a browser may ask for: every cell costs memory."""

_HEAD = 5
"""Bytes of the letter and the length."""


def data_packet(text: str) -> bytes:
    """Keys and pasted text on their way to the reader."""
    return _packet(DATA, text.encode("utf-8", "replace"))


def meta_packet(**values: str | int) -> bytes:
    """A message about the terminal (`type="resize"` …)."""
    return _packet(META, json.dumps(values).encode())


def packet_of(message: str) -> bytes:
    """What a message of the browser means for the reader; nothing for one that means nothing to it.

    The page sends JSON lists: `["stdin", text]`, `["resize", {"width", "height"}]`, `["focus"]`, `["blur"]`. Raises
    `ValueError` for what is none of ours.
    """
    try:
        read = json.loads(message)
    except RecursionError as error:
        raise ValueError("a message too deep to be read") from error
    match read:
        case ["stdin", str(text)]:
            return data_packet(text)
        case ["resize", {"width": int(width), "height": int(height)}]:
            return meta_packet(type="resize", width=bounded(width, MOST_COLUMNS), height=bounded(height, MOST_ROWS))
        case ["focus" | "blur" as change, *_]:
            return meta_packet(type=change)
        case [str(name), *_] if name not in ("stdin", "resize"):
            return b""
    raise ValueError("a message of another kind")


def bounded(cells: int, most: int) -> int:
    """A number of columns or rows a terminal can have."""
    return max(1, min(cells, most))


async def next_packet(stream: StreamReader) -> tuple[bytes, bytes]:
    """The next letter and payload. Raises `IncompleteReadError` at the end."""
    head = await stream.readexactly(_HEAD)
    return head[:1], await stream.readexactly(int.from_bytes(head[1:], "big"))


async def skip_prelude(stream: StreamReader) -> bool:
    """Read on to the first packet; False when the program ended without one."""
    while line := await stream.readline():
        if line == PRELUDE:
            return True
    return False


def meta_of(payload: bytes) -> dict[str, Any]:
    """A message of the reader about the terminal."""
    read = json.loads(payload)
    return read if isinstance(read, dict) else {}


def _packet(letter: bytes, payload: bytes) -> bytes:
    return letter + len(payload).to_bytes(4, "big") + payload
