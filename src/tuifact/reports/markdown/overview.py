"""The top of the report: front matter, the bottom line with its bars, the summary table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from tuifact import __version__
from tuifact.model.claim import Band, Claim
from tuifact.model.verdict import Status, Tally
from tuifact.reports.interface import SCHEMA
from tuifact.reports.markdown.escape import code, inline, yaml_text
from tuifact.reports.markdown.frame import Frame
from tuifact.reports.markdown.table import table
from tuifact.reports.markdown.words import counted, day, listing, moment, shortened, verdict

CLAIM_LENGTH = 75
"""Characters of a claim in the summary table."""

NAMED = 12
"""Claims the bottom line names before it says how many more there are."""

BAR = 24
"""Cells of a bar that stands for all claims."""


def front_matter(frame: Frame) -> Iterator[str]:
    """What programs and archives ask of an article's report; empty values are left out."""
    summary, article = frame.dossier.summary, frame.dossier.article
    checkers = sorted({claim.by for claim in frame.dossier.claims if claim.by})
    texts = {
        "title": summary.title,
        "source": summary.source,
        "author": summary.byline,
        "published": summary.published.isoformat() if summary.published else "",
        "retrieved": article.original.received,
        "language": summary.language,
        "sha256": summary.sha256,
        "sha256_text": sha256(article.text.encode("utf-8", "replace")).hexdigest(),
    }
    yield "---"
    yield from (f"{name}: {yaml_text(value)}" for name, value in texts.items() if value)
    if checkers:
        yield f"checkers: [{', '.join(map(yaml_text, checkers))}]"
    yield from tally_fields(tally_of(frame.dossier.claims))


def tally_fields(tally: Tally) -> Iterator[str]:
    """The end of every front matter: counts, and what made the report."""
    yield f"claims: {tally.total}"
    yield from (f"{status.value}: {count_of(tally, status)}" for status in Status)
    yield f'tool: "tuifact {__version__}"'
    yield f"schema: {SCHEMA}"
    yield "---"


def provenance(frame: Frame) -> str:
    """One line on whose article it is, of when, and where it was read."""
    summary, received = frame.dossier.summary, frame.dossier.article.original.received
    place = "standard input" if summary.source == "-" else code(summary.source)
    written = [
        f" by {inline(summary.byline)}" if summary.byline else "",
        f" published on {day(summary.published)}" if summary.published else "",
    ]
    read = [f" on {inline(moment(received))}" if received else "", f" from {place}" if place else ""]
    sentences = [f"Article{','.join(filter(None, written))}." if any(written) else ""]
    sentences.append(f"Retrieved{','.join(filter(None, read))}." if any(read) else "")
    return " ".join(filter(None, sentences))


def bottom_line(frame: Frame) -> str:
    """How the check stands: the counts, then what an editor must know next."""
    claims = frame.dossier.claims
    if not claims:
        return "No claims were found in this article."
    sentences = [counts(tally_of(claims)), finding(frame), changes(frame), selection(frame)]
    return " ".join(filter(None, sentences))


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


def finding(frame: Frame) -> str:
    """What is disputed; before the first verdict, where to begin."""
    claims = frame.dossier.claims
    if disputed := [claim for claim in claims if claim.status is Status.DISPUTED]:
        return f"{references(frame, disputed)} {'is' if len(disputed) == 1 else 'are'} disputed."
    if any(claim.status is Status.VERIFIED for claim in claims):
        still_open = any(claim.status is Status.UNVERIFIED for claim in claims)
        return "None is disputed so far." if still_open else "None is disputed."
    first = [claim for claim in claims if claim.band is Band.FIRST]
    return f"{references(frame, first)} should be checked first." if first else ""


def changes(frame: Frame) -> str:
    """Which verdicts are older than the text they are about; empty when none is."""
    changed = [claim for claim in frame.dossier.claims if claim.text_changed]
    if not changed:
        return ""
    return f"The text of {references(frame, changed).lower()} changed after the verdict and needs another look."


def selection(frame: Frame) -> str:
    """What a report on some statuses leaves out; empty when it shows everything."""
    if not frame.options.statuses:
        return ""
    wanted = listing([status.value for status in Status if status in frame.options.statuses])
    missing = len(frame.dossier.claims) - len(frame.shown)
    rest = f"; {counted(missing, 'other claim')} and the article itself are left out" if missing else ""
    return f"This report shows {wanted} claims only{rest}."


def references(frame: Frame, claims: Sequence[Claim]) -> str:
    """Claims by number, at most `NAMED` of them; those with a section are linked."""
    shown = {claim.id for claim in frame.shown}
    numbers = [
        frame.link(str(frame.numbers[claim.id]), frame.numbers[claim.id])
        if claim.id in shown
        else str(frame.numbers[claim.id])
        for claim in claims[:NAMED]
    ]
    more = [f"{len(claims) - NAMED:,} more"] if len(claims) > NAMED else []
    return f"{'Claim' if len(claims) == 1 else 'Claims'} {listing([*numbers, *more])}"


def bars(tally: Tally) -> Iterator[str]:
    """A bar a status, as a block of fixed-width text; nothing when there is nothing to count."""
    if not tally.total:
        return
    size = len(f"{tally.total:,}")
    yield "```text"
    for status in Status:
        count = count_of(tally, status)
        filled = max(1, round(BAR * count / tally.total)) if count else 0
        yield f"{verdict(status):<12}  {count:>{size},}  {'▰' * filled}{'▱' * (BAR - filled)}"
    yield "```"


def summary_table(frame: Frame) -> Iterator[str]:
    """A row a claim; each leads to its section."""
    rows = [
        (
            frame.link(str(frame.numbers[claim.id]), frame.numbers[claim.id]),
            inline(shortened(claim.text, CLAIM_LENGTH)),
            inline(claim.speaker) if claim.speaker else "the article",
            f"{verdict(claim.status)}{', text changed' if claim.text_changed else ''}",
        )
        for claim in frame.shown
    ]
    return table(("No.", "Claim", "Said by", "Verdict"), ("right", "left", "left", "left"), rows)


def tally_of(claims: Iterable[Claim]) -> Tally:
    """How these claims stand."""
    return Tally.of(claim.status for claim in claims)


def count_of(tally: Tally, status: Status) -> int:
    """How many claims have this status."""
    return {Status.VERIFIED: tally.verified, Status.DISPUTED: tally.disputed, Status.UNVERIFIED: tally.unverified}[
        status
    ]
