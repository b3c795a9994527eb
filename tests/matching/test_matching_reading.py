"""Feeds of published checks: every form, the dirt seen in them, and files that are cut off or no feed at all."""

from __future__ import annotations

import gzip
import json
import tracemalloc
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuifact.errors import SourceError
from tuifact.matching import PublishedCheck, Rating, Skipped, rate, read_checks

REVIEW: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "Goats can smell rain.",
    "url": "https://checks.example/goats",
    "datePublished": "2021-03-04T10:00Z",
    "author": {"@type": "Organization", "name": "Barn Desk"},
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"name": "Jo Brzak"},
        "datePublished": "2021-03-01",
        "appearance": "https://one.example/1, https://two.example/2",
    },
}

WANTED = PublishedCheck(
    claim="Goats can smell rain.",
    verdict="False",
    rating=Rating.FALSE,
    publisher="Barn Desk",
    url="https://checks.example/goats",
    date=date(2021, 3, 4),
    said_by="Jo Brzak",
    said_on=date(2021, 3, 1),
    appearances=("https://one.example/1", "https://two.example/2"),
)

TEXT = json.dumps(REVIEW)
FORMS = {
    "object": TEXT,
    "list": f"[{TEXT}]",
    "lines": f"{TEXT}\n",
    "script blocks, one after the other": f"{TEXT}\n\n",
    "graph": json.dumps({"@graph": [REVIEW]}),
    "feed": json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]}),
    "page": f"<html><head><script type='application/ld+json'>{TEXT}</script></head></html>",
    "page, in a graph in a list": f'<p><SCRIPT type="application/ld+json">[{{"@graph":[{TEXT}]}}]</SCRIPT >',
    "page, wrapped": f'<script type="application/ld+json">//<![CDATA[\n{TEXT}\n//]]></script>',
    "page, not closed": f'<script type="application/ld+json">{TEXT}',
    "properties": json.dumps({"type": "http://schema.org/ClaimReview", "properties": REVIEW}),
    "BOM": "\ufeff" + TEXT,
}


def checks(source: bytes | str | Path) -> list[PublishedCheck | Skipped]:
    return list(read_checks(source.encode() if isinstance(source, str) else source))


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS.keys())
def test_every_form_gives_the_same_check(text: str, tmp_path: Path) -> None:
    packed = tmp_path / "feed.json.gz"
    packed.write_bytes(gzip.compress(text.encode()))
    assert checks(text) == [WANTED]
    assert checks(packed) == [WANTED]


def test_answers_of_a_claims_search() -> None:
    review = {
        "publisher": {"name": "Barn Desk", "site": "checks.example"},
        "url": "https://checks.example/goats",
        "title": "Can goats smell rain?",
        "reviewDate": "2021-03-04T00:00:00Z",
        "textualRating": "Misleading",
        "languageCode": "en",
    }
    answer = {"claims": [{"text": "Goats can smell rain.", "claimant": "Jo", "claimReview": [review, None]}]}
    found = checks(json.dumps(answer))
    assert found[1:] == [Skipped("empty entry", "entry 1")]
    check = found[0]
    assert isinstance(check, PublishedCheck)
    assert (check.verdict, check.rating, check.publisher) == ("Misleading", None, "Barn Desk")
    assert check.text == "Goats can smell rain.\nCan goats smell rain?"


def changed(**fields: object) -> str:
    return json.dumps(REVIEW | fields)


RATINGS: list[tuple[Any, str, Rating | None]] = [
    ({"alternateName": ["Pants on Fire!"], "ratingValue": "0"}, "Pants on Fire!", Rating.FALSE),
    ({"alternateName": {"@value": "Mostly&nbsp;true"}}, "Mostly true", Rating.MOSTLY_TRUE),
    ({"alternateName": "Satire", "ratingValue": 1, "bestRating": 5, "worstRating": 1}, "Satire", None),
    ({"ratingValue": "4", "bestRating": "5", "worstRating": "1"}, "", Rating.MOSTLY_TRUE),
    ([{"alternateName": "Half True", "bestRating": -1, "worstRating": -1}], "Half True", Rating.MIXED),
]


@pytest.mark.parametrize(("rating", "verdict", "step"), RATINGS)
def test_ratings_are_kept_as_written_and_ranked_where_certain(
    rating: object, verdict: str, step: Rating | None
) -> None:
    check = checks(changed(reviewRating=rating))[0]
    assert isinstance(check, PublishedCheck)
    assert (check.verdict, check.rating) == (verdict, step)


SKIPPED = [
    (changed(claimReviewed=None, itemReviewed=None), "no claim in it"),
    (changed(reviewRating={"ratingValue": 3, "bestRating": -1, "worstRating": -1}), "no verdict in it"),
    (changed(reviewRating={"ratingValue": 9, "bestRating": 5, "worstRating": 1}), "no verdict in it"),
    (changed(url="javascript:alert(1)", author=None), "neither page nor publisher"),
    ('{"@type": "Recipe"}', "no ClaimReview in it"),
    ("[null]", "empty entry"),
    ('<script type="application/ld+json">{oops}</script>', "not readable as JSON"),
]


@pytest.mark.parametrize(("text", "reason"), SKIPPED)
def test_what_cannot_be_taken_is_named(text: str, reason: str) -> None:
    assert checks(text) == [Skipped(reason, "entry 1")]


def test_a_feed_cut_off_gives_what_was_whole(tmp_path: Path) -> None:
    feed = json.dumps({"dataFeedElement": [{"item": [REVIEW]}, {"item": None}, {"item": [REVIEW]}]})
    found = checks(feed[:-80])
    assert found == [
        WANTED,
        Skipped("no ClaimReview in it", "entry 2"),
        Skipped("the file ends in the middle of it", "entry 3"),
    ]
    lines = "\n".join(json.dumps(REVIEW | {"headline": f"{number} {number**9}"}) for number in range(500))
    packed = tmp_path / "cut.gz"
    packed.write_bytes(gzip.compress(lines.encode())[:-3000])
    entries = checks(packed)
    assert sum(isinstance(entry, PublishedCheck) for entry in entries) > 100
    assert isinstance(entries[-1], Skipped)


def test_a_broken_line_costs_only_itself() -> None:
    assert checks(f"{TEXT}\n{{broken, 1\n{TEXT}") == [WANTED, Skipped("not readable as JSON", "entry 2"), WANTED]


def test_a_feed_of_nulls_is_counted_not_kept() -> None:
    entries = checks("[" + "null," * 5000 + TEXT + ",null, null,\nnull,null]")
    assert entries == [
        Skipped("empty entry", "entry 1", 5000),
        WANTED,
        Skipped("empty entry", "entry 5002", 3),
        Skipped("empty entry", "entry 5005"),
    ]


ONE = TEXT.replace("\n", " ").encode()
MANY = ONE + b"," + ONE + b"," + ONE + b"," + b" " * 5000
"""Longer than what is looked at to tell what a file is."""


@pytest.mark.parametrize(
    ("filling", "counted"),
    [
        (b"null," * 10_000, {"empty entry": 7_000_000}),
        (b"null\n" * 10_000, {"empty entry": 7_000_000}),
        (b"\0" * 50_000, {"not readable as JSON": 1}),
        (b"7" * 50_000, {"no ClaimReview in it": 535}),
        (b"-" * 50_000, {"not readable as JSON": 1}),
        (b" \n," * 20_000, {}),
    ],
    ids=["nulls", "lines of nulls", "zero bytes", "digits", "signs", "nothing"],
)
def test_megabytes_of_nothing_are_passed_over_in_little_memory(
    filling: bytes, counted: dict[str, int], tmp_path: Path
) -> None:
    with gzip.open(tmp_path / "feed.json.gz", "wb", compresslevel=1) as file:
        file.write(b"[" + MANY)
        for _ in range(700):
            file.write(filling)
        file.write(b"\n" + ONE + b"]")
    tracemalloc.start()
    entries = list(read_checks(tmp_path / "feed.json.gz"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    skipped: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Skipped):
            skipped[entry.reason] += entry.count
    assert skipped == counted
    assert [entry for entry in entries if isinstance(entry, PublishedCheck)] == [WANTED] * 4
    assert peak < 15_000_000


def test_each_unreadable_line_of_a_long_file_is_counted() -> None:
    entries = checks("[" + ONE.decode() + ",\n" + "{oops\n" * 50_000 + ONE.decode() + "]")
    assert len(entries) == 50_002
    assert entries[0] == entries[-1] == WANTED


HOSTILE = "\x1b[2J\u202eevil\nline & #27; &lt;b&gt;bold&lt;/b&gt;"


def test_hostile_text_is_harmless_in_every_field() -> None:
    review = json.loads(TEXT, object_hook=lambda part: {key: _made_hostile(key, value) for key, value in part.items()})
    check = checks(json.dumps(review | {"@type": "ClaimReview"}))[0]
    assert isinstance(check, PublishedCheck)
    for text in (check.claim, check.verdict, check.publisher, check.said_by, check.url, *check.appearances):
        assert not set(text) & set("\x1b\n\u202e")


def _made_hostile(key: str, value: object) -> object:
    return f"{value} {HOSTILE}" if isinstance(value, str) and not key.startswith("@") else value


@pytest.mark.parametrize("data", [b"", b"  \n", b"\0" * 5000, b"hello", b"%PDF-1.7", b"<html></html>"])
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError):
        checks(data)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.json"):
        checks(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("label", "rating"),
    [
        ("FALSE", Rating.FALSE),
        ("Falso.", Rating.FALSE),
        ("mostly-true", Rating.MOSTLY_TRUE),
        ("Half True", Rating.MIXED),
        ("Three Pinocchios", Rating.MOSTLY_FALSE),
        ("Correct Attribution", Rating.TRUE),
        ("Misleading", None),
        ("Missing context", None),
        ("not false", None),
        ("", None),
    ],
)
def test_labels_are_ranked_only_where_certain(label: str, rating: Rating | None) -> None:
    assert rate(label) is rating


def test_ratings_have_words() -> None:
    assert [rating.words for rating in Rating] == ["false", "mostly false", "mixed", "mostly true", "true"]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*REVIEW, "properties", "name", "claims", "claimReview", "text"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(JSON)
def test_any_json_in_a_feed_is_read_or_skipped(value: object) -> None:
    entries = checks(json.dumps([value, REVIEW]))
    assert entries[-1] == WANTED


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        entries = checks(b"[" + data)
    except SourceError:
        return
    assert all(isinstance(entry, PublishedCheck | Skipped) for entry in entries)
