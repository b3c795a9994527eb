"""Train the weights by which earlier claims are ranked: what their words tell, as a sentence encoder teaches it.

    python training/ranking.py claimbuster_train.tsv FOLDER           # prints the weights
    python training/ranking.py claimbuster_train.tsv FOLDER --check   # exit status 1 when the package has others

The texts are the sentences of the crowd-sourced part of ClaimBuster (Fatma Arslan, Naeemul Hassan, Chengkai Li and
Mark Tremayne; DOI 10.5281/zenodo.3609356 and 10.5281/zenodo.3836810); their labels are not looked at. FOLDER holds a
sentence encoder as the extra `encoder` takes it; all-MiniLM-L6-v2 taught the weights in the package.

For each of some thousand sentences the index gives others that share words with it. The encoder says how close each is
in meaning, and the weights are those of a linear model whose order of them is most like the encoder's (listwise
cross-entropy, by Newton's method). So the order costs no encoder when claims are searched, and no published pair of
claims is used: those stay for measuring.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from tuifact.matching import Encoder, load_encoder
from tuifact.matching.ranking import FEATURES, features, take_apart
from tuifact.matching.shelf import Shelf, entry_of, stems

SEED = 1
ASKED = 4000
"""Sentences asked about; another thousand changes no weight by a tenth."""
FEWEST = 5
"""Words of a sentence asked about; shorter ones are of no topic."""
DEPTH = 41
"""Candidates of each: as many as are ranked in a search, and the sentence itself."""
SHARPNESS = 1 / 0.03
"""Of the wanted order: a cosine that is larger by .03 is wanted e times as much."""
PENALTY = 1e-3
"""L2, of weights of features scaled to the same spread."""
TRAINED = ("words", "pieces of words", "rarest word", "words near in meaning")
SCALE = 7.0
"""Of `pieces of words`: an order has no scale of its own."""
ROUNDS = 30
BATCH = 64

Matrix = Any
"""Of numpy, which the extra brings along."""


def encoded(texts: list[str], encoder: Encoder) -> Matrix:
    """A unit vector for each text; texts of like length together, which saves padding."""
    numpy = import_module("numpy")
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    rows: dict[int, Matrix] = {}
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        rows.update(zip(places, encoder.encode([texts[place] for place in places]), strict=True))
    vectors = numpy.array([rows[place] for place in range(len(texts))])
    return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def examples(texts: list[str], vectors: Matrix) -> list[tuple[Matrix, Matrix]]:
    """For each sentence asked about, the features of its candidates and how much each is wanted."""
    numpy = import_module("numpy")
    shelf = Shelf()
    shelf.add(entry_of(str(place), text) for place, text in enumerate(texts))
    shelf.commit()
    columns = [list(FEATURES).index(name) for name in TRAINED]
    fit = [place for place, text in enumerate(texts) if len(stems(text)) >= FEWEST]
    made: list[tuple[Matrix, Matrix]] = []
    for place in random.Random(SEED).sample(fit, ASKED):
        asked = take_apart(stems(texts[place]), shelf.frequency, len(shelf))
        found = [entry for entry in shelf.find(list(asked.weights), DEPTH) if entry.stems != " ".join(asked.stems)]
        if len(found) > 1:
            closeness = vectors[[int(entry.id) for entry in found]] @ vectors[place]
            wanted = numpy.exp(SHARPNESS * (closeness - closeness.max()))
            made.append((numpy.array([features(asked, entry) for entry in found])[:, columns], wanted / wanted.sum()))
    return made


def trained(made: list[tuple[Matrix, Matrix]]) -> Matrix:
    """The weights with the least cross-entropy."""
    numpy = import_module("numpy")
    spread = numpy.concatenate([values for values, _ in made]).std(0)
    weights = numpy.zeros(len(TRAINED))
    for _ in range(ROUNDS):
        slope, curve = 2 * PENALTY * weights, 2 * PENALTY * numpy.eye(len(TRAINED))
        for values, wanted in made:
            scaled = values / spread
            marks = numpy.exp(scaled @ weights - (scaled @ weights).max())
            given = marks / marks.sum()
            middle = given @ scaled
            slope = slope + (given - wanted) @ scaled / len(made)
            curve = curve + ((scaled.T * given) @ scaled - numpy.outer(middle, middle)) / len(made)
        weights = weights - numpy.linalg.solve(curve, slope)
    weights = weights / spread
    return weights * SCALE / weights[TRAINED.index("pieces of words")]


def main() -> int:
    """Print the weights, or compare with those of the package."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("texts", type=Path, help="the ClaimBuster file")
    parser.add_argument("folder", type=Path, help="the sentence encoder")
    parser.add_argument("--check", action="store_true", help="only compare with the weights in the package")
    given = parser.parse_args()
    with given.texts.open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    weights = dict(zip(TRAINED, trained(examples(texts, encoded(texts, load_encoder(given.folder)))), strict=True))
    for name, weight in weights.items():
        print(f"{name:<22} {weight:8.3f}   in the package {FEATURES[name]}")
    return int(given.check and any(abs(weights[name] / FEATURES[name] - 1) > 0.05 for name in TRAINED))


if __name__ == "__main__":
    sys.exit(main())
