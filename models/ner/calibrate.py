"""How large each channel gets before each linear layer, on sentences of the training part.

In every layer one channel or two are ten times as large as the others, and int8 with one scale a tensor would leave
little for the rest. Export moves that size into the weights (Xiao et al. 2023, SmoothQuant).
"""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from ner.batches import Text, collate
from ner.data import Sentence
from ner.e5 import Floats
from ner.pieces import Cutter

SENTENCES, WORDS, SEED = 120, 150, 1
SHARE = {"out": 0.65, "up": 0.65, "down": 0.75}  # how much of the size moves to the weights


def largest(
    model: nn.Module, part: nn.Module, name: str, sentences: list[Sentence], cutter: Cutter
) -> dict[str, Floats]:
    """The largest absolute value of each input channel of the linear layers of a part of a model, by the names they
    have where the part is called `name`."""
    top: dict[str, Tensor] = {}

    def watch(name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def look(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            here = inputs[0].detach().abs().flatten(0, -2).amax(0)
            top[name] = torch.maximum(top.get(name, here), here)

        return look

    model.eval()
    linear = [(n, m) for n, m in part.named_modules(prefix=name) if isinstance(m, nn.Linear)]
    handles = [module.register_forward_pre_hook(watch(name)) for name, module in linear]
    with torch.no_grad():
        for sentence in random.Random(SEED).sample(sentences, SENTENCES):
            words = [cutter.cut(w) for w in sentence.words[:WORDS]]
            batch = collate([Text(words, [0] * len(words))])
            model(batch.pieces, batch.pool)
    for handle in handles:
        handle.remove()
    return {name: value.numpy() for name, value in top.items()}


def factors(name: str, weight: Floats, top: dict[str, Floats]) -> Floats:
    """By how much each input channel of a linear layer is divided, and its weights multiplied."""
    share = SHARE[name.rsplit(".", 1)[1]]
    inputs, columns = np.maximum(top[name], 1e-3), np.maximum(np.abs(weight).max(0), 1e-5)
    found = inputs**share / columns ** (1 - share)
    return (found / np.exp(np.log(found).mean())).astype(np.float32)
