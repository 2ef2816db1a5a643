"""Names across spellings and scripts: are two of them one, why, and which of a million is it."""

from tawatur.names.explain import Part, Reason
from tawatur.names.index import Found, Index, keys, pair_keys
from tawatur.names.matching import THRESHOLD, Match, match
from tawatur.names.terms import meaning

__all__ = ["THRESHOLD", "Found", "Index", "Match", "Part", "Reason", "keys", "match", "meaning", "pair_keys"]
