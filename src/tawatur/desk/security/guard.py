"""Who asks, and whether he may: known from a session, a token, or from being at the machine itself."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from http.cookies import SimpleCookie

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request, cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.desk.beside.accounts import Person, Role
from tawatur.desk.security.forms import from_elsewhere

SAFE = ("GET", "HEAD", "OPTIONS")
SIGN_IN = "/signin"
_API = "/api/"
_OPEN = ("/static/",)  # for everyone
_HABITS = "/habits"  # how a reader has pages shown: no right, and nothing of the record
_READERS = (_HABITS, "/signout")
Refused = Callable[[Scope, int, str], ASGIApp]
Known = Callable[[str], Person | None]


class Guard:
    """Lets through who may. Tells the application, in the scope's state: `person` (None where nobody signed in),
    `secret` (what the tokens of this browser's forms are made of), `session` (the cookie's content or None).

    `local` is who asks where no accounts are asked for, else None; `session` and `token` tell whose those are.
    `refused(scope, status, sentence)` answers the others.
    """

    def __init__(
        self, app: ASGIApp, local: Person | None, session: Known, token: Known, secure: bool, refused: Refused
    ) -> None:
        self._app = app
        self._local = local
        self._session = session
        self._token = token
        self._secure = secure
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, to who may ask."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        cookies = cookie_parser(headers.get("cookie", ""))
        state = scope.setdefault("state", {})
        session = cookies.get(session_cookie(self._secure)) if self._local is None else None
        person = self._local or await self._asking(headers, session)
        visit = cookies.get(visit_cookie(self._secure))
        state["session"] = session if person is not None else None
        state["person"] = person
        state["secret"] = state["session"] or visit or secrets.token_urlsafe(32)
        state["secure"] = self._secure
        refusal = self._refusal(scope, headers, person)
        answer = self._app if refusal is None else self._refused(scope, *refusal)
        if state["session"] or visit:
            await answer(scope, receive, send)
        else:
            await answer(scope, receive, _giving(send, visit_cookie(self._secure), state["secret"], self._secure))

    async def _asking(self, headers: Headers, session: str | None) -> Person | None:
        """Who asks; looked up in a thread, since the desk's file may have to be read, or noted in that he was here."""
        kind, _, token = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return await run_in_threadpool(self._token, token.strip())
        return await run_in_threadpool(self._session, session) if session else None

    def _refusal(self, scope: Scope, headers: Headers, person: Person | None) -> tuple[int, str] | None:
        """Status and sentence for who may not; None for who may."""
        path, safe = scope["path"], scope["method"] in SAFE
        if not safe and from_elsewhere(headers):
            return 403, "This request comes from a page of another site; ask from the desk's own pages."
        sends = scope["method"] == "POST" and path.startswith(_API)
        if sends and headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return 415, "Send the body as application/json."
        if path == SIGN_IN or path.startswith(_OPEN):
            return None
        if person is None:
            return 401, "Sign in first; programs send a token: Authorization: Bearer TOKEN."
        if not safe and path not in _READERS and not person.role.may(Role.editor):
            return 403, f"{person.name} may read here, and not change anything; ask for the role of an editor."
        return None


def session_cookie(secure: bool) -> str:
    """The name of the cookie of a session; over https one that no other host or path can set."""
    return "__Host-tawatur-session" if secure else "tawatur-session"


def visit_cookie(secure: bool) -> str:
    """The name of the cookie of a browser that nobody signed in with."""
    return "__Host-tawatur-visit" if secure else "tawatur-visit"


def cookie(name: str, value: str, secure: bool, seconds: int | None = None) -> str:
    """A Set-Cookie header's value; without `seconds` the cookie ends with the browser."""
    made = SimpleCookie({name: value})[name]
    made["path"] = "/"
    made["httponly"] = True
    made["samesite"] = "Lax"
    made["secure"] = secure
    made["max-age"] = "" if seconds is None else seconds
    return made.OutputString()


def person_of(request: Request) -> Person:
    """Who asks; only where the guard let somebody through."""
    person: Person = request.state.person
    return person


def need(request: Request, role: Role) -> Person:
    """Who asks, where that role is needed. Raises HTTPException for who has it not."""
    person = person_of(request)
    if not person.role.may(role):
        raise HTTPException(403, f"{person.name} may not do this; ask for the role of an {role.value}.")
    return person


def _giving(send: Send, name: str, value: str, secure: bool) -> Send:
    """Give a browser that has none the cookie that its forms' tokens are made of, with the first page."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if headers.get("content-type", "").startswith("text/html"):
                headers.append("set-cookie", cookie(name, value, secure))
        await send(message)

    return sending
