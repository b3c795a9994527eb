"""What the rules of check-worthiness look for beyond single words: the end, the order and the endings of words."""

from __future__ import annotations

from tuifact.claims.vocabulary import (
    ACTS,
    ACTS_DONE,
    ANNOUNCING,
    AUXILIARIES,
    CREDITS,
    MONTHS_AND_DAYS,
    NOT_PAST,
    NOT_SUPERLATIVE,
    OPINIONS,
    PAST,
    PERFECT,
    POLICIES,
    PROVIDING,
    SELF,
    SHOWING,
    SUPERLATIVES,
    WRONGDOING,
)
from tuifact.claims.words import QUOTES, YEAR, Words

FEW_WORDS = 6
"""Fewer words than these assert little, and do not tell their language."""

_SPEAKERS = frozenset("i we i've we've".split())
_BETWEEN = PERFECT | frozenset("had also already just never not now once recently then".split())
"""Words that may stand between a speaker and what he did."""
_CREDIT = 14
"""Words of the longest credit."""
_NEAR = 3
"""Words within which an act follows what announces it, or the one who did it."""


def question(words: Words) -> bool:
    """Whether it ends as a question, behind closing marks of quotations too."""
    return words.text.rstrip("\"'”»)] ").endswith(("?", "؟", "？"))


def unfinished(words: Words) -> bool:
    """Whether nothing ends it: a caption, a heading, a list entry."""
    return not words.text.rstrip("\"'”»)] ").endswith(tuple(".!?…:;؟？。！।"))


def date_line(words: Words) -> bool:
    """Whether it is a date and nothing more."""
    return YEAR in words.seen and all(word in MONTHS_AND_DAYS for word in words.spoken)


def credit(words: Words) -> bool:
    """Whether it stands around an article: who took the picture, where it was published first, what else to read.

    Only where it is about as long as these are; `Image: …` may also begin what a picture shows.
    """
    return len(words.spoken) <= _CREDIT and words.text.lower().lstrip("\"'“‘([").startswith(CREDITS)


def past(words: Words) -> bool:
    """Whether it has a verb in the past tense or a participle."""
    return not PAST.isdisjoint(words.seen) or any(
        word.endswith("ed") and len(word) > 4 and word not in NOT_PAST for word in words.seen
    )


def superlative(words: Words) -> bool:
    """Whether something in it is the most or the first of its kind."""
    return not SUPERLATIVES.isdisjoint(words.seen) or any(
        word.endswith("est") and len(word) > 5 and word not in NOT_SUPERLATIVE for word in words.seen
    )


def verbless(words: Words) -> bool:
    """Whether it has no word that can be a finite verb."""
    return (
        AUXILIARIES.isdisjoint(words.seen)
        and not past(words)
        and not any(word.endswith("s") and not word.endswith(("ss", "'s")) for word in words.spoken[1:])
    )


def short(words: Words) -> bool:
    """Whether it has too few words to assert much."""
    return len(words.spoken) < FEW_WORDS


def opinion(words: Words) -> bool:
    """Whether it judges or wishes; a think tank does neither."""
    seen = words.seen - {"think"} if "tank" in words.seen or "tanks" in words.seen else words.seen
    return not OPINIONS.isdisjoint(seen)


def first_person(words: Words) -> bool:
    """Whether the sentence, or a quotation that begins it, says `I`; not a quotation that somebody else introduces."""
    for index, token in enumerate(words.folded):
        if token in SELF:
            return True
        if index and token in QUOTES:
            return False
    return False


def announced_act(words: Words) -> bool:
    """Whether somebody is about to do what can be seen to be done: `will sign`, `are going to publicly release`."""
    folded = words.folded
    return any(
        token in ANNOUNCING and not ACTS.isdisjoint(folded[at + 1 : at + 1 + _NEAR]) for at, token in enumerate(folded)
    )


def own_act(words: Words) -> bool:
    """Whether the speaker says what he did: `I voted`, `we have never raised`."""
    folded = words.folded
    for at, token in enumerate(folded):
        if token in _SPEAKERS:
            following = (word for word in folded[at + 1 : at + 1 + _NEAR] if word not in _BETWEEN)
            if next(following, "") in ACTS_DONE:
                return True
    return False


def allegation(words: Words) -> bool:
    """Whether a wrong or a secret is laid open, or is about to be: `soon I will publish the secret contract`."""
    return not (WRONGDOING.isdisjoint(words.seen) or SHOWING.isdisjoint(words.seen))


def provision(words: Words) -> bool:
    """Whether a law, a plan or a budget is said to do something."""
    return not (POLICIES.isdisjoint(words.seen) or PROVIDING.isdisjoint(words.seen))
