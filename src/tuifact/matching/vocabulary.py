"""Words whose meaning the guards know: opposites, hedges and amounts, words that say the same."""

from __future__ import annotations

from tuifact.matching.shelf import stem

_OPPOSITES = """
increase/decrease rise/fall rose/fell risen/fallen grow/shrink grew/shrank up/down more/less more/fewer most/least
higher/lower highest/lowest larger/smaller biggest/smallest win/lose won/lost gain/lose buy/sell bought/sold
legal/illegal allow/ban allowed/banned permit/forbid support/oppose supports/opposes supported/opposed approve/reject
approved/rejected accept/reject accepted/rejected pass/fail passed/failed open/close opened/closed start/stop
started/stopped begin/end began/ended before/after first/last true/false real/fake guilty/innocent alive/dead born/died
always/never everyone/nobody all/none with/without for/against inside/outside enter/leave arrive/leave hired/fired
hire/fire raise/lower raised/lowered raise/cut raised/cut expand/cut add/remove added/removed safe/dangerous rich/poor
public/private north/south east/west northern/southern eastern/western male/female man/woman men/women boy/girl
boys/girls
mother/father son/daughter husband/wife older/younger oldest/youngest confirm/deny confirmed/denied admit/deny
admitted/denied create/destroy created/destroyed attack/defend improve/worsen improved/worsened majority/minority
agree/disagree honest/dishonest import/export imports/exports imported/exported
"""
OPPOSITE_PAIRS = frozenset(frozenset(pair.split("/")) for pair in _OPPOSITES.split())
OPPOSITE_STEMS = frozenset(frozenset(map(stem, pair)) for pair in OPPOSITE_PAIRS)
"""One said in the place of the other makes another claim of it: as they are written, and by their stems."""

HEDGES = {
    **dict.fromkeys("may might could possibly perhaps maybe probably likely expected planned".split(), "possible"),
    **dict.fromkeys("allegedly reportedly supposedly".split(), "possible"),
    **dict.fromkeys("will does is are was were must shall did has have".split(), "sure"),
    **dict.fromkeys("definitely certainly always".split(), "sure"),
    **dict.fromkeys("some several few many sometimes often partly".split(), "some"),
    **dict.fromkeys("all every each everyone entire always any both".split(), "all"),
    **dict.fromkeys("most mostly usually".split(), "most"),
    **dict.fromkeys("none nobody".split(), "none"),
}
"""How far a claim goes, by the words that say so."""

AMOUNTS = frozenset({"some", "all", "most", "none"})
"""Those of them that say how much."""

TELLING = frozenset(
    "say says said claim claims claimed state states stated tell tells told report reports reported show shows showed "
    "shown showing depict depicts depicting feature features picture photograph photo image video footage clip".split()
)
"""Words that tell of the claim and are not part of it."""

ONE_COUNTRY = frozenset(map(stem, "us usa america american americans united states country nation".split()))
"""Names of one country, and what its people call it."""

_ONE_MEANING = """
rise rose risen increase grow grew grown climb jump soar surge / fall fell fallen drop decline decrease sink sank plunge
pass enact adopt / buy bought purchase / begin began begun start launch / end stop finish cease / hide hid conceal
ban prohibit forbid forbade bar outlaw disallow / allow permit let / resign quit / declare announce proclaim
help aid assist / show display depict / hurt injure wound / die perish / build built erect construct / destroy wreck
close shut / choose chose pick select / give gave given donate / get got receive obtain / nearly almost / before ago
illegal unlawful undocumented / big large huge / biggest largest greatest / fast quick rapid / sick ill / wealthy rich
lawyer attorney / doctor physician / car automobile vehicle / movie film / child kid / cop policeman officer
plane aircraft airplane / gun firearm / weapon arm arsenal / prison jail / firm company business corporation
"""
_ONE_VERB = """
become became / bite bit bitten / blow blew blown / break broke broken / breed bred / bring brought / burn burnt
catch caught / come came / deal dealt / dig dug / do does did done / draw drew drawn / drink drank drunk
drive drove driven / eat ate eaten / feed fed / feel felt / fight fought / find found / fly flew flown
forget forgot forgotten / freeze froze frozen / go goes went gone / hang hung / hear heard / hold held / keep kept
know knew known / lay laid / lead led / leave left / lend lent / lose lost / make made / mean meant / meet met
pay paid / ride rode ridden / ring rang rung / run ran / see saw seen / seek sought / sell sold / send sent
shake shook shaken / shoot shot / shrink shrank shrunk / sing sang sung / sit sat / sleep slept / speak spoke spoken
spend spent / stand stood / steal stole stolen / stick stuck / strike struck / swear swore sworn / swim swam swum
take took taken / teach taught / tear tore torn / think thought / throw threw thrown / understand understood
wear wore worn / win won / withdraw withdrew withdrawn / write wrote written
"""
MEANING = {
    stem(word): place
    for place, group in enumerate(f"{_ONE_MEANING}{_ONE_VERB}".strip().replace("\n", "/").split("/"))
    for word in group.split()
}
"""Words that say the same in a claim, by the number of their group; one in the place of another is no change.

The words of the thesaurus will not do here: `brother` and `sister` are near in meaning, and another claim."""
