"""The people and bodies an article has named so far, and whom a name, a pronoun or a title means now."""

from __future__ import annotations

from collections.abc import Sequence

from tuifact.claims.speakers import vocabulary as words
from tuifact.claims.speakers.names import Mention, Sort, looks_like_person
from tuifact.model.article import Post

_ENTERED = 6
"""Words of the longest name that is kept."""


class Register:
    """Who is who in one article, filled while it is read from the top."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._handles: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._persons: list[str] = []
        self._topic: str | None = None
        self._last: str | None = None

    def enter_post(self, post: Post) -> None:
        """Remember the author of a post under his handle and his name."""
        if post.handle:
            self._handles[post.handle.lower()] = post.author
        self.enter_name(post.author)

    def enter_name(self, name: str) -> None:
        """Remember a full name, so that its surname finds it."""
        parts = name.split()
        if 2 <= len(parts) <= _ENTERED:
            self._full[parts[-1].lower()] = name

    def notice(self, mention: Mention | None) -> str | None:
        """Note whom the article speaks about in its own voice: the next `he` or `it` may mean them; their name."""
        if mention is None or mention.sort is Sort.HANDLE:
            return None
        name = self._meant(mention)
        if mention.sort is Sort.NAME and name:
            self._stand_first(mention, name)
        elif mention.sort is Sort.DESCRIPTION:
            self._topic = name
        return name

    def resolve(self, mention: Mention) -> str | None:
        """The name of the speaker a mention means, noted as the last to speak; None when nobody can be meant."""
        name = self._meant(mention)
        if name is None:
            return None
        if mention.sort is not Sort.PRONOUN:
            self._stand_first(mention, name)
        self._last = name
        return name

    def _meant(self, mention: Mention) -> str | None:
        """Whom a mention means, by its sort."""
        if mention.sort is Sort.PRONOUN:
            return self._pronoun(mention.text)
        if mention.sort is Sort.HANDLE:
            return self._handles.get(mention.text.lower(), mention.text)
        if mention.sort is Sort.DESCRIPTION:
            return self._roles.get(mention.role, mention.text) if mention.definite else mention.text
        return self._named(mention)

    def _named(self, mention: Mention) -> str:
        """The full name of a name; a full one is remembered, with the title that stood before it."""
        name = mention.text
        if " " in name:
            if looks_like_person(name) or name.split()[-1].lower() not in self._full:
                self.enter_name(name)
        elif name.lower() in self._full:
            name = self._full[name.lower()]
        if mention.role:
            self._roles[mention.role] = name
        return name

    def _pronoun(self, pronoun: str) -> str | None:
        """Whom a pronoun means: the person last spoken of who is not known by the other one; `it` the last body."""
        if pronoun in words.IMPERSONAL:
            return self._topic
        if pronoun in words.PLURAL:
            return self._topic or self._last
        for name in reversed(self._persons):
            if self._called.get(name, pronoun) == pronoun:
                self._called[name] = pronoun
                return name
        return self._last

    def _stand_first(self, mention: Mention, name: str) -> None:
        """Put a person, or else a body, where the next pronoun looks first; only the last few persons can be meant."""
        if (mention.sort is Sort.DESCRIPTION and name == mention.text) or (
            mention.sort is Sort.NAME and (mention.definite or not looks_like_person(name))
        ):
            self._topic = name
        else:
            self._persons = [*[person for person in self._persons if person != name][-3:], name]


def names_in(text: str, runs: Sequence[str]) -> Sequence[str]:
    """Runs of capitals that can be personal names: what follows the last title, no common word that opens `text`."""
    found = []
    for run in runs:
        parts = run.split()
        if parts[0].lower() in words.LEADING and text.startswith(run):
            parts = parts[1:]
        titles = [at for at, part in enumerate(parts) if words.is_title(part.lower().rstrip("."))]
        parts = parts[titles[-1] + 1 if titles else 0 :]
        if len(parts) >= 2:
            found.append(" ".join(parts).removesuffix("'s").removesuffix("’s"))
    return found
