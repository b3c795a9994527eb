"""Statistics: how far the checking is, whose claims stood up, and how the work went day by day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tuifact.desk.opened import OpenLibrary
from tuifact.model import Action, ArticleSummary, Claim, Event, Status, Tally

DECISIONS = (Action.MARKED, Action.UNDONE, Action.REDONE)
"""Actions that may give a claim another status."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """The library in figures; every list has what weighs most first."""

    tally: Tally
    articles: tuple[tuple[ArticleSummary, Tally], ...]
    """Articles, those with most unchecked claims first."""
    speakers: tuple[tuple[str, Tally], ...]
    """Who said it, by number of checked claims; the empty name is the articles themselves."""
    sources: tuple[tuple[str, Tally], ...]
    """Who brought the articles (`ArticleSummary.outlet`), by number of checked claims."""
    days: tuple[tuple[str, int], ...]
    """Verdicts a day (ISO 8601, UTC), in order of time."""


class Counting(OpenLibrary):
    """What is counted over the whole library."""

    def statistics(self) -> Statistics:
        """Count everything; one look at every claim and every event."""
        return count_all(self.library.articles(), self.library.claims(), self.library.history())


def count_all(summaries: Iterable[ArticleSummary], claims: Iterable[Claim], events: Iterable[Event]) -> Statistics:
    """The statistics of these articles, claims and events."""
    shelf = list(summaries)
    source_of = {summary.id: summary.outlet for summary in shelf}
    by_speaker: dict[str, list[Status]] = defaultdict(list)
    by_source: dict[str, list[Status]] = defaultdict(list)
    for claim in claims:
        by_speaker[claim.speaker or ""].append(claim.status)
        by_source[source_of.get(claim.article, "")].append(claim.status)
    decided = (event for event in events if event.action in DECISIONS and event.was is not event.now)
    days = Counter(event.at[:10] for event in decided if event.article in source_of)
    return Statistics(
        tally=Tally.sum(summary.tally for summary in shelf),
        articles=tuple((summary, summary.tally) for summary in sorted(shelf, key=lambda item: -item.tally.unverified)),
        speakers=_weighed(by_speaker),
        sources=_weighed(by_source),
        days=tuple(sorted(days.items())),
    )


def _weighed(groups: dict[str, list[Status]]) -> tuple[tuple[str, Tally], ...]:
    tallies = [(name, Tally.of(statuses)) for name, statuses in groups.items()]
    return tuple(sorted(tallies, key=lambda item: (-item[1].checked, -item[1].total, item[0])))
