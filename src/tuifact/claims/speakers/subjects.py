"""The subject beside a verb of saying: before it, behind it, past appositions, or the one the sentence opens with."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention, Sort, name_at_end
from tuifact.claims.speakers.phrases import mention_in
from tuifact.claims.speakers.tokens import QUOTE, Token
from tuifact.claims.speakers.verbs import BASES, VERBS

FAR = 30
"""Tokens among which a subject is looked for."""
NEAR = 8
"""Tokens within which words belong to one phrase."""
LONG_QUOTE = 4
"""Words from which a quotation is somebody's speech and not a word held at arm's length."""

_PLACING = words.PREPOSITIONS | {"of"}
"""What a phrase between commas begins with when it says where somebody is from."""
_ASIDE = frozenset({",", "(", "—", "–"})
_STRONG_ENDS = frozenset({";", ":", "—", "–", "(", ")", "!", "?", "…"})


def subject_before(tokens: Sequence[Token], end: int) -> tuple[Mention | None, int]:
    """The subject that ends at `end` and where it begins; an apposition between commas is looked behind.

    Of several phrases between commas the last that is a name is taken, else the one the apposition explains.
    """
    if tokens[end - 1].lower in words.RELATIVES:
        cut = end - 2 if end > 1 and tokens[end - 2].text == "," else end - 1
        known = cut > 0 and tokens[cut - 1].lower not in words.RELATIVES
        return subject_before(tokens, cut) if known else (None, end)
    if tokens[end - 1].lower in ("and", "but", "or"):
        return (None, end) if tokens[end].lower in BASES else (main_subject(tokens), 0)
    if tokens[end - 1].text not in (",", ")", "—", "–"):
        start = _clause_start(tokens, end)
        return mention_in(tokens[start:end]), start
    fallback: tuple[Mention | None, int] = (None, end)
    close = end - 1
    for turn in range(4):
        start = _clause_start(tokens, close)
        away = start < close and (tokens[start].lower in _PLACING or _goes_on(tokens, start, close))
        mention = mention_in(tokens[start:close]) if start < close and not away else None
        if (mention and mention.sort in (Sort.NAME, Sort.HANDLE)) or (
            mention and turn and mention.sort is Sort.PRONOUN
        ):
            return mention, start
        opens = start == 0 and tokens[0].is_capital
        if mention and turn == 1 and (opens or tokens[start].lower in words.DETERMINERS | words.LEADING):
            fallback = mention, start
        start = _mark_before(tokens, start)
        if start == 0 or tokens[start - 1].text not in _ASIDE:
            break
        close = start - 1
    return fallback


def _goes_on(tokens: Sequence[Token], start: int, close: int) -> bool:
    """Whether one word between commas goes on with where somebody is from (`of Mill Lane, Dunford,`)."""
    if close - start != 1 or start < 2 or tokens[start - 1].text != ",":
        return False
    return tokens[_clause_start(tokens, start - 1)].lower in _PLACING


def _mark_before(tokens: Sequence[Token], at: int) -> int:
    """Where what stands between two marks begins, past the conjunctions in it (`who has lived there since 1998`)."""
    stop = max(0, at - FAR)
    while at > stop and tokens[at - 1].is_word:
        at -= 1
    return at


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    """Where the phrase that ends at `end` begins: behind a mark, a longer quotation or the start of a clause."""
    at = end
    while at > max(0, end - FAR):
        token = tokens[at - 1]
        if token.text == "," or token.text in _STRONG_ENDS:
            break
        if token.text == QUOTE and not _names_a_part(tokens, at - 1, end):
            break
        if token.lower in words.CONJUNCTIONS and at < end and not _joins(tokens, at - 1, end):
            break
        at -= 1
    return at


def _names_a_part(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a quotation is a word or two inside the phrase: `the “History” section`."""
    inside = 0 < at < end - 1 and tokens[at].words < LONG_QUOTE
    return inside and tokens[at - 1].lower in words.DETERMINERS


def _joins(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a conjunction belongs to the phrase: `Health and Welfare`, `groups such as Amber`."""
    if tokens[at].lower == "as" and at and tokens[at - 1].lower == "such":
        return True
    if tokens[at].lower not in ("and", "or") or at == 0 or at + 1 >= end:
        return False
    return tokens[at - 1].is_capital and tokens[at + 1].is_capital


def quoted_subject(tokens: Sequence[Token], at: int) -> Mention | None:
    """Whom `Ruiz was quoted by a paper as saying` is about; None when nobody is quoted or cited."""
    for place in range(at - 2, max(0, at - NEAR * 2), -1):
        if tokens[place].lower in ("quoted", "cited", "reported", "quotes", "cites"):
            start = place
            while start and (tokens[start - 1].lower in words.BE or tokens[start - 1].lower in words.AUXILIARIES):
                start -= 1
            if start == place:  # `The Ledger quoted Ruiz as saying`
                return mention_in(tokens[place + 1 : at - 1])
            return subject_before(tokens, start)[0] if start else None
    return None


def main_subject(tokens: Sequence[Token]) -> Mention | None:
    """The subject a sentence opens with: its leading phrase, up to its first verb or preposition."""
    start = 0
    while start < len(tokens) and (tokens[start].lower in words.CONJUNCTIONS or tokens[start].text == ","):
        start += 1
    if start < len(tokens) and _leads_in(tokens[start]):
        commas = [at for at, token in enumerate(tokens[:FAR]) if token.text == ","]
        start = commas[0] + 1 if commas else len(tokens)
    end = start
    while end < len(tokens) and end - start < FAR and not _ends_subject(tokens, start, end):
        end += 1
    return mention_in(tokens[start:end]) if end > start else None


def _leads_in(token: Token) -> bool:
    """Whether a sentence that begins so has its subject behind the first comma."""
    return token.lower in words.PREPOSITIONS or token.lower in ("to", "as") or token.lower.endswith("ing")


def _ends_subject(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the leading phrase ends before this token."""
    token = tokens[at]
    if not token.is_word and token.text not in (".", "&"):
        return True
    if at == start:
        return False
    if token.lower in words.FINITE or token.lower in words.PREPOSITIONS or token.lower in words.ADVERBS:
        return True
    alone = at == start + 1 and tokens[start].lower in words.PRONOUNS
    verbal = token.lower in VERBS or token.lower.endswith("ed")
    named = tokens[at - 1].is_capital and (at - start > 1 or tokens[start].lower not in words.LEADING)
    named = named and not tokens[at - 1].lower.endswith(("'s", "’s"))
    past_name = named and token.is_word and not token.is_capital and token.lower not in ("of", "for")
    return alone or (verbal and not token.is_capital) or (past_name and not words.is_title(token.lower))


def mention_from(tokens: Sequence[Token], start: int) -> Mention | None:
    """The speaker named from `start` on: `said Lee, who …`, `said the mayor, Ana Ruiz`."""
    end = start
    while end < len(tokens) and end - start < FAR and (tokens[end].is_word or tokens[end].text in ("&", QUOTE)):
        stop = tokens[end].text == QUOTE and tokens[end].words >= LONG_QUOTE
        verb = end > start + 1 and tokens[end].lower in words.FINITE
        if stop or verb:
            break
        end += 1
    while end + 1 < len(tokens) and tokens[end].text == "." and words.is_title(tokens[end - 1].lower):
        end += 1
        while end < min(len(tokens), start + FAR) and tokens[end].is_word:
            end += 1
    mention = mention_in(tokens[start:end])
    if mention and mention.sort is Sort.DESCRIPTION and end < len(tokens) and tokens[end].text == ",":
        close = next((at for at in range(end + 1, min(end + 6, len(tokens))) if not tokens[at].is_word), len(tokens))
        apposition = tokens[end + 1 : close]
        if apposition and all(token.is_capital or token.lower in words.PARTICLES for token in apposition):
            return name_at_end(apposition) or mention
    return mention
