"""What a sentence asserts, from a table of signs; the first rule that fires names the kind.

Order is what decides: what will be is no statistic yet, whatever its figures; what only would be may rest on figures
that can be checked, so conditionals come after them, and opinions last.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tuifact.model.claim import Kind

_PREDICTION = re.compile(
    r"""\b(?:
    (?:will|won['’]t|shall|(?:is|are|am)\sgoing\sto)\s(?!have\b)
  | (?:is|are|was|were|be)\s(?:(?:widely|now|also)\s)?(?:expected|set|due|likely|unlikely|bound|poised|slated|scheduled
      |projected|forecast|predicted|about)\s(?:to|that|for)\b
  | (?:predict|forecast|foresee|expect|anticipate|project)(?:s|ed)?\s(?:that|a|an|the|it|\d|more|fewer|to)\b
  | (?:plans?|intends?|aims?|vow(?:s|ed)|promis(?:es|ed)|pledg(?:es|ed))\s(?:to|that)\b
  )""",
    re.VERBOSE,
)
_CONDITIONAL = re.compile(
    r"""\b(?:
    (?:would|could|might|may)\s(?:(?:not|soon|also|well|eventually|then)\s)?(?!have\b|not\b|be\sable\b)[a-z]{2,}
  | hop(?:es|ing)\s(?:to|that)
  )\b""",
    re.VERBOSE,
)
_COMPARISON = re.compile(
    r"""\b(?:
    (?:more|less|fewer|higher|lower|larger|smaller|bigger|greater|better|worse|faster|slower|older|younger|cheaper
      |richer|poorer|stronger|weaker|longer|shorter|wider|earlier|later|safer|hotter|colder|\w{3,20}er)\sthan\b
  | as\s(?:many|much|few|little|high|low|large|big|often|good|bad)\s(?:\w+\s)?as\b
  | (?:compared|in\scomparison)\s(?:to|with)\b | relative\sto\b | unlike\b
  | (?:twice|double|triple|half|three\stimes|four\stimes|\d+(?:\.\d+)?\s(?:times|-fold)|\w{3,12}fold)\b
  | the\s(?:\w+\s)?(?:most|least|largest|smallest|biggest|highest|lowest|best|worst|first|last|oldest|youngest|fastest
      |slowest|longest|shortest|strongest|weakest|richest|poorest|greatest|deadliest|busiest|fewest)\b
  | (?:outnumber|outpace|outperform|surpass|exceed|overtake|outsold|outsell)(?:s|ed)?\b
  )""",
    re.VERBOSE,
)
_CAUSAL = re.compile(
    r"""\b(?:
    because | due\sto | owing\sto | thanks\sto | as\sa\s(?:result|consequence) | on\saccount\sof
  | (?:cause|trigger|provoke|prompt)(?:s|d|ed)?\b(?!\sof\b) | causing | (?:led|leads|leading)\sto
  | (?:result|stem)(?:s|ed|ing)?\s(?:in|from) | (?:is|are|was|were)\s(?:to\sblame|responsible\sfor|behind)
  | (?:blam|attribut)(?:e|es|ed)\b | contribut(?:es|ed)\sto | therefore | consequently | so\sthat
  | unless | in\sreturn | in\sresponse\sto | after\swhich
  )\b""",
    re.VERBOSE,
)
_OPINION = re.compile(
    r"""\b(?:
    (?:i|we)\s(?:(?:really|just|also|do|don['’]t|strongly|truly)\s)?(?:think|believe|feel|hope|wish|love|hate|like|want
      |prefer|guess|suppose|doubt|trust|fear)\b
  | in\s(?:my|our|his|her|their)\s(?:view|opinion|eyes|book) | if\syou\sask\sme
  | (?:should|ought\sto|must(?!\shave)|deserves?\sto|need(?:s)?\sto|has\sto|have\sto)\b
  | (?:it|this|that|they|he|she)(?:['’]s|\sis|\swas|\sare|\swere)\s(?:(?:a|an|so|very|really|just|simply|truly|quite
      |absolutely|such\sa|the)\s)*(?:great|good|bad|terrible|horrible|awful|wonderful|amazing|beautiful|ugly|shame
      |disgrace|disgusting|outrageous|ridiculous|absurd|unfair|fair|wrong|right|important|hard|nice|sad|tragic|crazy
      |fantastic|incredible|shameful|unacceptable|scandal|disaster|joke|stupid|brilliant|perfect|evil)\b
  | (?:unfortunately|fortunately|sadly|hopefully|thankfully|frankly|honestly|personally)\b
  | (?:thank|congratulations|welcome|god\sbless|let['’]s|let\sus|please)\b
  )""",
    re.VERBOSE,
)
_STATISTIC = re.compile(
    r"""[%٪％] | [$€£¥₹₽₩₺]\s?\d | \b(?:per\s?cent|percentage|rate|average|median|majority|proportion|share)\b
  | \b(?:\d[\d.,]{0,20}|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions|billions)
      \s(?:in|out\sof|of\severy)\s(?:\d|two|three|four|five|six|seven|eight|nine|ten|the\b)
  | \b\d[\d.,]{0,20}\s(?:million|billion|trillion|thousand|hundred)\b
  | \b(?!(?:1[5-9]|20)\d\d\b)\d[\d.,]{0,20}\+?\s(?!(?:january|february|march|april|may|june|july|august|september
      |october|november|december|a\.?m|p\.?m)\b)[a-z]{3,}
  | \b(?:hundreds|thousands|millions|billions|dozens|tens)\sof\b
  | \b(?:a|one|two|three)[\s-](?:third|thirds|quarter|quarters|half|fifth|fifths|tenth|tenths)\b""",
    re.VERBOSE,
)


class _Rule(NamedTuple):
    """One kind, the pattern that shows it, and the words without which the pattern need not be tried."""

    kind: Kind
    pattern: re.Pattern[str]
    signs: frozenset[str]


_RULES = (
    _Rule(
        Kind.PREDICTION,
        _PREDICTION,
        frozenset(
            "will won shall going expected set due likely unlikely bound poised slated scheduled projected forecast "
            "predicted about predict predicts foresee foresees expect expects anticipate anticipates anticipated "
            "project projects forecasts plan plans intend intends aim aims vow vows vowed promise promises promised "
            "pledge pledges pledged".split()
        ),
    ),
    _Rule(
        Kind.COMPARISON,
        _COMPARISON,
        frozenset(
            "than as compared comparison relative unlike twice double triple half times fold tenfold hundredfold most "
            "least largest smallest biggest highest lowest best worst first last oldest youngest fastest slowest "
            "longest shortest strongest weakest richest poorest greatest deadliest busiest fewest outnumber "
            "outnumbers outnumbered outpace outpaced outperform outperformed surpass surpassed surpasses exceed "
            "exceeds exceeded overtake overtakes outsold outsell twofold threefold fourfold fivefold".split()
        ),
    ),
    _Rule(
        Kind.STATISTIC,
        _STATISTIC,
        frozenset(
            "cent percent percentage rate average median majority proportion share two three four five six seven "
            "eight nine ten million billion trillion thousand hundred hundreds thousands millions billions dozens "
            "tens one third thirds quarter quarters half fifth fifths tenth tenths".split()
        ),
    ),
    _Rule(
        Kind.CAUSAL,
        _CAUSAL,
        frozenset(
            "because due owing thanks result results resulted resulting consequence account cause causes caused "
            "causing trigger triggers triggered provoke provokes provoked prompt prompts prompted led leads leading "
            "stem stems stemmed stemming blame blames blamed responsible behind attribute attributes attributed "
            "contributes contributed therefore consequently so unless return response after".split()
        ),
    ),
    _Rule(Kind.PREDICTION, _CONDITIONAL, frozenset("would could might may hopes hoping".split())),
    _Rule(
        Kind.OPINION,
        _OPINION,
        frozenset(
            "i we in if should ought must deserve deserves need needs has have it this that they he she "
            "unfortunately fortunately sadly hopefully thankfully frankly honestly personally thank congratulations "
            "welcome god let please".split()
        ),
    ),
)
_FIGURE = re.compile(r"[\d%٪％]")
_WORD = re.compile(r"[^\W_]+")
_QUOTED_SHARE = 0.6
"""Share of its letters from which a sentence is first of all a quotation."""


def kind_of(text: str, *, quoted: float = 0.0) -> Kind:
    """What a sentence asserts; `quoted` is the share of it, 0..1, that stands in quotation marks.

    >>> kind_of("Exports fell 12 percent in May."), kind_of("Exports will fall again.")
    (<Kind.STATISTIC: 'statistic'>, <Kind.PREDICTION: 'prediction'>)
    """
    plain = text.lower()
    words = set(_WORD.findall(plain))
    if _FIGURE.search(plain):
        words.add("percent")
    for kind, pattern, signs in _RULES:
        if not signs.isdisjoint(words) and pattern.search(plain):
            return kind
    return Kind.QUOTE if quoted >= _QUOTED_SHARE else Kind.EVENT
