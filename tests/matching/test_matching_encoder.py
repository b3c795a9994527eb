"""The extra `encoder`: a model and a tokenizer made here, as small as they can be, run by the real libraries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tuifact.matching import ClaimIndex, MatchingError, Relation, load_encoder

onnx = pytest.importorskip("onnx")
tokenizers = pytest.importorskip("tokenizers")
pytest.importorskip("onnxruntime")

WORDS = ["[PAD]", "[UNK]", "the", "barn", "door", "is", "azure", "blue", "crimson", "red"]
"""The last two pairs mean the same."""
MEANINGS = [
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 1],
    [0, 0, 1],
    [0, 0, 1],
    [0, 0, 1],
    [9, 0, 0],
    [9, 0, 0],
    [0, 9, 0],
    [0, 9, 0],
]


def write_tokenizer(folder: Path) -> None:
    """One token a word."""
    made = tokenizers.Tokenizer(tokenizers.models.WordLevel({w: n for n, w in enumerate(WORDS)}, unk_token="[UNK]"))
    made.normalizer = tokenizers.normalizers.Lowercase()
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    made.save(str(folder / "tokenizer.json"))


def write_model(folder: Path, nodes: Sequence[Any], outputs: dict[str, int], inputs: Sequence[str]) -> None:
    """A graph over the table of meanings; `outputs` are names and how many dimensions each has."""
    floats = onnx.TensorProto.FLOAT
    table = onnx.helper.make_tensor("table", floats, [len(MEANINGS), 3], [n for row in MEANINGS for n in row])
    axis = onnx.helper.make_tensor("axis", onnx.TensorProto.INT64, [1], [1])
    given = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.INT64, ["b", "n"]) for name in inputs]
    shapes = {1: ["b"], 2: ["b", 3], 3: ["b", "n", 3]}
    made = [onnx.helper.make_tensor_value_info(name, floats, shapes[size]) for name, size in outputs.items()]
    graph = onnx.helper.make_graph(nodes, "meanings", given, made, [table, axis])
    opset = [onnx.helper.make_opsetid("", 17)]
    onnx.save(onnx.helper.make_model(graph, opset_imports=opset, ir_version=9), folder / "model.onnx")


LOOKED_UP = ["Gather", ["table", "input_ids"], ["tokens"]]
SUMMED = ["ReduceSum", ["tokens", "axis"], ["sentence_embedding"]]


def nodes(*described: list[Any]) -> list[Any]:
    return [
        onnx.helper.make_node(kind, given, made, **({"keepdims": 0} if kind == "ReduceSum" else {}))
        for kind, given, made in described
    ]


@pytest.fixture(params=["a vector a token", "a vector a text", "both"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An encoder in each of the forms that exports have."""
    weights = tmp_path / "colours"
    weights.mkdir()
    write_tokenizer(weights)
    outputs = {"a vector a token": {"tokens": 3}, "a vector a text": {"sentence_embedding": 2}}
    both = {"tokens": 3, "sentence_embedding": 2}
    write_model(weights, nodes(LOOKED_UP, SUMMED), outputs.get(request.param, both), ["input_ids"])
    return weights


def test_texts_become_vectors_whatever_they_are_padded_with(folder: Path) -> None:
    encoder = load_encoder(folder)
    alone = encoder.encode(["Blue"])[0]
    blue, door, nothing = encoder.encode(["Blue", "The barn door is crimson", ""])
    assert blue == pytest.approx(alone)
    assert blue[0] > blue[1]
    assert door[1] > door[0]
    assert nothing == pytest.approx([0, 0, 0])
    assert encoder.name.startswith("colours-")


def test_a_claim_is_found_by_its_meaning(folder: Path, tmp_path: Path) -> None:
    claims = [("blue", "The barn door is azure."), ("red", "The barn door is crimson.")]
    with ClaimIndex(tmp_path / "index", encoder=load_encoder(folder)) as index:
        index.extend(claims)
        assert index.search("The barn door is blue.")[0].id == "blue"
        assert index.search("The barn door is red.")[0].id == "red"
    with ClaimIndex(tmp_path / "index", encoder=load_encoder(folder)) as again:
        assert len(again) == 2
        assert again.search("The barn door is red.")[0].id == "red"


def test_the_same_claim_is_called_so_with_an_encoder_too(folder: Path) -> None:
    index = ClaimIndex(encoder=load_encoder(folder))
    index.extend([("barn", "The barn door is azure."), ("tap", "Tap water in the capital contains nitrate.")])
    assert index.search("Tap water in the capital contains nitrate!")[0].relation is Relation.SAME
    assert index.search("Goats prefer wells.") == index.search("") == []


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
@pytest.mark.parametrize("content", [b"", b"junk", b"{}", b"\xff\x00" * 99])
def test_a_damaged_file_is_told_in_one_line(name: str, content: bytes, folder: Path) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(MatchingError, match=r"the encoder in .*colours cannot be used") as caught:
        load_encoder(folder)
    assert "\n" not in str(caught.value)


def test_a_model_of_another_kind_is_told_when_it_is_loaded(folder: Path) -> None:
    write_model(folder, nodes(LOOKED_UP), {"tokens": 3}, ["input_ids", "pixels"])
    with pytest.raises(MatchingError, match="pixels"):
        load_encoder(folder)


def test_a_text_the_model_cannot_take_is_told_as_well(folder: Path) -> None:
    """A vocabulary without the token for what is not in it passes the trial when the trial's words are."""
    words = tokenizers.models.WordLevel({"a": 0, "trial": 1, ".": 2}, unk_token="[UNK]")
    made = tokenizers.Tokenizer(words)
    made.normalizer = tokenizers.normalizers.Lowercase()
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    made.save(str(folder / "tokenizer.json"))
    with pytest.raises(MatchingError, match=r"colours cannot be used: WordLevel error"):
        load_encoder(folder).encode(["The barn door is azure."])


def test_a_model_whose_output_is_no_vectors_is_told(folder: Path) -> None:
    flat = ["ReduceSum", ["sentence_embedding", "axis"], ["sums"]]
    write_model(folder, nodes(LOOKED_UP, SUMMED, flat), {"sums": 1}, ["input_ids"])
    with pytest.raises(MatchingError, match="sums is no vectors"):
        load_encoder(folder)


def test_an_error_of_whoever_asks_goes_on(folder: Path) -> None:
    encoder, no_texts = load_encoder(folder), [7]
    with pytest.raises(TypeError):
        encoder.encode(no_texts)  # type: ignore[arg-type]
