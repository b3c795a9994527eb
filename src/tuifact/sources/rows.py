"""Rows of corpora, whatever they are written in: which of their fields is the text, which are facts about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote

from tuifact.model.original import Given
from tuifact.sources.facts import make_given

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text",),
    "title": ("title",),
    "byline": ("byline", "author"),
    "published": ("published", "date"),
    "url": ("url",),
    "language": ("language",),
    "key": ("id",),
}
"""Fields by the names that columns usually have, the first that is there and not empty counting."""


def choose_columns(told: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each field the columns to look in; what the user says comes alone."""
    return {field: (told[field],) if field in told else names for field, names in NAMES.items()}


def given_by(row: Mapping[str, object], columns: Mapping[str, Iterable[str]]) -> Given | None:
    """What a row gives; None when it has no text."""
    values = {field: _first(row, names) for field, names in columns.items()}
    text = read_text(values.pop("text", None))
    return make_given(text, "text/plain", **values) if text else None


def read_text(value: object) -> str:
    """The text of a field: a string, or strings as paragraphs; empty for anything else or for white space."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    return value if isinstance(value, str) and value.strip() else ""


def with_parameter(media_type: str, **parameters: object) -> str:
    """A media type that says how to find the text in the row again.

    >>> with_parameter("text/csv", text=1, delimiter=";")
    'text/csv; text=1; delimiter=%3B'
    """
    return "; ".join([media_type, *(f"{name}={quote(str(value), safe='')}" for name, value in parameters.items())])


def parameters_of(media_type: str) -> tuple[str, dict[str, str]]:
    """The media type alone, and its parameters.

    >>> parameters_of('text/csv; text=1; delimiter=%3B')
    ('text/csv', {'text': '1', 'delimiter': ';'})
    """
    essence, *rest = media_type.split(";")
    pairs = (part.partition("=") for part in rest)
    return essence.strip().lower(), {name.strip(): unquote(value.strip()) for name, _, value in pairs}


def _first(row: Mapping[str, object], names: Iterable[str]) -> object:
    return next((value for name in names if (value := row.get(name))), None)
