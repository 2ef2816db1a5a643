"""The model that ships, to go on from: its weights with int8 made float again, and the part of its graph that stays.

Layers that are trained anew learn on what the lower layers really give, and the nodes of what is not trained stay as
they stand in the file. A layer's nodes are read in the order in which `ner.export.layer` writes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import NodeProto, TensorProto, numpy_helper

from ner.e5 import Floats
from ner.graph import Graph
from ner.network import Shape, Trunk

INPUTS = ("pieces", "words")
LINEAR, NORMS = ("qkv", "out", "up", "down"), ("norm_attention", "norm_out")


class Shipped:
    """A ner.onnx."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self.nodes = list(graph.node)
        self.constants = {x.name: x for x in graph.initializer}
        below = self._below("emissions")
        self.names = [n for n in self.nodes if n.output[0] in below]
        self.linear = [n for n in self.names if n.op_type == "DynamicQuantizeMatMul"]
        self.norms = [n for n in self.names if n.op_type == "LayerNormalization"]

    def trunk(self) -> Trunk:
        """The trunk of the names, in float32."""
        pooled = next(i for i, n in enumerate(self.names) if n.op_type == "MatMul")
        lower = sum(n.op_type == "MultiHeadAttention" for n in self.names[:pooled])
        depth = len(self.norms) // 2
        state = self._embedding()
        for i in range(depth):
            parts = zip(LINEAR, self.linear[4 * i : 4 * i + 4], strict=True)
            state |= {f"layers.{i}.{k}": v for name, node in parts for k, v in self._floats(name, node).items()}
            norms = zip(NORMS, self.norms[2 * i + 1 : 2 * i + 3], strict=True)
            state |= {f"layers.{i}.{k}": v for name, node in norms for k, v in self._norm(name, node).items()}
        trunk = Trunk(Shape(tuple(range(depth)), lower), len(state["pieces.weight"]))
        trunk.load_state_dict({name: torch.from_numpy(value) for name, value in state.items()})
        return trunk

    def head(self) -> dict[str, Floats]:
        """Weight and bias of the scores of names."""
        scores = self._output(self._output("emissions").input[0])
        product = self._output(scores.input[0])
        weight = np.ascontiguousarray(self._value(product.input[1]).T)
        return {"weight": weight, "bias": self._value(scores.input[1])}

    def names_state(self, about: Mapping[str, Any]) -> dict[str, torch.Tensor]:
        """The weights of a tagger of names: trunk, head and, from `about` (its ner.json), chain."""
        trunk = {f"trunk.{name}": value for name, value in self.trunk().state_dict().items()}
        head = {f"heads.news.{name}": torch.from_numpy(value) for name, value in self.head().items()}
        return trunk | head | {f"chain.{name}": torch.tensor(about[name]) for name in ("first", "last", "step")}

    def labels(self, output: str) -> int:
        """How many labels a word gets in `output`."""
        return len(self._value(self._output(self._output(output).input[0]).input[1]))

    def kept(self, output: str, lower: int) -> tuple[Graph, str, str]:
        """The graph up to what becomes `output`, the result of the first `lower` layers, and what becomes it."""
        graph, result = Graph(), self._output(output).input[0]
        keep = self._below(result)
        for node in (n for n in self.nodes if n.output[0] in keep):
            copy = NodeProto()
            copy.CopyFrom(node)
            copy.input[:] = [name if name in INPUTS else _kept(name) for name in node.input]
            copy.output[:] = map(_kept, node.output)
            graph.nodes.append(copy)
        for name in [n for n in self.constants if n in keep]:
            copy = TensorProto()
            copy.CopyFrom(self.constants[name])
            copy.name = _kept(name)
            graph.constants[copy.name] = copy
        return graph, _kept(self.norms[2 * lower].output[0]), _kept(result)

    def _output(self, name: str) -> NodeProto:
        return next(node for node in self.nodes if name in node.output)

    def _below(self, result: str) -> set[str]:
        """Whatever a result is computed from, and itself."""
        found = {result}
        for node in reversed(self.nodes):
            if found.intersection(node.output):
                found.update(node.output, node.input)
        return found

    def _value(self, name: str) -> Floats:
        return np.array(numpy_helper.to_array(self.constants[name]))

    def _embedding(self) -> dict[str, Floats]:
        whole, scale = (self._value(n.input[0]) for n in self.names if n.op_type == "Gather")
        places = next(n for n in self.names if n.op_type == "Slice").input[0]
        first = {"pieces.weight": whole * scale, "places.weight": self._value(places)}
        return first | self._norm("norm", self.norms[0])

    def _floats(self, name: str, node: NodeProto) -> dict[str, Floats]:
        """A linear layer; what was divided before it (`calibrate.py`) is put back."""
        x, whole, scale, _, bias = node.input
        weight = (self._value(whole) * self._value(scale)).T
        before = self._output(x)
        if before.op_type == "Mul":
            weight = weight * self._value(before.input[1])
        return {f"{name}.weight": np.ascontiguousarray(weight), f"{name}.bias": self._value(bias)}

    def _norm(self, name: str, node: NodeProto) -> dict[str, Floats]:
        return {f"{name}.weight": self._value(node.input[1]), f"{name}.bias": self._value(node.input[2])}


def _kept(name: str) -> str:
    """What a node or constant that stays is called: apart from what is added by number, now or the next time."""
    return f"kept.{name}"
