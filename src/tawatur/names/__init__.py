"""Names across spellings and scripts: are two of them one, why, and which of a million is it."""

from tawatur.names.explain import Part, Reason
from tawatur.names.index import Found, Index, keys, pair_keys
from tawatur.names.matching import THRESHOLD, Match, match

__all__ = ["THRESHOLD", "Found", "Index", "Match", "Part", "Reason", "keys", "match", "pair_keys"]
