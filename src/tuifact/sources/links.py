"""Web addresses: a page, a text, a document or a feed that is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tuifact.model.original import Given
from tuifact.sources.cutting import cut_entries
from tuifact.sources.files import received_type
from tuifact.sources.forms import FORMS, MEDIA_TYPES, PLAIN, Form, form_of, told_by_head
from tuifact.sources.interface import Received, Refused, Terms, needs_extra

if TYPE_CHECKING:
    from tuifact.sources.web import Answer

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_LOGIN = re.compile(r"(?<=://)[^/?#]*@")
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_UNREADABLE = re.compile(r"(?:image|audio|video|font)/|application/(?:zip|octet-stream|javascript)")


class Links:
    """Addresses with a scheme. Those of another scheme than http and https are refused: saying so beats looking for a
    file of that name."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms

    def accepts(self, reference: str) -> bool:
        """Whether it begins with a scheme and two slashes."""
        return _ADDRESS.match(reference) is not None

    def fetch(self, reference: str) -> Iterator[Received]:
        """What is at the address, or each entry of the feed there; or why it cannot be had."""
        try:
            yield from self._read(reference)
        except Refused as refusal:
            yield refusal

    def _read(self, reference: str) -> Iterator[Received]:
        answer = fetch_link(reference, self.terms)
        form = form_of_answer(answer)
        if form.cut:
            yield from cut_entries(form, BufferedReader(BytesIO(answer.data)), answer.address, self.terms)
        else:
            # Where it was asked for is its name: by that it is known again when the server sends it on elsewhere.
            given = Given(url=answer.address, etag=answer.etag, modified=answer.modified)
            source, media_type = masked(reference), received_type(form)
            yield self.terms.original(answer.data, source, media_type, given, self.terms.encoding or answer.charset)


def fetch_link(reference: str, terms: Terms) -> Answer:
    """What is at an address. Raises `Refused` for another scheme than http and https, without the extra, and as
    `web.fetch` does."""
    if not _WEB.match(reference):
        hint = "save the page as .html and import the file"
        raise Refused(masked(reference), "only http and https links are fetched", hint)
    try:
        from tuifact.sources.web import fetch
    except ImportError as error:
        raise needs_extra(masked(reference), "links", "web") from error
    return fetch(reference, terms)


def form_of_answer(answer: Answer) -> Form:
    """The form of what was fetched: what the server calls it, unless the bytes say that it is something else."""
    begun = told_by_head(answer.data)
    named = MEDIA_TYPES.get(answer.media_type)
    if begun is not None and (named in (None, "html", "txt")):
        return begun
    if named is not None:
        return FORMS[named]
    if _UNREADABLE.match(answer.media_type):
        raise Refused(answer.address, f"is {answer.media_type}, nothing to read")
    path = urlsplit(answer.address).path
    return form_of(path, answer.data) if answer.media_type != PLAIN else FORMS["txt"]


def masked(address: str) -> str:
    """The address with a name and password in it masked.

    >>> masked("https://me:secret@example.org/a@b")
    'https://***@example.org/a@b'
    """
    return _LOGIN.sub("***@", address, count=1)
