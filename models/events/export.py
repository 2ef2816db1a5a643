"""Write what ships, with another branch for words of events: ner.onnx (int8), pieces.json.gz and ner.json.

cd models && python -m events.export --e5 FILE --shipped FOLDER --events FOLDER --out FOLDER --version V

The names of the shipped model stay as they are, node by node.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from ner.calibrate import largest
from ner.e5 import load
from ner.export import layer, scores, write_meta
from ner.pieces import Cutter, prune
from ner.shipped import Shipped

from events.data import sentences
from events.network import Branch


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--e5", type=Path, required=True)
    args.add_argument("--shipped", type=Path, required=True, help="folder of ner.onnx, ner.json and pieces.json.gz")
    args.add_argument("--events", type=Path, required=True, help="folder of events.pt and events.json")
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--version", required=True)
    given = args.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    shipped = Shipped(given.shipped / "ner.onnx")
    found = json.loads((given.events / "events.json").read_text())
    branch = Branch(shipped.trunk(), found["lower"], found["own"], len(found["labels"]))
    own = torch.load(given.events / "events.pt", weights_only=True)
    branch.load_state_dict(own, strict=False)
    top = largest(branch, branch.layers, "events.layers", sentences(), Cutter(prune(load(given.e5))[0]))
    weights = {f"events.{name}": value.float().numpy() for name, value in own.items()}
    graph, x, names = shipped.kept("emissions", found["lower"])
    for i in range(found["own"]):
        x = layer(graph, x, weights, f"events.layers.{i}", top)
    meta = json.loads((given.shipped / "ner.json").read_text(encoding="utf-8"))
    outputs = {"emissions": (names, len(meta["labels"])), "events": scores(graph, x, weights, "events.head")}
    onnx.save(graph.model({"pieces": ["P"], "words": ["P"]}, outputs), given.out / "ner.onnx")
    if given.out.resolve() != given.shipped.resolve():
        shutil.copy(given.shipped / "pieces.json.gz", given.out)
    meta |= {"version": given.version, "events": found["labels"]}
    write_meta(meta, given.out)


if __name__ == "__main__":
    main()
