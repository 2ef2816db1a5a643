"""The network: the trunk of e5 over pieces, one vector a word from a chosen layer on, and a head for each guideline."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from ner.e5 import Floats

WIDTH, HEADS, INNER, EPSILON = 384, 12, 1536, 1e-12
WORDS_AT_MOST, PIECES_AT_MOST = 256, 384


MASKS: dict[float, Tensor] = {}


def drop(x: Tensor, share: float) -> Tensor:
    """Dropout with a mask that starts at a random place of a long one: drawing a new one costs a fifth of a step."""
    if share not in MASKS:
        MASKS[share] = (torch.rand(1 << 23) >= share).to(torch.bfloat16) / (1 - share)
    start = int(torch.randint(MASKS[share].numel() - x.numel(), ()))
    return x * MASKS[share][start : start + x.numel()].view_as(x)


class Shape(NamedTuple):
    """Which layers of e5 the trunk has, and after how many of them words are pooled."""

    layers: tuple[int, ...]
    pooled_after: int


class Layer(nn.Module):
    """One layer of BERT, normalised after each half."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        weights = (q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + mask).softmax(-1)
        mixed = (weights.to(v.dtype) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm_attention(x + self.drop(self.out(mixed)))
        return self.norm_out(x + self.drop(self.down(functional.gelu(self.up(x)))))

    def drop(self, x: Tensor) -> Tensor:
        return drop(x, self.dropout) if self.training else x

    def fill(self, tensors: dict[str, Floats], number: int) -> None:
        """Take the weights of layer `number` of e5."""

        def get(name: str) -> Tensor:
            return torch.from_numpy(tensors[f"l{number}.{name}"])

        parts = {"out": "ao", "up": "fi", "down": "fo", "norm_attention": "aln", "norm_out": "oln"}
        state = {f"{to}.{long}": get(f"{of}.{short}") for to, of in parts.items() for long, short in SHORT.items()}
        for long, short in SHORT.items():
            state[f"qkv.{long}"] = torch.cat([get(f"{x}.{short}") for x in "qkv"])
        self.load_state_dict(state)


SHORT = {"weight": "w", "bias": "b"}


class Trunk(nn.Module):
    """From pieces to one vector a word. Word 0 and the last are <s> and </s>."""

    def __init__(self, shape: Shape, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape, self.dropout = shape, dropout
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.places = nn.Embedding(PIECES_AT_MOST, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in shape.layers)

    def fill(self, tensors: dict[str, Floats], keep: list[int]) -> None:
        with torch.no_grad():
            self.pieces.weight.copy_(torch.from_numpy(tensors["emb.word"][np.array(keep)]))
            places = tensors["emb.pos"][:PIECES_AT_MOST] + tensors["emb.type"][0]
            self.places.weight.copy_(torch.from_numpy(places))
        self.norm.load_state_dict({n: torch.from_numpy(tensors[f"emb.ln.{s}"]) for n, s in SHORT.items()})
        for layer, number in zip(self.layers, self.shape.layers, strict=True):
            layer.fill(tensors, number)

    def forward(self, pieces: Tensor, pool: Tensor) -> Tensor:
        """`pieces` [texts, pieces], 1 where there is none; `pool` [texts, words, pieces], the share of a piece in a
        word. Returns [texts, words, width]."""
        x = self.norm(self.pieces(pieces) + self.places.weight[: pieces.shape[1]])
        x = drop(x, self.dropout) if self.training else x
        mask = (pieces == 1)[:, None, None].to(x.dtype) * -1e4
        for i, layer in enumerate(self.layers):
            if i == self.shape.pooled_after:
                x = torch.bmm(pool.to(x.dtype), x.to(x.dtype))
                mask = (pool.sum(-1) == 0)[:, None, None].to(x.dtype) * -1e4
            x = layer(x, mask)
        return x


class Chain(nn.Module):
    """A linear chain over labels (Lafferty et al. 2001): what may follow what, learned."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.first = nn.Parameter(torch.zeros(labels))
        self.last = nn.Parameter(torch.zeros(labels))
        self.step = nn.Parameter(torch.zeros(labels, labels))

    def loss(self, emissions: Tensor, labels: Tensor, real: Tensor, unsure: Tensor) -> Tensor:
        """Mean negative log likelihood a word; `real` [texts, words] is false after a text's end. Where a label is -1
        any of the labels that `unsure` [labels] is true for is right (Bellare and McCallum 2007)."""
        some = torch.arange(len(unsure)) == labels[..., None]
        right = torch.where(labels[..., None] < 0, unsure, some)
        told = emissions.masked_fill(~right, -1e4)
        return (self._total(emissions, real) - self._total(told, real)).sum() / real.sum()

    def _total(self, emissions: Tensor, real: Tensor) -> Tensor:
        """The log of the sum over all paths, [texts]."""
        total = self.first + emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            step = torch.logsumexp(total[:, :, None] + self.step, 1) + emissions[:, i]
            total = torch.where(real[:, i, None], step, total)
        return torch.logsumexp(total + self.last, 1)


class Tagger(nn.Module):
    """Trunk, a linear head for each guideline, and the chain of the one that ships (`news`)."""

    def __init__(self, trunk: Trunk, heads: dict[str, int]) -> None:
        super().__init__()
        self.trunk = trunk
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, labels) for name, labels in heads.items()})
        self.chain = Chain(heads["news"])

    def forward(self, pieces: Tensor, pool: Tensor, head: str = "news") -> Tensor:
        """Scores [texts, words, labels] of the words between <s> and </s>, in float32."""
        x = functional.dropout(self.trunk(pieces, pool)[:, 1:-1], 0.1, self.training)
        return self.heads[head](x).float()


def viterbi(emissions: Floats, first: Floats, step: Floats, last: Floats) -> list[int]:
    """The best labels of one text's words."""
    score = first + emissions[0]
    back = []
    for row in emissions[1:]:
        paths = score[:, None] + step
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    found = [int((score + last).argmax())]
    for row in reversed(back):
        found.append(int(row[found[-1]]))
    return found[::-1]
