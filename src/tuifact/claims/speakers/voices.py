"""The voice of every sentence of an article, in one walk from its top.

Three steps: what each sentence says by itself (`attribution_in`), whom that means here (`Register`), and what the
sentences that are only quotation take from their neighbours (`share`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuifact.claims.speakers.quotations import Span
from tuifact.claims.speakers.register import Register
from tuifact.claims.speakers.sharing import share
from tuifact.claims.speakers.utterances import utterances
from tuifact.model.article import Paragraph


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose a sentence is."""

    speaker: str | None
    """None when the article itself speaks."""
    quoted: float = 0.0
    """The share of it that stands in quotation marks, 0..1."""
    only_attributes: bool = False
    """Whether it says nothing but who spoke: `he told The Harbour Post.`, or the byline of a post or a quotation."""


def voices(paragraphs: Sequence[Paragraph], sentences: Sequence[Sequence[Span]]) -> Iterator[Voice]:
    """The voice of every sentence in reading order; `sentences` holds the spans of each paragraph's sentences."""
    register = Register()
    for paragraph in paragraphs:
        if paragraph.post:
            register.enter_post(paragraph.post)
    heard = list(utterances(paragraphs, sentences, register))
    share(heard)
    for utterance in heard:
        yield Voice(utterance.speaker, utterance.quoted, utterance.only_attributes)
