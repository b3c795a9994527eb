"""A desk for somebody who sits at another machine: the library is theirs to work on, this machine's files are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn, Self

from tuifact.config import Settings
from tuifact.desk import Desk, Imported, Wanted
from tuifact.errors import ReportError, SourceError, TuifactError
from tuifact.model import Evidence

MOST_LINKS = 5
"""Links that are fetched at one request: the machine that serves is not to be made to ask many others."""


class VisitorDesk(Desk):
    """Takes in links, and files of one folder if there is one; reports go into a folder from where they are sent."""

    def __init__(self, folder: Path, settings: Settings | None = None, *, inbox: Path | None, reports: Path) -> None:
        """`inbox` is the folder whose files may be taken in; `reports` is emptied by whoever made it."""
        super().__init__(folder, settings)
        self._inbox = inbox.resolve() if inbox is not None else None
        self._reports = reports

    def another(self) -> Self:
        """A desk like this one on the same library, for another thread."""
        return type(self)(self.folder, self.settings, inbox=self._inbox, reports=self._reports)

    def import_sources(self, references: Sequence[str], **options: Any) -> Iterator[Imported]:  # noqa: ANN401
        """Take in links and files of the inbox. Raises `SourceError` for anything else, or for more than `MOST_LINKS`,
        before anything is read.

        The options are those of every desk, but links lead into no private network, and one process does the work.
        """
        allowed = [self._allowed(reference) for reference in references]
        if sum(map(_is_link, allowed)) > MOST_LINKS:
            raise SourceError(
                f"{len(allowed)} links at once: no more than {MOST_LINKS} from here", "take some at a time"
            )
        return super().import_sources(allowed, **{**options, "allow_private": False, "jobs": 1})

    def write_report(
        self,
        target: Path,
        articles: Sequence[str] = (),
        wanted: Wanted | None = None,
        **options: Any,  # noqa: ANN401
    ) -> Iterator[Path]:
        """Write one report to be sent; of its path only the name counts. The options are those of every desk."""
        if not target.name:
            raise ReportError("the report needs a name")
        ours = {"into_folder": False, "force": True}
        return super().write_report(
            self._reports / target.name, articles, _without_template(wanted), **{**options, **ours}
        )

    def report_pieces(
        self,
        articles: Sequence[str] = (),
        wanted: Wanted | None = None,
        **options: Any,  # noqa: ANN401
    ) -> Iterator[bytes]:
        """The report in pieces; a template that is a file of this machine is whoever serves' to choose."""
        return super().report_pieces(articles, _without_template(wanted), **options)

    def add_evidence(self, claim: str, evidence: Evidence, *, snapshot: Path | None = None, by: str = "") -> Evidence:
        """Give a claim a source; a copy of it is taken from the inbox."""
        allowed = Path(self._allowed(str(snapshot))) if snapshot is not None else None
        return super().add_evidence(claim, evidence, snapshot=allowed, by=by)

    def attach_snapshot(self, source: str, file: Path, *, by: str = "") -> Evidence:
        """Keep a copy of a source, from the inbox."""
        return super().attach_snapshot(source, Path(self._allowed(str(file))), by=by)

    def expect(self, references: Sequence[str]) -> int:
        """Nobody knows: counting would say what files there are."""
        return 0

    def passed_over(self, references: Iterable[str]) -> Mapping[str, int]:
        """Nothing: counting would say what files there are."""
        return {}

    def follow(self, *_: object, **__: object) -> NoReturn:
        """Not from here: a feed is asked again and again, for as long as it is followed."""
        raise _kept_from("feeds are followed")

    def unfollow(self, *_: object, **__: object) -> NoReturn:
        """Not from here either."""
        raise _kept_from("feeds are followed")

    def fetch(self, *_: object, **__: object) -> NoReturn:
        """Not from here: it asks every server there is a feed of."""
        raise _kept_from("feeds are fetched")

    def archive(self, *_: object, **__: object) -> NoReturn:
        """Not from here: an archive is asked in the name of whoever serves."""
        raise _kept_from("web archives are asked")

    def import_checks(self, *_: object, **__: object) -> NoReturn:
        """Not from here."""
        raise _kept_from("published checks are imported")

    def back_up(self, file: Path) -> NoReturn:
        """Not from here."""
        raise _kept_from("the library is backed up")

    def restore(self, file: Path) -> NoReturn:
        """Not from here."""
        raise _kept_from("a library is restored")

    def restore_report(self, *_: object, **__: object) -> NoReturn:
        """Not from here."""
        raise _kept_from("a report is made into a library")

    def _allowed(self, reference: str) -> str:
        if _is_link(reference):
            return reference
        if self._inbox is None:
            raise SourceError(f"{reference}: only links can be imported here", "serve --inbox FOLDER opens a folder")
        path = (self._inbox / reference).resolve()
        # A folder is refused, for what links in it lead to is anybody's guess.
        if not path.is_relative_to(self._inbox) or not path.is_file():
            raise SourceError(f"{reference}: no file of the inbox")
        return str(path)


def _is_link(reference: str) -> bool:
    return reference.lower().startswith(("http://", "https://"))


def _without_template(wanted: Wanted | None) -> Wanted | None:
    return replace(wanted, template="") if wanted is not None else None


def _kept_from(what: str) -> TuifactError:
    return TuifactError(f"{what} on the machine it is on", "ask whoever serves it")
