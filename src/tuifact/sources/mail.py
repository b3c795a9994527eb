"""Mail: the readable part of a message, its subject, sender and day."""

from __future__ import annotations

import re
from binascii import Error as Base64Error
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from tuifact.encodings import text_codec
from tuifact.model.original import Original
from tuifact.sources.decoding import characters
from tuifact.sources.facts import make_given
from tuifact.sources.interface import Refused

_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_FOLDED = re.compile(r"\r?\n[ \t]")
_TAGS = re.compile(r"<[^<>]{0,2000}>")
_LONGEST = 10_000
"""Characters of a field that are read: the decoding of encoded words takes time by the square of their number."""

_STUB = 5
"""A plain part with less than one in this many of the words of the web part only says that there is one."""


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The text of a message: its plain part, or the web part where there is no plain one or only a stub."""
    data = original.data
    if parameters.get("from") == "quoted":  # a mailbox marks lines that would begin a message
        data = _QUOTED_FROM.sub(rb"\1", data)
    try:
        message = message_from_bytes(data)
        parts = dict(reversed([(part.get_content_type(), part) for part in readable_parts(message)]))
    except (RecursionError, MessageError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise Refused(original.source, "is no readable mail", "save it as .txt") from error
    plain, codec = read_part(parts.get("text/plain"))
    page, page_codec = read_part(parts.get("text/html"))
    if is_stub(plain, page):
        plain, codec = page, page_codec
    if not plain.strip():
        raise Refused(original.source, "is a mail without text", "are its attachments meant? save and import them")
    given = make_given(
        plain,
        "text/html" if plain is page else "text/plain",
        title=read_header(message, "Subject"),
        byline=sender(message),
        published=read_header(message, "Date"),
        language=read_header(message, "Content-Language"),
    )
    return replace(original, given=given, encoding=codec)


def readable_parts(message: Message) -> Iterator[Message]:
    """The parts of a message that are meant to be read on the spot."""
    for part in message.walk():
        if not part.is_multipart() and part.get_content_maintype() == "text" and not is_attached(part):
            yield part


def is_attached(part: Message) -> bool:
    """Whether the part is a file that came along."""
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def read_part(part: Message | None) -> tuple[str, str]:
    """The characters of a part and their encoding; lines that flow (RFC 3676) are joined."""
    if part is None:
        return "", ""
    try:
        data = part.get_payload(decode=True)
        charset = text_codec(str(part.get_content_charset() or ""))
    except (ValueError, LookupError, TypeError, MessageError, Base64Error):
        return "", ""
    if not isinstance(data, bytes):
        return "", ""
    if charset and charset != "ascii":
        text, codec = data.decode(charset, "replace"), charset
    else:
        text, codec = characters(data)
    text = text.replace("\r\n", "\n")
    flows = "flowed" in str(part.get("Content-Type", "")).lower()
    return (join_flowed(text) if flows else text), codec


def join_flowed(text: str) -> str:
    """Lines that end in a space go on in the next one.

    >>> join_flowed("The harbour \\nreopened.\\n-- \\nAnn")
    'The harbour reopened.\\n-- \\nAnn'
    """
    return re.sub(r"(?<!^--)(?<!\n--) \n(?!\n)", " ", text)


def is_stub(plain: str, page: str) -> bool:
    """Whether the plain part is no match for the web part."""
    return len(plain.split()) * _STUB < len(_TAGS.sub(" ", page).split())


def read_header(message: Message, name: str) -> str:
    """A field of the head, its encoded words read; as it stands when they cannot be."""
    value = _FOLDED.sub(" ", str(message.get(name, ""))[:_LONGEST])
    try:
        return str(make_header(decode_header(value)))
    except (ValueError, LookupError, TypeError, MessageError, Base64Error):
        return value


def sender(message: Message) -> str:
    """Who wrote it: the name, else the address."""
    name, address = parseaddr(read_header(message, "From"))
    return name or address
