"""What the tests of sources share: receiving, unfolding, and archives made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import open_sources, unfold

NOON = "2024-01-17T12:00:00Z"

FERRY = "The ferry carried 4,711 people in March 2021, the port authority said.\n\nFares rose by 12 percent."
"""A text of two paragraphs."""


def receive(
    path: Path | str, *, limit: int = 1 << 20, columns: Mapping[str, str] | None = None, encoding: str | None = None
) -> list[Original | SourceError]:
    """What a reference gives, received at noon, each unfolded or refused."""
    received = open_sources([str(path)], limit=limit, clock=lambda: NOON, columns=columns, encoding=encoding)
    return [item if isinstance(item, SourceError) else unfolded(item, limit) for item in received]


def unfolded(original: Original, limit: int = 1 << 20) -> Original | SourceError:
    """The original unfolded, or why it cannot be."""
    try:
        return unfold(original, limit)
    except SourceError as error:
        return error


def texts(path: Path | str, *, limit: int = 1 << 20) -> list[str]:
    """The unfolded texts of a reference; `! reason` for what was refused."""
    return [words(item) for item in receive(path, limit=limit)]


def words(item: Original | SourceError) -> str:
    """The text of what was received; `! reason` when it was refused."""
    if isinstance(item, SourceError):
        return f"! {item.message}"
    return item.given.text if item.given.text is not None else item.data.decode()


def good(item: Original | SourceError) -> Original:
    """What was received, which must not be a refusal."""
    assert isinstance(item, Original), item
    return item


def written(folder: Path, name: str, data: bytes | str) -> Path:
    """A file in this folder."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """An archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()
