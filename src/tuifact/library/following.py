"""Following: the feeds that are subscribed to, and what servers call the pages that are here."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from tuifact.errors import NotFound
from tuifact.library.arrival import is_whole, plain_tags
from tuifact.library.identity import LENGTH
from tuifact.library.session import Session, document_of
from tuifact.library.store.documents import Document
from tuifact.model import Subscription
from tuifact.model.plain import plain_line

TABLE = "subscriptions"
HINT = "tuifact feed list shows them"

_TEXTS = ("title", "fetched", "etag", "modified")


class Following(Session):
    """Feeds that are followed, in a table of their own beside articles and claims."""

    def subscriptions(self) -> tuple[Subscription, ...]:
        """All of them, in the order they were added."""
        with self._reading():
            documents = self._store.documents(TABLE)
            found = [_subscription_from(document) for document in documents.values()]
        return tuple(sorted(found, key=lambda one: (one.added, one.address)))

    def subscription(self, name: str) -> Subscription:
        """The one of this address, id or beginning of either. Raises `NotFound`, also when there are several."""
        wanted = plain_line(name).strip()
        known = self.subscriptions()
        exact = [one for one in known if wanted in (one.address, one.id)]
        found = exact or [one for one in known if wanted and one.address.startswith(wanted)]
        found = found or [one for one in known if len(wanted) >= 4 and one.id.startswith(wanted.lower())]
        if not found:
            raise NotFound(f"{wanted or 'an empty name'} is not followed", HINT)
        if len(found) > 1:
            raise NotFound(f"{wanted} is the beginning of {len(found)} feeds", "give more of it")
        return found[0]

    def follow(
        self, address: str, *, title: str = "", tags: Iterable[str] = (), pages: bool = False, by: str = ""
    ) -> Subscription:
        """Follow a feed from now on; one that is followed gets the tags besides those it has."""
        line = plain_line(address)
        id_ = sha256(line.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
        with self._store.transaction("follow", by) as draft:
            table = draft.table(TABLE)
            held = table.get(int(id_, 16)) or {"id": id_, "address": line, "added": f"{draft.at[:19]}Z", "tags": []}
            held["tags"] = list(dict.fromkeys([*held["tags"], *plain_tags(tags)]))
            if held.get("pages", False) != pages:
                # What came before came otherwise: all of it is to be sent again.
                held = {name: value for name, value in held.items() if name not in ("etag", "modified")}
                held["pages"] = pages
            if title:
                held["title"] = plain_line(title)
            table[int(id_, 16)] = held
        return _subscription_from(held)

    def unfollow(self, name: str, *, by: str = "") -> Subscription:
        """Follow a feed no longer; its articles stay. Raises `NotFound`."""
        found = self.subscription(name)
        with self._store.transaction("unfollow", by) as draft:
            draft.table(TABLE).pop(int(found.id, 16), None)
        return found

    def note_fetch(self, subscription: Subscription, *, title: str, etag: str, modified: str) -> None:
        """Remember what the server calls what was fetched; nothing is written when that is known."""
        with self._store.transaction("fetch") as draft:
            document = draft.table(TABLE).get(int(subscription.id, 16))
            if document is None:
                return
            told = {"title": plain_line(title), "etag": plain_line(etag), "modified": plain_line(modified)}
            # A server that names no versions would have a line written at every fetch that brings nothing.
            if any(document.get(name, "") != value for name, value in told.items()) or not document.get("fetched"):
                document |= told | {"fetched": f"{draft.at[:19]}Z"}

    def article_from(self, source: str) -> str | None:
        """The only article that came from there; None for none or several. Those that were dropped count only where
        there is no other."""
        with self._reading() as (shelf, _, _claims):
            found = shelf.sources.get(plain_line(source), set())
            found = found - shelf.hidden or found
            return next(iter(found)) if len(found) == 1 else None

    def validators(self, source: str) -> tuple[str, str] | None:
        """What a server calls (etag, day) the version of a page or feed that is here, to be told only of another.

        None when it said neither, and when the text is not here any more: then it has to be sent again.
        """
        line = plain_line(source)
        with self._reading() as (_, articles, _claims):
            feeds = self._store.documents(TABLE).values()
            document = next((one for one in feeds if one["address"] == line), None)
            article = None if document else self.article_from(line)
            if article is not None:
                document = document_of(articles, article, "article")
                document = document if is_whole(self._layout, document) else None
        told = (document.get("etag", ""), document.get("modified", "")) if document else ("", "")
        return told if any(told) else None


def _subscription_from(document: Document) -> Subscription:
    texts = {name: document.get(name, "") for name in _TEXTS}
    return Subscription(
        id=document["id"],
        address=document["address"],
        tags=tuple(document["tags"]),
        pages=bool(document.get("pages")),
        added=document["added"],
        **texts,
    )
