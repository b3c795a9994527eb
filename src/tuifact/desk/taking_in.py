"""Taking in: references become articles in the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tuifact.desk import intake
from tuifact.desk.opened import OpenLibrary
from tuifact.errors import LibraryError
from tuifact.model import ArticleSummary


class TakingIn(OpenLibrary):
    """What puts articles into the library."""

    def import_sources(
        self,
        references: Sequence[str],
        *,
        tags: Sequence[str] = (),
        encoding: str | None = None,
        rules_only: bool = False,
        columns: Mapping[str, str] | None = None,
        allow_private: bool = False,
        jobs: int = 1,
        dry_run: bool = False,
    ) -> Iterator[intake.Imported]:
        """Take in files, folders, links and standard input; yields what became of each text, in order, as it happens.

        `columns` says which column or key of a corpus holds a fact (`{"text": "body"}`), where the name does not.

        A source that gives no article is reported and the others go on. What was yielded is stored: stopping early
        loses nothing of it.
        """
        from tuifact.sources import open_sources

        received = open_sources(
            references,
            limit=self.settings.max_megabytes << 20,
            encoding=encoding,
            columns=columns,
            allow_private=allow_private,
        )
        terms = intake.Terms(encoding, rules_only or self.settings.rules_only)
        prepared = intake.prepare_all(received, terms, jobs)
        if dry_run:
            yield from intake.foresee(self.library, prepared)
            return
        if self.library.read_only:
            raise LibraryError(f"{self.folder}: the library cannot be written", "nothing was imported")
        yield from intake.store(self.library, prepared, tags, self._found)

    def expect(self, references: Sequence[str]) -> int:
        """About how many texts are behind these references, for a bar; 0 when that is not known before reading."""
        from tuifact.sources import count_texts

        return count_texts(references)

    def set_tags(self, article: str, tags: Iterable[str]) -> ArticleSummary:
        """Give an article these tags and no others."""
        chosen = self.library.resolve_article(article)
        wanted, has = list(dict.fromkeys(tags)), self.library.summary(chosen).tags
        if gone := [tag for tag in has if tag not in wanted]:
            self.library.untag(chosen, gone)
        if new := [tag for tag in wanted if tag not in has]:
            self.library.tag(chosen, new)
        return self.library.summary(chosen)
