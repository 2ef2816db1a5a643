"""Train the branch that finds words of events on sentences written for it.

cd models && python -m events.train --e5 FILE --shipped ner.onnx --out FOLDER [--seed 1] ...
"""

from __future__ import annotations

import argparse
import json
import random
from functools import partial
from pathlib import Path

import torch
from ner.batches import Text, batches, collate, cut, joined, noisy
from ner.data import Sentence
from ner.e5 import load
from ner.pieces import Cutter, prune
from ner.shipped import Shipped
from ner.train import learn
from torch.nn import functional

from events.data import LABELS, MADE, sentences
from events.network import Branch

NUMBERS = {label: i for i, label in enumerate(LABELS)}
EVERY, BLOCK = 8, 20  # one block of 20 lines in eight is held out


def arguments() -> argparse.Namespace:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--e5", type=Path, required=True, help="e5-small-q4.bin")
    args.add_argument("--shipped", type=Path, required=True, help="the ner.onnx whose lower layers it stands on")
    args.add_argument("--made", type=Path, nargs="+", default=MADE, help="folders of the sentences")
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--start", type=Path, help="events.pt to go on from")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--lower", type=int, default=5, help="layers of the names that stay as they are")
    args.add_argument("--own", type=int, default=4)
    args.add_argument("--epochs", type=int, default=8)
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--batch", type=int, default=1200, help="pieces")
    args.add_argument("--context", type=int, default=128, help="most pieces of sentences read together")
    args.add_argument("--noise", type=float, default=0.15, help="share of words cut in another way")
    args.add_argument("--all", action="store_true", help="train on the held-out part too")
    return args.parse_args()


def held_out(made: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    train: list[Sentence] = []
    dev: list[Sentence] = []
    for i, sentence in enumerate(made):
        (dev if i // BLOCK % EVERY == EVERY // 2 else train).append(sentence)
    return train, dev


def probabilities(model: Branch, texts: list[Text]) -> list[torch.Tensor]:
    """The probability of each label at each word, [words, labels] a text."""
    model.eval()
    found = []
    for text in texts:
        batch = collate([text])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            found.append(model(batch.pieces, batch.pool)[0].softmax(-1))
    return found


def score(rows: list[torch.Tensor], made: list[Sentence], least: float) -> str:
    """Precision, recall and F1 of words of events with the right label, and whatever the label."""
    parts = []
    for same in (True, False):
        right = said = there = 0
        for row, sentence in zip(rows, made, strict=True):
            best = row[:, 1:].argmax(1) + 1
            yes = 1 - row[:, 0] >= least
            for i, tag in enumerate(sentence.tags):
                there += tag != "O"
                said += bool(yes[i])
                right += bool(yes[i]) and tag != "O" and (not same or LABELS[int(best[i])] == tag)
        p, r = right / max(said, 1), right / max(there, 1)
        parts.append(f"P {p:.3f} R {r:.3f} F {2 * p * r / max(p + r, 1e-9):.3f}")
    return " | any: ".join(parts)


def loss_of(model: Branch, texts: list[Text]) -> torch.Tensor:
    """Of single words."""
    batch = collate(texts)
    with torch.autocast("cpu", torch.bfloat16):
        emissions = model(batch.pieces, batch.pool)
    return functional.cross_entropy(emissions[batch.real], batch.labels[batch.real], label_smoothing=0.02)


def optimizer_of(model: Branch, rate: float) -> torch.optim.Optimizer:
    """Over what is the branch's own; its head learns faster."""
    parts = ((model.layers, rate), (model.head, 5 * rate))
    groups = [{"params": list(part.parameters()), "peak": peak} for part, peak in parts]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), weight_decay=0.01, fused=True)


def main() -> None:
    given = arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)
    table, _ = prune(load(given.e5))
    cutter = Cutter(table)
    made = sentences(given.made)
    train, dev = (made, []) if given.all else held_out(made)
    model = Branch(Shipped(given.shipped).trunk(), given.lower, given.own, len(LABELS))
    if given.start:
        model.load_state_dict(torch.load(given.start, weights_only=True), strict=False)

    def one(sentence: Sentence) -> Text:
        text = cut(sentence, cutter, NUMBERS)
        return noisy(text, sentence, cutter, given.noise, chance) if given.noise else text

    steps: list[list[Text]] = []
    for _ in range(given.epochs):
        shuffled = chance.sample(train, len(train))
        texts = joined([one(s) for s in shuffled], chance.choice([given.context // 2, given.context]))
        steps += batches(texts, given.batch, chance)
    print(f"{len(train)} sentences, {len(dev)} held out, {len(steps)} steps", flush=True)
    own = {"lower": given.lower, "own": given.own, "labels": LABELS}
    (given.out / "events.json").write_text(json.dumps(own))

    def check() -> None:
        state = {n: v for n, v in model.state_dict().items() if not n.startswith("lower.")}
        torch.save(state, given.out / "events.pt")
        rows = probabilities(model, [cut(s, cutter, NUMBERS) for s in dev])
        for least in (0.3, 0.5, 0.7) if dev else ():
            print(f"dev, {least}:", score(rows, dev, least), flush=True)

    learn(model, steps, optimizer_of(model, given.rate), partial(loss_of, model), check)


if __name__ == "__main__":
    main()
