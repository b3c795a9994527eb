"""Blocks as a PDF, set by Typst. Words go to it as data and are never read as its markup."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from tuifact.reports.office.blocks import Block, clean

EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The time of a document without a day."""


def write_pdf(title: str, day: str, blocks: Sequence[Block]) -> bytes:
    """The document; `day` stands as the time it was made.

    The fonts that come with Typst are used, and those of the machine only for characters they lack.
    """
    anchors = {block.anchor for block in blocks if block.anchor}
    report = {"title": clean(" ".join(title.split())), "blocks": [_record(block, anchors) for block in blocks]}
    when = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else EPOCH
    made = typst.compile(
        Path(__file__).with_name("report.typ").read_bytes(),
        format="pdf",
        sys_inputs={"report": json.dumps(report)},
        timestamp=when,
    )
    assert isinstance(made, bytes)
    return made


def _record(block: Block, anchors: set[str]) -> dict[str, Any]:
    """A block as Typst reads it; a link to what is not there is none."""
    record = asdict(block)
    for run in [*record["runs"], *(run for row in record["rows"] for cell in row for run in cell)]:
        if run["link"].startswith("#") and run["link"][1:] not in anchors:
            run["link"] = ""
    return record
