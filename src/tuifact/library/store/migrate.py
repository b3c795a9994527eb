"""Bringing what an older version wrote up to date: one function a step, each from one schema to the next.

Whatever is read says in which schema it was written: the snapshot, each line of a journal, each article's file. A step
changes one document, or those fields of one that a journal's line holds, and it is taken wherever old ones are read: so
a library of any age opens, journals keep what they say, and branches merge that were written by different versions. At
the first opening that may write, `claims.json` is written anew; older versions then refuse it instead of misreading it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tuifact.errors import LibraryError

Step = Callable[[str, dict[str, Any]], None]
"""Changes a document, or some fields of one, in place; the first argument is its table, or `TEXT`."""

TEXT = "text"
"""What steps are told instead of a table for the content of an article's file."""

STEPS: dict[int, Step] = {}
"""By the schema they start from, without a gap. There was one schema so far."""


def current_schema() -> int:
    """The schema this version writes."""
    return max(STEPS, default=0) + 1


def migrate(table: str, document: dict[str, Any], schema: int) -> None:
    """Bring a document, or some fields of one, from this schema to the current one."""
    for number in range(schema, current_schema()):
        STEPS[number](table, document)


def stamped(record: dict[str, Any]) -> dict[str, Any]:
    """The record with the schema it is written in; the first one is not named, which keeps lines short."""
    return record if current_schema() == 1 else record | {"schema": current_schema()}


def refuse_newer(schema: int, path: object) -> None:
    """Raise `LibraryError` when the file says a schema that this version does not know."""
    if schema > current_schema():
        raise LibraryError(f"{path} was written by a newer version of tuifact", "update tuifact")
