"""A checked claim as a ClaimReview document.

schema.org/ClaimReview (version 30), with what Google asked of it beyond that: https://schema.org as context, the
address of the page, the words of the rating. Claims that nobody decided have no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from tuifact.model.claim import Claim
from tuifact.model.dossier import Dossier
from tuifact.model.evidence import Evidence, Grade
from tuifact.model.plain import plain_line
from tuifact.model.record import Record
from tuifact.model.verdict import Rating, Status
from tuifact.reports.addresses import web_address
from tuifact.reports.content.claims import claim_anchor
from tuifact.reports.content.ratings import bounds, rating_of
from tuifact.reports.interface import ReportOptions, file_name

CONTEXT = "https://schema.org"

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def reviews(dossier: Dossier, options: ReportOptions, number: int = 0) -> list[Record]:
    """The documents of an article's checked claims, in reading order, without their context.

    `number` is the article's in a report on several; 0 when it is alone.
    """
    return [review for _, review in numbered_reviews(dossier, options, number)]


def numbered_reviews(dossier: Dossier, options: ReportOptions, number: int = 0) -> Iterator[tuple[int, Record]]:
    """The same, each with the number of its claim."""
    for place, claim in enumerate(dossier.claims, 1):
        if claim.status is not Status.UNVERIFIED and options.shows(claim) and folded(claim.text):
            page = page_of(dossier, options)
            anchor = claim_anchor(place, 0 if options.url.endswith("/") else number)
            yield place, _review(dossier, claim, f"{page.partition('#')[0]}#{anchor}" if page else "", options)


def page_of(dossier: Dossier, options: ReportOptions) -> str:
    """Where an article's report will be read: the address given, or its page in the folder that the address names."""
    base = web_address(options.url)
    return f"{base}{quote(file_name(dossier))}.html" if base.endswith("/") else base


def folded(text: str) -> str:
    """Text as one line of a document."""
    return " ".join(plain_line(text).split())


def _review(dossier: Dossier, claim: Claim, url: str, options: ReportOptions) -> Record:
    return _whole(
        {
            "@type": "ClaimReview",
            "url": url,
            # Whole: other checkers match by these words, and a shortened claim may lose the figure it is about.
            "claimReviewed": folded(claim.text),
            "datePublished": claim.at[:10] if _DAY.match(claim.at) else "",
            "author": _organization(options),
            "reviewRating": _rating(claim, options.ratings),
            "itemReviewed": _claim(dossier, claim),
            "reviewBody": folded(claim.note),
            "citation": [work for work in map(_citation, claim.evidence) if work],
        }
    )


def _rating(claim: Claim, scale: Sequence[Rating]) -> Record:
    rating, ends = rating_of(claim, scale), bounds(scale)
    values = {}
    if ends and rating.value is not None:
        values = {"ratingValue": rating.value, "worstRating": ends[0], "bestRating": ends[1]}
    words = {"alternateName": folded(rating.label), "ratingExplanation": folded(claim.verdict)}
    return _whole({"@type": "Rating", **values, **words})


def _claim(dossier: Dossier, claim: Claim) -> Record:
    published = dossier.summary.published
    return {"@type": "Claim"} | _whole(
        {
            "author": _speaker(claim.speaker or ""),
            "datePublished": published.isoformat() if published else "",
            "appearance": _appearance(dossier),
        }
    )


def _appearance(dossier: Dossier) -> Record:
    summary = dossier.summary
    return _whole(
        {
            "@type": "NewsArticle",
            "url": article_address(dossier),
            "headline": folded(summary.title),
            "author": _whole({"@type": "Person", "name": folded(summary.byline)}),
            "datePublished": summary.published.isoformat() if summary.published else "",
            "archivedAt": web_address(summary.archive),
        }
    )


def article_address(dossier: Dossier) -> str:
    """Where the article is on the web; empty when nowhere."""
    return web_address(dossier.summary.address)


def _speaker(name: str) -> Record:
    """Who said it. `The agency` and the like are no person's name."""
    words = folded(name)
    kind = "Organization" if words.lower().startswith("the ") else "Person"
    return _whole({"@type": kind, "name": words})


def _organization(options: ReportOptions) -> Record:
    name, url = folded(options.publisher), web_address(options.publisher_url)
    return _whole({"@type": "Organization", "name": name, "url": url}) if name else {}


def _citation(source: Evidence) -> Record:
    """A source that can be looked up; a person who was asked is none."""
    if source.grade is Grade.PERSON:
        return {}
    return _whole(
        {
            "@type": "CreativeWork",
            "name": folded(source.title or source.publisher),
            "url": web_address(source.url),
            "archivedAt": web_address(source.archive),
        }
    )


def _whole(record: Record) -> Record:
    """The record without what is empty; an object that says nothing but its type is empty."""
    kept = {name: value for name, value in record.items() if value not in ("", [], {})}
    return kept if kept.keys() - {"@type"} else {}
