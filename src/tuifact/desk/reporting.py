"""Reporting: what was found out, for others to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import NotFound
from tuifact.model import Article, Claim, Dossier, Kind, Sentence, Status

NAME_WORDS = 6
"""Of the title, in the name proposed for a report's file: enough to know it, short enough to be read in one line."""


class Reporting(OpenLibrary):
    """What turns articles and verdicts into reports."""

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
        from tuifact.reports import ReportOptions, choose_text

        report = choose_text(form)
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
            yield write_one(target, report.pieces(dossiers, options), force=force)

    def report_name(self, article: str) -> str:
        """A file name for an article's report, without its ending: safe, short, and like no other's."""
        from tuifact.reports import safe_name

        summary = self.library.summary(self.library.resolve_article(article))
        return safe_name(" ".join(summary.title.split()[:NAME_WORDS]), summary.id[:6])

    def _dossiers(self, articles: Sequence[str]) -> Iterator[Dossier]:
        chosen = [self.library.resolve_article(article) for article in articles]
        chosen = list(dict.fromkeys(chosen)) or [summary.id for summary in self.library.articles()]
        if not chosen:
            raise NotFound("the library holds no article yet", "tuifact import FILE")
        return map(self.dossier, chosen)


def _left_out(article: Article, claims: Sequence[Claim]) -> tuple[Sentence, ...]:
    """Opinions and predictions nobody needs to check, which a report lists with the reason."""
    from tuifact.claims import annotate

    taken = {(claim.paragraph, claim.start) for claim in claims}
    return tuple(
        sentence
        for sentence in annotate(article)
        if sentence.kind in (Kind.OPINION, Kind.PREDICTION) and (sentence.paragraph, sentence.start) not in taken
    )
