"""JSON values and script blocks out of a stream of text, one at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tuifact.matching.published import EMPTY, Skipped

CUT = "the file ends in the middle of it"
UNREADABLE = "not readable as JSON"
TOO_LONG = "longer than 8 million characters"

_LONGEST = 8_000_000
"""Characters of one entry; a check has some two thousand."""

_MOST_DIGITS = 18
"""Of a whole number that is read as one; no field of a check has more, and Python refuses some thousand."""


def _number(digits: str) -> float:
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


_DECODER = json.JSONDecoder(strict=False, parse_int=_number)
_BETWEEN = re.compile(r"[ \t\r\n,;\ufeff]*")
_NULLS = re.compile(r"(?:null[ \t\r\n,;\ufeff]++)++")
"""A run of them is passed over as one: files of gigabytes have been seen that are little else."""
_BETWEEN_LINES = re.compile(r"[\r\n][ \t]*(?=[{\[<])")
_WINDOW = 16_384
"""Characters in which an entry is looked for first."""

_LONGEST_NUMBER = 65_536
"""Characters of a number that is waited for; what follows is taken for another."""

_UNFINISHED = re.compile(r"[\w.+\\-]{0,8}")
_SCRIPT = re.compile(r"<script\b[^<>]{0,400}ld\+json[^<>]{0,400}>", re.IGNORECASE)
_END = re.compile(r"</script\s*>", re.IGNORECASE)
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")


class _Feed:
    """Text that grows as it is needed and shrinks as it is used."""

    def __init__(self, head: str, rest: Iterator[str]) -> None:
        self.text = head
        self.place = 0
        self._rest = rest

    def grow(self) -> bool:
        """Get more; False when there is no more."""
        more = next(self._rest, "")
        if more:
            self.text, self.place = self.text[self.place :] + more, 0
        return bool(more)

    def window(self, size: int) -> str:
        """So many characters from here on, or what there is."""
        while len(self.text) - self.place < size and self.grow():
            pass
        return self.text[self.place : self.place + size]

    def nulls(self) -> int:
        """Pass over a run of `null`; how many they were."""
        run = _NULLS.match(self.text, self.place)
        if run is None:
            return 0
        self.place = run.end()
        return run[0].count("null")

    def skip(self) -> str:
        """Pass over what stands between entries; the next sign, or nothing at the end."""
        while True:
            between = _BETWEEN.match(self.text, self.place)
            self.place = between.end() if between else self.place
            if self.place < len(self.text):
                return self.text[self.place]
            if not self.grow():
                return ""


def json_values(head: str, rest: Iterator[str]) -> Iterator[Any]:
    """Values one after the other, with commas, semicolons or nothing between them, up to a `]` that closes their list.

    One that cannot be read is a `Skipped`, and reading goes on at the next line that begins like a value.
    """
    feed = _Feed(head, rest)
    while (sign := feed.skip()) and sign != "]":
        if nulls := feed.nulls():
            yield Skipped(EMPTY, count=nulls)
            continue
        value = _next_value(feed, is_number=sign not in '{["')
        yield value
        if isinstance(value, Skipped) and (value.reason == CUT or not _next_line(feed)):
            return


def _next_value(feed: _Feed, *, is_number: bool) -> Any:  # noqa: ANN401 - what JSON may hold
    """The value that begins here, passed over, or a `Skipped`.

    It is looked for in a window that grows: an error costs the time to count the lines before it.
    """
    size = _WINDOW
    while True:
        window = feed.window(size)
        try:
            value, end = _DECODER.raw_decode(window)
        except RecursionError:
            return Skipped(UNREADABLE)
        except json.JSONDecodeError as error:
            if not _is_cut(window, error) or size > _LONGEST:
                return Skipped(UNREADABLE)
            if len(window) < size:
                return Skipped(CUT)
            size *= 2
            continue
        if end == size and is_number and size < _LONGEST_NUMBER:
            size *= 2  # it may go on
            continue
        feed.place += end
        return value


def _is_cut(text: str, error: json.JSONDecodeError) -> bool:
    """Whether the text ended before the value did."""
    return error.msg.startswith("Unterminated string") or bool(_UNFINISHED.fullmatch(text, error.pos))


def _next_line(feed: _Feed) -> bool:
    """Go to the next line that begins like a value; False when there is none."""
    while True:
        found = _BETWEEN_LINES.search(feed.text, feed.place + 1)
        if found:
            feed.place = found.end()
            return True
        feed.place = max(feed.place, len(feed.text) - 1)
        if not feed.grow():
            return False


def script_blocks(head: str, rest: Iterator[str]) -> Iterator[str]:
    """What stands between the script tags of structured data."""
    feed = _Feed(head, rest)
    while True:
        start = _SCRIPT.search(feed.text, feed.place)
        end = _END.search(feed.text, start.end()) if start else None
        if start and end:
            feed.place = end.end()
            yield _WRAPPING.sub("", feed.text[start.end() : end.start()])
            continue
        feed.place = start.start() if start else max(feed.place, len(feed.text) - 1000)
        too_long = len(feed.text) - feed.place > _LONGEST
        if too_long:
            feed.place = len(feed.text)
        if not feed.grow():
            if start and not too_long:
                yield feed.text[start.end() - start.start() + feed.place :]
            return
