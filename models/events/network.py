"""A branch on the trunk of the model of names: its lower layers as they are, a few of its own, a label a word."""

from __future__ import annotations

import torch
from ner.network import WIDTH, Layer, Shape, Trunk
from torch import Tensor, nn
from torch.nn import functional


class Branch(nn.Module):
    """Layers above the first `lower` ones of a trunk, and scores of labels."""

    def __init__(self, trunk: Trunk, lower: int, own: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.lower = Trunk(Shape(trunk.shape.layers[:lower], trunk.shape.pooled_after), len(trunk.pieces.weight))
        self.lower.load_state_dict({n: v for n, v in trunk.state_dict().items() if n in self.lower.state_dict()})
        self.lower.requires_grad_(False)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(own))
        for i, layer in enumerate(self.layers):
            layer.load_state_dict(trunk.layers[lower + i].state_dict())
        self.head = nn.Linear(WIDTH, labels)

    def forward(self, pieces: Tensor, pool: Tensor) -> Tensor:
        """Scores [texts, words, labels] of the words between <s> and </s>, in float32."""
        self.lower.eval()
        with torch.no_grad():
            x = self.lower(pieces, pool)
        mask = (pool.sum(-1) == 0)[:, None, None].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return self.head(functional.dropout(x[:, 1:-1], 0.1, self.training)).float()
