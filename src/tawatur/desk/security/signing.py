"""Signing in and out."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from math import ceil

from tawatur.desk.beside.file import DeskFile
from tawatur.desk.security import passwords

_SLOTS = threading.BoundedSemaphore(8)  # sign-ins that may wait for their turn; more are sent away


@dataclass(frozen=True, slots=True)
class SignedIn:
    """What the cookie of the new session holds."""

    secret: str


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """Why nobody was signed in: after how many seconds to try again, 0 where name or password are wrong."""

    wait: int


def sign_in(file: DeskFile, name: str, password: str, address: str) -> SignedIn | TurnedAway:
    """Begin a session for who gives the right password. Costs the same time whether there is such an account or not."""
    wait = file.attempts.wait(name, address)
    if wait > 0:
        return TurnedAway(ceil(wait))
    if not _SLOTS.acquire(blocking=False):
        return TurnedAway(5)
    try:
        kept = file.accounts.password_of(name)
        if not passwords.fits(kept, password) or kept is None:
            file.attempts.failed(name, address)
            return TurnedAway(0)
        if passwords.outdated(kept):
            file.accounts.keep_password(name, passwords.hashed(password))
    finally:
        _SLOTS.release()
    file.attempts.forget(name, address)
    return SignedIn(file.sessions.begin(name))
