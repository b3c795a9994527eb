"""The verbs that report what somebody said, by how much must stand around them before they do.

The bases are tables; their forms are made here (`argue`: argues, argued, arguing). Verbs that are common in other
senses (`added 300 jobs`, `announced a merger`) only count with a clause, a quotation, or behind what was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum


class Sense(Enum):
    """What a verb needs around it to report speech."""

    SAY = "says"
    """Nothing: it reports wherever it has a subject."""
    CLAUSE = "claims that"
    """A clause, a quotation, or a place behind what was said."""
    THINK = "believes it is"
    """The same, or a clause without `that`."""
    INFORM = "warned him that"
    """The same; a person may stand between the verb and the clause."""
    TAG = "“…,” laughed"
    """A quotation next to it."""
    LABEL = "called it “…”"
    """A quotation, or `as` (`described it as`)."""
    CHARGE = "accused them of"
    """An object and its preposition (`of`, `on`, `for`)."""
    COMMIT = "promised to"
    """The same as a claim, or `to`."""
    HEAR = "court heard that"
    """The same as a claim, and for its subject a court or a meeting, where it is told, or a paper, which tells it."""
    APPEAL = "appealed for"
    """A `for`."""
    HOLD = "is confident that"
    """A form of `be` before it and a clause behind it."""


_REGULAR = {
    Sense.CLAUSE: "accept acknowledge add admit agree announce answer assert aver caution chronicle comment complain "
    "concede conclude concur confess confide conjecture contend counter declare decree demand detail "
    "disclose divulge emphasise emphasize enquire exclaim explain express gloat gripe hint imply indicate "
    "inquire interject intimate joke lament mention muse note object observe opine phrase post preach "
    "proclaim profess propose protest quip reaffirm reason recall recommend recount reflect reiterate "
    "rejoin remark repeat reply report respond restate retort reveal rule signal speculate stipulate "
    "stress summarise summarize surmise swear testify theorise theorize tweet underline underscore update "
    "venture verify wonder write find show question disagree dispute boast doubt",
    Sense.THINK: "allege argue assume believe claim estimate expect fear feel figure guess hope hypothesise "
    "hypothesize suggest insist maintain posit postulate predict project reckon state suspect think warn worry "
    "forecast",
    Sense.INFORM: "advise ask assure brief convince inform notify persuade remind urge tell",
    Sense.TAG: "begin chuckle continue cry elaborate gasp grin groan growl laugh mutter mumble murmur nod press rant "
    "sigh smile snap sob cheer chant scream shout shrug whisper yell read go start interrupt",
    Sense.LABEL: "brand call characterise characterize classify deem denounce describe dismiss dub hail label slam "
    "term praise condemn welcome laud lambast blast criticise criticize decry deride mock ridicule liken paint portray "
    "quote reject",
    Sense.COMMIT: "pledge promise threaten vow",
    Sense.CHARGE: "accuse blame",
    Sense.APPEAL: "appeal plead",
    Sense.SAY: "say confirm deny",
}
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "think": "thinks thought thinking",
    "swear": "swears swore sworn swearing",
    "feel": "feels felt feeling",
    "begin": "begins began begun beginning",
    "forecast": "forecasts forecasting",
    "read": "reads reading",
    "go": "goes went going",
    "aver": "avers averred averring",
    "admit": "admits admitted admitting",
    "concur": "concurs concurred concurring",
    "nod": "nods nodded nodding",
    "grin": "grins grinned grinning",
    "snap": "snaps snapped snapping",
    "sob": "sobs sobbed sobbing",
    "shrug": "shrugs shrugged shrugging",
    "quip": "quips quipped quipping",
    "slam": "slams slammed slamming",
    "dub": "dubs dubbed dubbing",
    "find": "finds found finding",
    "show": "shows showed shown showing",
    "signal": "signals signalled signaled signalling signaling",
    "label": "labels labelled labeled labelling labeling",
}
_STATES = (
    "adamant afraid certain concerned confident convinced doubtful hopeful optimistic sure unconvinced unsure worried"
)
ABROAD = frozenset(
    "sagte sagt erklärte betonte meinte teilte dijo dice afirmó declaró aseguró explicó añadió disse afirmou "
    "declarou ha-detto zei zegt säger sade sagde sier powiedział powiedziała oświadczył řekl сказал сказала заявил "
    "заявила сообщил сообщила déclaré affirmé expliqué".split()
)
"""Verbs of other languages, which know no English grammar around them."""

ACCORDING = frozenset("selon laut según segundo secondo volgens enligt ifølge według podle".split())
"""Words that name a source by themselves, as `according to` does in English."""


def _forms(base: str) -> Iterator[str]:
    """A verb's forms: the base, third person, past and participle."""
    yield base
    if base in _IRREGULAR:
        yield from _IRREGULAR[base].split()
        return
    if base.endswith("e"):
        yield from (base + "s", base + "d", base[:-1] + "ing")
    elif base.endswith("y") and base[-2] not in "aeiou":
        yield from (base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    else:
        ending = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
        yield from (base + ending, base + "ed", base + "ing")


def _table() -> dict[str, Sense]:
    """Every form with its sense; where a verb stands twice, the later group of the table decides."""
    senses = {form: sense for sense, bases in _REGULAR.items() for base in bases.split() for form in _forms(base)}
    senses["alleges"] = Sense.SAY  # the other forms stand before what is alleged, too (`the alleged thief`)
    senses |= dict.fromkeys("hears heard learned learnt understands".split(), Sense.HEAR)
    senses |= dict.fromkeys(_STATES.split(), Sense.HOLD)
    return senses | dict.fromkeys(ABROAD, Sense.SAY)


VERBS = _table()
"""Sense of each form, in lower case."""

BASES = frozenset(" ".join(_REGULAR.values()).split())
"""The bare forms: behind `and` they seldom have the subject of the sentence (`were asked to come and say`)."""

ALSO_NOUNS = frozenset(
    "accounts answer answers claim claims comment comments demand demands detail details estimate estimates expert "
    "fear fears figure figures forecast forecasts guess hope hopes label labels note notes object objects place phrase "
    "pledge pledges post posts praise project projects promise promises quote quotes read reply replies report reports "
    "request requests response responses rant signal signals smile start state states question questions stress term "
    "terms threat update updates wonder wonders worry worries warning tweet tweets press suspect suspects brief brand "
    "account view views laugh chronicle decree advise snap cry cries yell mock cheer chant show shows find finds "
    "appeal appeals call calls plea boast boasts doubt doubts".split()
)
"""Forms that are as often nouns: they report only with a clause or a quotation of their own."""

NAMING = frozenset("call calls called label labelled labeled dub dubbed term termed brand branded deem deemed".split())
"""Forms that, with a quotation right behind them, give a thing its name and report nothing (`a film called “Ash”`)."""

PHRASAL = dict.fromkeys(_forms("point"), "out") | dict.fromkeys("make makes made making".split(), "clear")
"""Forms that report, as a claim does, with this word behind them (`pointed out that`)."""

APPEALING = frozenset(
    "call called calling calls appeal appealed appealing appeals plead pleaded pleading pleads".split()
)
"""Forms that report with a `for` behind them."""

COUNTING = frozenset("report reported announce announces announced recalled recalls admitted admits".split())
"""Forms that report with a number or an action for their object (`reported two deaths`, `recalled seeing her`)."""

_SPOKEN_OF = {"warn": "of about against", "caution": "about against", "boast": "of about"}
SPOKEN_OF = {form: frozenset(behind.split()) for base, behind in _SPOKEN_OF.items() for form in _forms(base)}
"""Forms that report with one of these words behind them (`warned of delays`)."""

PROCEEDING = frozenset(
    form for base in "begin conclude continue go interrupt press read start".split() for form in _forms(base)
)
"""Forms that without a quotation say what becomes of a thing (`The trial began on Monday.`)."""

AGENCY = frozenset("reports notes claims estimates".split())
"""Those of the forms that are also nouns which end a sentence behind a name (`…, Reuters reports.`)."""
