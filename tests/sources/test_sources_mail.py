"""Mails: the part that is meant to be read, and who wrote it when about what."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from receiving import FERRY, good, receive, texts, written

from tuifact.errors import SourceError
from tuifact.model import Original


def mail(text: str = FERRY, page: str = "", **fields: str) -> EmailMessage:
    """A message."""
    message = EmailMessage()
    message["From"] = fields.get("sender", "Maren Holt <maren@ferry.example>")
    message["Subject"] = fields.get("subject", "Ferry fares: Überblick")
    message["Date"] = "Fri, 02 Apr 2021 10:00:00 +0200"
    if text:
        message.set_content(text)
    if page:
        message.add_alternative(page, subtype="html")
    return message


def test_a_mail_is_its_text_with_subject_sender_and_day(tmp_path: Path) -> None:
    (item,) = receive(written(tmp_path, "a.eml", mail(page="<p>The ferry</p>").as_bytes()))
    found = good(item)
    assert (found.given.text or "").strip() == FERRY
    assert (found.given.title, found.given.byline) == ("Ferry fares: Überblick", "Maren Holt")
    assert found.given.published == date(2021, 4, 2)
    assert found.data == mail(page="<p>The ferry</p>").as_bytes() or found.data.startswith(b"From: ")
    assert found.given.media_type == "text/plain"


def test_a_web_part_is_taken_when_the_plain_one_is_a_stub(tmp_path: Path) -> None:
    page = f"<html><body><p>{FERRY}</p><p>{FERRY}</p></body></html>"
    for text in ("", "See the web version."):
        (item,) = receive(written(tmp_path, "a.eml", mail(text, page).as_bytes()))
        assert good(item).given.media_type == "text/html"
        assert "4,711" in (good(item).given.text or "")


def test_attachments_are_left_alone(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment("not this", filename="a.txt")
    (text,) = texts(written(tmp_path, "a.eml", message.as_bytes()))
    assert text.strip() == FERRY
    only = EmailMessage()
    only["Subject"] = "Report"
    only.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    (text,) = texts(written(tmp_path, "b.eml", only.as_bytes()))
    assert "is a mail without text" in text


def test_lines_that_flow_are_joined(tmp_path: Path) -> None:
    data = b"Subject: x\nContent-Type: text/plain; format=flowed\n\nThe harbour \nreopened.\n\n-- \nAnn\n"
    assert texts(written(tmp_path, "a.eml", data)) == ["The harbour reopened.\n\n-- \nAnn\n"]


@pytest.mark.parametrize("charset", ["iso-8859-1", "no-such-charset", "utf-7", "us-ascii"])
def test_any_charset_gives_text(tmp_path: Path, charset: str) -> None:
    data = (
        f"Subject: =?{charset}?Q?caf=E9?=\nContent-Type: text/plain; charset={charset}\n\n".encode()
        + b"caf\xe9 au lait"
    )
    (text,) = texts(written(tmp_path, "a.eml", data))
    assert "au lait" in text
    assert text == "café au lait" or charset != "iso-8859-1"


def test_a_mailbox_is_cut_into_its_messages(tmp_path: Path) -> None:
    first, second = mail(subject="One").as_bytes(), mail("So\nFrom here on it rains.", subject="Two").as_bytes()
    box = b"From a Tue\n" + first + b"\nFrom b Wed\n" + second.replace(b"\nFrom here", b"\n>From here") + b"\n"
    items = [good(item) for item in receive(written(tmp_path, "a.mbox", box))]
    assert [item.given.title for item in items] == ["One", "Two"]
    assert items[0].data == first
    assert (items[1].given.text or "").splitlines()[1] == "From here on it rains."
    assert items[1].source.endswith("a.mbox#2")


def test_a_bad_message_does_not_stop_the_others(tmp_path: Path) -> None:
    box = b"From a\nSubject: x\n\n\nFrom b\nSubject: y\n\n" + b"long " * 300 + b"\n\nFrom c\nSubject: z\n\ntext\n"
    path = written(tmp_path, "a.mbox", box)
    assert texts(path, limit=500) == [
        f"! {path}#1: is a mail without text",
        f"! {path}#2: more than the 500 bytes a document may have",
        "text\n",
    ]
    assert "holds no message" in texts(written(tmp_path, "b.mbox", b"nothing"))[0]


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    part = b"Content-Type: message/rfc822\n\n" * 3000 + b"text"
    (item,) = receive(written(tmp_path, "a.eml", part))
    assert isinstance(item, Original | SourceError)


def test_endless_fields_take_no_time_to_speak_of(tmp_path: Path) -> None:
    data = b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\ntext\n"
    assert texts(written(tmp_path, "a.eml", data)) == ["text\n"]


HEADS = st.sampled_from(
    [b"Subject", b"From", b"Date", b"Content-Type", b"Content-Transfer-Encoding", b"Content-Disposition", b"To"]
)
VALUES = st.binary(max_size=40) | st.sampled_from(
    [
        b"multipart/mixed; boundary=x",
        b"text/html; charset=\xff",
        b"base64",
        b"=?utf-8?B?####?=",
        b"=?x?Q?=ZZ?=",
        b"x-uuencode",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    heads=st.lists(st.tuples(HEADS, VALUES), max_size=5),
    body=st.binary(max_size=100) | st.just(b"--x\n\n--x\nA: b\n\nc\n"),
)
def test_hostile_mails_are_only_ever_refused(tmp_path: Path, heads: list[tuple[bytes, bytes]], body: bytes) -> None:
    data = b"".join(name + b": " + value + b"\n" for name, value in heads) + b"\n" + body
    for name, whole in (("a.eml", data), ("a.mbox", b"From x\n" + data)):
        for item in receive(written(tmp_path, name, whole)):
            assert isinstance(item, Original | SourceError)
