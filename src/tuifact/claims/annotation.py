"""Every sentence of an article with what is known of it before anybody checks it."""

from __future__ import annotations

from tuifact.claims.bands import band_of
from tuifact.claims.sentences import split_sentences
from tuifact.claims.worthiness import worth
from tuifact.model.article import Article
from tuifact.model.claim import Kind, Sentence


def annotate(article: Article, *, rules_only: bool = False) -> tuple[Sentence, ...]:
    """Every sentence of the article in reading order."""
    found = []
    for index, paragraph in enumerate(article.paragraphs):
        for start, end in split_sentences(paragraph.text):
            text = paragraph.text[start:end]
            score = worth(text, rules_only=rules_only) if paragraph.kind != "heading" else 0.0
            speaker = paragraph.post.author if paragraph.post else None
            found.append(Sentence(text, index, start, end, speaker, Kind.EVENT, score, band_of(score)))
    return tuple(found)
