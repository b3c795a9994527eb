"""Copies: what comes in and is nearly the text of an article that is here."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tuifact.errors import LibraryError, NotFound

if TYPE_CHECKING:
    from tuifact.library import Library
    from tuifact.sources import Fingerprint

SHOWN = 3
"""Articles named as copies of one text, the likest first."""


@dataclass(frozen=True, slots=True)
class LikeArticle:
    """An article that has nearly the same text."""

    article: str
    """Its id; of one that is not stored (a dry run) its source."""
    title: str
    likeness: float
    """The share of the shorter text's runs of three words that both have, 0 to 1."""


class CopyFinder:
    """Knows the texts of a library by their fingerprints, and finds those that are like another.

    The index is kept beside the library for speed alone. When it cannot be used no copies are found: that is no reason
    to stop an import.
    """

    def __init__(self, library: Library, file: Path, *, keep: bool) -> None:
        """`keep` is False for a dry run: what comes in is then known for as long as it lasts."""
        from tuifact.sources import CopyIndex

        self._library = library
        self._index = CopyIndex(file)
        self._passing = None if keep else CopyIndex()
        self._works = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._index.close()
        if self._passing is not None:
            self._passing.close()

    def take(self, prints: Mapping[str, Fingerprint]) -> dict[str, tuple[LikeArticle, ...]]:
        """Know these texts, by article id, and say for each which of those known before are like it."""
        import sqlite3

        if not self._works:
            return {}
        try:
            mark = self._catch_up(prints)
            found = {article: self._take(article, print_) for article, print_ in prints.items()}
            self._index.flush(mark)
        except sqlite3.Error:
            self._works = False
            return {}
        return {article: like for article, like in found.items() if like}

    def _take(self, article: str, print_: Fingerprint) -> tuple[LikeArticle, ...]:
        found = [copy for copy in self._index.find(print_) if copy.id != article]
        if self._passing is not None:
            found += [copy for copy in self._passing.find(print_) if copy.id != article]
            self._passing.add(article, print_)
        else:
            self._index.add(article, print_)
        titles = {copy.id: self._title(copy.id) for copy in found}
        shown = sorted(found, key=lambda copy: -copy.likeness)
        named = [(copy, titles[copy.id]) for copy in shown if titles[copy.id] is not None]
        return tuple(LikeArticle(copy.id, title or "", copy.likeness) for copy, title in named[:SHOWN])

    def _title(self, article: str) -> str | None:
        """The title of an article; None when it was set aside, empty for what is not stored."""
        try:
            return self._library.summary(article).title
        except NotFound:
            return None if self._passing is None else ""

    def _catch_up(self, ours: Container[str]) -> str:
        """Know what came by other ways, or before there was an index; the mark up to which all is known."""
        from tuifact.sources import fingerprint

        news = self._library.arrivals(self._index.mark)
        for article in news.articles:
            if article not in ours:
                try:
                    self._index.add(article, fingerprint(self._library.words(article)))
                except LibraryError:
                    continue  # its file is damaged; the doctor says so
        return news.mark
