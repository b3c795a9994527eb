"""The record: history, what others did, undo and redo."""

from __future__ import annotations

from tuifact.library.history import Chronicle, Contest, find_contests
from tuifact.library.revise import put_in_place
from tuifact.library.session import Session, document_of
from tuifact.library.telling import events_of, found_events, standings_before
from tuifact.library.undo import last_done, last_undone, moved_claims, put_back, take_back
from tuifact.model import Event


class Recording(Session):
    """Who changed what when, and taking it back."""

    _chronicle: Chronicle | None = None

    def history(self, claim_id: str | None = None, *, article: str | None = None) -> tuple[Event, ...]:
        """What happened, oldest first: to one claim, to the claims of an article, or to all claims and articles.

        Raises `NotFound` for an unknown id, `LibraryError` when a journal is damaged.
        """
        with self._reading() as (shelf, articles, claims):
            chronicle = self._told()
            chronicle.catch_up(self._store.documents)
            if claim_id is not None:
                document = document_of(claims, claim_id, "claim")
                return tuple(told.event for told in chronicle.of_claim(document["id"], document["article"]))
            if article is not None:
                document_of(articles, article, "article")
                return tuple(chronicle.of_articles(shelf, [article]))
            return tuple(chronicle.of_all(shelf))

    def contests(self) -> tuple[Contest, ...]:
        """The claims that two copies of the library decided differently, until somebody marks them again."""
        with self._reading() as (shelf, _, _claims):
            return find_contests(self._told(), shelf, self._store.documents, self._claim_from)

    def changes(self, after: str | None = None) -> tuple[tuple[Event, ...], str]:
        """What happened after this mark, here or in another process, and the mark to ask with next time.

        None gives the present mark and no events, an empty mark all there ever were. Marks are opaque.
        """
        with self._reading() as (shelf, _, claims):
            present = self._store.journals.position()
            if after is None or after == present:
                return (), present
            news = self._store.journals.since(after)
            standings = standings_before(news, claims)
            events = [
                event
                for transaction in news
                for part in (
                    found_events(transaction, shelf),
                    events_of(transaction, self._store.documents, standings),
                )
                for event in part
            ]
            return tuple(events), present

    def undo(self, *, by: str = "") -> tuple[Event, ...]:
        """Take back the last decision of this library, whoever made it and wherever; empty when there is none."""
        return self._step("undo", by)

    def redo(self, *, by: str = "") -> tuple[Event, ...]:
        """Do again what was taken back last; empty when there is nothing, or when something was decided since."""
        return self._step("redo", by)

    def _told(self) -> Chronicle:
        if self._chronicle is None:
            self._chronicle = Chronicle(self._layout)
        return self._chronicle

    def _step(self, do: str, by: str) -> tuple[Event, ...]:
        find, apply = (last_done, take_back) if do == "undo" else (last_undone, put_back)
        with self._store.transaction(do, by) as draft:
            target = find(self._store.journals.backwards())
            if target is None:
                return ()
            draft.of = target.name
            for change in target.changes:
                apply(draft.table(change.table), change)
            for claim in map(draft.table("claims").get, moved_claims(target)):
                if claim:
                    put_in_place(claim, self._paragraphs(claim["article"]))
        if draft.written is None:
            return ()
        with self._reading() as (_, _articles, claims):
            standings = standings_before([draft.written], claims)
            return tuple(events_of(draft.written, self._store.documents, standings))
