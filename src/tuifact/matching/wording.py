"""Texts as words to search by: the noise of posts and scraped pages removed, words stemmed, figures in one form.

Every pattern here is linear in the text, and no text is looked at beyond `LONGEST` characters.
"""

from __future__ import annotations

import html
import re
import unicodedata

LONGEST = 6000
"""Characters of a text that are looked at: a claim is a sentence or a post, the rest of a book would only cost time."""

STOP_WORDS = frozenset(
    # articles, pronouns
    "a an the i me my we us our you your he him his she her hers it its they them their this that these those "
    "who whom whose which what when where why how there here "
    # forms of be, have, do; auxiliaries
    "am is are was were be been being has have had having do does did done can could will would shall should may might "
    # prepositions, conjunctions
    "about as at by for from in into of on onto to with within and but or nor so than then if while because "
    # amounts and denials, which the guards look at
    "all also any just more most no not only some such very "
    # what is left of words cut at an apostrophe, and signs of forwarded posts
    "d ll m re s t ve via amp rt"
    "".split()
)
"""Function words: they say little about a topic. What they say about meaning (`not`, `some`) the guards look at."""

_ENTITY = re.compile(r"&\s?(#?\s?\w{1,10})\s?;")
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f\x00]")
_ADDRESS = re.compile(r"https?\s?:\s?/\s?/\S+|\bwww\.\S+|\bpic\s?\.\s?twitter\s?\.\s?com\s?/\s?\S*|\bt\.co/\S+")
_SIGNATURE = re.compile(
    r"\s[—–-]{1,2}\s?([^—\s][^—\n]{0,59}?)\s?\(\s?@\s?\w+\s?\)\s*((?:[A-Z][a-z]+ \d{1,2} ?, \d{4})?)"
)
_SPLIT_NUMBER = re.compile(r"(?<=\d)\s(?:(\.)\s?(?=\d)|(,)\s?(?=\d{3}(?!\d)))")
_TAG = re.compile(r"[#@]\s?(\w+)")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d{4})")
_SPLIT_APOSTROPHE = re.compile(r"(?<=\w)\s'\s?(?=(?:t|s|re|ve|ll|d|m)\b)")
_MASKED = re.compile(r"(?:@\s?){3,}")
_MASKED_APOSTROPHE = re.compile(r"(?<=\w)\s?(?:@\s?){3}(?=(?:t|s|re|ve|ll|d|m)\b)")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASCII_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[a-z]+(?:'[a-z]+)?")
"""The same for ASCII in lower case, where it is found in half the time."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def plain(text: str) -> str:
    """The text without entities, web addresses, hash signs, hidden characters and the signature mark of a post.

    >>> plain("It burns &amp; burns #BigFire pic.twitter.com/x1 — Jo (@jo) May 1, 2021")
    'It burns & burns Big Fire   Jo'
    """
    text = text[:LONGEST].replace("\x00", " ")
    if "&" in text:
        text = html.unescape(_ENTITY.sub(lambda found: f"&{found[1].replace(' ', '')};", text))
    if not text.isascii():
        text = _HIDDEN.sub("", unicodedata.normalize("NFKC", text)).replace("’", "'").replace("‘", "'")
    if "/" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if "@" in text or "#" in text:
        text = _MASKED.sub('"', _MASKED_APOSTROPHE.sub("'", text))
        text = _SIGNATURE.sub(r" \1", text)
        text = _TAG.sub(lambda tag: _HUMP.sub(" ", tag[1]).replace("_", " "), text)
    if " '" in text:
        text = _SPLIT_APOSTROPHE.sub("'", text)
    if " ." in text or " ," in text:
        text = _SPLIT_NUMBER.sub(r"\1\2", text)
    return text


def plain_body(text: str) -> str:
    """The same without the signature of a post: who posted it and when is not part of the claim."""
    return plain(_SIGNATURE.sub(" ", text[:LONGEST]))


def words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, in reading order, with dotted initials as one word.

    >>> words("The U.S. spent $1,400 on seven goats' collars.")
    ['the', 'us', 'spent', '1,400', 'on', 'seven', 'goats', 'collars']
    """
    text = plain(text)
    if text.count(".") > 1:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(_folded(text).lower())


def forms(word: str) -> tuple[str, ...]:
    """How one word is indexed: usually as itself, a stop word not at all, a run of Chinese as its pairs of signs."""
    if word[0].isdigit():
        return (word.replace(",", ""),)
    base = word.replace("'s", "").replace("'", "") if "'" in word else word
    if base in STOP_WORDS or (len(base) < 2 and base.isascii()):
        return ()
    if _WIDE.search(base):
        return tuple(base[place : place + 2] for place in range(max(1, len(base) - 1)))
    return (_SAME_WORD.get(base, base),)


_DOTTED = re.compile(r"\b(?:[A-Za-z]\s?\.\s?){2,6}(?![a-z])")


def _folded(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


_NUMBER_WORDS = (
    "two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 "
    "fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 "
    "seventy=70 eighty=80 ninety=90"
)
_SHORT_FORMS = (
    "percent=pct govt=government gov=governor sen=senator rep=representative dems=democrats dem=democrat "
    "gop=republican pics=photograph pic=photograph photo=photograph photos=photograph picture=photograph "
    "pictures=photograph image=photograph images=photograph vid=video clip=video footage=video kids=children "
    "kid=child cops=police usa=us america=us americas=us jan=january feb=february aug=august sept=september "
    "sep=september oct=october nov=november dec=december tv=television"
)
_SAME_WORD = dict(pair.split("=") for pair in f"{_NUMBER_WORDS} {_SHORT_FORMS}".split())
"""Words that are one word to a search: number words and their figures, short forms and what they stand for."""
