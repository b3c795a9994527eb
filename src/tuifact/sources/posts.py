"""Archives of social posts in JSON, and the JSON that embeds one: each post an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tuifact.model.original import Given, Original
from tuifact.sources.decoding import characters
from tuifact.sources.facts import make_given, one_line
from tuifact.sources.files import read_whole
from tuifact.sources.forms import JSON, POST
from tuifact.sources.interface import Received, Refused, Stream, Terms
from tuifact.sources.rows import choose_columns, given_by, with_parameter

_ASSIGNED = re.compile(r"\s*(?:window\.)?YTD\.\w+\.part\d+\s*=\s*")
_SPACE = re.compile(r"[\s,]*")
_LISTS = ("orderedItems", "data", "posts", "tweets", "statuses", "items")
_TEXTS = ("full_text", "text", "content", "contentHtml", "html")
_WEB = ("content", "contentHtml", "html")
"""Fields that hold HTML: what Mastodon and oEmbed call the words of a post."""

_DAYS = ("created_at", "published", "createdAt", "date", "datePublished")
_DEEPEST = 6
"""Objects inside each other in which the words of a post are looked for (`{"tweet": {"legacy": {…}}}`)."""


def cut_entries(file: Stream, source: str, terms: Terms) -> Iterator[Received]:
    """Each post as an original, known by its number (`tweets.js#12`): the characters of its own object.

    Rows of a corpus in one JSON list are taken too. Raises `Refused` for what is no JSON.
    """
    text, codec = characters(read_whole(file, source, terms.limit), terms.encoding)
    columns = choose_columns(terms.columns)
    told = {"text": terms.columns["text"]} if "text" in terms.columns else {}
    number = 0
    for number, (entry, start, end) in enumerate(find_objects(text, source), 1):
        place = f"{source}#{number}"
        data = text[start:end].encode("utf-8", "surrogatepass")
        row = given_by(entry, columns) if isinstance(entry, dict) and (told or has_row(entry)) else None
        given = row or read_post(entry)
        if given is None:
            yield Refused(place, "holds no words of a post")
        else:
            media_type = with_parameter(JSON, **told) if row else POST
            yield terms.original(data, place, media_type, given, "utf-8")
    if not number:
        raise Refused(source, f"holds no post (read as {codec})")


def has_row(entry: Mapping[str, object]) -> bool:
    """Whether an object is a row of a corpus rather than a post: it has a text and a title."""
    return bool(entry.get("text")) and "title" in entry


def find_objects(text: str, source: str) -> Iterator[tuple[object, int, int]]:
    """The posts of an archive with their places (first character, the one after the last): the elements of its list."""
    decoder = json.JSONDecoder()
    try:
        at = start_of_list(text, decoder)
        if at is None:
            at = _start(text)  # one object, or one after the other
        while at < len(text) and text[at] != "]":
            value, end = decoder.raw_decode(text, at)
            yield value, at, end
            at = _after_space(text, end)
    except (ValueError, RecursionError) as error:
        raise Refused(source, "is no readable JSON") from error


def start_of_list(text: str, decoder: json.JSONDecoder) -> int | None:
    """Where the first element of the list of posts stands; None when the whole is one object."""
    at = _start(text)
    if text[at : at + 1] == "[":
        return _after_space(text, at + 1)
    value, _ = decoder.raw_decode(text, at)
    if not isinstance(value, dict):
        return None
    for name in _LISTS:
        if isinstance(value.get(name), list) and (match := re.search(rf'"{name}"\s*:\s*\[', text)):
            return _after_space(text, match.end())
    return None


def _start(text: str) -> int:
    match = _ASSIGNED.match(text)
    return match.end() if match else _after_space(text, 1 if text[:1] == "\ufeff" else 0)


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def read_post(entry: object) -> Given | None:
    """The words of a post, with the line that names its author where the archive does; None when there are none."""
    for values in nested(entry):
        name = next((name for name in _TEXTS if isinstance(values.get(name), str) and values[name].strip()), None)
        if name is None:
            continue
        author, handle = read_author(values)
        day = next((value for field in _DAYS if (value := values.get(field))), None)
        facts = make_given(
            None, byline=author or handle, published=day, url=values.get("url"), language=values.get("lang")
        )
        words, web = values[name].strip(), name in _WEB and "<" in values[name]
        return replace(facts, text=words if web else words + sign(author, handle, facts), media_type=_type(web))
    return None


def sign(author: str, handle: str, facts: Given) -> str:
    """The line under a post: `— Noor Dahri (@dahrinoor2) December 13, 2020`; nothing when nobody is named."""
    if not handle:
        return ""
    day = f" {facts.published:%B} {facts.published.day}, {facts.published.year}" if facts.published else ""
    return f"\n— {author or handle} (@{handle}){day}"


def read_author(values: Mapping[str, Any]) -> tuple[str, str]:
    """Name and handle, without its `@`."""
    author = values.get("user") or values.get("account") or values.get("author") or values.get("author_name")
    if not isinstance(author, Mapping):
        return one_line(author), ""
    name = author.get("name") or author.get("display_name") or author.get("displayName")
    handle = author.get("screen_name") or author.get("username") or author.get("handle") or author.get("acct")
    return one_line(name), re.sub(r"[^\w.]", "", one_line(handle).lstrip("@"))[:30]


def nested(entry: object) -> Iterator[Mapping[str, Any]]:
    """An object and those inside it, outermost first."""
    level = [entry]
    for _ in range(_DEEPEST):
        objects = [value for value in level if isinstance(value, dict)]
        yield from objects
        level = [value for values in objects for value in values.values()]


def _type(web: bool) -> str:
    return "text/html" if web else "text/plain"


def unfold_text(original: Original, parameters: Mapping[str, str], limit: int) -> Original:
    """The words of a post that was kept."""
    try:
        given = read_post(json.loads(original.data))
    except (ValueError, RecursionError) as error:
        raise Refused(original.source, "is no readable JSON") from error
    if given is None:
        raise Refused(original.source, "holds no words of a post")
    return replace(original, given=given, encoding="utf-8")
