"""Reporting: what was found out, for others to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuifact.desk.dossiers import Dossiers
from tuifact.errors import ReportError
from tuifact.model import Dossier, Status
from tuifact.model.plain import plain_line
from tuifact.paths import config_file

if TYPE_CHECKING:
    from tuifact.reports import Report, ReportOptions

Progress = Callable[[int], None]
"""Told how many more articles are done."""

Tell = Callable[[str, str], None]
"""Told what a report lacks, and for which article; its title is empty when it is for all."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a report is to hold and how it is to be written."""

    form: str = "markdown"
    statuses: tuple[Status, ...] = ()
    """Only claims of these; empty means all."""
    tags: tuple[str, ...] = ()
    """Only articles that have one of these; empty means all."""
    internal: bool = False
    """With internal notes."""
    url: str = ""
    """Where the report will be read; empty takes the setting."""
    publisher: str = ""
    """Who publishes it; empty takes the setting."""
    template: str = ""
    """A template of one's own, by file or by name; empty takes the setting."""


class Reporting(Dossiers):
    """What turns articles and verdicts into reports."""

    def report_pieces(
        self,
        articles: Sequence[str] = (),
        wanted: Wanted | None = None,
        *,
        text: bool = False,
        progress: Progress | None = None,
        tell: Tell | None = None,
    ) -> Iterator[bytes]:
        """The report on these articles as it stands in a file, piece by piece; with `text` only if it is text.

        Raises `ReportError` for a form that is unknown or no text, `NotFound` for an unknown article or an empty
        library.
        """
        report, options = self._form(wanted or Wanted(), text=text)
        dossiers = self._counted(self.dossiers(articles, tags=wanted.tags if wanted else ()), progress)
        return report.pieces(_heard(dossiers, report, options, tell), options)

    def write_report(
        self,
        target: Path,
        articles: Sequence[str] = (),
        wanted: Wanted | None = None,
        *,
        into_folder: bool = False,
        force: bool = False,
        index: bool = False,
        progress: Progress | None = None,
        tell: Tell | None = None,
    ) -> Iterator[Path]:
        """Write the report to a file, or each article's into a folder; yields each path once it is written.

        `index` adds a page on all articles of a folder. Raises `ReportError` when a file is in the way and `force` is
        not set; nothing is overwritten then.
        """
        from tuifact.reports import write_each, write_one

        report, options = self._form(wanted or Wanted())
        dossiers = self._counted(self.dossiers(articles, tags=wanted.tags if wanted else ()), progress)
        heard = _heard(dossiers, report, options, tell)
        if into_folder:
            yield from write_each(target, report, heard, options, force=force, index=index)
        else:
            yield write_one(target, report.pieces(heard, options), force=force)

    def report_faults(self, data: bytes, wanted: Wanted) -> tuple[str, ...]:
        """What is wrong with a report as it was written, a line each."""
        report, _ = self._form(wanted)
        return tuple(report.faults(data))

    def report_name(self, article: str) -> str:
        """The name of an article's report without its ending, as of its file where many are written into a folder."""
        from tuifact.reports import safe_name

        summary = self.library.summary(self.library.resolve_article(article))
        return safe_name(summary.title, summary.id)

    def _form(self, wanted: Wanted, *, text: bool = False) -> tuple[Report, ReportOptions]:
        from tuifact.reports import ReportOptions, choose_report, choose_template, choose_text

        settings = self.settings
        options = ReportOptions(
            statuses=wanted.statuses,
            internal=wanted.internal,
            url=wanted.url or settings.report_url,
            publisher=wanted.publisher or settings.publisher,
            publisher_url=settings.publisher_url,
            ratings=settings.ratings,
        )
        chosen = {"markdown": settings.markdown_template, "html": settings.html_template}.get(wanted.form, "")
        if template := wanted.template or chosen:
            return choose_template(wanted.form, find_template(template)), options
        return (choose_text if text else choose_report)(wanted.form), options

    @staticmethod
    def _counted(dossiers: Iterator[Dossier], progress: Progress | None) -> Iterator[Dossier]:
        for dossier in dossiers:
            yield dossier
            if progress:
                progress(1)


def find_template(name: str) -> Path:
    """The template of this name: a file, else one in the folder `templates` beside the settings.

    Raises `ReportError` when there is neither.
    """
    own = config_file().parent / "templates" / name
    for file in (Path(name).expanduser(), own):
        if file.is_file():
            return file.absolute()
    raise ReportError(f"{plain_line(name)}: there is no such template", f"name a file, or one in {own.parent}")


def _heard(dossiers: Iterator[Dossier], report: Report, options: ReportOptions, tell: Tell | None) -> Iterator[Dossier]:
    """The dossiers as they pass; what their reports will lack is told."""
    for dossier in dossiers:
        for gap in report.gaps(dossier, options) if tell else ():
            if tell:
                tell(str(gap), gap.article)
        yield dossier
