"""Names of persons, places and organisations in Arabic text, by a small network, offline and on the CPU."""

from tawatur_ner.artefact import ModelError
from tawatur_ner.model import Model, Tagged

__all__ = ["Model", "ModelError", "Tagged"]
