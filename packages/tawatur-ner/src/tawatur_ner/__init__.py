"""Names of persons, places and organisations, and words that tell events, in Arabic text: a small network, offline."""

from tawatur_ner.artefact import ModelError
from tawatur_ner.model import EventWord, Model, Reading, Tagged

__all__ = ["EventWord", "Model", "ModelError", "Reading", "Tagged"]
