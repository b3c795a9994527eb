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
_LONGEST_NUMBER = 4096
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
        try:
            value, end = _DECODER.raw_decode(feed.text, feed.place)
        except (json.JSONDecodeError, RecursionError) as error:
            if not isinstance(error, RecursionError) and _is_cut(feed, error) and feed.grow():
                continue
            if isinstance(error, json.JSONDecodeError) and _is_cut(feed, error):
                yield Skipped(CUT)
                return
            yield Skipped(UNREADABLE)
            if not _next_line(feed):
                return
            continue
        if end == len(feed.text) and sign not in '{["' and end - feed.place < _LONGEST_NUMBER and feed.grow():
            continue  # a number may go on
        feed.place = end
        yield value


def _is_cut(feed: _Feed, error: json.JSONDecodeError) -> bool:
    """Whether the text ended before the value did."""
    left = len(feed.text) - feed.place
    return left <= _LONGEST and (
        error.msg.startswith("Unterminated string") or bool(_UNFINISHED.fullmatch(feed.text, error.pos))
    )


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
