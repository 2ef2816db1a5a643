"""Train the network: all sources first, then the news alone.

cd models && python -m ner.train --e5 FILE --corpora FOLDER --out FOLDER [--start WEIGHTS] [--seed 1] ...
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from ner import augment, data
from ner.batches import Text, batches, collate, cut, joined, noisy
from ner.data import Sentence
from ner.e5 import load
from ner.network import Shape, Tagger, Trunk
from ner.pieces import Cutter, prune
from ner.score import spans_f1, tag
from ner.shipped import Shipped

NEWS_LABELS = {label: i for i, label in enumerate(data.LABELS)} | {data.UNSURE: -1}
MAY_BE = torch.tensor([label == "O" or label[2:] in ("ORG", "MISC") for label in data.LABELS])  # what is unsure
WARM, REPORT, CHECK = 0.06, 50, 200  # share of the steps; steps between two lines; between two scores


class Corpora(NamedTuple):
    news: list[Sentence]
    news_dev: list[Sentence]
    wiki: list[Sentence]
    wiki_labels: dict[str, int]
    written: list[Sentence]
    written_dev: list[Sentence]


def arguments() -> argparse.Namespace:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--e5", type=Path, required=True, help="e5-small-q4.bin")
    args.add_argument("--corpora", type=Path, required=True, help="folder of anercorp-train and wikifane-gold .txt.gz")
    args.add_argument("--out", type=Path, required=True)
    args.add_argument("--start", type=Path, help="weights to go on from")
    args.add_argument("--shipped", type=Path, help="folder of the model that ships, to go on from")
    args.add_argument("--lower", type=int, default=5, help="its layers that stay as they are: events stand on them")
    args.add_argument("--written", type=Path, default=data.WRITTEN, help="folder of marked sentences")
    args.add_argument("--lenient", action="store_true", help="of marked sentences trust persons and places alone")
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11")
    args.add_argument("--pooled-after", type=int, default=3)
    args.add_argument("--mixed", type=int, default=1, help="epochs of all sources")
    args.add_argument("--news", type=int, default=6, help="epochs of the news after them")
    args.add_argument("--rate", type=float, default=2e-4)
    args.add_argument("--decay", type=float, default=0.9, help="of the rate from a layer to the one below")
    args.add_argument("--pieces-rate", type=float, default=5e-5)
    args.add_argument("--batch", type=int, default=1000, help="pieces")
    args.add_argument("--context", type=int, default=96, help="most pieces of neighbouring sentences read together")
    args.add_argument("--unchanged", action="store_true", help="no other names, spellings and signs")
    args.add_argument("--made", type=int, default=0, help="made sentences an epoch")
    args.add_argument("--invented", type=float, default=0.0, help="share of persons whose name is made up")
    args.add_argument("--noise", type=float, default=0.0, help="share of words cut in another way")
    args.add_argument("--all", action="store_true", help="train on the development part too")
    args.add_argument("--steps", type=int, default=10**9, help="stop early")
    return args.parse_args()


def corpora(folder: Path, written: Path, lenient: bool, everything: bool) -> Corpora:
    news = data.blocks(folder / "anercorp-train.txt.gz")
    train, dev = data.held_out(news)
    wiki, wiki_dev = data.held_out(data.wikifane(folder / "wikifane-gold.txt.gz"))
    tags = sorted({t for s in wiki + wiki_dev for t in s.tags} - {"O"})
    ours = data.written(written, lenient)
    own, own_dev = data.held_out(ours)[0], data.held_out(data.written(written))[1]
    labels = {t: i for i, t in enumerate(["O", *tags])}
    return Corpora(news if everything else train, dev, wiki, labels, ours if everything else own, own_dev)


def plan(given: argparse.Namespace, of: Corpora, cutter: Cutter, chance: random.Random) -> list[list[Text]]:
    """The batches of the whole training, in order; each epoch of the news is changed anew."""
    changer = augment.Changer(of.news, chance, given.invented)
    wiki = [cut(s, cutter, of.wiki_labels, "wiki") for s in of.wiki]

    def news() -> list[Text]:
        real = [*of.news, *of.written]
        changed = real if given.unchanged else [changer.change(s) for s in real]
        made = [changer.made() for _ in range(given.made)]
        return together([one(s) for s in changed]) + [one(s) for s in made]

    def one(sentence: Sentence) -> Text:
        text = cut(sentence, cutter, NEWS_LABELS)
        return noisy(text, sentence, cutter, given.noise, chance) if given.noise else text

    def together(texts: list[Text]) -> list[Text]:
        return joined(texts, chance.choice([given.context // 4, given.context // 2, given.context]))

    def mixed() -> list[Text]:
        return together(wiki) + news()

    rounds: list[Callable[[], list[Text]]] = [mixed] * given.mixed + [news] * given.news
    return [batch for texts in rounds for batch in batches(texts(), given.batch, chance)][: given.steps]


def groups(model: Tagger, rate: float, decay: float, pieces_rate: float) -> list[dict[str, object]]:
    """Lower layers learn slower (Howard and Ruder 2018); no weight decay on biases and norms."""
    depth = len(model.trunk.layers)
    found: list[dict[str, object]] = []

    def add(module: nn.Module, pace: float) -> None:
        for matrices in (True, False):
            some = [p for p in module.parameters() if (p.dim() > 1) == matrices and p.requires_grad]
            if not some:
                continue
            found.append({"params": some, "lr": pace, "peak": pace, "weight_decay": 0.01 if matrices else 0.0})

    add(model.trunk.pieces, pieces_rate)
    add(nn.ModuleList([model.trunk.places, model.trunk.norm]), rate * decay**depth)
    for i, layer in enumerate(model.trunk.layers):
        add(layer, rate * decay ** (depth - 1 - i))
    add(model.heads, 5 * rate)
    add(model.chain, 25 * rate)
    return found


def loss_of(model: Tagger, texts: list[Text]) -> Tensor:
    """Of the chain for the news, of single words for the fine classes of WikiFANE."""
    batch = collate(texts)
    with torch.autocast("cpu", torch.bfloat16):
        emissions = model(batch.pieces, batch.pool, batch.head)
    if batch.head == "news":
        return model.chain.loss(emissions, batch.labels, batch.real, MAY_BE)
    return functional.cross_entropy(emissions[batch.real], batch.labels[batch.real])


def learn(
    model: nn.Module,
    steps: list[list[Text]],
    optimizer: torch.optim.Optimizer,
    loss_of: Callable[[list[Text]], Tensor],
    check: Callable[[], None],
) -> None:
    """Go through the batches, the rate rising to its peak and falling to nothing."""
    warm = max(1, int(WARM * len(steps)))
    began, total, seen = time.time(), 0.0, 0
    for step, texts in enumerate(steps):
        model.train()
        for group in optimizer.param_groups:
            group["lr"] = group["peak"] * min((step + 1) / warm, (len(steps) - step) / (len(steps) - warm + 1))
        loss = loss_of(texts)
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        total, seen = total + loss.item(), seen + sum(t.size for t in texts)
        if step % REPORT == REPORT - 1:
            speed = seen / (time.time() - began)
            print(f"{step + 1}/{len(steps)} loss {total / REPORT:.4f} {speed:.0f} pieces/s", flush=True)
            total = 0.0
        if (step + 1) % CHECK == 0 and step > len(steps) // 2:
            check()
    check()


def go_on(model: Tagger, folder: Path, lower: int) -> None:
    """Take the weights of the model that ships; what its first `lower` layers need stays as it is."""
    found = Shipped(folder / "ner.onnx")
    about = json.loads((folder / "ner.json").read_text(encoding="utf-8"))
    model.load_state_dict(model.state_dict() | found.names_state(about))
    trunk = model.trunk
    for part in (trunk.pieces, trunk.places, trunk.norm, *trunk.layers[:lower]):
        part.requires_grad_(False)


def main() -> None:
    given = arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    torch.manual_seed(given.seed)
    chance = random.Random(given.seed)
    e5 = load(given.e5)
    table, keep = prune(e5)
    cutter = Cutter(table)
    of = corpora(given.corpora, given.written, given.lenient, given.all)
    shape = Shape(tuple(map(int, given.layers.split(","))), given.pooled_after)
    model = Tagger(Trunk(shape, len(keep)), {"news": len(data.LABELS), "wiki": len(of.wiki_labels)})
    model.trunk.fill(e5.tensors, keep)
    if given.shipped:
        go_on(model, given.shipped, given.lower)
    if given.start:
        model.load_state_dict(torch.load(given.start, weights_only=True))
    steps = plan(given, of, cutter, chance)
    optimizer = torch.optim.AdamW(
        groups(model, given.rate, given.decay, given.pieces_rate), betas=(0.9, 0.98), fused=True
    )
    (given.out / "shape.json").write_text(json.dumps(shape._asdict()))
    parts = {"dev": of.news_dev, "written": of.written_dev}

    def check() -> None:
        torch.save(model.state_dict(), given.out / "weights.pt")
        for name, some in parts.items():
            if some:
                texts = [cut(s, cutter, NEWS_LABELS) for s in some]
                print(name, spans_f1(some, tag(model, texts, some)), flush=True)

    weights = sum(p.numel() for p in model.parameters())
    print(f"{len(keep)} pieces, {len(steps)} steps, {weights / 1e6:.1f} M weights", flush=True)
    learn(model, steps, optimizer, partial(loss_of, model), check)


if __name__ == "__main__":
    main()
