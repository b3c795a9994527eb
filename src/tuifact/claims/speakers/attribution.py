"""What a sentence says about who speaks: `X said`, `said X`, `according to X`, `X, …, noting`, `— X`.

Each verb of saying is judged by its neighbours. When several qualify, the one behind what was said wins
(`Prices rose, the minister had claimed, Lee said` is Lee's), else the first (`Lee said the minister had claimed …`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.inversion import inverts
from tuifact.claims.speakers.labels import bylined, labelled
from tuifact.claims.speakers.names import Mention
from tuifact.claims.speakers.nouns import NOUNS, by_noun
from tuifact.claims.speakers.phrases import mention_in
from tuifact.claims.speakers.sayers import appeals, can_say
from tuifact.claims.speakers.speech import MARKERS, clause_follows, is_bare, reports, stands_behind
from tuifact.claims.speakers.subjects import FAR, NEAR, main_subject, mention_from, quoted_subject, subject_before
from tuifact.claims.speakers.tokens import QUOTE, Token
from tuifact.claims.speakers.verbs import ABROAD, ACCORDING, ALSO_NOUNS, PHRASAL, VERBS, Sense

CUES = frozenset(VERBS) | NOUNS | ACCORDING | PHRASAL.keys() | {"according", "of", "put", "puts", "per"}
"""The words, in lower case, at which an attribution is looked for."""
MOST = 40
"""Cues that are judged in one sentence; what has more is a list, not a sentence."""

BEHIND = 2
"""The rank of an attribution that stands behind what was said."""

_IDIOMS = frozenset({("went", "on", "to"), ("goes", "on", "to"), ("had", "this", "to"), ("has", "this", "to")})


class Attribution(NamedTuple):
    """Who a sentence says is speaking."""

    speaker: Mention
    rank: int = 1
    """2 where it stands behind what was said, 0 where it only sorts something (`called it “…”`)."""
    bare: bool = False
    """Whether the sentence is nothing but this: `he told The Harbour Post.`"""


def attribution_in(tokens: Sequence[Token]) -> Attribution | None:
    """The attribution of a sentence given as tokens; None when it is the article's own."""
    best: Attribution | None = None
    cues = [at for at, token in enumerate(tokens) if token.lower in CUES]
    for at in cues[:MOST]:
        found = _at(tokens, at, tokens[at])
        if found and (best is None or found.rank > best.rank):
            best = found
    if best:
        return best
    if mention := bylined(tokens):
        return Attribution(mention, BEHIND, bare=not tokens[0].is_word and tokens[0].text != QUOTE)
    mention = labelled(tokens)
    return Attribution(mention) if mention else None


def _at(tokens: Sequence[Token], at: int, token: Token) -> Attribution | None:
    """The attribution that this word makes, if it makes one."""
    if token.lower in PHRASAL:
        return _by_phrase(tokens, at)
    sense = VERBS.get(token.lower)
    found = _by_verb(tokens, at, sense) if sense and (at == 0 or token.text == token.lower) else None
    if found is None and token.lower in NOUNS:
        mention = by_noun(tokens, at)
        return Attribution(mention) if mention else None
    if sense is not None:
        return found
    if token.lower in ("put", "puts") and at and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "it":
        mention, _ = subject_before(tokens, at)
        return Attribution(mention) if mention else None
    if token.lower == "per" and tokens[at + 1 : at + 2] and tokens[at + 1].is_capital:
        return _source(tokens, at + 1)
    if token.lower == "according" and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
        return _source(tokens, at + 2)
    if token.lower in ACCORDING and (at == 0 or tokens[at - 1].text == ","):
        return _source(tokens[: _names_end(tokens, at + 1)], at + 1)
    if token.lower == "of" and at > 2 and [word.lower for word in tokens[at - 3 : at]] == ["in", "the", "words"]:
        return _source(tokens, at + 1)
    return None


def _by_phrase(tokens: Sequence[Token], at: int) -> Attribution | None:
    """The attribution that a verb makes with the word behind it (`pointed out`, `made it clear`)."""
    behind = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "it")
    if at == 0 or behind + 1 >= len(tokens) or tokens[behind].lower != PHRASAL[tokens[at].lower]:
        return None
    return _by_verb([*tokens[: at + 1], *tokens[behind + 1 :]], at, Sense.CLAUSE)


def _source(tokens: Sequence[Token], start: int) -> Attribution | None:
    """The source that `according to` names."""
    mention = mention_from(tokens, start)
    return Attribution(mention) if mention else None


def _names_end(tokens: Sequence[Token], start: int) -> int:
    """Where the name that begins at `start` ends; where none begins there, the end of the sentence."""
    end = start
    while end < len(tokens) and (tokens[end].is_capital or (end > start and tokens[end].lower in words.PARTICLES)):
        end += 1
    return end if end > start else len(tokens)


def _by_verb(tokens: Sequence[Token], at: int, sense: Sense) -> Attribution | None:
    """The attribution a verb of saying makes with the subject behind it or before it."""
    if tokens[at].lower.endswith("ing"):
        return _by_participle(tokens, at, sense)
    if sense is Sense.HOLD:
        return _by_state(tokens, at)
    if inverts(tokens, at, sense):
        mention = mention_from(tokens, at + 1)
        if mention or tokens[at].lower in ABROAD:
            return Attribution(mention, BEHIND) if mention else None
    if tokens[at + 1 : at + 2] and tokens[at + 1].lower == "by":  # `described by Lee as “…”`, `as reported by Lee`
        cited = tokens[at - 1].lower == "as" or any(token.text == QUOTE for token in tokens[at:])
        mention = mention_from(tokens, at + 2) if cited else None
        return Attribution(mention) if mention else None
    if tokens[at].lower in ALSO_NOUNS and at and tokens[at - 1].lower.endswith("ed"):
        return None
    end = _idiom_start(tokens, at) or _subject_end(tokens, at)
    if end == 0:
        return None
    mention, start = subject_before(tokens, end)
    if mention is None or not can_say(mention, tokens[at].lower, sense):
        return None
    behind = stands_behind(tokens, start, at, sense)
    bare = is_bare(tokens, start, at, sense)
    if behind or bare or reports(tokens, at, sense, start):
        return Attribution(mention, BEHIND if behind else int(sense is not Sense.LABEL), bare)
    return None


def _by_state(tokens: Sequence[Token], at: int) -> Attribution | None:
    """`Ruiz is confident that …`: a form of `be` before the word, a clause behind it."""
    end = at
    while end and tokens[end - 1].lower in words.ADVERBS:
        end -= 1
    after = tokens[at + 1 : at + 1 + NEAR]
    if end < 2 or tokens[end - 1].lower not in words.STAYING or not clause_follows(after, Sense.THINK):
        return None
    mention, _ = subject_before(tokens, end - 1)
    return Attribution(mention) if mention else None


def _subject_end(tokens: Sequence[Token], at: int) -> int:
    """Where the subject before a verb ends, past helping verbs and adverbs; 0 when the verb reports nothing.

    It reports nothing in the passive (`was told`), when it is only possible (`could say`), and when it is denied.
    """
    end = at
    while end and (tokens[end - 1].lower in words.AUXILIARIES or tokens[end - 1].lower in words.ADVERBS):
        end -= 1
        if tokens[end].lower in words.BE:
            return 0
    if end and (tokens[end - 1].lower in words.WISHES or tokens[end - 1].lower in words.NEGATIONS):
        return 0
    return end - 1 if end and tokens[end - 1].lower in ("will", "did", "does", "do") else end


def _idiom_start(tokens: Sequence[Token], at: int) -> int:
    """Where `went on to say`, `had this to say` begin when the verb at `at` ends one; else 0."""
    lead = tuple(token.lower for token in tokens[max(0, at - 3) : at])
    return at - 3 if lead in _IDIOMS and at > 3 else 0


def _by_participle(tokens: Sequence[Token], at: int, sense: Sense) -> Attribution | None:
    """`Lee left, noting that …`, `with one resident saying “…”`, `… is urging`."""
    after = tokens[at + 1 : at + 1 + NEAR]
    clause = bool(after) and (
        after[0].lower in MARKERS
        or appeals(tokens, at)
        or any(token.text == QUOTE for token in after)
        or (sense is Sense.SAY and at > 2)
    )
    if at == 0 or not clause or (sense in (Sense.LABEL, Sense.CHARGE) and not appeals(tokens, at)):
        return None
    before = tokens[at - 1]
    if before.lower == "as":
        mention = quoted_subject(tokens, at)
    elif before.lower in words.BE:
        mention, _ = subject_before(tokens, at - 1) if at > 1 else (None, 0)
    elif before.text == "," or before.lower in ("and", "by", "while", "whilst", "after", "before"):
        mention = main_subject(tokens)
    else:
        mention = _acting(tokens, at)
    return Attribution(mention) if mention else None


def _acting(tokens: Sequence[Token], at: int) -> Mention | None:
    """Who a participle without a comma belongs to: the few words before it, else the subject of the sentence."""
    start = at
    while start and at - start < FAR and tokens[start - 1].is_word and tokens[start - 1].lower not in ("with", "and"):
        start -= 1
    done = any(token.lower.endswith("ed") and not token.is_capital for token in tokens[start:at])
    near = (at - start <= 4 and not done) or tokens[start - 1].lower == "with"
    return mention_in(tokens[start:at]) if near else main_subject(tokens)
