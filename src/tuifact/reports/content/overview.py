"""The bottom line: how the check stands, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuifact.model.claim import Band, Claim, Kind
from tuifact.model.dossier import Dossier
from tuifact.model.verdict import Status, Tally
from tuifact.reports.content.phrases import Phrase, Reference, enumerated, joined
from tuifact.reports.interface import ReportOptions
from tuifact.reports.words import count_of, counted, day, listing, moment

NAMED = 12
"""Claims the bottom line names before it says how many more there are."""

NO_CLAIMS = "No claims were found in this article."


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the text was looked at; all counts are of sentences."""

    sentences: int
    """0 when nobody counted."""
    claims: int
    checked: int
    opinions: int
    predictions: int

    @property
    def open(self) -> int:
        """Claims nobody decided yet."""
        return self.claims - self.checked

    @property
    def other(self) -> int:
        """Sentences that assert nothing a source could confirm."""
        return max(0, self.sentences - self.claims - self.opinions - self.predictions)

    @property
    def sentence(self) -> str:
        """All of it in a sentence; empty when nobody counted."""
        if not self.sentences:
            return ""
        left = [counted(self.opinions, "opinion")] if self.opinions else []
        left += [counted(self.predictions, "prediction")] if self.predictions else []
        left += [f"{self.other:,} with nothing to check"] if self.other else []
        alone = self.opinions + self.predictions + self.other == 1
        rest = f"; {listing(left)} {'is' if alone else 'are'} left out" if left else ""
        claims = f"{self.claims:,} {'is a claim' if self.claims == 1 else 'are claims'}"
        share = f" ({self.checked:,} checked, {self.open:,} open)" if self.claims else ""
        return f"Of {counted(self.sentences, 'sentence')}, {claims}{share}{rest}."


def coverage(dossier: Dossier) -> Coverage:
    """How much of the article was looked at."""
    kinds = [sentence.kind for sentence in dossier.unchecked]
    tally = tally_of(dossier.claims)
    return Coverage(
        dossier.sentences, tally.total, tally.checked, kinds.count(Kind.OPINION), kinds.count(Kind.PREDICTION)
    )


def provenance(dossier: Dossier) -> tuple[str, str]:
    """Whose article it is and of when; and when it was read. The place it was read from is not in it."""
    summary, received = dossier.summary, dossier.article.original.received
    written = [
        f" by {summary.byline}" if summary.byline else "",
        f" published on {day(summary.published)}" if summary.published else "",
    ]
    first = f"Article{','.join(filter(None, written))}." if any(written) else ""
    return first, f"Retrieved on {moment(received)}" if received else ""


def bottom_line(dossier: Dossier, options: ReportOptions, references: Sequence[Reference]) -> Phrase:
    """How the check stands: the counts, then what an editor must know next; `references` are of all claims."""
    if not dossier.claims:
        return Phrase([NO_CLAIMS])
    pairs = list(zip(dossier.claims, references, strict=True))
    return joined(
        [
            Phrase([counts(tally_of(dossier.claims))]),
            _finding(pairs),
            _changes(pairs),
            _sourcing(dossier, options),
            _selection(dossier, options),
        ]
    )


def counts(tally: Tally) -> str:
    """The counts in a sentence.

    >>> counts(Tally(1, 0, 2))
    '1 of 3 claims is checked: 1 verified, 0 disputed, 2 unverified.'
    """
    each = ", ".join(f"{count_of(tally, status):,} {status.value}" for status in Status)
    if not tally.checked:
        return f"None of {counted(tally.total, 'claim')} is checked yet: {each}."
    verb = "is" if tally.checked == 1 else "are"
    return f"{tally.checked:,} of {counted(tally.total, 'claim')} {verb} checked: {each}."


def tally_of(claims: Sequence[Claim]) -> Tally:
    """How these claims stand."""
    return Tally.of(claim.status for claim in claims)


Pairs = list[tuple[Claim, Reference]]


def _finding(pairs: Pairs) -> Phrase:
    """What is disputed; before the first verdict, where to begin."""
    if disputed := [reference for claim, reference in pairs if claim.status is Status.DISPUTED]:
        return Phrase([*_named(disputed), f" {'is' if len(disputed) == 1 else 'are'} disputed."])
    if any(claim.status is Status.VERIFIED for claim, _ in pairs):
        still_open = any(claim.status is Status.UNVERIFIED for claim, _ in pairs)
        return Phrase(["None is disputed so far." if still_open else "None is disputed."])
    first = [reference for claim, reference in pairs if claim.band is Band.FIRST]
    return Phrase([*_named(first), " should be checked first."]) if first else Phrase()


def _changes(pairs: Pairs) -> Phrase:
    """Which verdicts are older than the text they are about."""
    changed = [reference for claim, reference in pairs if claim.text_changed]
    if not changed:
        return Phrase()
    return Phrase(["The text of ", *_named(changed, "claim"), " changed after the verdict and needs another look."])


def _sourcing(dossier: Dossier, options: ReportOptions) -> Phrase:
    """How much the sourcing rules found in what is shown."""
    shown = {claim.id for claim in options.claims_of(dossier)}
    count = sum(finding.claim in shown for finding in dossier.findings)
    return Phrase([f"The sourcing rules found {counted(count, 'weak point')}."]) if count else Phrase()


def _selection(dossier: Dossier, options: ReportOptions) -> Phrase:
    """What a report on some statuses leaves out."""
    if not options.statuses:
        return Phrase()
    wanted = listing([status.value for status in Status if status in options.statuses])
    missing = len(dossier.claims) - len(options.claims_of(dossier))
    rest = f"; {counted(missing, 'other claim')} and the article itself are left out" if missing else ""
    return Phrase([f"This report shows {wanted} claims only{rest}."])


def _named(references: Sequence[Reference], noun: str = "Claim") -> Phrase:
    """Claims by number, at most `NAMED` of them."""
    more = f"{len(references) - NAMED:,} more" if len(references) > NAMED else ""
    return Phrase([f"{noun if len(references) == 1 else f'{noun}s'} ", *enumerated(references[:NAMED], more)])
