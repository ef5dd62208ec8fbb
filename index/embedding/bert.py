"""How is a BERT of six layers run without torch?

Takes the folder of a model of that build (Devlin et al. 2019; Wang et al. 2020, MiniLM) and gives it ready to run by OpenVINO: from
the numbers of the words of a text and their places to one vector a word. The graph is made from the weights whenever it is opened,
in a quarter of a second: converting it needs torch and seconds, and a converted copy would be one more file to trust. The only file
that imports openvino.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

# Importing openvino reports over the network that it was imported, unless the package that does so cannot be had. Nothing may leave
# a council's machine.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type] # as the import system marks what must not be found

import openvino  # noqa: E402 - only after the line above
from openvino import opset13 as op  # noqa: E402 - as above

Weights = Mapping[str, NDArray[np.float32]]
"""The tensors of the file of weights, by name."""

_CORE = openvino.Core()
_LAST = np.array([-1])
_SPLIT_FIRST = np.array([0, 2, 1, 3])


class OneAtATime:
    """Reads one text on two threads: more gain little for one question, and other questions wait.

    `exact`: in full precision, whatever the processor has; otherwise in half where that is quicker. Not for two threads at once.
    """

    def __init__(self, folder: Path, *, exact: bool) -> None:
        precision = {"INFERENCE_PRECISION_HINT": "f32"} if exact else {}
        self._compiled = _compiled(folder, "LATENCY", INFERENCE_NUM_THREADS=2, **precision)
        self._request = self._compiled.create_infer_request()

    @property
    def width(self) -> int:
        """Return the length of a row."""
        return _width(self._compiled)

    def read(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return a row for each number of a word: shape (n, width)."""
        self._request.infer(_inputs(numbers))
        return np.array(self._request.get_output_tensor(0).data[0])


class ManyTogether:
    """Reads many texts, each on one of all the processor's threads; in half precision where that is quicker."""

    def __init__(self, folder: Path) -> None:
        self._compiled = _compiled(folder, "THROUGHPUT")

    def means(self, texts: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Return the mean of the words of each text: shape (len(texts), width)."""
        rows = np.zeros((len(texts), _width(self._compiled)), dtype=np.float32)

        def keep(request: openvino.InferRequest, place: int) -> None:
            rows[place] = request.get_output_tensor(0).data[0].mean(axis=0)

        requests = openvino.AsyncInferQueue(self._compiled)
        requests.set_callback(keep)
        for place, numbers in enumerate(texts):
            requests.start_async(_inputs(numbers), place)
        requests.wait_all()
        return rows


def has_half() -> bool:
    """Return whether this processor is quicker in half precision."""
    return "BF16" in _CORE.get_property("CPU", "OPTIMIZATION_CAPABILITIES")


def _width(model: openvino.CompiledModel) -> int:
    return int(model.output(0).get_partial_shape()[2].get_length())


def _inputs(numbers: Sequence[int]) -> list[NDArray[np.int64]]:
    return [np.array([numbers], dtype=np.int64), np.arange(len(numbers))]


def _compiled(folder: Path, hint: str, **settings: object) -> openvino.CompiledModel:
    """Return the model ready to run: from the numbers of words (1, n) and their places (n) to their vectors (1, n, width)."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    graph = _graph(load_file(folder / "model.safetensors"), config)
    # several programs that each hold their threads to the first processors would all wait for the same ones
    return _CORE.compile_model(graph, "CPU", {"PERFORMANCE_HINT": hint, "ENABLE_CPU_PINNING": False, **settings})


def _graph(weights: Weights, config: Mapping[str, Any]) -> openvino.Model:
    words = op.parameter([1, -1], np.int64)
    places = op.parameter([-1], np.int64)
    eps, heads, width = config["layer_norm_eps"], config["num_attention_heads"], config["hidden_size"]
    rows = op.add(_rows(weights, "word", words), _rows(weights, "position", places))
    rows = op.add(rows, op.constant(weights["embeddings.token_type_embeddings.weight"][0]))
    rows = _normed(rows, weights, "embeddings.LayerNorm", eps)
    for layer in (f"encoder.layer.{number}" for number in range(config["num_hidden_layers"])):
        seen = _attention(rows, weights, f"{layer}.attention.self", (heads, width // heads))
        seen = _linear(seen, weights, f"{layer}.attention.output.dense")
        rows = _normed(op.add(seen, rows), weights, f"{layer}.attention.output.LayerNorm", eps)
        thought = op.gelu(_linear(rows, weights, f"{layer}.intermediate.dense"), "erf")
        thought = _linear(thought, weights, f"{layer}.output.dense")
        rows = _normed(op.add(thought, rows), weights, f"{layer}.output.LayerNorm", eps)
    return openvino.Model([rows], [words, places])


def _rows(weights: Weights, table: str, numbers: openvino.Node) -> openvino.Node:
    return op.gather(op.constant(weights[f"embeddings.{table}_embeddings.weight"]), numbers, op.constant(np.array(0)))


def _attention(rows: openvino.Node, weights: Weights, name: str, shape: tuple[int, int]) -> openvino.Node:
    """Return what each word takes from the others (Vaswani et al. 2017); `shape` is the number of heads and the width of each."""
    heads = np.array([0, 0, *shape])
    parts = [_linear(rows, weights, f"{name}.{part}") for part in ("query", "key", "value")]
    parts = [op.transpose(op.reshape(part, op.constant(heads), special_zero=True), op.constant(_SPLIT_FIRST)) for part in parts]
    seen = op.transpose(op.scaled_dot_product_attention(*parts), op.constant(_SPLIT_FIRST))
    return op.reshape(seen, op.constant(np.array([0, 0, shape[0] * shape[1]])), special_zero=True)


def _linear(rows: openvino.Node, weights: Weights, name: str) -> openvino.Node:
    product = op.matmul(rows, op.constant(weights[f"{name}.weight"]), transpose_a=False, transpose_b=True)
    return op.add(product, op.constant(weights[f"{name}.bias"]))


def _normed(rows: openvino.Node, weights: Weights, name: str, eps: float) -> openvino.Node:
    even = op.mvn(rows, op.constant(_LAST), normalize_variance=True, eps=eps, eps_mode="inside_sqrt")
    return op.add(op.multiply(even, op.constant(weights[f"{name}.weight"])), op.constant(weights[f"{name}.bias"]))
