"""The sample articles come out clean, so that the demo shows what the program can do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tuifact.cleaning import clean
from tuifact.model import Article, Original
from tuifact.paths import bundled
from tuifact.sources import open_sources

SAMPLES = sorted(path for path in bundled("sample_data").iterdir() if path.is_file() and path.name != "README.md")


def received(path: Path) -> Original:
    """The sample as a person would import it."""
    (original,) = open_sources([str(path)])
    assert isinstance(original, Original)
    return original


def cleaned(name: str) -> Article:
    """The sample whose file name begins like this."""
    (path,) = [sample for sample in SAMPLES if sample.name.startswith(name)]
    return clean(received(path))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample_comes_out_clean(path: Path) -> None:
    expected = (path.parent / "expected" / f"{path.stem}.txt").read_text(encoding="utf-8")
    assert clean(received(path)).text + "\n" == expected


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample_has_a_title(path: Path) -> None:
    article = clean(received(path))
    assert article.title
    assert article.paragraphs[0].kind == "heading"


def test_every_expected_text_has_its_sample() -> None:
    expected = {path.stem for path in (bundled("sample_data") / "expected").iterdir()}
    assert expected == {path.stem for path in SAMPLES}
    assert len(SAMPLES) >= 5


def test_the_posts_of_the_showpiece_are_recognised() -> None:
    posts = list(dict.fromkeys(p.post for p in cleaned("01").paragraphs if p.post))
    assert [(post.author, post.handle, post.published) for post in posts] == [
        ("Tomas Lindqvist", "@mayorlindqvist", date(2024, 1, 17)),
        ("Callow Courier", "@CourierDesk", date(2024, 1, 9)),
    ]


def test_the_page_tells_its_author_and_day() -> None:
    page = cleaned("03")
    assert (page.byline, page.published) == ("Hanneke Doyle", date(2023, 10, 14))
    assert {"list", "post", "heading", "prose"} == {paragraph.kind for paragraph in page.paragraphs}


def test_clean_text_stays_as_it_is() -> None:
    sample = next(path for path in SAMPLES if path.name.startswith("04"))
    assert clean(received(sample)).text == sample.read_text(encoding="utf-8").removesuffix("\n")
