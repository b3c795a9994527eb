"""Restoring: articles come back, with all that was decided about them, from a JSON report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tuifact.desk import intake
from tuifact.desk.opened import OpenLibrary
from tuifact.errors import ReportError
from tuifact.model import Dossier
from tuifact.model.plain import plain_line

HEAD = 256
"""Bytes that tell a report from other files."""


class Restoring(OpenLibrary):
    """What takes reports in again."""

    def restore_report(self, file: Path, *, dry_run: bool = False) -> Iterator[intake.Imported]:
        """Take over the articles of a JSON report; yields what became of each. One that is here is left alone."""
        from tuifact.reports import read_report

        name = plain_line(str(file))
        dossiers: list[Dossier] = []
        try:
            data = self._read(file, ReportError)
        except ReportError as error:
            yield intake.rejected(name, error)
            return
        try:
            for found in read_report(data):
                if isinstance(found, ReportError):
                    yield intake.rejected(name, ReportError(f"{name}: {found.message}", found.hint))
                else:
                    dossiers.append(found)
        except ReportError as error:
            yield intake.rejected(name, ReportError(f"{name}: {error.message}", error.hint))
            return
        said = [_told(dossier, name) for dossier in dossiers]
        if dry_run:
            yield from said
            return
        for one, added in zip(said, self.library.take_over(dossiers), strict=True):
            yield replace(one, outcome=added.outcome, article=added.article, claims=added.claims)


def split_reports(references: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The JSON reports among these references, and the rest."""
    reports = [reference for reference in references if _is_report(reference)]
    return [Path(one) for one in reports], [one for one in references if one not in reports]


def _is_report(reference: str) -> bool:
    from tuifact.reports import is_report

    if not reference.endswith(".json"):
        return False
    try:
        with Path(reference).open("rb") as file:
            return is_report(file.read(HEAD))
    except (OSError, ValueError):
        return False


def _told(dossier: Dossier, name: str) -> intake.Imported:
    """What is known of an article before it is in the library."""
    return intake.Imported(
        source=name,
        outcome="imported",
        title=dossier.summary.title,
        claims=len(dossier.claims),
        sha256=dossier.summary.sha256,
        encoding=dossier.article.original.encoding,
        warnings=tuple(_copies_left_out(dossier)),
    )


def _copies_left_out(dossier: Dossier) -> Iterator[str]:
    count = sum(source.snapshot is not None for claim in dossier.claims for source in claim.evidence)
    if count:
        yield f"{count} kept {'copy' if count == 1 else 'copies'} of sources are not in a report"
