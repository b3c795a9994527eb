"""Choosing claims by what they are, most of them without parsing them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tuifact.library.store.documents import Document, Documents


class Sieve:
    """Conditions on a claim, all of which it must meet; None is no condition."""

    def __init__(
        self,
        *,
        status: str | None = None,
        query: str | None = None,
        speaker: str | None = None,
        since: str | None = None,
        contested: bool = False,
        dropped: bool = False,
    ) -> None:
        self._status = status and str(status)
        self._query = (query or "").casefold()
        self._speaker = (speaker or "").casefold()
        self._since = since or ""
        self._contested = contested
        self._dropped = dropped
        self._markers = [f'"status":"{self._status}"'.encode()] if self._status else []
        self._markers += [b'"contested":true'] if contested else []
        self._markers += [b'"dropped":true'] if dropped else []
        self._words = [word for word in map(_findable, (self._query, self._speaker)) if word]
        self._is_open = not (self._markers or self._words)

    def documents(self, claims: Documents, keys: Iterable[str]) -> Iterator[Document]:
        """The claims among these that pass, in their order."""
        texts = claims.raw
        for key in keys:
            if self._is_open or self._may_pass(texts[key]):
                document = claims[key]
                if self._passes(document):
                    yield document

    def _may_pass(self, raw: bytes) -> bool:
        """Whether the document could pass, from its JSON text; only a document that cannot is kept out."""
        if not all(marker in raw for marker in self._markers):
            return False
        if not self._words or not raw.isascii():
            # Letters beyond ASCII may fold to ASCII ones: `ß` to `ss`, the Kelvin sign to `k`.
            return True
        lowered = raw.lower()
        return all(word in lowered for word in self._words)

    def _passes(self, document: Document) -> bool:
        return (
            bool(document.get("dropped")) == self._dropped
            and (not self._contested or bool(document.get("contested")))
            and (not self._status or document["status"] == self._status)
            and document.get("at", "") >= self._since
            and self._query in document["text"].casefold()
            and self._speaker in (document.get("speaker") or "").casefold()
        )


def _findable(words: str) -> bytes:
    """The words as they stand in an ASCII JSON text in lower case; empty when they may stand there otherwise."""
    plain = words.isascii() and words.isprintable() and not {'"', "\\"} & set(words)
    return words.encode() if plain else b""
