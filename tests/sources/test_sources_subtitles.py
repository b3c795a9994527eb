"""Transcripts become paragraphs that know when they were said."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from receiving import good, receive, texts, written

from tuifact.errors import SourceError
from tuifact.model import Original
from tuifact.sources import time_at

SRT = """1
00:00:01,000 --> 00:00:04,000
The ferry carried
<i>4,711 people</i> in March.

2
00:00:04,000 --> 00:00:06,500
Fares rose by 12 percent.

3
00:01:10,000 --> 00:01:12,000
The port disputes that.
"""
VTT = """WEBVTT - council

NOTE not to be
shown

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v.loud Maren Holt>We paid 5 million.</v>

00:04.000 --> 00:06.000
<v Maren Holt>It is a lot &amp; more.

00:06.000 --> 00:09.000
<v Ann Bell>It was <00:07.000>three.
"""


def test_cues_become_paragraphs_without_codes(tmp_path: Path) -> None:
    assert texts(written(tmp_path, "a.srt", SRT)) == [
        "The ferry carried 4,711 people in March. Fares rose by 12 percent.\n\nThe port disputes that."
    ]


def test_speakers_are_named_where_they_begin(tmp_path: Path) -> None:
    assert texts(written(tmp_path, "a.vtt", VTT)) == [
        "Maren Holt: We paid 5 million. It is a lot & more.\n\nAnn Bell: It was three."
    ]


def test_every_place_knows_its_second(tmp_path: Path) -> None:
    (item,) = receive(written(tmp_path, "a.srt", SRT))
    found = good(item)
    text = found.given.text or ""
    assert [time_at(found, text.index(word)) for word in ("The ferry", "people", "Fares", "12", "disputes")] == [
        1.0, 1.0, 4.0, 4.0, 70.0,
    ]  # fmt: skip
    assert time_at(Original(b"x"), 0) is None


def test_rolling_captions_say_each_line_once(tmp_path: Path) -> None:
    stamps = "00:00:0{0}.000 --> 00:00:0{1}.000\n"
    cues = ["the ferry", "the ferry carried", "the ferry carried", "4,711 people"]
    data = "WEBVTT\n\n" + "\n".join(stamps.format(n, n + 1) + cue + "\n" for n, cue in enumerate(cues))
    assert texts(written(tmp_path, "a.vtt", data)) == ["the ferry carried 4,711 people"]


def test_long_speech_is_cut_between_sentences(tmp_path: Path) -> None:
    cue = "This sentence has about fifty letters, more or less."
    data = "\n".join(f"{n}\n00:00:{n:02},000 --> 00:00:{n + 1:02},000\n{n} {cue}\n" for n in range(1, 40))
    (text,) = texts(written(tmp_path, "a.srt", data))
    assert text.count("\n\n") == 3
    assert all(part.endswith(".") for part in text.split("\n\n"))


def test_numbers_between_cues_that_touch_are_no_words(tmp_path: Path) -> None:
    data = "1\n00:00:01,000 --> 00:00:02,000\none\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n"
    assert texts(written(tmp_path, "a.srt", data)) == ["one two"]


def test_encodings_are_found(tmp_path: Path) -> None:
    line = "Pączki kosztują 5 złotych, a bułki są za darmo. "
    data = f"1\n00:00:01,000 --> 00:00:04,000\n{line * 5}\n"
    (item,) = receive(written(tmp_path, "a.srt", data.encode("cp1250")), encoding="cp1250")
    assert good(item).encoding == "cp1250"
    assert (good(item).given.text or "").startswith("Pączki kosztują")


def test_a_file_without_cues_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.vtt", "WEBVTT\n\nNOTE nothing")
    assert texts(path) == [f"! {path}: holds no cue with a time code and words"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text("0123:,.->\n <v/&;abé\x00", max_size=200)
    | st.lists(st.sampled_from(SRT.split("\n")), max_size=20).map("\n".join)
)
def test_hostile_transcripts_are_only_ever_refused(tmp_path: Path, text: str) -> None:
    for item in receive(written(tmp_path, "a.srt", text)):
        assert isinstance(item, Original | SourceError)
        if isinstance(item, Original):
            places = [place for place, _ in item.given.times]
            assert places == sorted(places)
            assert all(place < len(item.given.text or "") for place in places)
