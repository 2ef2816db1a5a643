"""Passwords: argon2id, and a guess costs the same whether the account is there or not."""

from __future__ import annotations

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from tawatur.errors import OptionError

SHORTEST = 8
_LONGEST = 1_000  # a longer one would only cost time
_HASHER = PasswordHasher()  # argon2id with the parameters of RFC 9106 for 64 MiB
_AT_ONCE = threading.BoundedSemaphore(2)  # 64 MiB each: sign-ins in great number must not eat the memory


def check_strength(password: str) -> None:
    """Raise OptionError for a password that is too short, or so long that it would only cost time."""
    if not SHORTEST <= len(password) <= _LONGEST:
        raise OptionError(f"a password has {SHORTEST} to {_LONGEST} characters.")


def hashed(password: str) -> str:
    """What is kept of a password."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def fits(kept: str | None, password: str) -> bool:
    """Whether a password is the one that was kept; with None, the time that it takes to say no."""
    if len(password) > _LONGEST:
        return False
    try:
        with _AT_ONCE:
            return _HASHER.verify(kept or _nobodys(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


def outdated(kept: str) -> bool:
    """Whether a hash was made with weaker parameters than are used now."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")
