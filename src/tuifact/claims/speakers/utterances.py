"""The sentences of an article as utterances: what each says of its speaker by itself, and how it is quoted.

Made one after the other from the top, so that the register knows what has been read; of the tokens nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.attribution import BEHIND, Attribution, attribution_in
from tuifact.claims.speakers.labels import turns
from tuifact.claims.speakers.names import Mention, Sort
from tuifact.claims.speakers.phrases import mention_in
from tuifact.claims.speakers.quotations import Quotations, Span, quotations
from tuifact.claims.speakers.register import Register, names_in
from tuifact.claims.speakers.subjects import main_subject
from tuifact.claims.speakers.tokens import QUOTE, Token, tokenise
from tuifact.claims.speakers.verbs import VERBS
from tuifact.model.article import Paragraph

PATIENCE = 2
"""Paragraphs in which a quotation left open may still be closed."""

LONGEST_CREDIT = 10
"""Tokens from which words behind a quotation are no credit any more."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŒŘŚŞŠŹŻŽΑ-ΩЁІЇЄА-Я]"
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}[\w’'-]*+(?:\.?\s(?:(?:al|bin|de|van|von|der|la|el|ben)\s)?{_CAPITAL}[\w’-]*+){{1,4}}"
)
_POST_BYLINE = re.compile(r"\s*[—–―-]\s?\S.{0,200}\(@\w+\)")
_STATEMENTS = frozenset("statement letter speech interview remarks tweet post release address message email".split())


@dataclass(slots=True)
class Utterance:
    """A sentence on its way to a speaker."""

    paragraph: int
    quoted: float
    """The share of its characters that stands in quotation marks, 0..1."""
    wholly_quoted: bool
    opens_quoted: bool
    """Whether its first mark opens a quotation."""
    begins_quoted: bool
    """Whether it begins inside a quotation that was opened before it."""
    ends_open: bool
    """Whether its last quotation goes on in the next sentence."""
    speaker: str | None = None
    subject: str | None = None
    """Whom a sentence of the article's own is about."""
    credit: str | None = None
    """Whom it names when it is nothing but a few words behind a quotation (`“…” A passer-by`)."""
    introduces: bool = False
    """Whether it ends with a colon."""
    announces: bool = False
    """Whether it speaks of a statement, a letter, an interview: what is quoted next is from it."""
    bare: bool = False
    """Whether it is only an attribution (`he told The Harbour Post.`)."""
    only_attributes: bool = False
    """The same, or the byline of a post or a quotation."""
    settled: bool = False
    """Whether nothing may be inherited from it or by it: it stands in a post."""


def utterances(
    paragraphs: Sequence[Paragraph], sentences: Sequence[Sequence[Span]], register: Register
) -> Iterator[Utterance]:
    """Every sentence in reading order; an open quotation is carried on to the next paragraphs, not out of posts."""
    left = 0
    turn = turns([paragraph.text if paragraph.post is None else "" for paragraph in paragraphs])
    for index, (paragraph, spans) in enumerate(zip(paragraphs, sentences, strict=True)):
        quoted = quotations(paragraph.text, open_before=left > 0)
        left = PATIENCE if quoted.open and paragraph.post is None else 0 if quoted.spans else left - 1
        for utterance in _of_paragraph(index, paragraph, spans, quoted, register):
            if index in turn:
                _take_turn(utterance, turn[index], register)
            yield utterance


def _take_turn(utterance: Utterance, mention: Mention, register: Register) -> None:
    """A sentence in somebody's turn of an interview is theirs where it names nobody else; none inherits from it."""
    utterance.settled = True
    utterance.speaker = utterance.speaker or register.resolve(mention)


def _of_paragraph(
    index: int, paragraph: Paragraph, spans: Sequence[Span], quoted: Quotations, register: Register
) -> Iterator[Utterance]:
    """The sentences of one paragraph, each with the quotations that touch it."""
    first = 0
    for start, end in spans:
        while first < len(quoted.spans) and quoted.spans[first][1] <= start:
            first += 1
        last = first
        while last < len(quoted.spans) and quoted.spans[last][0] < end:
            last += 1
        text = paragraph.text[start:end]
        inside = [(max(left, start) - start, min(right, end) - start) for left, right in quoted.spans[first:last]]
        tokens = tokenise(text, inside)
        utterance = Utterance(
            paragraph=index,
            quoted=sum(right - left for left, right in inside) / (end - start),
            wholly_quoted=bool(inside) and not any(token.is_word for token in tokens),
            opens_quoted=bool(inside) and inside[0][0] == 0,
            begins_quoted=_begins_quoted(quoted, first, start) if inside else False,
            ends_open=_ends_open(quoted, last - 1, end, len(paragraph.text)) if inside else False,
        )
        _read(utterance, paragraph, text, tokens, register)
        yield utterance


def _begins_quoted(quoted: Quotations, first: int, start: int) -> bool:
    """Whether the first quotation of a sentence that begins at `start` was opened before it."""
    resumes = first == 0 and quoted.carried and quoted.spans[0][0] == start
    return resumes or quoted.spans[first][0] < start


def _ends_open(quoted: Quotations, last: int, end: int, length: int) -> bool:
    """Whether the last quotation of a sentence goes on behind its end, or is never closed in the paragraph."""
    closing = quoted.spans[last][1]
    return closing > end or (quoted.open and closing == length)


def _read(utterance: Utterance, paragraph: Paragraph, text: str, tokens: Sequence[Token], register: Register) -> None:
    """Note what a sentence says of its speaker by itself."""
    if paragraph.post:
        _read_post(utterance, paragraph.post.author, text, tokens, register)
        return
    for name in names_in(text, _RUN.findall(text)):
        register.enter_name(name)
    attribution = attribution_in(tokens)
    if attribution is None and utterance.wholly_quoted and utterance.ends_open:
        attribution = _behind_unclosed(text)
    utterance.introduces = bool(tokens) and tokens[-1].text == ":"
    if attribution:
        utterance.bare = utterance.only_attributes = attribution.bare
        utterance.speaker = register.resolve(attribution.speaker)
    elif not utterance.wholly_quoted and paragraph.kind != "heading":
        utterance.subject = register.notice(_spoken_of(tokens))
        utterance.credit = _credit(tokens)
        utterance.announces = not _STATEMENTS.isdisjoint(token.lower for token in tokens)


def _read_post(utterance: Utterance, author: str, text: str, tokens: Sequence[Token], register: Register) -> None:
    """A post's sentences are its author's, except what it quotes; its byline is nobody's."""
    utterance.settled = True
    utterance.only_attributes = _POST_BYLINE.match(text) is not None
    if not utterance.only_attributes:
        quoted = _quoted_by_handle(tokens)
        utterance.speaker = register.resolve(quoted) if quoted else author


def _quoted_by_handle(tokens: Sequence[Token]) -> Mention | None:
    """Whom a post quotes: a handle right behind its quotation."""
    if len(tokens) < 2 or tokens[0].text != QUOTE:
        return None
    behind = next((token for token in tokens[1:4] if token.is_word), None)
    return Mention(behind.text, Sort.HANDLE) if behind and behind.text[0] == "@" else None


def _behind_unclosed(text: str) -> Attribution | None:
    """The attribution behind speech whose closing mark is missing: `“Now is the time, Lee said.`"""
    found = attribution_in(tokenise(text.lstrip("\"“”„«»'‘ "), ()))
    return found if found and found.rank == BEHIND else None


def _spoken_of(tokens: Sequence[Token]) -> Mention | None:
    """The person a sentence of the article's own is about: its subject, else the one it presents (`… is Ana Ruiz`)."""
    subject = main_subject(tokens)
    if subject and subject.sort in (Sort.NAME, Sort.PRONOUN):
        return subject
    for at, token in enumerate(tokens):
        if token.lower in ("is", "was") and at + 2 < len(tokens) and tokens[at + 1].is_capital:
            end = at + 1
            while end < len(tokens) and (tokens[end].is_capital or tokens[end].lower in words.PARTICLES):
                end += 1
            return mention_in(tokens[at + 1 : end])
    return subject


def _credit(tokens: Sequence[Token]) -> str | None:
    """Whom a few words without a verb and without a full stop name: `A passer-by, “Notes on a fire”`."""
    plain = [token for token in tokens[:LONGEST_CREDIT] if token.is_word]
    if not plain or len(tokens) >= LONGEST_CREDIT or tokens[-1].text in (".", "!", "?"):
        return None
    if any(token.lower in words.FINITE or token.lower in VERBS for token in plain):
        return None
    end = next((at for at, token in enumerate(tokens) if token.text in (",", QUOTE)), len(tokens))
    mention = mention_in(tokens[:end])
    return mention.text if mention else None
