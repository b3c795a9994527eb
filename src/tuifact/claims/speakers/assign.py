"""The speaker of every sentence of an article, in one walk from its top.

Three steps: what each sentence says by itself (`attribution_in`), whom that means here (`Register`), and what the
sentences that are only quotation take from their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.attribution import Attribution, attribution_in
from tuifact.claims.speakers.phrases import Mention, Sort, mention_in
from tuifact.claims.speakers.quotations import Quotations, Span, quotations
from tuifact.claims.speakers.register import Register, names_in
from tuifact.claims.speakers.subjects import main_subject
from tuifact.claims.speakers.tokens import QUOTE, Token, tokenise
from tuifact.claims.speakers.verbs import VERBS
from tuifact.model.article import Paragraph

_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŒŘŚŞŠŹŻŽΑ-ΩЁІЇЄА-Я]"
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}[\w’'-]*+(?:\.?\s(?:(?:al|bin|de|van|von|der|la|el|ben)\s)?{_CAPITAL}[\w’-]*+){{1,4}}"
)
_PATIENCE = 2
_STATEMENTS = frozenset("statement letter speech interview remarks tweet post release address message email".split())
_POST_BYLINE = re.compile(r"\s*[—–―-]\s?\S.{0,200}\(@\w+\)")


@dataclass(slots=True)
class Utterance:
    """A sentence on its way to a speaker."""

    paragraph: int
    tokens: Sequence[Token]
    begins_quoted: bool
    """Whether it begins inside a quotation that was opened before it."""
    opens_quoted: bool
    """Whether its first mark opens a quotation."""
    ends_open: bool
    """Whether its last quotation goes on in the next sentence."""
    wholly_quoted: bool
    quoted: float
    """The share of its characters that stands in quotation marks."""
    attribution: Attribution | None = None
    speaker: str | None = None
    subject: str | None = None
    """Whom a sentence of the article's own is about."""
    only_attributes: bool = False
    settled: bool = False
    """Whether nothing may be inherited: a post's author is known, a heading speaks for itself."""


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
    utterances = list(_utterances(paragraphs, sentences))
    for utterance, (paragraph, text) in zip(utterances, _texts(paragraphs, sentences), strict=True):
        _settle(utterance, paragraph, text, register)
    _share(utterances)
    for utterance in utterances:
        yield Voice(utterance.speaker, utterance.quoted, utterance.only_attributes)


def _texts(paragraphs: Sequence[Paragraph], sentences: Sequence[Sequence[Span]]) -> Iterator[tuple[Paragraph, str]]:
    """Every sentence's paragraph and text."""
    for paragraph, spans in zip(paragraphs, sentences, strict=True):
        for start, end in spans:
            yield paragraph, paragraph.text[start:end]


def _utterances(paragraphs: Sequence[Paragraph], sentences: Sequence[Sequence[Span]]) -> Iterator[Utterance]:
    """Every sentence with its quotations; an open one is carried from paragraph to paragraph, not into posts."""
    left = 0  # paragraphs in which an open quotation may still be closed
    for index, (paragraph, spans) in enumerate(zip(paragraphs, sentences, strict=True)):
        quoted = quotations(paragraph.text, open_before=left > 0)
        left = _PATIENCE if quoted.open and paragraph.post is None else 0 if quoted.spans else left - 1
        yield from _of_paragraph(index, paragraph.text, spans, quoted)


def _of_paragraph(index: int, text: str, spans: Sequence[Span], quoted: Quotations) -> Iterator[Utterance]:
    """The sentences of one paragraph, each with the quotations that touch it."""
    first = 0
    for start, end in spans:
        while first < len(quoted.spans) and quoted.spans[first][1] <= start:
            first += 1
        last = first
        while last < len(quoted.spans) and quoted.spans[last][0] < end:
            last += 1
        touching = quoted.spans[first:last]
        inside = [(max(left, start) - start, min(right, end) - start) for left, right in touching]
        tokens = tokenise(text[start:end], inside)
        goes_on = bool(touching) and (touching[-1][1] > end or (quoted.open and touching[-1][1] == len(text)))
        resumes = bool(touching) and first == 0 and quoted.carried and touching[0][0] == start
        begins = resumes or (bool(touching) and touching[0][0] < start)
        opens = bool(inside) and inside[0][0] == 0
        wholly = bool(tokens) and not any(token.is_word for token in tokens) and bool(inside)
        share = sum(right - left for left, right in inside) / (end - start)
        yield Utterance(index, tokens, begins, opens, goes_on, wholly, share)


def _settle(utterance: Utterance, paragraph: Paragraph, text: str, register: Register) -> None:
    """Give a sentence the speaker it names itself, or the author of the post it stands in."""
    tokens = utterance.tokens
    utterance.attribution = attribution_in(tokens)
    if paragraph.post:
        utterance.settled = True
        utterance.only_attributes = _POST_BYLINE.match(text) is not None
        if not utterance.only_attributes:
            quoted = _quoted_by_handle(tokens)
            utterance.speaker = register.resolve(quoted) if quoted else paragraph.post.author
        return
    for name in names_in(text, _RUN.findall(text)):
        register.enter_name(name)
    if utterance.attribution:
        utterance.only_attributes = utterance.attribution.bare
        utterance.speaker = register.resolve(utterance.attribution.speaker)
    elif not utterance.wholly_quoted and paragraph.kind != "heading":
        utterance.subject = register.notice(_spoken_of(tokens))


def _quoted_by_handle(tokens: Sequence[Token]) -> Mention | None:
    """Whom a post quotes: a handle right behind its quotation."""
    if len(tokens) < 2 or tokens[0].text != QUOTE:
        return None
    behind = next((token for token in tokens[1:4] if token.is_word), None)
    return Mention(behind.text, Sort.HANDLE) if behind and behind.text[0] == "@" else None


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


# What sentences without an attribution of their own take from their neighbours ---------------------------------------


def _share(utterances: Sequence[Utterance]) -> None:
    """Give the sentences of one quotation one speaker, and quotations that stand alone the one next to them."""
    start = 0
    while start < len(utterances):
        end = start + 1
        while end < len(utterances) and utterances[end - 1].ends_open and utterances[end].begins_quoted:
            end += 1
        run = utterances[start:end]
        _share_within(run)
        if run[0].speaker is None and not run[0].settled and _is_speech(run):
            speaker = _from_neighbours(utterances, start, end)
            for utterance in run:
                utterance.speaker = utterance.speaker or speaker
        start = end


def _share_within(run: Sequence[Utterance]) -> None:
    """Along one quotation the first speaker named holds backwards, each further one from there on."""
    known = next((utterance.speaker for utterance in run if utterance.speaker), None)
    for utterance in run if len(run) > 1 else ():
        known = utterance.speaker or known
        if not utterance.settled:
            utterance.speaker = utterance.speaker or known


def _is_speech(run: Sequence[Utterance]) -> bool:
    """Whether sentences are somebody's words: all quotation, or one quotation that runs through several of them."""
    return all(utterance.wholly_quoted for utterance in run) or len(run) > 1


def _from_neighbours(utterances: Sequence[Utterance], start: int, end: int) -> str | None:
    """The speaker of a quotation that names none.

    A colon before it decides; then the sentence before it in its paragraph, a byline or an attribution behind it,
    and at last whoever spoke in the paragraph before.
    """
    first, last = utterances[start], utterances[end - 1]
    before = utterances[start - 1] if start else None
    after = utterances[end] if end < len(utterances) else None
    if before and before.tokens and before.tokens[-1].text == ":":
        return before.speaker or before.subject
    if before and before.paragraph == first.paragraph and before.speaker:
        return before.speaker
    if after and after.paragraph == last.paragraph and not after.opens_quoted:
        return after.speaker or _credited(after) or after.subject
    if after and after.attribution and after.attribution.bare and not after.settled:
        return after.speaker
    if before is None or before.settled:
        return None
    leads_in = not _STATEMENTS.isdisjoint(token.lower for token in before.tokens)
    return before.speaker or (before.subject if leads_in else None)


def _credited(credit: Utterance) -> str | None:
    """Whom a few words without a full stop behind a quotation name: `“…” A passer-by, “Notes on a fire”`."""
    plain = [token for token in credit.tokens if token.is_word]
    if not 1 <= len(plain) <= 6 or credit.tokens[-1].text in (".", "!", "?"):
        return None
    if any(token.lower in words.FINITE or token.lower in VERBS for token in plain):
        return None
    commas = [at for at, token in enumerate(credit.tokens) if token.text in (",", QUOTE)]
    mention = mention_in(credit.tokens[: commas[0]] if commas else credit.tokens)
    credit.speaker = mention.text if mention else None
    credit.only_attributes = mention is not None
    return credit.speaker
