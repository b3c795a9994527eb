"""Short word lists that tell what a mark between two words was; closed classes of English, from any grammar."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


TAILS = words("s t re ve ll d m S T RE VE LL D M")
"""What an apostrophe may begin inside an English word: `it's`, `don't`, `we're`."""

SUFFIXES = frozenset(mark + tail for mark in "'’" for tail in TAILS) | words("n't n’t N'T N’T")
"""Contractions as treebanks cut them off: `do n't`, `it 's`."""

CLIPPED = words("em cause til till bout twas tis n round cuz tween")
"""Words that begin with an apostrophe of their own: `'em`."""

NAME_HEADS = words("O D L d l Dell N Sha Qur Na Ma Ya T Ch Xi qu Qu M")
"""What stands before an apostrophe in names: `O'Neill`, `D'Angelo`, `L'Enfant`, `d'Ivoire`."""

ELISIONS = words("l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu aujourd dell nell all sull dall un quell")
"""French and Italian words that lose their vowel before an apostrophe."""

FUNCTION_WORDS = words(
    "a an the and but or nor so yet if as at by for from in into of on onto to with without than that this these those "
    "which who whom whose what when where while why how is are was were be been being am has have had do does did "
    "will would can could shall should may might must not no it he she they we you i I his her its their our your my "
    "there here then also only even just because although though since until unless whether including especially"
)
"""Words that stand beside a dash rather than inside a compound."""

CONJUNCTIONS = words("and or but nor so yet because although though since until unless while")
"""What begins something new, so that the word before it was no preposition (`invitation - only but`)."""

PARTICLES = words("in on off up out by over down only through away back")
"""Last parts of compounds (`built-in`, `check-up`), unless what follows shows a preposition."""

COMPOUND_HEADS = words(
    "a all anti auto bi by co counter cross de double down e ex extra far first five four full half hard high hyper "
    "in inter intra left long low macro mid mini micro mono multi neo new non off old on one out over paleo pan para "
    "peer post pre pro proto pseudo quasi re right second self semi seven short single six so socio sub super ten "
    "then third three to trans tri two ultra un under uni up vice well wide x "
    "geo bio eco euro pre wi hi step sister mother father son daughter brother check follow runner passer"
)
"""First parts of compounds; with one of these before it a hyphen joins even before a function word."""

MONTHS = {
    month: number
    for number, names in enumerate(
        (
            "January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
            "September Sept Sep", "October Oct", "November Nov", "December Dec",
        ),
        start=1,
    )
    for month in names.split()
}  # fmt: skip
"""Month names, full and short, with their numbers."""

DOTTED = words(
    "us uk un eu usa ussr dc la ny nyc nj nc sc nh ri sf ad bc bce ce am pm eg ie phd md ma ba bs jd mba ps pps rip "
    "fbi cia usc sa po ok nb qv vs cs ii id tv pc llc lp plc oj jfk mlk fdr lbj gop nfl nba nhl afl cio uae roc prc "
    "dprk gdr fyr bsc msc llb llm dphil mp mep rn ra rc rsvp asap aka diy et"
)
"""Abbreviations that are written with full stops and no space between the letters: `U.S.`, `p.m.`"""

DOMAINS = words(
    "com org net gov edu mil int info io uk co de fr es it eu ru ch at nl be se no dk fi pl pt ie au nz ca us in jp cn "
    "br za il ir ua tv me ly gl be fm am ai app dev news blog online site biz"
)
"""Last parts of internet names that occur in news texts."""

SURE_DOMAINS = words("com org net gov edu")
"""Last parts of internet names that are no English words."""

FILE_ENDINGS = words(
    "html htm pdf php asp aspx jsp shtml jpg jpeg png gif svg doc docx xls xlsx csv txt xml json mp3 mp4"
)
"""Endings of files that addresses name."""
