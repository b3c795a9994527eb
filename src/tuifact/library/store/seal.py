"""JSON that knows when it was damaged: its first field is a checksum of every byte that follows.

CRC-32 finds every flipped bit and every damaged run of up to 32 bits, and costs a fifth of reading the file.
"""

from __future__ import annotations

from typing import Any
from zlib import crc32

import orjson

HEAD = b'{"sum":"'


class Damaged(ValueError):
    """These bytes are not what was written; the words say how that shows."""


def seal(record: dict[str, Any]) -> bytes:
    """The record, which must not be empty, as one line of JSON without its newline.

    >>> seal({"by": "ana"})
    b'{"sum":"d413b6e1","by":"ana"}'
    """
    rest = b'",' + orjson.dumps(record)[1:]
    return b"%b%08x%b" % (HEAD, crc32(rest), rest)


def is_sealed(raw: bytes, head: bytes = HEAD) -> bool:
    """Whether the text begins like this and its checksum holds."""
    start = len(head)
    return raw.startswith(head) and raw[start : start + 8] == b"%08x" % crc32(memoryview(raw)[start + 8 :])


def check_seal(raw: bytes) -> bytes:
    """The checksum, eight hexadecimal digits; raises `Damaged` when it does not hold."""
    if not is_sealed(raw):
        raise Damaged("its checksum does not hold")
    return raw[len(HEAD) : len(HEAD) + 8]


def unseal(raw: bytes) -> dict[str, Any]:
    """The record with its checksum still in it as `sum`; raises `Damaged` when it does not hold."""
    check_seal(raw)
    record: dict[str, Any] = orjson.loads(raw)
    return record
