"""A desk with a library on it, opened when something in it is first asked for."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tuifact.config import Settings
from tuifact.desk import intake
from tuifact.desk.filters import detect_claims
from tuifact.errors import TuifactError
from tuifact.model import Article, Claim
from tuifact.model.plain import plain_line
from tuifact.paths import index_folder

if TYPE_CHECKING:
    from types import TracebackType

    from tuifact.library import Library
    from tuifact.sources import Terms as SourceTerms


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

    @property
    def _index_folder(self) -> Path:
        """A folder for what is looked up in this library, apart from it: nothing in it is worth keeping."""
        return index_folder() / sha256(str(self.folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]

    def _web_terms(self, *, allow_private: bool) -> SourceTerms:
        """What holds for everything that is fetched from the web."""
        from tuifact.sources import Terms as SourceTerms

        settings = self.settings
        return SourceTerms(limit=settings.most_bytes, allow_private=allow_private, seconds=settings.fetch_seconds)

    def _read(self, file: Path, refusal: type[TuifactError]) -> bytes:
        """The bytes of a file. Raises this error when it cannot be read, or is larger than the settings allow."""
        name = plain_line(str(file))
        try:
            with file.open("rb") as opened:
                data = opened.read(self.settings.most_bytes + 1)
        except OSError as error:
            raise refusal(f"{name}: {error.strerror or 'it cannot be read'}", "name a file") from error
        if len(data) > self.settings.most_bytes:
            more = "the setting max_megabytes allows more"
            raise refusal(f"{name} is larger than {self.settings.max_megabytes} MiB", more)
        return data

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
