"""What is seen of an article or a shelf before it is read: what stood there last, and as much around it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tuifact.model import ArticleSummary, Band, Claim, Kind, Paragraph, Post, Status, Tally
from tuifact.tui.widgets.manuscript import Manuscript
from tuifact.tui.widgets.roll import Roll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tuifact.tui.glimpses import Glimpse

BEFORE, AFTER = 40, 110
"""Paragraphs kept around the one of the current claim, and articles around the first: what the largest screens show."""

_SAID = ("id", "speaker", "verdict", "note", "correction", "by", "at", "previous")
"""Not what is for the desk only: that leaves the library when asked for by name."""
_TOLD = ("id", "title", "byline", "language", "source", "url", "sha256", "added")


class SeenArticle(NamedTuple):
    """A part of an article, with the claims in it."""

    title: str
    tally: Tally
    text: Manuscript
    roll: Roll
    current: int
    """Of the claims in this part, from 0."""
    number: int
    """The same of all claims of the article."""
    figures: tuple[str, ...] = ()
    """The figures of the current one, in words."""


class SeenShelf(NamedTuple):
    """The beginning of a shelf."""

    articles: tuple[ArticleSummary, ...]
    among: int
    """Of all articles."""
    tally: Tally


def glimpse_of_article(title: str, text: Manuscript, roll: Roll, current: int, figures: Sequence[str] = ()) -> Glimpse:
    """What to keep of an open article; `figures` are those of the current claim, in words."""
    here = min(roll.paragraphs[current], len(text) - 1)
    first, last = max(0, here - BEFORE), min(len(text), here + AFTER)
    numbers = [number for paragraph in range(first, last) for number in roll.in_paragraph(paragraph)]
    claim = roll.claim(current)
    return {
        "title": title,
        "tally": _counts(roll.tally),
        "paragraphs": [_paragraph(text, number) for number in range(first, last)],
        "claims": [[roll.paragraphs[n] - first, roll.starts[n], roll.ends[n], roll.status(n)] for n in numbers],
        "changed": [at for at, number in enumerate(numbers) if roll.changed(number)],
        "current": numbers.index(current) if current in numbers else -1,
        "number": current,
        "figures": list(figures),
        "claim": {
            "text": claim.text,
            "kind": claim.kind,
            "band": claim.band,
            "reasons": claim.reasons,
            **{name: getattr(claim, name) for name in _SAID},
        },
    }


def seen_article(glimpse: Glimpse) -> SeenArticle | None:
    """What was kept, ready to be shown; None when it is not what is kept now."""
    try:
        paragraphs = [Paragraph(text, kind, _post(post)) for text, kind, post in glimpse["paragraphs"]]
        changed, current, said = set(glimpse["changed"]), glimpse["current"], dict(glimpse["claim"])
        said |= {"kind": Kind(said["kind"]), "band": Band(said["band"]), "reasons": tuple(said["reasons"])}
        claims = []
        for number, (paragraph, start, end, status) in enumerate(glimpse["claims"]):
            about = said if number == current else {"id": str(number), "text": ""}
            place = {"paragraph": paragraph, "start": start, "end": end}
            claims.append(Claim(**about, **place, status=Status(status), text_changed=number in changed))
        text, tally = Manuscript(paragraphs), Tally(*glimpse["tally"])
        figures = tuple(map(str, glimpse["figures"]))
        return SeenArticle(glimpse["title"], tally, text, Roll(claims), current, glimpse["number"], figures)
    except (LookupError, TypeError, ValueError):
        return None


def glimpse_of_shelf(articles: Sequence[ArticleSummary], tally: Tally) -> Glimpse:
    """What to keep of a shelf."""
    return {
        "count": len(articles),
        "tally": _counts(tally),
        "articles": [
            {
                **{name: getattr(article, name) for name in _TOLD},
                "published": article.published and article.published.isoformat(),
                "tags": article.tags,
                "tally": _counts(article.tally),
            }
            for article in articles[:AFTER]
        ],
    }


def seen_shelf(glimpse: Glimpse) -> SeenShelf | None:
    """What was kept, ready to be shown; None when it is not what is kept now."""
    try:
        articles = tuple(
            ArticleSummary(
                **{name: kept[name] for name in _TOLD},
                published=date.fromisoformat(kept["published"]) if kept["published"] else None,
                tags=tuple(kept["tags"]),
                tally=Tally(*kept["tally"]),
            )
            for kept in glimpse["articles"]
        )
        return SeenShelf(articles, int(glimpse["count"]), Tally(*glimpse["tally"]))
    except (LookupError, TypeError, ValueError):
        return None


def _counts(tally: Tally) -> list[int]:
    return [tally.verified, tally.disputed, tally.unverified]


def _paragraph(text: Manuscript, number: int) -> Sequence[object]:
    """The text, what it is, and the first paragraph of its post."""
    post, first = text.post(number), number
    while post is not None and first and text.post(first - 1) == post:
        first -= 1
    return text[number], text.kinds[number], None if post is None else first


def _post(first: int | None) -> Post | None:
    """A post that is told from others by where it begins; more is not shown of it."""
    return None if first is None else Post(str(first), "")
