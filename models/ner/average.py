"""Average the weights of trainings that began from the same ones (Wortsman et al. 2022).

cd models && python -m ner.average --out FOLDER FOLDER FOLDER...
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import torch


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("folders", type=Path, nargs="+")
    given = args.parse_args()
    states = [torch.load(folder / "weights.pt", weights_only=True) for folder in given.folders]
    mean = {name: sum(state[name].double() for state in states).div(len(states)).float() for name in states[0]}
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, given.out / "weights.pt")
    shutil.copy(given.folders[0] / "shape.json", given.out / "shape.json")


if __name__ == "__main__":
    main()
