"""Verbs that report with some subjects or some prepositions only: who can hear, show or call for something."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention, Sort
from tuifact.claims.speakers.tokens import Token
from tuifact.claims.speakers.verbs import ALSO_NOUNS, APPEALING, Sense

_HEARING = frozenset({"hears", "heard"})
_HEARERS = frozenset(
    "commission committee conference congress council court courts hearing inquest inquiry judge judges jurors jury "
    "lawmakers meeting mps panel parliament senate senators trial tribunal".split()
)
"""What hears that something is so, for others to know."""
_MEDIA = frozenset(
    "agency broadcaster chronicle courier daily fm gazette guardian herald journal magazine media mirror network news "
    "newspaper observer paper post press radio standard station sun telegraph television times tribune tv".split()
)
_PAPERS = frozenset(
    "analysis audit census data figures statistics document documents email emails filing filings footage letter "
    "letters memo memos minutes poll polls record records report reports research review studies study survey surveys "
    "test tests transcript transcripts".split()
)
_SHOWING = frozenset(
    "indicate indicated indicates reveal revealed reveals show showed shows suggest suggested suggests".split()
)
_CALLED_FOR_BY_THINGS = frozenset(
    "agreement bill budget code constitution contract deal design emergency job law menu moment plan plans problem "
    "procedure programme program recipe rule rules schedule situation task tradition treaty".split()
)
"""What calls for something without saying so."""


def can_say(mention: Mention, verb: str, sense: Sense) -> bool:
    """Whether a subject can be who speaks, with verbs that say it of some subjects only."""
    last = mention.text.split()[-1].lower()
    if sense is Sense.HEAR:
        return last in (_HEARERS if verb in _HEARING else _MEDIA) or (verb not in _HEARING and mention.text.isupper())
    return verb not in APPEALING or mention.sort is not Sort.DESCRIPTION or last not in _CALLED_FOR_BY_THINGS


def shown_by_papers(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether the subject, from `start` to the verb at `at`, is a paper that shows something: `emails show he knew`."""
    return tokens[at].lower in _SHOWING and any(token.lower in _PAPERS for token in tokens[start:at])


def appeals(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb asks for something: `called for an inquiry`, and not the noun of `growing calls for calm grew`."""
    if tokens[at].lower not in APPEALING or len(tokens) < at + 3 or tokens[at + 1].lower != "for":
        return False
    return tokens[at].lower not in ALSO_NOUNS or not (
        tokens[at - 1].lower.endswith(("ing", "ed", "'s", "’s")) or _verb_follows(tokens[at + 2 :])
    )


def _verb_follows(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb comes before any mark or conjunction: what stands before it is its subject."""
    for token in tokens:
        if not token.is_word or token.lower in words.CONJUNCTIONS or token.lower in words.RELATIVES:
            return False
        if token.lower in words.FINITE:
            return True
    return False
