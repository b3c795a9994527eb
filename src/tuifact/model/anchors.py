"""What finds a claim again when the text around it changed.

Three ways, each tried only where the one before failed: the exact words, the place between the words that stood
around them, and the run of words most like them. All are linear in the length of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from tuifact.model.claim import Anchor

CONTEXT = 32
"""Characters kept on each side, as in the W3C Web Annotation text quote selector's examples and Hypothesis."""
ALIKE = 0.6
"""Share of the words, in order, that a changed claim must keep to be the same one."""
LONGEST = 400
"""Words of a claim that are compared; beyond them only an exact quotation is found again."""

_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_ENOUGH = 8
"""Characters of context that must be found on both sides; less stands in many places."""

Span = tuple[int, int]
"""(start, end) in characters."""


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The words around `text[start:end]`, at most `CONTEXT` characters on each side, never beyond the paragraph."""
    return Anchor(text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def locate(anchor: Anchor, quote: str, start: int, text: str) -> Span | None:
    """Where the claim `quote`, once at `start`, stands in a text that may have changed; None when it is gone.

    >>> locate(Anchor("Lee spoke. ", ""), "Prices rose 5 percent.", 11, "Lee spoke late. Prices rose 6 percent.")
    (16, 38)
    """
    if not quote.strip():
        return None
    return (
        locate_quote(anchor, quote, start, text) or _between(anchor, quote, start, text) or _alike(quote, start, text)
    )


def locate_quote(anchor: Anchor, quote: str, start: int, text: str) -> Span | None:
    """The same words, whole ones: of several places the one with most of its surroundings, then the nearest.

    >>> locate_quote(Anchor(), "5 percent", 0, "First 15 percent, then 5 percent.")
    (23, 32)
    """
    places = [at for at in _places(quote, text) if _is_cut_alike(anchor, text, at, at + len(quote))] if quote else []
    if not places:
        return None
    best = max(places, key=lambda at: (surroundings(anchor, text, at, at + len(quote)), -abs(at - start), -at))
    return best, best + len(quote)


def _places(part: str, text: str) -> Iterator[int]:
    """Every place of a part in a text, without overlap."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))


def _is_cut_alike(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Whether a span cuts no word in two, or cuts it where the claim did."""
    as_kept = text[max(0, start - 1) : start] == anchor.prefix[-1:] and text[end : end + 1] == anchor.suffix[:1]
    return as_kept or _is_whole(text, start, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a span cuts no word or figure in two at its ends."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if text[start].isalnum() and before[-1:].isalnum():
        return False
    if text[end - 1].isalnum() and after[:1].isalnum():
        return False
    cuts_figure = text[start].isdigit() and before[-1:] in (".", ",") and before[:1].isdigit()
    return not cuts_figure and not (text[end - 1].isdigit() and after[:1] in (".", ",") and after[1:].isdigit())


def surroundings(anchor: Anchor, text: str, start: int, end: int) -> int:
    """How many characters next to a span are those that the anchor kept."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _shared(before[::-1], anchor.prefix[::-1]) + _shared(after, anchor.suffix)


def _shared(left: str, right: str) -> int:
    """How many characters two texts share from their beginning."""
    return next(
        (at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), min(len(left), len(right))
    )


def _between(anchor: Anchor, quote: str, start: int, text: str) -> Span | None:
    """What stands between the words that stood around the claim, when it is about as long and shares words with it."""
    if len(anchor.prefix.strip()) < _ENOUGH or len(anchor.suffix.strip()) < _ENOUGH:
        return None
    ends = [at + len(anchor.prefix) for at in _places(anchor.prefix, text)]
    if not ends:
        return None
    begin = min(ends, key=lambda at: abs(at - start))
    end = text.find(anchor.suffix, begin, begin + 2 * len(quote) + CONTEXT + len(anchor.suffix))
    if end <= begin:
        return None
    kept = set(_words(quote)) & set(_words(text[begin:end]))
    return _trimmed(text, begin, end) if 2 * len(kept) >= len(set(_words(quote))) else None


def _alike(quote: str, start: int, text: str) -> Span | None:
    """The run of words most like the claim's, when it is like enough; of several the nearest."""
    wanted = _words(quote)
    if not 2 < len(wanted) <= LONGEST:
        return None
    found = list(_WORD.finditer(text))
    words = [match[0].lower() for match in found]
    first = _densest(wanted, words, [match.start() for match in found], start)
    if first is None:
        return None
    first, last = _widened(wanted, words, first)
    likeness = SequenceMatcher(None, wanted, words[first : last + 1], autojunk=False).ratio()
    return _with_marks(text, quote, found[first].start(), found[last].end()) if likeness >= ALIKE else None


def _densest(wanted: Sequence[str], words: Sequence[str], places: Sequence[int], start: int) -> int | None:
    """Where a window as long as the claim holds the most of its words; None when none holds enough."""
    left = Counter(wanted)
    shared = best = 0
    chosen: int | None = None
    for at, word in enumerate(words):
        shared += left[word] > 0
        left[word] -= 1
        first = at - len(wanted) + 1
        if first > 0:
            gone = words[first - 1]
            left[gone] += 1
            shared -= left[gone] > 0
        place = max(0, first)
        nearer = chosen is not None and abs(places[place] - start) < abs(places[chosen] - start)
        if shared > best or (shared == best and nearer):
            best, chosen = shared, place
    return chosen if best >= ALIKE * len(wanted) else None


def _widened(wanted: Sequence[str], words: Sequence[str], first: int) -> tuple[int, int]:
    """The first and last word of a window that are the claim's, up to half its length further on either side."""
    half = len(wanted) // 2
    ours = set(wanted)
    near = range(max(0, first - half), min(len(words), first + len(wanted) + half))
    inside = [at for at in near if first <= at < first + len(wanted) and words[at] in ours]
    left = Counter(wanted)
    left.subtract(words[at] for at in inside)
    begin, end = inside[0], inside[-1]
    for at in (*range(begin - 1, near.start - 1, -1), *range(end + 1, near.stop)):
        if left[words[at]] > 0:
            left[words[at]] -= 1
            begin, end = min(begin, at), max(end, at)
    return begin, end


def _words(text: str) -> list[str]:
    """The words of a text in lower case; figures keep their points and commas."""
    return [word.lower() for word in _WORD.findall(text)]


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _with_marks(text: str, quote: str, start: int, end: int) -> Span:
    """The span with the marks that the claim had at its ends, where the text has them too."""
    opening = quote[: next((at for at, character in enumerate(quote) if character.isalnum()), 0)]
    closing = quote[len(quote.rstrip("".join(set(quote) - {c for c in quote if c.isalnum()}))) :].rstrip()
    while end < len(text) and closing and text[end] in closing:
        end += 1
    while start and opening and text[start - 1] in opening and not text[start - 1].isspace():
        start -= 1
    return start, end
