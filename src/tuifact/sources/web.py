"""Pages and feeds fetched from the web: http and https, public addresses, a limit for bytes and for time."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

import httpcore
import httpx

from tuifact.sources.interface import NotModified, Refused, Terms, size_in_words, too_large
from tuifact.sources.links import masked
from tuifact.sources.transport import Deadline, GuardedTransport, NotPublic

MOST_REDIRECTS = 10

_HEADERS = {
    "User-Agent": "tuifact (fact-checking; reads one page at a time)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/*;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_LONGEST_NAME = 500
"""Characters of what a server may call a version."""

_CHUNK = 1 << 16
"""Bytes that are unpacked at a time: the limit is looked at after each."""

_FAILURES = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpcore.ProtocolError,
    httpcore.NetworkError,
    httpcore.TimeoutException,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent."""

    data: bytes
    """Unpacked."""
    address: str
    """Where it came from in the end, redirects followed, without a password."""
    media_type: str
    charset: str
    """What the server says; empty when it does not."""
    etag: str
    modified: str


def fetch(address: str, terms: Terms) -> Answer:
    """What is at an address.

    Every address on the way is checked when it is connected to, also after a redirect. Raises `NotModified` when the
    server has nothing newer than `terms.validators` know, `Refused` for anything that is no page.
    """
    shown = masked(address)
    deadline = Deadline(terms.seconds)
    known = terms.validators(shown) if terms.validators else None
    headers = _HEADERS | conditions(known)
    transport = GuardedTransport(terms.allow_private, deadline)
    try:
        with (
            httpx.Client(
                transport=transport, follow_redirects=True, max_redirects=MOST_REDIRECTS, trust_env=False, timeout=None
            ) as client,
            client.stream("GET", address, headers=headers) as answer,
        ):
            refuse_failure(answer, shown)
            return read_answer(answer, shown, terms.limit)
    except NotPublic as error:
        hint = "name --allow-private when you mean it"
        raise Refused(shown, "leads to an address that is not public", hint) from error
    except (httpx.UnsupportedProtocol, httpcore.UnsupportedProtocol) as error:
        raise Refused(shown, "leads to something that is neither http nor https") from error
    except httpx.TooManyRedirects as error:
        raise Refused(shown, f"is sent on more than {MOST_REDIRECTS} times") from error
    except (httpx.TimeoutException, httpcore.TimeoutException) as error:
        reason = f"took longer than the {terms.seconds:g} seconds a fetch may take"
        raise Refused(shown, reason, "save the page as .html and import the file") from error
    except (*_FAILURES, UnicodeError, ValueError) as error:
        raise Refused(shown, f"cannot be fetched: {reason_of(error)}", "is the address right?") from error


def conditions(known: tuple[str, str] | None) -> dict[str, str]:
    """The headers that ask for a page only when it is another than the one that is known."""
    etag, modified = known or ("", "")
    headers = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in headers.items() if value}


def refuse_failure(answer: httpx.Response, shown: str) -> None:
    """Raise `NotModified` or `Refused` for an answer that brings no page, in our words, not the server's."""
    if answer.status_code == HTTPStatus.NOT_MODIFIED:
        raise NotModified(shown, "has not changed since it was last fetched")
    if answer.status_code == HTTPStatus.OK:
        return
    try:
        phrase = HTTPStatus(answer.status_code).phrase.lower()
    except ValueError:
        phrase = "no page"
    hint = "log in with a browser and save the page" if answer.status_code in (401, 402, 403) else ""
    raise Refused(shown, f"the server answers {answer.status_code}, {phrase}", hint)


def read_answer(answer: httpx.Response, shown: str, limit: int) -> Answer:
    """The body within the limit, and what the server says of it."""
    declared = answer.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared[:20]) > limit:
        raise too_large(shown, limit, int(declared[:20]))
    data = b"".join(unpack(answer, shown, limit))
    kind, _, parameters = answer.headers.get("Content-Type", "").partition(";")
    charset = parameters.lower().partition("charset=")[2].strip(" \"'").partition(";")[0].strip(" \"'")
    return Answer(
        data=data,
        address=masked(str(answer.url)),
        media_type=kind.strip().lower()[:100],
        charset=charset[:40],
        etag=to_be_sent(answer.headers.get("ETag", "")),
        modified=to_be_sent(answer.headers.get("Last-Modified", "")),
    )


def to_be_sent(value: str) -> str:
    """What a server calls a version, as it can be sent back; empty for what no request may hold: it would make every
    later one fail."""
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST_NAME else ""


def unpack(answer: httpx.Response, shown: str, limit: int) -> Iterator[bytes]:
    """The body, unpacked a little at a time. Raises `Refused` as soon as it is more than the limit."""
    packing = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise Refused(shown, "is packed in a way that was not asked for")
    packed = packing not in ("identity", "")
    inflater, size = zlib.decompressobj(zlib.MAX_WBITS | 32), 0  # 32: gzip or zlib, told by the first bytes
    try:
        for chunk in answer.iter_raw(_CHUNK):
            waiting = chunk
            while waiting:
                part = inflater.decompress(waiting, _CHUNK) if packed else waiting
                waiting = inflater.unconsumed_tail if packed else b""
                size += len(part)
                if size > limit:
                    raise Refused(shown, f"is more than the {size_in_words(limit)} a document may have")
                yield part
    except zlib.error as error:
        raise Refused(shown, "is damaged: it cannot be unpacked") from error
    if packed and not inflater.eof and size:
        raise Refused(shown, "is damaged: it ends too soon")


def reason_of(error: Exception) -> str:
    """Why, in words of our own: those of a server or of the system may hold anything."""
    if isinstance(error, (httpx.ConnectError, httpcore.ConnectError)):
        return "no such host, or nobody answers"
    if isinstance(error, (httpx.InvalidURL, UnicodeError, ValueError)):
        return "this is no address"
    return "the connection broke off"
