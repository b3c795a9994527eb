"""JSON Lines: a corpus with one article a line, each an object with its text and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import orjson

from tuifact.model.original import Given, Original
from tuifact.sources.forms import JSON
from tuifact.sources.interface import Received, Refused, Stream, Terms, too_large
from tuifact.sources.rows import NAMES, choose_columns, given_by, with_parameter

_MARK = b"\xef\xbb\xbf"
_KINDS = {
    list: "a list",
    str: "a string",
    bool: "a truth value",
    int: "a number",
    float: "a number",
    type(None): "null",
}
Columns = Mapping[str, Iterable[str]]


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each line that is not blank as an original, known by the number of its line (`talks.jsonl#12`).

    A line at a time is held in memory, so the limit is that of a line.
    """
    columns = choose_columns(terms.columns)
    told = {"text": terms.columns["text"]} if "text" in terms.columns else {}
    media_type = with_parameter(JSON, **told)
    for number, line in enumerate(read_lines(file, terms.limit), 1):
        place = f"{source}#{number}"
        if line is None:
            yield too_large(place, terms.limit)
        elif line.strip():
            try:
                yield terms.original(line, place, media_type, read_row(line, place, columns), "utf-8")
            except Refused as refusal:
                yield refusal


def read_lines(file: Stream, limit: int) -> Iterator[bytes | None]:
    """The lines without their ends; None for one of more than `limit` bytes, which is passed over unread."""
    while line := file.readline(limit + 2):
        if len(line) < limit + 2 or line.endswith(b"\n"):
            bare = line.rstrip(b"\r\n")
            yield bare if len(bare) <= limit else None
            continue
        while (line := file.readline(1 << 20)) and not line.endswith(b"\n"):
            pass
        yield None


def read_row(line: bytes, place: str, columns: Columns) -> Given:
    """What one line gives; raises `Refused` when it is no object with a text."""
    try:
        row = orjson.loads(line.removeprefix(_MARK))
    except orjson.JSONDecodeError as error:
        raise Refused(place, f"is no JSON: {error.msg.partition(',')[0]}", "one object a line") from error
    return given_by_object(row, place, columns)


def given_by_object(row: object, place: str, columns: Columns) -> Given:
    """What an object gives; raises `Refused` when it has no text or is something else."""
    if not isinstance(row, dict):
        raise Refused(place, f"is {_KINDS.get(type(row), 'no object')}, not an object with a text")
    given = given_by(row, columns)
    if given is None:
        raise Refused(place, f"has no {' or '.join(columns['text'])}", "name the field that holds it")
    return given


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The text of a line that was kept."""
    columns = {**NAMES, "text": (parameters.get("text", "text"),)}
    return replace(original, given=read_row(original.data, original.source, columns), encoding="utf-8")
