"""Every sentence of an article with what is known of it before anybody checks it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tuifact.claims.bands import band_of
from tuifact.claims.kinds import kind_of
from tuifact.claims.sentences import Span, split_sentences
from tuifact.claims.speakers.voices import Voice, voices
from tuifact.claims.worthiness import Assessment, assess
from tuifact.model.article import Article, Paragraph
from tuifact.model.claim import Band, Kind, Sentence

SET_ASIDE = {Kind.OPINION: "opinion", Kind.PREDICTION: "prediction"}
"""The reason, in words a person reads, why a sentence of this kind cannot be checked as it stands."""


def annotate(article: Article, *, rules_only: bool = False) -> tuple[Sentence, ...]:
    """Every sentence of the article in reading order; linear in its length.

    Headings, the bylines of posts and bare attributions (`he told The Harbour Post.`) claim nothing of their own:
    they are worth 0.
    """
    spans = [split_sentences(paragraph.text) for paragraph in article.paragraphs]
    return tuple(_sentences(article.paragraphs, spans, voices(article.paragraphs, spans), rules_only=rules_only))


def _sentences(
    paragraphs: Sequence[Paragraph], spans: Sequence[Sequence[Span]], heard: Iterator[Voice], *, rules_only: bool
) -> Iterator[Sentence]:
    """The sentences of the paragraphs, each with its voice."""
    for index, paragraph in enumerate(paragraphs):
        for start, end in spans[index]:
            voice = next(heard)
            text = paragraph.text[start:end]
            kind = kind_of(text, quoted=voice.quoted)
            if paragraph.kind == "heading" or voice.only_attributes:
                yield Sentence(text, index, start, end, voice.speaker, kind)
                continue
            assessed = assess(text, rules_only=rules_only)
            band = band_of(assessed.worth)
            yield Sentence(
                text, index, start, end, voice.speaker, kind, assessed.worth, band, _reasons(assessed, band, kind)
            )


def _reasons(assessed: Assessment, band: Band, kind: Kind) -> tuple[str, ...]:
    """Why a sentence is worth a check, or what speaks against it where it is not, its kind at last."""
    if band is not Band.NOT_CHECKABLE:
        return assessed.reasons
    aside = SET_ASIDE.get(kind)
    return (*(doubt for doubt in assessed.doubts if doubt != aside), aside) if aside else assessed.doubts
