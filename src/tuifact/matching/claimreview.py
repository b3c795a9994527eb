"""ClaimReview as publishers write it: one object to one check, lenient about everything that can still be understood.

Seen in feeds: ratings as strings, names as objects and lists, fields under `properties`, scales from −1 to −1, values
outside their scale, addresses as bare or joined strings, entities inside entities. Nothing of it may end an import.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from tuifact.matching.published import EMPTY, PublishedCheck, Skipped
from tuifact.matching.ratings import Rating, rate
from tuifact.model.plain import plain_line

Json = Any
"""What a JSON parser gives back: it may be anything."""

NO_REVIEW = "no ClaimReview in it"
NO_CLAIM = "no claim in it"
NO_VERDICT = "no verdict in it"
NO_ORIGIN = "neither page nor publisher"

LONGEST = 2000
"""Characters kept of any text."""

_DEEPEST = 12
"""Levels of a document that are looked through for checks."""

_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ADDRESS = re.compile(r"https?://[^\s,;\"'<>|]{3,2000}")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def checks_in(value: Json) -> Iterator[PublishedCheck | Skipped]:
    """Every check in one entry of a feed, wherever it stands in it; without any, the reason."""
    found = False
    for review in _reviews(value, 0):
        found = True
        yield _check(review)
    for claim in _search_results(value):
        found = True
        yield from _from_search(claim)
    if not found:
        yield Skipped(NO_REVIEW if value else EMPTY)


def _reviews(value: Json, depth: int) -> Iterator[dict[str, Json]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _reviews(part, depth + 1)
    elif isinstance(value, dict):
        if _is_review(value):
            yield value
            return
        for key, part in value.items():
            if isinstance(part, (dict, list)) and key != "claimReview":
                yield from _reviews(part, depth + 1)


def _is_review(value: dict[str, Json]) -> bool:
    kinds = value.get("@type", value.get("type"))
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and re.split(r"[/:#]", name)[-1].lower() == "claimreview" for name in names)


def _search_results(value: Json) -> Iterator[dict[str, Json]]:
    """Claims in the form of Google's `claims:search`."""
    claims = value.get("claims", [value]) if isinstance(value, dict) else []
    for claim in claims if isinstance(claims, list) else []:
        if isinstance(claim, dict) and isinstance(claim.get("claimReview"), list):
            yield claim


def _from_search(claim: dict[str, Json]) -> Iterator[PublishedCheck | Skipped]:
    for review in claim["claimReview"]:
        if not isinstance(review, dict):
            yield Skipped(EMPTY)
            continue
        publisher = review.get("publisher")
        site = publisher.get("site") if isinstance(publisher, dict) else ""
        yield _made(
            claim=text_of(claim.get("text")),
            verdict=text_of(review.get("textualRating")),
            publisher=text_of(publisher) or text_of(site),
            url=address_of(review.get("url")),
            date=day_of(review.get("reviewDate")),
            said_by=text_of(claim.get("claimant")),
            said_on=day_of(claim.get("claimDate")),
            headline=text_of(review.get("title")),
            language=text_of(review.get("languageCode"))[:20],
        )


def _check(review: dict[str, Json]) -> PublishedCheck | Skipped:
    about = _object(_get(review, "itemReviewed"))
    rating = _object(_get(review, "reviewRating"))
    verdict = text_of(_get(rating, "alternateName")) or text_of(_get(rating, "name"))
    return _made(
        claim=text_of(_get(review, "claimReviewed")) or text_of(_get(about, "name")) or text_of(_get(about, "text")),
        verdict=verdict,
        number=None if verdict else _step(rating),
        publisher=text_of(_get(review, "author")) or text_of(_get(review, "publisher")),
        url=address_of(_get(review, "url")) or address_of(_get(review, "mainEntityOfPage")),
        date=day_of(_get(review, "datePublished")) or day_of(_get(review, "dateCreated")),
        said_by=text_of(_get(about, "author")),
        said_on=day_of(_get(about, "datePublished")),
        appearances=tuple(_addresses(about)),
        headline=text_of(_get(review, "headline")) or text_of(_get(review, "name")),
        language=text_of(_get(review, "inLanguage"))[:20],
    )


def _made(*, number: Rating | None = None, **fields: Json) -> PublishedCheck | Skipped:
    """The check of these fields, or what it lacks."""
    if not fields["claim"]:
        return Skipped(NO_CLAIM)
    if not fields["verdict"] and number is None:
        return Skipped(NO_VERDICT)
    if not fields["url"] and not fields["publisher"]:
        return Skipped(NO_ORIGIN)
    return PublishedCheck(rating=number or rate(fields["verdict"]), **fields)


def _step(rating: dict[str, Json]) -> Rating | None:
    """A rating given as a number alone, when its scale is the usual one from 1 to 5."""
    value, best, worst = (_number(_get(rating, name)) for name in ("ratingValue", "bestRating", "worstRating"))
    usual = best == 5 and worst == 1
    return Rating(int(value)) if usual and value is not None and value in (1, 2, 3, 4, 5) else None


def _number(value: Json) -> float | None:
    try:
        return float(text_of(value).replace(",", "."))
    except ValueError:
        return None


def _get(value: dict[str, Json], name: str) -> Json:
    """The field, which some extractors put under `properties`."""
    if value.get(name) is not None:
        return value[name]
    inner = value.get("properties")
    return inner.get(name) if isinstance(inner, dict) else None


def _object(value: Json) -> dict[str, Json]:
    """The object, or the first one of a list."""
    if isinstance(value, list):
        value = next((part for part in value if isinstance(part, dict)), None)
    return value if isinstance(value, dict) else {}


def text_of(value: Json, depth: int = 0) -> str:
    """Whatever stands for a text, as one harmless line: a string, a number, an object's name, the first of a list."""
    if depth > 4 or value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str | int | float):
        raw = str(value)[: 4 * LONGEST]
        for _ in range(2):  # entities inside entities
            raw = html.unescape(raw)
        return _SPACE.sub(" ", plain_line(_TAGS.sub(" ", raw))).strip()[:LONGEST]
    if isinstance(value, list):
        return next(filter(None, (text_of(part, depth + 1) for part in value[:20])), "")
    if isinstance(value, dict):
        parts = (_get(value, name) for name in ("name", "@value", "text", "alternateName"))
        return next(filter(None, (text_of(part, depth + 1) for part in parts)), "")
    return ""


def address_of(value: Json) -> str:
    """The first web address in it."""
    return next(iter(_found_addresses(value, 0)), "")


def _found_addresses(value: Json, depth: int) -> Iterator[str]:
    if depth > 4:
        return
    if isinstance(value, str):
        for address in _ADDRESS.findall(html.unescape(value[: 4 * LONGEST])):
            yield plain_line(address)
    elif isinstance(value, list):
        for part in value[:50]:
            yield from _found_addresses(part, depth + 1)
    elif isinstance(value, dict):
        for name in ("url", "@id", "sameAs", "contentUrl"):
            yield from _found_addresses(_get(value, name), depth + 1)


def _addresses(about: dict[str, Json]) -> list[str]:
    found = (_found_addresses(_get(about, name), 0) for name in ("firstAppearance", "appearance", "url", "sameAs"))
    return list(dict.fromkeys(address for part in found for address in part))[:20]


def day_of(value: Json) -> date | None:
    """The day of an ISO date or time."""
    found = _DAY.search(text_of(value)[:40])
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
