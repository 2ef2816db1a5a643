"""Average the weights of trainings that began from the same ones (Wortsman et al. 2022).

cd models && python -m ner.average FOLDER FOLDER FOLDER... --out FOLDER [--shares 0.3 0.3 0.4]

A folder with ner.onnx is the model that ships, in float32.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import torch
from torch import Tensor

from ner.shipped import Shipped

State = dict[str, Tensor]


def trained(folder: Path) -> State:
    return dict(torch.load(folder / "weights.pt", weights_only=True))


def weights(folder: Path, of: State) -> State:
    """The weights of a folder; what the model that ships has not (the head of WikiFANE) is taken from another."""
    if not (folder / "ner.onnx").exists():
        return trained(folder)
    found, about = Shipped(folder / "ner.onnx"), json.loads((folder / "ner.json").read_text(encoding="utf-8"))
    return of | found.names_state(about)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--shares", type=float, nargs="+", help="of each folder; the same for all unless given")
    args.add_argument("folders", type=Path, nargs="+")
    given = args.parse_args()
    own = next(folder for folder in given.folders if (folder / "weights.pt").exists())
    states = [weights(folder, trained(own)) for folder in given.folders]
    shares = given.shares or [1 / len(states)] * len(states)
    mean = {
        name: sum(share * state[name].double() for share, state in zip(shares, states, strict=True)).float()
        for name in states[0]
    }
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, given.out / "weights.pt")
    shutil.copy(own / "shape.json", given.out / "shape.json")


if __name__ == "__main__":
    main()
