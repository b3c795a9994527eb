"""Transcripts with time codes (SRT, WebVTT): cues become paragraphs that know when they were said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import pairwise

from tuifact.model.original import Original
from tuifact.sources.decoding import characters
from tuifact.sources.facts import make_given
from tuifact.sources.interface import Refused

_STAMP = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}[^\n]*")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>\n]{1,200})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<[\d:.]{5,16}>|\{\\[^{}\n]{0,200}\}")
_SPACE = re.compile(r"\s+")
_END = (".", "!", "?", "…", ".”", '."', "!”", "?”")

PAUSE = 2.0
"""Seconds of silence after a sentence that begin a new paragraph."""

LONG = 600
"""Characters from which on a paragraph ends with the next sentence: as long as those of a newspaper."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What is said between two moments."""

    start: float
    end: float
    """Both in seconds."""
    speaker: str
    """Empty when the transcript does not say."""
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(self.lines)


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The transcript as paragraphs, a blank line between them, each cue's place with its second in `given.times`."""
    text, codec = characters(original.data, original.encoding)
    cues = drop_repeats(list(read_cues(text)))
    if not cues:
        raise Refused(original.source, "holds no cue with a time code and words")
    words, times = write_paragraphs(cues)
    return replace(original, given=replace(make_given(words), times=times), encoding=codec)


def read_cues(text: str) -> Iterator[Cue]:
    """The cues in order; numbers, notes and styles are left out."""
    timing: re.Match[str] | None = None
    lines: list[str] = []
    for line in [*text.lstrip("\ufeff").splitlines(), ""]:
        if match := _TIMING.match(line):
            if timing:  # no blank line between two cues; what stands above the new timing is its number
                yield from _make_cue(timing, lines[:-1] if lines and lines[-1].strip().isdecimal() else lines)
            timing, lines = match, []
        elif line.strip():
            lines.append(line)
        else:
            if timing:
                yield from _make_cue(timing, lines)
            timing, lines = None, []


def _make_cue(timing: re.Match[str], lines: list[str]) -> Iterator[Cue]:
    voice = _VOICE.search("\n".join(lines))
    shown = tuple(filter(None, (_SPACE.sub(" ", unescape(_TAG.sub("", line))).strip() for line in lines)))
    if shown:
        speaker = _SPACE.sub(" ", unescape(voice[1])).strip() if voice else ""
        yield Cue(_seconds(timing.groups()[:4]), _seconds(timing.groups()[4:]), speaker, shown)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction}")


def drop_repeats(cues: Sequence[Cue]) -> list[Cue]:
    """The cues of rolling captions, which show each line twice or three times, with each line once; others as they are.

    Somebody may well say "Yes." twice: lines are dropped only where most cues begin with what the one before showed.
    """
    repeated = [_repeated(before, cue) for before, cue in pairwise(cues)]
    if not cues or sum(map(bool, repeated)) * 2 < len(cues):
        return list(cues)
    fresh = [cues[0]]
    for cue, count in zip(cues[1:], repeated, strict=True):
        if rest := cue.text[count:].strip():
            fresh.append(replace(cue, lines=(rest,)))
    return fresh


def _repeated(before: Cue, cue: Cue) -> int:
    """How many characters a cue begins with that the one before showed: all of it, or its last lines."""
    whole = f"{cue.text} "
    shown = (" ".join(before.lines[first:]) for first in range(len(before.lines)))
    return next((len(words) for words in shown if whole.startswith(f"{words} ")), 0)


def write_paragraphs(cues: Iterable[Cue]) -> tuple[str, tuple[tuple[int, float], ...]]:
    """The text, and for each cue (its first character, its second).

    A paragraph ends where another speaker begins, after a pause, or when it is long enough, but not inside a sentence;
    a speaker who begins is named.
    """
    parts: list[str] = []
    times: list[tuple[int, float]] = []
    at, length = 0, 0
    before: Cue | None = None
    for cue in cues:
        speaks_anew = cue.speaker != (before.speaker if before else "")
        lead = "" if before is None else "\n\n" if speaks_anew or _ends(before, cue, length) else " "
        label = f"{cue.speaker}: " if cue.speaker and speaks_anew else ""
        times.append((at + len(lead), cue.start))
        parts.append(f"{lead}{label}{cue.text}")
        length = len(parts[-1]) + (0 if lead == "\n\n" else length)
        at += len(parts[-1])
        before = cue
    return "".join(parts), tuple(times)


def _ends(before: Cue, cue: Cue, length: int) -> bool:
    """Whether a paragraph of this length ends between these cues of one speaker."""
    return before.text.endswith(_END) and (length > LONG or cue.start - before.end > PAUSE)
