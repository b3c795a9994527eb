"""Parquet: a corpus with named columns, one article a row."""

from __future__ import annotations

from collections.abc import Container, Iterator
from io import BytesIO
from typing import Any

import orjson

from tuifact.sources.files import read_whole
from tuifact.sources.forms import JSON
from tuifact.sources.interface import Received, Refused, Stream, Terms, load_extra, size_in_words, too_large
from tuifact.sources.json_lines import given_by_object
from tuifact.sources.rows import choose_columns, with_parameter

_BATCH = 16
"""Rows unpacked at a time: each may be as large as the largest text."""

_MOST_PACKED = 200
"""How many times as large as it is packed a part of a file may be: texts get to ten, a bomb to thousands."""


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each row as an original, known by its number (`talks.parquet#12`).

    A row of a columnar file has no bytes of its own: its original is the JSON object of the columns that are read.
    Raises `Refused` without the extra, or for what is no Parquet.
    """
    pyarrow = load_extra("pyarrow", source, "Parquet files", "corpus")
    parquet = load_extra("pyarrow.parquet", source, "Parquet files", "corpus")
    columns = choose_columns(terms.columns)
    told = {"text": terms.columns["text"]} if "text" in terms.columns else {}
    wanted = {name for names in columns.values() for name in names}
    media_type, number = with_parameter(JSON, **told), 0
    try:
        table = parquet.ParquetFile(file if file.seekable() else BytesIO(read_whole(file, source, terms.limit)))
        names = [name for name in table.schema_arrow.names if name in wanted]
        refuse_bomb(table.metadata, names, source, terms.limit)
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            for at in range(batch.num_rows):
                number += 1
                (row,) = batch.slice(at, 1).to_pylist()
                yield read_row(row, f"{source}#{number}", media_type, terms, columns)
    except (pyarrow.ArrowException, OSError, ValueError, TypeError, OverflowError) as error:
        raise Refused(source, "is damaged: no readable Parquet from here on") from error
    if not number:
        raise Refused(source, "holds no row")


def refuse_bomb(metadata: Any, names: Container[str], source: str, limit: int) -> None:  # noqa: ANN401 (of pyarrow)
    """Raise `Refused` where a part that is read declares to be large and was packed as no text can be."""
    for group in range(metadata.num_row_groups):
        for number in range(metadata.num_columns):
            column = metadata.row_group(group).column(number)
            size, packed = column.total_uncompressed_size, column.total_compressed_size
            if column.path_in_schema in names and size > max(limit, _MOST_PACKED * packed):
                raise Refused(source, f"unpacks {size_in_words(packed)} to {size_in_words(size)}, which no text does")


def read_row(
    row: dict[str, object], place: str, media_type: str, terms: Terms, columns: dict[str, tuple[str, ...]]
) -> Received:
    """One row; refused when it has no text or is too large."""
    try:
        data = orjson.dumps({name: value for name, value in row.items() if value is not None}, default=str)
        if len(data) > terms.limit:
            return too_large(place, terms.limit)
        return terms.original(data, place, media_type, given_by_object(row, place, columns), "utf-8")
    except Refused as refusal:
        return refusal
    except (orjson.JSONEncodeError, TypeError) as error:
        return Refused(place, f"cannot be written down: {error}")
