"""Remembering: what was checked before, here or by anyone, that is like a claim at hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tuifact.desk.indexing import Indexing
from tuifact.errors import NotFound
from tuifact.model import Claim, EarlierCheck, Evidence, Grade, Stance, Status, Wording
from tuifact.model.plain import plain_line

if TYPE_CHECKING:
    from tuifact.matching import ImportedChecks, Match, PublishedCheck, Skipped

SPARE = 5
"""Matches asked for beyond those wanted: some are the claim itself, or were dismissed."""

NEARLY = 0.5
"""Share of the words of two sentences that stand in both, from which they say nearly the same."""

_WORD = re.compile(r"\w+")


class Remembering(Indexing):
    """What looks for earlier checks, and what is done with them."""

    def match(self, text: str, *, limit: int = 5, said: date | None = None) -> tuple[EarlierCheck, ...]:
        """Earlier verdicts and published checks of claims like this one, best first; `said` is when it was said."""
        with self._index() as index:
            return self._told(index.search(text, limit=limit, said=said))

    def earlier(self, claims: Sequence[str], *, limit: int = 3) -> dict[str, tuple[EarlierCheck, ...]]:
        """The earlier checks of these claims that are the same claim or differ in a telling way, best first, by claim.

        What is only related, was dismissed, or is the claim itself is left out, and so are its neighbours in the same
        text and claims without any.
        """
        found: dict[str, tuple[EarlierCheck, ...]] = {}
        if self._knows_nothing:
            return found
        with self._index() as index:
            if not len(index):
                return found
            days: dict[str, date | None] = {}
            for claim in map(self.library.claim, map(self.library.resolve_claim, claims)):
                if claim.article not in days:
                    days[claim.article] = self.library.summary(claim.article).published
                known = index.search(claim.text, limit=limit + SPARE, said=days[claim.article])
                left_out = {claim.id, *self.library.dismissed(claim.id)}
                near = [match for match in known if match.relation != "related" and match.id not in left_out]
                near = [match for match in near if not self._is_neighbour(claim, match)]
                if checks := self._told(near)[:limit]:
                    found[claim.id] = checks
        return found

    def adopt(self, claim: str, check: EarlierCheck, *, by: str = "", rev: int | None = None) -> Claim:
        """Take over what came of an earlier check, with its evidence: one undo, and the history names whose it was.

        The verdict is taken over where the claim is the same and the verdict is one of ours or leaves no doubt; else
        the evidence alone, for the checker to decide. `rev` is the revision one looked at. Raises `NotFound` for a
        check that is gone, `Conflict` when the claim was changed meanwhile.
        """
        chosen = self.library.resolve_claim(claim)
        earlier = self.library.claim(check.id) if check.origin == "library" else None
        given = _ours(earlier) if earlier else _theirs(self._published(check))
        status, evidence = given.status, given.evidence
        if check.relation != "same":
            # What refutes a claim of five need not refute one of fifty.
            status, evidence = None, tuple(replace(source, stance=Stance.CONTEXT) for source in evidence)
        return self.library.adopt(
            chosen, status, _origin(check), evidence, by=self._checker(by), rev=rev, **given.words
        )

    def dismiss(self, claim: str, check: EarlierCheck, *, by: str = "") -> None:
        """Say that an earlier check is not about this claim: it is never shown for it again, until that is undone."""
        self.library.dismiss(self.library.resolve_claim(claim), check.id, check.text, by=self._checker(by))

    def twins(self, claim: str) -> tuple[Claim, ...]:
        """The undecided claims, here and in other articles, that say the same in the same words."""
        return self.library.twins(self.library.resolve_claim(claim))

    def _published(self, check: EarlierCheck) -> PublishedCheck:
        found = self._checks.check(check.id)
        if found is None:
            raise NotFound(f"the check of {check.source or 'somebody'} is not among the published checks any more")
        return found

    def import_checks(
        self, feeds: Sequence[Path | bytes], *, progress: Callable[[int], None] | None = None
    ) -> ImportedChecks:
        """Take in published checks; those known already are brought up to date. Raises `SourceError` for no feed.

        `progress` is told now and then how many entries were read.
        """
        from tuifact.matching import read_checks

        def entries() -> Iterator[PublishedCheck | Skipped]:
            for feed in feeds:
                yield from read_checks(feed)

        return self._checks.update(entries(), progress)

    def published_checks(self) -> tuple[PublishedCheck, ...]:
        """All published checks that were taken in."""
        return tuple(self._checks.checks())

    def _is_neighbour(self, claim: Claim, match: Match) -> bool:
        """Whether a match is another sentence of the same text, which shares its names and its topic: that is no
        earlier check, unless the two say nearly the same."""
        found = None if match.id.startswith("check:") else self._decided(match.id)
        if found is None or found.article != claim.article:
            return False
        mine, theirs = (set(_WORD.findall(text.casefold())) for text in (claim.text, found.text))
        return len(mine & theirs) < NEARLY * len(mine | theirs)

    def _told(self, matches: Iterable[Match]) -> tuple[EarlierCheck, ...]:
        """What came of the checks that were found, without what is none any more: the index may lag behind."""
        return tuple(filter(None, map(self._check_of, matches)))

    def _check_of(self, match: Match) -> EarlierCheck | None:
        found = match.score, match.relation, match.why
        if match.id.startswith("check:"):
            check = self._checks.check(match.id)
            if check is None:
                return None
            told = check.claim, check.verdict, check.source, check.url
            return EarlierCheck(*found, "published", *told, check.date, check.id)
        claim = self._decided(match.id)
        if claim is None:
            return None
        day = date.fromisoformat(claim.at[:10]) if claim.at else None
        return EarlierCheck(*found, "library", claim.text, claim.status, claim.by, "", day, claim.id)


@dataclass(frozen=True, slots=True)
class _Given:
    """What an earlier check has to give."""

    status: Status | None
    evidence: tuple[Evidence, ...]
    words: Wording


def _ours(claim: Claim) -> _Given:
    words = Wording(verdict=claim.verdict, rating=claim.rating, note=claim.note, correction=claim.correction)
    if claim.confidence:
        words["confidence"] = claim.confidence
    # Entered anew for this claim, by whoever takes it over.
    return _Given(claim.status, tuple(replace(source, id="", by="", at="") for source in claim.evidence), words)


def _theirs(check: PublishedCheck) -> _Given:
    status = _status_of(check)
    stances = {Status.VERIFIED: Stance.SUPPORTS, Status.DISPUTED: Stance.REFUTES, None: Stance.CONTEXT}
    source = Evidence(
        url=check.url,
        title=check.headline or check.claim,
        publisher=check.source,
        stance=stances[status],
        grade=Grade.SECONDARY,
        seen=date.today(),
    )
    return _Given(status, (source,), Wording(verdict=f"{check.source or 'Somebody'} rated it “{check.verdict}”."))


def _status_of(check: PublishedCheck) -> Status | None:
    """The status a published rating stands for; None in the middle of the scale and where it is on none."""
    from tuifact.matching import Rating

    if check.rating in (Rating.TRUE, Rating.MOSTLY_TRUE):
        return Status.VERIFIED
    return Status.DISPUTED if check.rating in (Rating.FALSE, Rating.MOSTLY_FALSE) else None


def _origin(check: EarlierCheck) -> str:
    """`claim 3f2a9c1b7d4e, ana, 2026-03-04`, or `Snopes, False, 2020-01-02`."""
    what = f"claim {check.id}" if check.origin == "library" else check.source
    who = check.source if check.origin == "library" else check.verdict
    return ", ".join(plain_line(part) for part in (what, who, check.date and check.date.isoformat()) if part)
