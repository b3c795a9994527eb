"""The sentences of an article that are worth a check."""

from __future__ import annotations

from tuifact.claims.annotation import annotate
from tuifact.model.anchors import anchor_at
from tuifact.model.article import Article
from tuifact.model.claim import Band, Claim, Sentence


def find_claims(article: Article, *, rules_only: bool = False) -> tuple[Claim, ...]:
    """The claims of an article in reading order, with the spans `annotate` gives them.

    The band alone decides. A prediction or an opinion that is worth a check stays in, with its kind among the
    reasons: in news most of them rest on a fact (`the grant of $2 million would end`), and that can be checked.
    """
    return tuple(
        _claim(article, sentence)
        for sentence in annotate(article, rules_only=rules_only)
        if sentence.band is not Band.NOT_CHECKABLE
    )


def _claim(article: Article, sentence: Sentence) -> Claim:
    """The sentence as a claim nobody has checked yet."""
    return Claim(
        text=sentence.text,
        paragraph=sentence.paragraph,
        start=sentence.start,
        end=sentence.end,
        speaker=sentence.speaker,
        kind=sentence.kind,
        worth=sentence.worth,
        band=sentence.band,
        reasons=sentence.reasons,
        anchor=anchor_at(article.paragraphs[sentence.paragraph].text, sentence.start, sentence.end),
    )
