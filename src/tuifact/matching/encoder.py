"""The extra `encoder`: a sentence encoder from a folder of the user's, run by onnxruntime; nothing is downloaded."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tuifact.matching.interface import Encoder, MatchingError

MODEL, TOKENS = "model.onnx", "tokenizer.json"
"""Files the folder must have, under the names that exports to ONNX give them."""

SENTENCE = "sentence_embedding"
"""The output with one vector a text, where an export has it; else its first output has one vector a token."""

_HINT = "name the folder of a sentence encoder exported to ONNX"

_LONGEST = 256
"""Tokens of a text; sentence encoders are trained on no more."""


def load_encoder(folder: Path) -> Encoder:
    """The encoder whose weights are in this folder (`model.onnx`, `tokenizer.json`).

    Raises `MatchingError` when a file is missing or cannot be used, or the extra is not installed.
    """
    missing = [name for name in (MODEL, TOKENS) if not (folder / name).is_file()]
    if missing:
        raise MatchingError(f"{folder} has no {' and no '.join(missing)}", _HINT)
    try:
        runtime, tokenizers = import_module("onnxruntime"), import_module("tokenizers")
    except ImportError as error:
        raise MatchingError(
            f"an encoder needs {error.name}, which is not installed", "pip install 'tuifact[encoder]'"
        ) from error
    return _OnnxEncoder(folder, runtime, tokenizers)


class _OnnxEncoder:
    """The vector of a text: the model's own where it gives one a text, else the mean of those of its tokens."""

    def __init__(self, folder: Path, runtime: Any, tokenizers: Any) -> None:  # noqa: ANN401 - optional modules
        model = folder / MODEL
        try:
            self._tokens = tokenizers.Tokenizer.from_file(str(folder / TOKENS))
            self._tokens.enable_truncation(_LONGEST)
            self._tokens.enable_padding()
            self._session = runtime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
            self._inputs = {entry.name for entry in self._session.get_inputs()}
            outputs = [entry.name for entry in self._session.get_outputs()]
            self._output = SENTENCE if SENTENCE in outputs else outputs[0]
            self.encode(["A trial."])
        except Exception as error:  # both libraries raise it, and no child of it that could be named
            reason = " ".join(str(error).split())
            raise MatchingError(f"the encoder in {folder} cannot be used: {reason}", _HINT) from error
        with model.open("rb") as file:
            self.name = f"{folder.name}-{hashlib.file_digest(file, 'sha256').hexdigest()[:12]}"

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector a text."""
        numpy = import_module("numpy")
        encodings = self._tokens.encode_batch(list(texts))
        given = {
            "input_ids": [encoding.ids for encoding in encodings],
            "attention_mask": [encoding.attention_mask for encoding in encodings],
            "token_type_ids": [encoding.type_ids for encoding in encodings],
        }
        arrays = {name: numpy.array(rows, dtype=numpy.int64) for name, rows in given.items() if name in self._inputs}
        vectors = self._session.run([self._output], arrays)[0]
        if vectors.ndim == 3:
            mask = numpy.array(given["attention_mask"])[:, :, None]
            vectors = (vectors * mask).sum(1) / numpy.maximum(mask.sum(1), 1)
        made: list[list[float]] = vectors.tolist()
        return made
