"""The two streams: what is said on standard output, what is told on standard error, and how either may look.

Everything a person reads passes `plain_text` or `plain_line` here, whatever was done to it before: this is the one
way from the commands to a terminal. Colour is added after that, so that no text can bring its own.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import sys
from typing import IO, TYPE_CHECKING, NamedTuple

from tuifact.model.plain import plain_line, plain_text

if TYPE_CHECKING:
    from tuifact.errors import TuifactError
    from tuifact.model.record import Record

COLUMNS = 78
"""The widest line of running text, in cells: what can be read without losing one's place."""

SGR = {"verified": "32", "disputed": "31", "unverified": "33", "strong": "1", "faint": "2"}
"""Styles by name, as numbers of the SGR sequence (ECMA-48, 8.3.117); the statuses also have a glyph and a word."""

_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Styled(NamedTuple):
    """A piece of text and the style it has where there is colour."""

    text: str
    style: str
    """A key of `SGR`."""


Piece = str | Styled
"""What a line is made of."""


def prepare_streams() -> None:
    """Make both streams UTF-8 whatever the locale, and harmless where the caller closed one of them."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Python has no object for a stream that was closed (`>&-`), and print then takes the other one.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(*pieces: Piece) -> None:
    """Write one line of a person's output; text in it is shown, not obeyed, and a newline in it starts no line."""
    sys.stdout.write("".join(_rendered(piece) for piece in pieces).rstrip(" ") + "\n")


def say_text(text: str, end: str = "\n") -> None:
    """Write body text of several lines."""
    sys.stdout.write(plain_text(text) + end)


def say_record(record: Record) -> None:
    """Write one JSON object as one line; what could act on a terminal is written as `\\uXXXX`."""
    sys.stdout.write(json_safe(json.dumps(record, ensure_ascii=False)) + "\n")


def say_bytes(data: bytes) -> None:
    """Write bytes as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def tell(text: str) -> None:
    """Write one harmless line to standard error; nobody listening there is no reason to stop."""
    try:
        print(plain_line(text), file=sys.stderr, flush=True)
    except OSError:
        hush(sys.stderr)


def complain(error: TuifactError) -> None:
    """Say what went wrong and what to do, in one line on standard error."""
    tell(f"tuifact: {error}")


def json_safe(text: str) -> str:
    """JSON with its C1 controls, line separators, direction marks and lone surrogates escaped: the same value."""
    return _ESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def flush() -> None:
    """Hand over what is still held back, while somebody can still be told that it failed."""
    sys.stdout.flush()


def let_go() -> None:
    """Hand over what is still held back, or drop it where that fails: there has been another failure to tell of."""
    try:
        sys.stdout.flush()
    except OSError:
        hush(sys.stdout)


def hush(stream: IO[str]) -> None:
    """Let what is still written to this stream go nowhere: its reader has left, and Python would complain at exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person is looking at this stream."""
    return stream.isatty()


def may_move(stream: IO[str]) -> bool:
    """Whether a line on this stream may be drawn over: a terminal that knows how."""
    return is_terminal(stream) and os.environ.get("TERM", "") not in ("", "dumb")


def has_colour() -> bool:
    """Whether standard output shows colour: a terminal, not a dumb one, and nobody asked for none (no-color.org)."""
    return may_move(sys.stdout) and not os.environ.get("NO_COLOR")


def columns() -> int | None:
    """How wide standard output's terminal is, in cells; None when it is none, and lines may be as long as they are."""
    return max(40, shutil.get_terminal_size().columns) if is_terminal(sys.stdout) else None


def text_columns() -> int:
    """How wide running text is set."""
    return min(COLUMNS, columns() or COLUMNS)


def _rendered(piece: Piece) -> str:
    if isinstance(piece, str):
        return plain_line(piece)
    text = plain_line(piece.text)
    return f"\x1b[{SGR[piece.style]}m{text}\x1b[0m" if text and has_colour() else text
