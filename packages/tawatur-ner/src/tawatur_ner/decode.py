"""The best row of labels for a sentence, and how sure each is: Viterbi and forward-backward over labels, in numpy.

Scores are those of a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001); without learned
transitions only those that BIO forbids (I-PERS after anything but B-PERS and I-PERS) are ruled out.
All sentences of a call are decoded side by side, a step a word: sums and maxima are taken over labels, never over
sentences, so each comes out as if it were alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Emissions = NDArray[np.float32] | Scores
_NEVER = -1e9


def constraints(labels: Sequence[str]) -> tuple[Scores, Scores]:
    """Transitions [from, to] and starts that BIO allows (0) and forbids."""
    inside = {label: {f"B-{label[2:]}", label} for label in labels if label.startswith("I-")}
    rows = [[0.0 if b not in inside or a in inside[b] else _NEVER for b in labels] for a in labels]
    return np.asarray(rows), np.asarray([_NEVER if label in inside else 0.0 for label in labels])


class Decoder:
    """Decodes label scores with given transitions [from, to], starts and ends."""

    def __init__(self, transitions: Scores, start: Scores, end: Scores) -> None:
        self._transitions, self._start, self._end = transitions, start, end

    def best(self, sentences: Sequence[Emissions]) -> list[list[int]]:
        """The labels of every sentence; `sentences` are scores [words, labels], none of them empty."""
        scores, lengths = _stacked(sentences)
        reached, back = scores[:, 0] + self._start, []
        finals = np.where((lengths == 1)[:, None], reached + self._end, _NEVER)
        for step in range(1, scores.shape[1]):
            ways = reached[:, :, None] + self._transitions
            back.append(ways.argmax(1))
            reached = ways.max(1) + scores[:, step]
            finals = np.where((lengths == step + 1)[:, None], reached + self._end, finals)
        paths = []
        for row, label in enumerate(finals.argmax(1).tolist()):
            path = [label]
            for step in range(int(lengths[row]) - 2, -1, -1):
                path.append(int(back[step][row, path[-1]]))
            paths.append(path[::-1])
        return paths

    def marginals(self, sentences: Sequence[Emissions]) -> list[Scores]:
        """The probability of each label at each word, [words, labels] a sentence."""
        scores, lengths = _stacked(sentences)
        steps = scores.shape[1]
        forward = np.empty_like(scores)
        forward[:, 0] = scores[:, 0] + self._start
        for step in range(1, steps):
            forward[:, step] = _sum(forward[:, step - 1, :, None] + self._transitions, 1) + scores[:, step]
        backward = np.broadcast_to(self._end, scores[:, 0].shape)
        out = np.empty_like(scores)
        out[:, steps - 1] = forward[:, steps - 1] + backward
        for step in range(steps - 2, -1, -1):
            ahead = _sum(self._transitions + (scores[:, step + 1] + backward)[:, None, :], 2)
            backward = np.where((lengths > step + 1)[:, None], ahead, self._end)
            out[:, step] = forward[:, step] + backward
        out = np.exp(out - _sum(out, 2)[:, :, None])
        return [out[row, :length] for row, length in enumerate(lengths)]


def _stacked(sentences: Sequence[Emissions]) -> tuple[Scores, NDArray[np.int64]]:
    lengths = np.asarray([len(s) for s in sentences])
    scores = np.zeros((len(sentences), int(lengths.max()), sentences[0].shape[1]))
    for row, sentence in enumerate(sentences):
        scores[row, : len(sentence)] = sentence
    return scores, lengths


def _sum(logs: Scores, axis: int) -> Scores:
    """The logarithm of the sum of exponentials along an axis."""
    top = logs.max(axis, keepdims=True)
    total: Scores = np.log(np.exp(logs - top).sum(axis)) + top.squeeze(axis)
    return total
