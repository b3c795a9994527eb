"""Suggesting: what somebody who is typing an id, a tag or a name may want to type on with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from tuifact.desk.opened import OpenLibrary
from tuifact.model import Claim, Status

Thing = Literal["article", "claim", "source", "question", "feed", "tag", "speaker"]
"""What can be suggested."""

MOST = 100
"""Suggestions: more is no help to anybody."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word to type, and what it stands for."""

    word: str
    about: str = ""


class Suggesting(OpenLibrary):
    """What looks for beginnings. It makes no library that is not there: nobody has asked for one yet."""

    def suggest(self, thing: Thing, begun: str = "") -> tuple[Suggestion, ...]:
        """Words of this kind that begin like this, whatever the case, `MOST` at most.

        What waits comes first: unchecked claims, newest articles, commonest tags. Raises `LibraryError`.
        """
        if not self.folder.is_dir():
            return ()
        fitting = (one for one in self._all(thing, begun) if one.word.lower().startswith(begun.lower()))
        return tuple(islice(fitting, MOST))

    def _all(self, thing: Thing, begun: str) -> Iterable[Suggestion]:
        match thing:
            case "article":
                return (Suggestion(one.id, one.title) for one in self.library.articles())
            case "claim":
                return (Suggestion(one.id, f"{one.status.glyph} {one.text}") for one in self._claims(begun))
            case "source":
                sourced = self.library.sourced_claims()
                return (Suggestion(held.id, held.name) for claim in sourced for held in claim.evidence)
            case "question":
                asked = sorted(self.library.questions(), key=lambda one: bool(one.answer))
                return (Suggestion(one.id, f"{one.person}: {one.text}") for one in asked)
            case "feed":
                return (Suggestion(one.address, one.title) for one in self.library.subscriptions())
            case "tag":
                return _counted(tag for article in self.library.articles() for tag in article.tags)
            case "speaker":
                return _counted(claim.speaker for claim in self.library.claims() if claim.speaker)

    def _claims(self, begun: str) -> list[Claim]:
        if begun:
            claims = tuple(map(self.library.claim, self.library.claims_beginning(begun.lower())[:MOST]))
        else:
            claims = self.library.claims(status=Status.UNVERIFIED, limit=MOST) or self.library.claims(limit=MOST)
        return sorted(claims, key=lambda claim: claim.status is not Status.UNVERIFIED)


def _counted(words: Iterable[str]) -> Iterator[Suggestion]:
    """The commonest first."""
    return (Suggestion(word, str(count)) for word, count in Counter(words).most_common())
