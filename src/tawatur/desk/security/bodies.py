"""No request brings more than it may: its size is counted while it comes, whatever it says of itself."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TooLarge = Callable[[Scope, int], ASGIApp]


class _ExceededError(Exception):
    """More came than may come."""


class BoundedBodies:
    """Answers 413 by `too_large(scope, most)` where a body exceeds what `most` allows for its path, in bytes."""

    def __init__(self, app: ASGIApp, most: Callable[[str], int], too_large: TooLarge) -> None:
        self._app = app
        self._most = most
        self._too_large = too_large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, unless too much comes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most(scope["path"])
        told = Headers(scope=scope).get("content-length", "")
        if told.isdecimal() and int(told) > most:
            await self._too_large(scope, most)(scope, receive, send)
            return
        came, begun, over = 0, False, False

        async def receiving() -> Message:
            nonlocal came, over
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                over = True
                raise _ExceededError
            return message

        async def sending(message: Message) -> None:
            nonlocal begun
            if over and not begun:  # the application made an error of its own of it
                return
            begun = True
            await send(message)

        with suppress(_ExceededError):
            await self._app(scope, receiving, sending)
        if over and not begun:
            await self._too_large(scope, most)(scope, receive, send)
