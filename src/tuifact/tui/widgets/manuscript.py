"""The paragraphs of an article, kept as bytes.

A book of a hundred thousand claims is 15 MB of text; as objects, one a paragraph, it would be ten times as much, and
most of it is never looked at.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tuifact.model import Paragraph, ParagraphKind, Post

_ENCODING = "utf-8"
_ERRORS = "surrogatepass"

_SEARCHED = 500
"""Paragraphs searched at once: all of a book would be there twice."""


class Manuscript:
    """What is read: the texts by number, each with its kind, its post and its place in the original."""

    def __init__(self, paragraphs: Sequence[Paragraph] = ()) -> None:
        kinds: dict[ParagraphKind, ParagraphKind] = {}
        self.kinds = [kinds.setdefault(paragraph.kind, paragraph.kind) for paragraph in paragraphs]
        """Of each paragraph; the same words are one object, where those read from a file are as many as there are."""
        self._posts = {number: paragraph.post for number, paragraph in enumerate(paragraphs) if paragraph.post}
        self._spans = array("Q", (end for paragraph in paragraphs for end in paragraph.span))
        self._lengths = array("Q", (len(paragraph.text) for paragraph in paragraphs))
        self._broken = {
            number: tuple(map(len, paragraph.text.split("\n")))
            for number, paragraph in enumerate(paragraphs)
            if "\n" in paragraph.text
        }
        encoded = [paragraph.text.encode(_ENCODING, _ERRORS) for paragraph in paragraphs]
        self._ends = array("Q", [0])
        for text in encoded:
            self._ends.append(self._ends[-1] + len(text))
        self._bytes = b"".join(encoded)

    def __len__(self) -> int:
        return len(self.kinds)

    def __getitem__(self, number: int) -> str:
        """The text of a paragraph."""
        if not 0 <= number < len(self.kinds):
            raise IndexError(number)
        return self._bytes[self._ends[number] : self._ends[number + 1]].decode(_ENCODING, _ERRORS)

    def __iter__(self) -> Iterator[str]:
        return (self[number] for number in range(len(self)))

    def shown(self, number: int) -> str:
        """The text as it is drawn, as long as the text itself."""
        return self[number].replace("\t", " ")

    def post(self, number: int) -> Post | None:
        """The post that a paragraph belongs to."""
        return self._posts.get(number)

    def paragraph(self, number: int) -> Paragraph:
        """A paragraph as it was given."""
        start, end = self._spans[2 * number : 2 * number + 2]
        return Paragraph(self[number], self.kinds[number], self.post(number), (start, end))

    def may_hold(self, word: str) -> Sequence[int]:
        """The paragraphs in which this word may stand, whatever its case; only those that cannot have it are left out.

        The bytes are searched, not the paragraphs: a book is gone through in a tenth of the time.
        """
        if not (word and word.isascii()):
            return range(len(self))
        ends, wanted = self._ends, word.lower().encode()
        # Letters beyond ASCII may be the same as ASCII ones in another case: the Kelvin sign and `k`.
        found = {number for number, length in enumerate(self._lengths) if ends[number + 1] - ends[number] != length}
        for first in range(0, len(self), _SEARCHED):
            start, end = ends[first], ends[min(first + _SEARCHED, len(self))]
            lowered = self._bytes[start:end].lower()
            at = lowered.find(wanted)
            while at >= 0:
                number = bisect_right(ends, start + at) - 1
                found.add(number)
                at = lowered.find(wanted, ends[number + 1] - start)
        return sorted(found)

    def line_lengths(self, number: int) -> tuple[int, ...]:
        """The lengths of the lines that the text itself is broken into, in characters."""
        return self._broken.get(number) or (self._lengths[number],)
