"""Ids: the same on every machine for the same bytes, so that copies of a library speak of the same things."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from hashlib import sha256

from tuifact.model import Original

LENGTH = 12
"""Hexadecimal digits: 48 bits, which among a million claims leaves a chance of 1 in 560 that any two meet."""

ID = re.compile(f"[0-9a-f]{{{LENGTH}}}")
"""An id as it is written."""

_ROW = re.compile(r"#(?:row|entry|message|item|line)?[ :=-]?(\d+)$")


def source_row(source: str) -> str:
    """The row of a corpus that this source names (`talks.jsonl#12`); empty for a document of its own."""
    found = _ROW.search(source)
    return found[1] if found else ""


def article_id(original: Original) -> str:
    """The id of the article of these bytes; rows of a corpus that are equal are articles of their own."""
    return _digits(digest(original))


def digest(original: Original) -> str:
    """What tells originals apart: the SHA-256 of the bytes, and the row where they are one of a corpus."""
    row = source_row(original.source)
    return f"{original.sha256}#{row}" if row else original.sha256


def claim_ids(article: str, texts: Iterable[str], taken: Container[str] = ()) -> list[str]:
    """The ids of an article's claims, told apart by their text and, where that is said again, by how often before;
    those taken are passed over."""
    seen: Counter[str] = Counter()
    ids = []
    for text in texts:
        while (made := _digits(f"{article}\n{text}\n{seen[text]}")) in taken:
            seen[text] += 1
        seen[text] += 1
        ids.append(made)
    return ids


def attached_id(claim: str, words: str, repeat: int = 0) -> str:
    """The id of what is attached to a claim, told apart by its words: two copies that attach the same have one of it.
    `repeat` counts on where the words of an earlier one were changed meanwhile."""
    return _digits(f"{claim}\n{words}\n{repeat}")


def _digits(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
