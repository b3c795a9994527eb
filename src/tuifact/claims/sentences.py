"""Where sentences begin and end: one pass over the places where a sentence could end, each judged by its neighbours.

A scanner of our own, because what matters in news is what splitters leave alone: quotations of several sentences,
lines without a full stop, posts, references in brackets. The rules need no language; the word lists in
`abbreviations` cover the larger European ones, and scripts with a full stop of their own end where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuifact.claims.abbreviations import BEFORE_NUMBER, INSIDE, MAY_END, MONTHS, PARTICLES, STARTERS

Span = tuple[int, int]
"""(start, end) in characters."""

_OWN = "।॥؟۔։።፧။၏។៕᠃꓿"  # the full stops of other scripts, used as the Latin one is
_WIDE = "。！？｡︒﹒．"  # full stops that take no space after them
_STOPS = rf".!?…‽⁇⁈⁉{_OWN}{_WIDE}"
_CANDIDATE = re.compile(
    rf"""
    (?P<stop>[{_STOPS}\n][{_STOPS}]*+(?:\ \.)*+)   # stops (`?!`, `. . .`), or the end of a line,
    (?P<close>["'”’»›“)\]*_」』）〉》]*+)            # the quotation marks and brackets they close,
    (?P<refs>(?:\s?\[\d{{1,3}}\])*+)                # references (`[12]`), which belong to what they support,
    (?P<gap>\s*+)
    """,
    re.VERBOSE,
)
_DATE = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\ [A-Z][a-z]{2,8}\ \d{1,2},\ \d{4}"
_CREDIT = re.compile(r"(?:Image|Photo|Photograph|Picture|File photo|Credit|Video): ")  # stands under a picture
_ITEM = re.compile(r"(?<= )(?:[•⁃▪‣]\s?\w|[1-9]\d?\.?\) [A-ZÀ-Þ])")  # the next item of a list
_BULLETS = "•⁃▪‣"
_LAST_DATE = re.compile(rf"(?<!,)(?<!\ on)(?<!\ of)(?<!from)(?<!until)(?<!since)\ (?={_DATE}\Z)")  # run into a headline
_LONGEST_DATE = 40
_DATELINE = re.compile(rf"{_DATE}(?=\ [A-Z])")
_NEXT = re.compile(r"""["'“‘„«‹(\[¿¡*_–—-]*\s?(?P<word>[^\W\d_]+|\d+)?""")
_SAYS = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|told|added|asked|replied|explained|wrote|noted|tweeted)\b")
_DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
_GEORGIAN = range(0x10D0, 0x1100)  # letters that Python calls lower case, though they have no other
_LOOK_BACK = 40  # characters; a longer "word" before a stop is no abbreviation
_RESTS_ON = ",;-–—(&/"  # what a line does not end with when its sentence does


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text as spans in characters, in order; together they cover all but white space.

    >>> text = 'Dr. Lee paid $1.5 million. "It was enough. Nobody complained," she said.'
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Dr. Lee paid $1.5 million.', '"It was enough.', 'Nobody complained," she said.']
    """
    spans: list[Span] = []
    start = 0
    for end in _ends(text):
        piece = text[start:end]
        kept = piece.strip()
        if kept:
            start += len(piece) - len(piece.lstrip())
            spans.append((start, start + len(kept)))
        start = end
    return spans


def _ends(text: str) -> Iterator[int]:
    """Offsets at which a sentence ends, rising; the last is the end of the text."""
    wraps = _wraps(text) if "\n" in text else frozenset()
    unmarked = sorted(_unmarked(text), reverse=True)
    start = 0
    for match in _CANDIDATE.finditer(text):
        while unmarked and unmarked[-1] <= match.start():
            start = unmarked.pop()
            yield start
        if _ends_at(text, match, start, wraps):
            start = match.end("refs")
            yield start
    yield from reversed(unmarked)
    yield len(text)


def _unmarked(text: str) -> Iterator[int]:
    """Offsets at which a sentence begins though nothing ends the one before; each is looked for where it may stand."""
    if ": " in text:
        yield from (match.start() for match in _CREDIT.finditer(text) if text[match.start() - 1 : match.start()] == " ")
    if ") " in text or any(bullet in text for bullet in _BULLETS):
        yield from (match.start() for match in _ITEM.finditer(text) if not _in_brackets(text, match.start()))
    if text[-1:].isdigit() and (date := _LAST_DATE.search(text, max(0, len(text) - _LONGEST_DATE))):
        yield date.end()
    if dateline := _DATELINE.match(text):
        yield dateline.end()


def _in_brackets(text: str, at: int) -> bool:
    """Whether a bracket was opened shortly before and not closed: the `30)` of `(age 30)` is no item of a list."""
    near = max(0, at - _LOOK_BACK)
    return text.rfind("(", near, at) > text.rfind(")", near, at)


def _ends_at(text: str, match: re.Match[str], start: int, wraps: frozenset[int]) -> bool:
    """Whether the sentence that began at `start` ends at this candidate."""
    stop, gap = match["stop"], match["gap"]
    if stop[0] == "\n":
        return _line_ends(text, match, wraps)
    if stop[-1] in _WIDE or gap.count("\n") > 1 or match.end() == len(text):
        return True
    if not gap:
        return _glued(text, match)
    return stop[0] in _OWN or _stop_ends(text, match, start)


def _line_ends(text: str, match: re.Match[str], wraps: frozenset[int]) -> bool:
    """Whether a sentence ends with this line, though it has no full stop."""
    at = match.start()
    following = text[at + 1 : at + 3].strip()[:1]
    if not following or at == 0 or "\n" in match["gap"]:
        return True
    if following.islower() or following in ",.;:!?)]”»" or text[at - 1] in _RESTS_ON:
        return False
    return at not in wraps


def _glued(text: str, match: re.Match[str]) -> bool:
    """Whether a stop without a space after it ends a sentence, as in `ended.The next`."""
    at, end = match.start(), match.end()
    if not (text[at - 1 : at].islower() and text[end : end + 1].isupper()):
        return False
    word, _, more = text[end : end + _LOOK_BACK].partition(" ")
    return bool(more) and word.lower() in STARTERS


def _stop_ends(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a stop with space after it ends the sentence that began at `start`."""
    stop, close = match["stop"], match["close"]
    following = _NEXT.match(text, match.end())
    word = (following and following["word"]) or ""
    before = _word_before(text, match.start(), start)
    if not word:
        return before.lower() not in INSIDE
    if word.islower() and ord(word[0]) not in _GEORGIAN:
        return word in ("http", "https", "www") or (stop == "." and not close and _slack(before, word))
    if stop == ". . .":  # left out inside a sentence; a fourth stop would end it
        return False
    if close.strip(")]"):
        return not _SAYS.match(text, match.end())
    return stop != "." or not _abbreviated(text, match.start(), start, before, word)


def _word_before(text: str, stop: int, start: int) -> str:
    """The word a stop follows, without opening marks; empty when there is none close by."""
    words = text[max(start, stop - _LOOK_BACK) : stop].rsplit(None, 1)
    return words[-1].lstrip("\"'“‘„«‹([¿¡*_–—-⁃•") if words else ""


def _slack(before: str, word: str) -> bool:
    """Whether a stop before a small letter ends a sentence all the same, as in posts written without capitals."""
    return len(before) > 4 and before.isalpha() and before.islower() and word in STARTERS and before not in INSIDE


def _abbreviated(text: str, stop: int, start: int, before: str, word: str) -> bool:
    """Whether a single full stop belongs to the word before it and the sentence goes on with `word`."""
    name, follows = before.lower(), word.lower()
    if name in INSIDE:
        return True
    if name.isdigit():
        return follows in MONTHS or (len(name) < 4 and not text[start : stop - len(name)].strip("•⁃▪‣-* \n"))
    if name in BEFORE_NUMBER and word.isdigit():
        return True
    if len(name) == 1 and name.isalpha():
        return follows not in STARTERS or follows in PARTICLES
    if name in MAY_END or _DOTTED.fullmatch(name):
        return follows not in STARTERS
    return False


def _wraps(text: str) -> frozenset[int]:
    """Offsets of the line breaks that only keep lines short: in blocks of three lines or more, each of them full.

    A line is full when the first word of the next one would have made it longer than the longest of the block.
    """
    wraps: list[int] = []
    offset = 0
    for block in re.split(r"(\n\s*\n)", text):
        lines = block.split("\n")
        longest = max(map(len, lines))
        words = (line.split(None, 1) for line in lines[1:])
        full = len(lines) > 2 and all(
            len(line) + 1 + len(following[0] if following else "") > longest
            for line, following in zip(lines, words, strict=False)
        )
        for line in lines[:-1]:
            offset += len(line) + 1
            if full:
                wraps.append(offset - 1)
        offset += len(lines[-1])
    return frozenset(wraps)
