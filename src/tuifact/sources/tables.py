"""CSV: a corpus with a header, one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tuifact.encodings import guess, mark_of, text_codec
from tuifact.model.original import Original
from tuifact.sources.decoding import characters
from tuifact.sources.files import read_whole
from tuifact.sources.forms import CSV
from tuifact.sources.interface import Received, Refused, Stream, Terms, too_large
from tuifact.sources.rows import choose_columns, given_by, read_text, with_parameter

_DELIMITERS = ",;\t|"


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each row as an original, known by its number, the header not counted (`talks.csv#12`).

    A row at a time is held in memory, so the limit is that of a row.
    """
    # What one field may have is a setting of Python's for the whole process; 131,072 characters are few for an article.
    csv.field_size_limit(max(terms.limit, csv.field_size_limit()))
    lines = Lines(file, source, terms)
    header, delimiter = read_header(lines, source)
    columns = choose_columns({name: column.strip().lower() for name, column in terms.columns.items()})
    place = next((header.index(name) for name in columns["text"] if name in header), None)
    if place is None:
        raise Refused(source, f"has no column {' or '.join(columns['text'])}", "name the column that holds the text")
    media_type = with_parameter(CSV, text=place, delimiter=delimiter)
    for number, (row, data) in enumerate(read_rows(lines, delimiter), 1):
        entry = f"{source}#{number}"
        if isinstance(row, Refused):
            yield Refused(entry, row.reason, row.hint)
        elif len(row) > len(header):
            yield Refused(entry, f"has {len(row)} fields, the header {len(header)}", "is a quotation mark missing?")
        elif given := given_by(dict(zip(header, row, strict=False)), columns):
            yield terms.original(data, entry, media_type, given, lines.codec)
        else:
            yield Refused(entry, f"has no {' or '.join(columns['text'])}")


class Lines:
    """The lines of a table as characters, with the bytes that the row now being read has taken.

    The encoding is found on the way: as long as all lines were ASCII, every encoding gives the same.
    """

    def __init__(self, file: Stream, source: str, terms: Terms) -> None:
        self.codec = "utf-8"
        self._told = text_codec(terms.encoding)
        self._source = source
        self._limit = terms.limit
        self._taken: list[bytes] = []
        self._size = 0
        mark = mark_of(file.peek(4)[:4])
        self._lines = self._read(file) if mark in (None, "utf-8-sig") else self._read_wide(file)

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        if self._size > self._limit:
            raise too_large(self._source, self._limit)
        return line

    def take(self) -> bytes:
        """The bytes of the row just read, without its line end; the next begins."""
        row = b"".join(self._taken)
        self._taken, self._size = [], 0
        return row.rstrip(b"\r\n")

    def _note(self, data: bytes) -> None:
        self._taken.append(data)
        self._size += len(data)

    def _read(self, file: Stream) -> Iterator[str]:
        while line := file.readline(self._limit + 1):
            self._note(line)
            try:
                yield line.decode(self.codec)
            except UnicodeDecodeError:
                if self.codec == "utf-8":
                    self.codec = self._told or guess(line + file.peek())
                yield line.decode(self.codec, "replace")

    def _read_wide(self, file: Stream) -> Iterator[str]:
        """Of encodings of two or four bytes, where a line end cannot be looked for in the bytes."""
        data = read_whole(file, self._source, self._limit)
        text, mark = characters(data)
        self.codec = f"{mark}-le" if data.startswith(b"\xff") else f"{mark}-be"
        for line in text.splitlines(keepends=True):
            self._note(line.encode(self.codec))
            yield line


def read_header(lines: Lines, source: str) -> tuple[list[str], str]:
    """The names of the columns, small, and the delimiter between them. Raises `Refused` for an empty file."""
    first = next(iter(lines), "").removeprefix("\ufeff")
    if not first.strip():
        raise Refused(source, "is empty")
    delimiter = max(_DELIMITERS, key=first.count)
    lines.take()
    try:
        (header,) = csv.reader([first], delimiter=delimiter)
    except (csv.Error, ValueError) as error:
        raise Refused(source, f"has no readable header: {error}") from error
    return [name.strip().lower() for name in header], delimiter


def read_rows(lines: Lines, delimiter: str) -> Iterator[tuple[list[str] | Refused, bytes]]:
    """Each row that is not blank with its bytes; a row that is none as the reason why. Ends at one too large."""
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            row: list[str] | Refused = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            row = Refused("", f"is no row: {error}")
        except Refused as refusal:
            yield refusal, b""
            return
        data = lines.take()
        if row or isinstance(row, Refused):
            yield row, data


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The text of a row that was kept."""
    text, codec = characters(original.data, original.encoding)
    if original.encoding.startswith(("utf-16", "utf-32")):
        text, codec = original.data.decode(original.encoding, "replace"), original.encoding
    row = _fields(text, parameters.get("delimiter", ","))
    place = parameters.get("text", "0")
    found = read_text(row[int(place)]) if place.isdecimal() and int(place) < len(row) else ""
    if not found:
        raise Refused(original.source, "has no text")
    return replace(original, given=replace(original.given, text=found), encoding=codec)


def _fields(text: str, delimiter: str) -> Sequence[str]:
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    try:
        return next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter), [])
    except (csv.Error, TypeError, ValueError):
        return []
