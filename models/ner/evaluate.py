"""Score what ships on a tagged file: spans by type with their interval, words a CPU second, one text or many at once.

cd models && python -m ner.evaluate --model FOLDER --file anercorp-test.txt.gz [--part dev] [--errors 100]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import onnxruntime
from seqeval.metrics import classification_report
from seqeval.metrics.sequence_labeling import get_entities

from ner import data
from ner.batches import Text, joined
from ner.e5 import Floats
from ner.network import viterbi
from ner.pieces import Cutter, read

DRAWS = 1000


class Model:
    """The shipped files, run one text at a time."""

    def __init__(self, folder: Path) -> None:
        self.about = json.loads((folder / "ner.json").read_text(encoding="utf-8"))
        self.cutter = Cutter(read(folder / "pieces.json.gz"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(folder / "ner.onnx", options, providers=["CPUExecutionProvider"])
        self.chain = [np.array(self.about[name], dtype=np.float32) for name in ("first", "step", "last")]

    def emissions(self, text: Text) -> Floats:
        words = [[0], *text.words, [2]]
        pieces = np.array([p for word in words for p in word])
        places = np.array([i for i, word in enumerate(words) for _ in word])
        return np.asarray(self.session.run(["emissions"], {"pieces": pieces, "words": places})[0])

    def tag(self, sentences: list[data.Sentence], context: int) -> list[list[str]]:
        texts = joined([Text([self.cutter.cut(w) for w in s.words], [0] * len(s.words)) for s in sentences], context)
        flat = [self.about["labels"][i] for text in texts for i in viterbi(self.emissions(text), *self.chain)]
        found, at = [], 0
        for sentence in sentences:
            found.append(flat[at : at + len(sentence.words)])
            at += len(sentence.words)
        return found


def spans(tags: list[str]) -> set[tuple[str, int, int]]:
    return set(get_entities(tags))


def interval(gold: list[list[str]], found: list[list[str]]) -> tuple[float, float]:
    """95 % of F1 over sentences drawn with replacement (Efron 1979)."""
    chance = random.Random(1)
    counts = []
    for g, f in zip(map(spans, gold), map(spans, found), strict=True):
        counts.append((len(g & f), len(g), len(f)))
    scores = []
    for _ in range(DRAWS):
        both, one, other = map(sum, zip(*chance.choices(counts, k=len(counts)), strict=True))
        scores.append(2 * both / max(1, one + other))
    scores.sort()
    return scores[int(0.025 * DRAWS)], scores[int(0.975 * DRAWS)]


def show_errors(sentences: list[data.Sentence], found: list[list[str]], most: int) -> None:
    for sentence, tags in zip(sentences, found, strict=True):
        missed, extra = spans(sentence.tags) - spans(tags), spans(tags) - spans(sentence.tags)
        if (missed or extra) and most > 0:
            most -= 1
            print(" ".join(sentence.words))
            for name, some in (("  gold ", missed), ("  found", extra)):
                print(name, [(kind, " ".join(sentence.words[a : b + 1])) for kind, a, b in sorted(some)])


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--model", type=Path, required=True)
    args.add_argument("--file", type=Path, required=True)
    args.add_argument("--part", choices=("all", "dev"), default="all", help="dev: the held-out blocks only")
    args.add_argument("--context", type=int, help="most pieces read together; 1 for single sentences")
    args.add_argument("--errors", type=int, default=0)
    given = args.parse_args()
    wiki = "wikifane" in given.file.name
    sentences = data.wikifane(given.file) if wiki else data.blocks(given.file)
    if wiki:
        sentences = [data.Sentence(s.words, [data.coarse(t) for t in s.tags]) for s in sentences]
    sentences = data.held_out(sentences)[1] if given.part == "dev" else sentences
    model = Model(given.model)
    context = given.context or model.about["context"]
    began = time.process_time()
    found = model.tag(sentences, context)
    seconds = time.process_time() - began
    gold = [s.tags for s in sentences]
    print(classification_report(gold, found, digits=4, zero_division=0))
    low, high = interval(gold, found)
    print(f"95 % interval of micro F1: {low:.4f} to {high:.4f}")
    print(f"{sum(map(len, gold)) / seconds:.0f} words a CPU second, texts of at most {context} pieces")
    show_errors(sentences, found, given.errors)


if __name__ == "__main__":
    main()
