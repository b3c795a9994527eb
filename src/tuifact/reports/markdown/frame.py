"""Where an article stands in the document: how deep its headings are, and how sentences lead to claims."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tuifact.reports.content.article import ArticleContent
from tuifact.reports.content.phrases import Phrase, Reference
from tuifact.reports.markdown.escape import inline

_ANCHORED = frozenset(["Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One article of the document."""

    content: ArticleContent

    @property
    def alone(self) -> bool:
        """Whether the document is on this article only."""
        return not self.content.number

    def heading(self, depth: int, text: str) -> str:
        """A heading `depth` levels below the title of the article (0 is the title itself)."""
        return "#" * (depth + (1 if self.alone else 2)) + f" {text}"


def link(text: str, reference: Reference | None) -> str:
    """A link to a claim's section; plain text when the report has none, a dash when the claim is gone."""
    if reference is None:
        return "–"
    return f"[{text}](#{reference.anchor})" if reference.anchor else text


def claim_link(reference: Reference | None) -> str:
    """A link that reads as the claim's number."""
    return link(str(reference), reference)


def sentence(phrase: Phrase) -> str:
    """A sentence with its links."""
    return "".join(claim_link(piece) if isinstance(piece, Reference) else inline_piece(piece) for piece in phrase)


def inline_piece(text: str) -> str:
    """A piece of a sentence, which may begin or end with a space."""
    left, right = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{left}{inline(text)}{right}" if text.strip(" ") else text


def anchor(heading: str) -> str:
    """The fragment GitHub gives a heading: lower case, hyphens for spaces, punctuation and symbols dropped.

    >>> anchor("Claim 2-14"), anchor("1. Who’s afraid?")
    ('claim-2-14', '1-whos-afraid')
    """
    kept = (one for one in heading.lower() if one in " -" or unicodedata.category(one) in _ANCHORED)
    return "".join(kept).replace(" ", "-")
