"""What a text says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from tuifact.cleaning import clean

BODY = "\n\nThe ferry sank on Monday, the police of the harbour said, and nobody was hurt on either of the two shores."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Ferry sinks in harbour", "Ferry sinks in harbour"),
        ("Why did the ferry sink?", ""),
        ("the ferry sank", "the ferry sank"),
        ("He said so.", ""),
    ],
)
def test_a_title_is_a_short_line_without_an_end_over_the_text(head: str, title: str) -> None:
    article = clean(head + BODY)
    assert article.title == title
    assert article.paragraphs[0].text == head
    assert article.paragraphs[0].kind == ("heading" if title else "prose")


@pytest.mark.parametrize("text", ["A lone line", "The ferry sank on Monday.", ""])
def test_a_lone_sentence_is_no_title(text: str) -> None:
    assert clean(text).title == ""


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ida Holm", "Ida Holm"),
        ("by Ida Holm", "Ida Holm"),
        ("By Ida Holm and Jo van Berg", "Ida Holm and Jo van Berg"),
        ("By Ida Holm, harbour correspondent", "Ida Holm"),
        ("By Ida Holm | Agency", "Ida Holm"),
        ("by ida holm", "ida holm"),
        ("By the harbour stood a crane.", ""),
        ("By noon", ""),
    ],
)
def test_a_byline_names_its_author(line: str, byline: str) -> None:
    assert clean(f"Ferry sinks\n\n{line}{BODY}").byline == byline


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("HARBOUR CITY (Agency) - ", "HARBOUR CITY (Agency)"),
        ("HARBOUR CITY, Norland -- ", "HARBOUR CITY, Norland"),
        ("HARBOUR CITY, May 4 (Agency) — ", "HARBOUR CITY, May 4 (Agency)"),
        ("Harbour City, Norland (Agency) – ", "Harbour City, Norland (Agency)"),
        ("(Agency) -- ", "(Agency)"),
        ("harbour city (agency) -- ", "harbour city (agency)"),
        ("A ferry (built in 1880) - ", ""),
        ("Well-known as it was, ", ""),
    ],
)
def test_a_dateline_stands_before_a_dash(start: str, dateline: str) -> None:
    article = clean(f"{start}the ferry sank on Monday, police said.")
    assert article.dateline == dateline
    assert article.text.startswith(dateline)


def test_a_dateline_is_found_in_what_was_mangled() -> None:
    assert clean("HARBOUR CITY , Norland ( Agency ) -- The ferry sank .").dateline == "HARBOUR CITY, Norland (Agency)"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 4, 2021", date(2021, 5, 4)),
        ("Published: 4 May 2021", date(2021, 5, 4)),
        ("Updated on Tuesday, May 4, 2021 10:00", date(2021, 5, 4)),
        ("2021-05-04", date(2021, 5, 4)),
        ("PUBLISHED: 07:29 EST, 27 December 2012 | UPDATED: 08:34 EST, 28 December 2012", date(2012, 12, 27)),
        ("February 30, 2021", None),
        ("In 2021", None),
    ],
)
def test_the_day_is_read_from_a_line_of_its_own(line: str, day: date | None) -> None:
    assert clean(f"Ferry sinks\n\n{line}{BODY}").published == day


def test_a_mail_tells_title_author_and_day() -> None:
    article = clean(
        'From: "Ida Holm" <ida@example.org>\nSubject: Fares\nDate: Tue, 4 May 2021 10:00:00 +0100\n\nThe fares rose.'
    )
    assert (article.title, article.byline, article.published) == ("Fares", "Ida Holm", date(2021, 5, 4))
    assert article.text == "The fares rose."


def test_front_matter_tells_title_author_and_day() -> None:
    article = clean("---\ntitle: Fares\nauthor: Ida Holm\ndate: 2021-05-04\n---\n\nThey rose.", "text/markdown")
    assert (article.title, article.byline, article.published) == ("Fares", "Ida Holm", date(2021, 5, 4))


def test_a_page_tells_title_author_and_day() -> None:
    article = clean(
        '<html><head><title>Fares &amp; more</title><meta name="author" content="Ida Holm">'
        '<meta property="article:published_time" content="2021-05-04T10:00:00Z"></head><body><p>They rose.</p>',
        "text/html",
    )
    assert (article.title, article.byline, article.published) == ("Fares & more", "Ida Holm", date(2021, 5, 4))


def test_a_title_from_a_head_cannot_command_a_terminal() -> None:
    assert "\x1b" not in clean("<title>A &#27;[31m</title><p>Text.</p>", "text/html").title


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry sank on Monday, and it was the first of the two that the city had bought for the port.", "en"),
        ("Die Fähre sank am Montag, und das war die erste, die für den Hafen der Stadt nicht mehr fuhr.", "de"),
        ("Le ferry a coulé lundi, et il est le premier des deux que la ville a pour le port qui est sur la mer.", "fr"),
        ("El barco se hundió el lunes, y es el primero de los dos que la ciudad tiene para el puerto.", "es"),
        ("Паром затонул в понедельник, и это был не первый из них, как он и сказал.", "ru"),
        ("4,711", ""),
        ("", ""),
    ],
)
def test_the_language_is_told_by_common_words(text: str, language: str) -> None:
    assert clean(text).language == language
