"""Taking articles in: what is new, what is known, what is a new version; their files, written once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import chain, count
from pathlib import Path
from typing import Literal

from tuifact.errors import LibraryError
from tuifact.library.arrival import Arrival, is_read_otherwise, is_whole
from tuifact.library.article_codec import article_document, article_text, validators_of, version_document
from tuifact.library.codec import claim_document
from tuifact.library.identity import article_id, claim_ids, source_row
from tuifact.library.revise import Touched, revise_claims
from tuifact.library.store.articles import read_text
from tuifact.library.store.documents import Document
from tuifact.library.store.draft import Draft
from tuifact.library.store.files import flush_folder, read_bytes, write_files
from tuifact.library.store.layout import Layout
from tuifact.library.store.migrate import stamped
from tuifact.library.store.seal import seal
from tuifact.library.store.shelf import Shelf
from tuifact.model import Article

Outcome = Literal["imported", "unchanged", "revised"]

FEED_ENTRIES = frozenset(("application/rss+xml", "application/atom+xml"))
"""Media types of what a feed says of a page."""

_NOWHERE = frozenset(("", "-"))
"""Sources that name no place: what comes from there twice is not the same thing twice."""

_WORD = re.compile(r"\w+")
_RUN, _FEW = 4, 8
"""Words in a run that two texts by different hands do not share by chance, and how few runs tell nothing."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of an article that was added."""

    article: str
    """Its id."""
    outcome: Outcome
    """`imported`, `unchanged` when the same original was there, `revised` when its source had other content before."""
    claims: int = 0
    """How many claims it has now."""
    touched: Touched = field(default_factory=Touched)
    """Of a revised one, the claims with a verdict whose words changed or vanished."""


class Intake:
    """Takes arrivals into one transaction."""

    def __init__(
        self, layout: Layout, draft: Draft, shelf: Shelf, tags: tuple[str, ...], *, reread: bool = False
    ) -> None:
        """`reread` is as in `Adding.add_many`."""
        self._layout = layout
        self._reread = reread
        self._draft = draft
        self._shelf = shelf
        self._tags = tags
        self._articles = draft.table("articles")
        self._claims = draft.table("claims")
        self._met: dict[str, str] = {}
        self._files: dict[Path, bytes] = {}

    def take(self, arrival: Arrival) -> Added:
        """Take one in; its files are not written yet, see `write`."""
        known = self._page_of(arrival) or self._known(arrival)
        before = self._read_otherwise(known, arrival) if known else self._earlier_version(arrival)
        if known and not before:
            self._welcome(known, arrival)
            added = Added(known, "unchanged")
        elif before:
            added = Added(before, "revised", touched=self._revise(before, arrival))
        else:
            added = Added(self._import(arrival), "imported")
        self._met[arrival.digest] = added.article
        return added

    def write(self) -> None:
        """Write the files of all that were taken, to the disk; nothing in the library speaks of them yet."""
        if not self._files:
            return
        write_files({path: data for path, data in self._files.items() if not _is_written(path, data)})
        flush_folder(self._layout.articles)
        flush_folder(self._layout.originals)

    def _page_of(self, arrival: Arrival) -> str | None:
        """The article of the page that an entry of a feed links to: what is on the page is not replaced by what the
        feed says of it."""
        if arrival.article.original.media_type not in FEED_ENTRIES:
            return None
        found = self._shelf.sources.get(arrival.source, set())
        pages = [one for one in found if self._articles[int(one, 16)]["media_type"] not in FEED_ENTRIES]
        return pages[0] if len(pages) == 1 else None

    def _known(self, arrival: Arrival) -> str | None:
        """The article that has this original: as its present one, or as an earlier one that came from elsewhere."""
        article = self._met.get(arrival.digest) or self._shelf.digests.get(arrival.digest)
        if article is None:
            return None
        document = self._articles[int(article, 16)]
        went_back = document["versions"][-1] != arrival.digest and document["source"] == arrival.source
        return None if went_back else article

    def _read_otherwise(self, article: str, arrival: Arrival) -> str | None:
        """The article, when its bytes are to be read again and give another text than they did."""
        if not self._reread or arrival.digest in self._met:
            return None
        document, original = self._articles[int(article, 16)], arrival.article.original
        is_present = document["versions"][-1] == arrival.digest and document["source"] == arrival.source
        return article if is_present and is_read_otherwise(document, original) else None

    def _earlier_version(self, arrival: Arrival) -> str | None:
        """The article whose new version this is: the only one from the same source, if that names a place."""
        source = arrival.source
        candidates = self._shelf.sources.get(source, set()) if source not in _NOWHERE else set()
        if len(candidates) != 1:
            return None
        (article,) = candidates
        held = self._articles[int(article, 16)]
        # Rows move when one is put in above them, and people save one text after another under one name: there only
        # texts that have something in common are one article. What an address leads to is what was published there.
        if source_row(source):
            akin = self._has_claims_of(held, arrival.article)
        else:
            akin = "://" in source or self._has_words_of(held, arrival.article)
        return article if akin or (held["title"] and held["title"] == arrival.article.title) else None

    def _has_claims_of(self, document: Document, article: Article) -> bool:
        text = article.text
        return any(self._claims[int(key)]["text"] in text for key in self._shelf.keys(document["id"]))

    def _has_words_of(self, document: Document, article: Article) -> bool:
        """Whether the text has runs of words in common with the one held; of a damaged one nobody can say."""
        try:
            paragraphs = read_text(self._layout, document["file"])["paragraphs"]
        except LibraryError:
            return True
        held, new = _runs(" ".join(one["text"] for one in paragraphs)), _runs(article.text)
        return min(len(held), len(new)) < _FEW or not held.isdisjoint(new)

    def _welcome(self, article: str, arrival: Arrival) -> None:
        """Give the tags to an article that is there, and its files when they were lost; a dropped one stays dropped."""
        document = self._articles[int(article, 16)]
        document["tags"] = list(dict.fromkeys([*document["tags"], *self._tags]))
        if document["source"] == arrival.source and document["versions"][-1] == arrival.digest:
            # The server may call the same bytes by another name now.
            document |= validators_of(arrival.article.original)
        arrives_twice = arrival.digest in self._met
        if not arrives_twice and document["versions"][-1] == arrival.digest and not is_whole(self._layout, document):
            found = self._documents(arrival, article)
            self._write_files(replace(arrival.article, id=article), document["file"], found)
            if document["file"] == article:
                self._draft.load[article] = found

    def _import(self, arrival: Arrival) -> str:
        id_ = article_id(arrival.article.original)
        article = replace(arrival.article, id=id_)
        found = self._documents(arrival, id_)
        self._write_files(article, id_, found)
        self._articles[int(id_, 16)] = article_document(
            article, added=self._added(), tags=self._tags, file=id_, versions=[arrival.digest]
        )
        self._draft.load[id_] = found
        return id_

    @staticmethod
    def _documents(arrival: Arrival, article: str) -> list[Document]:
        ids = claim_ids(article, (claim.text for claim in arrival.claims))
        return [claim_document(claim, id_, article) for claim, id_ in zip(arrival.claims, ids, strict=True)]

    def _revise(self, id_: str, arrival: Arrival) -> Touched:
        held = self._articles[int(id_, 16)]
        article = replace(arrival.article, id=id_)
        file = self._free_name(held, f"{id_}-{article.original.sha256[:12]}")
        self._write_files(article, file, [])
        self._articles[int(id_, 16)] = article_document(
            article,
            added=held["added"],
            tags=[*held["tags"], *self._tags],
            file=file,
            versions=[*(name for name in held["versions"] if name != arrival.digest), arrival.digest],
            earlier=[*held.get("earlier", ()), version_document(held, self._draft.at)],
        ) | {name: held[name] for name in ("dropped",) if name in held}
        return revise_claims(self._claims, self._shelf.keys(id_), article, arrival.claims)

    def _free_name(self, document: Document, name: str) -> str:
        """A name for the file of a version that no other version has: the same bytes may be read in several ways."""
        taken = {document["file"], *(one.get("file") for one in document.get("earlier", ()))}
        names = chain([name], (f"{name}-{number}" for number in count(2)))
        return next(one for one in names if one not in taken)

    def _write_files(self, article: Article, file: str, found: list[Document]) -> None:
        original = article.original
        text = article_text(article) | {"claims": found}
        self._files[self._layout.original_file(original.sha256)] = original.data
        self._files[self._layout.article_file(file)] = seal(stamped(text)) + b"\n"

    def _added(self) -> str:
        return f"{self._draft.at[:19]}Z"


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return set(zip(*(words[at:] for at in range(_RUN)), strict=False))


def _is_written(path: Path, data: bytes) -> bool:
    return path.exists() and read_bytes(path) == data
