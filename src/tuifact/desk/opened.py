"""A desk with a library on it, opened when something in it is first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from tuifact.config import Settings
from tuifact.desk import intake
from tuifact.desk.filters import detect_claims
from tuifact.model import Article, Claim

if TYPE_CHECKING:
    from types import TracebackType

    from tuifact.library import Library


class OpenLibrary:
    """What every use case starts from. Arguments that name an article or a claim take an id or a unique prefix."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        """`folder` is the library's; it is opened when something in it is first asked for."""
        self.folder = folder
        self.settings = settings or Settings()
        self._library: Library | None = None
        self._found: intake.FoundClaims = {}
        self._at_keyboard: str | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the library; asking again opens it again."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def another(self) -> Self:
        """A desk like this one, for another thread: a library is not shared between threads, its folder is."""
        return type(self)(self.folder, self.settings)

    @property
    def library(self) -> Library:
        """The open library. Raises `LibraryError` when it cannot be opened."""
        if self._library is None:
            from tuifact.library import Library

            self._library = Library.open(self.folder, find_claims=self._find_claims)
        return self._library

    def _find_claims(self, article: Article) -> tuple[Claim, ...]:
        ready = self._found.get(article.original.sha256)
        return detect_claims(article, rules_only=self.settings.rules_only) if ready is None else ready

    def _checker(self, by: str) -> str:
        """Who decides: the one named, else the one in the settings, else as `checker.py` finds out, once."""
        if by.strip() or self.settings.checker:
            return by.strip() or self.settings.checker
        if self._at_keyboard is None:
            from tuifact.desk.checker import who_is_there

            self._at_keyboard = who_is_there(self.folder)
        return self._at_keyboard
