"""Build an ONNX graph node by node: the few operators that the network needs, fused as ONNX Runtime runs them."""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from ner.e5 import Floats

OPSET, FUSED = 17, "com.microsoft"


class Graph:
    """Nodes and constants in the making; every method returns the name of its result."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def node(self, kind: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: Any) -> Any:
        names = [f"{kind}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names if outputs > 1 else names[0]

    def constant(self, value: NDArray[Any]) -> str:
        name = f"constant_{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def linear(self, x: str, weight: Floats, bias: Floats, exact: bool = False) -> str:
        """x · weightᵀ + bias; weights in int8 with one scale an output, x in uint8 with one scale, unless `exact`."""
        if exact:
            return str(self.node("Add", self.node("MatMul", x, self.constant(weight.T)), self.constant(bias)))
        whole, scale = rounded(weight)
        return str(
            self.node(
                "DynamicQuantizeMatMul", x, self.constant(whole.T), self.constant(scale),
                self.constant(np.zeros_like(scale, dtype=np.int8)), self.constant(bias), domain=FUSED,
            )
        )  # fmt: skip

    def norm(self, x: str, weight: Floats, bias: Floats, epsilon: float) -> str:
        return str(
            self.node("LayerNormalization", x, self.constant(weight), self.constant(bias), epsilon=epsilon, axis=-1)
        )

    def added_norm(self, x: str, y: str, weight: Floats, bias: Floats, epsilon: float) -> str:
        """norm(x + y). Sum and not Add: ONNX Runtime would join Add to the norm, and that operator is slow."""
        return self.norm(self.node("Sum", x, y), weight, bias, epsilon)

    def model(self, inputs: dict[str, list[str]], outputs: dict[str, tuple[str, int]]) -> onnx.ModelProto:
        """The checked model: int64 `inputs` with their axes, float32 `outputs` [words, labels] by the names they get:
        the result each is, and how many labels it has."""
        for name, (result, _) in outputs.items():
            self.nodes.append(helper.make_node("Identity", [result], [name]))
        graph = helper.make_graph(
            self.nodes,
            "names",
            [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name, axes in inputs.items()],
            [
                helper.make_tensor_value_info(name, TensorProto.FLOAT, ["W", labels])
                for name, (_, labels) in outputs.items()
            ],
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(FUSED, 1)]
        model = helper.make_model(graph, opset_imports=opsets, producer_name="tawatur", ir_version=8)
        onnx.checker.check_model(model)
        return model


def rounded(weight: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Rows as int8 with a scale each."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8).astype(np.float32) / 127
    return np.round(weight / scale[:, None]).astype(np.int8), scale
