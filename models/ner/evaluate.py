"""Score what ships on a tagged file: spans by type with their interval, words a CPU second, one text or many at once.

cd models && python -m ner.evaluate --model FOLDER --file anercorp-test.txt.gz [--part dev] [--invented] [--errors 100]
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

from seqeval.metrics import classification_report
from seqeval.metrics.sequence_labeling import get_entities

from ner import data
from ner.augment import Changer
from ner.pieces import Cutter, read
from tawatur_ner import Model, Tagged

DRAWS = 1000


class Reader:
    """What ships, over sentences of a file: neighbours read together, so many sentences as one document."""

    def __init__(self, folder: Path) -> None:
        self.about = json.loads((folder / "ner.json").read_text(encoding="utf-8"))
        self.model = Model.load(folder)
        self.cutter = Cutter(read(folder / "pieces.json.gz"))

    def tag(self, sentences: list[data.Sentence], context: int, document: int) -> list[list[str]]:
        """Labels for each sentence; `context`: most pieces of a text; `document`: sentences of one document, or 0."""
        found: list[list[str]] = []
        for at in range(0, len(sentences), document or data.BLOCK):
            block = sentences[at : at + (document or data.BLOCK)]
            texts = self.texts(block, context)
            readings = self.model.read_document(texts) if document else self.model.read(texts)
            flat = [tag for text, said in zip(texts, readings, strict=True) for tag in labels(len(text), said.names)]
            for sentence in block:
                found.append(flat[: len(sentence.words)])
                del flat[: len(sentence.words)]
        return found

    def texts(self, sentences: list[data.Sentence], context: int) -> list[list[str]]:
        """Words of sentences read together while they have at most `context` pieces."""
        found: list[list[str]] = []
        room = 0
        for words, _ in sentences:
            pieces = sum(len(self.cutter.cut(word)) for word in words)
            if pieces > room:
                found.append([])
                room = context - 2  # beside <s> and </s>
            found[-1] += words
            room -= pieces
        return found


def labels(words: int, names: list[Tagged]) -> list[str]:
    tags = ["O"] * words
    for name in names:
        tags[name.start : name.end] = [f"B-{name.type}"] + [f"I-{name.type}"] * (name.end - name.start - 1)
    return tags


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
    args.add_argument(
        "--document", type=int, default=data.BLOCK, help="sentences that are one document; 0: each text alone"
    )
    args.add_argument("--invented", action="store_true", help="persons under names that stand nowhere")
    args.add_argument("--errors", type=int, default=0)
    given = args.parse_args()
    wiki = "wikifane" in given.file.name
    sentences = data.wikifane(given.file) if wiki else data.blocks(given.file)
    if wiki:
        sentences = [data.Sentence(s.words, [data.coarse(t) for t in s.tags]) for s in sentences]
    train, dev = data.held_out(sentences)
    sentences = dev if given.part == "dev" else sentences
    if given.invented:
        changer = Changer(train, random.Random(1), 1.0)
        sentences = [changer.renamed(sentence) for sentence in sentences]
    reader = Reader(given.model)
    context = given.context or reader.about["context"]
    began = time.process_time()
    found = reader.tag(sentences, context, given.document)
    seconds = time.process_time() - began
    gold = [s.tags for s in sentences]
    print(classification_report(gold, found, digits=4, zero_division=0))
    low, high = interval(gold, found)
    print(f"95 % interval of micro F1: {low:.4f} to {high:.4f}")
    print(f"{sum(map(len, gold)) / seconds:.0f} words a CPU second, texts of at most {context} pieces")
    show_errors(sentences, found, given.errors)


if __name__ == "__main__":
    main()
