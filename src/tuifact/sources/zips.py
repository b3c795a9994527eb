"""ZIP archives that claim to be documents: nothing is inflated before its size is known to be allowed."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable

from tuifact.sources.interface import Refused, size_in_words

MOST_MEMBERS = 20_000
"""Files in one archive; a book has hundreds."""

_ENTRY = 512
"""Bytes a member may take in the list of them, its name and what else is said of it."""

_END = struct.Struct("<4s4H2LH")
"""The end of an archive (APPNOTE 4.3.16); the sixth field is the size of the list of members."""

_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 0xFFFF

_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError, RuntimeError,
    NotImplementedError, LookupError, OverflowError,
)  # fmt: skip
"""What the standard library says of damaged, encrypted or foreign archives."""


def directory_size(data: bytes) -> int:
    """Bytes of the list of members, as the end of an archive says; 0 where there is no such end.

    Python reads all of the list at once: a million empty members would take a gigabyte before one could be counted.
    """
    at = len(data) - _END.size
    if at < 0 or not data.startswith(_END_MARK, at) or data[-2:] != b"\0\0":
        at = data.rfind(_END_MARK, max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if at < 0 or at + _END.size > len(data):
        return 0
    size: int = _END.unpack_from(data, at)[5]
    return size


class Archive:
    """The members of an archive, by name."""

    def __init__(self, data: bytes, source: str, limit: int) -> None:
        """`limit` is in bytes, for all members that are read together. Raises `Refused` for what is no archive."""
        self.source = source
        self._limit = limit
        self._read = 0
        if directory_size(data) > MOST_MEMBERS * _ENTRY:
            raise Refused(source, f"lists more than the {MOST_MEMBERS:,} files a document may have")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except _BROKEN as error:
            raise Refused(source, "is damaged: no readable archive") from error
        if len(infos) > MOST_MEMBERS:
            raise Refused(source, f"holds {len(infos):,} files, more than the {MOST_MEMBERS:,} a document may have")
        self._infos = {info.filename: info for info in infos}

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def refuse_bomb(self, names: Iterable[str]) -> None:
        """Raise `Refused` when these members together declare more than the limit; nothing is inflated."""
        total = sum(self._infos[name].file_size for name in set(names) if name in self._infos)
        if total > self._limit:
            raise self._too_much(total)

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises `Refused` when it is missing, damaged, encrypted, or beyond the limit."""
        info = self._infos.get(name)
        if info is None:
            raise Refused(self.source, f"is damaged: {name} is missing in it")
        self._read += info.file_size
        if self._read > self._limit:
            raise self._too_much(self._read)
        try:
            # What is inflated never exceeds the declared size: the standard library stops there and checks the sum.
            with self._zip.open(info) as member:
                return member.read(info.file_size + 1)
        except _BROKEN as error:
            raise Refused(self.source, f"is damaged: {name} cannot be read in it") from error

    def _too_much(self, size: int) -> Refused:
        sizes = f"{size_in_words(size)}, more than the {size_in_words(self._limit)}"
        return Refused(self.source, f"unpacks to {sizes} a document may have")
