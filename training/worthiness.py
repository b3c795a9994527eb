"""Train the weights of check-worthiness, bit for bit the same each time: pure Python, one fixed seed.

    python training/worthiness.py claimbuster_train.tsv           # writes src/tuifact/claims/worthiness.bin
    python training/worthiness.py claimbuster_train.tsv --check   # compares with it; exit status 1 when they differ

The one source of the weights is the crowd-sourced part of ClaimBuster: sentences of US presidential debates, labelled
by Fatma Arslan, Naeemul Hassan, Chengkai Li and Mark Tremayne. DOI 10.5281/zenodo.3609356 and 10.5281/zenodo.3836810,
where the licence is stated too; it has to be named with the authors wherever the weights are published (see
`docs/model-card.md`). The file is tab-separated with a header: `verdict` (1 check-worthy fact, 0 unimportant fact,
-1 no fact), `debate`, `text`.

The weights are the sum of two logistic regressions over hashed features, trained by stochastic gradient descent. The
first is given most of the score of the rules: it learns what they leave unsaid, and repeats a little of what they say.
The second sees runs of letters alone, and no rules. They err on different sentences, and together rank better than one
regression over all of it. Change a rule or a feature, and train again.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from hashlib import sha256
from math import exp
from pathlib import Path
from typing import NamedTuple

from tuifact.claims.model import WEIGHTS, Model
from tuifact.claims.ngrams import BITS, Features, features
from tuifact.claims.rules import reasons_of, rules_that_hold, score_rules
from tuifact.claims.words import read_words

SEED = 20200115
EPOCHS = 12
PENALTY = 0.6
"""L2, of the sum over all sentences; half or twice of it ranks sentences hardly differently."""
STEP = 2.0
"""Of the first update; steps shrink to nothing along a straight line, lest the last examples weigh most."""
SLOW = 0.02
"""Part of a step for the intercept, which all sentences share: it would swing with each of them."""
GIVEN = 0.7
"""Share of the rules' score that the first regression is given. Given all of it, the two ranked debates a little worse;
given none, news."""
RUNS = 3
"""Index of the runs of letters among the groups of features: the second regression has these, the first the others."""
SECOND = 0.8
"""What the second regression counts beside the first; from 0.5 to 1 they rank alike."""
WANTED = {"1": 1.0, "0": 0.15, "-1": 0.0}
"""What the model should say of each verdict. An unimportant fact can be checked, if it is seldom worth it: taken for
no fact at all, it ranks what others call verifiable worse, and what is check-worthy no better."""


class Example(NamedTuple):
    """One labelled sentence."""

    features: Features
    given: float
    """Logits that it has before the training."""
    wanted: float
    """From 0, no fact, to 1, a check-worthy one."""


def read_examples(path: Path) -> list[Example]:
    """The sentences of the ClaimBuster file that have words, as the first regression is given them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    examples = []
    for row in rows:
        words = read_words(_repaired(row["text"]))
        if words.spoken:
            holding = rules_that_hold(words)
            given = GIVEN * score_rules(holding, words)
            examples.append(Example(features(words, reasons_of(holding)), given, WANTED[row["verdict"]]))
    return examples


def train(examples: list[Example]) -> Model:
    """The model that says of the examples what the rules do not."""
    random.Random(SEED).shuffle(examples)
    first = regression([example._replace(features=example.features[:RUNS]) for example in examples])
    second = regression([Example(example.features[RUNS:], 0.0, example.wanted) for example in examples])
    return quantized([one + SECOND * other for one, other in zip(first, second, strict=True)])


def regression(examples: list[Example]) -> list[float]:
    """The weights of one logistic regression; the examples are taken in their order, again and again."""
    weights = [0.0] * (1 << BITS)  # of the true ones, which are these times `shrunk`
    shrunk, intercept, seen = 1.0, 0.0, 0
    penalty, updates = PENALTY / len(examples), EPOCHS * len(examples)
    for _ in range(EPOCHS):
        for groups, given, wanted in examples:
            step = STEP * (1 - seen / updates)
            score = sum(value * sum(map(weights.__getitem__, places)) for places, value in groups)
            change = step * (wanted - 1 / (1 + exp(-(shrunk * score + given + intercept))))
            intercept += change * SLOW
            shrunk *= 1 - step * penalty
            for places, value in groups:
                add = change * value / shrunk
                for place in places:
                    weights[place] += add
            seen += 1
    return [weight * shrunk for weight in weights]


def quantized(weights: list[float]) -> Model:
    """The weights as signed bytes; the largest becomes 127."""
    scale = max(map(abs, weights)) / 127
    steps = bytes(round(weight / scale) & 0xFF for weight in weights)
    return Model(memoryview(steps).cast("b"), scale)


def _repaired(text: str) -> str:
    """The text with its apostrophes and dashes, where the file holds UTF-8 that was read as cp1252, once or twice."""
    for _ in range(2):
        try:
            text = text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            break
    return text


def main() -> int:
    """Train, and write or compare."""
    parser = argparse.ArgumentParser(description="Train the weights of check-worthiness.")
    parser.add_argument("data", type=Path, help="the ClaimBuster file, tab-separated")
    parser.add_argument(
        "--output", type=Path, default=Path(WEIGHTS), help="where to write (default: the package's own)"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; compare with what is there")
    options = parser.parse_args()
    data = train(read_examples(options.data)).packed()
    print(f"{sha256(data).hexdigest()}  {options.output.name}")
    if not options.check:
        options.output.write_bytes(data)
        return 0
    same = options.output.is_file() and options.output.read_bytes() == data
    print("the same" if same else "different")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
