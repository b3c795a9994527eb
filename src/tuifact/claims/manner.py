"""How prepared a sentence sounds: what is written or read out asserts more than what is said in an exchange.

The weights were trained on debates alone, where one sentence in four is worth a check; in an article or a speech that
was written beforehand it is every other one. Long words and announcements are signs of such a text, contractions and a
conjunction at the beginning signs of talk. The training never sees this part of the score: on debates it would only
learn to take it back.
"""

from __future__ import annotations

from tuifact.claims.words import Words

PER_LETTER = 0.8
"""Logits for each letter that the words are longer than `USUAL`, on the average."""
USUAL = 4.3
"""Letters of a word in the debates, on the average."""
DOUBT = 3
"""Words of the usual length that are added: in a short sentence one long word says little."""
MOST = 1.5
"""Letters more or less than these count no more."""
ANNOUNCED = 0.5
"""Logits of what will be done; a debater's promises are talk, those of a budget speech can be held against it."""
TALK = -0.35
"""Logits of a contraction, and of a first word that only carries on what was said."""

_TALKING = frozenset("and but well now so because".split())


def score_manner(words: Words) -> float:
    """Logits to add for the manner of an English sentence; below zero for talk."""
    spoken = words.spoken
    if not spoken:
        return 0.0
    longer = (sum(map(len, spoken)) - USUAL * len(spoken)) / (len(spoken) + DOUBT)
    score = PER_LETTER * max(-MOST, min(MOST, longer))
    score += ANNOUNCED * ("will" in words.seen)
    score += TALK * (spoken[0] in _TALKING)
    return score + TALK * any("'" in word and not word.endswith("'s") for word in spoken)
