"""Claims found in an article. All texts written for this."""

from __future__ import annotations

from tuifact.claims import find_claims
from tuifact.model import Article, Band, Paragraph, Status
from tuifact.model.anchors import anchor_at

ARTICLE = Article(
    (
        Paragraph("Bridge cost tripled", "heading"),
        Paragraph("The city spent $1.5 billion on the bridge in 2019, Tom Okafor said. Why? Thank you all."),
        Paragraph("Unemployment had fallen to 4 percent by 2015."),
    )
)


def test_claims_in_reading_order_with_their_speakers() -> None:
    claims = find_claims(ARTICLE)
    assert [claim.text for claim in claims] == [
        "The city spent $1.5 billion on the bridge in 2019, Tom Okafor said.",
        "Unemployment had fallen to 4 percent by 2015.",
    ]
    assert [claim.speaker for claim in claims] == ["Tom Okafor", None]


def test_a_claim_just_found_is_unverified_and_anchored() -> None:
    for claim in find_claims(ARTICLE):
        text = ARTICLE.paragraphs[claim.paragraph].text
        assert claim.status is Status.UNVERIFIED
        assert claim.id == ""
        assert claim.band is not Band.NOT_CHECKABLE
        assert claim.anchor == anchor_at(text, claim.start, claim.end)


def test_nothing_is_found_in_nothing() -> None:
    assert find_claims(Article()) == ()
    assert find_claims(Article((Paragraph("Hello!"),))) == ()
