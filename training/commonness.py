"""Count how common words are: in how many sentences of a collection each stands, for libraries too small to tell.

    python training/commonness.py claimbuster_train.tsv           # writes the table into the package
    python training/commonness.py claimbuster_train.tsv --check   # exit status 1 when the package has another

The sentences are those of the crowd-sourced part of ClaimBuster (Fatma Arslan, Naeemul Hassan, Chengkai Li and Mark
Tremayne; DOI 10.5281/zenodo.3609356 and 10.5281/zenodo.3836810); their labels are not looked at.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from tuifact.matching.commonness import COMMONNESS, COUNTED_AMONG
from tuifact.matching.shelf import stems

FEWEST = 10
"""Sentences a word stands in; rarer ones are as rare as one that is not in the table."""

HEAD = (
    f"# Stems and in how many of {COUNTED_AMONG} sentences each stands. Made by training/commonness.py\n"
    "# from ClaimBuster (Fatma Arslan, Naeemul Hassan, Chengkai Li and Mark Tremayne;\n"
    "# DOI 10.5281/zenodo.3609356 and 10.5281/zenodo.3836810).\n"
)


def table(sentences: list[str]) -> str:
    """The file: a line for each stem, in the order of the stems."""
    counts = Counter(stem for sentence in sentences for stem in set(stems(sentence)))
    scaled = {stem: round(count * COUNTED_AMONG / len(sentences)) for stem, count in counts.items() if count >= FEWEST}
    return HEAD + "".join(f"{stem} {count}\n" for stem, count in sorted(scaled.items()) if stem.isalpha())


def main() -> int:
    """Write the table, or compare it with that of the package."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sentences", type=Path, help="the ClaimBuster file")
    parser.add_argument("--check", action="store_true", help="only compare with the table in the package")
    given = parser.parse_args()
    with given.sentences.open(encoding="utf-8", newline="") as file:
        made = table([row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)])
    if given.check:
        same = COMMONNESS.read_text(encoding="ascii") == made
        print("the same" if same else "another table")
        return int(not same)
    COMMONNESS.write_text(made, encoding="ascii")
    return 0


if __name__ == "__main__":
    sys.exit(main())
