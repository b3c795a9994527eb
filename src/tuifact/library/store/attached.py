"""What is attached to claims, found by the claim: evidence, questions, signatures, dismissals.

A table each, so that two people who attach something to one claim in two copies of a library change different
documents, which merge by themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter

import orjson

from tuifact.library.store.documents import Document, Documents

ATTACHED = ("evidence", "questions", "signatures", "dismissals")
"""The tables."""

_NAMES = frozenset(ATTACHED)

# Where the claim's id is in the text of such a document as `papers.py` writes it.
_START, _MIDDLE = b'{"id":"', b'","claim":"'
_CLAIM = slice(len(_START) + 12 + len(_MIDDLE), len(_START) + 24 + len(_MIDDLE))
_BETWEEN = slice(_CLAIM.start - len(_MIDDLE), _CLAIM.start)


class Attached:
    """Kept in step with the documents by whoever changes them; each table is looked through when it is first asked for,
    and a library without such documents never pays for them."""

    def __init__(self, tables: Mapping[str, Documents]) -> None:
        self._tables = tables
        self._keys: dict[str, dict[str, list[str]]] = {}

    def __bool__(self) -> bool:
        return not _NAMES.isdisjoint(self._tables)

    def of(self, table: str, claim: str) -> list[Document]:
        """The claim's documents in this table without those taken away, in the order they were made.

        Those of one millisecond stand in the order in which they came into the table.
        """
        keys = self._index(table).get(claim)
        if not keys:
            return []
        documents = self._tables[table]
        found = [documents[key] for key in keys]
        return sorted((one for one in found if not one.get("dropped")), key=itemgetter("at"))

    def claims(self, table: str) -> Iterator[str]:
        """The ids of the claims that have any, those taken away counted."""
        return (claim for claim, keys in self._index(table).items() if keys)

    def changed(self, table: str, key: str, was: bytes | None, now: bytes | None) -> None:
        """A document comes (was None), goes (now None) or changes, perhaps to another claim."""
        index = self._keys.get(table)
        if index is None:
            return
        before = "" if was is None else claim_of(was)
        after = "" if now is None else claim_of(now)
        if before == after:
            return
        if before:
            index[before].remove(key)
        if after:
            index.setdefault(after, []).append(key)

    def _index(self, table: str) -> dict[str, list[str]]:
        index = self._keys.get(table)
        if index is None:
            index = self._keys[table] = {}
            documents = self._tables.get(table)
            for key, raw in documents.raw.items() if documents is not None else ():
                index.setdefault(claim_of(raw), []).append(key)
        return index


def claim_of(raw: bytes) -> str:
    """The claim an attached document belongs to, from its text; empty when it names none."""
    if raw.startswith(_START) and raw[_BETWEEN] == _MIDDLE:
        return raw[_CLAIM].decode()
    return str(orjson.loads(raw).get("claim", ""))
