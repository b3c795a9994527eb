"""Taking in: references become articles in the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tuifact.desk import intake
from tuifact.desk.copying import CopyFinder
from tuifact.desk.preparing import Terms, prepare_all
from tuifact.desk.restoring import Restoring, split_reports
from tuifact.errors import LibraryError
from tuifact.model import ArticleSummary

if TYPE_CHECKING:
    from tuifact.sources import Received


class TakingIn(Restoring):
    """What puts articles into the library."""

    def import_sources(
        self,
        references: Sequence[str],
        *,
        tags: Sequence[str] = (),
        encoding: str | None = None,
        form: str | None = None,
        rules_only: bool = False,
        columns: Mapping[str, str] | None = None,
        allow_private: bool = False,
        jobs: int = 1,
        dry_run: bool = False,
    ) -> Iterator[intake.Imported]:
        """Take in files, folders, links and standard input; yields what became of each text, in order, as it happens.

        `columns` says which column or key of a corpus holds a fact (`{"text": "body"}`), where the name does not;
        `form` how to read what neither its name nor its bytes explain (`csv`, `text/html`).

        A source that gives no article is reported and the others go on. What was yielded is stored: stopping early
        loses nothing of it. A JSON report comes back with its verdicts. A page is asked for only if it is another than
        the one that is here. What is here already stays as it is, unless `encoding` or `form` says how to read it.
        """
        from tuifact.sources import open_sources

        reports, others = split_reports(references)
        for report in reports:
            yield from self.restore_report(report, dry_run=dry_run)
        if reports and not others:
            return
        reread = encoding is not None or form is not None
        received = open_sources(
            others,
            limit=self.settings.most_bytes,
            encoding=encoding,
            columns=columns,
            form=form,
            allow_private=allow_private,
            seconds=self.settings.fetch_seconds,
            validators=None if reread else self.library.validators,
        )
        terms = Terms(encoding, rules_only or self.settings.rules_only, self.settings.most_bytes)
        yield from self._take_in(received, terms, tags=tags, jobs=jobs, dry_run=dry_run, reread=reread)

    def _take_in(
        self,
        received: Iterable[Received],
        terms: Terms,
        *,
        tags: Sequence[str] = (),
        jobs: int = 1,
        dry_run: bool = False,
        reread: bool = False,
    ) -> Iterator[intake.Imported]:
        """Prepare and store what was received; what is here already is only prepared when it is to be read again."""
        find_known = (lambda _: None) if reread else self.library.find_original
        prepared = prepare_all(received, terms, jobs, find_known)
        if self.library.read_only and not dry_run:
            raise LibraryError(f"{self.folder}: the library cannot be written", "nothing was imported")
        with self._copies(keep=not dry_run) as copies:
            if dry_run:
                yield from intake.foresee(self.library, prepared, copies)
            else:
                yield from intake.store(self.library, prepared, tags, self._found, copies, reread=reread)

    @contextmanager
    def _copies(self, *, keep: bool) -> Iterator[CopyFinder]:
        """What knows the texts of this library."""
        file = self._index_folder.with_name(f"{self._index_folder.name}-copies.db")
        with CopyFinder(self.library, file, keep=keep) as copies:
            yield copies

    def expect(self, references: Sequence[str]) -> int:
        """About how many texts are behind these references, for a bar; 0 when that is not known before reading."""
        from tuifact.sources import count_texts

        return count_texts(references)

    def passed_over(self, references: Iterable[str]) -> Mapping[str, int]:
        """How many files of these folders are no texts by their names, by suffix, the most first."""
        from tuifact.sources import count_passed_over

        return dict(count_passed_over(references).most_common())

    def dropped_articles(self) -> tuple[ArticleSummary, ...]:
        """What was set aside, newest first."""
        return self.library.articles(dropped=True)

    def drop_articles(self, articles: Sequence[str], *, by: str = "") -> tuple[ArticleSummary, ...]:
        """Set articles aside with their claims: all or none, one undo. Nothing is erased; imports leave them there."""
        chosen = dict.fromkeys(map(self.library.resolve_article, articles))
        return self.library.drop(*chosen, by=self._checker(by))

    def bring_back(self, articles: Sequence[str], *, by: str = "") -> tuple[ArticleSummary, ...]:
        """Take dropped articles in again with their claims and verdicts: all or none, one undo."""
        chosen = dict.fromkeys(map(self.library.resolve_article, articles))
        return self.library.restore(*chosen, by=self._checker(by))

    def set_tags(self, article: str, tags: Iterable[str]) -> ArticleSummary:
        """Give an article these tags and no others."""
        return self.library.set_tags(self.library.resolve_article(article), tags)
