"""What a ClaimReview must be: a small table of the classes and properties we write, and the rules beyond it.

The table is of schema.org, version 30, as far as `documents.py` goes; whatever is not in it is a fault. It is strict
where the official shapes let anything pass, and passes what they refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from tuifact.model.record import Record

_TABLE = {
    "ClaimReview": "url:URL claimReviewed:Text datePublished:Date author:Organization reviewRating:Rating "
    "itemReviewed:Claim reviewBody:Text citation:CreativeWork",
    "Rating": "ratingValue:Number worstRating:Number bestRating:Number alternateName:Text ratingExplanation:Text",
    "Claim": "author:Person,Organization datePublished:Date appearance:NewsArticle",
    "NewsArticle": "url:URL headline:Text author:Person datePublished:Date archivedAt:URL",
    "CreativeWork": "name:Text url:URL archivedAt:URL",
    "Person": "name:Text",
    "Organization": "name:Text url:URL",
}
_PROPERTIES = {
    kind: {name: tuple(takes.split(",")) for name, takes in (entry.split(":") for entry in entries.split())}
    for kind, entries in _TABLE.items()
}
_REQUIRED = {
    "ClaimReview": ("claimReviewed", "reviewRating", "itemReviewed"),
    "Rating": ("alternateName",),
    "Person": ("name",),
    "Organization": ("name",),
}
_URL = re.compile(r"https?://[^\s/?#]+\S*")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def faults(document: Record, path: str = "ClaimReview") -> Iterator[str]:
    """What is wrong with a document, a line each: a property that is not in the table, a value of the wrong kind, what
    is missing, a rating outside its scale."""
    if document.get("@type") != "ClaimReview":
        yield f"{path}: is no ClaimReview"
        return
    if document.get("@context") not in ("https://schema.org", "https://schema.org/"):
        yield f"{path}: its context is not https://schema.org"
    yield from _node(document, path)


def document_faults(document: Record) -> Iterator[str]:
    """What is wrong with a document of one ClaimReview, or with any in a bundle of them."""
    context = document.get("@context")
    bundled = document.get("@graph")
    if not isinstance(bundled, list):
        yield from faults(document)
        return
    for number, review in enumerate(bundled, 1):
        yield from faults({"@context": context, **review}, f"ClaimReview {number}")


def _node(node: Record, path: str) -> Iterator[str]:
    kind = node.get("@type")
    if not isinstance(kind, str) or kind not in _PROPERTIES:
        yield f"{path}: {kind!r} is none of the classes we write"
        return
    yield from (f"{path}: {name} is missing" for name in _REQUIRED.get(kind, ()) if name not in node)
    for name, value in node.items():
        if name in ("@type", "@context"):
            continue
        takes = _PROPERTIES[kind].get(name)
        if takes is None:
            yield f"{path}.{name}: is no property of {kind}"
            continue
        for item in value if isinstance(value, list) else [value]:
            yield from _value(item, takes, f"{path}.{name}")
    if kind == "Rating":
        yield from _scale(node, path)


def _value(item: object, takes: tuple[str, ...], path: str) -> Iterator[str]:
    if isinstance(item, dict):
        if item.get("@type") not in takes:
            yield f"{path}: takes {' or '.join(takes)}, not {item.get('@type')!r}"
        else:
            yield from _node(item, path)
    elif not _fits(item, takes):
        yield f"{path}: takes {' or '.join(takes)}, not {item!r}"


def _fits(item: object, takes: tuple[str, ...]) -> bool:
    if isinstance(item, bool):
        return False
    if isinstance(item, int | float):
        return "Number" in takes
    if not isinstance(item, str) or not item.strip():
        return False
    if "URL" in takes:
        return bool(_URL.fullmatch(item))
    return _is_day(item) if "Date" in takes else "Text" in takes


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _scale(rating: Record, path: str) -> Iterator[str]:
    """A rating has all three numbers, in order, or none."""
    names = ("worstRating", "ratingValue", "bestRating")
    values: list[Any] = [rating[name] for name in names if name in rating]
    if not values:
        return
    if len(values) < len(names):
        yield f"{path}: has some of {', '.join(names)}, not all"
    elif all(isinstance(value, int | float) for value in values) and not (
        values[0] <= values[1] <= values[2] and values[0] < values[2]
    ):
        yield f"{path}: {values[1]} is not between {values[0]} and {values[2]}"
