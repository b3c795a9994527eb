"""The checksum of every line: what was changed by one bit, or cut, is never taken for what was written."""

from __future__ import annotations

import doctest
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from library_stock import flipped

from tuifact.library.store import seal as module
from tuifact.library.store.seal import Damaged, is_sealed, seal, unseal

texts = st.text(st.characters(codec="utf-8"), max_size=20)
records = st.dictionaries(texts, texts | st.integers(-(2**53), 2**53) | st.booleans() | st.none(), min_size=1)


def test_the_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0


@settings(max_examples=40, deadline=None)
@given(records)
def test_a_record_comes_back_as_one_line_of_json(record: dict[str, object]) -> None:
    record.pop("sum", None)
    record["by"] = "ana"
    line = seal(record)
    assert b"\n" not in line
    found = unseal(line)
    assert json.loads(line) == found
    found.pop("sum")
    assert found == record


@settings(max_examples=40, deadline=None)
@given(records, st.integers(0), st.integers(0, 7))
def test_one_changed_bit_or_a_cut_is_noticed(record: dict[str, object], place: int, bit: int) -> None:
    line = seal(record)
    place %= len(line)
    for damaged in (flipped(line, place, bit), line[:place], line + b"\0"):
        assert not is_sealed(damaged)
        with pytest.raises(Damaged):
            unseal(damaged)
