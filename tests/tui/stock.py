"""The articles the reader is tested on, with their claims given: nothing here depends on cleaning or detection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tuifact.library import Library
from tuifact.model import Article, Band, Claim, Kind, Original, Paragraph, Post


@dataclass(frozen=True)
class Piece:
    """An article and the claims that stand in it."""

    article: Article
    claims: tuple[Claim, ...] = ()
    tags: tuple[str, ...] = ()


def article(paragraphs: Sequence[Paragraph], *, title: str = "", byline: str = "", name: str = "") -> Article:
    """An article whose original is its text, so that every span fits."""
    placed, at = [], 0
    for paragraph in paragraphs:
        end = at + len(paragraph.text)
        placed.append(replace(paragraph, span=(at, end)))
        at = end + 2
    text = "\n\n".join(paragraph.text for paragraph in placed).encode("utf-8", "surrogatepass")
    original = Original(text, source=name, received="2020-03-04T08:00:00Z", encoding="utf-8")
    return Article(tuple(placed), title=title, byline=byline, published=date(2020, 3, 3), original=original)


def claim(
    article: Article, text: str, *, speaker: str | None = None, kind: Kind = Kind.EVENT, **facts: tuple[str, ...]
) -> Claim:
    """The claim that says this, wherever it stands; two reasons or more make it one to check first."""
    number, paragraph = next((n, p) for n, p in enumerate(article.paragraphs) if text in p.text)
    start = paragraph.text.index(text)
    reasons = facts.get("reasons", ("number",))
    first = len(reasons) > 1
    return Claim(
        text=text,
        paragraph=number,
        start=start,
        end=start + len(text),
        speaker=speaker,
        kind=kind,
        worth=0.9 if first else 0.5,
        band=Band.FIRST if first else Band.CHECKABLE,
        reasons=reasons,
    )


def fill(folder: Path, pieces: Iterable[Piece]) -> list[str]:
    """Put these articles into the library, the last one on top of the shelf; their ids."""
    known = {piece.article.original.sha256: piece for piece in pieces}
    with Library.open(folder, find_claims=lambda article: known[article.original.sha256].claims) as library:
        return [library.add(piece.article, tags=piece.tags) for piece in known.values()]


FERRY_POST = Post("Harbour Ferry", "@harbourferry", date(2020, 3, 1), hashtags=("#ferry",))
FERRY_ARTICLE = article(
    [
        Paragraph("Ferry fares: what changed and what did not", "heading"),
        Paragraph("The ferry carried 4,711 people in March. Fares rose by 12 percent. Few had expected it."),
        Paragraph("“We have never missed a sailing,” said Maren Holt, who has run the ferry since 2015.", "quote"),
        Paragraph("We sold 900 tickets on Tuesday. #ferry", "post", FERRY_POST),
        Paragraph("— Harbour Ferry (@harbourferry) March 1, 2020", "post", FERRY_POST),
        Paragraph("What it costs", "heading"),
        Paragraph("Steel: 40 percent more than in 2018", "list"),
        Paragraph("Diesel: 3 percent less", "list"),
        Paragraph(
            "The new pier cost 1.5 million euros, twice the sum approved in 2015, the harbour office said on Tuesday."
        ),
        Paragraph("The office did not answer further questions."),
    ],
    title="Ferry fares: what changed and what did not",
    byline="Harbour Gazette",
    name="/texts/ferry.txt",
)
FERRY = Piece(
    FERRY_ARTICLE,
    (
        claim(FERRY_ARTICLE, "The ferry carried 4,711 people in March.", kind=Kind.STATISTIC),
        claim(FERRY_ARTICLE, "Fares rose by 12 percent.", kind=Kind.STATISTIC),
        claim(FERRY_ARTICLE, FERRY_ARTICLE.paragraphs[2].text, speaker="Maren Holt", kind=Kind.QUOTE),
        claim(FERRY_ARTICLE, "We sold 900 tickets on Tuesday.", speaker="Harbour Ferry", kind=Kind.STATISTIC),
        claim(
            FERRY_ARTICLE,
            FERRY_ARTICLE.paragraphs[8].text,
            speaker="the harbour office",
            kind=Kind.COMPARISON,
            reasons=("number", "comparison", "named source"),
        ),
    ),
    ("harbour",),
)
"""Five claims: two in one line, one in a quotation, one in a post, one over two lines at 72 columns."""

DAYS = 60
MILL_ARTICLE = article(
    [
        Paragraph("Sixty days at the tide mill", "heading"),
        *(
            Paragraph(
                f"On day {day} the mill ground {17 * day} sacks of flour. The wheel turned slowly, said the miller, "
                f"and the tide came late that morning. Nobody wrote down why."
            )
            for day in range(1, DAYS + 1)
        ),
    ],
    title="Sixty days at the tide mill",
    byline="Coast News",
    name="/texts/mill.txt",
)
MILL = Piece(
    MILL_ARTICLE,
    tuple(
        claim(MILL_ARTICLE, f"On day {day} the mill ground {17 * day} sacks of flour.", kind=Kind.STATISTIC)
        for day in range(1, DAYS + 1)
    ),
)
"""A long one, a claim a paragraph."""

WALK = Piece(
    article(
        [Paragraph("The quay is quiet in the morning. Gulls sit on the rails.")],
        byline="Harbour Gazette",
        name="/texts/walk.txt",
    )
)
"""No title and nothing to check."""

SHELF = (WALK, MILL, FERRY)
"""What `fill` makes a shelf of with the ferry on top."""
