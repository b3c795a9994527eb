"""The report on an article as a document on paper has it, part by part."""

from __future__ import annotations

from collections.abc import Iterator

from tuifact.model.verdict import Status
from tuifact.reports.addresses import web_address
from tuifact.reports.content.article import ArticleContent
from tuifact.reports.content.claims import ClaimContent
from tuifact.reports.content.sources import NAMELESS, SourceUse
from tuifact.reports.office.blocks import Block, Run, claim_run, heading, item, quote, runs, spoken, style_of, text
from tuifact.reports.office.ending import ending
from tuifact.reports.words import count_of, shortened, verdict

CLAIM_LENGTH = 110
"""Characters of a claim in the summary table."""


def outline(content: ArticleContent) -> Iterator[Block]:
    """The whole report on an article; headings begin at the first level, or below it among several articles."""
    top = 2 if content.number else 1
    yield text(Run(f"Article {content.number}" if content.number else "Fact-check"), look="label")
    yield heading(top, content.title)
    yield text(*origin(content), look="facts")
    yield heading(top + 1, "Bottom line")
    yield from bottom_line(content)
    if content.claims:
        yield heading(top + 1, "Summary")
        yield summary(content)
        yield heading(top + 1, "Claims")
        for claim in content.claims:
            yield from claim_blocks(claim, top + 2, content.number)
    yield from ending(content, top + 1)


def origin(content: ArticleContent) -> Iterator[Run]:
    """Whose article it is, of when, and where it was read."""
    written, read = content.provenance
    source = content.summary.source
    if written:
        yield Run(f"{written} ")
    if source:
        place = "standard input" if source == "-" else source
        yield Run(f"{read}, from " if read else "Retrieved from ")
        yield Run(place, link=web_address(source))
    elif read:
        yield Run(read)
    if source or read:
        yield Run(".")


def bottom_line(content: ArticleContent) -> Iterator[Block]:
    """How the check stands: sentences, the counts, how much was read, the sign-off."""
    yield text(*spoken(content.bottom_line), look="lead")
    if content.tally.total:
        parts: list[Run] = []
        for status in Status:
            parts.append(Run(f"{verdict(status)} {count_of(content.tally, status):,}", style_of(status.value)))
            parts.append(Run("     "))
        yield text(*parts[:-1])
    if content.coverage.sentence:
        yield text(content.coverage.sentence, look="facts")
    if content.sign_off.phrase:
        yield text(Run(f"{content.sign_off.glyph} ", "strong"), *spoken(content.sign_off.phrase, "strong"))


def summary(content: ArticleContent) -> Block:
    """A row a claim; each leads to its section."""
    rows = tuple(
        (
            (claim_run(claim.reference),),
            runs([shortened(claim.text, CLAIM_LENGTH)]),
            runs([claim.speaker or "the article"]),
            runs([chip(claim), *([Run(", look again", "warning")] if claim.warnings else [])]),
            runs([", ".join(map(str, claim.sources)) or "none"]),
        )
        for claim in content.claims
    )
    heads = ("No.", "Claim", "Said by", "Verdict", "Sources")
    return Block("table", heads=heads, rows=rows, shares=(6, 46, 18, 20, 10))


def claim_blocks(claim: ClaimContent, level: int, article: int) -> Iterator[Block]:
    """A claim: its verdict, its words as they stand in the article, why, what speaks for and against."""
    yield heading(level, claim.name, claim.anchor)
    yield text(chip(claim), Run(f"   {standing(claim)}" if standing(claim) else "", "soft"))
    if claim.verdict.strip():
        yield text(claim.verdict, look="ruling")
    yield quote(claim.text)
    reasons = f" ({', '.join(claim.reasons)})" if claim.reasons else ""
    said = f"Said by {claim.said_by}, in paragraph {claim.paragraph}. Worth checking: {claim.kind}{reasons}."
    yield text(said, look="facts")
    yield from (text(Run(warning, "warning")) for warning in claim.warnings)
    if claim.note.strip():
        yield text(claim.note, look="note")
    if claim.origin:
        yield text(claim.origin, look="facts")
    for group in claim.evidence:
        yield heading(level + 1, group.title)
        for use in group.uses:
            yield from source_blocks(use, article)
    yield from beside(claim, level + 1)


def beside(claim: ClaimContent, level: int) -> Iterator[Block]:
    """What follows the evidence of a claim."""
    if claim.correction.strip():
        yield text(Run("Suggested correction: ", "strong"), claim.correction)
    if claim.earlier:
        yield heading(level, "Earlier checks")
    for check in claim.earlier:
        by = f" by {check.source}" if check.source else ""
        when = f", {check.day}" if check.day else ""
        came = Run(f"{check.verdict or 'no verdict'}{by}{when}", link=check.url)
        yield item(f"{check.relation}, “{check.text}”: ", came, f".{f' It differs: {check.why}.' if check.why else ''}")
    if claim.findings:
        yield heading(level, "Weak points of the sourcing")
    yield from (item(finding) for finding in claim.findings)
    if claim.signed:
        yield text(claim.signed, look="facts")
    if claim.internal_note.strip():
        yield text(Run("Internal note, not for publication: ", "warning"), claim.internal_note)


def source_blocks(use: SourceUse, article: int) -> Iterator[Block]:
    """A source as the claim uses it."""
    named = [
        Run(use.name or NAMELESS, link=use.url),
        *(Run(f", {part}") for part in (use.publisher, use.locator) if part),
    ]
    yield item(*named)
    if use.quote.strip():
        yield quote(use.quote, 1)
    facts: list[Run] = [Run(" · ".join(use.facts) + " · ", "soft")]
    if use.archive:
        facts += [Run("archived copy", link=use.archive), Run(" · ", "soft")]
    name = f"article-{article}-source-{use.source}" if article else f"source-{use.source}"
    yield Block("item", runs([*facts, Run(f"source {use.source}", link=f"#{name}")]), "facts", level=1)


def chip(claim: ClaimContent) -> Run:
    """A verdict: glyph and word."""
    return Run(" ".join(claim.verdict_words.split()), style_of(claim.status))


def standing(claim: ClaimContent) -> str:
    """How sure a verdict is, who gave it and when, or that it is still to be given."""
    who = f"{claim.by}, {claim.at}" if claim.at else claim.by
    last = claim.standing or (f"last changed by {who}" if claim.status == "unverified" and who else who)
    return " · ".join(filter(None, (f"{claim.confidence} confidence" if claim.confidence else "", last)))
