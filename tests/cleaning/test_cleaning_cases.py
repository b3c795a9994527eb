"""The case collection: for each convention what must change, what must not, and what is known to fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tuifact.cleaning import clean

FOLDER = Path(__file__).parent / "cases"
CONVENTIONS = sorted(path.stem for path in FOLDER.glob("*.json"))


def read(convention: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{convention}.json").read_text(encoding="utf-8"))
    return found


def cases(kind: str) -> Iterator[Any]:
    """Convention, media type and case, named by its number."""
    for convention in CONVENTIONS:
        content = read(convention)
        for number, case in enumerate(content[kind]):
            yield pytest.param(content.get("media_type", "text/plain"), case, id=f"{convention}-{number}")


@pytest.mark.parametrize(("media_type", "case"), cases("must_change"))
def test_damage_is_repaired(media_type: str, case: dict[str, str]) -> None:
    assert clean(case["damaged"], media_type).text == case["clean"]


@pytest.mark.parametrize(("media_type", "case"), cases("must_change"))
def test_what_was_repaired_stays_as_it_is(media_type: str, case: dict[str, str]) -> None:
    assert clean(case["clean"]).text == case["clean"]


@pytest.mark.parametrize(("media_type", "case"), cases("must_not_change"))
def test_what_is_not_damaged_stays_as_it_is(media_type: str, case: str) -> None:
    assert clean(case, media_type).text == case


@pytest.mark.parametrize(("media_type", "case"), cases("known_failures"))
@pytest.mark.xfail(strict=True, reason="the text does not tell, see the reason in the case")
def test_what_the_text_does_not_tell(media_type: str, case: dict[str, str]) -> None:
    assert clean(case["damaged"], media_type).text == case["clean"]


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_each_convention_says_what_it_is_about(convention: str) -> None:
    content = read(convention)
    assert content["about"]
    assert content["must_change"] or content["must_not_change"]
