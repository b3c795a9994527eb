"""One desk between the rooms and whoever asks: a checker at the keyboard, a script, a test."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from tuifact.config import Settings
from tuifact.desk import intake
from tuifact.desk.filters import Received, detect_claims, look_behind
from tuifact.errors import LibraryError, NotFound
from tuifact.model import Article, ArticleSummary, Claim, Dossier, Event, Kind, Original, Sentence, Status, Tally
from tuifact.paths import bundled

if TYPE_CHECKING:
    from types import TracebackType

    from tuifact.library import Library

Sort = Literal["order", "worth"]
"""Reading order, or what matters most first."""


NAME_WORDS = 6
"""Of the title, in the name proposed for a report's file: enough to know it, short enough to be read in one line."""


class Desk:
    """The use cases on one library. Every argument that names an article or a claim takes an id or a unique prefix."""

    def __init__(self, folder: Path, settings: Settings | None = None) -> None:
        """`folder` is the library's; it is opened when something in it is first asked for."""
        self.folder = folder
        self.settings = settings or Settings()
        self._library: Library | None = None
        self._found: intake.FoundClaims = {}

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

    @property
    def library(self) -> Library:
        """The open library. Raises `LibraryError` when it cannot be opened."""
        if self._library is None:
            from tuifact.library import Library

            self._library = Library.open(self.folder, find_claims=self._find_claims)
        return self._library

    def _find_claims(self, article: Article) -> tuple[Claim, ...]:
        ready = self._found.get(article.original.sha256)
        return detect_claims(article) if ready is None else ready

    # Taking in

    def import_sources(
        self,
        references: Sequence[str],
        *,
        tags: Sequence[str] = (),
        encoding: str | None = None,
        jobs: int = 1,
        dry_run: bool = False,
    ) -> Iterator[intake.Imported]:
        """Take in files, folders and standard input; yields what became of each text, in order, as it happens.

        A source that gives no article is reported and the others go on. What was yielded is stored: stopping early
        loses nothing of it.
        """
        from tuifact.sources import open_sources

        received = open_sources(references, limit=self.settings.max_megabytes << 20)
        prepared = intake.prepare_all(received, encoding, jobs)
        if dry_run:
            yield from intake.foresee(self.library, prepared)
            return
        if self.library.read_only:
            raise LibraryError(f"{self.folder}: the library cannot be written", "nothing was imported")
        yield from intake.store(self.library, prepared, tags, self._found)

    # Reading

    def articles(self, *, query: str | None = None, tag: str | None = None) -> tuple[ArticleSummary, ...]:
        """The shelf, newest first; `query` matches titles, bylines, sources and claims."""
        return self.library.articles(query=query, tag=tag)

    def summary(self, article: str) -> ArticleSummary:
        """What the shelf shows of one article."""
        return self.library.summary(self.library.resolve_article(article))

    def article(self, article: str) -> Article:
        """An article with its paragraphs."""
        return self.library.article(self.library.resolve_article(article))

    def original(self, article: str) -> Original:
        """The bytes an article was made of."""
        return self.library.original(self.library.resolve_article(article))

    def received(self, article: str, paragraph: int) -> Received:
        """What a paragraph was before cleaning, and what cleaning did to it."""
        stored = self.article(article)
        original = self.original(article)
        return look_behind(original, stored.paragraphs[paragraph])

    def claims(
        self,
        article: str | None = None,
        *,
        status: Status | None = None,
        speaker: str | None = None,
        query: str | None = None,
        sort: Sort = "order",
        limit: int | None = None,
    ) -> tuple[Claim, ...]:
        """Claims of one article or of all, in reading order or by check-worthiness (highest first)."""
        chosen = self.library.resolve_article(article) if article is not None else None
        in_order = sort == "order"
        found = self.library.claims(
            chosen, status=status, speaker=speaker, query=query, limit=limit if in_order else None
        )
        if in_order:
            return found
        return tuple(sorted(found, key=lambda claim: -claim.worth))[:limit]

    def claim(self, claim: str) -> Claim:
        """One claim."""
        return self.library.claim(self.library.resolve_claim(claim))

    def tally(self) -> Tally:
        """How all claims of the library stand."""
        return Tally(**self.library.counts())

    def history(self, claim: str | None = None) -> tuple[Event, ...]:
        """Who changed what when, oldest first: of one claim, or of the library."""
        return self.library.history(self.library.resolve_claim(claim) if claim is not None else None)

    def changes(self, after: str | None = None) -> tuple[tuple[Event, ...], str]:
        """What happened after this mark, in this program or another, and the mark to ask with next time."""
        return self.library.changes(after)

    # Deciding

    def mark(
        self, claims: Sequence[str], status: Status, *, by: str = "", note: str = "", internal_note: str = ""
    ) -> tuple[Claim, ...]:
        """Give claims a status: all or none, on disk when it returns, one undo. An empty note keeps what is there."""
        chosen = [self.library.resolve_claim(claim) for claim in claims]
        return self.library.mark_many(
            [(claim, status) for claim in chosen], by=self._checker(by), note=note, internal_note=internal_note
        )

    def write_note(self, claim: str, note: str, *, by: str = "") -> Claim:
        """Set or clear the public note of a claim."""
        return self.library.write_note(self.library.resolve_claim(claim), note, by=self._checker(by))

    def undo(self, *, by: str = "") -> tuple[Event, ...]:
        """Take back the last decision, wherever it was made; empty when there is none."""
        return self.library.undo(by=self._checker(by))

    def redo(self, *, by: str = "") -> tuple[Event, ...]:
        """Do again what was taken back last; empty when there is nothing."""
        return self.library.redo(by=self._checker(by))

    # Reporting

    def dossier(self, article: str) -> Dossier:
        """Everything a report on this article is made of."""
        chosen = self.library.resolve_article(article)
        text = self.library.article(chosen)
        claims = self.library.claims(chosen)
        return Dossier(
            summary=self.library.summary(chosen),
            article=text,
            claims=claims,
            history=self.library.history(article=chosen),
            unchecked=_left_out(text, claims),
        )

    def report(
        self,
        articles: Sequence[str] = (),
        *,
        form: str = "markdown",
        statuses: Sequence[Status] = (),
        internal: bool = False,
    ) -> Iterator[str]:
        """The report on these articles (all when none is named), piece by piece.

        Raises `ReportError` for an unknown form, `NotFound` for an unknown article or an empty library.
        """
        from tuifact.reports import ReportOptions, choose_report

        report = choose_report(form)
        options = ReportOptions(statuses=tuple(statuses), internal=internal)
        return report.render(self._dossiers(articles), options)

    def write_report(
        self,
        target: Path,
        articles: Sequence[str] = (),
        *,
        into_folder: bool = False,
        form: str = "markdown",
        statuses: Sequence[Status] = (),
        internal: bool = False,
        force: bool = False,
    ) -> Iterator[Path]:
        """Write the report to a file, or one file an article into a folder; yields each path once it is written.

        Raises `ReportError` when a file is in the way and `force` is not set; nothing is overwritten then.
        """
        from tuifact.reports import ReportOptions, choose_report, write_each, write_one

        report = choose_report(form)
        options = ReportOptions(statuses=tuple(statuses), internal=internal)
        dossiers = self._dossiers(articles)
        if into_folder:
            yield from write_each(target, report, dossiers, options, force=force)
        else:
            yield write_one(target, report.render(dossiers, options), force=force)

    def report_name(self, article: str) -> str:
        """A file name for an article's report, without its ending: safe, short, and like no other's."""
        from tuifact.reports import safe_name

        summary = self.summary(article)
        return safe_name(" ".join(summary.title.split()[:NAME_WORDS]), summary.id[:6])

    def _dossiers(self, articles: Sequence[str]) -> Iterator[Dossier]:
        chosen = [self.library.resolve_article(article) for article in articles]
        chosen = list(dict.fromkeys(chosen)) or [summary.id for summary in self.library.articles()]
        if not chosen:
            raise NotFound("the library holds no article yet", "tuifact import FILE")
        return map(self.dossier, chosen)

    def _checker(self, by: str) -> str:
        return by or self.settings.checker_name


@contextmanager
def open_demo(settings: Settings | None = None) -> Iterator[tuple[Desk, tuple[str, ...]]]:
    """A desk on a throw-away library with the sample articles, and their ids, the one to begin with first."""
    with tempfile.TemporaryDirectory(prefix="tuifact-demo-", ignore_cleanup_errors=True) as scratch:
        samples = sorted(path for path in bundled("sample_data").iterdir() if path.is_file())
        texts = [str(path) for path in samples if path.name != "README.md"]
        with Desk(Path(scratch) / "library", settings) as desk:
            added = list(desk.import_sources(texts))
            yield desk, tuple(item.article for item in added if item.article)


def _left_out(article: Article, claims: Sequence[Claim]) -> tuple[Sentence, ...]:
    """Opinions and predictions nobody needs to check, which a report lists with the reason."""
    from tuifact.claims import annotate

    taken = {(claim.paragraph, claim.start) for claim in claims}
    return tuple(
        sentence
        for sentence in annotate(article)
        if sentence.kind in (Kind.OPINION, Kind.PREDICTION) and (sentence.paragraph, sentence.start) not in taken
    )
