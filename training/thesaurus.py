"""Make the thesaurus that ranks earlier claims: which words are near in meaning, and how near.

    python training/thesaurus.py FOLDER           # writes src/tuifact/matching/thesaurus.txt
    python training/thesaurus.py FOLDER --check   # compares with it; exit status 1 when they differ

FOLDER holds a sentence encoder as the extra `encoder` takes it (`model.onnx`, `tokenizer.json`). What is there was
made with all-MiniLM-L6-v2 of sentence-transformers (Reimers and Gurevych, Apache License 2.0). Each whole word of its
vocabulary is encoded by itself; words of one stem are averaged, the directions turned so that what all words share is
taken away, and each stem keeps its nearest. No text and no label goes in.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tuifact.matching import load_encoder
from tuifact.matching.encoder import TOKENS
from tuifact.matching.shelf import stem
from tuifact.matching.thesaurus import THESAURUS
from tuifact.matching.wording import forms

DIRECTIONS = 256
"""Of the 384 an encoder of this size has, those along which words differ most."""
NEAREST = 15
"""Neighbours of a stem that are kept."""
NEAR = 0.5
"""Cosine from which two stems are neighbours; below it they share a topic at most."""
BATCH = 256

HEAD = """\
# Stems with those near in meaning and how near: a cosine in hundredths. Made by training/thesaurus.py.
# From all-MiniLM-L6-v2 (Nils Reimers and Iryna Gurevych, sentence-transformers), Apache License 2.0:
# (thesaurus.LICENSE). Changed: single words of its vocabulary encoded, the nearest kept.
"""


def vocabulary(folder: Path) -> dict[str, list[str]]:
    """The whole words the encoder knows, by the stem they are indexed under."""
    known = json.loads((folder / TOKENS).read_text(encoding="utf-8"))["model"]["vocab"]
    words: defaultdict[str, list[str]] = defaultdict(list)
    for word in known:
        if word.isascii() and word.isalpha() and word.islower() and len(word) > 1:
            for form in forms(word):
                words[stem(form)].append(word)
    return {stem: words[stem] for stem in sorted(words) if stem.isalpha()}


def directions(folder: Path, words: Sequence[Sequence[str]]) -> Any:  # noqa: ANN401 - a matrix of numpy
    """A unit vector for each group of words."""
    numpy = import_module("numpy")
    encoder = load_encoder(folder)
    flat = [word for group in words for word in group]
    vectors = numpy.concatenate(
        [numpy.array(encoder.encode(flat[place : place + BATCH])) for place in range(0, len(flat), BATCH)]
    )
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True)
    vectors -= vectors.mean(0)
    axes = numpy.linalg.eigh(vectors.T @ vectors)[1][:, ::-1][:, :DIRECTIONS]
    starts = numpy.cumsum([0, *map(len, words[:-1])])
    grouped = numpy.add.reduceat(vectors @ axes, starts)
    return grouped / numpy.linalg.norm(grouped, axis=1, keepdims=True)


def neighbours(stems: Sequence[str], vectors: Any) -> list[str]:  # noqa: ANN401
    """A line for each stem that has any: `tax revenu54 taxat84`."""
    numpy = import_module("numpy")
    lines: list[str] = []
    for start in range(0, len(stems), BATCH):
        near = numpy.rint(100 * (vectors[start : start + BATCH] @ vectors.T)).astype(int)
        for place, row in enumerate(near, start):
            best = sorted((-int(row[other]), int(other)) for other in numpy.flatnonzero(row >= round(100 * NEAR)))
            kept = [other for _, other in best if other != place][:NEAREST]
            if kept:
                lines.append(" ".join([stems[place], *(f"{stems[other]}{min(row[other], 99)}" for other in kept)]))
    return lines


def main() -> int:
    """Write the thesaurus, or compare with the one that is there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the sentence encoder")
    parser.add_argument("--check", action="store_true", help="only compare with the thesaurus in the package")
    given = parser.parse_args()
    words = vocabulary(given.folder)
    made = HEAD + "\n".join(neighbours(list(words), directions(given.folder, list(words.values())))) + "\n"
    if given.check:
        same = THESAURUS.read_text(encoding="utf-8") == made
        print("the same" if same else f"differs from {THESAURUS}")
        return 0 if same else 1
    THESAURUS.write_text(made, encoding="utf-8")
    print(f"{len(words)} stems, {len(made):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
