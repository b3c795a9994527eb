"""How many texts will come, for a progress bar: quickly, and without reading one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tuifact.sources.folders import find_texts, is_folder, passed_over
from tuifact.sources.forms import suffix_of
from tuifact.sources.interface import Terms
from tuifact.sources.links import Links

_CHUNK = 1 << 20
_MARKS = {
    **dict.fromkeys(("jsonl", "ndjson", "csv", "tsv"), b"\n"),
    "mbox": b"\nFrom ",
}
"""By suffix, what stands between two texts of a collection."""


def count_texts(references: Iterable[str]) -> int:
    """About how many texts are behind these references; 0 when one of them does not say before it is read.

    Rows that go over several lines are counted by their lines, and a book, a feed or a link as one: a bar that is
    corrected at the end is better than none.
    """
    total = 0
    for reference in references:
        count = count_behind(reference)
        if not count:
            return 0
        total += count
    return total


def count_passed_over(references: Iterable[str]) -> Counter[str]:
    """How many files of these folders are passed over because they are no texts by their names, by suffix.

    The suffix is without its dot, in small letters; empty where a file has none.
    """
    folders = [reference for reference in references if is_folder(reference)]
    return Counter(suffix_of(name) for folder in folders for name in passed_over(folder))


def count_behind(reference: str) -> int:
    """The same for one reference."""
    if Links(Terms()).accepts(reference):
        return 1
    try:
        path = Path(reference)
        if path.is_dir():
            return sum(count_in(found) for found in find_texts(reference) if isinstance(found, str))
        return count_in(reference) if path.is_file() else 0
    except (OSError, ValueError):
        return 0


def count_in(name: str) -> int:
    """The texts in a file, at least one."""
    mark = _MARKS.get(suffix_of(name))
    if mark is None:
        return 1
    count, tail = 0, b""
    with Path(name).open("rb") as file:
        while chunk := file.read(_CHUNK):
            seen = tail + chunk
            count += seen.count(mark)
            tail = seen[len(seen) - len(mark) + 1 :] if len(mark) > 1 else b""
    has_head = mark == b"\n" and suffix_of(name) in ("csv", "tsv")
    return max(1, count - has_head + (mark != b"\n"))
