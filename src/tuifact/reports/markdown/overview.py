"""The top of the report: front matter, the bottom line with its bars, the summary table."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact import __version__
from tuifact.model.verdict import Status, Tally
from tuifact.reports.content.article import ArticleContent
from tuifact.reports.content.claims import ClaimContent
from tuifact.reports.interface import SCHEMA
from tuifact.reports.markdown.escape import code, inline, yaml_text
from tuifact.reports.markdown.frame import Frame, claim_link, sentence
from tuifact.reports.markdown.table import table
from tuifact.reports.words import count_of, shortened, verdict

CLAIM_LENGTH = 75
"""Characters of a claim in the summary table."""

BAR = 24
"""Cells of a bar that stands for all claims."""


def front_matter(content: ArticleContent) -> Iterator[str]:
    """What programs and archives ask of an article's report; empty values are left out."""
    summary = content.summary
    texts = {
        "title": summary.title,
        "source": summary.source,
        "author": summary.byline,
        "published": summary.published.isoformat() if summary.published else "",
        "retrieved": content.received,
        "language": summary.language,
        "sha256": summary.sha256,
        "sha256_text": content.sha256_text,
    }
    yield "---"
    yield from (f"{name}: {yaml_text(value)}" for name, value in texts.items() if value)
    lists = {"tags": summary.tags, "checkers": content.checkers, "reviewers": content.sign_off.reviewers}
    yield from (f"{name}: [{', '.join(map(yaml_text, values))}]" for name, values in lists.items() if values)
    yield f'sign_off: "{content.sign_off.state}"'
    if content.coverage.sentences:
        yield f"sentences: {content.coverage.sentences}"
    yield from tally_fields(content.tally)


def tally_fields(tally: Tally) -> Iterator[str]:
    """The end of every front matter: counts, and what made the report."""
    yield f"claims: {tally.total}"
    yield from (f"{status.value}: {count_of(tally, status)}" for status in Status)
    yield f'tool: "tuifact {__version__}"'
    yield f"schema: {SCHEMA}"
    yield "---"


def provenance(content: ArticleContent) -> str:
    """One line on whose article it is, of when, and where it was read."""
    written, read = content.provenance
    source = content.summary.source
    place = "standard input" if source == "-" else code(source)
    if place:
        read = f"{read}, from {place}" if read else f"Retrieved from {place}"
    return " ".join(filter(None, (inline(written), f"{read}." if read else "")))


def bottom_line(content: ArticleContent) -> Iterator[str]:
    """How the check stands: sentences, bars, how much was read, the sign-off."""
    yield sentence(content.bottom_line)
    yield ""
    yield from bars(content.tally)
    if content.tally.total:
        yield ""
    if content.coverage.sentence:
        yield content.coverage.sentence
        yield ""
    if content.sign_off.phrase:
        yield f"**{content.sign_off.glyph} {sentence(content.sign_off.phrase)}**"
        yield ""


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


def summary_section(frame: Frame) -> Iterator[str]:
    """A row a claim; each leads to its section."""
    yield frame.heading(1, "Summary")
    yield ""
    heads = ("No.", "Claim", "Said by", "Verdict", "Sources")
    yield from table(heads, ("right", "left", "left", "left", "left"), list(map(summary_row, frame.content.claims)))
    yield ""


def summary_row(claim: ClaimContent) -> tuple[str, ...]:
    """A claim in the summary."""
    return (
        claim_link(claim.reference),
        inline(shortened(claim.text, CLAIM_LENGTH)),
        inline(claim.speaker) if claim.speaker else "the article",
        f"{inline(claim.verdict_words)}{', look again' if claim.warnings else ''}",
        ", ".join(map(str, claim.sources)) or "none",
    )
