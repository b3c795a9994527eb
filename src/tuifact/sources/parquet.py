"""Parquet: a corpus with named columns, one article a row."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import orjson

from tuifact.sources.files import read_whole
from tuifact.sources.forms import JSON
from tuifact.sources.interface import Received, Refused, Stream, Terms, load_extra, too_large
from tuifact.sources.json_lines import given_by_object
from tuifact.sources.rows import choose_columns, with_parameter

_BATCH = 256
"""Rows unpacked at a time."""


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
        for batch in table.iter_batches(batch_size=_BATCH, columns=names):
            for row in batch.to_pylist():
                number += 1
                yield read_row(row, f"{source}#{number}", media_type, terms, columns)
    except (pyarrow.ArrowException, OSError, ValueError, TypeError, OverflowError) as error:
        raise Refused(source, "is damaged: no readable Parquet from here on") from error
    if not number:
        raise Refused(source, "holds no row")


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
