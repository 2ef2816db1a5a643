"""Tag sentences with the network and score spans as conlleval and seqeval do."""

from __future__ import annotations

import torch
from seqeval.metrics import classification_report

from ner.batches import Text, collate
from ner.data import LABELS, TYPES, Sentence
from ner.network import Tagger, viterbi


def tag(model: Tagger, texts: list[Text], sentences: list[Sentence]) -> list[list[str]]:
    """Labels for each of `sentences`, which `texts` hold in order, joined or cut."""
    model.eval()
    chain = [p.detach().numpy() for p in (model.chain.first, model.chain.step, model.chain.last)]
    found: list[str] = []
    order = sorted(range(len(texts)), key=lambda i: texts[i].size)
    done: dict[int, list[str]] = {}
    for at in range(0, len(order), 8):
        some = order[at : at + 8]
        batch = collate([texts[i] for i in some])
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            emissions = model(batch.pieces, batch.pool).numpy()
        for row, i in enumerate(some):
            best = viterbi(emissions[row, : len(texts[i].words)], *chain)
            done[i] = [LABELS[label] for label in best]
    for i in range(len(texts)):
        found += done[i]
    ends, start = [], 0
    for sentence in sentences:
        ends.append(found[start : start + len(sentence.words)])
        start += len(sentence.words)
    assert start == len(found), "the texts do not hold the words of the sentences"
    return ends


def spans_f1(sentences: list[Sentence], tags: list[list[str]]) -> str:
    table = classification_report([s.tags for s in sentences], tags, output_dict=True, zero_division=0)
    parts = " ".join(f"{t} {table[t]['f1-score']:.3f}" for t in TYPES)
    whole = table["micro avg"]
    return f"P {whole['precision']:.4f} R {whole['recall']:.4f} F {whole['f1-score']:.4f} | {parts}"
