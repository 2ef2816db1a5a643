"""What slots weigh when two events are compared: what agreement adds, and what disagreement takes away."""

from __future__ import annotations

Weights = dict[str, dict[str, tuple[float, float]]]

# For each kind and entity slot: what one common filler adds, what fillers without any in common take away.
SLOTS: Weights = {
    "meeting": {
        "body": (1.2, -1.5), "place": (0.8, -0.9), "host": (0.4, -0.4), "attended": (0.4, 0.0),
        "chair": (0.4, -0.1), "convener": (0.4, -0.1), "on_sidelines_of": (0.3, -0.2),
    },
    "membership": {"body": (2.0, -9.0)},
    "founding": {"body": (2.0, -9.0)},
    "group": {"body": (2.0, -9.0)},
    "designation": {"authority": (0.8, -1.5), "list": (0.3, 0.0), "target": (1.0, -0.3), "place": (0.2, 0.0)},
    "funding": {"donor": (0.9, -1.2), "recipient": (0.9, -0.8), "place": (0.2, -0.2)},
    "incident": {"actor": (0.5, -0.3), "target": (0.8, -0.4), "place": (0.7, -1.0)},
    "statistic": {"place": (0.6, -0.9)},
    "visit": {"visitor": (1.0, -1.5), "place": (0.8, -1.0)},
    "commitment": {"body": (0.8, -1.5)},
}  # fmt: skip
NUMBERS: Weights = {
    "meeting": {"session": (1.0, -9.0), "count": (0.3, 0.0)},
    "funding": {"amount": (1.0, -1.0)},
    "incident": {"killed": (0.5, 0.0), "count": (0.4, 0.0)},
    "statistic": {"value": (1.0, -0.5)},
    "designation": {"count": (0.3, 0.0)},
}
WORDS: Weights = {
    "meeting": {"level": (0.4, -0.6)},
    "incident": {"type": (0.5, -1.0)},
}
