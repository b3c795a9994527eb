"""Following: feeds are subscribed to once, and what is new in them is fetched whenever one likes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from tuifact.desk import intake
from tuifact.desk.preparing import Terms
from tuifact.desk.taking_in import TakingIn
from tuifact.errors import SourceError
from tuifact.model import Subscription

if TYPE_CHECKING:
    from tuifact.sources import Feed, Received
    from tuifact.sources import Terms as SourceTerms

AT_ONCE = 6
"""Feeds asked at the same time: most of the time goes by with waiting."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed that is followed from now on, or why it cannot be."""

    address: str
    subscription: Subscription | None = None
    error: SourceError | None = None


class Following(TakingIn):
    """What brings in articles from feeds, again and again."""

    def follow(
        self,
        addresses: Sequence[str],
        *,
        tags: Sequence[str] = (),
        pages: bool = False,
        by: str = "",
        allow_private: bool = False,
    ) -> Iterator[Followed]:
        """Subscribe to feeds, each of which is looked at first; nothing of them is imported yet.

        `tags` are for their articles; `pages` says whether the page an entry links to is wanted instead of what the
        feed says of it.
        """
        from tuifact.sources.links import masked

        terms = self._web_terms(allow_private=allow_private)
        for address in addresses:
            feed = ask(address, terms) if masked(address) == address else refuse_password(address)
            if isinstance(feed, SourceError):
                yield Followed(masked(address), error=feed)
            else:
                made = self.library.follow(address, title=feed.title, tags=tags, pages=pages, by=self._checker(by))
                yield Followed(address, made)

    def unfollow(self, feed: str, *, by: str = "") -> Subscription:
        """Follow a feed no longer; its articles stay."""
        return self.library.unfollow(feed, by=self._checker(by))

    def subscriptions(self) -> tuple[Subscription, ...]:
        """The feeds that are followed, in the order they were added."""
        return self.library.subscriptions()

    def fetch(
        self,
        feeds: Sequence[str] = (),
        *,
        tags: Sequence[str] = (),
        rules_only: bool = False,
        allow_private: bool = False,
    ) -> Iterator[intake.Imported]:
        """Take in what is new in these feeds, or in all that are followed; yields what became of each entry.

        A feed that has not changed since is `unchanged` and nothing of it is sent; one that cannot be had is rejected,
        and the others go on. What a server calls its feed is remembered only when all of it is stored.
        """
        from tuifact.sources.waiting import several_at_once

        chosen = [self.library.subscription(feed) for feed in feeds] or list(self.library.subscriptions())
        chosen = list(dict.fromkeys(chosen))
        terms = self._web_terms(allow_private=allow_private)
        prepare = Terms(None, rules_only or self.settings.rules_only, self.settings.most_bytes)
        calls = [
            partial(ask, one.address, replace(terms, validators=self._version_here(one.address))) for one in chosen
        ]
        for one, feed in zip(chosen, several_at_once(calls, AT_ONCE), strict=True):
            if isinstance(feed, SourceError):
                yield intake.not_stored(self.library, one.address, feed)
                continue
            nothing = intake.Imported(one.address, intake.UNCHANGED)
            came = self._take_in(self._entries(one, feed, terms), prepare, tags=(*one.tags, *tags))
            first = next(came, nothing)
            yield first
            yield from came
            self.library.note_fetch(one, title=feed.title, etag=feed.etag, modified=feed.modified)

    def _entries(self, subscription: Subscription, feed: Feed, terms: SourceTerms) -> Iterator[Received]:
        """What the feed says, or the pages it links to, as far as they are not here."""
        from tuifact.sources.links import Links

        for link, entry in feed.entries(terms):
            if not (subscription.pages and link):
                yield entry
            elif self.library.article_from(link) is None:
                yield from Links(terms).fetch(link)

    def _version_here(self, address: str) -> Callable[[str], tuple[str, str] | None]:
        """What the server calls the version of this feed that is here; asked now, for the library has one thread."""
        validators = self.library.validators(address)
        return lambda _: validators


def ask(address: str, terms: SourceTerms) -> Feed | SourceError:
    """The feed at an address, or why there is none to be had."""
    from tuifact.sources import fetch_feed

    try:
        return fetch_feed(address, terms)
    except SourceError as error:
        return error


def refuse_password(address: str) -> SourceError:
    """Why an address with a name and password is not followed."""
    from tuifact.sources import Refused
    from tuifact.sources.links import masked

    return Refused(masked(address), "has a password in it, and a library that is shared keeps none")
