"""Archiving: a copy of the page that was checked, kept by somebody else, for when it changes or goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from tuifact.desk.opened import OpenLibrary
from tuifact.errors import SourceError
from tuifact.model import ArticleSummary

if TYPE_CHECKING:
    from tuifact.sources import Terms as SourceTerms

AT_ONCE = 4
"""Pages asked for at the same time: archives refuse those who ask for more."""

ArchiveTask = Literal["find", "save", "either"]
"""Look for a copy, have one made now, or have one made where there is none."""


@dataclass(frozen=True, slots=True)
class Archived:
    """What a web archive has of an article."""

    article: str
    title: str
    url: str
    """The page's own address; empty for an article that is not from the web."""
    outcome: Literal["found", "saved", "missing", "failed"]
    archive: str = ""
    """Address of the copy."""
    archived: str = ""
    """When it was made: ISO 8601, UTC, seconds; empty when the archive does not say."""
    error: SourceError | None = None


class Archiving(OpenLibrary):
    """What asks web archives."""

    def archive(
        self, articles: Sequence[str], *, wanted: ArchiveTask = "either", allow_private: bool = False
    ) -> Iterator[Archived]:
        """Ask a web archive for a copy of each of these articles, several at a time; yields what came of it, in order.

        A copy that is found or made is kept as provenance of the article. One that cannot be had is told, and the
        others go on. The archive is the one in the settings, else the Wayback Machine.
        """
        from tuifact.sources.waiting import several_at_once

        terms = self._web_terms(allow_private=allow_private)
        chosen = dict.fromkeys(self.library.resolve_article(article) for article in articles)
        summaries = [self.library.summary(article) for article in chosen]
        services = self.settings.archive_find, self.settings.archive_save
        calls = [partial(ask, summary, wanted, terms, services) for summary in summaries]
        for found in several_at_once(calls, AT_ONCE):
            if found.archive:
                self.library.keep_archive(found.article, found.archive, found.archived)
            yield found


def ask(summary: ArticleSummary, wanted: ArchiveTask, terms: SourceTerms, services: tuple[str, str]) -> Archived:
    """What the archive has of one article; `services` are where it is asked for a copy and where to keep one, empty for
    the usual ones."""
    from tuifact.sources import Refused

    try:
        if not summary.address:
            raise Refused(summary.title, "is not from the web, so no web archive can have it")
        if "@" in summary.address.split("/")[2]:
            raise Refused(summary.address, "needs a password, so no web archive can have it")
        return look_or_save(summary, wanted, terms, services)
    except SourceError as error:
        return Archived(summary.id, summary.title, summary.address, "failed", error=error)


def look_or_save(
    summary: ArticleSummary, wanted: ArchiveTask, terms: SourceTerms, services: tuple[str, str]
) -> Archived:
    """The copy there is, the one made now, or none. Raises `SourceError` when the archive cannot be asked."""
    from tuifact.sources import find_capture, save_capture
    from tuifact.sources.archives import AVAILABILITY, SAVING

    about = summary.id, summary.title, summary.address
    found = find_capture(summary.address, terms, services[0] or AVAILABILITY) if wanted != "save" else None
    if found is not None:
        return Archived(*about, "found", found.address, found.taken)
    if wanted == "find":
        return Archived(*about, "missing")
    made = save_capture(summary.address, terms, services[1] or SAVING)
    return Archived(*about, "saved", made.address, made.taken)
