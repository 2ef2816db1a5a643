"""What the learned model says of words that may tell events."""

from __future__ import annotations

from tawatur.read.document import Document
from tawatur.read.mentions.tags import tags_of


def probability(document: Document, first: int, last: int, kind: str) -> float | None:
    """How probable the model thinks it that one of tokens [first, last] tells an event of a kind (incident, meeting
    ...), 0 to 1; None where there is no model."""
    if document.tagger is None:
        return None
    words = (tags_of(document).events.get(index) for index in range(first, last + 1))
    return max((w.confidence for w in words if w is not None and w.kind.partition(".")[0] == kind), default=0.0)
