"""The small words that show where a noun phrase begins, ends, or hides a name. All in lower case."""

from __future__ import annotations

PERSONAL = frozenset({"he", "she"})
IMPERSONAL = frozenset({"it"})
PLURAL = frozenset({"they"})
PRONOUNS = PERSONAL | IMPERSONAL | PLURAL
"""Subjects that stand for somebody named before."""

FIRST_PERSON = frozenset("i we you us me".split())
"""Outside a quotation these are the article's own voice."""

NOBODY = frozenset(
    "this that these those which what there here nobody none nothing everything something anything evidence "
    "figures data results fact facts move event incident accident law rule sign signs number numbers case "
    "decision map name title word words image photo video way".split()
)
"""Subjects that say nothing though a verb of saying follows."""

DETERMINERS = frozenset(
    "the a an this that these those one some many most several other another both two three four five six seven "
    "eight nine ten dozens hundreds all any each every no few his her its their my our your more".split()
)

AUXILIARIES = frozenset("has have had having also later then already repeatedly is are was were been".split())
BE = frozenset("is are was were be been being am get gets got".split())
STAYING = BE | frozenset("remain remains remained seem seems seemed".split())
WISHES = frozenset("to would could should might may can cannot must if let".split())
NEGATIONS = frozenset("not never n't without didn't doesn't don't won't wouldn't hasn't hadn't cannot".split())
FINITE = frozenset(
    "is are was were has have had will would could can should may might must does did do be been".split()
)
"""Verb forms that no bare noun phrase holds."""

ADVERBS = frozenset(
    "also later then already again once further still now just even only too simply always often soon today "
    "yesterday recently previously repeatedly publicly privately earlier therefore thus himself herself itself "
    "themselves first reportedly however meanwhile instead both all since long even".split()
)

PREPOSITIONS = frozenset(
    "in on at by from with during after before under over against about into through since until within without "
    "among between amid near outside inside across following despite via like such upon towards toward "
    "including".split()
)
"""What ends the head of a noun phrase; `of` and `for` may belong to it."""

CONJUNCTIONS = frozenset(
    "that because but and or when while if although though after before since until as where whereas than so yet "
    "nor what whether how why unless once except".split()
)
"""What begins another clause."""

RELATIVES = frozenset("who which whom whose".split())

TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december yesterday today tomorrow tonight last next this earlier later week month "
    "year morning afternoon evening night day days weeks months years ago late early".split()
)

LEADING = frozenset(
    "but and or yet so however meanwhile moreover also then now still similarly additionally furthermore indeed "
    "finally instead nevertheless nonetheless later earlier afterwards eventually openly thus therefore perhaps "
    "separately speaking among amid both even when while whilst as since although though because if after before "
    "during in on at by from for with to of the a an this that these those there here he she it they we you his "
    "her its their our my your what who why how where which all some many most several no not only just one two "
    "three four five six seven eight nine ten more other another every each few according per despite under over "
    "about against following including until without between within were is are was do does did has have had can "
    "could will would should may might let".split()
)
"""Words that stand capitalised at the start of a sentence without being part of a name."""

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend father sister brother imam rabbi sheikh "
    "ayatollah mullah bishop archbishop cardinal president vice prime minister ministers premier chancellor "
    "secretary undersecretary senator sen rep representative congressman congresswoman governor gov mayor deputy "
    "councillor councilor councilman councilwoman ambassador envoy commissioner chairman chairwoman chairperson "
    "chair chief director manager officer ceo cfo founder cofounder co-founder editor reporter correspondent "
    "spokesman spokeswoman spokesperson general gen colonel col major captain capt lieutenant lt sergeant sgt "
    "corporal admiral adm commander marshal detective inspector superintendent constable sheriff judge justice "
    "attorney prosecutor lawyer economist analyst expert scientist researcher historian author actor actress "
    "singer coach captain player activist leader head mp mep mps advisor adviser aide negotiator delegate doctor "
    "nurse teacher student resident farmer king queen prince princess pope emperor sultan emir tsar comrade herr "
    "frau monsieur madame señor señora don lawmaker legislator politician candidate congressperson principal dean "
    "treasurer speaker whip administrator astronaut campaigner barrister solicitor curator pilot striker "
    "goalkeeper midfielder writer poet artist journalist presenter photographer owner member baker farmer veteran "
    "guitarist drummer director-general undersecretary-general executive producer organiser organizer volunteer "
    "survivor witness trainer surgeon biologist physicist chemist astronomer geologist engineer architect blogger "
    "pastor".split()
)
"""Words before a name that are not part of it."""

CROWNED = frozenset("king queen prince princess pope emperor sultan emir tsar sheikh saint".split())
"""Titles that stay with a name of one word (`Pope Leo`)."""

BODIES = frozenset(
    "agency authority ministry department office bureau court party church university college institute school "
    "news post times press media television tv radio journal gazette herald tribune guardian magazine association "
    "committee council commission group union bank fund company corporation corp inc ltd llc plc foundation "
    "organisation organization federation league club police army navy force forces service services society "
    "parliament congress senate house government administration state states republic kingdom city county "
    "province center centre hospital network alliance coalition movement board front team airlines airways "
    "international national nations watch observatory street korea".split()
)
"""Words in the names of bodies: such a name is no person's."""

PARTICLES = frozenset("al el bin bint ibn abu de del della der den di da dos du van von la le ter ten y e zu".split())
"""Small words inside a personal name."""


def is_title(word: str) -> bool:
    """Whether a word is a title, in lower case, compounds included (`president-elect`, `ex-minister`)."""
    first, _, rest = word.partition("-")
    return word in TITLES or first in TITLES or rest in TITLES
