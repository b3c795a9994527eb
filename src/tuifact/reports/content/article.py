"""Everything a report says of one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from tuifact.model.article import ArticleSummary
from tuifact.model.claim import Kind, Sentence
from tuifact.model.dossier import Dossier
from tuifact.model.review import Finding
from tuifact.model.verdict import Tally
from tuifact.reports.addresses import told_source, web_address
from tuifact.reports.content.claims import ClaimContent, claim_anchor, claim_content
from tuifact.reports.content.log import LogEntry, log
from tuifact.reports.content.marked import MarkedParagraph, marked_paragraphs
from tuifact.reports.content.method import CHOSEN, cleaning_sentence, scale_sentence
from tuifact.reports.content.overview import Coverage, bottom_line, coverage, provenance, tally_of
from tuifact.reports.content.phrases import Phrase, Reference
from tuifact.reports.content.questions import Person, people
from tuifact.reports.content.signoff import SignOff, sign_off
from tuifact.reports.content.sources import Source, SourceList
from tuifact.reports.interface import ReportOptions

LEFT_OUT = {
    Kind.OPINION: "Opinions, which can be shared or not but not checked:",
    Kind.PREDICTION: "Predictions, which cannot be checked before their time:",
}
"""Kinds of sentences that are read and not checked, with the reason."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Sentences that were read and left out of the check, with the reason."""

    reason: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ArticleContent:
    """The anatomy of a check, part by part."""

    number: int
    """Of the article in a report on several; 0 when it is alone."""
    title: str
    """Never empty."""
    summary: ArticleSummary
    """As the shelf has it: byline, day, source, tags."""
    received: str
    """When the original was received, ISO 8601; empty when nobody said."""
    sha256_text: str
    """Of the cleaned text."""
    provenance: tuple[str, str]
    """Whose article it is; when it was read."""
    tally: Tally
    """Of all claims, shown or not."""
    coverage: Coverage
    bottom_line: Phrase
    sign_off: SignOff
    checkers: tuple[str, ...]
    claims: tuple[ClaimContent, ...]
    """Those in the report, in reading order."""
    unchecked: tuple[Unchecked, ...]
    sources: tuple[Source, ...]
    people: tuple[Person, ...]
    chosen: str
    """How claims are chosen and what the statuses mean, then the project's own scale."""
    cleaning: str
    """What cleaning changed; empty when it changed nothing."""
    warnings: tuple[str, ...]
    """What a reader should know of the text."""
    log: tuple[LogEntry, ...]
    paragraphs: tuple[MarkedParagraph, ...]
    """The article as it was checked; empty when only some claims are shown, for they would all be in it."""

    @property
    def address(self) -> str:
        """Where the article is on the web; empty when nowhere."""
        return web_address(self.summary.address)

    @property
    def corrections(self) -> tuple[ClaimContent, ...]:
        """Claims with a wording proposed to the editor."""
        return tuple(claim for claim in self.claims if claim.correction.strip())


def article_content(dossier: Dossier, options: ReportOptions, number: int = 0) -> ArticleContent:
    """What a report says of this article."""
    claims = dossier.claims
    shown = {claim.id for claim in options.claims_of(dossier)}
    references = tuple(
        Reference(place, claim_anchor(place, number) if claim.id in shown else "")
        for place, claim in enumerate(claims, 1)
    )
    by_id = {claim.id: reference for claim, reference in zip(claims, references, strict=True)}
    sources = SourceList()
    told = tuple(_claims(dossier, options, number, sources))
    article = dossier.article
    return ArticleContent(
        number=number,
        title=dossier.summary.title if dossier.summary.title.strip() else "Untitled article",
        summary=replace(dossier.summary, source=told_source(dossier.summary.source)),
        received=article.original.received,
        sha256_text=sha256(article.text.encode("utf-8", "replace")).hexdigest(),
        provenance=provenance(dossier),
        tally=tally_of(claims),
        coverage=coverage(dossier),
        bottom_line=bottom_line(dossier, options, references),
        sign_off=sign_off(dossier, references),
        checkers=tuple(sorted({claim.by for claim in claims if claim.by})),
        claims=told,
        unchecked=() if options.statuses else _unchecked(dossier),
        sources=sources.sources(),
        people=people(dossier, {id_: by_id[id_] for id_ in shown}, not options.statuses),
        chosen=" ".join(filter(None, (CHOSEN, scale_sentence(options.ratings)))),
        cleaning=cleaning_sentence(article),
        warnings=article.warnings,
        log=log(dossier, options, by_id),
        paragraphs=() if options.statuses else marked_paragraphs(article, claims, references, options),
    )


def _claims(dossier: Dossier, options: ReportOptions, number: int, sources: SourceList) -> Iterable[ClaimContent]:
    found: dict[str, list[Finding]] = {}
    for finding in dossier.findings:
        found.setdefault(finding.claim, []).append(finding)
    for place, claim in enumerate(dossier.claims, 1):
        if options.shows(claim):
            findings, earlier = tuple(found.get(claim.id, ())), dossier.earlier.get(claim.id, ())
            yield claim_content(claim, place, number, options, sources, findings, earlier)


def _unchecked(dossier: Dossier) -> tuple[Unchecked, ...]:
    groups = {kind: tuple(one for one in dossier.unchecked if one.kind is kind) for kind in LEFT_OUT}
    return tuple(Unchecked(LEFT_OUT[kind], sentences) for kind, sentences in groups.items() if sentences)
