"""Forms that only our own pages can send: a token in each, made of what a cookie of this browser holds."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request

FIELD = "form_token"
HEADER = "x-form-token"  # for scripts of our own
_PURPOSE = b"tawatur: a form of this browser"
_WITHOUT = ("/api/", "/habits")
_SIZE = hashlib.sha256().digest_size


def form_token(secret: str) -> str:
    """A token for the forms of a page. Each differs, so that compressed pages do not tell it by their lengths."""
    mask = secrets.token_bytes(_SIZE)
    return urlsafe_b64encode(mask + _xor(mask, _bare(secret))).decode()


def is_ours(token: str | None, secret: str | None) -> bool:
    """Whether a token was made of this secret."""
    if not token or not secret:
        return False
    try:
        raw = urlsafe_b64decode(token.encode("ascii"))
    except ValueError:  # no base64, or not ASCII
        return False
    return len(raw) == 2 * _SIZE and hmac.compare_digest(_xor(raw[:_SIZE], raw[_SIZE:]), _bare(secret))


def from_elsewhere(headers: Headers) -> bool:
    """Whether a browser says that a request comes from a page of another site. Programs say nothing."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    try:
        return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
    except ValueError:  # no browser says so
        return True


async def unforged(request: Request) -> None:
    """Let a form of a page through only with its token. The API takes no forms, and a display habit is no right."""
    if request.method in ("GET", "HEAD", "OPTIONS") or request.url.path.startswith(_WITHOUT):
        return
    given = request.headers.get(HEADER) or (await request.form()).get(FIELD)
    if not is_ours(given if isinstance(given, str) else None, request.state.secret):
        raise HTTPException(403, "This form is not of this visit; open its page anew and send it again.")


def _bare(secret: str) -> bytes:
    return hmac.digest(secret.encode(), _PURPOSE, "sha256")


def _xor(a: bytes, b: bytes) -> bytes:
    return bytes(x ^ y for x, y in zip(a, b, strict=True))
