"""Mentions of named things, and the entities they name."""

from tawatur.read.mentions.mentions import read_mentions

__all__ = ["read_mentions"]
